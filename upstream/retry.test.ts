import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lanes } from './bulkhead.js';
import { UpstreamAbandoned } from './errors.js';
import { badStatus, late, malformed, unreachable } from './failures.js';
import { policyLookup } from './policies.js';
import { retry } from './retry.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import type { Send, UpstreamPolicy } from './types.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const policy = testPolicy();

/** Tries over an upstream that fails in the given ways, then answers. */
function build(failures: readonly Error[], changes: Partial<UpstreamPolicy> = {}): { send: Send; tries: () => number } {
  let tries = 0;
  const next: Send = () => {
    const failure = failures[tries];
    tries += 1;
    return failure === undefined ? Promise.resolve(testResponse()) : Promise.reject(failure);
  };
  const policies = policyLookup([testPolicy({ retries: 2, ...changes })]);
  return { send: retry(policies, new Lanes(), next, () => 1), tries: () => tries };
}

const reset = unreachable(policy, new Error('ECONNRESET'));
const status = (code: number, retryAfterMs?: number): Error => badStatus(policy, code, retryAfterMs);

describe('trying again', () => {
  it.each([
    ['a broken connection', reset],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
    ['429', status(429)],
  ])('helps after %s', async (_, failure) => {
    const { send, tries } = build([failure]);
    const scope = scopeWith(5000);
    const answer = send(testRequest(), scope);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await answer).status).toBe(200);
    expect(tries()).toBe(2);
    expect(scope.tally('CINII_RESEARCH').retries).toBe(1);
  });

  it.each([
    ['500', status(500)],
    ['400', status(400)],
    ['401', status(401)],
    ['a timeout', late(policy, 100)],
    ['an unreadable answer', malformed(policy, 'nonsense')],
    ['a fault of the program', new TypeError('x is not a function')],
  ])('is of no use after %s', async (_, failure) => {
    const { send, tries } = build([failure]);
    expect(await failureOf(send(testRequest(), scopeWith(5000)))).toBe(failure);
    expect(tries()).toBe(1);
  });

  it('is done for a status that this platform gives in passing', async () => {
    const { send, tries } = build([status(400)], { retryStatuses: [400] });
    const answer = send(testRequest(), scopeWith(5000));
    await vi.advanceTimersByTimeAsync(1000);
    await answer;
    expect(tries()).toBe(2);
  });

  it('ends after the policy’s number of times, with the last failure', async () => {
    const last = status(503);
    const { send, tries } = build([reset, reset, last, reset]);
    const failure = failureOf(send(testRequest(), scopeWith(60_000)));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await failure).toBe(last);
    expect(tries()).toBe(3);
  });

  it('is never done for a one-shot request, which the platform would move on with', async () => {
    for (const method of ['GET', 'POST'] as const) {
      const { send, tries } = build([reset]);
      expect(await failureOf(send(testRequest({ method, safe: true, once: true }), scopeWith(5000)))).toBe(reset);
      expect(tries()).toBe(1);
    }
  });

  it('is never done for a POST that may have an effect, and for one that is safe it is', async () => {
    const unsafe = build([reset]);
    expect(await failureOf(unsafe.send(testRequest({ method: 'POST' }), scopeWith(5000)))).toBe(reset);
    expect(unsafe.tries()).toBe(1);
    const safe = build([reset]);
    const answer = safe.send(testRequest({ method: 'POST', safe: true }), scopeWith(5000));
    await vi.advanceTimersByTimeAsync(1000);
    await answer;
    expect(safe.tries()).toBe(2);
  });

  it('waits twice as long each time', async () => {
    const { send, tries } = build([reset, reset]);
    const answer = send(testRequest(), scopeWith(5000));
    await vi.advanceTimersByTimeAsync(199);
    expect(tries()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(tries()).toBe(2);
    await vi.advanceTimersByTimeAsync(399);
    expect(tries()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    await answer;
    expect(tries()).toBe(3);
  });

  it('waits no less than Retry-After asks', async () => {
    const { send, tries } = build([status(503, 3000)]);
    const answer = send(testRequest(), scopeWith(10_000));
    await vi.advanceTimersByTimeAsync(2999);
    expect(tries()).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    await answer;
    expect(tries()).toBe(2);
  });

  it('gives up at once when Retry-After leads past the deadline, and passes the time on', async () => {
    const { send, tries } = build([status(429, 30_000)]);
    const failure = await failureOf(send(testRequest(), scopeWith(2500)));
    expect(failure).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', status: 429, retryAfterMs: 30_000 });
    expect(tries()).toBe(1);
  });

  it('holds no place for hours where there is no deadline', async () => {
    const { send } = build([status(503, 3_600_000)]);
    expect(await failureOf(send(testRequest(), scopeWith(Number.POSITIVE_INFINITY)))).toMatchObject({ status: 503 });
  });

  it('keeps to the rate of the lane', async () => {
    const { send, tries } = build([reset, reset], { rate: { requests: 1, perMs: 2000, burst: 1 } });
    const answer = send(testRequest(), scopeWith(10_000));
    await vi.advanceTimersByTimeAsync(300);
    expect(tries()).toBe(2);
    await vi.advanceTimersByTimeAsync(1600);
    expect(tries()).toBe(2);
    await vi.advanceTimersByTimeAsync(400);
    await answer;
    expect(tries()).toBe(3);
  });

  it('stops waiting when the caller goes away', async () => {
    const gone = new AbortController();
    const { send, tries } = build([status(503, 3000)]);
    const failure = failureOf(send(testRequest(), scopeWith(10_000, { signal: gone.signal })));
    await vi.advanceTimersByTimeAsync(10);
    gone.abort();
    expect(await failure).toBeInstanceOf(UpstreamAbandoned);
    expect(tries()).toBe(1);
  });
});
