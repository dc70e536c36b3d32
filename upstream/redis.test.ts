import { randomBytes } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUpstreamClient } from './client.js';
import type { UpstreamClient } from './client.js';
import { redisAt, hasRedis, redisNeeded, startRedis } from './redis-testing.js';
import type { TestRedis } from './redis-testing.js';
import { redisCache, tiered } from './redis.js';
import { RedisConnection } from './redis-connection.js';
import type { SharedAnswer, SharedCache } from './redis.js';
import { memoryStore } from './store.js';
import type { Kept } from './store.js';
import { scopeWith, testPolicy, testRequest, testResponse, testServer } from './testing.js';
import type { TestServer } from './testing.js';
import type { UpstreamRequest, UpstreamResponse } from './types.js';

const MINUTE = 60_000;
const text = (response: UpstreamResponse): string => response.body.toString('utf8');

describe('the memory before a shared cache', () => {
  const answer: Kept = { response: testResponse(), freshUntil: Date.now() + MINUTE };

  function shared(found: SharedAnswer | undefined) {
    return { get: vi.fn(() => Promise.resolve(found)), set: vi.fn(), written: vi.fn(), delete: vi.fn() };
  }

  it('looks once for callers who miss together, and keeps what is found', async () => {
    const behind = shared({ ...answer, expires: Date.now() + MINUTE });
    const store = tiered(memoryStore(1_000_000), behind);
    const [one, other] = await Promise.all([store.get('a'), store.get('a')]);
    expect([one, other, await store.get('a')]).toEqual([answer, answer, answer]);
    expect(other).toBe(one);
    expect(behind.get).toHaveBeenCalledTimes(1);
  });

  it('does not prolong the time of what is found', async () => {
    vi.useFakeTimers();
    try {
      const behind = shared({ ...answer, expires: Date.now() + MINUTE });
      const store = tiered(memoryStore(1_000_000), behind);
      expect(await store.get('a')).toEqual(answer);
      vi.advanceTimersByTime(MINUTE + 1);
      expect(await store.get('a')).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('looks behind what is fresh no longer: another process may have renewed it', async () => {
    const renewed: Kept = { response: testResponse(), freshUntil: Date.now() + MINUTE };
    const old: Kept = { response: testResponse(), freshUntil: Date.now() - 1 };
    for (const [found, wanted] of [
      [{ ...renewed, expires: Date.now() + MINUTE }, renewed],
      [{ ...old, freshUntil: old.freshUntil - MINUTE, expires: Date.now() + MINUTE }, old],
      [undefined, old],
    ] as const) {
      const memory = memoryStore(1_000_000);
      await memory.set('a', old, MINUTE);
      expect((await tiered(memory, shared(found)).get('a'))?.response).toBe(wanted.response);
    }
  });

  it('drops an answer from both', async () => {
    const behind = shared(undefined);
    const store = tiered(memoryStore(1_000_000), behind);
    await store.set('a', answer, MINUTE);
    expect(behind.set).toHaveBeenCalledWith('a', answer, MINUTE);
    await store.delete('a');
    expect(behind.delete).toHaveBeenCalledWith('a');
    expect(await store.get('a')).toBeUndefined();
  });
});

describe('a shared cache that is not there', () => {
  it('costs nothing, and is told once', async () => {
    const log = { debug: vi.fn(), warn: vi.fn() };
    const connection = new RedisConnection('redis://me:hush@127.0.0.1:1', log);
    const cache = redisCache(connection);
    try {
      await vi.waitFor(() => {
        expect(log.warn).toHaveBeenCalled();
      });
      cache.set('a', { response: testResponse(), freshUntil: Date.now() }, MINUTE);
      expect(await cache.get('a')).toBeUndefined();
      // The connection has been tried again by now.
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(log.warn).toHaveBeenCalledTimes(1);
      expect(log.warn.mock.calls[0]?.[0]).toEqual({ reason: 'ECONNREFUSED' });
    } finally {
      connection.close();
    }
  });
});

describe.skipIf(!hasRedis)(`an answer cache on Redis${redisNeeded}`, () => {
  let redis: TestRedis;
  let server: TestServer;
  const clients: UpstreamClient[] = [];
  const connections: RedisConnection[] = [];
  const cacheAt = (url: string): SharedCache => {
    const connection = new RedisConnection(url, null);
    connections.push(connection);
    return redisCache(connection);
  };

  beforeEach(async () => {
    redis = await startRedis();
    server = await testServer((request, response) => {
      response.end(`${request.headers.authorization ?? 'everybody'} ${String(server.seen.length)}`);
    });
  });
  afterEach(async () => {
    for (const connection of connections.splice(0)) connection.close();
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await Promise.all([server.close(), redis.kill()]);
  });

  function client(): UpstreamClient {
    const made = createUpstreamClient({
      policies: [testPolicy({ allows: (url) => url.origin === server.url })],
      userAgent: 'kakehashi/test',
      cacheMaxBytes: 10_000_000,
      cacheUrl: redis.url,
    });
    clients.push(made);
    return made;
  }

  const request = (own: Partial<UpstreamRequest> = {}) => testRequest({ url: `${server.url}/all?q=1`, ...own });
  const read = (from: UpstreamClient, own: Partial<UpstreamRequest> = {}) =>
    from.read(request(own), text, scopeWith(2000));

  async function keys(): Promise<string[]> {
    const look = await redisAt(redis.url);
    try {
      return await look.keys('*');
    } finally {
      look.destroy();
    }
  }

  /** Asks for new things until one of them lies in Redis: the connection is there. */
  async function connected(from: UpstreamClient, marker: string): Promise<void> {
    let count = 0;
    await vi.waitFor(async () => {
      await read(from, { url: `${server.url}/${marker}/${String((count += 1))}` });
      expect((await keys()).join()).toContain(`/${marker}/`);
    });
  }

  it('lets another client find what the first one read, as old as it is', async () => {
    const [one, other] = [client(), client()];
    await connected(one, 'one');
    await connected(other, 'other');
    const first = await read(one);
    await vi.waitFor(async () => {
      expect((await keys()).join()).toContain('/all?q=1');
    });
    expect((await keys()).every((key) => key.startsWith('kakehashi:'))).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const asked = server.seen.length;
    const second = await read(other);
    expect(second).toMatchObject({ value: first.value, retrieved: { cache: 'HIT', at: first.retrieved.at } });
    expect(second.retrieved.ageSeconds).toBeGreaterThanOrEqual(1);
    expect(server.seen).toHaveLength(asked);
  });

  it('keeps the answers of two credentials apart, in a process and between two', async () => {
    const [one, other] = [client(), client()];
    await connected(one, 'one');
    await connected(other, 'other');
    const mine = await read(one, { credential: 'token-a' });
    const theirs = await read(one, { credential: 'token-b' });
    const nobodys = await read(one);
    expect([mine, theirs, nobodys].map(({ value }) => value.replace(/ \d+$/, ''))).toEqual([
      'Bearer token-a',
      'Bearer token-b',
      'everybody',
    ]);
    // What was read with a credential never leaves this process.
    await vi.waitFor(async () => {
      expect((await keys()).filter((key) => key.includes('/all?q=1'))).toHaveLength(1);
    });
    expect((await keys()).join()).not.toContain('token-');
    // Even with the same credential, another process asks for itself.
    expect((await read(other, { credential: 'token-a' })).retrieved.cache).toBe('MISS');
    expect((await read(other)).retrieved.cache).toBe('HIT');
  });

  it('forgets an answer that turned out to be unreadable, also one that another client stored', async () => {
    const [one, other] = [client(), client()];
    await connected(one, 'one');
    await connected(other, 'other');
    await read(one);
    const stored = async () => (await keys()).filter((key) => key.includes('/all?q=1')).length;
    await vi.waitFor(async () => {
      expect(await stored()).toBe(1);
    });
    const unreadable = (): never => {
      throw new Error('no');
    };
    await expect(other.read(request(), unreadable, scopeWith(2000))).rejects.toThrow();
    await vi.waitFor(async () => {
      expect(await stored()).toBe(0);
    });
  });

  it('goes on answering when Redis ends', async () => {
    const one = client();
    await connected(one, 'one');
    await redis.kill();
    expect((await read(one)).retrieved.cache).toBe('MISS');
    expect((await read(one)).retrieved.cache).toBe('HIT');
  });

  it('delays no answer beyond its limit when Redis hangs', async () => {
    const one = client();
    await connected(one, 'one');
    redis.hang(true);
    const before = Date.now();
    expect((await read(one)).retrieved.cache).toBe('MISS');
    expect(Date.now() - before).toBeGreaterThanOrEqual(200);
    expect(Date.now() - before).toBeLessThan(1000);
    expect((await read(one)).retrieved.cache).toBe('HIT');
  });

  it('keeps a large answer compressed', async () => {
    const cache = cacheAt(redis.url);
    const response = testResponse({ body: Buffer.from('海洋プラスチック '.repeat(10_000)) });
    await vi.waitFor(async () => {
      cache.set('large', { response, freshUntil: 1 }, MINUTE);
      expect((await cache.get('large'))?.response).toEqual(response);
    });
    const look = await redisAt(redis.url);
    expect(await look.strLen('kakehashi:large')).toBeLessThan(response.body.byteLength / 10);
    look.destroy();
  });

  it('fetches nothing that is larger than what it would store itself', async () => {
    const connection = new RedisConnection(redis.url, null);
    connections.push(connection);
    const cache = redisCache(connection);
    const look = await redisAt(redis.url);
    await vi.waitFor(() => {
      expect(connection.isReady).toBe(true);
    });
    const get = vi.spyOn(connection.client, 'get');
    // Bytes that are not there take no room here, and would take 100 MB of everybody who fetches them.
    await look.setRange('kakehashi:huge', 100 * 1024 * 1024, 'x');
    expect(await cache.get('huge')).toBeUndefined();
    expect(get).not.toHaveBeenCalled();
    await look.set('kakehashi:small', '{}');
    expect(await cache.get('small')).toBeUndefined();
    look.destroy();
  });

  it('says when an answer lies there', async () => {
    const cache = cacheAt(redis.url);
    await vi.waitFor(async () => {
      cache.set('connected', { response: testResponse(), freshUntil: 1 }, MINUTE);
      await cache.written('connected');
      expect(await cache.get('connected')).toBeDefined();
    });
    const response = testResponse({ body: randomBytes(2_000_000) });
    cache.set('large', { response, freshUntil: 1 }, MINUTE);
    await cache.written('large');
    expect((await keys()).join()).toContain('kakehashi:large');
    await cache.written('never set');
  });

  it('ignores what is not its own, and what has ended', async () => {
    const cache = cacheAt(redis.url);
    const look = await redisAt(redis.url);
    try {
      const whole = testResponse({ body: Buffer.from([0, 255, 10]), headers: { 'content-type': 'a/b' } });
      const freshUntil = Date.now() + 1;
      await vi.waitFor(async () => {
        cache.set('a', { response: whole, freshUntil }, MINUTE);
        expect(await cache.get('a')).toMatchObject({ response: whole, freshUntil });
      });
      const kept = (await look.get('kakehashi:a')) ?? '';
      const entry = JSON.parse(kept) as { value: object; expires: number };
      const changed = (changes: object): string => JSON.stringify({ ...entry, value: { ...entry.value, ...changes } });
      for (const foreign of [
        'no JSON',
        'null',
        '7',
        '{}',
        JSON.stringify({ value: entry.value }),
        JSON.stringify({ ...entry, expires: Date.now() - 1 }),
        changed({ body: 'no base64!' }),
        changed({ status: '200' }),
        changed({ packed: true }),
        changed({ packed: true, body: brotliCompressSync(Buffer.alloc(65 * 1024 * 1024)).toString('base64') }),
        changed({ freshUntil: 'never' }),
        changed({ headers: { a: 1 } }),
        changed({ receivedAt: 'yesterday' }),
      ]) {
        await look.set('kakehashi:a', foreign);
        expect(await cache.get('a'), foreign).toBeUndefined();
      }
      await look.set('kakehashi:a', kept);
      expect((await cache.get('a'))?.expires).toBe(entry.expires);
      await look.del('kakehashi:a');
      await look.lPush('kakehashi:a', 'a list');
      expect(await cache.get('a')).toBeUndefined();
    } finally {
      look.destroy();
    }
  });
});
