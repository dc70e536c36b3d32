import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { COLUMN_NAMES, COLUMN_TYPES, rowOf, type WorkRow } from './columns.js';
import { workShape } from './work.js';

/** Rows that are in memory at a time, and a row group of the file. */
const ROWS = 5000;

const lineShape = workShape.extend({
  sources: z.array(
    z.object({ platform: z.string(), attribution: z.string().nullable(), terms: z.string().nullable() }),
  ),
});

/** Parquet's types: days and instants as such, all else that is no number as UTF-8. */
const SCHEMA = COLUMN_NAMES.map((name) => {
  const nullable = { name, repetition_type: 'OPTIONAL' as const };
  switch (COLUMN_TYPES[name]) {
    case 'INTEGER':
      return { ...nullable, type: 'INT32' as const };
    case 'DATE':
      return { ...nullable, type: 'INT32' as const, converted_type: 'DATE' as const };
    case 'INSTANT':
      return { ...nullable, type: 'INT64' as const, converted_type: 'TIMESTAMP_MILLIS' as const };
    default:
      return { ...nullable, type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const };
  }
});

function valueOf(name: string, value: WorkRow[string]): unknown {
  const type = COLUMN_TYPES[name];
  if (value === null) return null;
  if (type !== 'DATE' && type !== 'INSTANT') return value;
  const date = new Date(String(value));
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Makes a table (columns.ts) in Parquet of exported NDJSON, in bounded memory. */
export async function ndjsonToParquet(from: string, to: string): Promise<void> {
  const writer = fileWriter(to);
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: SCHEMA.length }, ...SCHEMA],
    createdBy: 'kakehashi',
  });
  let rows: WorkRow[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    const columnData = COLUMN_NAMES.map((name) => ({
      name,
      data: rows.map((row) => valueOf(name, row[name] ?? null)),
    }));
    rows = [];
    await parquet.write({ columnData, rowGroupSize: ROWS });
  };
  for await (const line of createInterface({ input: createReadStream(from), crlfDelay: Infinity })) {
    const { sources, ...work } = lineShape.parse(JSON.parse(line));
    const terms = new Map(
      sources.map(({ platform, attribution, terms: termsUrl }) => [
        platform,
        { attribution, termsUrl, name: { ja: null, en: null } },
      ]),
    );
    rows.push(rowOf(work, terms));
    if (rows.length === ROWS) await flush();
  }
  await flush();
  await parquet.finish();
}
