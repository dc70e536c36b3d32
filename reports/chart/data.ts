import { cut } from '../text.js';
import { isYear } from '../dimension-names.js';
import type { ReportResult, ReportResultKey } from '../report-result.js';
import type { ReportChart } from './chart.js';

/** A cell as vega reads it. */
export interface ChartCell {
  /** Labels, one a dimension beside PLATFORM: a, b. */
  readonly a: string;
  readonly b: string;
  readonly platform: string;
  /** Null: not counted. */
  readonly count: number | null;
  readonly exact: boolean;
  /** The count for people: "≈" before what is not exact, "–" for what was not counted. */
  readonly text: string;
}

export interface ChartData {
  readonly cells: readonly ChartCell[];
  /** Of each own dimension, in its order. */
  readonly domains: readonly (readonly string[])[];
  /** The names of the platforms that were counted, in the report's order. */
  readonly counted: readonly string[];
  readonly notCounted: readonly string[];
  /** Values without a place in the picture, by dimension. */
  readonly leftOut: readonly number[];
}

/** A value's label at an axis takes at most so many columns; two a Japanese character. */
const LABEL_COLUMNS = 34;
/** More rows or columns than these are not to be read. */
const MAX_VALUES = 30;
/** Years between the first and the last are filled in, unless a wrong date makes them too many. */
const MAX_YEARS = 120;
const UNKNOWN = 'UNKNOWN';

export function countText(count: number | null, exact: boolean): string {
  return count === null ? '–' : `${exact ? '' : '≈'}${count.toLocaleString('en')}`;
}

function labelOf({ dimension, value, label }: ReportResultKey): string {
  if (isYear(dimension)) return value === UNKNOWN ? '不明 ?' : value;
  const { ja, en } = label;
  return cut(ja !== null && en !== null && ja !== en ? `${ja} ${en}` : label.text, LABEL_COLUMNS);
}

interface Domain {
  readonly labels: ReadonlyMap<string, string>;
  readonly leftOut: number;
}

/** The values of a dimension in their order, with their labels: the years without gaps, of all else those with the most records. */
function domainOf({ rows }: ReportResult, dimension: string): Domain {
  const labels = new Map<string, string>();
  const sums = new Map<string, number>();
  for (const { keys, count } of rows) {
    const key = keys.find((one) => one.dimension === dimension);
    if (key === undefined) continue;
    labels.set(key.value, labelOf(key));
    sums.set(key.value, (sums.get(key.value) ?? 0) + (count ?? 0));
  }
  if (isYear(dimension)) return { labels: withoutGaps(labels), leftOut: 0 };
  const most = [...sums].sort(([, one], [, other]) => other - one).slice(0, MAX_VALUES);
  const shown = new Set(most.map(([value]) => value));
  const unique = new Map<string, string>();
  const used = new Set<string>();
  for (const [value, label] of labels) {
    if (!shown.has(value)) continue;
    // Two values that are cut to the same label stay two.
    let own = label;
    for (let number = 2; used.has(own); number += 1) own = `${label} (${String(number)})`;
    used.add(own);
    unique.set(value, own);
  }
  return { labels: unique, leftOut: labels.size - unique.size };
}

function withoutGaps(labels: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const years = [...labels.keys()].filter((value) => value !== UNKNOWN).map(Number);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (!Number.isInteger(first) || last - first > MAX_YEARS) return labels;
  const all = new Map<string, string>();
  for (let year = first; year <= last; year += 1) all.set(String(year), String(year));
  const unknown = labels.get(UNKNOWN);
  return unknown === undefined ? all : all.set(UNKNOWN, unknown);
}

const keyOf = (platform: string, values: readonly (string | undefined)[]): string =>
  JSON.stringify([platform, ...values]);

/** The platforms whose counts are whole: what they have no record of is 0. */
function wholePlatforms({ rows, coverage }: ReportResult): Set<string> {
  const whole = coverage.filter(({ state, method }) => state === 'OK' && method !== 'SAMPLE' && method !== 'NONE');
  const zeros = rows.filter(({ count }) => count === 0);
  return new Set([...whole, ...zeros].map(({ platform }) => platform));
}

/** The cells of a picture. A combination that has no row has no record on any platform that was counted as a whole. */
export function chartData({ report, names }: ReportChart): ChartData {
  const own = report.by.filter((dimension) => dimension !== 'PLATFORM');
  const domains = own.map((dimension) => domainOf(report, dimension));
  const rows = new Map(
    report.rows.map((row) => {
      const values = own.map((dimension) => row.keys.find((key) => key.dimension === dimension)?.value);
      return [keyOf(row.platform, values), row];
    }),
  );
  const whole = wholePlatforms(report);
  const counted = new Set(report.rows.filter(({ count }) => count !== null).map(({ platform }) => platform));
  const nameOf = (platform: string): string => names.get(platform) ?? platform;
  const platforms = report.coverage.map(({ platform }) => platform);
  const values = (index: number): [string | undefined, string][] => {
    const domain = domains[index];
    return domain === undefined ? [[undefined, '']] : [...domain.labels];
  };
  const cells = platforms.flatMap((platform) =>
    values(0).flatMap(([a, aLabel]) =>
      values(1).map(([b, bLabel]): ChartCell => {
        const row = rows.get(keyOf(platform, [a, b].slice(0, own.length)));
        const count = row === undefined ? (whole.has(platform) ? 0 : null) : row.count;
        const exact = row?.exact ?? true;
        return { a: aLabel, b: bLabel, platform: nameOf(platform), count, exact, text: countText(count, exact) };
      }),
    ),
  );
  return {
    cells,
    domains: domains.map(({ labels }) => [...labels.values()]),
    counted: platforms.filter((platform) => counted.has(platform)).map(nameOf),
    notCounted: platforms.filter((platform) => !counted.has(platform)).map(nameOf),
    leftOut: domains.map(({ leftOut }) => leftOut),
  };
}
