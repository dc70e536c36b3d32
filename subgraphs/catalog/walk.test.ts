import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamError, UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { firstDay } from '../common/edtf.js';
import { identifier } from '../common/identifiers.js';
import type { Platform, SharedRecord } from '../common/record.js';
import { MAX_CURSOR } from './cursor.js';
import { compareDays } from './fuse.js';
import { identityKeys } from './identity.js';
import type { Needs } from './needs.js';
import { searchCatalog, type Catalog, type CatalogSearch, type SearchResult } from './search.js';
import { fakePlatform, fullRecord, hit, type FakePlatform } from './testing/fake-platform.js';

const HITS_ONLY: Needs = { fields: new Set(['title']), languages: ['ja'] };
const IN_FULL: Needs = { fields: new Set(['title', 'subjects']), languages: ['ja'] };
const PLATFORMS: readonly { readonly platform: Platform; readonly prefix: string }[] = [
  { platform: 'CINII_RESEARCH', prefix: 'cinii' },
  { platform: 'JAIRO_CLOUD', prefix: 'jairo' },
  { platform: 'EOSC', prefix: 'eosc' },
];

/** What identifies a record: numbers of a DOI, a handle, and a record of the next platform that it links to. */
interface Keys {
  readonly doi?: number | undefined;
  readonly handle?: number | undefined;
  readonly link?: number | undefined;
}

/** One platform of a random world. */
interface Listed {
  readonly records: readonly Keys[];
  /** Its own page size, whatever is asked; undefined: as asked. */
  readonly pageSize?: number | undefined;
  /** Its hits tell nothing but its id: the rest stands in the records' own documents. */
  readonly isMute?: boolean;
}

/** What happens to a walk: the answer to the n-th question of each platform. */
interface Weather {
  readonly fails: (platform: number, question: number) => boolean;
  readonly delay: (platform: number, question: number) => number;
}

const FINE: Weather = { fails: () => false, delay: () => 0 };

function recordOf(source: number, keys: Keys): Partial<SharedRecord> {
  const next = PLATFORMS[(source + 1) % PLATFORMS.length]?.prefix ?? '';
  return {
    doi: keys.doi === undefined ? null : `10.5072/${String(keys.doi)}`,
    identifiers: keys.handle === undefined ? [] : [identifier('HANDLE', `2115/${String(keys.handle)}`)],
    sameAs: keys.link === undefined ? [] : [`https://${next}.example/${String(keys.link)}`],
    issued: keys.doi === undefined ? null : dateOf(keys.doi),
  };
}

/** Years, months, days and none, so that the records of one DOI have one. */
function dateOf(seed: number): string | null {
  const year = String(2000 + ((seed * 7) % 11));
  return [year, `${year}-0${String(1 + (seed % 9))}`, `${year}-0${String(1 + (seed % 9))}-15`, null][seed % 4] ?? null;
}

/** Records in order of date, those without one last. Their dates are those of their DOIs; without a DOI they have none. */
function byDate(records: readonly Keys[], sort: CatalogSearch['sort']): Keys[] {
  const dayOf = ({ doi }: Keys): string | null => {
    const date = doi === undefined ? null : dateOf(doi);
    return date === null ? null : firstDay(date);
  };
  return [...records].sort((a, b) => compareDays(dayOf(a), dayOf(b), sort));
}

function catalogOf(world: readonly Listed[], weather: Weather = FINE): Catalog {
  const platforms = world.map(({ records, pageSize, isMute = false }, source): FakePlatform => {
    const { platform = 'EOSC', prefix = '' } = PLATFORMS[source] ?? {};
    const ids = records.map((_, index) => `${prefix}:${String(index)}`);
    const told = records.map((keys) => recordOf(source, keys));
    const fake = fakePlatform({
      platform,
      prefix,
      hits: ids.map((id, index) => hit(platform, id, isMute ? {} : (told[index] ?? {}))),
      full: ids.map((id, index) => fullRecord({ id, platform, ...told[index] })),
      ...(pageSize === undefined ? {} : { pageSize }),
    });
    let asked = 0;
    fake.before = async (question) => {
      if (!question.startsWith('search')) return;
      asked += 1;
      const [fails, delay] = [weather.fails(source, asked), weather.delay(source, asked)];
      if (delay > 0) await wait(delay);
      if (fails) throw new UpstreamUnavailable({ platform, message: `${platform} is away.` });
    };
    return fake;
  });
  return { platforms, secret: 'a secret that processes share', searchTimeoutMs: 2_000 };
}

