import type { RedisConnection } from '../upstream/redis-connection.js';
import type { Seconds } from './datestamps.js';

/** When each work was read first: the datestamp of those of which no platform says when they were updated. */
export interface FirstReadings {
  /** By id: when it was read first, which is now for those that are new. Never fails. */
  of(ids: readonly string[], now: Seconds): Promise<ReadonlyMap<string, Seconds>>;
}

/** Of this process alone: the holdings keep it, and a start begins anew. */
export const ownReadings: FirstReadings = {
  of: (ids, now) => Promise.resolve(new Map(ids.map((id) => [id, now]))),
};

const KEY = 'kakehashi:first-readings';
/** Works that are remembered; the longest known are forgotten first, and then count as new. */
const MOST = 200_000;
/** Works of one command. */
const BATCH = 1000;
/** A harvest is not kept waiting longer for a batch. */
const LIMIT_MS = 1000;

/** Shared by processes, and kept over their starts: one sorted set, the time as its score. */
export class SharedReadings implements FirstReadings {
  constructor(
    private readonly redis: RedisConnection,
    private readonly most = MOST,
  ) {}

  async of(ids: readonly string[], now: Seconds): Promise<ReadonlyMap<string, Seconds>> {
    const known = new Map<string, Seconds>();
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const scores = await this.redis.within(LIMIT_MS, () => this.remember(batch, now));
      batch.forEach((id, index) => known.set(id, scores?.[index] ?? now));
    }
    return known;
  }

  private async remember(ids: readonly string[], now: Seconds): Promise<(number | null)[]> {
    const { client } = this.redis;
    await client.zAdd(
      KEY,
      ids.map((value) => ({ value, score: now })),
      { condition: 'NX' },
    );
    const scores = await client.zmScore(KEY, [...ids]);
    await client.zRemRangeByRank(KEY, 0, -(this.most + 1));
    return scores;
  }
}
