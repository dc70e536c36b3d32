import { describe, expect, it } from 'vitest';
import { TokenBucket } from './rate.js';

const START = 1_000_000;

describe('a token bucket', () => {
  it('lets a burst through at once and then one per interval', () => {
    const bucket = new TokenBucket({ requests: 1, perMs: 1000, burst: 3 });
    for (let index = 0; index < 3; index += 1) {
      expect(bucket.waitMs(START)).toBe(0);
      bucket.take(START);
    }
    expect(bucket.waitMs(START)).toBe(1000);
    expect(bucket.waitMs(START + 400)).toBe(600);
    expect(bucket.waitMs(START + 1000)).toBe(0);
  });

  it('tells how long a place further back in the queue waits', () => {
    const bucket = new TokenBucket({ requests: 2, perMs: 1000, burst: 1 });
    bucket.take(START);
    expect([1, 2, 3].map((place) => bucket.waitMs(START, place))).toEqual([500, 1000, 1500]);
  });

  it('saves no more than its burst however long it rests', () => {
    const bucket = new TokenBucket({ requests: 1, perMs: 1000, burst: 2 });
    bucket.take(START);
    const later = START + 3_600_000;
    expect(bucket.isFull(later)).toBe(true);
    expect([1, 2, 3].map((place) => bucket.waitMs(later, place))).toEqual([0, 0, 1000]);
  });

  it.each([
    [60, 60_000],
    [7199, 60_000],
    [6, 600_000],
  ])('of %d an hour backs off for %d ms', (requests, backOffMs) => {
    expect(new TokenBucket({ requests, perMs: 3_600_000, burst: requests }).backOffMs).toBe(backOffMs);
  });

  it('goes into debt for what is sent regardless', () => {
    const bucket = new TokenBucket({ requests: 1, perMs: 1000, burst: 1 });
    bucket.take(START);
    bucket.take(START);
    expect(bucket.waitMs(START)).toBe(2000);
  });
});