interface Walked {
  /** The records of each work that was given, in order. */
  readonly works: readonly (readonly SharedRecord[])[];
  readonly last: SearchResult;
  readonly longest: number;
}

/** Walks to the end, each page over the next of the catalogs and with the next of the sizes; what fails is asked again. */
async function walk(
  catalogs: readonly Catalog[],
  sizes: readonly number[],
  needs: Needs = HITS_ONLY,
  sort: CatalogSearch['sort'] = 'RELEVANCE',
): Promise<Walked> {
  const works: (readonly SharedRecord[])[] = [];
  let [after, longest]: [string | null, number] = [null, 0];
  for (let page = 0; page < 3_000; page += 1) {
    const first = sizes[page % sizes.length] ?? 20;
    const catalog = catalogs[page % catalogs.length] as Catalog;
    let result: SearchResult;
    try {
      const search = { query: 'water', filter: {}, platforms: null, sort, first, after };
      result = await searchCatalog(search, needs, catalog, new RequestScope());
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      continue;
    }
    works.push(...result.edges.map(({ work }) => work.records));
    longest = Math.max(longest, result.endCursor?.length ?? 0, ...result.edges.map(({ cursor }) => cursor().length));
    if (!result.hasNextPage) return { works, last: result, longest };
    after = result.endCursor;
  }
  throw new Error('the walk does not end');
}

/** Records that a platform was said to have brought late. */
function lateOf({ message }: SearchResult['sources'][number]): number {
  return Number(/ and (\d+) so far belong/.exec(message ?? '')?.[1] ?? 0);
}

function expectEachRecordOnce({ works, last, longest }: Walked, world: readonly Listed[]): void {
  const ids = works.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  world.forEach(({ records }, source) => {
    const status = last.sources[source];
    if (!status) throw new Error('every platform has a status');
    const shown = works.flat().filter(({ platform }) => platform === status.platform).length;
    expect([status.total, status.totalKind, shown + lateOf(status)]).toEqual([records.length, 'EXACT', records.length]);
  });
  expect(longest).toBeLessThanOrEqual(MAX_CURSOR);
}

/** No two works share a DOI, nor a weaker key unless their DOIs differ. */
function expectNoneTwice({ works }: Walked, { platforms }: Catalog): void {
  const holders = new Map<string, { readonly index: number; readonly hasDoi: boolean }>();
  works.forEach((records, index) => {
    const keys = new Set(records.flatMap((record) => identityKeys(record, platforms)));
    const hasDoi = [...keys].some((key) => key.startsWith('doi:'));
    for (const key of keys) {
      const other = holders.get(key);
      if (other && !(other.hasDoi && hasDoi && !key.startsWith('doi:'))) throw new Error(`${key} stands in two works`);
      holders.set(key, { index, hasDoi });
    }
  });
}

const sizes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 });
const smallSizes = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 5 });
const pageSize = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined });
/** Records that share DOIs and nothing else: which are one work does not depend on what is seen first. */
const byDoi = fc.record({
  records: fc.array(fc.record({ doi: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }) }), {
    maxLength: 45,
  }),
  pageSize,
  isMute: fc.boolean(),
});
/** Records that share anything, so that one leads to another and that to a third. */
const anyKeys = fc.record({
  records: fc.array(
    fc.record({
      doi: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
      handle: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
      link: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    }),
    { maxLength: 30 },
  ),
  pageSize,
});
const worldOf = <T>(listed: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(listed, { minLength: 1, maxLength: 3 });
/** Every n-th question fails, another n for each platform; 1 would be a platform that is never back. */
const failing = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 3, maxLength: 3 });
const stormy = (every: readonly number[]): Weather => ({
  fails: (platform, question) => question % (every[platform] ?? 2) === 1,
  delay: () => 0,
});

/** How many works the union of the platforms' lists is. */
function unionOf(world: readonly Listed[]): number {
  const dois = new Set(world.flatMap(({ records }) => records.flatMap(({ doi }) => doi ?? [])));
  return dois.size + world.flatMap(({ records }) => records.filter(({ doi }) => doi === undefined)).length;
}

