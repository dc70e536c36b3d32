import { table } from './text-table.js';
import type { ReportResult } from './report-result.js';

const NOT_TOLD = '–';

/**
 * A report for a terminal: the first dimensions down, the platforms across. A count that is no more than a lower bound, or comes from
 * an index that is near rather than exact, has a ~ before it; – is what cannot be told, or is not counted yet.
 */
export function reportTable({ by, rows, coverage }: ReportResult, lang: 'ja' | 'en'): string {
  const own = by.filter((dimension) => dimension !== 'PLATFORM');
  const platforms = coverage
    .map(({ platform }) => platform)
    .filter((platform) => rows.some((row) => row.platform === platform));
  const lines = new Map<string, { readonly heads: readonly string[]; readonly counts: Map<string, string> }>();
  for (const { keys, platform, count, exact } of rows) {
    const values = keys.filter(({ dimension }) => dimension !== 'PLATFORM');
    const key = JSON.stringify(values.map(({ value }) => value));
    const line = lines.get(key) ?? {
      heads: values.map(({ label }) => label[lang] ?? label.text),
      counts: new Map<string, string>(),
    };
    line.counts.set(platform, count === null ? NOT_TOLD : `${exact ? '' : '~'}${String(count)}`);
    lines.set(key, line);
  }
  const body = [...lines.values()].map(({ heads, counts }) => [
    ...heads,
    ...platforms.map((platform) => counts.get(platform) ?? NOT_TOLD),
  ]);
  return table([...own.map((dimension) => dimension.toLowerCase()), ...platforms], body, own.length);
}
