import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { CommandFailure } from './exit.js';
import { renameForGood } from './rename.js';

/**
 * Writes a whole file: beside its place first, so that what was there before is whole until the new one is.
 * @throws CommandFailure where it cannot be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = `${path}.part`;
  try {
    const file = openSync(beside, 'w');
    try {
      const bytes = Buffer.from(content);
      for (let at = 0; at < bytes.length; at += writeSync(file, bytes, at));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameForGood(beside, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    throw new CommandFailure(
      `${path} cannot be written (${code}): check that its folder exists and may be written to.`,
    );
  }
}
