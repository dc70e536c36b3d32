import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { lifetimeOf, STALE_MS, type AnswerCache, type StoredAnswer } from './answer-cache.js';
import { seconds } from './cache-control.js';
import { keyOfBytes, keyOfParams } from './keys.js';

/** One request as the answer cache sees it: first by its bytes, and when they are new, by what it says. */
export class CachedRequest {
  private readonly bytesKey: string;
  private key: string | undefined;
  private readonly generation: number;

  constructor(
    private readonly cache: AnswerCache,
    private readonly request: IncomingMessage,
    search: string,
    body: Buffer,
  ) {
    this.generation = cache.generation;
    this.bytesKey = keyOfBytes(request, search, body);
    // The parameters of a GET are not taken apart: its address is what it says.
    this.key = request.method === 'GET' ? this.bytesKey : cache.keyOfSpelling(this.bytesKey);
  }

  /** The stored answer, fresh or not, by what is known of the request so far. */
  find(now: number): StoredAnswer | undefined {
    return this.key === undefined ? undefined : this.cache.find(this.key, now);
  }

  /** The stored answer to a body that says the same in other bytes. */
  findByParams(params: unknown, now: number): StoredAnswer | undefined {
    if (this.key !== undefined) return undefined;
    this.key = keyOfParams(this.request, params) ?? this.bytesKey;
    const answer = this.cache.find(this.key, now);
    if (answer !== undefined) this.cache.learnSpelling(this.bytesKey, this.key);
    return answer;
  }

  /** Keeps an answer as long as it is fresh. @returns it as it is kept; null: it may not be, or all were forgotten meanwhile. */
  keep(text: string, contentType: string, freshMs: number, now: number): StoredAnswer | null {
    const lifetime = lifetimeOf(freshMs);
    const { key } = this;
    if (lifetime === 0 || key === undefined || this.generation !== this.cache.generation) return null;
    const body = Buffer.from(text);
    const etag = `"${hash('sha256', body, 'base64url')}"`;
    const cacheControl = `public, max-age=${seconds(lifetime)}, stale-while-revalidate=${seconds(STALE_MS)}`;
    const answer = { body, contentType, cacheControl, etag, madeAt: now, freshUntil: now + lifetime };
    this.cache.keep(key, answer);
    if (key !== this.bytesKey) this.cache.learnSpelling(this.bytesKey, key);
    return answer;
  }

  /** See AnswerCache.refresh. */
  refresh(make: () => Promise<StoredAnswer | null>, now: number): void {
    if (this.key !== undefined) this.cache.refresh(this.key, make, now);
  }
}
