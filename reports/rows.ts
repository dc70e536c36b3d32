import type { ReportResult, ReportRow } from './report.js';

export type Cell = string | number | boolean | null;

/**
 * The columns of a report as a table: of each dimension its value and labels, then platform, count and whether it is exact. The
 * value of the dimension `platform` is that one column: no name stands twice.
 */
export function columnsOf({ by }: Pick<ReportResult, 'by'>): string[] {
  return [
    ...by
      .map((dimension) => dimension.toLowerCase())
      .flatMap((name) => [...(name === 'platform' ? [] : [name]), `${name}_label_ja`, `${name}_label_en`]),
    'platform',
    'count',
    'exact',
  ];
}

/** One row in those columns. */
export function cellsOf({ keys, platform, count, exact }: ReportRow): Cell[] {
  return [
    ...keys.flatMap(({ dimension, value, label }) => [
      ...(dimension === 'PLATFORM' ? [] : [value]),
      label.ja,
      label.en,
    ]),
    platform,
    count,
    exact,
  ];
}
