import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from './support.js';

const NAMES = ['cinii', 'jairo', 'rdm', 'eosc'];

describe('a gateway that has much to do', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ SEARCH_TIMEOUT_MS: '800', REQUEST_TIMEOUT_MS: '1500', MAX_EXECUTIONS: '4' });
    await world.catalogued();
  });
  afterAll(() => world.close());

  const post = (query: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      ...(signal === undefined ? {} : { signal }),
    });
  const metrics = async (): Promise<string> => (await fetch(`${world.address}/metrics`)).text();
  const sum = (text: string, name: string): number =>
    [...text.matchAll(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'gm'))].reduce(
      (all, [, value]) => all + Number(value),
      0,
    );

  it('answers two hundred equal questions by asking each platform once', async () => {
    await Promise.all(NAMES.map((name) => world.asked(name)));
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => post('{ search(query: "黒潮", first: 5) { nodes { id } } }')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect((await world.asked('eosc')).length).toBe(1);
    expect((await world.asked('jairo')).length).toBe(1);
  });

  it('answers what it can of different ones, refuses the others with a code and a time, and is well after', async () => {
    await world.fault('cinii', 'hang');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        post(`{ search(query: "海 ${String(index)}", first: 5) { nodes { id } } }`),
      ),
    );
    await world.fault('cinii', null);
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(4);
    expect(refused.length + answers.filter(({ status }) => status === 200).length).toBe(40);
    expect(refused.length).toBeGreaterThan(10);
    for (const answer of refused) {
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    }
    expect((await fetch(`${world.address}/health/ready`)).status).toBe(200);
  });

  it('frees every slot when its callers leave, up to the platforms', async () => {
    for (const name of NAMES) await world.fault(name, 'hang');
    const leaving = new AbortController();
    const asking = Array.from({ length: 4 }, (_, index) =>
      post(`{ search(query: "山 ${String(index)}", first: 5) { nodes { id } } }`, leaving.signal).catch(() => null),
    );
    await vi.waitFor(async () => {
      expect(sum(await metrics(), 'kakehashi_upstream_active')).toBeGreaterThan(3);
    });
    leaving.abort();
    await Promise.all(asking);
    await vi.waitFor(async () => {
      const text = await metrics();
      expect(sum(text, 'kakehashi_upstream_active') + sum(text, 'kakehashi_upstream_waiting')).toBe(0);
    });
    for (const name of NAMES) await world.fault(name, null);
  });

  it('tells in its metrics what the platforms were asked, and nothing that a caller wrote', async () => {
    const text = await metrics();
    for (const name of [
      'kakehashi_http_requests_total{route="/graphql",status="200"}',
      'kakehashi_http_request_seconds_bucket{le="1",route="/graphql"}',
      'kakehashi_upstream_requests_total{platform="EOSC",outcome="OK"}',
      'kakehashi_upstream_cache_lookups_total{platform="EOSC",state="MISS"}',
      'kakehashi_upstream_circuit_state{platform="CINII_RESEARCH"}',
      'kakehashi_upstream_waiting{platform="JAIRO_CLOUD"}',
      'kakehashi_nodejs_eventloop_lag_p99_seconds',
    ])
      expect(text).toContain(name);
    expect(text).not.toMatch(/黒潮|山|search/);
  });
});
