/** Digits that a product of two doubles always has right. */
const SURE_DIGITS = 15;

function significantDigits(value: number): number {
  const digits = (/^[^e]*/.exec(String(Math.abs(value)))?.[0] ?? '').replace('.', '').replace(/^0+/, '');
  return digits.replace(/0+$/, '').length;
}

/**
 * recorded × scale as the file means it: 3 × 0.1 is 0.3, not 0.30000000000000004. The factors and their product are off by
 * at most half a unit in the 53rd binary digit each, together less than half a unit in the 15th decimal one: where the exact
 * product of the two decimal numbers has at most 15 digits, rounding to 15 gives it. With more digits the product stands.
 * NaN (missing) stays NaN.
 */
export function scaled(recorded: number, scale: number): number {
  if (scale === 1 || Number.isNaN(recorded)) return recorded;
  const product = recorded * scale;
  if (significantDigits(recorded) + significantDigits(scale) > SURE_DIGITS) return product;
  return Number(product.toPrecision(SURE_DIGITS));
}
