import { describe, expect, it } from 'vitest';
import { RequestScope } from '../../upstream/scope.js';
import { advance, MAX_READ, readFeed, START, type Feed } from './feed.js';
import { fakePlatform, hit } from './testing/fake-platform.js';

const hits = Array.from({ length: 300 }, (_, index) => hit('EOSC', `eosc:${String(index)}`));
const platform = fakePlatform({ platform: 'EOSC', prefix: 'eosc', hits });
const SEARCH = { query: 'water', filter: {}, sort: 'RELEVANCE' as const, languages: ['ja' as const], first: 100 };
const request = { search: SEARCH, checked: [], wanted: 20, isGiven: () => false };

async function feedFrom(base: number): Promise<Feed> {
  return readFeed(platform, { ...START, at: '100', base }, request, new RequestScope());
}

const all = Array.from({ length: 100 }, (_, index) => index);

describe('where a platform stands behind a feed', () => {
  it('is the page that holds the first hit not given, and which of its hits were', async () => {
    expect(advance(await feedFrom(100), [0, 1, 5], 0, { onWalkPages: true })).toMatchObject({
      at: '100',
      base: 100,
      given: [0, 1, 5],
    });
    expect(advance(await feedFrom(100), all, 4, { onWalkPages: true })).toMatchObject({
      at: '200',
      base: 200,
      given: [],
      late: 4,
    });
  });

  it('stays at the start on the shorter pages that a walk begins with', async () => {
    const feed = await readFeed(platform, START, { ...request, search: { ...SEARCH, first: 20 } }, new RequestScope());
    const given = Array.from({ length: 20 }, (_, index) => index);
    expect(advance(feed, given, 0, { onWalkPages: false })).toMatchObject({ at: null, base: 0, given, end: false });
  });

  it('is the end at 10,000 records, with a lower bound for its number', async () => {
    expect(advance(await feedFrom(MAX_READ - 200), all, 0, { onWalkPages: true })).toMatchObject({
      end: false,
      totalKind: 'EXACT',
    });
    expect(advance(await feedFrom(MAX_READ - 100), all, 0, { onWalkPages: true })).toMatchObject({
      end: true,
      totalKind: 'AT_LEAST',
    });
  });
});

describe('a feed', () => {
  it('is read on while what it holds was given by other platforms', async () => {
    const isGiven = ({ id }: { id: string }): boolean => Number(id.slice(5)) < 190;
    const feed = await readFeed(platform, START, { ...request, isGiven }, new RequestScope());
    expect(feed.pages).toHaveLength(3);
    expect((await readFeed(platform, START, request, new RequestScope())).pages).toHaveLength(1);
  });
});
