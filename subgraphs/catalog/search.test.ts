import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamError, UpstreamTimeout, UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { plainText } from '../common/localized-text.js';
import type { SharedRecord } from '../common/record.js';
import type { Needs } from './needs.js';
import { searchCatalog, type Catalog, type CatalogSearch, type SearchResult } from './search.js';
import { fakePlatform, fullRecord, hit, type FakePlatform } from './testing/fake-platform.js';

const NEEDS: Needs = { fields: new Set(['title', 'issued']), languages: ['ja'] };

function catalogOf(...platforms: FakePlatform[]): Catalog {
  return { platforms, secret: 'a secret for tests', searchTimeoutMs: 200 };
}

function searchFor(given: Partial<CatalogSearch> = {}): CatalogSearch {
  return { query: 'water', filter: {}, platforms: null, sort: 'RELEVANCE', first: 20, after: null, ...given };
}

async function walk(
  catalog: Catalog,
  given: Partial<CatalogSearch>,
  onPage: (page: SearchResult) => void = () => undefined,
): Promise<string[][]> {
  const works: string[][] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 500; pages += 1) {
    const page: SearchResult = await searchCatalog(searchFor({ ...given, after }), NEEDS, catalog, new RequestScope());
    onPage(page);
    works.push(...page.edges.map(({ work }) => work.records.map(({ id }) => id)));
    if (!page.hasNextPage) return works;
    after = page.endCursor;
  }
  throw new Error('the walk does not end');
}

const cinii = (count: number, dois: Readonly<Record<number, string>> = {}): FakePlatform =>
  fakePlatform({
    platform: 'CINII_RESEARCH',
    prefix: 'cinii',
    hits: Array.from({ length: count }, (_, index) =>
      hit('CINII_RESEARCH', `cinii:${String(index)}`, { doi: dois[index] ?? null }),
    ),
  });

const jairo = (count: number, dois: Readonly<Record<number, string>> = {}): FakePlatform =>
  fakePlatform({
    platform: 'JAIRO_CLOUD',
    prefix: 'jairo',
    hits: Array.from({ length: count }, (_, index) =>
      hit('JAIRO_CLOUD', `jairo:${String(index)}`, { doi: dois[index] ?? null }),
    ),
    standing: 'origin',
  });

