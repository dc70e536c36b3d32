/** Pure: an answer of a CSW as records, or a named error (fact sheet 6.4, 6.5). */
import type { UpstreamResponse } from '../../../upstream/types.js';
import { UnreadableDocument } from '../../common/errors.js';
import { isIsoMetadata } from '../../common/iso19115/elements.js';
import { readIso, type IsoRecord } from '../../common/iso19115/record.js';
import { bestText } from '../../common/localized-text.js';
import type { WorkFields } from '../../common/record.js';
import { attribute, childElement, childElements, childText, type XmlElement } from '../../common/xml.js';
import { readXmlDocument } from '../../common/xml-document.js';
import { isCswRecord, readCswRecord } from './dublin-core.js';
import { atomEntryFields, isAtomFeed } from './atom.js';

/** One record of an answer: ISO 19115 with all of it, or the fields of a Dublin Core record. */
export interface CswRecord {
  /** What GetRecordById takes; null where the record does not say it. */
  readonly id: string | null;
  readonly fields: WorkFields;
  readonly iso: IsoRecord | null;
}

/** A page of records. One record that cannot be read costs itself alone. */
export interface CswRecords {
  readonly kind: 'records';
  /** Whether the document is a list, also of one record or none. */
  readonly many: boolean;
  readonly records: readonly CswRecord[];
  /** Why each of the others could not be read, a line each. */
  readonly refused: readonly string[];
  readonly matched: number | null;
  /** As the server counts, never more than the elements that are there. */
  readonly returned: number;
  /** As the server says; whether it is believed is for whoever knows where the page began (nextStart). */
  readonly next: number | null;
}

/** An OWS exception report (1.x or 2.0): its codes, never the server's own text. */
export interface CswFailure {
  readonly kind: 'error';
  readonly codes: readonly string[];
  readonly locators: readonly string[];
}

export type CswAnswer = CswRecords | CswFailure;

function wordOf(text: string | undefined): string[] {
  return text !== undefined && /^[\w.:-]{1,60}$/.test(text) ? [text] : [];
}

/** The namespaces of ows 1.0, 1.1 and 2.0 differ, the names do not. A root of another name is none (malformed-exception-root.xml). */
function readFailure(root: XmlElement): CswFailure {
  const exceptions = childElements(root, 'Exception');
  return {
    kind: 'error',
    codes: exceptions.flatMap((exception) => wordOf(attribute(exception, 'exceptionCode'))),
    locators: exceptions.flatMap((exception) => wordOf(attribute(exception, 'locator'))),
  };
}

function readRecord(element: XmlElement): CswRecord {
  if (isIsoMetadata(element)) {
    const iso = readIso(element);
    return { id: iso.fileIdentifier, fields: iso.fields, iso };
  }
  if (!isCswRecord(element)) {
    throw new UnreadableDocument(
      `<${element.name}> (line ${String(element.line)}) is neither an ISO 19115 record nor one of csw:Record, SummaryRecord and BriefRecord`,
    );
  }
  const fields = readCswRecord(element);
  const id = childText(element, 'identifier') ?? null;
  if (id === null && bestText(fields.title) === '') {
    throw new UnreadableDocument(
      `<${element.name}> (line ${String(element.line)}) has neither a title nor an identifier`,
    );
  }
  return { id, fields, iso: null };
}

function readRecords(list: XmlElement): Pick<CswRecords, 'records' | 'refused'> {
  const records: CswRecord[] = [];
  const refused: string[] = [];
  for (const element of childElements(list)) {
    try {
      records.push(readRecord(element));
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refused.push(error.message);
    }
  }
  return { records, refused };
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function readPage(results: XmlElement): CswRecords {
  const read = readRecords(results);
  const there = read.records.length + read.refused.length;
  return {
    kind: 'records',
    many: true,
    ...read,
    matched: count(attribute(results, 'numberOfRecordsMatched')),
    returned: Math.min(there, count(attribute(results, 'numberOfRecordsReturned')) ?? there),
    next: count(attribute(results, 'nextRecord')),
  };
}

/** An Atom answer of CSW 3.0 counts as OpenSearch does, and does not say where the next page begins. */
function readFeed(feed: XmlElement): CswRecords {
  const records = childElements(feed, 'entry').map((entry) => ({
    id: childText(entry, 'identifier') ?? childText(entry, 'id') ?? null,
    fields: atomEntryFields(entry),
    iso: null,
  }));
  const matched = count(childText(feed, 'totalResults'));
  return { kind: 'records', many: true, records, refused: [], matched, returned: records.length, next: null };
}

/** Reads an answer by its root, whatever the HTTP status was. @throws UnreadableDocument for what is no answer of the protocol with records */
export function readCswAnswer(root: XmlElement): CswAnswer {
  const line = `(line ${String(root.line)})`;
  switch (root.name) {
    case 'ExceptionReport':
      return readFailure(root);
    case 'GetRecordsResponse': {
      const results = childElement(root, 'SearchResults');
      if (results === undefined) throw new UnreadableDocument(`<GetRecordsResponse> ${line} holds no <SearchResults>`);
      return readPage(results);
    }
    case 'GetRecordByIdResponse': {
      const read = readRecords(root);
      const returned = read.records.length + read.refused.length;
      return { kind: 'records', many: false, ...read, matched: returned, returned, next: null };
    }
    default:
      break;
  }
  if (isAtomFeed(root)) return readFeed(root);
  // CSW 3.0 answers GetRecordById with the record itself.
  if (isIsoMetadata(root) || isCswRecord(root)) {
    return {
      kind: 'records',
      many: false,
      records: [readRecord(root)],
      refused: [],
      matched: 1,
      returned: 1,
      next: null,
    };
  }
  throw new UnreadableDocument(`the root element is <${root.name}> ${line}, which is no answer of a CSW with records`);
}

/** Decodes any answer. @throws UnreadableDocument */
export function decodeCsw({ body }: UpstreamResponse): CswAnswer {
  return readCswAnswer(readXmlDocument(body));
}

/**
 * Where the next page begins; null at the end: the server gave no record (a count of hits has nextRecord="6" with 0
 * returned), says 0, would not go forward, or points past what it has. One that says nothing (CSW 3.0 may) goes on after
 * what it gave while it has more.
 */
export function nextStart({ next, returned, matched }: CswRecords, start: number): number | null {
  if (returned === 0) return null;
  const following = next ?? (matched === null ? 0 : start + returned);
  return following <= start || (matched !== null && following > matched) ? null : following;
}
