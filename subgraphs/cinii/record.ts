import type { FullRecord, Identifier, LocalizedText, SharedRecord } from '../common/record.js';
import type { AwardReference } from '../common/value-resolvers.js';

/** The journal, book or other publication that a record is part of, as CiNii Research prints it. */
export interface CiniiPublication {
  readonly name: LocalizedText | null;
  readonly publisher: LocalizedText | null;
  readonly issn: readonly string[];
  readonly volume: string | null;
  readonly number: string | null;
  readonly startingPage: string | null;
  readonly endingPage: string | null;
  /** EDTF. */
  readonly date: string | null;
}

/** What CiNii Research says of a record beside the shared fields. Undefined: the document that was read does not carry it. */
export interface CiniiFields {
  readonly crid: string;
  /** Article, Book, Dissertation, Dataset, Project, Researcher, Product; null where the platform does not say. */
  readonly kind: string | null;
  /** Null where the record has none, or where its licence flag forbids passing it on. */
  readonly abstract?: LocalizedText | null;
  readonly publication?: CiniiPublication | null;
  /** The source records that were merged into this one. */
  readonly dataSources?: readonly Identifier[];
  readonly projects?: readonly AwardReference[];
}

/** A record of CiNii Research: a hit (fields undefined where a hit does not carry them) or the record's own document. */
export type CiniiRecord = SharedRecord & CiniiFields;

/** A record whose own document was read. */
export type FullCiniiRecord = FullRecord & Required<CiniiFields>;

/** The prefix of CiNii Research's record ids. */
export const PREFIX = 'cinii:';

/** Where people look at a record, whatever address the machine interface is asked at. */
export function pageOf(crid: string): string {
  return `https://cir.nii.ac.jp/crid/${crid}`;
}
