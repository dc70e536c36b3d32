import { createHash } from 'node:crypto';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { WorkFilter, WorkSort } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import type { Platform, SharedRecord } from '../common/record.js';
import { completeRecords } from './complete.js';
import { decodeCursor, encodeCursor, type PlatformPosition, type SearchCursor } from './cursor.js';
import { advance, readFeed, START } from './feed.js';
import { checkFilter, participation, setFields } from './filter.js';
import { fuse, type FusedWork, type RankedHit } from './fuse.js';
import { groupByKeys, identityKeys } from './identity.js';
import { mergeRecords, type MergedWork } from './merge.js';
import type { Needs } from './needs.js';
import type { CatalogPlatform } from './platforms.js';
import { searchFailure, sourceStatus, type Outcome, type SourceStatus } from './sources.js';

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
 * Hits asked of each platform at least: what is joined and ranked above is decided among as many, so that the first work of
 * a small page is the first work of a large one. It is also the pages' size that both CiNii Research and IRDB default to.
 */
const MIN_WINDOW = 20;
/** Of the time that is left after the hits, this share is for the records' own documents: the platforms' fields come after. */
const DETAIL_SHARE = 0.8;

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

async function askPlatform(
  platform: CatalogPlatform,
  position: PlatformPosition,
  search: CatalogSearch,
  window: number,
  needs: Needs,
  scope: RequestScope,
): Promise<Outcome> {
  if (search.platforms !== null && !search.platforms.includes(platform.connector.platform)) {
    return { kind: 'skipped', reason: `${platform.name} was not asked: filter.platforms does not name it.` };
  }
  const part = participation(platform, search.filter, search.sort);
  if ('skipped' in part) return { kind: 'skipped', reason: part.skipped };
  if (position.end) return { kind: 'ended', total: position.total };
  const began = performance.now();
  const tookMs = (): number => Math.round(performance.now() - began);
  const { query, filter, sort } = search;
  try {
    const hitSearch = { query, filter, sort, languages: needs.languages, first: window };
    const feed = await readFeed(platform, position, hitSearch, part.checked, search.first, scope);
    return { kind: 'read', feed, tookMs: tookMs() };
  } catch (error) {
    if (error instanceof UpstreamError) return { kind: 'failed', error, tookMs: tookMs() };
    throw error;
  }
}

/** Records that turn out to be of one work once their own documents were read (IRDB's hits carry no DOI) become one. */
function joinCompleted(
  works: readonly FusedWork[],
  completed: ReadonlyMap<string, SharedRecord>,
  platforms: readonly CatalogPlatform[],
): { work: FusedWork; records: SharedRecord[] }[] {
  const items = works.map((work) => ({
    work,
    records: work.hits.map(({ record }) => completed.get(record.id) ?? record),
  }));
  const keys = ({ records }: { records: readonly SharedRecord[] }): string[] =>
    records.flatMap((record) => identityKeys(record, platforms));
  return groupByKeys(items, keys).map((group) => ({
    work: { hits: group.flatMap(({ work }) => work.hits), score: group.reduce((sum, { work }) => sum + work.score, 0) },
    records: group.flatMap(({ records }) => records),
  }));
}

/** The cursor behind some works of a page: every platform advanced past their hits, the others where they stood. */
function cursorAfter(
  works: readonly FusedWork[],
  outcomes: readonly Outcome[],
  catalog: Catalog,
  start: SearchCursor,
): SearchCursor {
  const given = works.flatMap(({ hits }) => hits);
  const positions = Object.fromEntries(
    catalog.platforms.map((platform, source) => {
      const outcome = outcomes[source];
      const before = start.positions[platform.connector.platform] ?? START;
      if (outcome?.kind !== 'read') return [platform.connector.platform, before];
      const { feed } = outcome;
      const offsets = given.filter((hit) => hit.source === source).map(({ rank }) => rank - feed.start.base);
      return [platform.connector.platform, advance(feed, offsets)];
    }),
  );
  return { ...start, positions };
}

function hasMore(outcomes: readonly Outcome[], after: SearchCursor, catalog: Catalog): boolean {
  return outcomes.some((outcome, source) => {
    const platform = catalog.platforms[source]?.connector.platform ?? '';
    // A platform that failed on this page may be back on the next.
    if (outcome.kind === 'failed') return outcome.error.code !== 'UNAUTHENTICATED';
    return outcome.kind === 'read' && after.positions[platform]?.end !== true;
  });
}

/**
 * Asks all platforms side by side under one deadline, joins their hits to works, and gives the best of them in one order.
 * @throws BadUserInput; UpstreamError when no platform answered.
 */
export async function searchCatalog(
  search: CatalogSearch,
  needs: Needs,
  catalog: Catalog,
  scope: RequestScope,
): Promise<SearchResult> {
  checkSearch(search);
  const of = searchHash(search);
  const start: SearchCursor =
    search.after === null
      ? { of, window: Math.max(search.first, MIN_WINDOW), positions: {} }
      : decodeCursor(search.after, of, catalog.secret);
  const hitScope = scope.within(Date.now() + catalog.searchTimeoutMs);
  const outcomes = await Promise.all(
    catalog.platforms.map((platform) =>
      askPlatform(
        platform,
        start.positions[platform.connector.platform] ?? START,
        search,
        start.window,
        needs,
        hitScope,
      ),
    ),
  );
  const failure = searchFailure(outcomes);
  if (failure) throw failure;
  const hits: RankedHit[] = outcomes.flatMap((outcome, source) =>
    outcome.kind === 'read'
      ? outcome.feed.hits.map(({ record, offset }) => ({ record, source, rank: outcome.feed.start.base + offset }))
      : [],
  );
  const chosen = fuse(hits, catalog.platforms, search.sort).slice(0, search.first);
  const detailScope = scope.within(Date.now() + scope.remainingMs * DETAIL_SHARE);
  const { records, shortfalls } = await completeRecords(
    chosen.flatMap((work) => work.hits.map(({ record }) => record)),
    needs,
    catalog.platforms,
    detailScope,
  );
  const works = joinCompleted(chosen, records, catalog.platforms);
  const cursorOf = (count: number): string => {
    return encodeCursor(
      cursorAfter(
        works.slice(0, count).map(({ work }) => work),
        outcomes,
        catalog,
        start,
      ),
      catalog.secret,
    );
  };
  const sources = outcomes.map((outcome, source) => {
    const platform = catalog.platforms[source] as CatalogPlatform;
    return sourceStatus(platform, outcome, shortfalls.get(platform.connector.platform));
  });
  const end = cursorAfter(
    works.map(({ work }) => work),
    outcomes,
    catalog,
    start,
  );
  return {
    edges: works.map(({ work, records: own }, index) => ({
      work: mergeRecords(own, catalog.platforms),
      score: work.score,
      cursor: () => cursorOf(index + 1),
    })),
    hasNextPage: hasMore(outcomes, end, catalog),
    hasPreviousPage: search.after !== null,
    endCursor:
      works.length === 0 && search.after === null && !hasMore(outcomes, end, catalog)
        ? null
        : encodeCursor(end, catalog.secret),
    totalCount: sources.reduce((sum, { total }) => sum + (total ?? 0), 0),
    sources,
  };
}
