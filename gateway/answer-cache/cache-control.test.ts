import { describe, expect, it } from 'vitest';
import { freshMsOf } from './cache-control.js';

describe('how long an answer from elsewhere may be kept', () => {
  it.each([
    ['public, max-age=60', undefined, 60_000],
    ['max-age=60, public', '20', 40_000],
    ['max-age=60', '90', 0],
    ['max-age=10, s-maxage=30', undefined, 30_000],
    ['Max-Age="5"', 'x', 5000],
    ['private, max-age=60', undefined, 0],
    ['no-store', undefined, 0],
    ['no-cache, max-age=60', undefined, 0],
    ['public', undefined, 0],
    ['xmax-age=60', undefined, 0],
    [undefined, undefined, 0],
  ])('by Cache-Control: %s and Age: %s', (cacheControl, age, ms) => {
    expect(freshMsOf(cacheControl, age)).toBe(ms);
  });
});