describe('a search over many platforms', () => {
  it('joins hits with the same DOI to one work that carries both records and is ranked above the rest', async () => {
    const catalog = catalogOf(cinii(3, { 2: '10.5072/a' }), jairo(3, { 1: '10.5072/a' }));
    const { edges } = await searchCatalog(searchFor(), NEEDS, catalog, new RequestScope());
    expect(edges[0]?.work.id).toBe('doi:10.5072/a');
    expect(edges[0]?.work.records.map(({ id }) => id)).toEqual(['jairo:1', 'cinii:2']);
    expect(edges).toHaveLength(5);
  });

  it('asks each platform once for a page whose fields the hits carry', async () => {
    const [one, two] = [cinii(30), jairo(30)];
    await searchCatalog(searchFor(), NEEDS, catalogOf(one, two), new RequestScope());
    expect([one.asked, two.asked]).toEqual([['search start'], ['search start']]);
  });

  it('reads a record of its own only where a needed field is not on the hit', async () => {
    const platform = fakePlatform({
      platform: 'CINII_RESEARCH',
      prefix: 'cinii',
      hits: [hit('CINII_RESEARCH', 'cinii:1'), hit('CINII_RESEARCH', 'cinii:2', { accessRight: 'OPEN' })],
      full: [fullRecord({ id: 'cinii:1', platform: 'CINII_RESEARCH', accessRight: 'EMBARGOED' })],
    });
    const needs: Needs = { fields: new Set(['accessRight']), languages: ['ja'] };
    const { edges } = await searchCatalog(searchFor(), needs, catalogOf(platform), new RequestScope());
    expect(platform.asked).toEqual(['search start', 'record cinii:1']);
    expect(edges.map(({ work }) => work.accessRight)).toEqual(['EMBARGOED', 'OPEN']);
  });

  it('joins works whose records turn out to share a DOI once they were read', async () => {
    const irdb = fakePlatform({
      platform: 'JAIRO_CLOUD',
      prefix: 'jairo',
      hits: [hit('JAIRO_CLOUD', 'jairo:1')],
      full: [fullRecord({ id: 'jairo:1', platform: 'JAIRO_CLOUD', doi: '10.5072/a', accessRight: 'OPEN' })],
    });
    const needs: Needs = { fields: new Set(['accessRight']), languages: ['ja'] };
    const { edges } = await searchCatalog(
      searchFor(),
      needs,
      catalogOf(cinii(1, { 0: '10.5072/a' }), irdb),
      new RequestScope(),
    );
    expect(edges.map(({ work }) => [work.id, work.records.length])).toEqual([['doi:10.5072/a', 2]]);
  });

  it('joins a hit to the repository record that its addresses lead to, without a request', async () => {
    const one = fakePlatform({
      platform: 'CINII_RESEARCH',
      prefix: 'cinii',
      hits: [hit('CINII_RESEARCH', 'cinii:1', { sameAs: ['https://jairo.example/0'] })],
    });
    const { edges } = await searchCatalog(searchFor(), NEEDS, catalogOf(one, jairo(1)), new RequestScope());
    expect(edges.map(({ work }) => work.records.map(({ id }) => id))).toEqual([['jairo:0', 'cinii:1']]);
    expect(edges[0]?.work.id).toBe('cinii:1');
  });

  it('takes a record that a platform lists twice once', async () => {
    const twice = [hit('JAIRO_CLOUD', 'jairo:1'), hit('JAIRO_CLOUD', 'jairo:1'), hit('JAIRO_CLOUD', 'jairo:2')];
    const platform = fakePlatform({ platform: 'JAIRO_CLOUD', prefix: 'jairo', hits: twice });
    const { edges } = await searchCatalog(searchFor(), NEEDS, catalogOf(platform), new RequestScope());
    expect(edges.map(({ work }) => work.records.map(({ id }) => id))).toEqual([['jairo:1'], ['jairo:2']]);
  });

  it('never joins by title', async () => {
    const same = { title: plainText('Annual report') };
    const one = fakePlatform({
      platform: 'CINII_RESEARCH',
      prefix: 'cinii',
      hits: [hit('CINII_RESEARCH', 'cinii:1', same)],
    });
    const two = fakePlatform({ platform: 'JAIRO_CLOUD', prefix: 'jairo', hits: [hit('JAIRO_CLOUD', 'jairo:1', same)] });
    const { edges } = await searchCatalog(searchFor(), NEEDS, catalogOf(one, two), new RequestScope());
    expect(edges).toHaveLength(2);
  });
});

