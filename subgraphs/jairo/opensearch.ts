import { parseEdtf, parseInstant } from '../common/edtf.js';
import { UnreadableDocument } from '../common/errors.js';
import { identifier, parseHttpUrl, parseIssn } from '../common/identifiers.js';
import { langString, localizedText, localizedTextOrNull } from '../common/localized-text.js';
import type { Container, LangString, LocalizedText, WorkFields, WorkFile } from '../common/record.js';
import { cleanLine, cleanText } from '../common/text.js';
import { languageTag, workType } from '../common/vocabulary.js';
import { attribute, childElement, childElements, childText, descendants, textContent, xmlLang, type XmlElement } from '../common/xml.js'; // prettier-ignore
import { isJpcoar } from './jpcoar/elements.js';
import { fileNameOf } from './jpcoar/files.js';
import { readJpcoar } from './jpcoar/work.js';
import { NO_FIELDS } from '../common/no-fields.js';
import type { DescribedWork } from './record.js';

/** One hit of a repository's OpenSearch. `address` is its landing page; `oaiIdentifier` and `datestamp` only Atom and RSS carry. */
export interface WekoHit {
  readonly address: string;
  readonly oaiIdentifier: string | null;
  readonly datestamp: string | null;
  readonly work: DescribedWork;
}

/** `startIndex` is not read: the server computes it wrongly (fact sheet 4.3.5). */
export interface WekoPage {
  readonly total: number | null;
  /** In the order of the sort. */
  readonly hits: readonly WekoHit[];
  /** Records of the page that could not be read, each with its reason. */
  readonly refused: readonly string[];
}

function line(element: XmlElement): string {
  return cleanLine(textContent(element));
}

function strings(parent: XmlElement, name: string, read = cleanLine): LangString[] {
  return childElements(parent, name).map((element) => langString(read(textContent(element)), xmlLang(element)));
}

function texts(parent: XmlElement, name: string, read = cleanLine): LocalizedText | null {
  return localizedTextOrNull(strings(parent, name, read));
}

