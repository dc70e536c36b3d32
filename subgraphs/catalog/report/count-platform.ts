import { UpstreamError } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { HitPage, WorkFilter, WorkSort } from '../../common/connector.js';
import { firstDay, lastDay } from '../../common/edtf.js';
import type { SharedRecord } from '../../common/record.js';
import { readPage } from '../feed.js';
import { participation } from '../filter.js';
import type { CatalogPlatform } from '../platforms.js';
import type { SourceState } from '../sources.js';
import { Cells } from './cells.js';
import { eachOf } from './each-of.js';
import { DIMENSIONS, UNKNOWN, type RecordDimension } from './dimensions.js';
import { MAX_DOCUMENTS, MAX_READ, readRecords, tells, withDocuments, type Budget } from './read-records.js';

/** What is counted at each platform. */
export interface Counting {
  /** In the report's order, PLATFORM left out. */
  readonly by: readonly RecordDimension[];
  readonly query: string | null;
  readonly filter: WorkFilter;
}

/** One platform's part of a report, growing while it is counted. */
export class PlatformCount {
  readonly cells = new Cells();
  state: SourceState = 'OK';
  /** Requests for counts that were made, and that are known to be wanted. */
  made = 0;
  wanted = 1;
  /** Nothing more will come. */
  done = false;
  /** Combinations that were not counted count nothing (true), or are not known (false). */
  tellsZero = false;

  constructor(readonly platform: CatalogPlatform) {}
}

/** The years of one report: more are not counted one by one. */
const MAX_YEARS = 60;
/** Hits looked at for the oldest and the newest date: undated ones may stand before them. */
const DATED = 20;

/** Counts one platform by the dimensions; what fails is told in `state` and `cells.notes`. */
export async function countPlatform(count: PlatformCount, counting: Counting, scope: RequestScope): Promise<void> {
  try {
    await new Counter(count, counting, scope).run();
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    count.cells.notes.add(error.message);
    count.tellsZero = false;
    const failed = error.code === 'UPSTREAM_TIMEOUT' ? 'TIMEOUT' : 'FAILED';
    count.state = count.cells.all.length > 0 ? 'PARTIAL' : error.code === 'UNAUTHENTICATED' ? 'UNAUTHORIZED' : failed;
  } finally {
    count.done = true;
  }
}

class Counter {
  private readonly budget: Budget = { hits: MAX_READ, documents: MAX_DOCUMENTS };

  constructor(
    private readonly count: PlatformCount,
    private readonly counting: Counting,
    private readonly scope: RequestScope,
  ) {}

  private get platform(): CatalogPlatform {
    return this.count.platform;
  }

  async run(): Promise<void> {
    const { cells } = this.count;
    const { filter, by } = this.counting;
    const part = participation(this.platform, filter, 'RELEVANCE');
    if ('skipped' in part) return this.skip(part.skipped);
    const page = await this.ask(filter);
    if (page.notSearched === true) return this.skip(page.message ?? `${this.platform.name} was not searched.`);
    if (page.unauthorized === true) this.count.state = 'UNAUTHORIZED';
    else if (page.partial) this.count.state = 'PARTIAL';
    else if (page.cache === 'STALE') this.count.state = 'STALE';
    if (page.message !== null) cells.notes.add(page.message);
    this.count.tellsZero = true;
    if (part.checked.length > 0 || page.total === null || this.platform.connector.capabilities.recordsAtHand === true) {
      await this.read(filter, by, []);
    } else await this.divide(filter, page, by, []);
  }

  private skip(reason: string): void {
    this.count.state = 'SKIPPED';
    this.count.cells.notes.add(reason);
  }

  /** The first hits of a search, with the platform's count of all. */
  private async ask(filter: WorkFilter, sort: WorkSort = 'RELEVANCE', first = 1): Promise<HitPage> {
    const search = { query: this.counting.query, filter, sort, languages: ['ja'], position: null, first } as const;
    const page = await readPage(this.platform, search, this.scope);
    this.count.made += 1;
    return page;
  }

  /** Whether the platform itself counts the records of a value. */
  private counts(filter: WorkFilter, dimension: RecordDimension, value: string): boolean {
    const narrowing = DIMENSIONS[dimension].filter?.(value);
    if (narrowing === undefined) return false;
    const part = participation(this.platform, { ...filter, ...narrowed(filter, narrowing) }, 'RELEVANCE');
    return 'checked' in part && part.checked.length === 0;
  }

