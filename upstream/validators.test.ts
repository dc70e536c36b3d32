import { describe, expect, it } from 'vitest';
import { testRequest, testResponse } from './testing.js';
import { renewed, renewing } from './validators.js';

const DATE = 'Sun, 01 Nov 2026 00:00:00 GMT';

describe('a request that renews an old answer', () => {
  it.each([
    [{ etag: 'W/"1"' }, { 'if-none-match': 'W/"1"' }],
    [{ 'last-modified': DATE }, { 'if-modified-since': DATE }],
    [
      { etag: '"1"', 'last-modified': DATE },
      { 'if-none-match': '"1"', 'if-modified-since': DATE },
    ],
    [{ etag: `"${'x'.repeat(600)}"`, 'last-modified': DATE }, { 'if-modified-since': DATE }],
    [{}, undefined],
  ])('is conditional by what the platform sent: %j', (headers, conditions) => {
    expect(renewing(testRequest(), testResponse({ headers })).conditions).toEqual(conditions);
  });

  it('is the request itself where that is no GET, or has conditions of its own', () => {
    const old = testResponse({ headers: { etag: '"1"' } });
    for (const request of [
      testRequest({ method: 'POST', safe: true }),
      testRequest({ headers: { 'If-Modified-Since': DATE } }),
    ]) {
      expect(renewing(request, old)).toBe(request);
    }
  });
});

describe('what a platform says to it', () => {
  const old = testResponse({ headers: { etag: '"1"', 'content-type': 'application/json', 'content-length': '2' } });
  const sent = renewing(testRequest(), old);
  const at = new Date(Date.now() + 1000);

  it('leaves the old answer as it was but for what a 304 may say anew', () => {
    const headers = { etag: '"1"', date: DATE, 'content-type': 'text/html', 'content-length': '0' };
    const answer = testResponse({ status: 304, body: Buffer.alloc(0), headers, receivedAt: at });
    expect(renewed(answer, old, sent)).toEqual({
      ...old,
      headers: { etag: '"1"', date: DATE, 'content-type': 'application/json', 'content-length': '2' },
      receivedAt: at,
    });
  });

  it('is its answer where it is another one, or where nothing was asked by a validator', () => {
    const answer = testResponse({ body: Buffer.from('new') });
    expect(renewed(answer, old, sent)).toBe(answer);
    const unasked = testResponse({ status: 304 });
    expect(renewed(unasked, old, testRequest({ accept: [304] }))).toBe(unasked);
  });
});