function totalOf(parent: XmlElement | undefined): number | null {
  const text = parent === undefined ? '' : (childText(parent, 'totalResults') ?? '');
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The files among the dc:identifier of a hit: its own number stands there too. */
function files(hit: XmlElement): WorkFile[] {
  return childElements(hit, 'identifier').flatMap((element) => {
    const url = parseHttpUrl(line(element));
    const name = fileNameOf(line(element));
    if (url === null || name === null || !/\/files\//.test(url)) return [];
    return [
      { name, url, kind: null, mediaType: null, bytes: null, size: null, accessRight: 'UNKNOWN', availableFrom: null },
    ];
  });
}

function container(hit: XmlElement): Container | null {
  const issn = childElements(hit, 'issn').flatMap((element) => parseIssn(line(element)) ?? []);
  const one = (name: string): string | null => childText(hit, name) ?? null;
  const found = { title: texts(hit, 'publicationName'), volume: one('volume'), issue: one('number'), firstPage: one('startingPage'), lastPage: one('endingPage') }; // prettier-ignore
  const empty = Object.values(found).every((value) => value === null) && issn.length === 0;
  return empty ? null : { ...found, issn };
}

/** A person per author element, as Atom and RSS name them (only some do: fact sheet 4.3.8). */
function creators(hit: XmlElement): WorkFields['creators'] {
  const named = [
    ...childElements(hit, 'author').flatMap((author) => strings(author, 'name')),
    ...strings(hit, 'creator'),
  ];
  return named.flatMap((string) => {
    const name = localizedTextOrNull([string]);
    if (name === null) return [];
    return [
      {
        name,
        familyName: null,
        givenName: null,
        orcid: null,
        nrid: null,
        eRadId: null,
        identifiers: [],
        affiliations: [],
      },
    ];
  });
}

/**
 * An Atom entry or RSS item. dc:subject is the name of the index and dc:type that of the item type; the resource type is
 * in prism:aggregationType (fact sheet 4.2). RSS's dc:date is the time of the answer and no date of the work (4.3.7).
 */
function feedHit(hit: XmlElement, address: string, oai: string | null): WekoHit {
  const published = parseEdtf(childText(hit, 'publicationDate') ?? '');
  const fields: WorkFields = {
    ...NO_FIELDS,
    identifiers: [identifier('URL', address), ...(oai === null ? [] : [identifier('OAI', oai)])],
    type: workType(childText(hit, 'aggregationType')),
    title: localizedText(strings(hit, 'title')),
    description: texts(hit, 'content', cleanText) ?? texts(hit, 'description', cleanText),
    creators: creators(hit),
    publisher: texts(hit, 'publisher'),
    container: container(hit),
    issued: published,
    languages: childElements(hit, 'language').flatMap((element) => languageTag(line(element)) ?? []),
    formats: [...new Set(childElements(hit, 'format').map(line))],
    files: files(hit),
    url: address,
  };
  const datestamp = parseInstant(childText(hit, 'modificationDate') ?? '');
  return { address, oaiIdentifier: oai, datestamp, work: { fields, jpcoar: null } };
}

/** The OAI identifier in the address of a GetRecord. */
function oaiOf(addresses: readonly string[]): string | null {
  for (const address of addresses) {
    const found = /[?&]identifier=([^&]+)/.exec(address)?.[1];
    if (found !== undefined && /^oai(?::|%3A)/i.test(found)) return found.replace(/%3A/gi, ':');
  }
  return null;
}

function landingPage(addresses: readonly string[]): string | null {
  return addresses.find((address) => /\/records\/\d+\/?$/.test(address) && parseHttpUrl(address) !== null) ?? null;
}

function gather(elements: readonly XmlElement[], read: (element: XmlElement) => WekoHit): Omit<WekoPage, 'total'> {
  const hits: WekoHit[] = [];
  const refused: string[] = [];
  for (const element of elements) {
    try {
      hits.push(read(element));
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refused.push(`the hit at line ${String(element.line)}: ${error.message}`);
    }
  }
  return { hits, refused };
}

function readAtom(root: XmlElement): WekoPage {
  // Within a page the entries come in reverse (fact sheet 4.3.4).
  const entries = childElements(root, 'entry').reverse();
  const page = gather(entries, (entry) => {
    const addresses = childElements(entry, 'link').map((element) => attribute(element, 'href') ?? '');
    const address = landingPage(addresses);
    if (address === null) throw new UnreadableDocument('it has no link to a record of WEKO3');
    return feedHit(entry, address, oaiOf([...addresses, childText(entry, 'id') ?? '']));
  });
  return { total: totalOf(root), ...page };
}

function readRss(root: XmlElement): WekoPage {
  const channel = childElement(root, 'channel');
  // rdf:Seq keeps the order that the items lost (fact sheet 4.3.4).
  const sequence = descendants(root, 'li').map((element) => attribute(element, 'resource') ?? '');
  const rank = (item: XmlElement): number => {
    const index = sequence.indexOf(attribute(item, 'about') ?? '');
    return index < 0 ? sequence.length : index;
  };
  const items = childElements(root, 'item').sort((one, two) => rank(one) - rank(two));
  const page = gather(items, (item) => {
    const address = landingPage([childText(item, 'link') ?? '', attribute(item, 'about') ?? '']);
    if (address === null) throw new UnreadableDocument('it has no link to a record of WEKO3');
    return feedHit(
      item,
      address,
      oaiOf(childElements(item, 'seeAlso').map((also) => attribute(also, 'resource') ?? '')),
    );
  });
  return { total: totalOf(channel), ...page };
}

function readJpcoarList(root: XmlElement, readAt: Date): WekoPage {
  const items = childElement(root, 'items');
  const descriptions = (items === undefined ? [] : childElements(items, 'Description')).reverse();
  const page = gather(descriptions, (description) => {
    const address = landingPage([attribute(description, 'about') ?? '']);
    const record = childElements(description).find(isJpcoar);
    if (address === null) throw new UnreadableDocument('it names no record of WEKO3');
    if (record === undefined) throw new UnreadableDocument('it holds no JPCOAR record');
    return { address, oaiIdentifier: null, datestamp: null, work: readJpcoar(record, readAt) };
  });
  return { total: totalOf(childElement(root, 'header')), ...page };
}

/**
 * Reads an OpenSearch answer of WEKO3: Atom, RSS 1.0 or the JPCOAR list (fact sheet 4.2).
 * @throws UnreadableDocument when it is none of them.
 */
export function readWekoAnswer(root: XmlElement, readAt: Date): WekoPage {
  if (root.name === 'feed') return readAtom(root);
  if (root.name === 'RDF' && childElement(root, 'channel') !== undefined) return readRss(root);
  if (root.name === 'RDF' && childElement(root, 'header') !== undefined) return readJpcoarList(root, readAt);
  throw new UnreadableDocument(
    root.name === 'OpenSearchDescription'
      ? 'this is the description of a search, not an answer'
      : `the root element is <${root.name}>; an Atom, RSS or JPCOAR answer of WEKO3's OpenSearch was expected`,
  );
}
