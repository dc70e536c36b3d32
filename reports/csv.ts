import { stringify } from 'csv-stringify/sync';
import { reportColumns, reportRecords } from './columns.js';
import type { ReportResult } from './report-result.js';

/** A report as CSV (RFC 4180). What a spreadsheet would take for a formula is escaped; a count that was not made is an empty cell. */
export function reportCsv(report: ReportResult): string {
  return stringify(reportRecords(report), {
    header: true,
    columns: reportColumns(report).map(({ name }) => name),
    escape_formulas: true,
    cast: { boolean: String },
  });
}
