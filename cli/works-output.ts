import { csv, exchange, type Line, type LineFormat } from '../exports/lines.js';
import type { Terms } from '../exports/columns.js';
import type { ExportedWork, SummaryWork } from '../exports/work.js';
import { FORMATS } from '../formats/registry.js';
import { cut } from '../reports/text.js';
import { CommandFailure, EXIT_USAGE } from './exit.js';
import { table } from './table.js';

/** How works are printed. */
const WORK_FORMATS: readonly string[] = ['table', 'json', 'ndjson', 'csv', ...FORMATS.map(({ name }) => name)];

/** @throws CommandFailure for what is none of WORK_FORMATS */
export function checkFormat(name: string): void {
  if (!WORK_FORMATS.includes(name))
    throw new CommandFailure(`--format ${name}: is none of ${WORK_FORMATS.join(', ')}.`, EXIT_USAGE);
}

/** How works are printed as one document; null: not by this (a table, JSON as the API has it). */
export function documentFormat(name: string): LineFormat | null {
  if (name === 'csv') return csv({ bom: false });
  const format = FORMATS.find((one) => one.name === name);
  return format === undefined ? null : exchange(format);
}

/** Works as one document. */
export function printedDocument(
  works: readonly Line[],
  { head, between, tail }: LineFormat,
  terms: ReadonlyMap<string, Terms>,
): string {
  return head + works.map((work) => work.text(terms)).join(between) + tail;
}

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

/** Works as the API has them; `more` goes beside them in JSON. */
export function printedJson(
  works: readonly ExportedWork[],
  format: 'json' | 'ndjson',
  more: Readonly<Record<string, unknown>> = {},
): string {
  if (format === 'json') return `${JSON.stringify({ works, ...more }, null, 2)}\n`;
  return works.map((work) => `${JSON.stringify(work)}\n`).join('');
}
