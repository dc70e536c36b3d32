import { createHash } from 'node:crypto';
import { pause } from './alarm.js';
import { abandoned, noPlace } from './failures.js';
import type { RedisConnection } from './redis-connection.js';
import type { PolicyOf, Rate, Send } from './types.js';

/** A turn is not waited for longer than this: then this process's own count of the rate is all there is. */
const LIMIT_MS = 100;

/**
 * The token bucket of rate.ts in Redis, by Redis's own clock: KEYS[1] holds when the bucket is full. ARGV: interval in ms, burst,
 * the longest wait in ms. Gives the wait in ms, or the negative one that would have been too long (no turn is taken then).
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval = tonumber(ARGV[1])
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or '0') or 0, now) + interval
local wait = math.ceil(full - tonumber(ARGV[2]) * interval - now)
if wait > tonumber(ARGV[3]) then return -wait end
redis.call('SET', KEYS[1], string.format('%.3f', full), 'PX', math.ceil(full - now) + 1000)
return math.max(wait, 0)`;

const SHA = createHash('sha1').update(TAKE).digest('hex');

async function take(redis: RedisConnection, name: string, rate: Rate, mostMs: number): Promise<number | undefined> {
  const options = {
    keys: [`kakehashi:turn:${name}`],
    arguments: [String(rate.perMs / rate.requests), String(rate.burst), String(Math.floor(mostMs))],
  };
  const answer = await redis.within(LIMIT_MS, async () => {
    try {
      return await redis.client.evalSha(SHA, options);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.client.eval(TAKE, options);
    }
  });
  return typeof answer === 'number' ? answer : undefined;
}

/**
 * Has each try of a request wait for its turn in the rate that all processes with the same Redis have together. Rates that a
 * platform tells with its answers count all of them already.
 * @throws UpstreamRateLimited when the turn would come after the deadline
 */
export function sharedTurns(policyOf: PolicyOf, redis: RedisConnection, next: Send): Send {
  return async (request, scope) => {
    const policy = policyOf(request.platform);
    const { rate } = policy;
    if (rate === null || policy.rateIsProvisional === true) return next(request, scope);
    const name = `${policy.platform} ${policy.lane(new URL(request.url))}`;
    const waitMs = (await take(redis, name, rate, Math.min(scope.remainingMs, Number.MAX_SAFE_INTEGER))) ?? 0;
    if (waitMs < 0) throw noPlace(policy, rate, -waitMs);
    if (waitMs > 0)
      await pause(waitMs, scope.signal).catch(() => {
        throw abandoned(policy);
      });
    return next(request, scope);
  };
}
