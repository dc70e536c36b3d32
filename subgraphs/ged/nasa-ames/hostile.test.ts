import { describe, expect, it } from 'vitest';
import { readNasaAmes } from './read.js';
import { SLICE_BYTES } from './limits.js';
import { NasaAmesReader } from './reader.js';
import { fictionalFile, readFictional, refusalOf } from './testing.js';
import { workOf } from './work.js';

/** Feeds chunks until the reader refuses, and tells how many bytes it took. */
function feed(start: string, chunk: string, maxBytes: number): { readonly refusal: string; readonly taken: number } {
  const reader = new NasaAmesReader({ maxBytes });
  const bytes = Buffer.from(chunk);
  let taken = 0;
  try {
    reader.write(Buffer.from(start));
    for (;;) {
      reader.write(bytes);
      taken += bytes.length;
    }
  } catch (error) {
    return { refusal: String(error), taken };
  }
}

describe('a hostile file', () => {
  it.each([
    ['NV', fictionalFile({ count: '999999999' }), 'line 10: NV is 999999999, which is not within 1 and 10000'],
    [
      'NLHEAD',
      fictionalFile({ headerLines: 1_000_000_000 }),
      'line 1: NLHEAD is above 100000; no more header lines are read',
    ],
    [
      'NSCOML',
      fictionalFile().replace('\n0\n0\n', '\n1000000000\n0\n'),
      'line 15: NSCOML is 1000000000, which is not within 0 and 100000',
    ],
  ])('%s that no real file has is refused', (_, text, why) => {
    expect(refusalOf(text)).toBe(`UnreadableDocument: ${why}`);
  });

  it('that never ends is refused at the limit', () => {
    const { refusal, taken } = feed(fictionalFile(), '1 2 3\n'.repeat(10_000), 5_000_000);
    expect(refusal).toBe('UnreadableDocument: it is larger than 5000000 bytes, the most that is read');
    expect(taken).toBeLessThan(5_000_000);
  });

  it('with a header line that never ends is refused early', () => {
    const { refusal, taken } = feed('20 1001\n', 'x'.repeat(60_000), 1e9);
    expect(refusal).toBe('UnreadableDocument: line 2: the line is longer than any real one');
    expect(taken).toBeLessThan(2_000_000);
  });

  it('with a number that never ends is refused early', () => {
    const { refusal, taken } = feed(`${fictionalFile()}3 `, '1'.repeat(60_000), 1e9);
    expect(refusal).toMatch(/^UnreadableDocument: line 20: number 2 of a record .* is none$/);
    expect(taken).toBeLessThan(200_000);
  });

  it('of blanks or of numbers too many in one line is refused early', () => {
    const blanks = feed(fictionalFile(), ' '.repeat(60_000), 2e8);
    expect(blanks.refusal).toBe('UnreadableDocument: line 20: the line is longer than any real one');
    const numbers = feed(`${fictionalFile()}3 4 5 `, '6 '.repeat(30_000), 2e8);
    expect(numbers.refusal).toBe('UnreadableDocument: line 20: the line is longer than any real one');
    expect(Math.max(blanks.taken, numbers.taken)).toBeLessThan(2_000_000);
  });

  it('of empty lines keeps nothing of them', () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(feed(fictionalFile(), '\n'.repeat(60_000), 3e7).refusal).toMatch(/larger than 30000000 bytes/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  it('with numbers beyond all bounds is refused', () => {
    expect(refusalOf(fictionalFile({ rows: ['1 1e999 2'] }))).toMatch(/line 17: number 2 of a record .* is none/);
  });

  it('with comments that fill memory is refused', () => {
    const { refusal } = feed(fictionalFile().replace('\n0\n0\n', '\n100000\n'), `${'x'.repeat(1_000)}\n`, 1e9);
    expect(refusal).toMatch(/the header is longer than any real one/);
  });
});

describe('reading in slices', () => {
  const rows = Array.from({ length: 100_000 }, (_, row) => `${String(row)} ${(400 + Math.sin(row)).toFixed(3)} 0`);
  const document = Buffer.from(fictionalFile({ rows }));

  it('lets others have their turn after every slice of a large file', async () => {
    let turns = 0;
    let reading = true;
    const other = (): void => {
      turns += 1;
      if (reading) setImmediate(other);
    };
    setImmediate(other);
    const file = await readNasaAmes(document);
    reading = false;
    expect(file.marks.length).toBe(100_000);
    // A slice is a few milliseconds' work; time itself is not measured, the machine may be busy.
    expect(turns).toBeGreaterThanOrEqual(Math.floor(document.length / SLICE_BYTES));
  });

  it('gives the same whatever the chunks are', async () => {
    async function* chunks(size: number): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      const small = document.subarray(0, 100_000);
      for (let at = 0; at < small.length; at += size) yield small.subarray(at, at + size);
    }
    const whole = await readNasaAmes(chunks(100_000));
    for (const size of [1, 7, 4_096, 65_535]) {
      const file = await readNasaAmes(chunks(size));
      expect(file.values).toEqual(whole.values);
    }
  });

  it('leaves a source that goes on beyond the limit', async () => {
    let left = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield document;
        for (;;) yield await Promise.resolve(Buffer.from('1 2 3\n'.repeat(1_000)));
      } finally {
        left = true;
      }
    }
    await expect(readNasaAmes(endless(), { maxBytes: document.length * 2 })).rejects.toThrow(/larger than/);
    expect(left).toBe(true);
  });
});

describe('texts made to keep a pattern busy', () => {
  it.each([
    ['a time zone', ['TIME_ZONE: ' + '['.repeat(500_000)]],
    ['a latitude', ['LATITUDE: 5' + ' '.repeat(500_000) + 'x', 'LONGITUDE: 1']],
    ['a key', ['A'.repeat(500_000)]],
  ])('cost %s no more than a glance', (_, special) => {
    const began = performance.now();
    workOf(readFictional({ special, variables: ['YEAR: y', 'MONTH: m'] }));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each([
    `${'('.repeat(300_000)}: x`,
    `${'days '.repeat(100_000)}`,
    `x${' '.repeat(500_000)}[s`,
    `${'['.repeat(300_000)}]`,
  ])('cost the name of an axis no more than a glance', (axis) => {
    const began = performance.now();
    workOf(readFictional({ axis }));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
