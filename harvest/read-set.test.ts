import { describe, expect, it } from 'vitest';
import { PlatformsAway } from './port.js';
import { readSet } from './read-set.js';
import { fakeApi, type FakeApi } from './testing.js';

const QUESTION = { query: 'sea', filter: {}, sort: 'RELEVANCE' };
const SIGNAL = new AbortController().signal;
const PATIENCE = [0, 0];
const DATED = '2020-01-01T00:00:00Z';
const DATED_S = 1_577_836_800;

const works = (count: number): { id: string; updated: string | null }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `doi:10.1/${String(index)}`, updated: DATED }));
const read = (api: FakeApi): ReturnType<typeof readSet> => readSet(api, QUESTION, SIGNAL, PATIENCE);

describe('reading a set', () => {
  it('gives each work once, also where two hits turn out to be one, with its date of update', async () => {
    const api = fakeApi([
      { id: 'doi:10.1/a', updated: DATED, hits: ['cinii:1', 'jairo:h/1'] },
      { id: 'dias:b', updated: null },
      ...works(5),
    ]);
    const { works: found, gaps } = await read(api);
    expect(gaps).toEqual([]);
    expect(found).toHaveLength(7);
    expect(found.slice(0, 2)).toEqual([
      { id: 'doi:10.1/a', updated: DATED_S },
      { id: 'dias:b', updated: null },
    ]);
  });

  it('walks the hits by their ids and reads the works fifty at a time', async () => {
    const api = fakeApi(works(60));
    await read(api);
    expect(api.asked.filter((name) => name === 'HarvestSet')).toHaveLength(2);
  });

  it('asks again where a platform fails, and has all of it then', async () => {
    const api = fakeApi(works(2));
    api.failing = [['UPSTREAM_TIMEOUT'], ['CIRCUIT_OPEN']];
    expect((await read(api)).works).toHaveLength(2);
  });

  it.each(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_RATE_LIMITED', 'INTERNAL'])(
    'fails where a platform goes on failing with %s: nothing shorter is given',
    async (code) => {
      const api = fakeApi(works(2));
      api.failing = Array.from({ length: 3 }, () => [code]);
      await expect(read(api)).rejects.toThrow(PlatformsAway);
    },
  );

  it('fails where a platform of the search stays away at the end of the walk', async () => {
    const api = fakeApi(works(2));
    api.states = Array.from({ length: 20 }, () => 'FAILED');
    await expect(read(api)).rejects.toThrow(PlatformsAway);
  });

  it.each(['UPSTREAM_MALFORMED', 'UPSTREAM_REJECTED', 'UNAUTHENTICATED'])(
    'does without what lasts (%s), and says so where a work is missing for it',
    async (code) => {
      const api = fakeApi(works(3));
      api.failing = Array.from({ length: 3 }, () => [code]);
      api.unknown.add('doi:10.1/1');
      expect(await read(api)).toMatchObject({
        works: [{ id: 'doi:10.1/0' }, { id: 'doi:10.1/2' }],
        gaps: ['1 records cannot be read and are left out.'],
      });
    },
  );

  it('leaves out a hit of what its platform knows no longer, which is no gap', async () => {
    const api = fakeApi(works(3));
    api.unknown.add('doi:10.1/1');
    expect(await read(api)).toMatchObject({ works: [{ id: 'doi:10.1/0' }, { id: 'doi:10.1/2' }], gaps: [] });
  });

  it('waits for a platform that gives a part of its hits, and else says that it is a part', async () => {
    const api = fakeApi(works(2));
    api.states = ['PARTIAL'];
    expect((await read(api)).gaps).toEqual([]);
    // Three times before the walk, and on the walk's first page of two.
    api.works = works(5);
    api.states = ['PARTIAL', 'PARTIAL', 'PARTIAL', 'PARTIAL'];
    expect(await read(api)).toMatchObject({ gaps: ['DIAS: half of it'], works: [{}, {}, {}, {}, {}] });
  });
});
