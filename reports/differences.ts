import type { ReportResult, ReportResultRow } from './report-result.js';
import { table } from './text-table.js';

const nameOf = ({ keys }: ReportResultRow): string =>
  keys
    .filter(({ dimension }) => dimension !== 'PLATFORM')
    .map(({ label }) => label.text)
    .join(' / ');
const keyOf = ({ keys, platform }: ReportResultRow): string =>
  JSON.stringify([keys.map(({ value }) => value), platform]);
const told = (row: ReportResultRow | undefined): string =>
  row === undefined ? '' : row.count === null ? '–' : `${row.exact ? '' : '~'}${String(row.count)}`;

/** The cells that differ between two runs of one report, in lines for a terminal. */
export function differences(before: ReportResult, now: ReportResult): string {
  const known = new Map(before.rows.map((row) => [keyOf(row), row]));
  const all = new Map([...known, ...now.rows.map((row) => [keyOf(row), row] as const)]);
  const later = new Map(now.rows.map((row) => [keyOf(row), row]));
  const rows = [...all].flatMap(([key, row]) => {
    const [old, current] = [known.get(key), later.get(key)];
    if (told(old) === told(current)) return [];
    const change =
      typeof old?.count === 'number' && typeof current?.count === 'number' ? current.count - old.count : null;
    return [
      [
        nameOf(row),
        row.platform,
        told(old),
        told(current),
        change === null ? '' : `${change > 0 ? '+' : ''}${String(change)}`,
      ],
    ];
  });
  if (rows.length === 0) return 'No difference.';
  return table(
    [
      now.by
        .filter((one) => one !== 'PLATFORM')
        .join(' / ')
        .toLowerCase(),
      'platform',
      'before',
      'now',
      'change',
    ],
    rows,
    2,
  );
}
