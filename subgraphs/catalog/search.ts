import { createHash } from 'node:crypto';
import { pause } from '../../upstream/alarm.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { HitSearch, WorkFilter, WorkSort } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import type { Platform, SharedRecord } from '../common/record.js';
import type { WorkReference } from '../common/work-reference.js';
import { completeRecords } from './complete.js';
import { decodeCursor, type PlatformPosition, type SearchCursor } from './cursor.js';
import { hasMoreBehind, readFeed, START, WALK_WINDOW } from './feed.js';
import { checkFilter, participation, setFields, type Participation } from './filter.js';
import { joinHits, order, withinFrontiers, type RankedHit } from './fuse.js';
import { Given, NOTHING_CARRIED } from './given.js';
import { hintFor } from './hints.js';
import { mergeRecords, referenceOf, type MergedWork } from './merge.js';
import type { Needs } from './needs.js';
import type { CatalogPlatform } from './platforms.js';
import { joinCompleted, sift, Walk } from './page.js';
import { isPassing, searchFailure, sourceStatus, type Outcome, type SourceStatus } from './sources.js';
import { readBefore } from './told.js';

export interface CatalogSearch {
  readonly query: string | null;
  readonly filter: WorkFilter;
  /** Null: all that are configured. */
  readonly platforms: readonly Platform[] | null;
  readonly sort: WorkSort;
  readonly first: number;
  readonly after: string | null;
}

/** What the catalog works with: the same for every request of a process. */
export interface Catalog {
  readonly platforms: readonly CatalogPlatform[];
  /** Signs cursors. */
  readonly secret: string;
  /** Milliseconds that a search's hits may take. */
  readonly searchTimeoutMs: number;
}

export interface SearchEdge {
  readonly work: MergedWork;
  readonly score: number;
  /** Made when asked for: most clients read only the page's end. */
  readonly cursor: () => string;
}

