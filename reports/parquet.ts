import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ReportResult } from './report.js';
import { cellsOf, columnsOf } from './rows.js';

/** A report as a Parquet file: counts are 64-bit numbers, labels UTF-8. */
export function reportParquet(result: ReportResult): Buffer {
  const rows = result.rows.map(cellsOf);
  const bytes = parquetWriteBuffer({
    columnData: columnsOf(result).map((name, column) => {
      const data = rows.map((row) => row[column] ?? null);
      if (name === 'count')
        return {
          name,
          data: data.map((value) => (value === null ? null : BigInt(Number(value)))),
          type: 'INT64' as const,
        };
      if (name === 'exact') return { name, data, type: 'BOOLEAN' as const };
      return { name, data, type: 'STRING' as const };
    }),
  });
  return Buffer.from(bytes);
}
