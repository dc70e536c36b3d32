import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { RedisConnection } from './redis-connection.js';
import type { AnswerStore, Kept } from './store.js';

/** An answer is not kept waiting longer than this for the shared cache. */
const LIMIT_MS = 250;

/** A larger body is compressed: it then takes a fifth to a tenth of the room and of the way. */
const COMPRESS_FROM_BYTES = 4096;
/** Quickly: a hundred kilobytes in a millisecond, off the main thread. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
/** No answer is kept that is larger, so what unpacks to more is not ours. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** Nothing is kept that takes more room in Redis, so what lies there larger is not ours, and is not fetched. */
const MAX_STORED_BYTES = 32 * 1024 * 1024;
/** Headers, key and the rest of an entry take no more than this beside its body. */
const BESIDE_BODY_BYTES = 64 * 1024;
const NAMESPACE = 'kakehashi';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** What lies in Redis: Keyv's envelope of value and expiry (ms since 1970) around an answer. Anything else is not ours. */
const entryShape = z.object({
  expires: z.number(),
  value: z.object({
    /** ms since 1970. */
    freshUntil: z.number(),
    /** Whether the body is compressed (Brotli). */
    packed: z.boolean(),
    status: z.int().min(100).max(599),
    headers: z.record(z.string(), z.string()),
    body: z.base64(),
    url: z.string(),
    receivedAt: z.iso.datetime(),
  }),
});

/** An answer from the shared cache, and when it is to be dropped (ms since 1970). */
export interface SharedAnswer extends Kept {
  readonly expires: number;
}

/** A cache that several processes share. None of its calls throws. */
export interface SharedCache {
  /** Undefined when it holds nothing, holds what is not ours, fails, or takes longer than 250 ms. */
  get(key: string): Promise<SharedAnswer | undefined>;
  /** Not waited for. `forMs` from now on. */
  set(key: string, kept: Kept, forMs: number): void;
  /** Ends when what was set under the key lies there, or will not. */
  written(key: string): Promise<void>;
  delete(key: string): void;
}

/**
 * Answers in Redis or Valkey, under `kakehashi:`. The keys are those of key.ts: answers that belong to a credential have a hash
 * in theirs by a secret of this process alone, so another process never finds them; what processes share is what everybody may
 * read.
 */
export function redisCache(redis: RedisConnection): SharedCache {
  const adapter = new KeyvRedis(redis.client, { keyPrefixSeparator: ':', throwOnErrors: true });
  // Keyv hands its namespace to the adapter, which writes it before the keys.
  const keyv = new Keyv(adapter, { namespace: NAMESPACE, useKeyPrefix: false, throwOnErrors: true });
  keyv.on('error', redis.report);
  const writes = new Map<string, Promise<void>>();

  const write = async (key: string, kept: Kept, forMs: number): Promise<void> => {
    const value = await packed(kept);
    // The check of readiness also keeps the adapter from opening again what was closed.
    if (redis.isReady && value.body.length <= MAX_STORED_BYTES - BESIDE_BODY_BYTES) await keyv.set(key, value, forMs);
  };

  return {
    async get(key) {
      return redis.within(LIMIT_MS, async () => {
        const bytes = await redis.client.strLen(`${NAMESPACE}:${key}`);
        return bytes === 0 || bytes > MAX_STORED_BYTES ? undefined : answerOf(await keyv.getRaw(key));
      });
    },
    set(key, kept, forMs) {
      if (!redis.isReady || kept.response.body.byteLength > MAX_BODY_BYTES) return;
      const done = write(key, kept, forMs)
        // Already told by the error event.
        .catch(() => undefined)
        .finally(() => {
          if (writes.get(key) === done) writes.delete(key);
        });
      writes.set(key, done);
    },
    async written(key) {
      await writes.get(key);
    },
    delete(key) {
      if (redis.isReady) keyv.delete(key).catch(() => undefined);
    },
  };
}

/** The memory in front of a shared cache: what is found behind comes to the front, as old as it is. */
export function tiered(memory: AnswerStore, shared: SharedCache): AnswerStore {
  // Callers who miss at the same moment share one look and one object, which is decoded once.
  const looks = new Map<string, Promise<Kept | undefined>>();

  const look = async (key: string): Promise<Kept | undefined> => {
    const found = await shared.get(key);
    const forMs = found === undefined ? 0 : found.expires - Date.now();
    if (found === undefined || forMs <= 0) return undefined;
    const kept = { response: found.response, freshUntil: found.freshUntil };
    await memory.set(key, kept, forMs);
    return kept;
  };

  return {
    async get(key) {
      const known = await memory.get(key);
      // Another process may have renewed what is old here.
      if (known !== undefined && known.freshUntil > Date.now()) return known;
      const underWay = looks.get(key);
      if (underWay !== undefined) return underWay;
      const started = look(key)
        .then((found) => (found === undefined || found.freshUntil < (known?.freshUntil ?? 0) ? known : found))
        .finally(() => looks.delete(key));
      looks.set(key, started);
      return started;
    },
    async set(key, kept, forMs) {
      shared.set(key, kept, forMs);
      return memory.set(key, kept, forMs);
    },
    async delete(key) {
      shared.delete(key);
      return memory.delete(key);
    },
  };
}

async function packed({ response, freshUntil }: Kept): Promise<z.infer<typeof entryShape>['value']> {
  const { status, headers, body, url, receivedAt } = response;
  const isLarge = body.byteLength >= COMPRESS_FROM_BYTES;
  const bytes = isLarge ? await compress(body, QUALITY) : body;
  return {
    freshUntil,
    packed: isLarge,
    status,
    headers: { ...headers },
    body: bytes.toString('base64'),
    url,
    receivedAt: receivedAt.toISOString(),
  };
}

async function answerOf(entry: unknown): Promise<SharedAnswer | undefined> {
  const read = entryShape.safeParse(entry);
  if (!read.success) return undefined;
  const { expires, value } = read.data;
  const { freshUntil, packed: isPacked, body: text, receivedAt, ...rest } = value;
  const bytes = Buffer.from(text, 'base64');
  const body = isPacked ? await decompress(bytes, { maxOutputLength: MAX_BODY_BYTES }) : bytes;
  return { expires, freshUntil, response: { ...rest, body, receivedAt: new Date(receivedAt) } };
}
