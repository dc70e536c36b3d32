import { LRUCache } from 'lru-cache';
import type { Rate } from '../../upstream/types.js';
import { intervalOf, taken, wantedOf, type Buckets, type Taken } from './bucket.js';

/** Clients that are remembered at once; of more, those are forgotten that were not seen for longest. About 10 MB. */
const MAX_CLIENTS = 50_000;

/** Buckets of this process. */
export class MemoryBuckets implements Buckets {
  /** When each will be full, epoch milliseconds. One that is full need not be known. */
  private readonly fullAt = new LRUCache<string, number>({ max: MAX_CLIENTS });

  take(name: string, points: number, rate: Rate): Taken {
    const now = Date.now();
    const interval = intervalOf(rate);
    const before = Math.max(this.fullAt.get(name) ?? 0, now);
    const after = before + wantedOf(points, rate) * interval;
    const allowed = after - now <= rate.burst * interval;
    if (allowed) this.fullAt.set(name, after);
    return taken(allowed, (allowed ? after : before) - now, points, rate);
  }
}
