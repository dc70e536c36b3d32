import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCache } from './cache.js';
import type { Reading, Recalled } from './cache.js';
import { collapse } from './collapse.js';
import {
  UpstreamAbandoned,
  UpstreamCircuitOpen,
  UpstreamMalformed,
  UpstreamRateLimited,
  UpstreamRejected,
  UpstreamTimeout,
  UpstreamUnavailable,
} from './errors.js';
import { policyLookup } from './policies.js';
import type { RequestScope } from './scope.js';
import { memoryStore } from './store.js';
import type { AnswerStore } from './store.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import type { UpstreamRequest, UpstreamResponse } from './types.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;
const policy = testPolicy({ freshMs: { search: 10 * MINUTE, detail: 2 * MINUTE } });

interface Bench {
  readonly cache: {
    recall(request: UpstreamRequest, scope: RequestScope): Promise<Recalled<UpstreamResponse>>;
    read<T>(request: UpstreamRequest, scope: RequestScope, read: Reading<T>): Promise<Recalled<T>>;
    close(): void;
  };
  readonly store: AnswerStore;
  readonly sent: () => number;
  readonly requests: UpstreamRequest[];
  readonly lookups: string[];
}

function build(
  answer: (request: UpstreamRequest, scope: RequestScope) => UpstreamResponse | Promise<UpstreamResponse>,
  maxBytes = 10_000_000,
): Bench {
  const requests: UpstreamRequest[] = [];
  const lookups: string[] = [];
  const policyOf = policyLookup([policy]);
  const keyOf = ({ method, kind, url }: UpstreamRequest): string | null => (method === 'GET' ? `${kind} ${url}` : null);
  const store = memoryStore(maxBytes);
  // As in the client: callers who ask at once share a flight.
  const shared = collapse(policyOf, keyOf, async (request, scope) => {
    requests.push(request);
    return answer(request, scope);
  });
  const cache = answerCache(
    { policyOf, keyOf, store, privateStore: memoryStore(maxBytes), onLookup: (_, state) => lookups.push(state) },
    shared.send,
  );
  return {
    store,
    cache: {
      close: () => {
        cache.close();
      },
      read: (request, scope, read) => cache.recall(request, scope, read),
      recall: (request, scope) => cache.recall(request, scope, (response) => response),
    },
    sent: () => requests.length,
    requests,
    lookups,
  };
}

const away = (): never => {
  throw new UpstreamUnavailable({ platform: 'CINII_RESEARCH', message: 'away' });
};
/** The answer's time is that of its coming. */
const now = (own: Partial<UpstreamResponse> = {}): UpstreamResponse => testResponse({ receivedAt: new Date(), ...own });

