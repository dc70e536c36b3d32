import { NO_FIELDS } from '../subgraphs/common/no-fields.js';
import type { FullRecord } from '../subgraphs/common/record.js';
import type { FormatWork } from './work.js';

/** A record that stands alone is the source of all its values, and its DOI is the work's id. */
export function recordAsWork({ platform, ...record }: FullRecord): FormatWork {
  return {
    ...record,
    id: record.doi === null ? record.id : `doi:${record.doi}`,
    provenance: Object.keys(NO_FIELDS).map((field) => ({ field, platform, recordId: record.id })),
  };
}
