import { createHash, type Hash } from 'node:crypto';
import {
  closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, readSync, renameSync, unlinkSync, writeSync,
} from 'node:fs'; // prettier-ignore
import { dirname } from 'node:path';
import { z } from 'zod';
import { CommandFailure } from '../exit.js';

const state = z.object({
  kind: z.literal('kakehashi-export'),
  /** What is exported: an export goes on only with the same question. */
  question: z.string(),
  /** The search's own; null before the first page. */
  cursor: z.string().nullable(),
  /** Bytes of the part file that are good, and SHA-256 of them. */
  offset: z.number(),
  hash: z.string(),
  rows: z.number(),
  /** Records that the works of these rows were made of: what progress is told by. */
  records: z.number(),
  /** All rows are written; what is left is to give the file its name. */
  done: z.boolean(),
  /** Signs the cursors of this export, and nothing else. */
  secret: z.string(),
});
export type ExportState = z.infer<typeof state>;

export const partOf = (out: string): string => `${out}.part`;
export const stateOf = (out: string): string => `${out}.export.json`;

/** A new export's state. */
export function newState(question: string, secret: string): ExportState {
  const hash = createHash('sha256').digest('hex');
  return {
    kind: 'kakehashi-export',
    question,
    cursor: null,
    offset: 0,
    hash,
    rows: 0,
    records: 0,
    done: false,
    secret,
  };
}

/** The state of an interrupted export; null: there is none. @throws CommandFailure where it cannot be understood */
export function readState(out: string): ExportState | null {
  if (!existsSync(stateOf(out))) return null;
  try {
    return state.parse(JSON.parse(readFileSync(stateOf(out), 'utf8')));
  } catch {
    throw new CommandFailure(`${stateOf(out)} is no state of an export: remove it to begin anew.`);
  }
}

/** Returns when a file, or what a folder lists, is on the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Replaces a file by another at once: after a power cut there is the old one or the new one. */
export function put(from: string, to: string): void {
  renameSync(from, to);
  sync(dirname(to));
}

/** Only its owner may read a state: it holds a secret. */
function writeState(out: string, now: ExportState): void {
  const beside = `${stateOf(out)}.new`;
  const file = openSync(beside, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(now));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  put(beside, stateOf(out));
}

export function forget(out: string): void {
  unlinkSync(stateOf(out));
  sync(dirname(out));
}

const BLOCK = 1 << 20;

/**
 * The part file of an export. A page's bytes are on the disk before the state that counts them is: whenever the process
 * ends, the state tells of bytes that are there, and what follows them is cut off when the export goes on.
 */
export class PartFile {
  private readonly file: number;
  private readonly hash: Hash = createHash('sha256');

  /** Opens the file at a state. @throws CommandFailure where its bytes are not those that the state tells of */
  constructor(
    private readonly out: string,
    private now: ExportState,
  ) {
    const path = partOf(out);
    this.file = openSync(path, existsSync(path) ? 'r+' : 'w+');
    this.readAgain();
    ftruncateSync(this.file, now.offset);
    if (now.offset === 0) writeState(out, now);
  }

  private readAgain(): void {
    const block = Buffer.alloc(BLOCK);
    for (let at = 0; at < this.now.offset;) {
      const read = readSync(this.file, block, 0, Math.min(BLOCK, this.now.offset - at), at);
      if (read === 0) break;
      this.hash.update(block.subarray(0, read));
      at += read;
    }
    if (this.hash.copy().digest('hex') === this.now.hash) return;
    closeSync(this.file);
    throw new CommandFailure(
      `${partOf(this.out)} was changed since it was written: remove it and ${stateOf(this.out)} to begin anew.`,
    );
  }

  get state(): ExportState {
    return this.now;
  }

  /** Adds a page, and then says so in the state. */
  add(text: string, more: Pick<ExportState, 'cursor' | 'rows' | 'records' | 'done'>): void {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at, bytes.length - at, this.now.offset + at);
    fsyncSync(this.file);
    this.hash.update(bytes);
    const hash = this.hash.copy().digest('hex');
    this.now = { ...this.now, ...more, offset: this.now.offset + bytes.length, hash };
    writeState(this.out, this.now);
  }

  close(): void {
    closeSync(this.file);
  }
}
