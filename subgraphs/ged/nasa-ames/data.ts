import { MAX_LINE_BYTES, MAX_TEXT_BYTES } from './limits.js';
import { unreadable } from './header-lines.js';
import type { DataColumns, RecordPlan, RecordPlans } from './layout.js';
import { recordPlans } from './layout.js';
import { isSeparator, MAX_NUMBER_BYTES, NumberParser } from './number.js';
import type { RawHeader } from './raw-header.js';
import { trimmed } from './blanks.js';
import { StepCheck } from './step-check.js';
import type { Warnings } from './warnings.js';

const [TAB, LINE_FEED, CARRIAGE_RETURN, BLANK] = [0x09, 0x0a, 0x0d, 0x20];

const LONG_LINE = 'the line is longer than any real one';

/**
 * The data section as a stream of numbers: records run over lines, but each begins on a new one (fact sheet 6.1). Numbers
 * go from bytes into columns; nothing is kept per row.
 */
export class DataReader {
  private readonly plans: RecordPlans;
  private plan: RecordPlan;
  private readonly parser = new NumberParser();
  /** Numbers of the record read so far. */
  private slot = 0;
  private surplus = 0;
  private inSurplus = false;
  private recordLine = 0;
  private afterReturn: boolean;
  private textBytes = 0;
  /** The line being read was a text and is used up. */
  private textTaken = false;
  /** Of FFI 1001 with a constant step. */
  private readonly steps: StepCheck | null;
  private firstOnLine = true;
  /** Bytes of the line being read that were read in former calls. */
  private lineBytes = 0;

  /** @param line the last line of the header; `afterReturn`: it ended with CR, so that a LF still belongs to it. */
  constructor(
    private readonly header: RawHeader,
    private readonly columns: DataColumns,
    private readonly warnings: Warnings,
    private line: number,
    afterReturn: boolean,
  ) {
    this.afterReturn = afterReturn;
    const step = header.ffi === 1001 ? (header.independent[0]?.step ?? 0) : 0;
    this.steps = step === 0 ? null : new StepCheck(step);
    this.plans = recordPlans(header, columns);
    this.plan = this.plans.next(0).value;
    this.line += 1;
  }

