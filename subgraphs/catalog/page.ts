import type { SharedRecord } from '../common/record.js';
import { encodeCursor, surelyGoesOn, type PlatformPosition, type SearchCursor } from './cursor.js';
import { advance, START } from './feed.js';
import type { FusedWork, RankedHit } from './fuse.js';
import { keysLearnt, keysOfGiven, type CarriedKeys, type Given } from './given.js';
import { groupByKeys, identityKeys } from './identity.js';
import { keyNumber } from './key-set.js';
import type { CatalogPlatform } from './platforms.js';
import type { Outcome } from './sources.js';

const recordsOf = (hits: readonly RankedHit[]): SharedRecord[] => hits.map(({ record }) => record);

/** Sets apart what belongs to works that were given: whole works, else single hits whose own record was given. */
export function sift(
  groups: readonly (readonly RankedHit[])[],
  given: Given,
): { readonly fresh: readonly (readonly RankedHit[])[]; readonly late: readonly (readonly RankedHit[])[] } {
  const fresh: RankedHit[][] = [];
  const late: (readonly RankedHit[])[] = [];
  for (const group of groups) {
    if (given.holds(recordsOf(group))) {
      late.push(group);
      continue;
    }
    const isGiven = ({ record }: RankedHit): boolean => given.holdsRecord(record);
    const again = group.filter(isGiven);
    if (again.length > 0) late.push(again);
    if (again.length < group.length) fresh.push(group.filter((hit) => !isGiven(hit)));
  }
  return { fresh, late };
}

/** A work of a page: its hits, and its records as they were read for the answer. */
export interface PageWork {
  readonly hits: readonly RankedHit[];
  readonly records: readonly SharedRecord[];
  readonly score: number;
}

/** Records that turn out to be of one work once their own documents were read (IRDB's hits carry no DOI) become one. */
export function joinCompleted(
  works: readonly FusedWork[],
  completed: ReadonlyMap<string, SharedRecord>,
  platforms: readonly CatalogPlatform[],
): PageWork[] {
  const items = works.map((work) => ({
    work,
    records: work.hits.map(({ record }) => completed.get(record.id) ?? record),
  }));
  const keys = ({ records }: { records: readonly SharedRecord[] }): string[] =>
    records.flatMap((record) => identityKeys(record, platforms));
  return groupByKeys(items, keys).map((group) => ({
    hits: group.flatMap(({ work }) => work.hits),
    records: group.flatMap(({ records }) => records),
    score: group.reduce((sum, { work }) => sum + work.score, 0),
  }));
}

/** What a page gave and counted, from where. */
export interface PageGiven {
  readonly outcomes: readonly Outcome[];
  readonly works: readonly PageWork[];
  /** Hits of works that were given before. */
  readonly late: readonly (readonly RankedHit[])[];
  readonly start: SearchCursor;
  readonly given: Given;
  /** Whether the platforms' pages are those of the whole walk (feed.ts). */
  readonly onWalkPages: boolean;
}

/** The numbers of the keys that a page's cursors carry. */
interface PageKeys {
  /** Of each work. */
  readonly works: readonly CarriedKeys[];
  readonly late: readonly number[];
  /** From the pages before. */
  readonly before: CarriedKeys;
}

/** A place behind some works of a page. */
export interface Place {
  readonly positions: SearchCursor['positions'];
  /** The walk is too long to be carried on from here. */
  readonly over: boolean;
  /** The cursor. Packed and signed when it is asked for: most clients read one of a page or none. */
  text(): string;
}

/** Where a walk goes on behind some of a page's works. */
export class Walk {
  private numbered: PageKeys | null = null;

  constructor(
    private readonly page: PageGiven,
    private readonly catalog: { readonly platforms: readonly CatalogPlatform[]; readonly secret: string },
  ) {}

  private keys(): PageKeys {
    const { page, catalog } = this;
    const numbers = (records: readonly SharedRecord[]): number[] =>
      keysOfGiven(records, catalog.platforms).map((key) => keyNumber(key, page.start.long));
    const { told, learnt } = page.start.carried;
    this.numbered ??= {
      works: page.works.map(({ hits, records }) => ({
        told: numbers(recordsOf(hits)),
        learnt: keysLearnt(recordsOf(hits), records, catalog.platforms).map((key) => keyNumber(key, page.start.long)),
      })),
      late: page.late.flatMap((hits) => numbers(recordsOf(hits))),
      before: { told, learnt: page.given.untold(learnt) },
    };
    return this.numbered;
  }

  /** As many keys as were learnt at most. */
  private mostLearnt(): number {
    const own = this.page.works.flatMap(({ hits, records }) => {
      const told = new Set(recordsOf(hits));
      return records.filter((record) => !told.has(record));
    });
    const { learnt } = this.page.start.carried;
    return own.reduce((sum, record) => sum + identityKeys(record, this.catalog.platforms).length, learnt.length);
  }

  /** The records of a platform on this page that belong to works which were given before. */
  lateOf(source: number): number {
    const outcome = this.page.outcomes[source];
    const repeated = outcome?.kind === 'read' ? outcome.feed.repeated : 0;
    return repeated + this.page.late.flat().filter((hit) => hit.source === source).length;
  }

  private positionOf(source: number, settled: readonly RankedHit[]): PlatformPosition {
    const { outcomes, start, onWalkPages } = this.page;
    const before = start.positions[this.catalog.platforms[source]?.connector.platform ?? ''] ?? START;
    const outcome = outcomes[source];
    if (outcome?.kind !== 'read') return before;
    const { feed } = outcome;
    const offsets = settled.filter((hit) => hit.source === source).map(({ rank }) => rank - feed.start.base);
    return advance(feed, offsets, before.late + this.lateOf(source), {
      onWalkPages,
      ...(start.long ? { maxRead: Number.POSITIVE_INFINITY } : {}),
    });
  }

  private carriedAfter(count: number): CarriedKeys {
    const { works, late, before } = this.keys();
    const own = works.slice(0, count);
    const told = new Set([...(before.told ?? []), ...late, ...own.flatMap((keys) => keys.told ?? [])]);
    const learnt = [...before.learnt, ...own.flatMap((keys) => keys.learnt)].filter((key) => !told.has(key));
    return { told: before.told === null ? null : [...told], learnt };
  }

  /** The place behind some works of the page: every platform advanced past their hits, the others where they stood. */
  after(count: number): Place {
    const { page, catalog } = this;
    const settled = [...page.late.flat(), ...page.works.slice(0, count).flatMap(({ hits }) => hits)];
    const positions = Object.fromEntries(
      catalog.platforms.map(({ connector }, source) => [connector.platform, this.positionOf(source, settled)]),
    );
    const { of, long, over } = page.start;
    let made: ReturnType<typeof encodeCursor> | null = null;
    const make = (): ReturnType<typeof encodeCursor> =>
      (made ??= encodeCursor({ of, long, over, positions, carried: this.carriedAfter(count) }, catalog.secret));
    return {
      positions,
      over: !surelyGoesOn({ of, long, over, positions }, this.mostLearnt()) && make().over,
      text: () => make().text,
    };
  }
}
