/** What each client may ask for, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type Endpoint, type World } from './support.js';

let world: World;
beforeAll(async () => {
  world = await startWorld({ KAKEHASHI_PLATFORMS: 'cinii,rdm' });
});
afterAll(() => world.close());

const limited = (more: Record<string, string> = {}): Promise<Endpoint> =>
  world.another({ RATE_LIMIT: '3/h', TRUST_PROXY: '1', ...more });
const ask = (
  { address }: Endpoint,
  headers: Record<string, string> = {},
  query = '{ __typename }',
): Promise<Response> =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
const statuses = async (requests: readonly Promise<Response>[]): Promise<number[]> =>
  (await Promise.all(requests)).map(({ status }) => status);

describe('a client', () => {
  it('is told what is left, and when it has asked for too much, when to come again', async () => {
    const front = await limited();
    for (const left of [2, 1, 0]) {
      const response = await ask(front, from('192.0.2.1'));
      expect(response.status).toBe(200);
      expect(response.headers.get('ratelimit-policy')).toBe('"client";q=3;w=3600');
      expect(response.headers.get('ratelimit')).toMatch(new RegExp(`^"client";r=${String(left)};t=\\d+$`));
    }
    const refused = await ask(front, from('192.0.2.1'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit')).toMatch(/^"client";r=0;t=3\d\d\d$/);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(1100);
    expect(wait).toBeLessThanOrEqual(1200);
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: `Too many requests: 3 in 3600 s are allowed, and a costly query counts as several. Try again in ${String(wait)} s.`,
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
    expect((await ask(front, from('192.0.2.2'))).status).toBe(200);
  });

  it('of IPv6 is a network, not one of its addresses', async () => {
    const front = await limited();
    const own = ['1', '2', '3', '4'].map((last) => ask(front, from(`2001:db8:1:2::${last}`)));
    expect((await statuses(own)).sort()).toEqual([200, 200, 200, 429]);
    expect((await ask(front, from('2001:db8:1:3::1'))).status).toBe(200);
  });

  it('cannot be another by writing what it likes into X-Forwarded-For', async () => {
    const front = await limited();
    const invented = ['1', '2', '3', '4'].map((last) => ask(front, from(`203.0.113.${last}, 192.0.2.1`)));
    expect((await statuses(invented)).sort()).toEqual([200, 200, 200, 429]);
    const direct = await limited({ TRUST_PROXY: '0' });
    const claimed = ['1', '2', '3', '4'].map((last) => ask(direct, from(`203.0.113.${last}`)));
    expect((await statuses(claimed)).sort()).toEqual([200, 200, 200, 429]);
  });

  it('with a token is counted for itself, beside others of its network, but there are not endless tokens', async () => {
    const front = await limited();
    const token = (name: string) => ({ ...from('192.0.2.1'), 'x-gakunin-rdm-token': name });
    const first = ['1', '2', '3', '4'].map(() => ask(front, token('one')));
    expect((await statuses(first)).sort()).toEqual([200, 200, 200, 429]);
    expect((await ask(front, token('two'))).status).toBe(200);
    const many = await statuses(Array.from({ length: 40 }, (_, index) => ask(front, token(`token${String(index)}`))));
    // Ten clients' worth of three, five of which were counted before.
    expect(many.filter((status) => status === 200)).toHaveLength(25);
    const refused = await ask(front, token('late'));
    expect(refused.headers.get('ratelimit')).toMatch(/^"network";r=0;/);
  });

  it('is counted for answers that are kept, and for requests that are wrong', async () => {
    const front = await limited({ ANSWER_CACHE_MAX_BYTES: '1000000' });
    const search = '{ search(query: "海", first: 1) { nodes { id } } }';
    const [, second] = [await ask(front, from('192.0.2.1'), search), await ask(front, from('192.0.2.1'), search)];
    expect(second.headers.has('age')).toBe(true);
    expect(second.headers.get('ratelimit')).toMatch(/r=1;/);
    expect((await ask(front, from('192.0.2.1'), '{ nothing }')).status).toBe(400);
    expect((await ask(front, from('192.0.2.1'), search)).status).toBe(429);
  });

  it('may look at health, metrics and schemas as often as it likes', async () => {
    const front = await limited();
    for (const path of ['/health/live', '/health/ready', '/metrics', '/schema.graphql', '/'])
      expect(await statuses(Array.from({ length: 5 }, () => fetch(`${front.address}${path}`)))).toEqual(
        Array(5).fill(200),
      );
  });
});
