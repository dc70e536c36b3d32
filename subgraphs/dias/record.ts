import type { BoundingBox, FullRecord, LocalizedText, Subject } from '../common/record.js';
import type { GridDimension } from './html/page.js';

/** Where a value of a dataset comes from, the nearest to DIAS's own people first. */
export type DiasSource = 'DIAS_HTML' | 'LANDING_PAGE' | 'JALC' | 'DATACITE' | 'CSL' | 'GEODAB' | 'CSW' | 'OAI';

/** Which document filled a field of the answer. */
export interface DiasFieldSource {
  /** The field's name in the API. */
  readonly field: string;
  readonly source: DiasSource;
  readonly retrievedAt: Date;
}

export interface DiasContact {
  readonly name: LocalizedText | null;
  readonly organization: LocalizedText | null;
  /** dataset, project or author (of the metadata document); another source's own word otherwise. */
  readonly role: string | null;
  readonly email: string | null;
}

/** What DIAS says of a dataset beside the shared fields. */
export interface DiasFields {
  /** DIAS's own id; of what only a catalogue outside of DIAS knows, that catalogue's. */
  readonly datasetId: string;
  readonly shortName: string | null;
  readonly contacts: readonly DiasContact[];
  /** EDTF. */
  readonly created: string | null;
  readonly revised: string | null;
  readonly keywords: readonly Subject[];
  readonly topicCategories: readonly string[];
  readonly box: BoundingBox | null;
  /** The content goes on: `period` is its beginning alone. */
  readonly ongoing: boolean | null;
  readonly temporalResolution: LocalizedText | null;
  readonly grid: readonly GridDimension[];
  readonly placeNames: readonly LocalizedText[];
  readonly environment: LocalizedText | null;
  readonly processing: LocalizedText | null;
  readonly remarks: LocalizedText | null;
  readonly constraints: LocalizedText | null;
  readonly licenseText: LocalizedText | null;
  readonly acknowledgement: LocalizedText | null;
  readonly references: readonly string[];
  readonly online: readonly string[];
  readonly accountRequired: boolean | null;
  readonly fileListUrl: string | null;
  /** Of the Japanese document, else the English one; changes with each revision, so never a key (fact sheet 2). */
  readonly metadataIdentifier: string | null;
  readonly sources: readonly DiasFieldSource[];
}

/** A dataset of DIAS's: the catalogue holds whole records, so a hit is the record. */
export type DiasRecord = FullRecord & DiasFields;