export interface SearchResult {
  readonly edges: readonly SearchEdge[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly endCursor: string | null;
  readonly totalCount: number;
  readonly sources: readonly SourceStatus[];
}

const MAX_FIRST = 100;
const MAX_QUERY = 1000;
/**
 * Hits asked of each platform at least for a walk's first page: what is joined and ranked above is decided among as many, so
 * that the first work of a small page is the first work of a large one. It is also the pages' size that both CiNii Research
 * and IRDB default to.
 */
const MIN_WINDOW = 20;
/** Of the time that is left after the hits, this share is for the records' own documents: the platforms' fields come after. */
const DETAIL_SHARE = 0.8;

/** Records that are in the cache are read within this time: nothing is begun ahead of them. */
const AT_HAND_MS = 10;

/** Told of the works of a page while their records are being read: what is asked of them next may begin. */
export type AskedNext = ((works: readonly WorkReference[]) => void) | undefined;

function checkSearch({ query, filter, first }: CatalogSearch): void {
  if (first < 1 || first > MAX_FIRST) {
    throw new BadUserInput(
      `first is ${String(first)}: ask for 1 to ${String(MAX_FIRST)} works, and for the next ones with after: endCursor.`,
    );
  }
  if (query !== null && query.length > MAX_QUERY) {
    throw new BadUserInput(`query has ${String(query.length)} characters: at most ${String(MAX_QUERY)} are searched.`);
  }
  checkFilter(filter);
}

/** What a cursor belongs to: the same words, filter, platforms and order. */
function searchHash(search: CatalogSearch): string {
  const filter = setFields(search.filter)
    .sort()
    .map((field) => [field, search.filter[field]]);
  const text = JSON.stringify([
    search.query,
    filter,
    search.platforms === null ? null : [...search.platforms].sort(),
    search.sort,
  ]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** A search as it is put to the platforms. */
interface Asking {
  readonly search: CatalogSearch;
  readonly hits: Omit<HitSearch, 'position'>;
  readonly start: SearchCursor;
}

function positionOf(platform: CatalogPlatform, { positions }: SearchCursor): PlatformPosition {
  return positions[platform.connector.platform] ?? START;
}

function partOf(platform: CatalogPlatform, { platforms, filter, sort }: CatalogSearch): Participation {
  if (platforms !== null && !platforms.includes(platform.connector.platform)) {
    return { skipped: `${platform.name} was not asked: filter.platforms does not name it.` };
  }
  return participation(platform, filter, sort);
}

/** The records that the walk has given or counted, where the cursor no longer carries their keys. */
async function recordsBefore(
  { search, hits, start }: Asking,
  platforms: readonly CatalogPlatform[],
  scope: RequestScope,
): Promise<SharedRecord[]> {
  if (start.carried.told !== null || start.over) return [];
  const read = platforms.map((platform) => {
    const part = partOf(platform, search);
    return 'skipped' in part
      ? Promise.resolve([])
      : readBefore(platform, positionOf(platform, start), hits, part.checked, scope);
  });
  return (await Promise.all(read)).flat();
}

async function askPlatform(
  platform: CatalogPlatform,
  { search, hits, start }: Asking,
  given: Given,
  scope: RequestScope,
): Promise<Outcome> {
  const part = partOf(platform, search);
  if ('skipped' in part) return { kind: 'skipped', reason: part.skipped };
  const position = positionOf(platform, start);
  if (position.end) return { kind: 'ended', position };
  const began = performance.now();
  const tookMs = (): number => Math.round(performance.now() - began);
  try {
    const isGiven = (record: SharedRecord): boolean => given.holds([record]);
    const request = { search: hits, checked: part.checked, wanted: search.first, isGiven };
    return { kind: 'read', feed: await readFeed(platform, position, request, scope), tookMs: tookMs() };
  } catch (error) {
    if (error instanceof UpstreamError) return { kind: 'failed', error, tookMs: tookMs(), position };
    throw error;
  }
}

function hitsOf(outcomes: readonly Outcome[]): RankedHit[] {
  return outcomes.flatMap((outcome, source) =>
    outcome.kind === 'read'
      ? outcome.feed.hits.map(({ record, offset }) => ({ record, source, rank: outcome.feed.start.base + offset }))
      : [],
  );
}

/** The hits of a platform as far as it tells, or none where its list is empty, told or not (GakuNin RDM with several words). */
function knownTotal(outcome: Outcome): number | null {
  if (outcome.kind !== 'read') return null;
  const { feed } = outcome;
  return feed.total ?? (feed.hits.length + feed.settled.size === 0 && !hasMoreBehind(feed) ? 0 : null);
}

function hasMore(outcomes: readonly Outcome[], after: SearchCursor['positions'], { platforms }: Catalog): boolean {
  return outcomes.some((outcome, source) => {
    const platform = platforms[source]?.connector.platform ?? '';
    // A platform that failed on this page may be back on the next.
    if (outcome.kind === 'failed') return outcome.error.code !== 'UNAUTHENTICATED';
    return outcome.kind === 'read' && after[platform]?.end !== true;
  });
}

/** The works that a page gives, and the hits that it counts as late. */
async function choose(
  outcomes: readonly Outcome[],
  { search }: Asking,
  given: Given,
  needs: Needs,
  { platforms }: Catalog,
  scope: RequestScope,
  ahead: AskedNext,
) {
  const { fresh, late } = sift(joinHits(hitsOf(outcomes), platforms), given);
  const frontiers = outcomes.flatMap((outcome, source) =>
    outcome.kind === 'read' && hasMoreBehind(outcome.feed) ? [{ source, issued: outcome.feed.lastIssued }] : [],
  );
  const ordered = order(fresh, platforms, search.sort);
  const chosen = withinFrontiers(ordered, frontiers, search.sort).slice(0, search.first);
  const completing = completeRecords(
    chosen.flatMap((work) => work.hits.map(({ record }) => record)),
    needs,
    platforms,
    scope.within(Date.now() + scope.remainingMs * DETAIL_SHARE),
  );
  if (ahead && (await isSlow(completing))) {
    ahead(
      chosen.map(({ hits }) =>
        referenceOf(
          hits.map(({ record }) => record),
          platforms,
        ),
      ),
    );
  }
  const { records, shortfalls, old } = await completing;
  const joined = joinCompleted(chosen, records, platforms);
  const isLate = (work: (typeof joined)[number]): boolean => given.holds(work.records);
  return {
    works: joined.filter((work) => !isLate(work)),
    late: [...late, ...joined.filter(isLate).map(({ hits }) => hits)],
    shortfalls,
    old,
  };
}

/** Whether work waits for a platform, and not only for what is at hand. */
async function isSlow(work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const slow = pause(AT_HAND_MS, over.signal).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([work.then(() => false), slow]);
  } finally {
    over.abort();
  }
}

function startOf(search: CatalogSearch, secret: string, { longWalk }: RequestScope): SearchCursor {
  const of = searchHash(search);
  return search.after === null
    ? { of, positions: {}, carried: NOTHING_CARRIED, long: longWalk, over: false }
    : decodeCursor(search.after, of, secret);
}

/**
 * Asks all platforms side by side under one deadline, joins their hits to works, and gives the best of them in one order.
 * @throws BadUserInput; UpstreamError when no platform answered, or when a walk cannot tell what it has given.
 */
export async function searchCatalog(
  search: CatalogSearch,
  needs: Needs,
  catalog: Catalog,
  scope: RequestScope,
  ahead?: AskedNext,
): Promise<SearchResult> {
  checkSearch(search);
  const start = startOf(search, catalog.secret, scope);
  const { query, filter, sort } = search;
  const window = search.after === null ? Math.max(search.first, MIN_WINDOW) : WALK_WINDOW;
  const asking: Asking = { search, start, hits: { query, filter, sort, languages: needs.languages, first: window } };
  const hitScope = scope.within(Date.now() + catalog.searchTimeoutMs);
  const given = new Given(
    start.carried,
    await recordsBefore(asking, catalog.platforms, hitScope),
    catalog.platforms,
    start.long,
  );
  const outcomes = await Promise.all(
    catalog.platforms.map((platform) => askPlatform(platform, asking, given, hitScope)),
  );
  const failure = searchFailure(outcomes);
  if (failure) throw failure;
  const { works, late, shortfalls, old } = await choose(outcomes, asking, given, needs, catalog, scope, ahead);
  const walk = new Walk({ outcomes, works, late, start, given, onWalkPages: window === WALK_WINDOW }, catalog);
  const end = walk.after(works.length);
  const isFirst = search.after === null;
  const sources = outcomes.map((outcome, source) => {
    const platform = catalog.platforms[source] as CatalogPlatform;
    const after = end.positions[platform.connector.platform] ?? START;
    return sourceStatus(platform, outcome, {
      shortfall: shortfalls.get(platform.connector.platform),
      old: old.get(platform.connector.platform),
      late: { here: walk.lateOf(source), soFar: after.late },
      after,
      over: end.over,
      hint: isFirst ? hintFor(query, knownTotal(outcome), platform.connector.capabilities) : null,
    });
  });
  if (sources.some(isPassing)) scope.freshness.forbid();
  const more = !end.over && hasMore(outcomes, end.positions, catalog);
  return {
    edges: works.map(({ records, score }, index) => ({
      work: mergeRecords(records, catalog.platforms),
      score,
      cursor: () => walk.after(index + 1).text(),
    })),
    hasNextPage: more,
    hasPreviousPage: !isFirst,
    get endCursor() {
      return works.length === 0 && isFirst && !more ? null : end.text();
    },
    totalCount: sources.reduce((sum, { total }) => sum + (total ?? 0), 0),
    sources,
  };
}
