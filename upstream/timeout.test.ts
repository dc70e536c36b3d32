import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UpstreamAbandoned, UpstreamTimeout } from './errors.js';
import { policyLookup } from './policies.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import { timeout } from './timeout.js';
import type { Send } from './types.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** An upstream that never answers, and tells whether it was told to stop. */
function hanging(): { send: Send; signal: () => AbortSignal | undefined } {
  let signal: AbortSignal | undefined;
  const next: Send = (_, scope) => {
    signal = scope.signal;
    return new Promise(() => undefined);
  };
  return { send: timeout(policyLookup([testPolicy({ timeoutMs: 1000 })]), next), signal: () => signal };
}

describe('the time of an attempt', () => {
  it.each([
    ['the policy’s', {}, 60_000, 1000, '1 s'],
    ['the request’s own', { timeoutMs: 250 }, 60_000, 250, '0.3 s'],
    ['the deadline’s when that is earlier', {}, 100, 100, '0.1 s'],
  ])('is %s', async (_, changes, deadlineMs, endsAfterMs, told) => {
    const { send, signal } = hanging();
    let failure: unknown;
    const end = failureOf(send(testRequest(changes), scopeWith(deadlineMs))).then((error) => (failure = error));
    await vi.advanceTimersByTimeAsync(endsAfterMs - 1);
    expect(failure).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await end;
    expect(failure).toBeInstanceOf(UpstreamTimeout);
    expect(failure).toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
      message: `CiNii Research did not answer within ${told}. Try again, or allow more time.`,
    });
    expect(signal()?.aborted).toBe(true);
  });

  it('is over when the caller goes away', async () => {
    const gone = new AbortController();
    const { send, signal } = hanging();
    const failure = failureOf(send(testRequest(), scopeWith(60_000, { signal: gone.signal })));
    gone.abort();
    expect(await failure).toBeInstanceOf(UpstreamAbandoned);
    expect(signal()?.aborted).toBe(true);
  });

  it('does not begin after the deadline', async () => {
    const { send, signal } = hanging();
    expect(await failureOf(send(testRequest(), scopeWith(0)))).toBeInstanceOf(UpstreamTimeout);
    expect(signal()).toBeUndefined();
  });

  it('leaves nothing behind after an answer', async () => {
    const send = timeout(policyLookup([testPolicy()]), () => Promise.resolve(testResponse()));
    expect((await send(testRequest(), scopeWith(1000))).status).toBe(200);
  });
});