describe('the answer cache', () => {
  it('gives the very same object while it is fresh, and after it while it asks again', async () => {
    const { cache, sent, lookups } = build(() => now());
    const scope = scopeWith(1000);
    const first = await cache.recall(testRequest(), scope);
    expect(first.cache).toBe('MISS');
    vi.advanceTimersByTime(10 * MINUTE - 1);
    const second = await cache.recall(testRequest(), scope);
    expect(second.cache).toBe('HIT');
    expect(second.response).toBe(first.response);
    vi.advanceTimersByTime(2);
    expect((await cache.recall(testRequest(), scope)).response).toBe(first.response);
    expect(sent()).toBe(2);
    expect(scope.tally('CINII_RESEARCH').cacheHits).toBe(2);
    expect(lookups).toEqual(['MISS', 'HIT', 'HIT']);
  });

  it('has a time per kind, and keeps no kind without one', async () => {
    const { cache, sent } = build(() => now());
    for (const kind of ['detail', 'detail', 'token', 'token'])
      await cache.recall(testRequest({ kind }), scopeWith(1000));
    expect(sent()).toBe(3);
    vi.advanceTimersByTime(2 * MINUTE + 1);
    await cache.recall(testRequest({ kind: 'detail' }), scopeWith(1000));
    expect(sent()).toBe(4);
  });

  it('keeps an answer that its sender forbids to store', async () => {
    const { cache, sent } = build(() =>
      testResponse({ headers: { 'cache-control': 'no-cache, no-store, max-age=0' } }),
    );
    await cache.recall(testRequest(), scopeWith(1000));
    await cache.recall(testRequest(), scopeWith(1000));
    expect(sent()).toBe(1);
  });

  it.each([404, 410, 422])('believes an accepted %i for five minutes', async (status) => {
    const { cache, sent } = build(() => now({ status }));
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(5 * MINUTE - 1);
    await cache.recall(testRequest(), scopeWith(1000));
    expect(sent()).toBe(1);
    vi.advanceTimersByTime(2);
    await cache.recall(testRequest(), scopeWith(1000));
    expect(sent()).toBe(2);
  });

  it('keeps an accepted 404 no longer than an answer of its kind', async () => {
    const { cache, sent } = build(() => now({ status: 404 }));
    await cache.recall(testRequest({ kind: 'detail' }), scopeWith(1000));
    vi.advanceTimersByTime(2 * MINUTE + 1);
    await cache.recall(testRequest({ kind: 'detail' }), scopeWith(1000));
    expect(sent()).toBe(2);
  });

  it('keeps no other accepted status, and no failure', async () => {
    const accepted = build(() => now({ status: 400 }));
    await accepted.cache.recall(testRequest(), scopeWith(1000));
    await accepted.cache.recall(testRequest(), scopeWith(1000));
    expect(accepted.sent()).toBe(2);
    const failing = build(() => {
      throw new Error('reset');
    });
    await failureOf(failing.cache.recall(testRequest(), scopeWith(1000)));
    await failureOf(failing.cache.recall(testRequest(), scopeWith(1000)));
    expect(failing.sent()).toBe(2);
  });

  it('keeps nothing that has no key', async () => {
    const { cache, sent, lookups } = build(() => now());
    await cache.recall(testRequest({ method: 'POST' }), scopeWith(1000));
    await cache.recall(testRequest({ method: 'POST' }), scopeWith(1000));
    expect(sent()).toBe(2);
    expect(lookups).toEqual([]);
  });

  it('keeps nothing that could not be read, and gives no old answer for what another one kept and nobody can read', async () => {
    const { cache, sent } = build(() => now());
    const unreadable = (): never => {
      throw new UpstreamMalformed({ platform: 'CINII_RESEARCH', message: 'no' });
    };
    await failureOf(cache.read(testRequest(), scopeWith(1000), unreadable));
    vi.advanceTimersByTime(1001);
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
    await failureOf(cache.read(testRequest(), scopeWith(1000), unreadable));
    expect(sent()).toBe(3);
  });

  it('is bounded in bytes: the longest unused goes first, and what is larger than all is not kept', async () => {
    const { cache, sent } = build(() => now({ body: Buffer.alloc(10_000) }), 100_000);
    for (const path of ['1', '2', '1', '3', '1', '2']) {
      await cache.recall(testRequest({ url: `http://cinii.test/${path}` }), scopeWith(1000));
    }
    expect(sent()).toBe(4);
    const large = build(() => now({ body: Buffer.alloc(200_000) }), 100_000);
    await large.cache.recall(testRequest(), scopeWith(1000));
    expect((await large.cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
  });

  it('has an answer stored before the caller who waited for it goes on', async () => {
    const response = now();
    const { cache, sent } = build(() => response);
    // Callers who shared one answer: each asks for the same again as soon as it has it.
    await Promise.all(
      [1, 2, 3].map(async () => {
        await cache.recall(testRequest(), scopeWith(1000));
        expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('HIT');
      }),
    );
    expect(sent()).toBe(1);
  });
});

describe('an answer that is fresh no longer', () => {
  it('is given at once for as long again, while one request renews it', async () => {
    let come: (response: UpstreamResponse) => void = () => undefined;
    let count = 0;
    const { cache, sent } = build(() => {
      count += 1;
      return count === 1 ? now() : new Promise<UpstreamResponse>((resolve) => (come = resolve));
    });
    const first = await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(19 * MINUTE);
    const caller = scopeWith(1000);
    for (let times = 0; times < 5; times += 1) {
      const again = await cache.recall(testRequest(), caller);
      expect([again.response, again.cache]).toEqual([first.response, 'HIT']);
      expect(again.freshUntil).toBeLessThan(Date.now());
    }
    expect(sent()).toBe(2);
    expect(caller.tally('CINII_RESEARCH').requests).toBe(0);
    const fresh = now();
    come(fresh);
    await vi.waitFor(async () => {
      expect((await cache.recall(testRequest(), scopeWith(1000))).response).toBe(fresh);
    });
    expect(sent()).toBe(2);
  });

  it('is renewed although the caller leaves, and stays when that fails', async () => {
    let count = 0;
    const { cache, sent } = build((_, scope) => {
      count += 1;
      expect(scope.signal.aborted).toBe(false);
      return count === 1 ? now() : away();
    });
    const first = await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(11 * MINUTE);
    const leaving = new AbortController();
    const { response } = await cache.recall(testRequest(), scopeWith(1000, { signal: leaving.signal }));
    leaving.abort();
    expect(response).toBe(first.response);
    await vi.advanceTimersByTimeAsync(10);
    expect((await cache.recall(testRequest(), scopeWith(1000))).response).toBe(first.response);
    expect(sent()).toBe(2);
  });

  it('is STALE, and not only old, once a request to renew it has failed, until one succeeds', async () => {
    let failing = false;
    const { cache, sent } = build(() => (failing ? away() : now()));
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(11 * MINUTE);
    failing = true;
    const state = async () => (await cache.recall(testRequest(), scopeWith(1000))).cache;
    expect(await state()).toBe('HIT');
    await vi.advanceTimersByTimeAsync(10);
    expect([await state(), await state()]).toEqual(['STALE', 'STALE']);
    // Within a second of the failure nobody asks again.
    expect(sent()).toBe(2);
    failing = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await state()).toBe('STALE');
    await vi.advanceTimersByTimeAsync(10);
    expect(await state()).toBe('HIT');
    expect(sent()).toBe(3);
  });

  it('is not STALE because our own rate had no place for the request to renew it', async () => {
    let refusing = false;
    const { cache } = build(() => {
      if (refusing) throw new UpstreamRateLimited({ platform: 'CINII_RESEARCH', message: 'no place' });
      return now();
    });
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(11 * MINUTE);
    refusing = true;
    for (let times = 0; times < 3; times += 1) {
      expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('HIT');
      await vi.advanceTimersByTimeAsync(10);
    }
  });

  it('is given up renewing when the client is closed, and is not begun to be renewed after', async () => {
    let count = 0;
    let signal: AbortSignal | undefined;
    const { cache, sent } = build((_, scope) => {
      count += 1;
      signal = scope.signal;
      return count === 1 ? now() : new Promise<UpstreamResponse>(() => undefined);
    });
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(11 * MINUTE);
    await cache.recall(testRequest(), scopeWith(1000));
    expect(signal?.aborted).toBe(false);
    cache.close();
    expect(signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(10);
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('HIT');
    expect(sent()).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is believed no longer than by the own times, whatever a shared cache says of it', async () => {
    const { cache, store } = build(() => now());
    const lasting = { freshUntil: Date.now() + 1000 * 24 * 60 * MINUTE };
    const key = 'search http://cinii.test/a';
    const kept = (response: UpstreamResponse) => store.set(key, { response, ...lasting }, 1000 * 24 * 60 * MINUTE);
    await kept(now());
    vi.advanceTimersByTime(10 * MINUTE - 1);
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('HIT');
    vi.advanceTimersByTime(11 * MINUTE);
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
    // From the future, of a status that is none, and of the day before.
    await kept(now({ receivedAt: new Date(Date.now() + 1000 * MINUTE) }));
    expect((await cache.recall(testRequest(), scopeWith(1000))).freshUntil).toBe(Date.now() + 10 * MINUTE);
    await kept(now({ status: 500 }));
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
    await kept(now({ receivedAt: new Date(Date.now() - 25 * 60 * MINUTE) }));
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
  });

  it('is asked for anew after that, and is the answer for a day when the platform fails', async () => {
    let failing = false;
    const { cache, lookups, sent } = build(() => (failing ? away() : now()));
    const first = await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(21 * MINUTE);
    failing = true;
    const stale = await cache.recall(testRequest(), scopeWith(1000));
    expect([stale.response, stale.cache]).toEqual([first.response, 'STALE']);
    vi.advanceTimersByTime(23 * 60 * MINUTE);
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('STALE');
    expect(lookups).toEqual(['MISS', 'STALE', 'STALE']);
    failing = false;
    vi.advanceTimersByTime(1001);
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
    failing = true;
    vi.advanceTimersByTime(24 * 60 * MINUTE + 11 * MINUTE);
    await expect(cache.recall(testRequest(), scopeWith(1000))).rejects.toBeInstanceOf(UpstreamUnavailable);
    expect(sent()).toBe(5);
  });

  it('is the answer when the platform sends what cannot be read, and is kept', async () => {
    let broken = false;
    const { cache } = build(() => now({ body: Buffer.from(broken ? '<<<' : 'fine') }));
    const read = ({ body }: UpstreamResponse): string => {
      if (body.toString() === '<<<') throw new UpstreamMalformed({ platform: 'CINII_RESEARCH', message: 'no' });
      return body.toString();
    };
    await cache.read(testRequest(), scopeWith(1000), read);
    vi.advanceTimersByTime(21 * MINUTE);
    broken = true;
    expect(await cache.read(testRequest(), scopeWith(1000), read)).toMatchObject({ value: 'fine', cache: 'STALE' });
    expect(await cache.read(testRequest(), scopeWith(1000), read)).toMatchObject({ value: 'fine', cache: 'STALE' });
  });

  it('comes before the deadline of a caller for whom the platform is too slow', async () => {
    let slow = false;
    const { cache } = build((_, scope) => {
      if (!slow) return now();
      return new Promise((_resolve, reject) => {
        setTimeout(() => {
          reject(new UpstreamTimeout({ platform: 'CINII_RESEARCH', message: 'late' }));
        }, scope.remainingMs);
      });
    });
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(21 * MINUTE);
    slow = true;
    const scope = scopeWith(2500);
    const recalling = cache.recall(testRequest(), scope);
    await vi.advanceTimersByTimeAsync(2400);
    expect((await recalling).cache).toBe('STALE');
    expect(scope.remainingMs).toBe(100);
  });

  it('is renewed by a platform that takes longer than its caller waits, with one request', async () => {
    let slow = false;
    const { cache, sent } = build(() => {
      if (!slow) return now();
      return new Promise((resolve) => setTimeout(() => resolve(now()), 1900));
    });
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(21 * MINUTE);
    slow = true;
    const hasty = scopeWith(600);
    const recalling = cache.recall(testRequest(), hasty);
    await vi.advanceTimersByTimeAsync(500);
    expect((await recalling).cache).toBe('STALE');
    await vi.advanceTimersByTimeAsync(1500);
    const next = await cache.recall(testRequest(), scopeWith(600));
    expect(next.cache).toBe('HIT');
    expect(next.freshUntil).toBeGreaterThan(Date.now());
    expect(sent()).toBe(2);
  });

  it('is asked for once by callers who come together, and each is told truly', async () => {
    let failing = false;
    const { cache, sent } = build(async () => {
      await Promise.resolve();
      return failing ? away() : now();
    });
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(21 * MINUTE);
    failing = true;
    const scopes = Array.from({ length: 100 }, () => scopeWith(1000));
    const given = await Promise.all(scopes.map((scope) => cache.recall(testRequest(), scope)));
    expect(new Set(given.map(({ cache: state }) => state))).toEqual(new Set(['STALE']));
    expect(sent()).toBe(2);
    expect(scopes.reduce((sum, scope) => sum + scope.tally('CINII_RESEARCH').collapsed, 0)).toBe(99);
    expect(scopes.every((scope) => scope.tally('CINII_RESEARCH').cacheHits === 1)).toBe(true);
  });

  it.each([
    [
      'a platform in trouble',
      new UpstreamUnavailable({ platform: 'CINII_RESEARCH', message: 'no', status: 503 }),
      true,
    ],
    ['an open circuit', new UpstreamCircuitOpen({ platform: 'CINII_RESEARCH', message: 'no' }), true],
    ['a refused rate', new UpstreamRateLimited({ platform: 'CINII_RESEARCH', message: 'no', status: 429 }), true],
    ['no place in our own rate', new UpstreamRateLimited({ platform: 'CINII_RESEARCH', message: 'no' }), true],
    ['what it does not let be asked', new UpstreamRejected({ platform: 'CINII_RESEARCH', message: 'no' }), false],
    ['a caller who is gone', new UpstreamAbandoned({ platform: 'CINII_RESEARCH', message: 'no' }), false],
  ])('stands in for the new one with %s: %#', async (_, error, isGiven) => {
    let failing = false;
    const { cache } = build(() => {
      if (failing) throw error;
      return now();
    });
    await cache.recall(testRequest(), scopeWith(10_000));
    vi.advanceTimersByTime(21 * MINUTE);
    failing = true;
    const recalling = cache.recall(testRequest(), scopeWith(10_000));
    if (isGiven) expect((await recalling).cache).toBe('STALE');
    else expect(await failureOf(recalling)).toBe(error);
  });

  it('is no answer when the caller is at fault', async () => {
    let refusing = false;
    const { cache } = build(() => {
      if (refusing) throw new UpstreamRejected({ platform: 'CINII_RESEARCH', message: 'no', status: 400 });
      return now();
    });
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(21 * MINUTE);
    refusing = true;
    await expect(cache.recall(testRequest(), scopeWith(1000))).rejects.toBeInstanceOf(UpstreamRejected);
  });

  it('is asked for by its validators, and holds on when the platform says so', async () => {
    const validators = { etag: '"1"', 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' };
    let count = 0;
    const { cache, requests } = build(() => {
      count += 1;
      return count === 1 ? now({ headers: validators }) : now({ status: 304, body: Buffer.alloc(0), headers: {} });
    });
    const first = await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(21 * MINUTE);
    const second = await cache.recall(testRequest(), scopeWith(1000));
    expect(requests[1]?.conditions).toEqual({
      'if-none-match': '"1"',
      'if-modified-since': validators['last-modified'],
    });
    expect(second).toMatchObject({ cache: 'MISS', response: { status: 200, headers: validators } });
    expect(second.response.body).toBe(first.response.body);
    expect(second.response.receivedAt.getTime()).toBe(Date.now());
    vi.advanceTimersByTime(9 * MINUTE);
    expect((await cache.recall(testRequest(), scopeWith(1000))).response).toBe(second.response);
    expect(requests).toHaveLength(2);
  });
});

describe('a failure', () => {
  it('is the answer to the same request for a second, and to no other', async () => {
    let failing = true;
    const { cache, sent } = build(() => (failing ? away() : now()));
    for (let times = 0; times < 100; times += 1) await failureOf(cache.recall(testRequest(), scopeWith(1000)));
    expect(sent()).toBe(1);
    failing = false;
    await cache.recall(testRequest({ url: 'http://cinii.test/other' }), scopeWith(1000));
    vi.advanceTimersByTime(1001);
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
  });

  it('of a caller with too little time is nobody else’s', async () => {
    let slow = true;
    const { cache } = build(() => {
      if (slow) throw new UpstreamTimeout({ platform: 'CINII_RESEARCH', message: 'late' });
      return now();
    });
    await failureOf(cache.recall(testRequest(), scopeWith(1)));
    slow = false;
    expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
  });

  it('to answer in the time that a request is given is the platform’s own', async () => {
    const { cache, sent } = build(
      () =>
        new Promise((_, reject) => {
          setTimeout(() => {
            reject(new UpstreamTimeout({ platform: 'CINII_RESEARCH', message: 'late' }));
          }, 2000);
        }),
    );
    const first = failureOf(cache.recall(testRequest(), scopeWith(10_000)));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await first).toBeInstanceOf(UpstreamTimeout);
    expect(await failureOf(cache.recall(testRequest(), scopeWith(10_000)))).toBe(await first);
    expect(sent()).toBe(1);
  });

  it.each([404, 410])('of %i where the platform has no such answer is believed for ten seconds', async (status) => {
    const { cache, sent } = build(() => {
      throw new UpstreamRejected({ platform: 'CINII_RESEARCH', message: 'no', status });
    });
    for (const afterMs of [0, 9999]) {
      vi.advanceTimersByTime(afterMs);
      expect(await failureOf(cache.recall(testRequest(), scopeWith(1000)))).toBeInstanceOf(UpstreamRejected);
    }
    expect(sent()).toBe(1);
    vi.advanceTimersByTime(2);
    await failureOf(cache.recall(testRequest(), scopeWith(1000)));
    expect(sent()).toBe(2);
  });

  it('that is the caller’s own is nobody else’s', async () => {
    for (const status of [400, 401, 403]) {
      const { cache, sent } = build(() => {
        throw new UpstreamRejected({ platform: 'CINII_RESEARCH', message: 'no', status });
      });
      await failureOf(cache.recall(testRequest(), scopeWith(1000)));
      await failureOf(cache.recall(testRequest(), scopeWith(1000)));
      expect(sent()).toBe(2);
    }
  });
});

describe('an answer to a caller’s own token', () => {
  it.each(['private', 'no-store', 'private, max-age=60', 'No-Cache', 'no-cache="set-cookie"', 'max-age=0,private'])(
    'is not kept where the platform forbids it: %s',
    async (forbidding) => {
      const { cache, sent } = build(() => now({ headers: { 'cache-control': forbidding } }));
      const mine = testRequest({ credential: 'token' });
      await cache.recall(mine, scopeWith(1000));
      await cache.recall(mine, scopeWith(1000));
      expect(sent()).toBe(2);
    },
  );

  it('is kept where it does not, in the process alone', async () => {
    const { cache, sent, store } = build(() => now({ headers: { 'cache-control': 'max-age=60, must-revalidate' } }));
    const mine = testRequest({ credential: 'token' });
    await cache.recall(mine, scopeWith(1000));
    expect((await cache.recall(mine, scopeWith(1000))).cache).toBe('HIT');
    expect(sent()).toBe(1);
    expect(await store.get('search http://cinii.test/a')).toBeUndefined();
  });
});
