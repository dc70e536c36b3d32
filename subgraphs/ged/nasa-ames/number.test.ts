import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberParser, numberOf } from './number.js';

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const size = fc.oneof(
  digits(1, 20),
  fc.tuple(digits(1, 20), digits(0, 20)).map(([whole, part]) => `${whole}.${part}`),
  digits(1, 20).map((part) => `.${part}`),
);
const exponent = fc
  .tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), digits(1, 3))
  .map((parts) => parts.join(''));
const decimal = fc
  .tuple(fc.constantFrom('', '+', '-'), size, fc.option(exponent, { nil: '' }))
  .map((parts) => parts.join(''));

describe('numbers from bytes', () => {
  it('are those that Number makes of the same text, to the last bit', () => {
    fc.assert(
      fc.property(decimal, (text) => Object.is(numberOf(text), Number(text))),
      { numRuns: 20_000 },
    );
  });

  it('are those that doubles are printed as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => numberOf(String(value)) === value),
    );
  });

  it.each(['1.E+12', '-.5', '9999.', '+7', '0.1', '1e22', '1e23', '123456789012345678', '-0', '5e-324', '0.041667'])(
    '%s is read as it is printed',
    (text) => {
      expect(Object.is(numberOf(text), Number(text))).toBe(true);
    },
  );

  it('take the exponent of a Fortran double', () => {
    expect([numberOf('1D+3'), numberOf('2.5d-1')]).toEqual([1000, 0.25]);
  });

  it.each(['', '.', '+', '-', 'e5', '1e', '1e+', '1.2.3', '12a', '0x10', 'Infinity', 'NaN', '1,5', '--1', '1+3', '１'])(
    '"%s" is none',
    (text) => {
      expect(numberOf(text)).toBeNaN();
    },
  );

  it('end at the next blank, tab or line end', () => {
    const bytes = Buffer.from('12.5\t7');
    const parser = new NumberParser();
    expect([parser.parse(bytes, 0, bytes.length), parser.end]).toEqual([12.5, 4]);
  });
});
