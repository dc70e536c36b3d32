import { setImmediate as nextTurn } from 'node:timers/promises';
import { DEFAULT_MAX_BYTES, SLICE_BYTES } from './limits.js';
import { NasaAmesReader } from './reader.js';
import type { NasaAmesFile, ReadLimits } from './types.js';

/** Reads a file that is at hand, in one go. Throws UnreadableDocument. */
export function readNasaAmesNow(
  document: Uint8Array,
  limits: ReadLimits = { maxBytes: DEFAULT_MAX_BYTES },
): NasaAmesFile {
  const reader = new NasaAmesReader(limits);
  // In slices: a large file is not copied as a whole to be looked at.
  for (let from = 0; from < document.length; from += SLICE_BYTES)
    reader.write(document.subarray(from, from + SLICE_BYTES));
  return reader.end();
}

/**
 * Reads a file as it comes, a few milliseconds' work at a time: others get their turn in between, so a large file holds
 * no one up. Throws UnreadableDocument; a source that goes on beyond `maxBytes` is left.
 */
export async function readNasaAmes(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  limits: ReadLimits = { maxBytes: DEFAULT_MAX_BYTES },
): Promise<NasaAmesFile> {
  const reader = new NasaAmesReader(limits);
  const chunks = source instanceof Uint8Array ? [source] : source;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
      reader.write(chunk.subarray(from, from + SLICE_BYTES));
      await nextTurn();
    }
  }
  return reader.end();
}
