import type { RequestScope } from '../../upstream/scope.js';
import { UpstreamError, UpstreamTimeout } from '../../upstream/errors.js';
import { leastFresh } from '../common/cache-state.js';
import type { FilterField, HitPage, HitSearch } from '../common/connector.js';
import type { CacheState, SharedRecord } from '../common/record.js';
import type { PlatformPosition } from './cursor.js';
import { meets } from './filter.js';
import type { CatalogPlatform } from './platforms.js';

/** A hit that was read and not yet given. */
export interface FeedHit {
  readonly record: SharedRecord;
  /** From the start of the feed's first page. */
  readonly offset: number;
}

/** What was read of one platform's list for one page of the answer. */
export interface Feed {
  readonly hits: readonly FeedHit[];
  /** The pages read, in order: how many hits each holds and where the next begins. */
  readonly pages: readonly { readonly size: number; readonly next: string | null }[];
  readonly start: PlatformPosition;
  /** Offsets that need not be looked at again: given before, repeated, or not meeting the filter. */
  readonly settled: ReadonlySet<number>;
  /** Hits that repeat a record which stands before them in the feed. */
  readonly repeated: number;
  /** The date of the last hit that was read, which is how far a list in order of date was read; null: it has none. */
  readonly lastIssued: string | null;
  readonly total: number | null;
  readonly totalKind: HitPage['totalKind'];
  readonly cache: CacheState | null;
  readonly message: string | null;
  /** The platform's window ends behind the last page although it has more. */
  readonly cut: boolean;
  readonly partial: boolean;
  /** Only what is public was read: the platform wants the caller's token for more. */
  readonly unauthorized: boolean;
  /** Why reading stopped early, if it did. */
  readonly failure: UpstreamError | null;
}

/** Pages read at most for one page of an answer: when records are checked again, a page may leave few hits. */
const MAX_PAGES = 5;

/**
 * Hits asked of each platform at once on every page of a walk but its first: a page of 20 works then costs a request in
 * five, and the pages before are the same requests again, for which the cache has the answers.
 */
export const WALK_WINDOW = 100;

/**
 * Records of one platform that a walk reads at most: CiNii Research ends there itself, and elsewhere a walk must end too. A long walk
 * (an export's) ends where the platform does.
 */
export const MAX_READ = 10_000;

/** Where a platform that was not asked yet stands. */
export const START: PlatformPosition = {
  at: null,
  base: 0,
  given: [],
  end: false,
  total: null,
  totalKind: 'UNKNOWN',
  late: 0,
};

