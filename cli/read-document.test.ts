import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const folder = mkdtempSync(join(tmpdir(), 'kakehashi-document-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(length: number): string {
  const file = join(folder, `${String(length)}.txt`);
  writeFileSync(file, Buffer.alloc(length, 'abc'));
  return file;
}

describe('a document to convert', () => {
  it.each([0, 1, 1_048_576, 2_500_000])('of %d bytes is read whole', (length) => {
    expect(readDocument(fileOf(length)).equals(Buffer.alloc(length, 'abc'))).toBe(true);
  });

  it('beyond the most that is converted is refused', () => {
    expect(readDocument(fileOf(3_000_000), 3_000_000)).toHaveLength(3_000_000);
    expect(() => readDocument(fileOf(3_000_001), 3_000_000)).toThrow(/is larger than 3 MB, the most that is converted/);
  });

  it.skipIf(process.platform === 'win32')('that never ends is left at the limit', () => {
    expect(() => readDocument('/dev/zero', 10_000_000)).toThrow('/dev/zero: is larger than 10 MB');
  });

  it('that is not there, or is a folder, cannot be read', () => {
    for (const file of [join(folder, 'none'), folder]) {
      expect(() => readDocument(file)).toThrow(`${file}: cannot be read.`);
    }
  });
});
