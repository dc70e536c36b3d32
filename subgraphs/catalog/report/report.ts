import type { RequestScope } from '../../../upstream/scope.js';
import type { WorkFilter } from '../../common/connector.js';
import { BadUserInput } from '../../common/errors.js';
import type { LocalizedText, Platform } from '../../common/record.js';
import { checkFilter } from '../filter.js';
import type { Catalog } from '../search.js';
import { isPassing, type SourceState } from '../sources.js';
import type { CountMethod } from './cells.js';
import type { PlatformCount } from './count-platform.js';
import { DIMENSIONS, labelOf, UNKNOWN, type RecordDimension, type ReportDimension } from './dimensions.js';
import { KEPT_MS, waitFor, type Job, type ReportJobs } from './jobs.js';

export interface ReportQuestion {
  readonly by: readonly ReportDimension[];
  readonly query: string | null;
  readonly filter: WorkFilter;
  /** Null: all that are configured. */
  readonly platforms: readonly Platform[] | null;
}

export interface ReportKey {
  readonly dimension: ReportDimension;
  readonly value: string;
  readonly label: LocalizedText;
}

export interface ReportRow {
  readonly keys: readonly ReportKey[];
  readonly count: number | null;
  readonly platform: Platform;
  readonly exact: boolean;
}

export interface ReportCoverage {
  readonly platform: Platform;
  readonly state: SourceState;
  readonly method: CountMethod | 'NONE';
  /** Counts that are being made still. */
  readonly pending: number;
  readonly made: number;
  readonly message: string | null;
}

export interface Report {
  readonly by: readonly ReportDimension[];
  readonly rows: readonly ReportRow[];
  /** Of the records that were counted. */
  readonly total: number;
  readonly coverage: readonly ReportCoverage[];
  readonly generatedAt: Date;
}

const MAX_DIMENSIONS = 3;
/** An answer comes within this time; what is not counted by then is null, and counted behind it. */
const ANSWER_MS = 25_000;
/** The caller's deadline is that of the whole answer, which has to be written and sent as well. */
const MARGIN_MS = 500;

function check({ by, filter }: ReportQuestion): void {
  if (by.length < 1 || by.length > MAX_DIMENSIONS || new Set(by).size !== by.length)
    throw new BadUserInput(`by names ${String(by.length)} dimensions: give one to three different ones.`);
  checkFilter(filter);
}

/** The time that a platform still needs, by the pace so far. */
function timeLeft(made: number, pending: number, startedAt: Date): string {
  const perRequest = (Date.now() - startedAt.getTime()) / Math.max(1, made);
  const seconds = Math.max(1, Math.ceil((pending * perRequest) / 1000));
  return `${String(made)} of ${String(made + pending)} counts are made so far; the rest goes on and takes about ${String(seconds)} s more: ask again then.`;
}

function coverageOf(count: PlatformCount, startedAt: Date): ReportCoverage {
  const { platform, cells, done, made, wanted } = count;
  // What is not through has one left at least, whatever was expected.
  const pending = done ? 0 : Math.max(wanted - made, 1);
  const left = done ? [] : [timeLeft(made, pending, startedAt)];
  const messages = [...left, ...cells.notes];
  return {
    platform: platform.connector.platform,
    state: done ? count.state : 'PARTIAL',
    method: cells.method ?? 'NONE',
    pending,
    made,
    message: messages.length === 0 ? null : messages.join(' '),
  };
}

function notAsked(platform: Platform, name: string): ReportCoverage {
  const message = `${name} was not asked: filter.platforms does not name it.`;
  return { platform, state: 'SKIPPED', method: 'NONE', pending: 0, made: 0, message };
}

/** All combinations of values that some platform counts anything under, in the dimensions' own orders. */
function combinations(counts: readonly PlatformCount[], by: readonly RecordDimension[]): (readonly string[])[] {
  const known = new Map<string, { readonly values: readonly string[]; sum: number }>();
  const sums = by.map(() => new Map<string, number>());
  for (const { values, count } of counts.flatMap(({ cells }) => cells.all)) {
    const key = JSON.stringify(values);
    if ((count ?? 0) === 0 && by.length > 0) continue;
    known.set(key, { values, sum: (known.get(key)?.sum ?? 0) + (count ?? 0) });
    values.forEach((value, index) => sums[index]?.set(value, (sums[index].get(value) ?? 0) + (count ?? 0)));
  }
  if (by.length === 0) return [[]];
  const order = (index: number, one: string, other: string): number => {
    if (one === other) return 0;
    const { values, isYear } = DIMENSIONS[by[index] as RecordDimension];
    if (values !== undefined) return values.indexOf(one) - values.indexOf(other);
    if (one === UNKNOWN || other === UNKNOWN) return one === UNKNOWN ? 1 : -1;
    const more = (sums[index]?.get(other) ?? 0) - (sums[index]?.get(one) ?? 0);
    return isYear === true || more === 0 ? (one < other ? -1 : 1) : more;
  };
  return [...known.values()]
    .map(({ values }) => values)
    .sort((one, other) => {
      for (const [index, value] of one.entries()) {
        const difference = order(index, value, other[index] ?? '');
        if (difference !== 0) return difference;
      }
      return 0;
    });
}

function rowsOf(job: Job, by: readonly ReportDimension[]): ReportRow[] {
  const own = by.filter((dimension): dimension is RecordDimension => dimension !== 'PLATFORM');
  return combinations(job.counts, own).flatMap((values) =>
    job.counts.map(({ platform, cells, done, tellsZero }): ReportRow => {
      const code = platform.connector.platform;
      const cell = cells.find(values);
      const zero = done && tellsZero ? 0 : null;
      return {
        keys: by.map((dimension) => {
          if (dimension === 'PLATFORM') return { dimension, value: code, label: platform.title };
          const value = values[own.indexOf(dimension)] ?? UNKNOWN;
          return { dimension, value, label: labelOf(dimension, value) };
        }),
        count: cell?.count ?? zero,
        platform: code,
        exact: cell?.exact ?? (zero !== null && platform.connector.capabilities.totalsAreRough !== true),
      };
    }),
  );
}

/**
 * Counts every platform's records by one to three dimensions. The answer comes within 25 s (and before the caller's own
 * deadline); what was not counted by then is null and told as PARTIAL, and is counted on behind it.
 * @throws BadUserInput
 */
export async function makeReport(
  question: ReportQuestion,
  { platforms }: Catalog,
  jobs: ReportJobs,
  scope: RequestScope,
): Promise<Report> {
  check(question);
  const { by, query, filter } = question;
  const own = by.filter((dimension): dimension is RecordDimension => dimension !== 'PLATFORM');
  const asked = platforms.filter(({ connector }) => question.platforms?.includes(connector.platform) ?? true);
  const job = jobs.of({ by: own, query, filter }, asked, scope);
  await waitFor(job, Date.now() + Math.min(ANSWER_MS, scope.remainingMs - MARGIN_MS), scope.signal);
  const rows = rowsOf(job, by);
  const coverage = platforms.map(({ connector, name }) => {
    const count = job.counts.find(({ platform }) => platform.connector === connector);
    return count === undefined ? notAsked(connector.platform, name) : coverageOf(count, job.startedAt);
  });
  // Whoever joins a job reads nothing: how long the answer is fresh, the job tells.
  scope.freshness.limit(coverage.some(isPassing) ? 0 : job.startedAt.getTime() + KEPT_MS);
  return {
    by,
    rows,
    total: rows.reduce((sum, { count }) => sum + (count ?? 0), 0),
    coverage,
    generatedAt: job.startedAt,
  };
}
