import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { UpstreamResponse } from './types.js';

/** What decoding hangs on a stored answer weighs about this many times its bytes, beside the bytes. */
const DECODED_FACTOR = 3;
/** The bookkeeping of one entry: objects, the places in the maps. */
const ENTRY_BYTES = 1024;
/** A letter of a header or a key, in memory at most. */
const LETTER_BYTES = 2;

/** An answer that is kept: fresh until a moment (ms since 1970), and after it what is there when nothing better is. */
export interface Kept {
  readonly response: UpstreamResponse;
  readonly freshUntil: number;
}

/** Where answers are kept; a Keyv is one. */
export interface AnswerStore {
  get(key: string): Promise<Kept | undefined>;
  set(key: string, kept: Kept, forMs: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
}

/**
 * A Keyv over a store bounded in bytes, with serialisation off: a stored answer comes back as the very same object, so what
 * was decoded from it is still there. (Keyv's own way, JSON text even in memory, costs about a millisecond for 90 kB.)
 */
export function memoryStore(maxBytes: number): Keyv<Kept> {
  const entries = new LRUCache<string, { value?: Kept }>({
    maxSize: maxBytes,
    sizeCalculation: (entry, key) => weight(key, entry.value),
  });
  const store = {
    get: (key: string) => entries.get(key),
    set: (key: string, entry: { value?: Kept }) => {
      entries.set(key, entry);
    },
    delete: (key: string) => entries.delete(key),
    clear: () => {
      entries.clear();
    },
  };
  const keyv = new Keyv<Kept>({ store, useKeyPrefix: false });
  keyv.serialize = undefined;
  keyv.deserialize = undefined;
  return keyv;
}

/** What an entry weighs in bytes, with what is decoded from it. */
function weight(key: string, kept: Kept | undefined): number {
  if (kept === undefined) return ENTRY_BYTES + key.length * LETTER_BYTES;
  const { headers, body, url } = kept.response;
  const letters = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, url.length);
  return ENTRY_BYTES + (key.length + letters) * LETTER_BYTES + body.byteLength * (1 + DECODED_FACTOR);
}
