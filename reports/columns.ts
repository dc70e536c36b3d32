import { isYear } from './dimension-names.js';
import type { ReportResult } from './report-result.js';

export interface ReportColumn {
  readonly name: string;
  readonly type: 'text' | 'year' | 'count' | 'flag';
}

/** One row by its columns' names. A count that is null was not made. */
export type ReportRecord = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The columns of a report as a table: of each dimension its value and its labels, then platform, count and exact. Where the
 * platform is a dimension its column is the dimension's: no name stands twice.
 */
export function reportColumns({ by }: Pick<ReportResult, 'by'>): ReportColumn[] {
  const dimensions = by.flatMap((dimension): ReportColumn[] => {
    const name = dimension.toLowerCase();
    return [
      { name, type: isYear(dimension) ? 'year' : 'text' },
      { name: `${name}_label_ja`, type: 'text' },
      { name: `${name}_label_en`, type: 'text' },
    ];
  });
  const platform: ReportColumn[] = by.includes('PLATFORM') ? [] : [{ name: 'platform', type: 'text' }];
  return [...dimensions, ...platform, { name: 'count', type: 'count' }, { name: 'exact', type: 'flag' }];
}

/** The rows of a report by the names of its columns. A label that has only the other language is null. */
export function reportRecords({ rows }: ReportResult): ReportRecord[] {
  return rows.map(({ keys, count, platform, exact }) => ({
    platform,
    ...Object.fromEntries(
      keys.flatMap(({ dimension, value, label }) => {
        const name = dimension.toLowerCase();
        // A name of no language, such as a platform's own, stands in both.
        const own = label.ja === null && label.en === null ? label.text : null;
        return [
          [name, value],
          [`${name}_label_ja`, label.ja ?? own],
          [`${name}_label_en`, label.en ?? own],
        ];
      }),
    ),
    count,
    exact,
  }));
}
