import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaled } from './scaling.js';

describe('scaling', () => {
  it.each([
    [3, 0.1, 0.3],
    [10176, 0.1, 1017.6],
    [37, 0.1, 3.7],
    [4119, 1e-9, 0.000004119],
    [2.55e7, 1e12, 2.55e19],
    [-9.5, 0.01, -0.095],
  ])('%d with the factor %d is %d', (recorded, scale, value) => {
    expect(scaled(recorded, scale)).toBe(value);
  });

  it('gives the double next to the decimal product, where that has no more digits than a double surely holds', () => {
    const integer = fc.integer({ min: -9_999_999, max: 9_999_999 });
    fc.assert(
      fc.property(integer, integer, fc.integer({ min: 0, max: 9 }), (recorded, factor, decimals) => {
        const exact = Number(`${String(recorded * factor)}e-${String(decimals)}`);
        return scaled(recorded, Number(`${String(factor)}e-${String(decimals)}`)) === exact;
      }),
    );
  });

  it('leaves a missing number missing', () => {
    expect(scaled(NaN, 0.1)).toBeNaN();
  });
});
