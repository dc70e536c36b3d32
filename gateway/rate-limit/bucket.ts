import type { Rate } from '../../upstream/types.js';

/** What became of taking points out of a client's bucket. */
export interface Taken {
  readonly allowed: boolean;
  /** Points that are left. */
  readonly remaining: number;
  /** Until nothing is spent any more. */
  readonly fullInMs: number;
  /** Until as many points are there as were wanted; 0: they were. */
  readonly retryInMs: number;
}

/** Where buckets are kept. `name` is a client, hashed where it leaves the process. */
export interface Buckets {
  /** Takes points, or none of them where not all are there. */
  take(name: string, points: number, rate: Rate): Taken | Promise<Taken>;
}

/** Milliseconds in which one point comes back. */
export function intervalOf({ perMs, requests }: Rate): number {
  return perMs / requests;
}

/** More points than a bucket holds are as many as it holds: such a request empties a full one. */
export function wantedOf(points: number, { burst }: Rate): number {
  return Math.min(points, burst);
}

/**
 * Tells what became of it, by when the bucket will be full (from now on; of what was refused, as it was before). Of the
 * bucket itself only that moment is known, as in upstream/rate.ts.
 */
export function taken(allowed: boolean, fullInMs: number, points: number, rate: Rate): Taken {
  const interval = intervalOf(rate);
  const room = rate.burst * interval;
  return {
    allowed,
    remaining: Math.max(0, Math.floor((room - fullInMs) / interval)),
    fullInMs,
    retryInMs: allowed ? 0 : Math.max(0, Math.ceil(fullInMs + wantedOf(points, rate) * interval - room)),
  };
}
