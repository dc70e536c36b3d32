import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { exportStateShape } from '../exports/receipt.js';
import { CommandFailure } from './exit.js';
import { renameForGood } from './rename.js';

/** What is written beside an unfinished file, to go on from. */
const stateShape = z.object({
  /** Null: works with the ids. */
  question: z
    .object({ query: z.string().nullable(), filter: z.record(z.string(), z.unknown()), sort: z.string() })
    .nullable(),
  ids: z.array(z.string()),
  limit: z.number().nullable(),
  format: z.string(),
  bom: z.boolean(),
  /** Bytes of the file that are whole. */
  bytes: z.number(),
  export: exportStateShape.nullable(),
  /** Signs the cursor, where no KAKEHASHI_SECRET is set. */
  secret: z.string(),
});
export type UnfinishedState = z.infer<typeof stateShape>;

/** A file under way: lines go to FILE.part, what is needed to go on to FILE.resume; FILE is there when it is whole. */
export class Unfinished {
  readonly part: string;
  readonly stateFile: string;

  constructor(readonly file: string) {
    this.part = `${file}.part`;
    this.stateFile = `${file}.resume`;
  }

  get exists(): boolean {
    return existsSync(this.stateFile);
  }

  read(): UnfinishedState {
    try {
      return stateShape.parse(JSON.parse(readFileSync(this.stateFile, 'utf8')));
    } catch {
      throw new CommandFailure(`${this.stateFile} cannot be read: remove it and ${this.part} to begin anew.`);
    }
  }

  /** Whole or not at all: a process may be killed at any moment. The lines are on the disk before it says so. */
  write(state: UnfinishedState): void {
    const next = `${this.stateFile}.next`;
    const descriptor = openSync(next, 'w', 0o600);
    try {
      const bytes = Buffer.from(JSON.stringify(state));
      for (let at = 0; at < bytes.length; at += writeSync(descriptor, bytes, at));
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameForGood(next, this.stateFile);
  }

  /** The file got its name, and the process ended before this was forgotten: the part is made before the first state and goes last but it. */
  get wasFinished(): boolean {
    return this.exists && !existsSync(this.part) && existsSync(this.file);
  }

  /** @param whole what becomes the file */
  finish(whole: string): void {
    renameForGood(whole, this.file);
    this.forget();
  }

  forget(): void {
    rmSync(this.part, { force: true });
    rmSync(this.stateFile, { force: true });
  }
}
