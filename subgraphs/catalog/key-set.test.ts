import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyNumber, packKeys, unpackKeys } from './key-set.js';

const keys = fc.array(fc.integer({ min: 0, max: 2 ** 36 - 1 }), { maxLength: 500 });

describe('a set of key numbers', () => {
  it('is read back as it was packed, each once and in order', () => {
    fc.assert(
      fc.property(keys, (numbers) => {
        expect(unpackKeys(packKeys(numbers))).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
    );
  });

  it('takes less than 30 bits a key', () => {
    const numbers = Array.from({ length: 380 }, (_, index) => keyNumber(`doi:10.5072/${String(index)}`));
    expect((packKeys(numbers).length * 8) / 380).toBeLessThan(30);
  });

  it('gives a key the same number everywhere, and other keys other numbers', () => {
    expect(keyNumber('doi:10.5072/a')).toBe(33_016_226_419);
    const numbers = Array.from({ length: 20_000 }, (_, index) => keyNumber(String(index)));
    expect(new Set(numbers).size).toBe(20_000);
  });

  it('is refused where it ends early', () => {
    const packed = packKeys([1, 2 ** 35, 2 ** 36 - 1]);
    expect(() => unpackKeys(packed.subarray(0, 6))).toThrow(/ends early/);
  });
});
