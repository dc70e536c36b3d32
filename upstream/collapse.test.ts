import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collapse } from './collapse.js';
import type { Collapse } from './collapse.js';
import { UpstreamAbandoned, UpstreamTimeout } from './errors.js';
import { policyLookup } from './policies.js';
import type { RequestScope } from './scope.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import type { UpstreamResponse } from './types.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

interface Sent {
  readonly scope: RequestScope;
  readonly resolve: (response: UpstreamResponse) => void;
  readonly reject: (error: Error) => void;
}

function build(): { shared: Collapse; sent: Sent[] } {
  const sent: Sent[] = [];
  const shared = collapse(
    policyLookup([testPolicy()]),
    (request) => (request.method === 'GET' ? request.url : null),
    (_, scope) => new Promise((resolve, reject) => sent.push({ scope, resolve, reject })),
  );
  return { shared, sent };
}

describe('equal requests under way', () => {
  it('are one, and all callers get the same answer', async () => {
    const { shared, sent } = build();
    const scopes = Array.from({ length: 100 }, () => scopeWith(1000));
    const all = scopes.map((scope) => shared.send(testRequest(), scope));
    expect(sent).toHaveLength(1);
    const response = testResponse();
    sent[0]?.resolve(response);
    for (const answer of await Promise.all(all)) expect(answer).toBe(response);
    expect(scopes.map((scope) => scope.tally('CINII_RESEARCH').collapsed)).toEqual([0, ...Array<number>(99).fill(1)]);
    expect(shared.flights).toBe(0);
  });

  it('fail together, and the next one asks again', async () => {
    const { shared, sent } = build();
    const all = [shared.send(testRequest(), scopeWith(1000)), shared.send(testRequest(), scopeWith(1000))].map(
      failureOf,
    );
    const error = new Error('reset');
    sent[0]?.reject(error);
    expect(await Promise.all(all)).toEqual([error, error]);
    const again = shared.send(testRequest(), scopeWith(1000));
    sent[1]?.resolve(testResponse());
    await again;
  });

  it('are apart when they differ, and when they may have an effect', async () => {
    const { shared, sent } = build();
    const all = [
      shared.send(testRequest({ url: 'http://cinii.test/1' }), scopeWith(1000)),
      shared.send(testRequest({ url: 'http://cinii.test/2' }), scopeWith(1000)),
      shared.send(testRequest({ method: 'POST' }), scopeWith(1000)),
      shared.send(testRequest({ method: 'POST' }), scopeWith(1000)),
    ];
    expect(sent).toHaveLength(4);
    sent.forEach((one) => {
      one.resolve(testResponse());
    });
    await Promise.all(all);
  });

  it('go on when one caller goes away', async () => {
    const { shared, sent } = build();
    const gone = new AbortController();
    const first = failureOf(shared.send(testRequest(), scopeWith(1000, { signal: gone.signal })));
    const second = shared.send(testRequest(), scopeWith(1000));
    gone.abort();
    expect(await first).toBeInstanceOf(UpstreamAbandoned);
    expect(sent[0]?.scope.signal.aborted).toBe(false);
    sent[0]?.resolve(testResponse());
    expect((await second).status).toBe(200);
  });

  it('are dropped when the last caller has gone, and one who comes then begins anew', async () => {
    const { shared, sent } = build();
    const gone = [new AbortController(), new AbortController()];
    const all = gone.map(({ signal }) => failureOf(shared.send(testRequest(), scopeWith(1000, { signal }))));
    gone[0]?.abort();
    expect(sent[0]?.scope.signal.aborted).toBe(false);
    gone[1]?.abort();
    expect(sent[0]?.scope.signal.aborted).toBe(true);
    expect(shared.flights).toBe(0);
    await Promise.all(all);
    const again = shared.send(testRequest(), scopeWith(1000));
    // The end of the old one must not take the new one with it.
    sent[0]?.reject(new Error('aborted'));
    await vi.advanceTimersByTimeAsync(0);
    expect(shared.flights).toBe(1);
    sent[1]?.resolve(testResponse());
    await again;
  });

  it('let each caller wait until its own deadline', async () => {
    const { shared, sent } = build();
    const hasty = failureOf(shared.send(testRequest(), scopeWith(100)));
    const patient = shared.send(testRequest(), scopeWith(1000));
    await vi.advanceTimersByTimeAsync(100);
    expect(await hasty).toBeInstanceOf(UpstreamTimeout);
    expect(sent[0]?.scope.signal.aborted).toBe(false);
    sent[0]?.resolve(testResponse());
    expect((await patient).status).toBe(200);
  });

  it('have the time of the caller who has most', async () => {
    const { shared, sent } = build();
    const now = Date.now();
    const first = shared.send(testRequest(), scopeWith(100));
    expect(sent[0]?.scope.deadline).toBe(now + 100);
    const second = shared.send(testRequest(), scopeWith(1000));
    expect(sent[0]?.scope.deadline).toBe(now + 1000);
    sent[0]?.resolve(testResponse());
    await Promise.all([first, second]);
  });

  it('send nothing for a caller who has no time left or has gone', async () => {
    const { shared, sent } = build();
    expect(await failureOf(shared.send(testRequest(), scopeWith(0)))).toBeInstanceOf(UpstreamTimeout);
    const gone = scopeWith(1000, { signal: AbortSignal.abort() });
    expect(await failureOf(shared.send(testRequest(), gone))).toBeInstanceOf(UpstreamAbandoned);
    expect(sent).toEqual([]);
  });

  it('count what is sent for the caller who began it', async () => {
    const { shared, sent } = build();
    const scope = scopeWith(1000);
    const answer = shared.send(testRequest(), scope);
    expect(sent[0]?.scope.tally('CINII_RESEARCH')).toBe(scope.tally('CINII_RESEARCH'));
    sent[0]?.resolve(testResponse());
    await answer;
  });
});
