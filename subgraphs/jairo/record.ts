import { identifier, uniqueIdentifiers } from '../common/identifiers.js';
import { NO_FIELDS } from '../common/no-fields.js';
import type { OaiHeader } from '../common/oai-pmh/envelope.js';
import type { FullRecord, RelatedWork, Retrieval, SharedRecord, WorkFields } from '../common/record.js';

/** What a repository says of a record beside the work that it describes. Undefined: the document that was read does not carry it. */
export interface JairoOwnFields {
  /** The repository's id (its host name); null for a record that only IRDB could be asked for. */
  readonly repository: string | null;
  /** The record number, or <5>/<10> of IRDB. */
  readonly recid: string;
  readonly oaiIdentifier?: string | null;
  /** RFC 3339. */
  readonly datestamp?: string | null;
  readonly deleted?: boolean | null;
  readonly sets?: readonly string[] | null;
  /** The JPCOAR element of the record as the repository gave it. */
  readonly jpcoar?: string | null;
}

/** A record of JAIRO Cloud: a hit (fields undefined where its document does not carry them) or the record's own document. */
export type JairoItemRecord = SharedRecord & JairoOwnFields;

/** A record whose own document was read. */
export type FullJairoItem = FullRecord & Required<JairoOwnFields>;

/** What a metadata document says of a work: the shared fields, and the document itself where it is JPCOAR. */
export interface DescribedWork {
  readonly fields: WorkFields;
  readonly jpcoar: string | null;
}

/** Where a record stands. */
export interface RecordPlace {
  readonly id: string;
  readonly repository: string | null;
  readonly recid: string;
}

/** The record id that an address leads to, or null. */
export type IdOfUrl = (url: string) => string | null;

/** Related works whose address is a record of a repository become reachable by its id. */
export function linkRelated(related: readonly RelatedWork[], idOfUrl: IdOfUrl): RelatedWork[] {
  return related.map((work) => {
    if (work.id !== null || work.identifier?.scheme !== 'URL') return work;
    return { ...work, id: idOfUrl(work.identifier.value) };
  });
}

/** A record of its own document, with its place, and its header where it came by OAI-PMH. */
export function fullItem(
  work: DescribedWork,
  place: RecordPlace,
  header: OaiHeader | null,
  retrieved: Retrieval,
  idOfUrl: IdOfUrl,
): FullJairoItem {
  const oai = header === null ? [] : [identifier('OAI', header.identifier)];
  return {
    ...work.fields,
    identifiers: uniqueIdentifiers([...work.fields.identifiers, ...oai]),
    related: linkRelated(work.fields.related, idOfUrl),
    ...place,
    platform: 'JAIRO_CLOUD',
    retrieved,
    oaiIdentifier: header?.identifier ?? null,
    datestamp: header?.datestamp ?? null,
    deleted: false,
    sets: header?.sets ?? [],
    jpcoar: work.jpcoar,
  };
}

/** A record that the repository lists as deleted: of the work itself nothing is told (fact sheet 2.7). */
export function deletedItem(header: OaiHeader, place: RecordPlace, retrieved: Retrieval): FullJairoItem {
  return { ...fullItem({ fields: NO_FIELDS, jpcoar: null }, place, header, retrieved, () => null), deleted: true };
}

/** A hit of a host's OpenSearch in JPCOAR: the whole work, without the OAI-PMH header, which is read only if it is asked for. */
export function jpcoarHit(
  work: DescribedWork,
  place: RecordPlace,
  retrieved: Retrieval,
  idOfUrl: IdOfUrl,
): JairoItemRecord & WorkFields {
  return {
    ...work.fields,
    related: linkRelated(work.fields.related, idOfUrl),
    ...place,
    platform: 'JAIRO_CLOUD',
    retrieved,
    deleted: false,
    jpcoar: work.jpcoar,
  };
}

/**
 * Where a record stands by what its own document says, for documents that are read offline: the landing page at its
 * repository, else the OAI identifier (whose host may differ from the repository's: fact sheet 1); empty where the document
 * says neither (a bare record with nothing but a handle), since no id is made up. `recid` is the record number without its
 * zeros.
 */
export function placeOfDocument(fields: WorkFields, header: OaiHeader | null): RecordPlace {
  for (const { scheme, value } of fields.identifiers) {
    const page = scheme === 'URL' ? /^https?:\/\/([^/?#]+)\/(?:.*\/)?records\/(\d+)\/?$/i.exec(value) : null;
    if (page?.[1] && page[2]) return placeAt(page[1].toLowerCase(), page[2]);
  }
  const oai = /^oai:([^:]+):(.+)$/.exec(header?.identifier ?? '');
  if (oai?.[1] && oai[2]) return placeAt(oai[1], oai[2].replace(/^0+(?=\d+$)/, ''));
  return { id: '', repository: null, recid: '' };
}

function placeAt(repository: string, recid: string): RecordPlace {
  return { id: `jairo:${repository}/${recid}`, repository, recid };
}
