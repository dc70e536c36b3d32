import { LRUCache } from 'lru-cache';

/** An answer that has ended to be fresh is still given for this long, once more to each who asks, while it is made anew. */
export const STALE_MS = 60_000;
/** However long its parts are fresh: what changes without a platform (an embargo that ends) is seen after this. */
const MAX_FRESH_MS = 3_600_000;
/** Shorter than this an answer is not worth keeping, and cannot be told in whole seconds. */
const MIN_FRESH_MS = 1000;
/** Keys, headers and bookkeeping of one entry. */
const ENTRY_BYTES = 1024;
/** Requests known by their bytes: several stand for one answer when they differ in spacing or order. */
const MAX_SPELLINGS = 50_000;

/** Between two tries to make an answer anew. */
const PAUSE_MS = 1000;
const MAX_REFRESHING = 10_000;

/** A whole answer, without extensions. Times are epoch milliseconds. */
export interface StoredAnswer {
  readonly body: Buffer;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Of these very bytes, quotation marks included. */
  readonly etag: string;
  readonly madeAt: number;
  readonly freshUntil: number;
}

/** How long an answer may be kept that is fresh for so many milliseconds; 0: not at all. */
export function lifetimeOf(freshMs: number): number {
  const ms = Math.min(freshMs, MAX_FRESH_MS);
  return ms < MIN_FRESH_MS ? 0 : ms;
}

/** Whole answers by what was asked, bounded in bytes. */
export class AnswerCache {
  private readonly answers: LRUCache<string, StoredAnswer>;
  /** The key of what a request says by the key of its bytes. */
  private readonly spellings = new LRUCache<string, string>({ max: MAX_SPELLINGS });
  /** Of answers that are being made anew: when the next try may begin. */
  private readonly pausedUntil = new LRUCache<string, number>({ max: MAX_REFRESHING });
  private cleared = 0;

  constructor(maxBytes: number) {
    this.answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ body }) => body.byteLength + ENTRY_BYTES,
    });
  }

  /** What a request says, where one with the same bytes was seen before. */
  keyOfSpelling(bytesKey: string): string | undefined {
    return this.spellings.get(bytesKey);
  }

  learnSpelling(bytesKey: string, key: string): void {
    this.spellings.set(bytesKey, key);
  }

  /** An answer that may still be given; the caller sees by its time whether it is fresh. */
  find(key: string, now: number): StoredAnswer | undefined {
    const answer = this.answers.get(key);
    if (answer === undefined || now < answer.freshUntil + STALE_MS) return answer;
    this.answers.delete(key);
    return undefined;
  }

  keep(key: string, answer: StoredAnswer): void {
    this.answers.set(key, answer);
  }

  /**
   * Has an answer made anew, and kept, while the old one is given: once at a time. When that gives nothing that may be kept
   * (its parts are being read anew themselves, or a platform is away), it is tried again a moment later, until the old one
   * is too old.
   */
  refresh(key: string, make: () => Promise<StoredAnswer | null>, now: number): void {
    if (now < (this.pausedUntil.get(key) ?? 0)) return;
    this.pausedUntil.set(key, Infinity);
    void make()
      .catch(() => null)
      .then((answer) => {
        if (answer === null) this.pausedUntil.set(key, Date.now() + PAUSE_MS);
        else this.pausedUntil.delete(key);
      });
  }

  /** Another one from each `clear` on: what was begun in an earlier one is not to be kept. */
  get generation(): number {
    return this.cleared;
  }

  /** Forgets all answers: they are of another schema, or of other trusted documents. */
  clear(): void {
    this.cleared += 1;
    this.answers.clear();
    this.spellings.clear();
  }
}
