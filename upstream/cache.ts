import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { RequestScope } from './scope.js';
import type { PolicyOf, Send, UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';

/** "Not known" is believed for this long at most: a record may appear (CiNii Research fact sheet 8.5). */
const NEGATIVE_MS = 5 * 60_000;
const NEGATIVE_STATUSES: ReadonlySet<number> = new Set([404, 410, 422]);
/** What decoding hangs on a stored answer weighs about this many times its bytes, beside the bytes. */
const DECODED_FACTOR = 3;
/** Headers, key and the bookkeeping of one entry. */
const ENTRY_BYTES = 2048;

/** An answer, and whether it was kept or has just been read. */
export interface Recalled {
  readonly response: UpstreamResponse;
  readonly cache: 'MISS' | 'HIT';
}

export interface AnswerCache {
  recall(request: UpstreamRequest, scope: RequestScope): Promise<Recalled>;
  /** Drops an answer that turned out to be unreadable, so that the next caller asks again. */
  forget(response: UpstreamResponse): void;
}

/** Where answers are kept; a Keyv is one. */
export interface AnswerStore {
  get(key: string): Promise<UpstreamResponse | undefined>;
  set(key: string, response: UpstreamResponse, forMs: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
}

export interface CacheOptions {
  readonly policyOf: PolicyOf;
  /** Null: never cached. */
  readonly keyOf: (request: UpstreamRequest) => string | null;
  readonly store: AnswerStore;
  /** Where answers to a caller's own token are kept: this process alone, never a store that others can read. */
  readonly privateStore: AnswerStore;
  /** Told of each lookup, for the figures. */
  readonly onLookup: (platform: string, hit: boolean) => void;
}

/**
 * A Keyv over a store bounded in bytes, with serialisation off: a stored answer comes back as the very same object, so what
 * was decoded from it is still there. (Keyv's own way, JSON text even in memory, costs about a millisecond for 90 kB.)
 */
export function memoryStore(maxBytes: number): Keyv<UpstreamResponse> {
  const entries = new LRUCache<string, { value?: UpstreamResponse }>({
    maxSize: maxBytes,
    sizeCalculation: (entry, key) =>
      ENTRY_BYTES + key.length * 2 + (entry.value?.body.byteLength ?? 0) * (1 + DECODED_FACTOR),
  });
  const store = {
    get: (key: string) => entries.get(key),
    set: (key: string, entry: { value?: UpstreamResponse }) => {
      entries.set(key, entry);
    },
    delete: (key: string) => entries.delete(key),
    clear: () => {
      entries.clear();
    },
  };
  const keyv = new Keyv<UpstreamResponse>({ store, useKeyPrefix: false });
  keyv.serialize = undefined;
  keyv.deserialize = undefined;
  return keyv;
}

/**
 * Answers from the cache while an answer is fresh by the policy's time for its kind. What the platform's own headers say
 * of storing is not heeded where the policy gives a time: CiNii Research sends `no-store` with everything, its framework's
 * default and not a rule of its operator (CiNii Research fact sheet 8.5), and without a cache its rate of 1/s is soon spent.
 */
export function answerCache(options: CacheOptions, next: Send): AnswerCache {
  const { policyOf, keyOf, store: shared, privateStore, onLookup } = options;
  // Callers who shared one answer store it once, and none goes on before it is stored: what it asks next finds it.
  const stored = new WeakMap<
    UpstreamResponse,
    { readonly key: string; readonly store: AnswerStore; readonly done: Promise<unknown> }
  >();

  const keep = async (store: AnswerStore, key: string, response: UpstreamResponse, forMs: number): Promise<void> => {
    let entry = stored.get(response);
    if (entry === undefined) {
      entry = { key, store, done: store.set(key, response, forMs) };
      stored.set(response, entry);
    }
    await entry.done;
  };

  return {
    async recall(request, scope) {
      const policy = policyOf(request.platform);
      const key = policy.freshMs[request.kind] === undefined ? null : keyOf(request);
      if (key === null) return { response: await next(request, scope), cache: 'MISS' };
      const store = request.credential === undefined ? shared : privateStore;
      const known = await store.get(key);
      onLookup(policy.platform, known !== undefined);
      if (known !== undefined) {
        scope.tally(policy.platform).cacheHits += 1;
        // What comes from a shared cache was not stored here, and is to be forgotten all the same when it is unreadable.
        if (!stored.has(known)) stored.set(known, { key, store, done: Promise.resolve() });
        return { response: known, cache: 'HIT' };
      }
      const response = await next(request, scope);
      const forMs = lifetimeMs(response.status, request, policy);
      if (forMs > 0) await keep(store, key, response, forMs);
      return { response, cache: 'MISS' };
    },
    forget(response) {
      const entry = stored.get(response);
      if (entry !== undefined) void entry.store.delete(entry.key);
    },
  };
}

/** How long an answer counts as fresh, from the moment it came; 0: not kept. */
export function lifetimeMs(status: number, request: UpstreamRequest, policy: UpstreamPolicy): number {
  const freshMs = policy.freshMs[request.kind] ?? 0;
  if (status >= 200 && status < 300) return freshMs;
  return NEGATIVE_STATUSES.has(status) ? Math.min(freshMs, NEGATIVE_MS) : 0;
}
