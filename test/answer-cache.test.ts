/** Whole answers that the gateway keeps, over HTTP. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from './support.js';

const KEPT = { ANSWER_CACHE_MAX_BYTES: '10000000' };
const SEARCH = '{ search(query: "海洋プラスチック", first: 3) { nodes { id } sources { platform state } } }';

let world: World;
beforeAll(async () => {
  world = await startWorld({ ...KEPT, KAKEHASHI_PLATFORMS: 'cinii,jairo,rdm' });
});
afterAll(() => world.close());
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(['cinii', 'jairo', 'rdm'].map((platform) => world.fault(platform, null)));
});

/** Moves only the clock: timers and the network go on. */
function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

const post = (body: unknown, headers: Record<string, string> = {}, at = world.address): Promise<Response> =>
  fetch(`${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const get = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${world.address}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { 'apollo-require-preflight': 'true', ...headers },
  });
const isKept = (response: Response): boolean => response.headers.has('age');
const asked = async (): Promise<number> =>
  (await Promise.all(['cinii', 'jairo', 'rdm'].map((platform) => world.asked(platform)))).flat().length;
/** A search that no other test has sent. */
let count = 0;
const fresh = (fields = 'nodes { id } sources { platform state }'): string =>
  `{ search(query: "海 NOT ${String((count += 1))}", first: 2) { ${fields} } }`;

describe('an answer', () => {
  it('is given again as the same bytes, without asking anybody, with its age and how long it may be kept', async () => {
    const first = await post({ query: SEARCH });
    const text = await first.text();
    await asked();
    later(20_000);
    const again = await post({ query: SEARCH });
    expect(await again.text()).toBe(text);
    expect(again.headers.get('age')).toBe('20');
    // GakuNin RDM's lists are fresh for a minute: the youngest part decides.
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=(59|60), stale-while-revalidate=60$/);
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(await asked()).toBe(0);
  });

  it('that is made of a stored reading is kept for what is left of that', async () => {
    const query = fresh('nodes { id }');
    await (await post({ query })).text();
    later(25_000);
    const other = await post({ query: query.replace('nodes { id }', 'nodes { __typename id }') });
    expect(other.headers.get('cache-control')).toMatch(/^public, max-age=3[45],/);
  });

  it('is the same for requests that say the same in another order', async () => {
    const [query, variables] = ['query ($q: String, $n: Int) { search(query: $q, first: $n) { nodes { id } } }', { q: '海', n: 2 }]; // prettier-ignore
    await (await post({ query, variables })).text();
    const reordered = `{ "variables": { "n": 2,\n"q": "海" }, "query": ${JSON.stringify(query)} }`;
    for (const _ of [1, 2]) expect(isKept(await post(reordered))).toBe(true);
  });

  it('is old for a minute: it is given at once, and made anew behind that as soon as its parts are', async () => {
    const query = fresh();
    const first = await (await post({ query })).text();
    await asked();
    later(70_000);
    const old = await Promise.all([post({ query }), post({ query }), post({ query })]);
    for (const response of old) {
      expect(await response.text()).toBe(first);
      expect(response.headers.get('age')).toBe('70');
    }
    await vi.waitFor(async () => {
      later(1100);
      const again = await post({ query });
      await again.text();
      expect(Number(again.headers.get('age'))).toBeLessThan(10);
    });
    // GakuNin RDM's list alone was to be read again, once.
    expect((await world.asked('rdm')).length).toBe(1);
    expect(await asked()).toBe(0);
  });

  it('is not given any more when it could not be made anew for a minute: the caller is told how things stand', async () => {
    // Other tests have read the same list at another time.
    const { ask, address } = await world.another(KEPT);
    const query = fresh();
    expect((await ask(query)).errors).toBeUndefined();
    await world.fault('rdm', '503');
    later(110_000);
    expect((await post({ query }, {}, address)).headers.get('age')).toBe('110');
    later(20_000);
    const told = await post({ query }, {}, address);
    expect(isKept(told)).toBe(false);
    const { data } = (await told.json()) as { data: { search: { sources: { platform: string; state: string }[] } } };
    expect(data.search.sources.find(({ platform }) => platform === 'GAKUNIN_RDM')?.state).not.toBe('OK');
  });

  it('is told with zeros to who asks what was done for it, and extensions are kept for nobody', async () => {
    const query = fresh();
    const explained = { 'x-kakehashi-explain': '1' };
    const first = (await (await post({ query }, explained)).json()) as {
      data: unknown;
      extensions: { plan: unknown[] };
    };
    expect(first.extensions.plan.length).toBeGreaterThan(0);
    const plain = await post({ query });
    expect(await plain.json()).toEqual({ data: first.data });
    expect(isKept(plain)).toBe(true);
    const again = await post({ query }, explained);
    expect(again.headers.get('cache-control')).toBe('no-store');
    const nothing = { requests: 0, cacheHits: 0, collapsed: 0, retries: 0, tookMs: 0 };
    expect(await again.json()).toEqual({
      data: first.data,
      extensions: {
        upstream: ['CINII_RESEARCH', 'JAIRO_CLOUD', 'GAKUNIN_RDM'].map((platform) => ({ platform, ...nothing })),
        cost: { estimated: 0, limit: 20_000, points: 1 },
        plan: [],
      },
    });
  });
});

describe('a report', () => {
  it('is kept once it is whole, also for who joined its counting', async () => {
    const query =
      '{ report(by: [PLATFORM], query: "海", filter: { platforms: [CINII_RESEARCH, JAIRO_CLOUD] }) { total coverage { platform state } } }';
    await Promise.all([post({ query }), post({ query: query.replace('total', 'total generatedAt') })]);
    const again = await post({ query: query.replace('total', '__typename total') });
    const { data } = (await again.json()) as { data: { report: { coverage: { state: string }[] } } };
    expect(data.report.coverage.map(({ state }) => state)).toEqual(['OK', 'OK', 'SKIPPED']);
    expect(again.headers.get('cache-control')).toMatch(/^public, max-age=(29\d|300),/);
  });
});

describe('an answer that nobody may keep', () => {
  const notKept = async (body: unknown, headers: Record<string, string> = {}): Promise<void> => {
    for (const _ of [1, 2]) {
      const response = await post(body, headers);
      await response.text();
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(isKept(response)).toBe(false);
      expect(response.headers.has('etag')).toBe(false);
    }
  };

  it('is one to a caller with a token, who is not given what is kept for others either', async () => {
    const query = fresh();
    await (await post({ query })).text();
    await notKept({ query }, { 'x-gakunin-rdm-token': 'sandbox-token-umino' });
  });

  it('is one in which a platform failed', async () => {
    await world.fault('jairo', '503');
    await notKept({ query: fresh() });
    await notKept({ query: fresh('nodes { id }') });
  });

  it('is one that did not wait for a platform', async () => {
    const other = await startWorld({ ...KEPT, KAKEHASHI_PLATFORMS: 'cinii,jairo', SEARCH_TIMEOUT_MS: '150' });
    try {
      await other.fault('jairo', 'hang');
      const response = await post({ query: fresh('nodes { id }') }, {}, other.address);
      await response.text();
      expect(response.headers.get('cache-control')).toBe('no-store');
    } finally {
      await other.close();
    }
  });

  it('is one with errors', async () => {
    await notKept({ query: '{ search(query: "海", first: 2) { nodes { id } } work(id: "nonsense") { id } }' });
    await notKept({ query: '{ nothing }' });
    await notKept('{"query":');
  });

  it('is one that tells the state of this moment, or for which nothing was read', async () => {
    await notKept({ query: '{ search(query: "海", first: 2) { nodes { id } } platforms { status { state } } }' });
    await notKept({ query: '{ __typename }' });
  });
});

describe('GET', () => {
  it('answers 304 to who has the answer already', async () => {
    const query = fresh();
    const first = await get(query);
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await get(query, { 'if-none-match': known });
      expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', etag]);
      expect(response.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
    }
    expect((await get(query, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await post({ query }, { 'if-none-match': etag })).status).toBe(200);
  });

  it('tells caches on the way what decides about the answer', async () => {
    const response = await get(fresh());
    expect(response.headers.get('vary')?.split(', ')).toEqual(
      expect.arrayContaining(['accept', 'x-kakehashi-explain', 'x-gakunin-rdm-token']),
    );
  });

  it('from a foreign page is refused, also when the answer is there', async () => {
    const query = fresh();
    await (await get(query)).text();
    const foreign = await fetch(`${world.address}/graphql?query=${encodeURIComponent(query)}`);
    expect(foreign.status).toBe(400);
  });
});

describe('subgraphs that run elsewhere', () => {
  it('tell how long their answers may be kept, and the answer is kept as long', async () => {
    const { serveSubgraph } = await import('../gateway/subgraph-server.js');
    const { readSettings } = await import('../gateway/settings.js');
    const { platforms } = await import('../subgraphs/index.js');
    const { pino } = await import('pino');
    const settings = readSettings({ ...world.environment, PORT: '0' }, platforms.map(({ name }) => name)); // prettier-ignore
    const subgraphs = await Promise.all(
      ['catalog', 'cinii'].map((name) =>
        serveSubgraph(
          name,
          settings,
          world.environment,
          'kakehashi/test (+https://example.org)',
          pino({ level: 'silent' }),
        ),
      ),
    );
    const urls = subgraphs.map(({ address }) => `${address}/graphql`).join(',');
    const front = await startWorld({ ...KEPT, KAKEHASHI_SUBGRAPHS: urls });
    try {
      const query = fresh('nodes { id cinii { crid } }');
      const first = await post({ query }, {}, front.address);
      expect(first.headers.get('cache-control')).toMatch(/^public, max-age=(5[89]|60),/);
      await first.text();
      expect((await post({ query }, {}, front.address)).headers.has('age')).toBe(true);
      const state = await post({ query: '{ platforms { status { state } } }' }, {}, front.address);
      expect(state.headers.get('cache-control')).toBe('no-store');
    } finally {
      await front.close();
      await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
    }
  });
});
