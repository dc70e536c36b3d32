import { createHash, randomUUID } from 'node:crypto';
import { pause } from './alarm.js';
import { abandoned, late } from './failures.js';
import { believed, timeOf } from './lifetimes.js';
import type { SharedCache } from './redis.js';
import type { RedisConnection } from './redis-connection.js';
import type { PolicyOf, Send, UpstreamRequest, UpstreamResponse } from './types.js';

/** A process that ends without a word holds a flight for no longer. */
const HELD_MS = 1000;
const RENEW_MS = 400;
const LOOK_MS = 40;
const LIMIT_MS = 100;
/** The answer is stored when it was read, a moment after it came: so long the flight is held on, and until it lies there. */
const AFTERWARDS_MS = 50;

/** Deletes a flight if it is still its own. */
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;
/** Holds a flight longer if it is still its own. */
const HOLD = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;

interface Flight {
  /** Of the answer. */
  readonly key: string;
  /** Of the flight in Redis. */
  readonly name: string;
  readonly owner: string;
}

/**
 * Makes one request of equal ones that several processes want at the same time: the first holds the flight in Redis, the others
 * look for its answer in the shared cache. Whoever holds it renews it while it flies; when it is gone and no answer is there, the
 * next one flies; nobody waits longer than a request of its own is given. Without Redis, and for what is not shared, each process asks for itself.
 * @param keyOf what an answer is kept under; null: not shared
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
    { key, name, owner }: Flight,
    send: () => Promise<UpstreamResponse>,
  ): Promise<UpstreamResponse> => {
    const own = { keys: [name], arguments: [owner, String(HELD_MS)] };
    const holding = setInterval(() => {
      void redis.within(LIMIT_MS, () => redis.client.eval(HOLD, own));
    }, RENEW_MS).unref();
    const end = (): void => {
      clearInterval(holding);
      release(name, owner);
    };
    try {
      const response = await send();
      setTimeout(() => void cache.written(key).then(end), AFTERWARDS_MS).unref();
      return response;
    } catch (error) {
      end();
      throw error;
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
      const kept = await cache.get(key);
      const found = kept === undefined ? undefined : believed(kept, request, policy);
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
      if (isOurs) return fly({ key, name, owner }, () => next(request, scope));
      if (Date.now() - started >= timeOf(request, policy)) return next(request, scope);
      if (scope.remainingMs <= LOOK_MS) throw late(policy, Date.now() - started);
      await pause(LOOK_MS, scope.signal).catch(() => {
        throw abandoned(policy);
      });
    }
  };
}
