import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkhead, Lanes } from './bulkhead.js';
import { UpstreamAbandoned, UpstreamRateLimited, UpstreamTimeout } from './errors.js';
import { Lane } from './lane.js';
import { policyLookup } from './policies.js';
import type { RequestScope } from './scope.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import type { Send, UpstreamPolicy, UpstreamResponse } from './types.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

interface Pending {
  readonly url: string;
  finish(): void;
  fail(error: Error): void;
}

/** A bulkhead over an upstream that answers when the test says so. */
function build(changes: Partial<UpstreamPolicy>): { send: Send; lanes: Lanes; sent: Pending[] } {
  const sent: Pending[] = [];
  const lanes = new Lanes();
  const next: Send = (request) =>
    new Promise<UpstreamResponse>((resolve, reject) => {
      sent.push({
        url: request.url,
        finish: () => {
          resolve(testResponse());
        },
        fail: reject,
      });
    });
  return { send: bulkhead(policyLookup([testPolicy(changes)]), lanes, next), lanes, sent };
}

const at = (path: string): ReturnType<typeof testRequest> => testRequest({ url: `http://cinii.test/${path}` });
const paths = (sent: readonly Pending[]): string[] => sent.map(({ url }) => new URL(url).pathname.slice(1));
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('the bulkhead', () => {
  it('lets so many through at once, and the others in the order in which they came', async () => {
    const { send, lanes, sent } = build({ concurrency: 2 });
    const all = ['1', '2', '3', '4'].map((path) => send(at(path), scopeWith(5000)));
    await settle();
    expect(paths(sent)).toEqual(['1', '2']);
    expect(lanes.counts).toEqual({ lanes: 1, active: 2, waiting: 2 });
    sent[1]?.finish();
    await settle();
    expect(paths(sent)).toEqual(['1', '2', '3']);
    sent[0]?.finish();
    await settle();
    sent[2]?.finish();
    sent[3]?.finish();
    await Promise.all(all);
    expect(lanes.counts).toMatchObject({ active: 0, waiting: 0 });
  });

  it('gives the place back when a request fails', async () => {
    const { send, lanes, sent } = build({ concurrency: 1 });
    const first = failureOf(send(at('1'), scopeWith(5000)));
    const second = send(at('2'), scopeWith(5000));
    await settle();
    sent[0]?.fail(new Error('reset'));
    await first;
    await settle();
    expect(paths(sent)).toEqual(['1', '2']);
    sent[1]?.finish();
    await second;
    expect(lanes.counts).toMatchObject({ active: 0, waiting: 0 });
  });

  it('keeps lanes apart', async () => {
    const { send, sent } = build({ concurrency: 1 });
    const stuck = send(at('1'), scopeWith(5000));
    const other = send(testRequest({ url: 'http://other.test/x' }), scopeWith(5000));
    await settle();
    expect(paths(sent)).toEqual(['1', 'x']);
    sent.forEach((pending) => {
      pending.finish();
    });
    await Promise.all([stuck, other]);
  });

  it('frees the place in the queue of a caller who goes away', async () => {
    const { send, lanes, sent } = build({ concurrency: 1 });
    const gone = new AbortController();
    const first = send(at('1'), scopeWith(5000));
    const second = failureOf(send(at('2'), scopeWith(5000, { signal: gone.signal })));
    const third = send(at('3'), scopeWith(5000));
    await settle();
    gone.abort();
    expect(await second).toBeInstanceOf(UpstreamAbandoned);
    expect(lanes.counts).toMatchObject({ active: 1, waiting: 1 });
    sent[0]?.finish();
    await settle();
    expect(paths(sent)).toEqual(['1', '3']);
    sent[1]?.finish();
    await Promise.all([first, third]);
    expect(lanes.counts).toMatchObject({ active: 0, waiting: 0 });
  });

  it('lets nobody in who has gone before', async () => {
    const { send, sent } = build({});
    expect(await failureOf(send(at('1'), scopeWith(5000, { signal: AbortSignal.abort() })))).toBeInstanceOf(
      UpstreamAbandoned,
    );
    expect(sent).toEqual([]);
  });

  it('gives up at the deadline while all places are taken', async () => {
    const { send, lanes, sent } = build({ concurrency: 1 });
    const first = send(at('1'), scopeWith(5000));
    const second = failureOf(send(at('2'), scopeWith(300)));
    await vi.advanceTimersByTimeAsync(300);
    expect(await second).toBeInstanceOf(UpstreamTimeout);
    expect(lanes.counts).toMatchObject({ active: 1, waiting: 0 });
    sent[0]?.finish();
    await first;
  });

  it('forgets idle lanes when there are many, and none that is in use', async () => {
    const { send, lanes, sent } = build({});
    const stuck = send(at('1'), scopeWith(5000));
    await settle();
    for (let host = 0; host < 1000; host += 1) {
      const done = send(testRequest({ url: `http://h${String(host)}.test/` }), scopeWith(5000));
      await settle();
      sent.at(-1)?.finish();
      await done;
    }
    expect(lanes.counts.lanes).toBeLessThanOrEqual(256);
    expect(lanes.counts.active).toBe(1);
    sent[0]?.finish();
    await stuck;
  });
});

