import { csv } from '../exports/lines.js';
import type { Terms } from '../exports/columns.js';
import type { ExportedWork, SummaryWork } from '../exports/work.js';
import { cut } from '../reports/text.js';
import { table } from './table.js';

/** How works are printed. */
export const WORK_FORMATS = ['table', 'json', 'ndjson', 'csv'] as const;
export type WorkFormat = (typeof WORK_FORMATS)[number];

/** Columns that a title, and the creators, may take in a terminal. */
const [TITLE_COLUMNS, CREATOR_COLUMNS] = [60, 30];

/** Works in lines for a terminal. */
export function worksTable(works: readonly SummaryWork[]): string {
  const rows = works.map(({ issued, type, accessRight, title, creators, id }) => [
    issued ?? '',
    type,
    accessRight,
    cut(title.text, TITLE_COLUMNS),
    cut(creators.map(({ name }) => name.text).join('; '), CREATOR_COLUMNS),
    id,
  ]);
  return table(['issued', 'type', 'access', 'title', 'creators', 'id'], rows);
}

/** Works for machines; `more` goes beside them in JSON. */
export function printedWorks(
  works: readonly ExportedWork[],
  format: Exclude<WorkFormat, 'table'>,
  terms: ReadonlyMap<string, Terms>,
  more: Readonly<Record<string, unknown>> = {},
): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ works, ...more }, null, 2);
    case 'ndjson':
      return works.map((work) => JSON.stringify(work)).join('\n');
    case 'csv': {
      const lines = csv({ bom: false });
      return (lines.head + works.map((work) => lines.line(work, terms)).join('')).trimEnd();
    }
  }
}
