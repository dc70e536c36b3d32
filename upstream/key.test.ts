import { describe, expect, it } from 'vitest';
import { RequestKeys, withoutSecrets } from './key.js';
import { testPolicy, testRequest } from './testing.js';

const policy = testPolicy();

describe('the key of a request', () => {
  const keys = new RequestKeys();
  const keyOf = (changes: Parameters<typeof testRequest>[0]): string | null => keys.of(testRequest(changes), policy);

  it('is the same with another secret, and holds none', () => {
    const one = keyOf({ url: 'http://c.test/a?q=1&appid=TOP-SECRET&lang=ja' });
    expect(one).toBe(keyOf({ url: 'http://c.test/a?q=1&lang=ja' }));
    expect(one).not.toContain('TOP-SECRET');
    expect(keyOf({ method: 'POST', safe: true, body: 'appid=TOP-SECRET&q=1' })).not.toContain('TOP-SECRET');
  });

  it('keeps the query in its order', () => {
    expect(keyOf({ url: 'http://c.test/a?x=1&y=2' })).not.toBe(keyOf({ url: 'http://c.test/a?y=2&x=1' }));
  });

  it('differs by what makes an answer differ', () => {
    const variants = [
      {},
      { url: 'http://cinii.test/b' },
      { kind: 'detail' },
      { platform: 'JAIRO_CLOUD' },
      { headers: { Accept: 'application/json' } },
      { accept: [404] },
      { method: 'POST' as const, safe: true },
      { method: 'POST' as const, safe: true, body: 'q=1' },
    ].map(keyOf);
    expect(new Set(variants).size).toBe(variants.length);
  });

  it('separates callers by their token without holding it', () => {
    const one = keyOf({ headers: { Authorization: 'Bearer one' } });
    expect(one).toBe(keyOf({ headers: { authorization: 'Bearer one' } }));
    expect(one).not.toBe(keyOf({ headers: { authorization: 'Bearer two' } }));
    expect(one).not.toBe(keyOf({}));
    expect(one).not.toContain('Bearer');
    expect(one).not.toBe(new RequestKeys().of(testRequest({ headers: { Authorization: 'Bearer one' } }), policy));
  });

  it('separates callers by their credential without holding it, and from those without', () => {
    const one = keyOf({ credential: 'token-one' });
    expect(one).toBe(keyOf({ credential: 'token-one' }));
    expect(new Set([one, keyOf({ credential: 'token-two' }), keyOf({}), keyOf({ credential: '' })]).size).toBe(4);
    expect(one).not.toContain('token-one');
    expect(one).not.toBe(new RequestKeys().of(testRequest({ credential: 'token-one' }), policy));
  });

  it('of a request under way differs by what it renews, that of its answer does not', () => {
    const renewal = testRequest({ conditions: { 'if-none-match': '"1"' } });
    const other = testRequest({ conditions: { 'if-none-match': '"2"' } });
    expect(new Set([renewal, other, testRequest()].map((request) => keys.of(request, policy))).size).toBe(3);
    expect(keys.ofAnswer(renewal, policy)).toBe(keys.of(testRequest(), policy));
    // Nothing of the process is in it: others share the flight.
    expect(new RequestKeys().ofAnswer(renewal, policy)).toBe(keys.ofAnswer(renewal, policy));
  });

  it('does not depend on who we say we are', () => {
    expect(keyOf({ headers: { 'User-Agent': 'kakehashi/1', 'accept-encoding': 'gzip' } })).toBe(keyOf({}));
  });

  it('is none for a POST that may have an effect', () => {
    expect(keyOf({ method: 'POST', body: 'q=1' })).toBeNull();
  });
});

describe('an address without secrets', () => {
  it.each([
    ['http://c.test/a?appid=x', 'http://c.test/a'],
    ['http://c.test/a?APPID=x&q=%E6%B5%B7+a', 'http://c.test/a?q=%E6%B5%B7+a'],
    ['http://c.test/a?%61ppid=x&q=1#appid=y', 'http://c.test/a?q=1'],
    ['http://c.test/a?myappid=x', 'http://c.test/a?myappid=x'],
  ])('%s', (address, expected) => {
    expect(withoutSecrets(address, ['appid'])).toBe(expected);
  });
});