describe('a walk over everything', () => {
  it('gives the union of the platforms exactly once, whatever the page sizes and whatever fails, over two processes', async () => {
    await fc.assert(
      fc.asyncProperty(worldOf(byDoi), sizes, failing, async (world, pages, every) => {
        const catalogs = [catalogOf(world, stormy(every)), catalogOf(world, stormy(every))];
        const walked = await walk(catalogs, pages, IN_FULL);
        expectEachRecordOnce(walked, world);
        expect(walked.works).toHaveLength(unionOf(world));
      }),
      { numRuns: 80 },
    );
  });

  it('does so where works are small pieces of a page', async () => {
    await fc.assert(
      fc.asyncProperty(worldOf(byDoi), smallSizes, async (world, pages) => {
        const walked = await walk([catalogOf(world)], pages, IN_FULL);
        expectEachRecordOnce(walked, world);
        expect(walked.works).toHaveLength(unionOf(world));
      }),
      { numRuns: 60 },
    );
  });

  it('gives no record twice and no two works with a key in common where one record leads to another', async () => {
    await fc.assert(
      fc.asyncProperty(worldOf(anyKeys), smallSizes, failing, async (world, pages, every) => {
        const catalog = catalogOf(world, stormy(every));
        const walked = await walk([catalog, catalogOf(world)], pages);
        expectEachRecordOnce(walked, world);
        expectNoneTwice(walked, catalog);
      }),
      { numRuns: 80 },
    );
  });

  it('does not depend on which platform answers first', async () => {
    const delays = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(worldOf(anyKeys), smallSizes, delays, async (world, pages, ms) => {
        const late = catalogOf(world, { fails: () => false, delay: (platform) => ms[platform] ?? 0 });
        const idsOf = ({ works }: Walked): string[][] => works.map((records) => records.map(({ id }) => id));
        expect(idsOf(await walk([late], pages))).toEqual(idsOf(await walk([catalogOf(world)], pages)));
      }),
      { numRuns: 25 },
    );
  });

  it('by date gives everything as well, and nothing that sorts before what was given', async () => {
    const sorts = fc.constantFrom('NEWEST' as const, 'OLDEST' as const);
    await fc.assert(
      fc.asyncProperty(worldOf(byDoi), sizes, sorts, async (world, pages, sort) => {
        const sorted = world.map((listed) => ({ ...listed, isMute: false, records: byDate(listed.records, sort) }));
        const walked = await walk([catalogOf(sorted)], pages, HITS_ONLY, sort);
        expectEachRecordOnce(walked, sorted);
        expect(walked.works).toHaveLength(unionOf(sorted));
        const days = walked.works.map(([record]) => (record?.issued ? firstDay(record.issued) : null));
        expect(days).toEqual([...days].sort((a, b) => compareDays(a, b, sort)));
      }),
      { numRuns: 80 },
    );
  });
});

describe('a record of a work that was given', () => {
  const leading = (before: Keys): Keys[] => [before, ...Array.from({ length: 119 }, () => ({}))];

  it('is not shown again but counted, and so is what it leads to', async () => {
    const far = Array.from({ length: 118 }, (): Keys => ({}));
    const world: Listed[] = [
      { records: leading({ doi: 1 }) },
      { records: [...far, { doi: 1, handle: 5 }, ...far, { handle: 5 }] },
    ];
    const walked = await walk([catalogOf(world)], [20]);
    expectEachRecordOnce(walked, world);
    expect(walked.last.sources.map(lateOf)).toEqual([0, 2]);
    expect(walked.last.sources[1]?.message).toBe(
      '0 record(s) on this page and 2 so far belong to works that were given before: they are counted, not shown again.',
    );
  });

  it('is another work where it shares a handle alone and states another DOI', async () => {
    const far = Array.from({ length: 118 }, (): Keys => ({}));
    const world: Listed[] = [{ records: leading({ doi: 1, handle: 5 }) }, { records: [...far, { doi: 2, handle: 5 }] }];
    const walked = await walk([catalogOf(world)], [20]);
    expect(walked.works).toHaveLength(120 + 119);
  });

  it('is counted where a platform lists it once more', async () => {
    const platform = PLATFORMS[0]?.platform ?? 'EOSC';
    const ids = [...Array.from({ length: 130 }, (_, index) => index), 3, 129, 129];
    const hits = ids.map((id) => hit(platform, `cinii:${String(id)}`));
    const catalog = { ...catalogOf([]), platforms: [fakePlatform({ platform, prefix: 'cinii', hits })] };
    const { works, last } = await walk([catalog], [20]);
    expect([works.length, last.sources.map(lateOf)]).toEqual([130, [3]]);
  });
});

