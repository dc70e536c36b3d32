import { createHash, createHmac } from 'node:crypto';
import type { RedisConnection } from '../../upstream/redis-connection.js';
import type { Rate } from '../../upstream/types.js';
import { intervalOf, taken, wantedOf, type Buckets, type Taken } from './bucket.js';

/** A caller does not wait longer for it: then this process's own count is all there is. */
const LIMIT_MS = 100;

/**
 * The bucket in Redis, by Redis's own clock: KEYS[1] holds when it is full. ARGV: interval in ms, size, points. Gives whether
 * they were taken (1 or 0), and in how many ms the bucket is full.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval = tonumber(ARGV[1])
local before = math.max(tonumber(redis.call('GET', KEYS[1]) or '0') or 0, now)
local after = before + tonumber(ARGV[3]) * interval
if after - now > tonumber(ARGV[2]) * interval + 0.001 then return {0, math.ceil(before - now)} end
redis.call('SET', KEYS[1], string.format('%.3f', after), 'PX', math.ceil(after - now) + 1000)
return {1, math.ceil(after - now)}`;

const SHA = createHash('sha1').update(TAKE).digest('hex');

/** Buckets that processes share. While Redis is away, each counts for itself. */
export class RedisBuckets implements Buckets {
  constructor(
    private readonly redis: RedisConnection,
    /** Makes of a client's name one that tells nothing of it. */
    private readonly secret: string,
    private readonly own: Buckets,
  ) {}

  async take(name: string, points: number, rate: Rate): Promise<Taken> {
    // Counted here as well, so that a client has not all of its points again when Redis goes away.
    const here = await this.own.take(name, points, rate);
    const answer = await this.redis.within(LIMIT_MS, () => this.run(name, points, rate));
    if (!Array.isArray(answer) || typeof answer[0] !== 'number' || typeof answer[1] !== 'number') return here;
    return taken(answer[0] === 1, answer[1], points, rate);
  }

  private async run(name: string, points: number, rate: Rate): Promise<unknown> {
    const hashed = createHmac('sha256', this.secret).update(name).digest('base64url');
    const options = {
      keys: [`kakehashi:client:${hashed}`],
      arguments: [String(intervalOf(rate)), String(rate.burst), String(wantedOf(points, rate))],
    };
    try {
      return await this.redis.client.evalSha(SHA, options);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return this.redis.client.eval(TAKE, options);
    }
  }
}
