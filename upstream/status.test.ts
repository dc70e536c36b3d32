import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UpstreamUnavailable } from './errors.js';
import { abandoned, badStatus, late, malformed } from './failures.js';
import { percentile, StatusBoard } from './status.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import type { UpstreamResponse } from './types.js';

const START = Date.parse('2026-11-20T00:00:00Z');
const MINUTE = 60_000;
const policy = testPolicy();

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

async function attempt(board: StatusBoard, outcome: UpstreamResponse | Error, tookMs = 0): Promise<void> {
  const send = board.measured(async () => {
    vi.advanceTimersByTime(tookMs);
    if (outcome instanceof Error) throw outcome;
    return Promise.resolve(outcome);
  });
  const sent = send(testRequest(), scopeWith(1000));
  await (outcome instanceof Error ? failureOf(sent) : sent);
}

describe('the figures of a platform', () => {
  it('are empty before the first request', () => {
    expect(new StatusBoard(null).read('CINII_RESEARCH')).toEqual({
      requests: 0,
      errors: 0,
      p50Ms: null,
      p95Ms: null,
      cacheHitRatio: null,
      since: new Date(START),
    });
  });

  it('count requests, failures of the platform, and the times of its answers', async () => {
    const board = new StatusBoard(null);
    for (let tookMs = 10; tookMs <= 200; tookMs += 10) await attempt(board, testResponse(), tookMs);
    await attempt(board, late(policy, 1000));
    await attempt(board, badStatus(policy, 503, undefined));
    expect(board.read('CINII_RESEARCH')).toMatchObject({ requests: 22, errors: 2, p50Ms: 100, p95Ms: 190 });
    expect(board.read('CINII_RESEARCH').lastError).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: 'CiNii Research is out of service (503). Try again later.',
    });
    expect(board.read('JAIRO_CLOUD').requests).toBe(0);
  });

  it('blame no platform for our own faults, nor for a caller who went away', async () => {
    const board = new StatusBoard(null);
    await attempt(board, badStatus(policy, 400, undefined));
    await attempt(board, badStatus(policy, 401, undefined));
    await attempt(board, abandoned(policy));
    expect(board.read('CINII_RESEARCH')).toMatchObject({ requests: 2, errors: 0 });
    expect(board.read('CINII_RESEARCH').lastError).toBeUndefined();
  });

  it('count an unreadable answer once, however many tried to read it', async () => {
    const board = new StatusBoard(null);
    const response = testResponse();
    await attempt(board, response);
    const error = malformed(policy, 'nonsense');
    board.unreadableAnswer(response, error);
    board.unreadableAnswer(response, error);
    expect(board.read('CINII_RESEARCH')).toMatchObject({ requests: 1, errors: 1 });
  });

  it('tell the share of lookups that the cache answered', () => {
    const board = new StatusBoard(null);
    for (const state of ['HIT', 'STALE', 'HIT', 'MISS'] as const) board.lookedUp('CINII_RESEARCH', state);
    expect(board.read('CINII_RESEARCH').cacheHitRatio).toBe(0.75);
  });

  it('cover the last quarter of an hour; the last failure stays', async () => {
    const board = new StatusBoard(null);
    await attempt(board, badStatus(policy, 503, undefined));
    await attempt(board, testResponse(), 5);
    vi.advanceTimersByTime(14 * MINUTE - 1000);
    await attempt(board, testResponse(), 7);
    expect(board.read('CINII_RESEARCH')).toMatchObject({ requests: 3, errors: 1 });
    vi.advanceTimersByTime(MINUTE + 1000);
    expect(board.read('CINII_RESEARCH')).toMatchObject({ requests: 1, errors: 0, p50Ms: 7 });
    expect(board.read('CINII_RESEARCH').since).toEqual(new Date(START + MINUTE));
    expect(board.read('CINII_RESEARCH').lastError?.at).toEqual(new Date(START));
  });
});

describe('the log', () => {
  it('is told of answers and failures, and of no address', async () => {
    const log = { debug: vi.fn(), warn: vi.fn() };
    const board = new StatusBoard(log);
    await attempt(board, testResponse(), 5);
    await attempt(board, badStatus(policy, 503, undefined));
    expect(log.debug.mock.calls[0]?.[0]).toMatchObject({
      platform: 'CINII_RESEARCH',
      status: 200,
      bytes: 2,
      tookMs: 5,
    });
    expect(log.debug.mock.calls[1]?.[0]).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', status: 503 });
    expect(log.warn).not.toHaveBeenCalled();
    expect(JSON.stringify([log.debug.mock.calls, log.warn.mock.calls])).not.toContain('http:');
  });
});

describe('a percentile', () => {
  it('is a value of the list', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([3, 1, 2, 4], 0.5)).toBe(2);
  });

  it('is told of a request that failed in one line, however many tries it had, with its host alone', async () => {
    const log = { debug: vi.fn(), warn: vi.fn() };
    const board = new StatusBoard(log);
    const failing = board.told(async (request, scope) => {
      await Promise.resolve();
      scope.tally(request.platform).retries += 2;
      const cause = new SyntaxError('Unexpected token in <html>secret of theirs</html>');
      throw new UpstreamUnavailable({ platform: request.platform, message: 'away', status: 503, cause });
    });
    const scope = scopeWith(1000, { requestId: 'r-1' });
    await failureOf(failing(testRequest({ url: 'http://cinii.test/a?appid=hush' }), scope));
    expect(log.warn).toHaveBeenCalledTimes(1);
    expect(log.warn.mock.calls[0]).toEqual([
      {
        platform: 'CINII_RESEARCH',
        kind: 'search',
        host: 'cinii.test',
        requestId: 'r-1',
        code: 'UPSTREAM_UNAVAILABLE',
        status: 503,
        retries: 2,
        tookMs: expect.any(Number) as number,
        cause: 'SyntaxError',
      },
      'away',
    ]);
  });
});
