import type { RequestScope } from '../../upstream/scope.js';
import { UpstreamError, UpstreamTimeout } from '../../upstream/errors.js';
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
  /** Offsets that need not be looked at again: given before, or not meeting the filter. */
  readonly settled: ReadonlySet<number>;
  readonly total: number | null;
  readonly totalKind: HitPage['totalKind'];
  readonly cache: CacheState | null;
  readonly message: string | null;
  readonly partial: boolean;
  /** Only what is public was read: the platform wants the caller's token for more. */
  readonly unauthorized: boolean;
  /** Why reading stopped early, if it did. */
  readonly failure: UpstreamError | null;
}

/** Pages read at most for one page of an answer: when records are checked again, a page may leave few hits. */
const MAX_PAGES = 5;

/** Where a platform that was not asked yet stands. */
export const START: PlatformPosition = { at: null, base: 0, given: [], end: false, total: null };

/** Reads a platform's page, within the deadline whatever the connector does. */
async function readPage(platform: CatalogPlatform, search: HitSearch, scope: RequestScope): Promise<HitPage> {
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

/**
 * Reads a platform's list from a position until enough hits are there that were not given yet and that meet the checked
 * fields. A failure after the first page leaves what was read.
 * @throws UpstreamError when not even the first page could be read.
 */
export async function readFeed(
  platform: CatalogPlatform,
  start: PlatformPosition,
  search: Omit<HitSearch, 'position'>,
  checked: readonly FilterField[],
  wanted: number,
  scope: RequestScope,
): Promise<Feed> {
  const hits: FeedHit[] = [];
  const pages: { size: number; next: string | null }[] = [];
  const settled = new Set(start.given);
  const seen = new Set<string>();
  let [offset, position, failure]: [number, string | null, UpstreamError | null] = [0, start.at, null];
  let first: HitPage | null = null;
  let partial = false;
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
    partial ||= page.partial;
    for (const record of page.hits) {
      if (!settled.has(offset)) {
        // A platform that lists a record twice (IRDB does) has one hit of it.
        const again = seen.has(record.id);
        seen.add(record.id);
        if (!again && checked.every((field) => meets(record, field, search.filter))) hits.push({ record, offset });
        else settled.add(offset);
      }
      offset += 1;
    }
    pages.push({ size: page.hits.length, next: page.next });
    if (page.next === null || hits.length >= wanted) break;
    position = page.next;
  }
  return {
    hits,
    pages,
    start,
    settled,
    // What the platform counts is not what remains once its records were checked again.
    total: checked.length > 0 ? null : (first?.total ?? null),
    totalKind: checked.length > 0 ? 'UNKNOWN' : (first?.totalKind ?? 'UNKNOWN'),
    cache: first?.cache ?? null,
    message: first?.message ?? null,
    partial,
    unauthorized: first?.unauthorized === true,
    failure,
  };
}

/** Where the platform stands once some of the feed's hits were given: pages that are wholly settled are left behind. */
export function advance(feed: Feed, given: Iterable<number>): PlatformPosition {
  const settled = new Set([...feed.settled, ...given]);
  let { at, base } = feed.start;
  let skipped = 0;
  let end = false;
  for (const page of feed.pages) {
    const whole = Array.from({ length: page.size }, (_, index) => skipped + index).every((offset) =>
      settled.has(offset),
    );
    if (!whole) break;
    skipped += page.size;
    base += page.size;
    at = page.next;
    end = page.next === null;
  }
  return {
    at,
    base,
    given: [...settled].filter((offset) => offset >= skipped).map((offset) => offset - skipped),
    end,
    total: feed.total,
  };
}
