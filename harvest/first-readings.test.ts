import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RedisConnection } from '../upstream/redis-connection.js';
import { hasRedis, redisAt, redisNeeded, startRedis, type TestRedis } from '../upstream/redis-testing.js';
import { ownReadings, SharedReadings } from './first-readings.js';

const KEY = 'kakehashi:first-readings';

describe('first readings of one process', () => {
  it('are now', async () => {
    expect(await ownReadings.of(['a', 'b'], 5)).toEqual(
      new Map([
        ['a', 5],
        ['b', 5],
      ]),
    );
  });
});

describe.skipIf(!hasRedis)(`first readings that processes share${redisNeeded}`, () => {
  let server: TestRedis;
  const connections: RedisConnection[] = [];
  const connect = async (): Promise<RedisConnection> => {
    const connection = new RedisConnection(server.url, null);
    connections.push(connection);
    await expect.poll(() => connection.isReady).toBe(true);
    return connection;
  };
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const connection of connections) connection.close();
    await server.kill();
  });

  it('are those of who read first', async () => {
    await new SharedReadings(await connect()).of(['a', 'b'], 100);
    const later = await new SharedReadings(await connect()).of(['b', 'c'], 200);
    expect([...later]).toEqual([
      ['b', 100],
      ['c', 200],
    ]);
  });

  it('are bounded: the oldest are forgotten', async () => {
    const readings = new SharedReadings(await connect(), 3);
    await readings.of(['old'], 1);
    await readings.of(['x', 'y', 'z'], 300);
    const client = await redisAt(server.url);
    expect(await client.zCard(KEY)).toBe(3);
    expect(await client.zScore(KEY, 'old')).toBeNull();
    client.destroy();
  });

  it('are now where the store is away, and nobody waits for it', async () => {
    const connection = new RedisConnection('redis://127.0.0.1:1', null);
    connections.push(connection);
    expect(await new SharedReadings(connection).of(['a'], 7)).toEqual(new Map([['a', 7]]));
  });
});
