/** Identifiers of DIAS (fact sheet 2). */

export const PREFIX = 'dias:';

const DATASET_ID = /^\w{1,200}$/;

/** Letters, digits and underscores; case counts. */
export function isDatasetId(text: string): boolean {
  return DATASET_ID.test(text);
}

export interface MetadataIdentifier {
  readonly datasetId: string;
  /** YYYYMMDDhhmmss of this revision of the document. */
  readonly revision: string;
  readonly language: 'ja' | 'en';
}

/**
 * The parts of a metadata identifier: JRA5520240221120009-DIAS20221121113753-ja. The dataset id may end with digits itself: its
 * time is the last 14 of them (fact sheet 2).
 */
export function parseMetadataIdentifier(text: string): MetadataIdentifier | null {
  const match = /^(\w{1,200}?)(\d{14})(?:-\w{1,60}?\d{14})?-(ja|en)$/.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { datasetId: match[1], revision: match[2], language: match[3] === 'en' ? 'en' : 'ja' };
}

/** The dataset that an address of DIAS's leads to: a landing page or a metadata document, on whatever host. */
const LANDING = /^\/(?:ja|en)\/dataset\/(\w{1,200})\/?$/;
const DOCUMENT = /\/doc\/(\w{1,200}?)(?:-[A-Za-z]\w{0,60})?-(?:ja|en)\.html$/;

export function datasetIdOfPath(path: string): string | null {
  return LANDING.exec(path)?.[1] ?? DOCUMENT.exec(path)?.[1] ?? null;
}
