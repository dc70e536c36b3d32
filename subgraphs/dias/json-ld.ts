/**
 * JSON-LD of schema.org in a landing page. Whether DIAS embeds any is not known (fact sheet 3): it is tried first, and a
 * script that is no Dataset, or cannot be read, is as if it were absent.
 */
import { parseEdtf } from '../common/edtf.js';
import { parseDoi, parseHttpUrl, parseOrcid } from '../common/identifiers.js';
import { isObject, parseJsonText } from '../common/json.js';
import { langString, localizedTextOrNull, plainText } from '../common/localized-text.js';
import type { BoundingBox, Creator, License, LocalizedText } from '../common/record.js';
import { cleanLine, cleanText } from '../common/text.js';
import { languageTag, license } from '../common/vocabulary.js';
import { boxOf } from './html/values.js';
import type { Coverage, DiasValues } from './values.js';

type Node = Readonly<Record<string, unknown>>;

/** At most so many entries of a list are read. */
const MANY = 1000;

function listOf(value: unknown): readonly unknown[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.slice(0, MANY);
}

function parsed(script: string): unknown {
  try {
    return parseJsonText(script);
  } catch {
    return null;
  }
}

function isDataset(value: unknown): value is Node {
  return isObject(value) && listOf(value['@type']).some((type) => /(?:^|[/:])Dataset$/.test(String(type)));
}

/** The one Dataset of a page's scripts; null where there is none, or more than one and no telling which is the page's. */
function datasetOf(scripts: readonly string[]): Node | null {
  const nodes = scripts.flatMap((script) => {
    const value = parsed(script);
    return listOf(isObject(value) && '@graph' in value ? value['@graph'] : value).filter(isDataset);
  });
  return nodes.length === 1 ? (nodes[0] ?? null) : null;
}

/** A text, or the text that an object with a language holds. */
function textsOf(value: unknown, clean: (text: string) => string): LocalizedText | null {
  return localizedTextOrNull(
    listOf(value).flatMap((entry) => {
      if (typeof entry === 'string') return [langString(clean(entry))];
      if (!isObject(entry) || typeof entry['@value'] !== 'string') return [];
      const tag = typeof entry['@language'] === 'string' ? languageTag(entry['@language']) : null;
      return [langString(clean(entry['@value']), tag)];
    }),
  );
}

function stringOf(value: unknown): string | null {
  const first = listOf(value)[0];
  if (typeof first === 'string' || typeof first === 'number') return cleanLine(String(first)) || null;
  return isObject(first) ? stringOf(first['name'] ?? first['value'] ?? first['@id'] ?? first['url']) : null;
}

function strings(value: unknown): string[] {
  return listOf(value).flatMap((entry) => stringOf(entry) ?? []);
}

function creatorOf(value: unknown): Creator[] {
  const name = isObject(value) ? textsOf(value['name'], cleanLine) : typeof value === 'string' ? textsOf(value, cleanLine) : null;
  if (name === null) return [];
  const node = isObject(value) ? value : {};
  const orcid = [...strings(node['@id']), ...strings(node['identifier'])].map(parseOrcid).find((id) => id !== null) ?? null;
  const part = (field: string): LocalizedText | null => textsOf(node[field], cleanLine);
  const affiliations = listOf(node['affiliation']).flatMap((entry) => {
    const printed = stringOf(entry);
    return printed === null ? [] : [{ name: plainText(printed), ror: null, identifiers: [] }];
  });
  const identifiers = orcid === null ? [] : [{ scheme: 'ORCID', value: orcid, url: `https://orcid.org/${orcid}` }];
  return [{ name, familyName: part('familyName'), givenName: part('givenName'), orcid, nrid: null, eRadId: null, identifiers, affiliations }];
} // prettier-ignore

function numberOf(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
}

/** A point, or a GeoShape's box: "south west north east". */
function boxesOf(value: unknown): BoundingBox[] {
  return listOf(value).flatMap((place) => {
    const geo = isObject(place) ? listOf(place['geo'])[0] : null;
    if (!isObject(geo)) return [];
    const [lat, lon] = [numberOf(geo['latitude']), numberOf(geo['longitude'])];
    const corners = typeof geo['box'] === 'string' ? geo['box'].trim().split(/[\s,]+/).map(numberOf) : [lat, lon, lat, lon];
    const [south = null, west = null, north = null, east = null] = corners;
    return boxOf(north, west, east, south) ?? [];
  });
} // prettier-ignore

/** "2014-01-01/2015-12-31", "2014/..", "2014". */
function coverageOf(value: unknown): Coverage | null {
  const printed = stringOf(value);
  if (printed === null) return null;
  const [from = '', until] = printed.split('/');
  const begin = parseEdtf(from);
  if (begin === null || begin.includes('/')) return null;
  if (until === undefined) return { begin, end: begin, ongoing: null };
  // An open end says that none is stated.
  return { begin, end: /^(?:\.\.|)$/.test(until.trim()) ? null : parseEdtf(until), ongoing: null };
}

function licensesOf(value: unknown): License[] {
  return listOf(value).flatMap((entry) => {
    const url = isObject(entry) ? stringOf(entry['url'] ?? entry['@id']) : stringOf(entry);
    const name = isObject(entry) ? stringOf(entry['name']) : stringOf(entry);
    return license(name, url === null ? null : parseHttpUrl(url)) ?? [];
  });
}

/** What the page's JSON-LD says; null where it has none that can be read. */
export function valuesOfJsonLd(scripts: readonly string[]): Partial<DiasValues> | null {
  const node = datasetOf(scripts);
  if (node === null) return null;
  const doi = [...strings(node['@id']), ...strings(node['identifier'])].map(parseDoi).find((found) => found !== null);
  const keywords = strings(node['keywords']).flatMap((text) => text.split(/\s*[,;、]\s*/)).filter((text) => text !== '');
  const date = (field: string): string | null => parseEdtf(stringOf(node[field]) ?? '');
  return {
    title: textsOf(node['name'], cleanLine),
    abstract: textsOf(node['description'], cleanText),
    doi: doi ?? null,
    version: stringOf(node['version']),
    creators: listOf(node['creator'] ?? node['author']).flatMap(creatorOf),
    publisher: textsOf(stringOf(node['publisher']), cleanLine),
    issued: date('datePublished'),
    created: date('dateCreated'),
    revised: date('dateModified'),
    keywords: keywords.map((text) => ({ value: plainText(text), scheme: null, url: null })),
    licenses: licensesOf(node['license']),
    boxes: boxesOf(node['spatialCoverage']),
    coverage: coverageOf(node['temporalCoverage']),
    formats: [...new Set(listOf(node['distribution']).flatMap((entry) => (isObject(entry) ? strings(entry['encodingFormat']) : [])))],
  };
} // prettier-ignore
