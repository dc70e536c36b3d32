import { parseInstant } from '../edtf.js';
import { UnreadableDocument } from '../errors.js';
import { attribute, childElement, childElements, childText, isElement, textContent, type XmlElement } from '../xml.js';

/** The header of a record. */
export interface OaiHeader {
  readonly identifier: string;
  /** RFC 3339; null where the source's is no instant (pycsw leaves it empty). */
  readonly datestamp: string | null;
  readonly sets: readonly string[];
  readonly deleted: boolean;
}

export const OAI_VERBS = [
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'GetRecord',
  'ListIdentifiers',
  'ListRecords',
] as const;
export type OaiVerb = (typeof OAI_VERBS)[number];

const ERROR_CODES = [
  'badArgument',
  'badResumptionToken',
  'badVerb',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noRecordsMatch',
  'noMetadataFormats',
  'noSetHierarchy',
] as const;
/** The protocol's error codes; `unknown` for anything else that a server writes. */
export type OaiErrorCode = (typeof ERROR_CODES)[number] | 'unknown';

/** One record of a list: its header and metadata element, or why it can't be read. One bad record costs itself alone. */
export type OaiEntry =
  | { readonly header: OaiHeader; readonly metadata: XmlElement | null; readonly refused: null }
  | { readonly header: null; readonly metadata: null; readonly refused: string };

/** `token` is null at the end of a list (no element, or an empty one on the last page). */
export interface Continuation {
  readonly token: string | null;
  readonly completeListSize: number | null;
}

export interface OaiIdentify {
  readonly name: string | null;
  readonly baseUrl: string | null;
  /** RFC 3339. */
  readonly earliest: string | null;
}

/** An OAI-PMH answer by what it holds. */
export type OaiAnswer =
  | { readonly kind: 'error'; readonly codes: readonly OaiErrorCode[] }
  | {
      readonly kind: 'records';
      readonly verb: 'GetRecord' | 'ListRecords';
      readonly entries: readonly OaiEntry[];
      readonly next: Continuation;
    }
  | { readonly kind: 'headers'; readonly headers: readonly OaiHeader[]; readonly next: Continuation }
  | { readonly kind: 'identify'; readonly identify: OaiIdentify }
  | { readonly kind: 'sets'; readonly sets: readonly string[]; readonly next: Continuation }
  | { readonly kind: 'formats'; readonly prefixes: readonly string[] };

/** The header of a record, or null where it has no identifier. */
function readHeader(element: XmlElement | undefined): OaiHeader | null {
  const identifier = element === undefined ? undefined : childText(element, 'identifier');
  if (element === undefined || identifier === undefined) return null;
  return {
    identifier,
    datestamp: parseInstant(childText(element, 'datestamp') ?? ''),
    sets: childElements(element, 'setSpec')
      .map((set) => textContent(set).trim())
      .filter((set) => set !== ''),
    deleted: attribute(element, 'status')?.toLowerCase() === 'deleted',
  };
}

function readEntry(record: XmlElement, index: number): OaiEntry {
  const header = readHeader(childElement(record, 'header'));
  const refuse = (why: string): OaiEntry => ({ header: null, metadata: null, refused: why });
  if (header === null)
    return refuse(`record ${String(index + 1)} (line ${String(record.line)}) has no header with an identifier`);
  if (header.deleted) return { header, metadata: null, refused: null };
  const metadata = childElement(record, 'metadata')?.children.find(isElement) ?? null;
  return metadata === null ? refuse(`${header.identifier} has no metadata`) : { header, metadata, refused: null };
}

/** The token may stand before the records and lack its attributes (stubs), and be empty (last page). */
function readContinuation(list: XmlElement): Continuation {
  const element = childElement(list, 'resumptionToken');
  const token = element === undefined ? '' : textContent(element).trim();
  const size = element === undefined ? '' : (attribute(element, 'completeListSize') ?? '');
  return {
    token: token === '' ? null : token,
    completeListSize: /^\d{1,15}$/.test(size) ? Number(size) : null,
  };
}

/** An empty repository says 0001-01-01 (JAIRO Cloud, fact sheet 2.2), which is no date of anything. */
function readIdentify(element: XmlElement): OaiIdentify {
  const earliest = parseInstant(childText(element, 'earliestDatestamp') ?? '');
  return {
    name: childText(element, 'repositoryName') ?? null,
    baseUrl: childText(element, 'baseURL') ?? null,
    earliest: earliest?.startsWith('0001') === true ? null : earliest,
  };
}

function textsOf(list: XmlElement, item: string, name: string): string[] {
  return childElements(list, item).flatMap((element) => childText(element, name) ?? []);
}

function readVerb(verb: OaiVerb, element: XmlElement): OaiAnswer {
  switch (verb) {
    case 'GetRecord':
    case 'ListRecords':
      return {
        kind: 'records',
        verb,
        entries: childElements(element, 'record').map(readEntry),
        next: readContinuation(element),
      };
    case 'ListIdentifiers':
      return {
        kind: 'headers',
        headers: childElements(element, 'header').flatMap((header) => readHeader(header) ?? []),
        next: readContinuation(element),
      };
    case 'Identify':
      return { kind: 'identify', identify: readIdentify(element) };
    case 'ListSets':
      return { kind: 'sets', sets: textsOf(element, 'set', 'setSpec'), next: readContinuation(element) };
    case 'ListMetadataFormats':
      return { kind: 'formats', prefixes: textsOf(element, 'metadataFormat', 'metadataPrefix') };
  }
}

function errorCode(element: XmlElement): OaiErrorCode {
  const code = attribute(element, 'code');
  return ERROR_CODES.find((known) => known === code) ?? 'unknown';
}

/**
 * Reads an OAI-PMH answer: also an error of status 422 or 200 (JAIRO Cloud, fact sheet 2.8), one without declaration, responseDate,
 * request or namespace (DIAS, fact sheet 6.6), and WEKO3's internal form with a lower-case verb element.
 * @throws UnreadableDocument when it is none.
 */
export function readOaiAnswer(root: XmlElement): OaiAnswer {
  if (root.name !== 'OAI-PMH') throw new UnreadableDocument(`the root element is <${root.name}>, not <OAI-PMH>`);
  const errors = childElements(root, 'error');
  if (errors.length > 0) return { kind: 'error', codes: errors.map(errorCode) };
  for (const element of childElements(root)) {
    const verb = OAI_VERBS.find((known) => known.toLowerCase() === element.name.toLowerCase());
    if (verb !== undefined) return readVerb(verb, element);
  }
  throw new UnreadableDocument('the OAI-PMH answer holds neither an error nor the element of a verb');
}
