import { stringify } from 'csv-stringify/sync';
import { BOM } from '../exports/lines.js';
import { reportColumns, reportRecords } from './columns.js';
import type { ReportResult } from './report-result.js';

/**
 * A report as CSV (RFC 4180). What a spreadsheet would take for a formula is escaped; a count that was not made is an empty cell.
 * @param bom begins it as Excel wants it
 */
export function reportCsv(report: ReportResult, { bom = false }: { readonly bom?: boolean } = {}): string {
  const rows = stringify(reportRecords(report), {
    header: true,
    columns: reportColumns(report).map(({ name }) => name),
    escape_formulas: true,
    record_delimiter: '\r\n',
    cast: { boolean: String },
  });
  return `${bom ? BOM : ''}${rows}`;
}
