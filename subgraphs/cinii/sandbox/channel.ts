/** OpenSearch answers around the items: JSON, RSS 1.0, Atom, HTML (fact sheet 4.1, 5). */
import { escapeXml } from '../../common/xml.js';
import { cridUrl } from './item.js';
import type { Json, JsonObject } from './records.js';

export interface Channel {
  /** The request's address on the public host, its query decoded and encoded anew. */
  readonly url: string;
  readonly title: string;
  readonly language: 'ja' | 'en';
  readonly date: Date;
  readonly total: number;
  readonly start: number;
  readonly items: readonly JsonObject[];
}

/** 2026-02-18T21:08:57.274+09:00 */
function japaneseTime(date: Date): string {
  return new Date(date.getTime() + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
}

const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dc: 'http://purl.org/dc/elements/1.1/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  // Without the slash that detail documents have (fact sheet 10.15).
  ndl: 'http://ndl.go.jp/dcndl/terms',
  opensearch: 'http://a9.com/-/spec/opensearch/1.1/',
  cir: 'https://cir.nii.ac.jp/schema/1.0/',
} as const;

/** `format=json`. */
export function jsonChannel(channel: Channel): string {
  return JSON.stringify({
    '@context': { '@vocab': 'http://purl.org/rss/1.0/', ...NAMESPACES, '@language': channel.language },
    '@id': channel.url,
    '@type': 'channel',
    title: channel.title,
    description: channel.title,
    link: { '@id': channel.url },
    'dc:date': japaneseTime(channel.date),
    'opensearch:totalResults': channel.total,
    'opensearch:startIndex': channel.start,
    'opensearch:itemsPerPage': channel.items.length,
    items: channel.items,
  });
}

/** Escaped as the captures have it: the apostrophe too. */
function xml(text: string): string {
  return escapeXml(text).replaceAll("'", '&apos;');
}

function texts(value: Json | undefined): string[] {
  if (value === undefined) return [];
  return Array.isArray(value)
    ? value.filter((entry) => typeof entry === 'string')
    : typeof value === 'string'
      ? [value]
      : [];
}

function objects(value: Json | undefined): JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (entry): entry is JsonObject => typeof entry === 'object' && entry !== null && !Array.isArray(entry),
  );
}

function text(value: Json | undefined): string {
  return texts(value)[0] ?? '';
}

const XML_ORDER = [
  'dc:creator', 'dc:publisher', 'dc:type', 'prism:publicationName', 'prism:issn', 'prism:volume', 'prism:number', 'prism:startingPage', 'prism:endingPage',
  'prism:pageRange', 'prism:publicationDate', 'description', 'ndl:degreeName', 'ndl:dissertationNumber', 'dc:date', 'dc:subject',
] as const; // prettier-ignore

function plainElements(item: JsonObject): string[] {
  return XML_ORDER.flatMap((name) => texts(item[name]).map((value) => `<${name}>${xml(value)}</${name}>`));
}

function rssItem(item: JsonObject): string {
  const url = text(item['@id']);
  const title = text(item.title);
  const lines = [
    `<item rdf:about="${xml(url)}">`,
    ...(title === '' ? [] : [`<title>${xml(title)}</title>`]),
    `<link>${xml(url)}</link>`,
    // .rdf here, .json in JSON (fact sheet 9.5).
    ...(item['rdfs:seeAlso'] === undefined ? [] : [`<rdfs:seeAlso rdf:resource="${xml(url)}.rdf"/>`]),
    ...plainElements(item),
    ...objects(item['dc:identifier']).map(
      (entry) =>
        `<dc:identifier rdf:datatype="${xml(text(entry['@type']))}">${xml(text(entry['@value']))}</dc:identifier>`,
    ),
    ...objects(item['dc:source']).map((entry) => `<dc:source rdf:resource="${xml(text(entry['@id']))}"/>`),
    '</item>',
  ];
  return lines.join('\n');
}

