import type { FullRecord, License, LocalizedText, BoundingBox, AccessRight } from '../common/record.js';
import { parseDoi } from '../common/identifiers.js';
import type { GedStatus } from './landing/status.js';

/** The prefix of GED's record ids. */
export const PREFIX = 'ged:';
/** The prefix of NIES's DOIs (fact sheet 2). */
export const DOI_PREFIX = '10.17595/';

/** A date and a three-digit number (fact sheet 2). */
const ID = /^\d{8}\.\d{3}$/;

/** A dataset's id (20160901.004) from its bare form, its record id or its DOI in any form; null: it is none. */
export function datasetId(text: string): string | null {
  const bare = text.trim().replace(/^ged:/, '');
  const doi = parseDoi(bare);
  const id = doi?.startsWith(DOI_PREFIX) === true ? doi.slice(DOI_PREFIX.length) : bare;
  return ID.test(id) ? id : null;
}

export function isRecordId(id: string): boolean {
  return id.startsWith(PREFIX) && ID.test(id.slice(PREFIX.length));
}

export interface GedSite {
  readonly name: LocalizedText | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly box: BoundingBox | null;
  /** Metres, as all three. */
  readonly elevation: number | null;
  readonly inletHeight: number | null;
  readonly altitude: number | null;
}

/** A data file as the page shows it. */
export interface GedFileEntry {
  readonly name: string;
  readonly url: string;
  readonly label: LocalizedText | null;
  readonly accessRight: AccessRight;
  readonly size: string | null;
  readonly bytes: number | null;
}

export interface GedServiceEntry {
  readonly kind: string;
  readonly name: LocalizedText;
  readonly url: string;
  readonly preliminary: boolean;
}

/** What a landing page says beside the shared fields. */
export interface GedFields {
  /** YYYY-MM-DD. */
  readonly updatedOn: string | null;
  readonly status: GedStatus;
  readonly contributorsText: LocalizedText | null;
  /** As printed. */
  readonly contact: string | null;
  readonly box: BoundingBox | null;
  readonly sites: readonly GedSite[];
  readonly ongoing: boolean | null;
  readonly observedItems: LocalizedText | null;
  readonly resolution: LocalizedText | null;
  readonly precision: LocalizedText | null;
  readonly method: LocalizedText | null;
  readonly history: readonly LocalizedText[];
  readonly references: readonly LocalizedText[];
  readonly usedIn: readonly LocalizedText[];
  readonly acknowledgements: LocalizedText | null;
  readonly dataFiles: readonly GedFileEntry[];
  readonly services: readonly GedServiceEntry[];
  readonly terms: LocalizedText | null;
  readonly license: License | null;
  /** The agency whose metadata of the DOI filled something in. */
  readonly metadataFrom: string | null;
}

/** A dataset: its landing pages carry everything, so that every record is whole. */
export type GedRecord = FullRecord & GedFields;
