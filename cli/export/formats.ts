import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { stringify } from 'csv-stringify/sync';
import { fileWriter, parquetWriteRows, type SchemaElement } from 'hyparquet-writer';
import { firstDay } from '../../subgraphs/common/edtf.js';
import { WORK_COLUMNS, workRow, type FoundWork } from '../found-works.js';

/** How an export is written while it grows: one page after another, each the end of the file so far. */
export interface ExportFormat {
  /** A page of works as text; the first page brings the heading. */
  readonly page: (works: readonly FoundWork[], isFirst: boolean) => string;
  /** What the whole part file is made into at the end; absent: it is the export already. */
  readonly finish?: (part: string, made: string) => Promise<void>;
}

const lines = (works: readonly FoundWork[]): string => works.map((found) => `${JSON.stringify(found)}\n`).join('');

function csvPage(works: readonly FoundWork[], isFirst: boolean): string {
  return stringify(works.map(workRow), { header: isFirst, columns: [...WORK_COLUMNS], escape_formulas: true });
}

const NUMBERS: readonly SchemaElement[] = [
  { name: 'issued_date', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
  { name: 'issued_year', type: 'INT32', repetition_type: 'OPTIONAL' },
];
const TEXTS = WORK_COLUMNS.map((name): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type: 'OPTIONAL',
}));
const SCHEMA: SchemaElement[] = [{ name: 'root', num_children: TEXTS.length + NUMBERS.length }, ...TEXTS, ...NUMBERS];
/** Rows that are in memory at once. */
const ROWS_AT_ONCE = 10_000;

/** A work for Parquet: texts, null where there is none, and its date as a date: of a year or month, or a period, its first day. */
function parquetRow(found: FoundWork): Record<string, unknown> {
  const texts = Object.entries(workRow(found)).map(([name, value]) => [name, value === '' ? null : value]);
  const issued = found.issued === null || found.issued.startsWith('-') ? null : found.issued;
  return {
    ...(Object.fromEntries(texts) as Record<string, unknown>),
    issued_date: issued === null ? null : new Date(`${firstDay(issued)}T00:00:00Z`),
    issued_year: issued === null ? null : Number(issued.slice(0, 4)),
  };
}

async function* rowsOf(part: string): AsyncGenerator<Record<string, unknown>> {
  for await (const line of createInterface({ input: createReadStream(part), crlfDelay: Infinity }))
    yield parquetRow(JSON.parse(line) as FoundWork);
}

/** A Parquet file cannot grow over an interruption: its end tells where all is. It is made at the end, from lines of JSON. */
async function parquetFile(part: string, made: string): Promise<void> {
  const columns = SCHEMA.slice(1).map(({ name }) => ({ name, nullable: true }));
  await parquetWriteRows({
    writer: fileWriter(made),
    rows: rowsOf(part),
    columns,
    schema: SCHEMA,
    rowGroupSize: ROWS_AT_ONCE,
    createdBy: 'Kakehashi',
  });
}

/** By the end of the file's name. */
export const EXPORT_FORMATS: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  ['ndjson', { page: lines }],
  ['csv', { page: csvPage }],
  ['parquet', { page: lines, finish: parquetFile }],
]);
