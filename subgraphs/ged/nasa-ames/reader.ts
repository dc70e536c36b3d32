import { UnreadableDocument } from '../../common/errors.js';
import { DataReader } from './data.js';
import { describeHeader, textsOf } from './describe.js';
import { ByteOrderMark, decideEncoding, type TextDecision } from './encoding.js';
import { FIRST_LINE_EXPECTED, notNasaAmes, readHeader } from './header.js';
import { unreadable, type HeaderReading } from './header-lines.js';
import { DataColumns } from './layout.js';
import { MAX_LINE_BYTES, SLICE_BYTES } from './limits.js';
import type { RawHeader } from './raw-header.js';
import type { NasaAmesFile, ReadLimits } from './types.js';
import { Warnings } from './warnings.js';

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

function lineEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN) return at;
  }
  return bytes.length;
}

/**
 * Reads a NASA Ames file of any of the nine formats as its bytes come: `write` each chunk, then `end`. Throws
 * UnreadableDocument, with the line and the counter that does not fit, as soon as it is known. Memory is bounded by what
 * the bytes hold, whatever the counters say.
 */
export class NasaAmesReader {
  private readonly warnings = new Warnings();
  private readonly mark = new ByteOrderMark();
  private readonly heading: HeaderReading<RawHeader> = readHeader(this.warnings);
  private expected: string;
  private headerLine = 0;
  private afterReturn = false;
  private received = 0;
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  private body: { readonly header: RawHeader; readonly columns: DataColumns; readonly data: DataReader } | null = null;

  constructor(private readonly limits: ReadLimits) {
    this.expected = this.next('');
  }

  write(chunk: Uint8Array): void {
    this.received += chunk.length;
    if (this.received > this.limits.maxBytes) {
      throw new UnreadableDocument(`it is larger than ${String(this.limits.maxBytes)} bytes, the most that is read`);
    }
    const bytes = this.mark.take(chunk);
    for (let from = 0; from < bytes.length; from += SLICE_BYTES) this.hold(bytes.subarray(from, from + SLICE_BYTES));
  }

  end(): NasaAmesFile {
    this.hold(this.mark.end());
    this.work(true);
    if (this.body === null) {
      // A single line that is no first line: what would come behind it does not matter.
      if (this.headerLine === 1 && this.expected === FIRST_LINE_EXPECTED) throw notNasaAmes();
      throw unreadable(this.headerLine + 1, `the file ends where ${this.expected} should stand`);
    }
    this.body.data.end();
    return this.finish(this.body.header, this.body.columns);
  }

  /** Small chunks are read together: what is left of one is looked at again with the next. */
  private hold(bytes: Uint8Array): void {
    this.held.push(bytes);
    this.heldBytes += bytes.length;
    if (this.heldBytes >= SLICE_BYTES) this.work(false);
  }

  private work(isLast: boolean): void {
    const bytes = Buffer.concat(this.held);
    const headerEnd = this.body === null ? this.readHeaderLines(bytes, isLast) : 0;
    const at = this.body === null ? headerEnd : this.body.data.read(bytes, headerEnd, bytes.length, isLast);
    const rest = bytes.subarray(at);
    if (rest.length > MAX_LINE_BYTES) throw unreadable(this.headerLine + 1, 'the line is longer than any real one');
    this.held = [rest];
    // What is left was looked at already: only new bytes make it worth another look.
    this.heldBytes = 0;
  }

  private readHeaderLines(bytes: Buffer, isLast: boolean): number {
    let at = 0;
    while (this.body === null && at < bytes.length) {
      if (this.afterReturn && bytes[at] === LINE_FEED) at += 1;
      this.afterReturn = false;
      const end = lineEnd(bytes, at);
      if (end === bytes.length && !isLast) return at;
      if (at === bytes.length) return at;
      this.headerLine += 1;
      this.afterReturn = bytes[end] === CARRIAGE_RETURN;
      this.expected = this.next(bytes.toString('latin1', at, end));
      at = Math.min(end + 1, bytes.length);
    }
    return at;
  }

  private next(line: string): string {
    const step = this.heading.next(line);
    if (step.done !== true) return step.value;
    const columns = new DataColumns(step.value);
    const data = new DataReader(step.value, columns, this.warnings, this.headerLine, this.afterReturn);
    this.body = { header: step.value, columns, data };
    return 'data';
  }

  private decideText(header: RawHeader, columns: DataColumns): TextDecision {
    const inData = [columns.textMarks, ...columns.textAuxiliary].flatMap(({ texts }) => texts);
    const decision = decideEncoding(Buffer.from([...textsOf(header), ...inData].join('\n'), 'latin1'));
    if (decision.encoding === 'latin-1') {
      this.warnings.add(1, 'encoding-guessed', 'the text is not UTF-8, cp932 or EUC-JP; it was read as Latin-1');
    }
    return decision;
  }

  private finish(raw: RawHeader, columns: DataColumns): NasaAmesFile {
    const { encoding, decode } = this.decideText(raw, columns);
    const { completeMarks: marks, completePoints: points } = columns;
    const header = describeHeader(raw, decode);
    const textAuxiliary = columns.textAuxiliary.map(({ texts }, index) =>
      texts.slice(0, marks).map((text) => {
        const decoded = decode(text);
        return decoded === header.textAuxiliary[index]?.missing ? null : decoded;
      }),
    );
    return {
      header,
      encoding: this.mark.encoding ?? encoding,
      warnings: this.warnings.all(),
      marks: header.ffi === 2160 ? columns.textMarks.texts.slice(0, marks).map(decode) : columns.marks.take(marks),
      firstPoints: columns.firstPoints.take(marks + 1),
      auxiliary: columns.auxiliary.map((column) => column.take(marks)),
      textAuxiliary,
      boundedX: header.ffi === 2110 || header.ffi === 2160 ? columns.boundedX.take(points) : null,
      values: columns.values.map((column) => column.take(points)),
    };
  }
}
