const FIRST_CAPACITY = 64;

/** Numbers as recorded, growing as they come; a number that equals the missing code is kept as NaN. */
export class Column {
  private numbers = new Float64Array(FIRST_CAPACITY);
  length = 0;

  /** @param missing NaN: nothing counts as missing. */
  constructor(private readonly missing: number) {}

  push(recorded: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    // Equality, never "at least": real files miss with -1 and -9999 (fact sheet 6.4).
    this.numbers[this.length] = recorded === this.missing ? NaN : recorded;
    this.length += 1;
  }

  /** The last number, NaN where it is missing or there is none. */
  last(): number {
    return this.numbers[this.length - 1] ?? NaN;
  }

  /** The first `length` numbers, in a buffer of their own size. */
  take(length: number): Float64Array {
    return this.numbers.slice(0, Math.min(length, this.length));
  }
}

/** Texts of the data section, undecoded (a character a byte) until the file's encoding is known. */
export class TextColumn {
  readonly texts: string[] = [];
}
