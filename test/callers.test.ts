/** Callers with their own tokens, over HTTP: each sees exactly what is theirs, and a token turns up nowhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis, redisAt, redisNeeded, startRedis } from '../upstream/redis-testing.js';
import { testServer } from '../upstream/testing.js';
import { startWorld, type Answer, type World } from './support.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
});

const token = (who: string) => ({ 'X-GakuNin-RDM-Token': `sandbox-token-${who}`, 'X-Kakehashi-Explain': '1' });
const CALLERS: readonly (string | null)[] = ['umino', 'minato', null, 'shinjin'];

function headersOf(who: string | null): Record<string, string> {
  return who === null ? { 'X-Kakehashi-Explain': '1' } : token(who);
}

interface Project {
  readonly id: string;
  readonly public: boolean;
}

function projectsOf({ data, errors }: Answer): readonly Project[] {
  expect(errors).toBeUndefined();
  return (data as unknown as { rdmProjects: { nodes: Project[] } }).rdmProjects.nodes;
}

const PROJECTS = '{ rdmProjects(first: 100) { nodes { id public title { text } contributors { name { text } } } } }';

/** What a caller may see, by the platform's own word: the whole list, asked for by nobody else. */
async function seenBy(who: string | null, from: World = world): Promise<string[]> {
  return projectsOf(await from.ask(PROJECTS, {}, headersOf(who)))
    .map(({ id }) => id)
    .sort();
}

async function expectIsolation(from: World): Promise<void> {
  const askers = [...CALLERS, ...CALLERS];
  const all = () => Promise.all(askers.map((who) => seenBy(who, from)));
  const cold = await all();
  const warm = await all();
  expect(warm).toEqual(cold);
  expect(cold.slice(4)).toEqual(cold.slice(0, 4));
  const [umino = [], minato = [], nobody = [], shinjin = []] = cold;
  expect(new Set([umino.join(), minato.join(), nobody.join()]).size).toBe(3);
  // Someone without projects sees what nobody in particular sees.
  expect(shinjin).toEqual(nobody);
  for (const own of [umino, minato]) expect(own).toEqual(expect.arrayContaining(nobody));
}

describe('callers who ask the same at the same moment', () => {
  it('see each their own projects and nobody else’s, cold and warm', async () => {
    await expectIsolation(world);
  });

  it('are not shown a private project by its id, in a list of works or through a work', async () => {
    const open = new Set(await seenBy(null));
    const theirs = (await seenBy('umino')).filter((id) => !open.has(id)).slice(0, 3);
    expect(theirs.length).toBeGreaterThan(0);
    const query = 'query ($ids: [ID!]!) { works(ids: $ids) { id title { text } rdm { guid } } }';
    const [owner, other, nobody] = await Promise.all([
      world.ask(query, { ids: theirs }, token('umino')),
      world.ask(query, { ids: theirs }, token('shinjin')),
      world.ask(query, { ids: theirs }),
    ]);
    expect((owner.data as unknown as { works: unknown[] }).works).toMatchObject(theirs.map((id) => ({ id })));
    for (const answer of [other, nobody]) {
      expect((answer.data as unknown as { works: unknown[] }).works).toEqual(theirs.map(() => null));
    }
    const one = 'query ($id: ID!) { rdmProject(id: $id) { id } }';
    const refused = await world.ask(one, { id: theirs[0] });
    expect([refused.data, refused.errors?.[0]?.extensions.code]).toEqual([{ rdmProject: null }, 'UNAUTHENTICATED']);
    const member = await world.ask(one, { id: theirs[0] }, token('shinjin'));
    expect([member.data, member.errors?.[0]?.extensions.code]).toEqual([{ rdmProject: null }, 'UPSTREAM_REJECTED']);
  });

  it('get each their own account', async () => {
    const ask = (who: string | null) =>
      world.ask('{ rdmMe { name institutions projects(first: 1) { totalCount } } }', {}, headersOf(who));
    const [umino, minato, nobody] = await Promise.all([ask('umino'), ask('minato'), ask(null)]);
    expect(umino.data).toMatchObject({ rdmMe: { name: '海野 澪' } });
    expect(minato.data).not.toEqual(umino.data);
    expect([nobody.data, nobody.errors?.[0]?.extensions.code]).toEqual([{ rdmMe: null }, 'UNAUTHENTICATED']);
  });
});

