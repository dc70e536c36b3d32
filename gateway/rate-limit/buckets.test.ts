import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RedisConnection } from '../../upstream/redis-connection.js';
import { hasRedis, redisAt, redisNeeded, startRedis } from '../../upstream/redis-testing.js';
import { MemoryBuckets } from './memory-buckets.js';
import { RedisBuckets } from './redis-buckets.js';

/** Six points, one back every ten seconds. */
const RATE = { requests: 6, perMs: 60_000, burst: 6 };

describe('a bucket in memory', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives its points at once, and then one after the other as they come back', () => {
    const buckets = new MemoryBuckets();
    const take = (points = 1) => buckets.take('a', points, RATE);
    expect(take()).toEqual({ allowed: true, remaining: 5, fullInMs: 10_000, retryInMs: 0 });
    expect(take(5)).toEqual({ allowed: true, remaining: 0, fullInMs: 60_000, retryInMs: 0 });
    expect(take()).toEqual({ allowed: false, remaining: 0, fullInMs: 60_000, retryInMs: 10_000 });
    vi.advanceTimersByTime(9_999);
    expect(take().allowed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(take()).toMatchObject({ allowed: true, remaining: 0 });
    vi.advanceTimersByTime(600_000);
    expect(take()).toMatchObject({ allowed: true, remaining: 5 });
  });

  it('takes nothing for a request that is refused, so that cheaper ones still pass', () => {
    const buckets = new MemoryBuckets();
    buckets.take('a', 3, RATE);
    expect(buckets.take('a', 4, RATE)).toEqual({ allowed: false, remaining: 3, fullInMs: 30_000, retryInMs: 10_000 });
    expect(buckets.take('a', 3, RATE).allowed).toBe(true);
  });

  it('gives all it has for what costs more than it can ever hold', () => {
    const buckets = new MemoryBuckets();
    expect(buckets.take('a', 1000, RATE)).toMatchObject({ allowed: true, remaining: 0 });
    expect(buckets.take('a', 1000, RATE)).toMatchObject({ allowed: false, retryInMs: 60_000 });
  });

  it('is each client’s own, and of more clients than can be remembered the oldest is forgotten', () => {
    const buckets = new MemoryBuckets();
    buckets.take('a', 6, RATE);
    expect(buckets.take('b', 6, RATE).allowed).toBe(true);
    expect(buckets.take('a', 1, RATE).allowed).toBe(false);
    for (let client = 0; client < 60_000; client += 1) buckets.take(String(client), 1, RATE);
    expect(buckets.take('a', 1, RATE).allowed).toBe(true);
  });
});

describe.skipIf(!hasRedis)(`buckets in Redis${redisNeeded}`, () => {
  it('are shared by processes, under names that tell nothing, and end by themselves', async () => {
    const redis = await startRedis();
    const connections = [new RedisConnection(redis.url, null), new RedisConnection(redis.url, null)];
    const look = await redisAt(redis.url);
    try {
      await vi.waitFor(() => {
        expect(connections.every(({ isReady }) => isReady)).toBe(true);
      });
      const [one, other] = connections.map((connection) => new RedisBuckets(connection, 'secret', new MemoryBuckets()));
      expect(await one?.take('address 192.0.2.1', 4, RATE)).toMatchObject({ allowed: true, remaining: 2 });
      expect(await other?.take('address 192.0.2.1', 3, RATE)).toMatchObject({ allowed: false, remaining: 2 });
      const last = await other?.take('address 192.0.2.1', 2, RATE);
      expect(last).toMatchObject({ allowed: true, remaining: 0 });
      expect(await one?.take('address 192.0.2.1', 1, RATE)).toMatchObject({ allowed: false });
      const keys = await look.keys('*');
      expect(keys).toEqual([expect.stringMatching(/^kakehashi:client:[\w-]{43}$/)]);
      expect(await look.pTTL(keys[0] ?? '')).toBeGreaterThan(50_000);
    } finally {
      look.destroy();
      for (const connection of connections) connection.close();
      await redis.kill();
    }
  });

  it('are counted by each process for itself while Redis is away, from what it has seen', async () => {
    const redis = await startRedis();
    const connection = new RedisConnection(redis.url, null);
    try {
      await vi.waitFor(() => {
        expect(connection.isReady).toBe(true);
      });
      const buckets = new RedisBuckets(connection, 'secret', new MemoryBuckets());
      await buckets.take('a', 4, RATE);
      await redis.kill();
      expect(await buckets.take('a', 3, RATE)).toMatchObject({ allowed: false, remaining: 2 });
      expect(await buckets.take('a', 2, RATE)).toMatchObject({ allowed: true, remaining: 0 });
      expect(await buckets.take('a', 1, RATE)).toMatchObject({ allowed: false });
    } finally {
      connection.close();
      await redis.kill();
    }
  });
});