describe('the rate', () => {
  const rate = { requests: 1, perMs: 1000, burst: 2 };

  it('lets the burst through, then one per interval', async () => {
    const { send, sent } = build({ concurrency: 10, rate });
    const all = ['1', '2', '3', '4'].map((path) => send(at(path), scopeWith(10_000)));
    await settle();
    expect(paths(sent)).toEqual(['1', '2']);
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(paths(sent)).toEqual(['1', '2', '3']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(4);
    sent.forEach((pending) => {
      pending.finish();
    });
    await Promise.all(all);
  });

  it('refuses at once what would come after the deadline, and says when it would come', async () => {
    const { send, lanes, sent } = build({ concurrency: 10, rate });
    const within = ['1', '2', '3'].map((path) => send(at(path), scopeWith(1500)));
    const error = await failureOf(send(at('4'), scopeWith(1500)));
    expect(error).toBeInstanceOf(UpstreamRateLimited);
    expect(error).toMatchObject({
      retryAfterMs: 2000,
      message:
        'CiNii Research is asked at most 1 request per 1 s, and the turn of this one would come too late. Try again in 2 s.',
    });
    expect(lanes.counts.waiting).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(paths(sent)).toEqual(['1', '2', '3']);
    sent.forEach((pending) => {
      pending.finish();
    });
    await Promise.all(within);
  });

  it('spends no token on a caller who went away in the queue', async () => {
    const { send, sent } = build({ concurrency: 10, rate });
    const gone = new AbortController();
    const all = [send(at('1'), scopeWith(9000)), send(at('2'), scopeWith(9000))];
    const left = failureOf(send(at('3'), scopeWith(9000, { signal: gone.signal })));
    all.push(send(at('4'), scopeWith(9000)));
    gone.abort();
    await left;
    await vi.advanceTimersByTimeAsync(1000);
    expect(paths(sent)).toEqual(['1', '2', '4']);
    sent.forEach((pending) => {
      pending.finish();
    });
    await Promise.all(all);
  });

  it('makes those who wait, wait for a retry as well', async () => {
    const { send, lanes, sent } = build({ concurrency: 10, rate: { ...rate, burst: 1 } });
    const policy = testPolicy();
    const all: Promise<UpstreamResponse>[] = [send(at('1'), scopeWith(9000))];
    await settle();
    lanes.of(policy, new URL('http://cinii.test/1')).charge();
    all.push(send(at('2'), scopeWith(9000)));
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
    sent.forEach((pending) => {
      pending.finish();
    });
    await Promise.all(all);
  });
});

describe('a queue that is longer than can be answered', () => {
  it('refuses at once, with a time, what would come too late by how long places are held', async () => {
    const lane = new Lane(testPolicy({ concurrency: 2 }));
    const hold = async (milliseconds: number): Promise<void> => {
      const release = await lane.enter(scopeWith(60_000));
      setTimeout(release, milliseconds);
    };
    await hold(1000);
    await vi.advanceTimersByTimeAsync(1000);
    const waiting = Array.from({ length: 8 }, () => hold(1000));
    expect(lane.counts).toEqual({ active: 2, waiting: 6 });
    const failure = await failureOf(lane.enter(scopeWith(2500)));
    expect(failure).toBeInstanceOf(UpstreamRateLimited);
    expect(failure).toMatchObject({ retryAfterMs: 4000 });
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(waiting);
    expect(lane.counts).toEqual({ active: 0, waiting: 0 });
  });

  it('holds no more than so many, whatever time they have', async () => {
    const lane = new Lane(testPolicy({ concurrency: 1 }));
    const leaving = new AbortController();
    const scope = scopeWith(600_000, { signal: leaving.signal });
    const release = await lane.enter(scope);
    const waiting = Array.from({ length: 512 }, () => failureOf(lane.enter(scope)));
    expect(await failureOf(lane.enter(scopeWith(600_000)))).toBeInstanceOf(UpstreamRateLimited);
    leaving.abort();
    await Promise.all(waiting);
    release();
    expect(lane.counts).toEqual({ active: 0, waiting: 0 });
  });

  it('serves another caller’s one request before the rest of a hundred', async () => {
    const lane = new Lane(testPolicy({ concurrency: 1 }));
    const order: string[] = [];
    const enter = async (name: string, scope: RequestScope): Promise<void> => {
      const release = await lane.enter(scope);
      order.push(name);
      release();
    };
    const greedy = scopeWith(60_000);
    const all = Array.from({ length: 100 }, () => enter('greedy', greedy.within(Date.now() + 50_000)));
    all.push(enter('modest', scopeWith(60_000)));
    await Promise.all(all);
    expect(order.indexOf('modest')).toBeLessThan(3);
  });
});
