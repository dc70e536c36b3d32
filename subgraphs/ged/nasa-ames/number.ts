/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${String(exponent)}`));
/** Digits that a double always holds exactly. */
const EXACT_DIGITS = 15;
const [ZERO, NINE, PLUS, MINUS, POINT] = [0x30, 0x39, 0x2b, 0x2d, 0x2e];

/** No number of a real file is longer; what is, is refused before more of it is kept. */
export const MAX_NUMBER_BYTES = 256;

function isExponentLetter(byte: number): boolean {
  // D as Fortran prints a double's exponent: it means nothing else.
  return byte === 0x45 || byte === 0x65 || byte === 0x44 || byte === 0x64;
}

export function isSeparator(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/**
 * Reads numbers straight from bytes. Up to 15 digits with an exponent within ±22 the number is one exact division or
 * multiplication away; all else goes through Number, so that every result equals Number's.
 */
export class NumberParser {
  /** Where the last token ended. */
  end = 0;
  private mantissa = 0;
  private digits = 0;

  /** The number that begins at `start`, or NaN where the token up to the next blank or line end is none. */
  parse(bytes: Uint8Array, start: number, to: number): number {
    const first = bytes[start] ?? 0;
    const signed = first === MINUS || first === PLUS;
    const begin = signed ? start + 1 : start;
    this.mantissa = 0;
    this.digits = 0;
    let at = this.readDigits(bytes, begin, to);
    let seen = at - begin;
    let exponent = 0;
    if (at < to && bytes[at] === POINT) {
      const afterPoint = at + 1;
      at = this.readDigits(bytes, afterPoint, to);
      exponent = afterPoint - at;
      seen += at - afterPoint;
    }
    let wellFormed = seen > 0;
    if (at < to && isExponentLetter(bytes[at] ?? 0)) {
      const stated = this.readExponent(bytes, at + 1, to);
      wellFormed &&= !Number.isNaN(stated);
      exponent += stated;
      at = this.end;
    }
    if (at < to && !isSeparator(bytes[at] ?? 0)) {
      wellFormed = false;
      while (at < to && !isSeparator(bytes[at] ?? 0)) at += 1;
    }
    this.end = at;
    if (!wellFormed) return NaN;
    if (this.digits > EXACT_DIGITS || exponent < -22 || exponent > 22) return slowly(bytes, start, at);
    const size = exponent < 0 ? this.mantissa / (POWERS[-exponent] ?? 1) : this.mantissa * (POWERS[exponent] ?? 1);
    return first === MINUS ? -size : size;
  }

  private readDigits(bytes: Uint8Array, from: number, to: number): number {
    let { mantissa, digits } = this;
    let at = from;
    for (; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < ZERO || byte > NINE) break;
      mantissa = mantissa * 10 + (byte - ZERO);
      if (mantissa !== 0) digits += 1;
    }
    this.mantissa = mantissa;
    this.digits = digits;
    return at;
  }

  /** NaN where no digit follows; leaves `end` behind it. */
  private readExponent(bytes: Uint8Array, from: number, to: number): number {
    const sign = bytes[from] ?? 0;
    const begin = from < to && (sign === PLUS || sign === MINUS) ? from + 1 : from;
    let exponent = 0;
    let at = begin;
    for (; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < ZERO || byte > NINE) break;
      exponent = exponent * 10 + (byte - ZERO);
    }
    this.end = at;
    if (at === begin) return NaN;
    return sign === MINUS ? -exponent : exponent;
  }
}

function slowly(bytes: Uint8Array, start: number, end: number): number {
  return Number(Buffer.from(bytes.subarray(start, end)).toString('latin1').replace(/d/i, 'e'));
}

/** A number of a header list, or NaN where the text is none; the same grammar as in the data. */
export function numberOf(text: string): number {
  const bytes = Buffer.from(text, 'latin1');
  const parser = new NumberParser();
  const value = parser.parse(bytes, 0, bytes.length);
  return parser.end === bytes.length ? value : NaN;
}
