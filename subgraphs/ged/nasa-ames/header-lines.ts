import { UnreadableDocument } from '../../common/errors.js';
import { tokensOf, trimmedEnd } from './blanks.js';
import { MAX_HEADER_LINES, MAX_TEXT_BYTES } from './limits.js';
import { numberOf } from './number.js';
import type { Warnings } from './warnings.js';

/** A header that takes its lines as they come: it yields what it waits for, and is sent the line. */
export type HeaderReading<Result> = Generator<string, Result, string>;

export function unreadable(line: number, why: string): UnreadableDocument {
  return new UnreadableDocument(`line ${String(line)}: ${why}`);
}

/** A counter of the header: its value and where it stands, so that faults can name it. */
export interface Counter {
  readonly name: string;
  readonly value: number;
  readonly line: number;
}

export function described({ name, value, line }: Counter): string {
  return `${name} = ${String(value)} (line ${String(line)})`;
}

/** Lines of a header, with their count. Texts are kept undecoded, a character a byte. */
export class HeaderLines {
  /** The line read last. */
  line = 0;
  private bytes = 0;
  /** The list of texts read last, to be named where the next counter is none. */
  private lastList: Counter | null = null;

  constructor(private readonly warnings: Warnings) {}

  *text(expected: string): HeaderReading<string> {
    const text = yield expected;
    this.line += 1;
    this.bytes += text.length;
    if (this.line > MAX_HEADER_LINES || this.bytes > MAX_TEXT_BYTES) {
      throw unreadable(this.line, 'the header is longer than any real one; no more of it is read');
    }
    return trimmedEnd(text);
  }

  *texts(expected: string, counter: Counter): HeaderReading<string[]> {
    const { value } = counter;
    const texts: string[] = [];
    for (let index = 1; index <= value; index += 1) {
      texts.push(yield* this.text(`${expected} ${String(index)} of ${String(value)}`));
    }
    this.lastList = counter;
    return texts;
  }

  /** `count` numbers that begin on a new line and may run over several. */
  *numbers(name: string, count: number, counter?: Counter): HeaderReading<number[]> {
    const numbers: number[] = [];
    const begin = this.line + 1;
    const because = counter === undefined ? `${String(count)} numbers` : described(counter);
    while (numbers.length < count) {
      const line = yield* this.text(name);
      // Blanks and tabs apart; annotations behind the numbers come along (fact sheet 6.1 and 6.4).
      const tokens = tokensOf(line);
      const expected = Math.min(tokens.length, count - numbers.length);
      for (const token of tokens.slice(0, expected)) {
        const number = numberOf(token);
        if (!Number.isFinite(number)) {
          throw unreadable(this.line, `${name} has ${String(numbers.length)} numbers where ${because} are needed`);
        }
        numbers.push(number);
      }
      const list = this.line === begin ? name : `${name} from line ${String(begin)} on`;
      this.checkSurplus(tokens.slice(expected), list, because, counter !== undefined);
    }
    return numbers;
  }

  /** A list whose length a counter states must have that length; behind other numbers a number may be an annotation. */
  private checkSurplus(rest: readonly string[], name: string, because: string, counted: boolean): void {
    if (rest[0] === undefined || Number.isNaN(numberOf(rest[0]))) return;
    if (counted) throw unreadable(this.line, `${name} has more numbers than ${because}`);
    this.warnings.add(this.line, 'surplus-numbers', `${name}: more numbers than ${because}; the others were left out`);
  }

  /** One integer within bounds. */
  *counter(name: string, least: number, most: number): HeaderReading<Counter> {
    const line = yield* this.text(name);
    const [token = '', next] = tokensOf(line);
    const value = /^[+-]?\d+\.?0*$/.test(token) ? Number(token) : NaN;
    // Behind a counter a number is no annotation: this is a line of data or of a list, read in a counter's place.
    if (Number.isNaN(value) || (next !== undefined && !Number.isNaN(numberOf(next)))) {
      const before = this.lastList === null ? 'the counters before it' : described(this.lastList);
      throw unreadable(this.line, `${name} is no single integer; the lines before it do not fit ${before}`);
    }
    if (value < least || value > most) {
      throw unreadable(
        this.line,
        `${name} is ${String(value)}, which is not within ${String(least)} and ${String(most)}`,
      );
    }
    return { name, value, line: this.line };
  }

  /** Several integers within bounds on one list. */
  *counters(name: string, count: number, most: number): HeaderReading<Counter[]> {
    const numbers = yield* this.numbers(name, count);
    return numbers.map((value, index) => {
      const own = `${name}${count === 1 ? '' : ` ${String(index + 1)}`}`;
      if (!Number.isInteger(value) || value < 1 || value > most) {
        throw unreadable(this.line, `${own} is ${String(value)}, which is no count within 1 and ${String(most)}`);
      }
      return { name: own, value, line: this.line };
    });
  }
}
