import { appendFileSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { forget, newState, partOf, PartFile, readState, stateOf, type ExportState } from './state.js';

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'kakehashi-export-')), 'works.ndjson');
});

function known(): ExportState {
  const state = readState(out);
  if (state === null) throw new Error('there is no state');
  return state;
}

/** An export of two pages, left without an end. */
function twoPages(): void {
  const part = new PartFile(out, newState('q', 's'.repeat(32)));
  part.add('一\n', { cursor: 'c1', rows: 1, records: 2, done: false });
  part.add('二\n', { cursor: 'c2', rows: 2, records: 3, done: false });
  part.close();
}

describe('the part file of an export', () => {
  it('goes on where its state says, in bytes', () => {
    twoPages();
    expect(known()).toMatchObject({ cursor: 'c2', rows: 2, records: 3, offset: 8, done: false });
    const part = new PartFile(out, known());
    part.add('三\n', { cursor: null, rows: 3, records: 4, done: true });
    part.close();
    expect(readFileSync(partOf(out), 'utf8')).toBe('一\n二\n三\n');
  });

  it('cuts off what was written after its last state: that page is written again', () => {
    twoPages();
    appendFileSync(partOf(out), '{"half":');
    new PartFile(out, known()).close();
    expect(readFileSync(partOf(out), 'utf8')).toBe('一\n二\n');
  });

  it('takes the state before where the process ended while a new one was written', () => {
    twoPages();
    writeFileSync(`${stateOf(out)}.new`, '{"kind":"kakeh');
    expect(known().cursor).toBe('c2');
  });

  it('is refused where its bytes are not those that were written, or are missing', () => {
    twoPages();
    writeFileSync(partOf(out), '一\n一\n');
    expect(() => new PartFile(out, known())).toThrow(/was changed since it was written/);
    writeFileSync(partOf(out), '一\n');
    expect(() => new PartFile(out, known())).toThrow(/was changed/);
  });

  it('has a state from its beginning, which only its owner reads, and none at its end', () => {
    new PartFile(out, newState('q', 's'.repeat(32))).close();
    expect(known()).toMatchObject({ cursor: null, offset: 0 });
    expect(statSync(stateOf(out)).mode & 0o077).toBe(0);
    forget(out);
    expect(existsSync(stateOf(out))).toBe(false);
  });

  it('whose state is broken is told what to do', () => {
    writeFileSync(stateOf(out), '{');
    expect(() => readState(out)).toThrow(/remove it to begin anew/);
  });
});