/** `format=rss`: items beside the channel; the declaration ends in a blank; no indentation. */
export function rssChannel(channel: Channel): string {
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return [
    '<?xml version="1.0" encoding="utf-8" ?>',
    `<rdf:RDF xmlns="http://purl.org/rss/1.0/" ${namespaces.join(' ')} xml:lang="${channel.language}">`,
    `<channel rdf:about="${xml(channel.url)}">`,
    `<title>${xml(channel.title)}</title>`,
    `<description>${xml(channel.title)}</description>`,
    `<link>${xml(channel.url)}</link>`,
    `<dc:date>${japaneseTime(channel.date)}</dc:date>`,
    `<opensearch:totalResults>${String(channel.total)}</opensearch:totalResults>`,
    `<opensearch:startIndex>${String(channel.start)}</opensearch:startIndex>`,
    `<opensearch:itemsPerPage>${String(channel.items.length)}</opensearch:itemsPerPage>`,
    '<items>',
    '<rdf:Seq>',
    ...channel.items.map((item) => `<rdf:li rdf:resource="${xml(text(item['@id']))}"/>`),
    '</rdf:Seq>',
    '</items>',
    '</channel>',
    ...channel.items.map(rssItem),
    '</rdf:RDF>',
  ].join('\n');
}

function atomEntry(item: JsonObject): string {
  const url = text(item['@id']);
  return [
    '<entry>',
    `<title>${xml(text(item.title))}</title>`,
    `<id>${xml(url)}</id>`,
    `<link href="${xml(url)}"/>`,
    ...texts(item['dc:creator']).map((name) => `<author><name>${xml(name)}</name></author>`),
    ...plainElements({ ...item, 'dc:creator': [], description: [] }),
    ...objects(item['dc:identifier']).map(
      (entry) =>
        `<dc:identifier rdf:datatype="${xml(text(entry['@type']))}">${xml(text(entry['@value']))}</dc:identifier>`,
    ),
    '</entry>',
  ].join('\n');
}

/** `format=atom`: no answer of the real service is public; built from the official field list (fact sheet 5.2). */
export function atomChannel(channel: Channel): string {
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return [
    '<?xml version="1.0" encoding="utf-8" ?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" ${namespaces.join(' ')} xml:lang="${channel.language}">`,
    `<title>${xml(channel.title)}</title>`,
    `<id>${xml(channel.url)}</id>`,
    `<link href="${xml(channel.url)}"/>`,
    `<updated>${japaneseTime(channel.date)}</updated>`,
    `<opensearch:totalResults>${String(channel.total)}</opensearch:totalResults>`,
    `<opensearch:startIndex>${String(channel.start)}</opensearch:startIndex>`,
    `<opensearch:itemsPerPage>${String(channel.items.length)}</opensearch:itemsPerPage>`,
    ...channel.items.map(atomEntry),
    '</feed>',
  ].join('\n');
}

/** `format=html`, the default: a page for people that scripts fill (fact sheet 5.3). */
export function htmlChannel(channel: Channel): string {
  const links = channel.items.map(
    (item) => `<li><a href="${xml(text(item['@id']))}">${xml(text(item.title))}</a></li>`,
  );
  return `<!DOCTYPE html>\n<html lang="${channel.language}"><head><meta charset="utf-8"><title>${xml(channel.title)}</title></head><body><noscript>JavaScriptを有効にしてください。</noscript><ol>${links.join('')}</ol></body></html>`;
}

/** The page of a record, with the poorer schema.org description in it (fact sheet 6.7). */
export function htmlRecord(crid: string, title: string): string {
  const graph = {
    '@context': 'http://schema.org',
    '@graph': [{ '@type': 'ScholarlyArticle', name: title, url: cridUrl(crid) }],
  };
  const script = JSON.stringify(graph).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>${xml(title)} | CiNii Research</title><script type="application/ld+json">${script}</script></head><body><h1>${xml(title)}</h1></body></html>`;
}