describe.skipIf(!hasRedis)(`callers whose answers are kept on Redis${redisNeeded}`, () => {
  it('see each their own projects and nobody else’s, in one process and the next', async () => {
    const redis = await startRedis();
    try {
      for (const process of ['first', 'second']) {
        const kept = await startWorld({ CACHE_URL: redis.url, KAKEHASHI_PLATFORMS: 'rdm' });
        try {
          await expectIsolation(kept);
        } finally {
          await kept.close();
        }
        const look = await redisAt(redis.url);
        const keys = await look.keys('kakehashi:*');
        look.destroy();
        // What was read with a token stays in the process: only what anybody may see is on Redis.
        expect(keys.length, process).toBeGreaterThan(0);
        expect(keys.join()).not.toContain('sandbox-token');
      }
    } finally {
      await redis.kill();
    }
  });
});

describe('a caller’s token', () => {
  it('makes the platform OK in a search; without one it is UNAUTHORIZED and gives what is public', async () => {
    const query = '{ search(query: "海", first: 50) { nodes { records { id } } sources { platform state message } } }';
    const states = async (headers: Record<string, string>) => {
      const { data } = await world.ask(query, {}, headers);
      const { sources } = (data as unknown as { search: { sources: { platform: string; state: string }[] } }).search;
      return sources.find(({ platform }) => platform === 'GAKUNIN_RDM')?.state;
    };
    expect(await states(token('umino'))).toBe('OK');
    expect(await states({})).toBe('UNAUTHORIZED');
  });

  it('that is not valid is told, and is shown in no error', async () => {
    const headers = { 'X-GakuNin-RDM-Token': 'no-such-token-0123' };
    const answer = await world.ask('{ rdmProjects { totalCount } }', {}, headers);
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(JSON.stringify(answer)).not.toContain('no-such-token');
    const search = await world.ask(
      '{ search(query: "海") { nodes { id } sources { platform state message } } }',
      {},
      headers,
    );
    expect(search.errors).toBeUndefined();
    expect(JSON.stringify(search)).toContain('UNAUTHORIZED');
  });

  it('that no header can be is refused', async () => {
    const answer = await world.ask('{ platforms { platform } }', {}, { 'X-GakuNin-RDM-Token': 'two tokens' });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(JSON.stringify(answer)).not.toContain('two tokens');
  });

  it('reaches GakuNin RDM alone', async () => {
    const seen: string[] = [];
    const other = await testServer((request, response) => {
      seen.push(JSON.stringify(request.headers));
      response.writeHead(404).end();
    });
    const watched = await startWorld({ CINII_URL: other.url, KAKEHASHI_PLATFORMS: 'cinii,rdm' });
    try {
      const query = '{ search(query: "海") { nodes { id creators { name { text } } } sources { platform state } } }';
      const answer = await watched.ask(query, {}, token('umino'));
      expect(JSON.stringify(answer)).not.toContain('sandbox-token');
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.join()).not.toContain('sandbox-token');
    } finally {
      await watched.close();
      await other.close();
    }
  });
});

describe('projects by id', () => {
  it('cost one request to GakuNin RDM for twenty', async () => {
    const ids = (await seenBy('umino')).slice(0, 20);
    await world.asked('rdm');
    const query =
      'query ($ids: [ID!]!) { works(ids: $ids) { id title { text } accessRight creators { name { text } } rdm { guid public tags } } }';
    const { data, errors } = await world.ask(query, { ids }, token('umino'));
    expect(errors).toBeUndefined();
    expect((data as unknown as { works: unknown[] }).works).toHaveLength(20);
    expect(await world.asked('rdm')).toHaveLength(1);
  });
});
