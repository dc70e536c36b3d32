import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thin } from './thinning.js';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 400 });
const points = fc.tuple(values, fc.integer({ min: 1, max: 60 }));
const column = (numbers: readonly number[]) => Float64Array.from(numbers);
const steps = (count: number) => Float64Array.from({ length: count }, (_, index) => index * 3_600_000);

describe('thinning', () => {
  it('never gives more points than asked for, all of them in order and of the series', () => {
    fc.assert(
      fc.property(points, ([y, most]) => {
        const kept = thin(steps(y.length), column(y), most);
        return (
          kept.length <= most &&
          kept.length > 0 &&
          kept.every((index, position) => index >= 0 && index < y.length && index > (kept[position - 1] ?? -1))
        );
      }),
    );
  });

  it('leaves a series that fits as it is', () => {
    fc.assert(
      fc.property(values, (y) => {
        const kept = thin(steps(y.length), column(y), y.length);
        return kept.length === y.length;
      }),
    );
  });

  it('keeps the first and the last, and from four points on the lowest and the highest', () => {
    fc.assert(
      fc.property(points, ([y, asked]) => {
        const most = Math.max(asked, 4);
        const kept = thin(steps(y.length), column(y), most);
        const numbers = kept.map((index) => y[index] ?? NaN);
        return (
          kept[0] === 0 &&
          kept.at(-1) === y.length - 1 &&
          Math.min(...numbers) === Math.min(...y) &&
          Math.max(...numbers) === Math.max(...y)
        );
      }),
    );
  });

  it('keeps peaks of a single point that every n-th point would lose', () => {
    const y = Float64Array.from({ length: 100_000 }, (_, index) =>
      index % 25_000 === 12_345 ? 100 + index / 1e5 : Math.sin(index / 500),
    );
    const kept = new Set(thin(steps(y.length), y, 500));
    expect([12_345, 37_345, 62_345, 87_345].every((index) => kept.has(index))).toBe(true);
    expect(kept.size).toBeLessThanOrEqual(500);
  });

  it('gives as many points as it may of a long series', () => {
    const y = Float64Array.from({ length: 10_000 }, (_, index) => Math.sin(index / 50));
    expect([1, 2, 3, 4, 500, 5_000].map((most) => thin(steps(y.length), y, most).length)).toEqual([
      1, 2, 3, 4, 500, 5_000,
    ]);
  });
});