describe('a long walk', () => {
  /** Two records in three are on two platforms, near to each other and far apart: the other one's list is mixed. */
  const long = (count: number): Listed[] => {
    const records = Array.from({ length: count }, (_, index): Keys => ({ doi: index % 3 === 0 ? undefined : index }));
    return [{ records }, { records: records.map((_, index) => records[(index * 37) % count] ?? {}) }];
  };

  it('goes on when what was given no longer fits in the cursor: the pages before tell it', async () => {
    const world = long(700);
    const walked = await walk([catalogOf(world), catalogOf(world)], [100, 20]);
    expectEachRecordOnce(walked, world);
    expect(walked.works).toHaveLength(unionOf(world));
  });

  it('goes on in another process when platforms fail, as soon as they answer again', async () => {
    const world = long(400);
    const walked = await walk([catalogOf(world, stormy([7, 5])), catalogOf(world)], [50, 100]);
    expectEachRecordOnce(walked, world);
    expect(walked.works).toHaveLength(unionOf(world));
  });

  it('with documents that tell more than hits do ends in time, with words, and no work twice', async () => {
    const records = Array.from({ length: 900 }, (_, index): Keys => ({ doi: index }));
    const world = [{ records: records.map(() => ({})) }, { records, isMute: true }];
    const { works, last, longest } = await walk([catalogOf(world)], [100], IN_FULL);
    expect(works.length).toBeGreaterThan(600);
    expect(new Set(works.flat().map(({ id }) => id)).size).toBe(works.flat().length);
    expect(longest).toBeLessThanOrEqual(MAX_CURSOR);
    expect(last.sources.map(({ totalKind }) => totalKind)).toEqual(['AT_LEAST', 'AT_LEAST']);
    for (const { message } of last.sources) expect(message).toMatch(/fits in no cursor any more: narrow the search/);
    const search = { query: 'water', filter: {}, platforms: null, sort: 'RELEVANCE' as const, first: 20 };
    const again = await searchCatalog({ ...search, after: last.endCursor }, IN_FULL, catalogOf(world), new RequestScope()); // prettier-ignore
    expect([again.edges.length, again.hasNextPage]).toEqual([0, false]);
  });
});

describe("an export's walk", () => {
  const EXPORT = new RequestScope({ longWalk: true });
  const SEARCH = { query: 'water', filter: {}, platforms: null, sort: 'RELEVANCE' as const, first: 100 };

  /** Walks a search to its end behind a cursor. */
  async function walkOn(catalog: Catalog, query: string, from: string | null) {
    const ids: string[] = [];
    let [after, last]: [string | null, SearchResult | null] = [from, null];
    do {
      last = await searchCatalog({ ...SEARCH, query, after }, IN_FULL, catalog, EXPORT);
      ids.push(...last.edges.flatMap(({ work }) => work.records.map(({ id }) => id)));
      after = last.endCursor;
    } while (last.hasNextPage);
    return { ids, after, sources: last.sources };
  }

  it('reaches everything where the documents tell more than hits do, and beyond 10,000 records of a platform', async () => {
    const records = Array.from({ length: 900 }, (_, index): Keys => ({ doi: index }));
    const world = [{ records: Array.from({ length: 10_300 }, () => ({})) }, { records, isMute: true }];
    const { ids, sources } = await walkOn(catalogOf(world), 'water', null);
    expect([ids.length, new Set(ids).size]).toEqual([11_200, 11_200]);
    expect(sources.map(({ total, totalKind, passed }) => [total, totalKind, passed])).toEqual([
      [10_300, 'EXACT', 10_300],
      [900, 'EXACT', 900],
    ]);
  }, 60_000);

  it('through another search begins that one, and gives no work that the first has given', async () => {
    const doi = (count: number, from: number): Keys[] =>
      Array.from({ length: count }, (_, index) => ({ doi: from + index }));
    const first = await walkOn(catalogOf([{ records: doi(150, 0) }]), 'water', null);
    const second = await walkOn(catalogOf([{ records: [] }, { records: doi(250, 50) }]), 'sand', first.after);
    expect([first.ids.length, second.ids.length]).toEqual([150, 150]);
    expect(second.sources[1]).toMatchObject({ total: 250, passed: 250 });
  });
});