/** Reads a platform's page, within the deadline whatever the connector does. */
export async function readPage(platform: CatalogPlatform, search: HitSearch, scope: RequestScope): Promise<HitPage> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    if (!Number.isFinite(scope.deadline)) return;
    timer = setTimeout(() => {
      reject(
        new UpstreamTimeout({
          platform: platform.connector.platform,
          message: `${platform.name} did not answer in time.`,
        }),
      );
    }, scope.remainingMs);
  });
  try {
    return await Promise.race([platform.connector.search(search, scope), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is read for. */
export interface FeedRequest {
  readonly search: Omit<HitSearch, 'position'>;
  /** The fields of the filter that the records are checked by. */
  readonly checked: readonly FilterField[];
  /** Hits that the answer has room for. */
  readonly wanted: number;
  /** Whether a hit belongs to a work that was given, as far as it shows by itself. */
  readonly isGiven: (record: SharedRecord) => boolean;
}

/**
 * Reads a platform's list from a position until enough hits are there that were not given yet and that meet the checked
 * fields. A failure after the first page leaves what was read.
 * @throws UpstreamError when not even the first page could be read.
 */
export async function readFeed(
  platform: CatalogPlatform,
  start: PlatformPosition,
  { search, checked, wanted, isGiven }: FeedRequest,
  scope: RequestScope,
): Promise<Feed> {
  const hits: FeedHit[] = [];
  let [fresh, repeated, lastIssued, cut]: [number, number, string | null, boolean] = [0, 0, null, false];
  const pages: { size: number; next: string | null }[] = [];
  const settled = new Set(start.given);
  const seen = new Set<string>();
  let [offset, position, failure]: [number, string | null, UpstreamError | null] = [0, start.at, null];
  let first: HitPage | null = null;
  let partial = false;
  const states: CacheState[] = [];
  const messages = new Set<string>();
  while (pages.length < MAX_PAGES) {
    let page: HitPage;
    try {
      page = await readPage(platform, { ...search, position }, scope);
    } catch (error) {
      if (first === null || !(error instanceof UpstreamError)) throw error;
      failure = error;
      break;
    }
    first ??= page;
    states.push(page.cache);
    partial ||= page.partial;
    if (page.message !== null) messages.add(page.message);
    cut = page.cut === true;
    for (const record of page.hits) {
      lastIssued = record.issued ?? null;
      if (!settled.has(offset)) {
        // A platform that lists a record twice (IRDB does) has one hit of it.
        const again = seen.has(record.id);
        seen.add(record.id);
        if (again || !checked.every((field) => meets(record, field, search.filter))) settled.add(offset);
        else hits.push({ record, offset });
        if (again) repeated += 1;
        else if (!settled.has(offset) && !isGiven(record)) fresh += 1;
      }
      offset += 1;
    }
    pages.push({ size: page.hits.length, next: page.next });
    if (page.next === null || fresh >= wanted) break;
    position = page.next;
  }
  const isCounted = checked.length === 0;
  return {
    hits,
    pages,
    start,
    settled,
    repeated,
    lastIssued,
    // What the platform counts is not what remains once its records were checked again.
    total: isCounted ? (first?.total ?? null) : null,
    totalKind: isCounted ? (first?.totalKind ?? 'UNKNOWN') : 'UNKNOWN',
    cache: first === null ? null : leastFresh(states),
    message: messages.size === 0 ? null : [...messages].join(' '),
    cut,
    partial,
    unauthorized: first?.unauthorized === true,
    failure,
  };
}

/** Whether the platform has hits behind those of the feed. */
export function hasMoreBehind(feed: Feed): boolean {
  return feed.failure !== null || feed.pages.at(-1)?.next !== null;
}

/**
 * Where the platform stands once some of the feed's hits were given: pages that are wholly settled are left behind. Not
 * those of a walk's first page, which are shorter than the others: their hits are the first of the walk's own pages.
 */
export function advance(
  feed: Feed,
  given: Iterable<number>,
  late: number,
  { onWalkPages, maxRead = MAX_READ }: { readonly onWalkPages: boolean; readonly maxRead?: number },
): PlatformPosition {
  const settled = new Set([...feed.settled, ...given]);
  let { at, base } = feed.start;
  let skipped = 0;
  let [end, cut] = [false, false];
  for (const page of feed.pages) {
    const whole = Array.from({ length: page.size }, (_, index) => skipped + index).every((offset) =>
      settled.has(offset),
    );
    if (!whole) break;
    skipped += page.size;
    base += page.size;
    at = page.next;
    end = page.next === null || base >= maxRead;
    cut = page.next === null ? feed.cut : end;
    if (end) break;
  }
  const { total } = feed;
  if (end) {
    // What is there and was not reached makes of the platform's number a lower bound of what the walk can give.
    const totalKind = cut && feed.totalKind === 'EXACT' ? 'AT_LEAST' : feed.totalKind;
    return { at: null, base, given: [], end, total, totalKind, late };
  }
  const from = onWalkPages ? skipped : 0;
  return {
    ...(onWalkPages ? { at, base } : { at: feed.start.at, base: feed.start.base }),
    given: [...settled].filter((offset) => offset >= from).map((offset) => offset - from),
    end,
    total,
    totalKind: feed.totalKind,
    late,
  };
}
