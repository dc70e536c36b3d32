import { ByteWriter, parquetWrite, type ColumnSource } from 'hyparquet-writer';
import { reportColumns, reportRecords, type ReportColumn } from './columns.js';
import type { ReportResult } from './report-result.js';

/** Years and counts are INT32 and INT64; an unknown year has no number, and is told by its label. */
function cellOf(value: string | number | boolean | null, type: ReportColumn['type']): unknown {
  if (value === null) return null;
  if (type === 'year') return /^\d{4}$/.test(String(value)) ? Number(value) : null;
  return type === 'count' ? BigInt(value) : value;
}

const TYPES = { text: 'STRING', year: 'INT32', count: 'INT64', flag: 'BOOLEAN' } as const;

/** A report as a Parquet file, what was asked in its key-value metadata. A count that was not made is null. */
export function reportParquet(report: ReportResult, question: string): Uint8Array {
  const records = reportRecords(report);
  const columnData = reportColumns(report).map(({ name, type }): ColumnSource => ({
    name,
    type: TYPES[type],
    nullable: type !== 'flag',
    data: records.map((record) => cellOf(record[name] ?? null, type)),
  }));
  const writer = new ByteWriter();
  // Into memory it writes at once; the promise is for writers that wait.
  void parquetWrite({
    writer,
    columnData,
    createdBy: 'Kakehashi',
    kvMetadata: [
      { key: 'question', value: question },
      { key: 'generated_at', value: report.generatedAt },
      { key: 'coverage', value: JSON.stringify(report.coverage) },
    ],
  });
  return writer.getBytes();
}
