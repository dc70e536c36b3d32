import { stringify } from 'csv-stringify/sync';
import { BOM } from '../exports/lines.js';
import type { ReportResult } from './report.js';
import { cellsOf, columnsOf } from './rows.js';

/** A report for spreadsheets, pandas and R. An empty count is one that cannot be told, or is not made yet; `exact` is true or false. */
export function reportCsv(result: ReportResult, { bom }: { readonly bom: boolean }): string {
  const rows = stringify([columnsOf(result), ...result.rows.map(cellsOf)], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { boolean: String },
  });
  return `${bom ? BOM : ''}${rows}`;
}