describe('a platform that cannot take part', () => {
  it('leaves the others intact when it fails, and says so', async () => {
    const [one, two] = [cinii(2), jairo(2)];
    two.before = () => {
      throw new UpstreamUnavailable({ platform: 'JAIRO_CLOUD', message: 'JAIRO Cloud answered with 503.' });
    };
    const { edges, sources } = await searchCatalog(searchFor(), NEEDS, catalogOf(one, two), new RequestScope());
    expect(edges).toHaveLength(2);
    expect(sources.map(({ state, total, message }) => [state, total, message])).toEqual([
      ['OK', 2, null],
      ['FAILED', null, 'JAIRO Cloud answered with 503.'],
    ]);
  });

  it('is TIMEOUT at the deadline even when it never answers', async () => {
    const [one, two] = [cinii(1), jairo(1)];
    two.before = () => new Promise<void>(() => undefined);
    const began = performance.now();
    const { sources } = await searchCatalog(searchFor(), NEEDS, catalogOf(one, two), new RequestScope());
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(sources.map(({ state }) => state)).toEqual(['OK', 'TIMEOUT']);
  });

  it('is SKIPPED with its reason when it cannot apply a filter: the filter is not ignored', async () => {
    const able = fakePlatform({
      platform: 'CINII_RESEARCH',
      prefix: 'cinii',
      hits: [hit('CINII_RESEARCH', 'cinii:1')],
      support: () => 'native',
    });
    const { edges, sources } = await searchCatalog(
      searchFor({ filter: { publisher: 'x' } }),
      NEEDS,
      catalogOf(able, jairo(2)),
      new RequestScope(),
    );
    expect(edges).toHaveLength(1);
    expect(sources[1]).toMatchObject({ state: 'SKIPPED', message: 'JAIRO_CLOUD cannot filter by publisher.' });
  });

  it('is not asked when the filter names others', async () => {
    const [one, two] = [cinii(1), jairo(1)];
    const { sources } = await searchCatalog(
      searchFor({ platforms: ['JAIRO_CLOUD'] }),
      NEEDS,
      catalogOf(one, two),
      new RequestScope(),
    );
    expect(one.asked).toEqual([]);
    expect(sources.map(({ state }) => state)).toEqual(['SKIPPED', 'OK']);
  });

  it('makes the search an error only when no other gave anything', async () => {
    const [one, two] = [cinii(1), jairo(1)];
    for (const platform of [one, two]) {
      platform.before = () => {
        throw new UpstreamTimeout({ platform: platform.connector.platform, message: 'late' });
      };
    }
    await expect(searchCatalog(searchFor(), NEEDS, catalogOf(one, two), new RequestScope())).rejects.toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
    });
  });

  it('is PARTIAL when some of its records could not be read in full', async () => {
    const platform = cinii(2);
    platform.before = (question) => {
      if (question === 'record cinii:1')
        throw new UpstreamError('UPSTREAM_TIMEOUT', { platform: 'CINII_RESEARCH', message: 'late' });
    };
    const needs: Needs = { fields: new Set(['subjects']), languages: ['ja'] };
    const { edges, sources } = await searchCatalog(searchFor(), needs, catalogOf(platform), new RequestScope());
    expect(sources[0]).toMatchObject({ state: 'PARTIAL', message: '1 record(s) could not be read in full: late' });
    expect(edges.map(({ work }) => work.subjects)).toEqual([null, null]);
  });
});

describe('a platform that gave an old answer', () => {
  const stale = (hours: number) => ({
    at: new Date(0),
    cache: 'STALE' as const,
    ageSeconds: hours * 3600,
  });

  it('is STALE, and says how old the answer is', async () => {
    const hits = [1, 2].map((hours) => hit('EOSC', `eosc:${String(hours)}`, { retrieved: stale(hours + 1) }));
    const platform = fakePlatform({ platform: 'EOSC', prefix: 'eosc', hits, cache: () => 'STALE' });
    const { sources } = await searchCatalog(searchFor(), NEEDS, catalogOf(platform), new RequestScope());
    expect(sources[0]).toMatchObject({
      state: 'STALE',
      cache: 'STALE',
      message: 'EOSC gave nothing newer: this is its last answer, which is 3 h old.',
    });
  });

  it('is STALE when any page that was read for the answer is', async () => {
    const hits = Array.from({ length: 60 }, (_, index) =>
      hit('EOSC', `eosc:${String(index)}`, index < 20 ? {} : { retrieved: stale(2) }),
    );
    const cache = (position: string | null) => (position === null ? 'HIT' : 'STALE');
    const platform = fakePlatform({ platform: 'EOSC', prefix: 'eosc', hits, cache, pageSize: 20 });
    const first = await searchCatalog(searchFor({ first: 20 }), NEEDS, catalogOf(platform), new RequestScope());
    expect(first.sources[0]).toMatchObject({ state: 'OK', cache: 'HIT' });
    const all = await searchCatalog(searchFor({ first: 60 }), NEEDS, catalogOf(platform), new RequestScope());
    expect(all.sources[0]).toMatchObject({ state: 'STALE', cache: 'STALE' });
    expect(all.sources[0]?.message).toContain('120 min old');
  });

  it('of records alone is STALE as well, and says of how many', async () => {
    const full = [0, 1, 2].map((index) =>
      fullRecord({
        id: `cinii:${String(index)}`,
        platform: 'CINII_RESEARCH',
        ...(index === 0 ? {} : { retrieved: stale(index * 5) }),
      }),
    );
    const hits = full.map(({ id }) => hit('CINII_RESEARCH', id));
    const platform = fakePlatform({ platform: 'CINII_RESEARCH', prefix: 'cinii', hits, full });
    const needs: Needs = { fields: new Set(['subjects']), languages: ['ja'] };
    const { sources } = await searchCatalog(searchFor(), needs, catalogOf(platform), new RequestScope());
    expect(sources[0]).toMatchObject({
      state: 'STALE',
      cache: 'STALE',
      message: 'CINII_RESEARCH gave nothing newer of 2 record(s) than what is up to 10 h old.',
    });
  });
});

