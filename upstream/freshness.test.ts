import { describe, expect, it } from 'vitest';
import { Freshness } from './freshness.js';

describe('the freshness of an answer', () => {
  it('is that of its part which ends first', () => {
    const freshness = new Freshness();
    freshness.limit(9000);
    freshness.limit(5000);
    freshness.limit(7000);
    expect(freshness.leftMs(1000)).toBe(4000);
    expect(freshness.leftMs(6000)).toBe(0);
  });

  it('has no end when nothing was read', () => {
    expect(new Freshness().leftMs(0)).toBe(Infinity);
  });

  it('is none when one part may not be kept, whatever is told before or after', () => {
    const freshness = new Freshness();
    freshness.limit(9000);
    freshness.forbid();
    freshness.limit(9000);
    expect(freshness.leftMs(0)).toBe(0);
  });

  it('is none while something is still being read, since the answer was given without it', () => {
    const freshness = new Freshness();
    freshness.limit(9000);
    const [first, second] = [freshness.begin(), freshness.begin()];
    first();
    first();
    expect(freshness.leftMs(0)).toBe(0);
    second();
    expect(freshness.leftMs(0)).toBe(9000);
  });
});
