import type { Rate } from './types.js';

/**
 * A token bucket, kept as the one moment from which on the bucket is full (no timer refills it). A bucket holds `burst`
 * requests and refills by one every perMs / requests. Times are epoch milliseconds.
 */
export class TokenBucket {
  private readonly intervalMs: number;
  private fullAt = Number.NEGATIVE_INFINITY;

  constructor(readonly rate: Rate) {
    this.intervalMs = rate.perMs / rate.requests;
  }

  /** How long the request with this place in the queue (1: the next) has to wait for its token. */
  waitMs(now: number, place = 1): number {
    const fullAt = Math.max(this.fullAt, now) + place * this.intervalMs;
    return Math.max(0, Math.ceil(fullAt - now - this.rate.burst * this.intervalMs));
  }

  /** Takes a token, also one that is not there yet: those who come later wait the longer. */
  take(now: number): void {
    this.fullAt = Math.max(this.fullAt, now) + this.intervalMs;
  }

  /** Sets how much of the burst is spent now, as the platform itself tells it; more than there is counts as all of it. */
  setSpent(requests: number, now: number): void {
    this.fullAt = now + Math.min(Math.max(requests, 0), this.rate.burst) * this.intervalMs;
  }

  /** Leaves nothing of the burst: the next token is one interval away, or later where that was so already. */
  drain(now: number): void {
    this.fullAt = Math.max(this.fullAt, now + this.rate.burst * this.intervalMs);
  }

  /**
   * How long to stay away when the platform refuses without saying for how long: one interval, and of a large rate a sixtieth
   * of its time (a minute of an hour), since a platform that refuses within 7,199 an hour grants fewer than it tells.
   */
  get backOffMs(): number {
    return Math.max(this.intervalMs, this.rate.perMs / 60);
  }

  isFull(now: number): boolean {
    return this.fullAt <= now;
  }
}