describe('a platform whose list cannot be read to its end', () => {
  /** Of so many hits that it counts, a platform gives the first `window`. */
  const cut = (count: number, window: number): FakePlatform => {
    const platform = cinii(window);
    const search = platform.connector.search.bind(platform.connector);
    platform.connector.search = async (request, scope) => {
      const page = await search(request, scope);
      const message = page.next === null ? `${platform.name} gives the first of its records: narrow the search.` : null;
      return { ...page, total: count, ...(page.next === null ? { cut: true as const } : {}), message };
    };
    return platform;
  };

  it('has a lower bound for a total at its end, and says why; the others are walked on', async () => {
    const sources: (readonly [string, number | null, string, string | null])[] = [];
    const works = await walk(catalogOf(cut(70, 30), jairo(90)), { first: 40 }, (page) => {
      const [first] = page.sources;
      if (first) sources.push([first.state, first.total, first.totalKind, first.message]);
    });
    expect(works).toHaveLength(120);
    expect(sources.map(([state, total, kind]) => [state, total, kind])).toEqual([
      ['OK', 70, 'EXACT'],
      ['OK', 70, 'AT_LEAST'],
      ['OK', 70, 'AT_LEAST'],
    ]);
    expect(sources.map(([, , , message]) => message)).toEqual([
      'CINII_RESEARCH gives the first of its records: narrow the search.',
      'CINII_RESEARCH gives the first of its records: narrow the search.',
      expect.stringMatching(/CINII_RESEARCH has more records than can be reached: narrow the search/),
    ]);
  });
});

describe('a platform that has read only a part of its records so far', () => {
  it('says so, and does not advise to narrow the search', async () => {
    const platform = cinii(3);
    const search = platform.connector.search.bind(platform.connector);
    platform.connector.search = async (request, scope) => ({
      ...(await search(request, scope)),
      totalKind: 'AT_LEAST',
      partial: true,
      message: '10 of 49 datasets were read.',
    });
    const { sources } = await searchCatalog(
      { query: 'q', filter: {}, platforms: null, sort: 'RELEVANCE', first: 20, after: null },
      NEEDS,
      catalogOf(platform),
      new RequestScope(),
    );
    expect(sources[0]).toMatchObject({
      state: 'PARTIAL',
      total: 3,
      totalKind: 'AT_LEAST',
      message: '10 of 49 datasets were read.',
    });
  });
});

describe('a search that finds little', () => {
  it('says so too where the platform tells no number', async () => {
    const platform = cinii(0);
    const search = platform.connector.search.bind(platform.connector);
    platform.connector.search = async (request, scope) => ({ ...(await search(request, scope)), total: null });
    Object.assign(platform.connector.capabilities, { everyWord: true });
    const { sources } = await searchCatalog(
      searchFor({ query: '海 山' }),
      NEEDS,
      catalogOf(platform),
      new RequestScope(),
    );
    expect(sources[0]?.message).toMatch(/only what has all 2 words/);
  });

  it('says on its first page what may find more', async () => {
    const platform = cinii(0);
    Object.assign(platform.connector.capabilities, { metadataLanguage: 'ja' });
    const { sources } = await searchCatalog(
      searchFor({ query: 'plastics' }),
      NEEDS,
      catalogOf(platform),
      new RequestScope(),
    );
    expect(sources[0]).toMatchObject({
      state: 'OK',
      total: 0,
      message: 'Most of its metadata are in Japanese: Japanese words may find more.',
    });
  });
});

