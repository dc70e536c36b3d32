import { NO_TEXT } from './localized-text.js';
import type { WorkFields } from './record.js';

/** A work of which nothing is known: a document that carries only some fields fills in those. */
export const NO_FIELDS: WorkFields = {
  doi: null,
  identifiers: [],
  type: 'OTHER',
  title: NO_TEXT,
  alternativeTitles: [],
  description: null,
  creators: [],
  contributors: [],
  publisher: null,
  container: null,
  event: null,
  degree: null,
  version: null,
  issued: null,
  updated: null,
  languages: [],
  subjects: [],
  accessRight: 'UNKNOWN',
  embargoUntil: null,
  licenses: [],
  formats: [],
  size: null,
  funding: [],
  places: [],
  period: null,
  files: [],
  url: null,
  related: [],
};
