import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBounded } from './bounded-file.js';

const folder = mkdtempSync(join(tmpdir(), 'kakehashi-file-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a file to convert', () => {
  const file = join(folder, 'record.xml');
  writeFileSync(file, '<record/>');

  it('is read to its end', () => {
    expect(readBounded(file).toString()).toBe('<record/>');
    expect(readBounded(file, 9).toString()).toBe('<record/>');
  });

  it('that is larger than any document is refused in one line', () => {
    expect(() => readBounded(file, 8)).toThrow(/^.*record\.xml: is larger than 8 bytes\.$/);
  });

  it('that is none is refused', () => {
    expect(() => readBounded(folder)).toThrow(`${folder}: cannot be read.`);
    expect(() => readBounded(join(folder, 'none'))).toThrow('none: cannot be read.');
  });

  it.skipIf(!existsSync('/dev/zero'))('that never ends (a device, skipped where there is none) is given up', () => {
    expect(() => readBounded('/dev/zero', 3_000_000)).toThrow('/dev/zero: is larger than 3000000 bytes.');
  });
});
