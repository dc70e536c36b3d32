import { closeSync, openSync, readSync } from 'node:fs';
import { CommandFailure } from './exit.js';

/** More than any document that is converted has, and little enough to be held: a file or pipe that never ends is left here. */
export const MAX_DOCUMENT_BYTES = 250_000_000;
const CHUNK_BYTES = 1_048_576;

function readAtMost(descriptor: number, most: number): Buffer | null {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= most) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const read = readSync(descriptor, chunk, 0, CHUNK_BYTES, null);
    if (read === 0) return Buffer.concat(chunks, length);
    // A pipe gives little at a time: what it does not fill is not kept.
    chunks.push(read < CHUNK_BYTES / 2 ? Buffer.from(chunk.subarray(0, read)) : chunk.subarray(0, read));
    length += read;
  }
  return null;
}

/** The bytes of a file, of standard input for `-`. Throws CommandFailure where it cannot be read or goes on beyond `most`. */
export function readDocument(file: string, most = MAX_DOCUMENT_BYTES): Buffer {
  let document: Buffer | null;
  try {
    const descriptor = file === '-' ? 0 : openSync(file, 'r');
    try {
      document = readAtMost(descriptor, most);
    } finally {
      if (file !== '-') closeSync(descriptor);
    }
  } catch {
    throw new CommandFailure(`${file}: cannot be read.`);
  }
  if (document === null) {
    throw new CommandFailure(`${file}: is larger than ${String(most / 1_000_000)} MB, the most that is converted.`);
  }
  return document;
}