  /** Counts what a search finds (`page`: its first hit and total) by the dimensions that are left. */
  private async divide(
    filter: WorkFilter,
    page: HitPage,
    left: readonly RecordDimension[],
    values: readonly (readonly [RecordDimension, string])[],
  ): Promise<void> {
    const { cells } = this.count;
    const total = page.total ?? 0;
    if (total === 0) return;
    const dimension = left.find((one) => this.countable(filter, one).length > 0);
    if (dimension === undefined) {
      if (left.length > 0) return this.read(filter, left, values);
      cells.used('UPSTREAM_COUNT');
      cells.add(this.keyOf(values), total, this.isExact(page));
      return;
    }
    const others = left.filter((one) => one !== dimension);
    const { all, whole } =
      DIMENSIONS[dimension].isYear === true
        ? await this.years(filter, dimension)
        : { all: wantedOf(dimension, filter), whole: true };
    const own = all.filter((value) => this.counts(filter, dimension, value));
    this.count.wanted += own.length;
    let counted = 0;
    const taken = new Set<string>();
    await eachOf(own, async (value) => {
      const narrowing = DIMENSIONS[dimension].filter?.(value) ?? {};
      const narrow = { ...filter, ...narrowed(filter, narrowing) };
      const part = await this.ask(narrow);
      counted += part.total ?? 0;
      // What the platform alone can tell from the others would be counted again among them, by what its hits say.
      if (own.length < all.length && this.platform.connector.capabilities.hitsTell?.(narrowing) === false) {
        const { records } = await readRecords(this.platform, this.counting.query, narrow, this.budget, this.scope);
        for (const { id } of records) taken.add(id);
      }
      await this.divide(narrow, part, others, [...values, [dimension, value]]);
    });
    if (own.length < all.length) await this.rest(filter, left, values, dimension, own, taken);
    // Each record has one value at most: what no value counts states none.
    else if (whole && counted < total)
      this.leftOver(total - counted, others, [...values, [dimension, UNKNOWN]], this.isExact(page));
  }

  /** The records of the values that the platform does not count itself: read. */
  private async rest(
    filter: WorkFilter,
    left: readonly RecordDimension[],
    values: readonly (readonly [RecordDimension, string])[],
    dimension: RecordDimension,
    counted: readonly string[],
    taken: ReadonlySet<string>,
  ): Promise<void> {
    await this.read(
      filter,
      left,
      values,
      (record) =>
        !taken.has(record.id) && DIMENSIONS[dimension].valuesOf(record).every((value) => !counted.includes(value)),
    );
  }

  private leftOver(
    count: number,
    others: readonly RecordDimension[],
    values: readonly (readonly [RecordDimension, string])[],
    exact: boolean,
  ): void {
    if (others.length === 0) this.count.cells.add(this.keyOf(values), count, exact);
    else
      this.count.cells.notes.add(
        `${String(count)} record(s) without a value of ${String(values.at(-1)?.[0])} are not divided further.`,
      );
  }

  /** The values of a dimension that the platform counts itself. */
  private countable(filter: WorkFilter, dimension: RecordDimension): readonly string[] {
    const { isYear } = DIMENSIONS[dimension];
    return (isYear === true ? ['2000'] : wantedOf(dimension, filter)).filter((value) =>
      this.counts(filter, dimension, value),
    );
  }

  /** The years that a search's records lie in: as the filter bounds them, else from the oldest record to the newest. */
  private async years(
    filter: WorkFilter,
    dimension: RecordDimension,
  ): Promise<{ readonly all: readonly string[]; readonly whole: boolean }> {
    const yearsOf = (dates: readonly (string | null | undefined)[]): number[] =>
      dates
        .flatMap((issued) =>
          typeof issued === 'string' ? DIMENSIONS[dimension].valuesOf({ issued } as SharedRecord) : [],
        )
        .map(Number);
    const edge = async (sort: 'OLDEST' | 'NEWEST'): Promise<number[]> =>
      this.platform.connector.capabilities.sorts.includes(sort)
        ? yearsOf((await this.ask(filter, sort, DATED)).hits.map(({ issued }) => issued))
        : [];
    const until = filter.until === undefined ? await edge('NEWEST') : yearsOf([lastDay(filter.until)]);
    const from = filter.from === undefined ? await edge('OLDEST') : yearsOf([firstDay(filter.from)]);
    const latest = new Date().getFullYear() + 1;
    const last = Math.min(Math.max(...until, 0) || latest, latest);
    const oldest = from.length === 0 ? null : Math.min(...from);
    const first = Math.max(oldest ?? 0, last - MAX_YEARS + 1);
    const whole = oldest === first && until.length > 0;
    if (!whole)
      this.count.cells.notes.add(
        `Only the years ${String(first)} to ${String(last)} are counted: give filter.from and filter.until for others.`,
      );
    const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
    return { all: all.map((year) => year.padStart(4, '0')), whole };
  }

