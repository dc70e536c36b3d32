import { createHash, randomUUID } from 'node:crypto';
import { pause } from './alarm.js';
import { abandoned, late } from './failures.js';
import type { SharedCache } from './redis.js';
import type { RedisConnection } from './redis-connection.js';
import type { RequestScope } from './scope.js';
import type { PolicyOf, Send, UpstreamRequest, UpstreamResponse } from './types.js';

/** A process that ends without a word holds a flight for no longer. */
const HELD_MS = 1000;
const RENEW_MS = 400;
const LOOK_MS = 40;
const LIMIT_MS = 100;
/** The answer is stored when it was read, a moment after it came: so long the flight is held on. */
const AFTERWARDS_MS = 50;

/** Deletes a flight if it is still its own. */
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;
/** Holds a flight longer if it is still its own. */
const HOLD = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;

/**
 * Makes one request of equal ones that several processes want at the same time: the first holds the flight in Redis, the others
 * look for its answer in the shared cache. Whoever holds it renews it while it flies; when it is gone and no answer is there, the
 * next one flies. Without Redis, and for what is not shared, each process asks for itself.
 * @param keyOf null: not shared
 */
export function sharedFlights(
  policyOf: PolicyOf,
  keyOf: (request: UpstreamRequest) => string | null,
  redis: RedisConnection,
  cache: SharedCache,
  next: Send,
): Send {
  /** True: the flight is ours; false: another's; undefined: Redis does not tell. */
  const acquire = async (name: string, owner: string): Promise<boolean | undefined> =>
    redis.within(LIMIT_MS, async () => {
      const answer = await redis.client.set(name, owner, {
        condition: 'NX',
        expiration: { type: 'PX', value: HELD_MS },
      });
      return answer !== null;
    });

  const release = (name: string, owner: string): void => {
    void redis.within(LIMIT_MS, () => redis.client.eval(RELEASE, { keys: [name], arguments: [owner] }));
  };

  const fly = async (
    name: string,
    owner: string,
    request: UpstreamRequest,
    scope: RequestScope,
  ): Promise<UpstreamResponse> => {
    const own = { keys: [name], arguments: [owner, String(HELD_MS)] };
    const renewing = setInterval(() => {
      void redis.within(LIMIT_MS, () => redis.client.eval(HOLD, own));
    }, RENEW_MS).unref();
    try {
      const response = await next(request, scope);
      setTimeout(release, AFTERWARDS_MS, name, owner).unref();
      return response;
    } catch (error) {
      release(name, owner);
      throw error;
    } finally {
      clearInterval(renewing);
    }
  };

  return async (request, scope) => {
    const policy = policyOf(request.platform);
    const isShared = request.credential === undefined && policy.freshMs[request.kind] !== undefined;
    const key = isShared && redis.isReady ? keyOf(request) : null;
    if (key === null) return next(request, scope);
    const name = `kakehashi:flight:${createHash('sha256').update(key).digest('base64url')}`;
    const owner = randomUUID();
    const started = Date.now();
    const answered = async (): Promise<UpstreamResponse | undefined> => {
      const found = await cache.get(key);
      if (found === undefined || found.freshUntil <= Date.now()) return undefined;
      scope.tally(policy.platform).collapsed += 1;
      return found.response;
    };
    for (;;) {
      const isOurs = await acquire(name, owner);
      if (isOurs === undefined) return next(request, scope);
      // The last one who flew may have ended since this caller looked.
      const there = await answered();
      if (there !== undefined) {
        if (isOurs) release(name, owner);
        return there;
      }
      if (isOurs) return fly(name, owner, request, scope);
      if (scope.remainingMs <= LOOK_MS) throw late(policy, Date.now() - started);
      await pause(LOOK_MS, scope.signal).catch(() => {
        throw abandoned(policy);
      });
    }
  };
}
