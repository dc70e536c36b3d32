import type { ReportResult, ReportResultRow } from './report-result.js';

type Label = readonly [ja: string | null, en: string | null];

/** A report for tests: rows as [platform, values, count, exact]. Labels are made of the values unless given. */
export function reportOf(
  by: readonly string[],
  rows: readonly (readonly [platform: string, values: readonly string[], count: number | null, exact?: boolean])[],
  parts: Partial<ReportResult> & { readonly labels?: Readonly<Record<string, Label>> } = {},
): ReportResult {
  const { labels = {}, ...more } = parts;
  const made = rows.map(([platform, values, count, exact = count !== null]): ReportResultRow => ({
    keys: by.map((dimension, index) => {
      const value = values[index] ?? '';
      const [ja, en] = labels[value] ?? [value, value];
      return { dimension, value, label: { ja, en, text: ja ?? en ?? value } };
    }),
    count,
    platform,
    exact,
  }));
  const platforms = [...new Set(made.map(({ platform }) => platform))];
  return {
    by: [...by],
    rows: made,
    total: made.reduce((sum, { count }) => sum + (count ?? 0), 0),
    coverage: platforms.map((platform) => {
      const counts = made.filter((row) => row.platform === platform).map(({ count }) => count);
      const counted = counts.some((count) => count !== null);
      return {
        platform,
        state: !counted ? 'FAILED' : counts.includes(null) ? 'PARTIAL' : 'OK',
        method: counted ? 'UPSTREAM_COUNT' : 'NONE',
        pending: 0,
        made: counts.length,
        message: counted ? null : `${platform} is away.`,
      };
    }),
    generatedAt: '2026-04-01T00:00:00.000Z',
    ...more,
  };
}
