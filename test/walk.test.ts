import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type Answer, type Endpoint, type World } from './support.js';

const WALK = `query ($query: String!, $first: Int!, $after: String, $sort: WorkSort!) {
  search(query: $query, first: $first, after: $after, sort: $sort) {
    nodes { id issued records { id platform } }
    pageInfo { hasNextPage endCursor }
    totalCount
    sources { platform state total totalKind message }
  }
}`;
/** The same, with a field that makes the records of JAIRO Cloud be read in full: then they tell their DOIs. */
const IN_FULL = WALK.replace('issued', 'issued accessRight');

interface Source {
  readonly platform: string;
  readonly state: string;
  readonly total: number | null;
  readonly totalKind: string;
  readonly message: string | null;
}
interface Page {
  readonly nodes: readonly {
    readonly id: string;
    readonly issued: string | null;
    readonly records: readonly { readonly id: string; readonly platform: string }[];
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly sources: readonly Source[];
}
interface Options {
  readonly query: string;
  readonly first: number;
  readonly sort?: string;
  readonly document?: string;
  /** Before each page, counted from 1. */
  readonly before?: (page: number) => Promise<void> | void;
}
interface Walked {
  readonly pages: readonly Page[];
  /** Messages of pages that could not be given and were asked for again. */
  readonly errors: readonly string[];
}

async function walk(gateways: readonly Pick<World, 'ask'>[], options: Options): Promise<Walked> {
  const { query, first, sort = 'RELEVANCE', document = WALK } = options;
  const pages: Page[] = [];
  const errors: string[] = [];
  let after: string | null = null;
  for (let page = 1; page < 200; page += 1) {
    await options.before?.(page);
    const gateway = gateways[page % gateways.length];
    const answer: Answer | undefined = await gateway?.ask(document, { query, first, after, sort });
    const error = answer?.errors?.[0];
    if (error) {
      errors.push(error.message);
      continue;
    }
    const given: Page | undefined = (answer?.data as { search: Page } | undefined)?.search;
    if (given === undefined) throw new Error('no answer and no error');
    pages.push(given);
    if (!given.pageInfo.hasNextPage) return { pages, errors };
    after = given.pageInfo.endCursor;
  }
  throw new Error('the walk does not end');
}

const lateOf = ({ message }: Source): number => Number(/ and (\d+) so far belong/.exec(message ?? '')?.[1] ?? 0);

/** Each work and each record once, and per platform what was shown and what came late are what it counts. */
function expectTheWhole({ pages }: Walked): void {
  const nodes = pages.flatMap((page) => page.nodes);
  const records = nodes.flatMap((node) => node.records);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  const { sources, totalCount } = pages.at(-1) ?? { sources: [], totalCount: 0 };
  for (const source of sources.filter(({ state }) => state !== 'SKIPPED')) {
    const shown = records.filter(({ platform }) => platform === source.platform).length;
    expect([source.platform, source.totalKind, shown + lateOf(source)]).toEqual([
      source.platform,
      'EXACT',
      source.total,
    ]);
  }
  expect(sources.reduce((sum, { total }) => sum + (total ?? 0), 0)).toBe(totalCount);
  for (const { pageInfo } of pages) expect(pageInfo.endCursor?.length ?? 0).toBeLessThanOrEqual(2048);
}

describe('a walk over everything that the platforms have', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ KAKEHASHI_SECRET: 'a secret of all processes' });
    await world.catalogued();
  });
  afterAll(() => world.close());

  it.each([20, 100])(
    'of %i works a page gives each once, and the numbers agree',
    async (first) => {
      const walked = await walk([world], { query: 'の', first });
      expectTheWhole(walked);
      expect(walked.pages.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(500);
      expect(walked.pages.some(({ sources }) => sources.some((source) => lateOf(source) > 0))).toBe(true);
    },
    30_000,
  );

  it('gives each once when the records of a page are read in full, which tells more DOIs', async () => {
    expectTheWhole(await walk([world], { query: 'e', first: 100, document: IN_FULL }));
  }, 30_000);

  it('in order of date never gives a work that sorts before one that was given', async () => {
    const walked = await walk([world], { query: 'の', first: 60, sort: 'OLDEST' });
    expectTheWhole(walked);
    const years = walked.pages.flatMap(({ nodes }) => nodes.flatMap(({ issued }) => issued?.slice(0, 4) ?? []));
    expect(years).toEqual([...years].sort());
    const skipped = walked.pages[0]?.sources.filter(({ state }) => state === 'SKIPPED') ?? [];
    for (const { message } of skipped) expect(message).toMatch(/cannot sort its hits by date/);
  }, 30_000);
});

describe('a walk over two gateways that share a secret', () => {
  let world: World;
  let other: Endpoint;
  beforeAll(async () => {
    world = await startWorld({ KAKEHASHI_SECRET: 'a secret of all processes' });
    other = await world.another();
    await Promise.all([world.catalogued(), other.catalogued()]);
  });
  afterAll(() => world.close());

  it('gives each work once although each has read only half of the pages', async () => {
    expectTheWhole(await walk([world, other], { query: '海', first: 20 }));
  }, 30_000);

  it('goes on where a platform failed, on the next page or with the same cursor', async () => {
    const walked = await walk([world, other], {
      query: 'の',
      first: 100,
      async before(page) {
        await world.fault('eosc', page === 2 ? '503' : null);
        await world.fault('cinii', page === 4 ? '503' : null);
      },
    });
    expectTheWhole(walked);
    const states = walked.pages.flatMap(({ sources }) => sources.map(({ state }) => state));
    expect([...states.filter((state) => state === 'FAILED'), ...walked.errors].length).toBeGreaterThan(0);
    for (const message of walked.errors) expect(message).toMatch(/ask once more with the same cursor/);
  }, 30_000);
});