describe('a filter that is checked on the records', () => {
  it('drops what does not meet it, reads on, and no longer claims to know the total', async () => {
    const hits = Array.from({ length: 40 }, (_, index) =>
      hit('CINII_RESEARCH', `cinii:${String(index)}`, { issued: index % 4 === 0 ? '2020-05' : '2020-09' }),
    );
    const platform = fakePlatform({ platform: 'CINII_RESEARCH', prefix: 'cinii', hits, support: () => 'coarse' });
    const search = searchFor({ filter: { from: '2020-04', until: '2020-06' }, first: 5 });
    const { edges, sources } = await searchCatalog(search, NEEDS, catalogOf(platform), new RequestScope());
    expect(edges.map(({ work }) => work.id)).toEqual(['cinii:0', 'cinii:4', 'cinii:8', 'cinii:12', 'cinii:16']);
    expect(sources[0]).toMatchObject({ total: null, totalKind: 'UNKNOWN' });
  });
});

describe('sorting by date', () => {
  it('merges the platforms by day, month and year, works without a date last', async () => {
    const dated = (
      platform: 'CINII_RESEARCH' | 'JAIRO_CLOUD',
      prefix: string,
      dates: readonly (string | null)[],
    ): FakePlatform =>
      fakePlatform({
        platform,
        prefix,
        hits: dates.map((issued, index) => hit(platform, `${prefix}:${String(index)}`, { issued })),
      });
    const catalog = catalogOf(
      dated('CINII_RESEARCH', 'cinii', ['2024', '2019-03', null]),
      dated('JAIRO_CLOUD', 'jairo', ['2023-12-31', '2019-03-02']),
    );
    const { edges } = await searchCatalog(searchFor({ sort: 'NEWEST' }), NEEDS, catalog, new RequestScope());
    expect(edges.map(({ work }) => work.issued)).toEqual(['2024', '2023-12-31', '2019-03-02', '2019-03', null]);
  });
});