  /** Counts by reading the records of a search, as far as they are few enough. */
  private async read(
    filter: WorkFilter,
    left: readonly RecordDimension[],
    values: readonly (readonly [RecordDimension, string])[],
    counts: (record: SharedRecord) => boolean = () => true,
  ): Promise<void> {
    const { cells } = this.count;
    const { connector, name } = this.platform;
    const reading = await readRecords(this.platform, this.counting.query, filter, this.budget, this.scope);
    const records = await withDocuments(this.platform, reading.records, left, this.budget, this.scope);
    if (records === null) {
      this.count.state = 'PARTIAL';
      this.count.tellsZero = false;
      const untold = left.filter((dimension) => reading.records.some((record) => !tells(record, dimension)));
      cells.notes.add(
        `The hits of ${name} do not tell ${untold.join(' and ')}, and ${String(reading.records.length)} records are too many to read one by one: narrow the search.`,
      );
      return;
    }
    const told = records.filter((record) => left.every((dimension) => tells(record, dimension)));
    const unread = records.length - told.length;
    if (unread > 0) {
      this.count.state = 'PARTIAL';
      this.count.tellsZero = false;
      cells.notes.add(`${String(unread)} record(s) could not be read, and count under nothing.`);
    }
    cells.used(reading.complete ? 'RECORDS_READ' : 'SAMPLE');
    if (!reading.complete) {
      this.count.tellsZero = false;
      const of = reading.total === null ? '' : ` of ${String(reading.total)}`;
      cells.notes.add(`${String(reading.records.length)}${of} records were read: the counts are of those.`);
    }
    const exact = reading.complete && unread === 0 && connector.capabilities.totalsAreRough !== true;
    for (const record of told.filter(counts))
      for (const combination of combinationsOf(record, left))
        cells.add(this.keyOf([...values, ...combination]), 1, exact);
    // A search without dimensions finds nothing and that is its count.
    if (left.length === 0 && records.length === 0) cells.add(this.keyOf(values), 0, exact);
  }

  private isExact(page: HitPage): boolean {
    return page.totalKind === 'EXACT' && this.platform.connector.capabilities.totalsAreRough !== true;
  }

  /** The values in the report's own order of dimensions. */
  private keyOf(values: readonly (readonly [RecordDimension, string])[]): string[] {
    return this.counting.by.map((dimension) => values.find(([one]) => one === dimension)?.[1] ?? UNKNOWN);
  }
}

/** The values of a closed dimension that a filter leaves. */
function wantedOf(dimension: RecordDimension, filter: WorkFilter): readonly string[] {
  const own: readonly string[] | undefined =
    dimension === 'TYPE' ? filter.types : dimension === 'ACCESS_RIGHT' ? filter.accessRights : undefined;
  const all = DIMENSIONS[dimension].values ?? [];
  return own === undefined || own.length === 0 ? all : all.filter((value) => own.includes(value));
}

/** A narrowing within what the filter bounds already: of two bounds the tighter one. */
function narrowed(filter: WorkFilter, narrowing: WorkFilter): WorkFilter {
  const { from, until } = narrowing;
  return {
    ...narrowing,
    ...(from !== undefined && filter.from !== undefined && firstDay(filter.from) > firstDay(from)
      ? { from: filter.from }
      : {}),
    ...(until !== undefined && filter.until !== undefined && lastDay(filter.until) < lastDay(until)
      ? { until: filter.until }
      : {}),
  };
}

/** Under which combinations of values a record counts. */
function combinationsOf(
  record: SharedRecord,
  dimensions: readonly RecordDimension[],
): (readonly (readonly [RecordDimension, string])[])[] {
  return dimensions.reduce<(readonly (readonly [RecordDimension, string])[])[]>(
    (combinations, dimension) => {
      const stated = DIMENSIONS[dimension].valuesOf(record);
      const values = stated.length === 0 ? [UNKNOWN] : stated;
      return combinations.flatMap((start) => values.map((value) => [...start, [dimension, value] as const]));
    },
    [[]],
  );
}
