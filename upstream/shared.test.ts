import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUpstreamClient } from './client.js';
import type { UpstreamClient } from './client.js';
import { UpstreamRateLimited } from './errors.js';
import { hasRedis, redisAt, redisNeeded, startRedis } from './redis-testing.js';
import type { TestRedis } from './redis-testing.js';
import { failureOf, scopeWith, testPolicy, testRequest, testServer } from './testing.js';
import type { TestServer } from './testing.js';
import type { UpstreamPolicy, UpstreamResponse } from './types.js';

const text = (response: UpstreamResponse): string => response.body.toString('utf8');

describe.skipIf(!hasRedis)(`what processes with one Redis share${redisNeeded}`, () => {
  let redis: TestRedis;
  let server: TestServer;
  const clients: UpstreamClient[] = [];

  beforeEach(async () => {
    redis = await startRedis();
    const large = randomBytes(3_000_000).toString('base64');
    server = await testServer((request, response) => {
      setTimeout(() => {
        const own = `answer ${String(server.seen.length)}`;
        if (request.url === '/tagged') response.setHeader('etag', '"tag"');
        if (request.headers['if-none-match'] === '"tag"') response.writeHead(304).end();
        else response.end(request.url === '/large' ? `${own} ${large}` : own);
      }, 200);
    });
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await Promise.all([server.close(), redis.kill()]);
  });

  /** @param clean whether what lies in Redis once it is connected is dropped */
  async function client(changes: Partial<UpstreamPolicy> = {}, clean = true): Promise<UpstreamClient> {
    const made = createUpstreamClient({
      policies: [
        testPolicy({ allows: (url) => url.origin === server.url, concurrency: 100, maxBytes: 10_000_000, ...changes }),
      ],
      userAgent: 'kakehashi/test',
      cacheMaxBytes: 10_000_000,
      cacheUrl: redis.url,
    });
    clients.push(made);
    const look = await redisAt(redis.url);
    let count = 0;
    await vi.waitFor(async () => {
      await made.read(testRequest({ url: `${server.url}/connected/${String((count += 1))}` }), text, scopeWith(2000));
      expect((await look.keys('*/connected/*')).length).toBeGreaterThan(0);
    });
    if (clean) await look.flushAll();
    look.destroy();
    return made;
  }
  const read = (from: UpstreamClient, path = '/one', milliseconds = 3000) =>
    from.read(testRequest({ url: `${server.url}${path}` }), text, scopeWith(milliseconds));

  it('is one request of a hundred equal ones at once', async () => {
    const three = [await client(), await client(), await client()];
    const before = server.seen.length;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => read(three[index % 3] as UpstreamClient)),
    );
    expect(new Set(answers.map(({ value }) => value)).size).toBe(1);
    expect(server.seen.length - before).toBe(1);
  });

  it('is not waited for when the process that asked is gone, longer than a second', async () => {
    const one = await client();
    const look = await redisAt(redis.url);
    // What a process leaves behind that was killed while it asked: a flight of nobody's, which ends by itself.
    const keys: string[] = [];
    const watched = read(one, '/seen');
    await vi.waitFor(async () => {
      keys.push(...(await look.keys('kakehashi:flight:*')));
      expect(keys).toHaveLength(1);
    });
    await watched;
    await look.flushAll();
    const other = await client();
    await look.set(keys[0] ?? '', 'a dead process', { expiration: { type: 'PX', value: 1000 } });
    const before = server.seen.length;
    expect((await read(other, '/seen')).value).toMatch(/^answer/);
    expect(server.seen.length - before).toBe(1);
    look.destroy();
  });

  it('is one request to renew an old answer, by its validators too', async () => {
    const freshMs = { search: 1500 };
    const two = [await client({ freshMs }), await client({ freshMs })];
    const first = await read(two[0] as UpstreamClient, '/tagged');
    expect((await read(two[1] as UpstreamClient, '/tagged')).value).toBe(first.value);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    const before = server.seen.length;
    // Both have it, give it at once, and renew it: one asks, the other takes what that one stores.
    await Promise.all(two.map((one) => read(one, '/tagged')));
    await vi.waitFor(() => {
      expect(two.map((one) => one.activity().flights)).toEqual([0, 0]);
    });
    const renewals = server.seen.slice(before);
    expect(renewals.map(({ headers }) => headers['if-none-match'])).toEqual(['"tag"']);
  });

  // On a busy machine Redis may be too slow with so much to be waited for: then each process asks for itself, which is right, but not what is looked for here.
  it('is held until the answer lies there, however long it takes to store', { retry: 3 }, async () => {
    const two = [await client(), await client()];
    const before = server.seen.length;
    const answers = await Promise.all(two.map((one) => read(one, '/large')));
    expect(answers[0]?.value).toBe(answers[1]?.value);
    expect(server.seen.length - before).toBe(1);
  });

  it('is waited for no longer than a request of its own is given', async () => {
    const one = await client({ timeoutMs: 600 });
    const look = await redisAt(redis.url);
    const names: string[] = [];
    const first = read(one, '/held');
    await vi.waitFor(async () => {
      names.push(...(await look.keys('kakehashi:flight:*')));
      expect(names.length).toBeGreaterThan(0);
    });
    await first;
    await look.flushAll();
    // Somebody holds on to the flight, and never answers.
    await look.set(names[0] ?? '', 'somebody', { expiration: { type: 'PX', value: 60_000 } });
    const other = await client({ timeoutMs: 600 }, false);
    const before = server.seen.length;
    expect((await read(other, '/held', 20_000)).value).toMatch(/^answer/);
    expect(server.seen.length - before).toBe(1);
    expect(await look.get(names[0] ?? '')).toBe('somebody');
    look.destroy();
  });

  it('is no answer to a token, and no flight of one', async () => {
    const two = [await client(), await client()];
    const before = server.seen.length;
    await Promise.all(
      two.map((one) =>
        one.read(testRequest({ url: `${server.url}/mine`, credential: 'token' }), text, scopeWith(2000)),
      ),
    );
    expect(server.seen.length - before).toBe(2);
  });

  it('is the rate of a platform', async () => {
    const rate = { requests: 2, perMs: 10_000, burst: 8 };
    const limited = [await client({ rate }), await client({ rate })];
    const before = server.seen.length;
    const results = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        failureOf(
          read(limited[index % 2] as UpstreamClient, `/${String(index)}`, 2000).then(() =>
            Promise.reject(new Error('fine')),
          ),
        ),
      ),
    );
    // Each process alone would let its own burst of 8 go.
    expect(server.seen.length - before).toBeLessThanOrEqual(8);
    expect(results.filter((error) => error instanceof UpstreamRateLimited).length).toBeGreaterThanOrEqual(8);
  });

  it('costs no answer when Redis is killed while a flight is under way, and after', async () => {
    const two = [await client(), await client()];
    const reading = Promise.all(two.map((one) => read(one)));
    await vi.waitFor(() => {
      expect(server.seen.some(({ url }) => url === '/one')).toBe(true);
    });
    await redis.kill();
    for (const { value } of await reading) expect(value).toMatch(/^answer/);
    expect((await read(two[0] as UpstreamClient, '/after')).value).toMatch(/^answer/);
  });
});