  /** Reads bytes from `from` and returns how far it came: a number or text that may go on is left for the next time. */
  read(bytes: Uint8Array, from: number, to: number, isLast: boolean): number {
    let at = from;
    let lineBegin = from;
    while (at < to) {
      const byte = bytes[at] ?? 0;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        if (byte !== LINE_FEED || !this.afterReturn) this.endLine();
        this.afterReturn = byte === CARRIAGE_RETURN;
        at += 1;
        lineBegin = at;
        this.lineBytes = 0;
      } else if (byte === BLANK || byte === TAB) {
        this.inSurplus = false;
        this.afterReturn = false;
        do at += 1;
        while (at < to && bytes[at] === BLANK);
      } else {
        this.afterReturn = false;
        const next =
          this.plan.text === null ? this.readNumber(bytes, at, to, isLast) : this.readText(bytes, at, to, isLast);
        if (next === at) break;
        at = next;
      }
    }
    this.lineBytes += at - lineBegin;
    if (this.lineBytes > MAX_LINE_BYTES) throw unreadable(this.line, LONG_LINE);
    return at;
  }

  /** The line end that a file may lack, then what is left over. */
  end(): void {
    this.endLine();
    if (this.slot > 0 || this.plan.place !== 'opening') this.endWithin();
    if (this.columns.completeMarks === 0) this.warnings.add(this.line - 1, 'no-data', 'the file holds no data');
  }

  private readNumber(bytes: Uint8Array, at: number, to: number, isLast: boolean): number {
    const { columns, count } = this.plan;
    if (this.slot === count) return this.skipSurplus(bytes, at, to);
    const value = this.parser.parse(bytes, at, to);
    const { end } = this.parser;
    if (end === to && !isLast && end - at <= MAX_NUMBER_BYTES) return at;
    // Neither NaN nor an infinite number.
    if (value - value !== 0 || end - at > MAX_NUMBER_BYTES) throw this.noNumber();
    if (this.firstOnLine && this.steps?.line(value, this.slot === 0) === true) throw this.shortRow();
    this.firstOnLine = false;
    if (this.slot === 0) this.recordLine = this.line;
    const column = columns.length === 1 ? columns[0] : columns[this.slot];
    column?.push(value);
    this.slot += 1;
    return end;
  }

  private skipSurplus(bytes: Uint8Array, from: number, to: number): number {
    if (!this.inSurplus) this.surplus += 1;
    this.inSurplus = true;
    let at = from;
    while (at < to && !isSeparator(bytes[at] ?? 0)) at += 1;
    return at;
  }

  /** A line of text (FFI 2160), undecoded. */
  private readText(bytes: Uint8Array, at: number, to: number, isLast: boolean): number {
    let end = at;
    while (end < to && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end += 1;
    this.textBytes += end === to && !isLast ? 0 : end - at;
    if (end - at > MAX_LINE_BYTES || this.textBytes > MAX_TEXT_BYTES) {
      throw unreadable(this.line, 'the text is longer than any real one; no more of it is read');
    }
    if (end === to && !isLast) return at;
    this.plan.text?.texts.push(trimmed(Buffer.from(bytes.subarray(at, end)).toString('latin1')));
    this.recordLine = this.line;
    this.textTaken = true;
    this.advance();
    return end;
  }

  private endLine(): void {
    this.inSurplus = false;
    const { count, text, place } = this.plan;
    if (text !== null) {
      // An empty text is a value; before a mark an empty line is nothing.
      if (!this.textTaken && place === 'mark') {
        text.texts.push('');
        this.advance();
      }
    } else if (this.slot === count) {
      if (this.surplus > 0) this.tellSurplus();
      this.advance();
    }
    this.textTaken = false;
    this.firstOnLine = true;
    this.line += 1;
  }

  private advance(): void {
    this.slot = 0;
    this.surplus = 0;
    this.plan = this.plans.next(this.line).value;
  }

  /** One line with too many numbers is taken without them (fact sheet 6.4); behind a line with too few the columns would shift. */
  private tellSurplus(): void {
    if (this.recordLine !== this.line) {
      throw unreadable(
        this.recordLine,
        `a record has fewer numbers on its line than ${this.plan.because}, and the next has more`,
      );
    }
    this.warnings.repeat(
      this.line,
      'surplus-numbers',
      `more numbers than ${this.plan.because}; the others were left out`,
    );
  }

  private shortRow(): Error {
    const { because } = this.plan;
    return unreadable(
      this.recordLine,
      `a row has fewer numbers than ${because}: the next line begins with an X one DX on`,
    );
  }

  private noNumber(): Error {
    const { because } = this.plan;
    const place = `number ${String(this.slot + 1)} of a record (${because}) is none`;
    const differs = this.warnings.all().find(({ code }) => code === 'header-lines-differ');
    return unreadable(this.line, differs === undefined ? place : `${place}; ${differs.text}`);
  }

  /** A last row of which a part came is dropped (fact sheet 6.4); values that a counter announced must be there. */
  private endWithin(): void {
    const { because, place } = this.plan;
    const { ffi } = this.header;
    const announced = ffi === 2110 || ffi === 2160 || ffi === 2310;
    const begun = (this.columns.values[0]?.length ?? 0) > this.columns.completePoints;
    if (ffi !== 1001 && ffi !== 1010 && place === 'values' && (announced || begun)) {
      throw unreadable(this.line - 1, `the file ends within a record of ${because}`);
    }
    const line = this.slot > 0 ? this.recordLine : this.line - 1;
    this.warnings.add(line, 'row-incomplete', `the last record is incomplete (${because}) and was left out`);
  }
}
