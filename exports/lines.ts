import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { AROUND, inDocument, type Format } from '../formats/registry.js';
import { COLUMN_NAMES, rowOf, type Terms } from './columns.js';
import { WORK_FIELDS, workShape } from './work.js';

/** One work of an export. */
export interface Line {
  readonly id: string;
  readonly records: readonly { readonly id: string; readonly platform: string }[];
  /** As it stands in the file. */
  readonly text: (terms: ReadonlyMap<string, Terms>) => string;
}

/** How works become a file, one after the other. */
export interface LineFormat {
  readonly mediaType: string;
  /** What the file begins with, what stands between two works, and what it ends with. */
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  /** Of `Work` in the API. */
  readonly fields: string;
  readonly shape: z.ZodType<Line>;
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
  between: '',
  tail: '',
  fields: WORK_FIELDS,
  shape: workShape.transform((work) => ({
    id: work.id,
    records: work.records,
    text: (terms) => {
      const sources = [...new Set(work.records.map(({ platform }) => platform))].map((platform) => ({
        platform,
        attribution: terms.get(platform)?.attribution ?? null,
        terms: terms.get(platform)?.termsUrl ?? null,
      }));
      return `${JSON.stringify({ ...work, sources })}\n`;
    },
  })),
};

/** A table of works (columns.ts). */
export function csv({ bom }: { readonly bom: boolean }): LineFormat {
  return {
    mediaType: 'text/csv; charset=utf-8; header=present',
    head: `${bom ? BOM : ''}${csvLine(COLUMN_NAMES)}`,
    between: '',
    tail: '',
    fields: WORK_FIELDS,
    shape: workShape.transform((work) => ({
      id: work.id,
      records: work.records,
      text: (terms) => {
        const row = rowOf(work, terms);
        return csvLine(COLUMN_NAMES.map((name) => row[name]));
      },
    })),
  };
}

/** One document in an exchange format (formats/), as the API writes each work. */
export function exchange(format: Format): LineFormat {
  const [head, between, tail] = AROUND[format.many];
  return {
    mediaType: format.mediaType,
    head,
    between,
    tail,
    fields: `id records { id platform } export(format: ${format.exportFormat})`,
    shape: z
      .object({
        id: z.string(),
        records: z.array(z.object({ id: z.string(), platform: z.string() })),
        export: z.string(),
      })
      .transform(({ id, records, export: text }) => ({ id, records, text: () => inDocument(text, format) })),
  };
}
