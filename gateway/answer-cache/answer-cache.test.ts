import { describe, expect, it, vi } from 'vitest';
import { AnswerCache, lifetimeOf, STALE_MS, type StoredAnswer } from './answer-cache.js';

const answer = (changes: Partial<StoredAnswer> = {}): StoredAnswer => ({
  body: Buffer.from('{"data":{}}\n'),
  contentType: 'application/json',
  cacheControl: 'public, max-age=1',
  etag: '"a"',
  madeAt: 0,
  freshUntil: 1000,
  ...changes,
});

describe('the answer cache', () => {
  it('gives an answer while it is fresh, for a while longer, and then no more', () => {
    const cache = new AnswerCache(1_000_000);
    const kept = answer();
    cache.keep('a', kept);
    expect(cache.find('a', 999)).toBe(kept);
    expect(cache.find('a', 1000 + STALE_MS - 1)).toBe(kept);
    expect(cache.find('a', 1000 + STALE_MS)).toBeUndefined();
    expect(cache.find('a', 0)).toBeUndefined();
  });

  it('is bounded in bytes: what was not asked for longest goes first, and what is larger than all is not kept', () => {
    const cache = new AnswerCache(100_000);
    for (let index = 0; index < 100; index += 1) cache.keep(String(index), answer({ body: Buffer.alloc(10_000) }));
    const left = Array.from({ length: 100 }, (_, index) => index).filter((index) => cache.find(String(index), 0));
    expect(left).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99]);
    cache.keep('huge', answer({ body: Buffer.alloc(200_000) }));
    expect(cache.find('huge', 0)).toBeUndefined();
  });

  it('keeps nothing that is fresh for less than a second, and nothing for longer than an hour', () => {
    expect([0, 999, 1000, 3_600_000, Infinity].map(lifetimeOf)).toEqual([0, 0, 1000, 3_600_000, 3_600_000]);
  });

  it('has an answer made anew once, however many ask meanwhile', async () => {
    const cache = new AnswerCache(1_000_000);
    cache.keep('a', answer());
    let done: (made: StoredAnswer) => void = () => undefined;
    const make = vi.fn(
      () =>
        new Promise<StoredAnswer>((resolve) => {
          done = resolve;
        }),
    );
    for (const _ of [1, 2, 3]) cache.refresh('a', make, Date.now() + 3_600_000);
    expect(make).toHaveBeenCalledTimes(1);
    done(answer());
    await vi.waitFor(() => {
      cache.refresh('a', make, Date.now());
      expect(make).toHaveBeenCalledTimes(2);
    });
  });

  it('keeps an old answer when the new one may not be kept, or could not be made, and tries again a second later', async () => {
    for (const outcome of [() => Promise.resolve(null), () => Promise.reject(new Error('away'))]) {
      const cache = new AnswerCache(1_000_000);
      const make = vi.fn(outcome);
      cache.keep('a', answer());
      cache.refresh('a', make, Date.now());
      await new Promise((resolve) => setImmediate(resolve));
      cache.refresh('a', make, Date.now());
      expect(make).toHaveBeenCalledTimes(1);
      expect(cache.find('a', 0)).toBeDefined();
      cache.refresh('a', make, Date.now() + 1001);
      expect(make).toHaveBeenCalledTimes(2);
    }
  });

  it('forgets everything when the schema is another', () => {
    const cache = new AnswerCache(1_000_000);
    cache.keep('a', answer());
    cache.learnSpelling('b', 'a');
    cache.clear();
    expect([cache.find('a', 0), cache.keyOfSpelling('b')]).toEqual([undefined, undefined]);
  });
});
