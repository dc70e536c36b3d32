import { LRUCache } from 'lru-cache';

/** Failures that are remembered; more are forgotten, which costs a request. */
const MAX_FAILURES = 1000;

interface Failure {
  readonly error: unknown;
  /** ms since 1970. */
  readonly until: number;
}

/** How the requests ended that had no answer the last time, by key: for a moment that is the answer to the same request. */
export class RecentFailures {
  private readonly failures = new LRUCache<string, Failure>({ max: MAX_FAILURES });

  /** The failure that is the answer for now. */
  current(key: string): Failure | undefined {
    const failure = this.failures.get(key);
    return failure !== undefined && failure.until > Date.now() ? failure : undefined;
  }

  /** Whether the last request failed, however long ago. */
  has(key: string): boolean {
    return this.failures.has(key);
  }

  /** @param forMs how long it is the answer; 0: only known to have failed */
  add(key: string, error: unknown, forMs: number): void {
    this.failures.set(key, { error, until: Date.now() + forMs });
  }

  delete(key: string): void {
    this.failures.delete(key);
  }
}