describe('a walk with cursors', () => {
  it('gives every hit of every platform exactly once, whatever the page size and the platforms page sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          sizes: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })),
          first: fc.integer({ min: 1, max: 17 }),
          pageSize: fc.integer({ min: 1, max: 25 }),
        }),
        async ({ sizes: [one, two], first, pageSize }) => {
          const sized = (platform: 'CINII_RESEARCH' | 'JAIRO_CLOUD', prefix: string, count: number): FakePlatform =>
            fakePlatform({
              platform,
              prefix,
              pageSize,
              hits: Array.from({ length: count }, (_, index): SharedRecord =>
                hit(platform, `${prefix}:${String(index)}`),
              ),
            });
          const catalog = catalogOf(sized('CINII_RESEARCH', 'cinii', one), sized('JAIRO_CLOUD', 'jairo', two));
          const seen = (await walk(catalog, { first })).flat();
          expect(seen).toHaveLength(one + two);
          expect(new Set(seen).size).toBe(one + two);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on from the cursor of any edge', async () => {
    const catalog = catalogOf(cinii(9), jairo(9));
    const whole = (await walk(catalog, { first: 100 })).flat();
    const page = await searchCatalog(searchFor({ first: 7 }), NEEDS, catalog, new RequestScope());
    const rest = await searchCatalog(
      searchFor({ first: 100, after: page.edges[3]?.cursor() ?? '' }),
      NEEDS,
      catalog,
      new RequestScope(),
    );
    expect(rest.edges.flatMap(({ work }) => work.records.map(({ id }) => id))).toEqual(whole.slice(4));
  });

  it('asks for a hundred hits at once from the second page on, so that most pages cost nothing', async () => {
    const one = cinii(150);
    await walk(catalogOf(one), { first: 20 });
    expect([...new Set(one.asked)]).toEqual(['search start', 'search 100']);
  });

  it('keeps the number of a platform that fails later on', async () => {
    const [one, two] = [cinii(50), jairo(50)];
    const { endCursor } = await searchCatalog(searchFor(), NEEDS, catalogOf(one, two), new RequestScope());
    two.before = () => {
      throw new UpstreamUnavailable({ platform: 'JAIRO_CLOUD', message: 'away' });
    };
    const search = searchFor({ after: endCursor });
    const { sources, totalCount } = await searchCatalog(search, NEEDS, catalogOf(one, two), new RequestScope());
    expect(sources[1]).toMatchObject({ state: 'FAILED', total: 50, totalKind: 'EXACT', message: 'away' });
    expect(totalCount).toBe(100);
  });

  it('comes back to a platform that failed on one page', async () => {
    const [one, two] = [cinii(6), jairo(6)];
    let failures = 0;
    two.before = () => {
      failures += 1;
      if (failures === 1) throw new UpstreamUnavailable({ platform: 'JAIRO_CLOUD', message: 'away' });
    };
    const seen = (await walk(catalogOf(one, two), { first: 4 })).flat();
    expect(seen.sort()).toEqual([0, 1, 2, 3, 4, 5].flatMap((n) => [`cinii:${String(n)}`, `jairo:${String(n)}`]).sort());
  });

  it('keeps telling the total of a platform that has no more', async () => {
    const totals: (number | null)[][] = [];
    await walk(catalogOf(cinii(2), jairo(9)), { first: 5 }, ({ sources }) =>
      totals.push(sources.map(({ total }) => total)),
    );
    expect(totals).toEqual([
      [2, 9],
      [2, 9],
      [2, 9],
    ]);
  });

  it('refuses a cursor of another search, a changed one, and what is no cursor', async () => {
    const catalog = catalogOf(cinii(9));
    const { endCursor } = await searchCatalog(searchFor({ first: 2 }), NEEDS, catalog, new RequestScope());
    const after = endCursor ?? '';
    const again = (given: Partial<CatalogSearch>): Promise<SearchResult> =>
      searchCatalog(searchFor(given), NEEDS, catalog, new RequestScope());
    await expect(again({ query: 'fire', after })).rejects.toThrow(/belongs to another search/);
    await expect(again({ after: `${after.startsWith('A') ? 'B' : 'A'}${after.slice(1)}` })).rejects.toThrow(
      /was changed/,
    );
    await expect(again({ after: 'nonsense' })).rejects.toThrow(/not a cursor of this service/);
  });

  it('refuses page sizes that are none', async () => {
    for (const first of [0, -1, 101, 100_000]) {
      await expect(searchCatalog(searchFor({ first }), NEEDS, catalogOf(cinii(1)), new RequestScope())).rejects.toThrow(
        /ask for 1 to 100 works/,
      );
    }
  });
});

describe('a platform that shows only what is public without a token', () => {
  const rdm = (count: number): FakePlatform =>
    fakePlatform({
      platform: 'GAKUNIN_RDM',
      prefix: 'rdm',
      hits: Array.from({ length: count }, (_, index) => hit('GAKUNIN_RDM', `rdm:${String(index)}`)),
      unauthorized: true,
    });
  const failing = (): FakePlatform => {
    const platform = cinii(1);
    platform.before = () => {
      throw new UpstreamUnavailable({ platform: 'CINII_RESEARCH', message: 'away' });
    };
    return platform;
  };

  it('is UNAUTHORIZED and its public hits are in the answer', async () => {
    const { edges, sources } = await searchCatalog(searchFor(), NEEDS, catalogOf(rdm(2), cinii(1)), new RequestScope());
    expect(edges).toHaveLength(3);
    expect(sources.map(({ state, total, message }) => [state, total, message])).toEqual([
      ['UNAUTHORIZED', 2, 'Send a token.'],
      ['OK', 1, null],
    ]);
  });

  it('is an answer with public hits when every other platform fails, and none without', async () => {
    const { edges } = await searchCatalog(searchFor(), NEEDS, catalogOf(rdm(2), failing()), new RequestScope());
    expect(edges).toHaveLength(2);
    const nothing = searchCatalog(searchFor(), NEEDS, catalogOf(rdm(0), failing()), new RequestScope());
    await expect(nothing).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    const alone = await searchCatalog(searchFor(), NEEDS, catalogOf(rdm(0)), new RequestScope());
    expect(alone.sources[0]?.state).toBe('UNAUTHORIZED');
  });
});
