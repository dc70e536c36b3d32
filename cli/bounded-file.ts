import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CommandFailure } from './exit.js';

/** No document that a platform gives is larger; what never ends (a pipe, a device) is given up here. */
const MAX_BYTES = 250_000_000;
const PIECE_BYTES = 1024 * 1024;
const STANDARD_INPUT = 0;

function readAll(descriptor: number, file: string, maxBytes: number): Buffer {
  const tooLarge = (): CommandFailure => new CommandFailure(`${file}: is larger than ${String(maxBytes)} bytes.`);
  if (fstatSync(descriptor).size > maxBytes) throw tooLarge();
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    const read = readSync(descriptor, piece, 0, PIECE_BYTES, null);
    if (read === 0) return Buffer.concat(pieces, bytes);
    bytes += read;
    if (bytes > maxBytes) throw tooLarge();
    // A pipe gives little at a time: a copy keeps no megabyte for it.
    pieces.push(read < PIECE_BYTES / 2 ? Buffer.from(piece.subarray(0, read)) : piece.subarray(0, read));
  }
}

/**
 * The bytes of a file, or of standard input (`-`).
 * @throws CommandFailure in one line when it cannot be read or is larger than any document.
 */
export function readBounded(file: string, maxBytes = MAX_BYTES): Buffer {
  let descriptor: number | null = null;
  try {
    descriptor = file === '-' ? STANDARD_INPUT : openSync(file, 'r');
    return readAll(descriptor, file, maxBytes);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`${file}: cannot be read.`);
  } finally {
    if (descriptor !== null && descriptor !== STANDARD_INPUT) closeSync(descriptor);
  }
}
