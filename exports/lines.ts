import { stringify } from 'csv-stringify/sync';
import { COLUMN_NAMES, rowOf, type Terms } from './columns.js';
import type { ExportedWork } from './work.js';

/** How works become lines of a file. */
export interface LineFormat {
  readonly mediaType: string;
  /** What the file begins with. */
  readonly head: string;
  line(work: ExportedWork, terms: ReadonlyMap<string, Terms>): string;
}

/** Excel takes a file without it for one in the machine's own encoding. */
export const BOM = '\uFEFF';

/** Lines end as RFC 4180 says; a text that a spreadsheet would run as a formula has a ' before it. */
function csvLine(cells: readonly unknown[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n', escape_formulas: true });
}

/** One JSON object a line: the work as `Work` in the API, and the platforms whose data it is. */
export const NDJSON: LineFormat = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  head: '',
  line(work, terms) {
    const sources = [...new Set(work.records.map(({ platform }) => platform))].map((platform) => ({
      platform,
      attribution: terms.get(platform)?.attribution ?? null,
      terms: terms.get(platform)?.termsUrl ?? null,
    }));
    return `${JSON.stringify({ ...work, sources })}\n`;
  },
};

/** A table of works (columns.ts). */
export function csv({ bom }: { readonly bom: boolean }): LineFormat {
  return {
    mediaType: 'text/csv; charset=utf-8; header=present',
    head: `${bom ? BOM : ''}${csvLine(COLUMN_NAMES)}`,
    line(work, terms) {
      const row = rowOf(work, terms);
      return csvLine(COLUMN_NAMES.map((name) => row[name]));
    },
  };
}
