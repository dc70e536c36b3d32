import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lanes } from './bulkhead.js';
import { UpstreamRateLimited } from './errors.js';
import { Lane } from './lane.js';
import { policyLookup } from './policies.js';
import { failureOf, scopeWith, testPolicy, testRequest, testServer } from './testing.js';
import { transport } from './transport.js';
import type { Rate, ToldRate, UpstreamPolicy } from './types.js';

const HOUR = 3_600_000;
const perHour = (requests: number): Rate => ({ requests, perMs: HOUR, burst: requests });

describe('a rate that the answers tell', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Requests that are let through at once. */
  async function admitted(lane: Lane, tries: number): Promise<number> {
    let count = 0;
    for (let turn = 0; turn < tries; turn += 1) {
      const entered = lane.enter(scopeWith(100)).then(
        (release) => {
          release();
          return true;
        },
        () => false,
      );
      if (await entered) count += 1;
    }
    return count;
  }

  it('takes the place of a provisional one, higher or lower', async () => {
    const lane = new Lane(testPolicy({ rate: perHour(3), rateIsProvisional: true }));
    expect(await admitted(lane, 10)).toBe(3);
    lane.heed({ rate: perHour(7199), used: 7190 });
    expect(await admitted(lane, 20)).toBe(9);
    lane.heed({ rate: perHour(10), used: 8 });
    expect(await admitted(lane, 20)).toBe(2);
  });

  it('is kept beside one that was set: the scarcer of both decides', async () => {
    const lane = new Lane(testPolicy({ rate: perHour(5) }));
    lane.heed({ rate: perHour(7199), used: 1 });
    expect(await admitted(lane, 10)).toBe(5);
    const other = new Lane(testPolicy({ rate: perHour(100) }));
    other.heed({ rate: perHour(60), used: 58 });
    expect(await admitted(other, 10)).toBe(2);
  });

  it('counts the requests under way, which the platform may not have counted yet', async () => {
    const lane = new Lane(testPolicy({ rate: null }));
    await Promise.all([1, 2, 3].map(() => lane.enter(scopeWith(1000))));
    lane.heed({ rate: perHour(10), used: 7 });
    expect(lane.waitMs()).toBe(0);
    lane.heed({ rate: perHour(10), used: 8 });
    expect(lane.waitMs()).toBe(HOUR / 10);
  });

  it('that is used up refuses at once, and says when the turn comes', async () => {
    const lane = new Lane(testPolicy({ rate: null }));
    lane.heed({ rate: perHour(60), used: 61 });
    const failure = await failureOf(lane.enter(scopeWith(2500)));
    expect(failure).toBeInstanceOf(UpstreamRateLimited);
    expect(failure).toMatchObject({ retryAfterMs: 60_000 });
  });

  it('of a refusal refills nothing: the lane stays closed for a back-off of its own', async () => {
    const lane = new Lane(testPolicy({ rate: perHour(60), rateIsProvisional: true }));
    lane.refused({ rate: perHour(7199), used: 3 }, undefined);
    expect(lane.waitMs()).toBe(60_000);
    // An answer that was under way beside the refused one.
    lane.heed({ rate: perHour(7199), used: 4 });
    expect(lane.waitMs()).toBe(60_000);
    const failure = await failureOf(lane.enter(scopeWith(2500)));
    expect(failure).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryAfterMs: 60_000 });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(lane.waitMs()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await admitted(lane, 1)).toBe(1);
  });

  it('of a refusal is kept to where it is lower, and no debt is forgiven', () => {
    const lane = new Lane(testPolicy({ rate: perHour(60), rateIsProvisional: true }));
    lane.refused({ rate: perHour(6), used: 0 }, undefined);
    expect(lane.waitMs()).toBe(600_000);
    lane.charge();
    lane.refused({ rate: perHour(6), used: 0 }, 1000);
    expect(lane.waitMs()).toBe(1_200_000);
  });

  it('of a refusal that says when to come again closes nothing beyond the rate', () => {
    const lane = new Lane(testPolicy({ rate: null }));
    lane.refused({ rate: perHour(7200), used: 3 }, 2000);
    expect(lane.waitMs()).toBe(500);
  });

  it('is not forgotten while the lane rests', () => {
    const lane = new Lane(testPolicy({ rate: null }));
    expect(lane.isIdle).toBe(true);
    lane.heed({ rate: perHour(60), used: 0 });
    expect(lane.isIdle).toBe(false);
  });
});

describe('over HTTP', () => {
  function told(headers: Readonly<Record<string, string>>): ToldRate | null {
    const limit = Number(headers['x-ratelimit-limit']);
    return Number.isInteger(limit) ? { rate: perHour(limit), used: Number(headers['x-ratelimit-used']) } : null;
  }

  async function after(
    changes: Partial<UpstreamPolicy>,
    status: number,
    headers: Record<string, string>,
  ): Promise<number> {
    const server = await testServer((_, response) => response.writeHead(status, headers).end('{}'));
    const policy = testPolicy({ rateFromHeaders: told, ...changes });
    const lanes = new Lanes();
    const wire = transport(policyLookup([policy]), lanes);
    try {
      await wire.send(testRequest({ url: `${server.url}/a` }), scopeWith(2000)).catch(() => undefined);
      return lanes.of(policy, new URL(server.url)).waitMs();
    } finally {
      await wire.close();
      await server.close();
    }
  }

  it('the headers of any answer are heeded, also of a refusal', async () => {
    expect(await after({}, 200, { 'x-ratelimit-limit': '60', 'x-ratelimit-used': '12' })).toBe(0);
    expect(await after({}, 200, { 'x-ratelimit-limit': '60', 'x-ratelimit-used': '60' })).toBeGreaterThan(59_000);
    expect(await after({}, 404, { 'x-ratelimit-limit': '60', 'x-ratelimit-used': '60' })).toBeGreaterThan(59_000);
  });

  it('a 429 spends what was thought to be left, with headers or without', async () => {
    expect(await after({ rate: perHour(60) }, 429, {})).toBeGreaterThan(59_000);
    expect(await after({}, 429, { 'x-ratelimit-limit': '60', 'x-ratelimit-used': '1' })).toBeGreaterThan(59_000);
    expect(await after({}, 429, { 'x-ratelimit-limit': '7199', 'x-ratelimit-used': '1' })).toBeGreaterThan(59_000);
    expect(
      await after({}, 429, { 'x-ratelimit-limit': '7199', 'x-ratelimit-used': '1', 'retry-after': '1' }),
    ).toBeLessThan(1000);
    expect(await after({ rate: null }, 429, {})).toBe(0);
  });
});
