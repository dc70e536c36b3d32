import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.js';
import { CachedRequest } from './cached-request.js';

const request = { method: 'POST', headers: { 'content-type': 'application/json' } } as IncomingMessage;
const PARAMS = { documentId: 'a' };
const asked = (cache: AnswerCache): CachedRequest => {
  const cached = new CachedRequest(cache, request, '', Buffer.from(JSON.stringify(PARAMS)));
  expect(cached.find(0)).toBeUndefined();
  expect(cached.findByParams({ query: '{ platforms { platform } }' }, 0)).toBeUndefined();
  return cached;
};
const keep = (cached: CachedRequest) => cached.keep('{"data":{}}', 'application/json', 60_000, 0);

describe('a request to the answer cache', () => {
  it('has its answer kept, and finds it again by its bytes alone', () => {
    const cache = new AnswerCache(1_000_000);
    const kept = keep(asked(cache));
    expect(kept).not.toBeNull();
    expect(new CachedRequest(cache, request, '', Buffer.from(JSON.stringify(PARAMS))).find(0)).toBe(kept);
  });

  it('that was begun before all answers were forgotten has none kept: its id may name another document by now', () => {
    const cache = new AnswerCache(1_000_000);
    const before = asked(cache);
    cache.clear();
    expect(keep(before)).toBeNull();
    expect(keep(asked(cache))).not.toBeNull();
  });
});
