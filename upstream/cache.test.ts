import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerCache, memoryStore } from './cache.js';
import type { AnswerCache } from './cache.js';
import { policyLookup } from './policies.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import type { UpstreamResponse } from './types.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;
const policy = testPolicy({ freshMs: { search: 10 * MINUTE, detail: 2 * MINUTE } });

function build(
  answer: () => UpstreamResponse,
  maxBytes = 10_000_000,
): { cache: AnswerCache; sent: () => number; lookups: boolean[] } {
  let sent = 0;
  const lookups: boolean[] = [];
  const cache = answerCache(
    {
      policyOf: policyLookup([policy]),
      keyOf: (request) => (request.method === 'GET' ? `${request.kind} ${request.url}` : null),
      store: memoryStore(maxBytes),
      privateStore: memoryStore(maxBytes),
      onLookup: (_, hit) => lookups.push(hit),
    },
    () => {
      sent += 1;
      return Promise.resolve(answer());
    },
  );
  return { cache, sent: () => sent, lookups };
}

describe('the answer cache', () => {
  it('gives the very same object while it is fresh, and asks again after', async () => {
    const { cache, sent, lookups } = build(() => testResponse());
    const scope = scopeWith(1000);
    const first = await cache.recall(testRequest(), scope);
    expect(first.cache).toBe('MISS');
    vi.advanceTimersByTime(10 * MINUTE - 1);
    const second = await cache.recall(testRequest(), scope);
    expect(second.cache).toBe('HIT');
    expect(second.response).toBe(first.response);
    vi.advanceTimersByTime(2);
    expect((await cache.recall(testRequest(), scope)).cache).toBe('MISS');
    expect(sent()).toBe(2);
    expect(scope.tally('CINII_RESEARCH').cacheHits).toBe(1);
    expect(lookups).toEqual([false, true, false]);
  });

  it('has a time per kind, and keeps no kind without one', async () => {
    const { cache, sent } = build(() => testResponse());
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
    const { cache, sent } = build(() => testResponse({ status }));
    await cache.recall(testRequest(), scopeWith(1000));
    vi.advanceTimersByTime(5 * MINUTE - 1);
    await cache.recall(testRequest(), scopeWith(1000));
    expect(sent()).toBe(1);
    vi.advanceTimersByTime(2);
    await cache.recall(testRequest(), scopeWith(1000));
    expect(sent()).toBe(2);
  });

  it('keeps an accepted 404 no longer than an answer of its kind', async () => {
    const { cache, sent } = build(() => testResponse({ status: 404 }));
    await cache.recall(testRequest({ kind: 'detail' }), scopeWith(1000));
    vi.advanceTimersByTime(2 * MINUTE + 1);
    await cache.recall(testRequest({ kind: 'detail' }), scopeWith(1000));
    expect(sent()).toBe(2);
  });

  it('keeps no other accepted status, and no failure', async () => {
    const accepted = build(() => testResponse({ status: 400 }));
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
    const { cache, sent, lookups } = build(() => testResponse());
    await cache.recall(testRequest({ method: 'POST' }), scopeWith(1000));
    await cache.recall(testRequest({ method: 'POST' }), scopeWith(1000));
    expect(sent()).toBe(2);
    expect(lookups).toEqual([]);
  });

  it('forgets an answer that could not be read', async () => {
    const { cache, sent } = build(() => testResponse());
    const { response } = await cache.recall(testRequest(), scopeWith(1000));
    cache.forget(response);
    await cache.recall(testRequest(), scopeWith(1000));
    expect(sent()).toBe(2);
  });

  it('is bounded in bytes: the longest unused goes first, and what is larger than all is not kept', async () => {
    const { cache, sent } = build(() => testResponse({ body: Buffer.alloc(10_000) }), 100_000);
    for (const path of ['1', '2', '1', '3', '1', '2']) {
      await cache.recall(testRequest({ url: `http://cinii.test/${path}` }), scopeWith(1000));
    }
    expect(sent()).toBe(4);
    const large = build(() => testResponse({ body: Buffer.alloc(200_000) }), 100_000);
    await large.cache.recall(testRequest(), scopeWith(1000));
    expect((await large.cache.recall(testRequest(), scopeWith(1000))).cache).toBe('MISS');
  });

  it('has an answer stored before the caller who waited for it goes on', async () => {
    const response = testResponse();
    const { cache, sent } = build(() => response);
    // Callers who shared one answer: each asks for the same again as soon as it has it.
    await Promise.all(
      [1, 2, 3].map(async () => {
        await cache.recall(testRequest(), scopeWith(1000));
        expect((await cache.recall(testRequest(), scopeWith(1000))).cache).toBe('HIT');
      }),
    );
    expect(sent()).toBe(3);
  });
});
