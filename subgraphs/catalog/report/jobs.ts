import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { pause } from '../../../upstream/alarm.js';
import type { RequestScope } from '../../../upstream/scope.js';
import { participation } from '../filter.js';
import type { CatalogPlatform } from '../platforms.js';
import { countPlatform, PlatformCount, type Counting } from './count-platform.js';

/** Counting goes on behind an answer for at most this long. */
const COUNTING_MS = 15 * 60_000;
/** Finished counts are given again for this long: as long as the platforms' own answers to searches are fresh. */
export const KEPT_MS = 5 * 60_000;
const MAX_JOBS = 100;

/** A report that is being counted, or was. */
export interface Job {
  readonly counts: readonly PlatformCount[];
  readonly startedAt: Date;
  readonly over: Promise<void>;
}

/** Reports that are being counted: who asks for one again joins it. */
export class ReportJobs {
  private readonly jobs = new LRUCache<string, Job>({ max: MAX_JOBS });

  /** The report's job, begun where there is none. Callers with tokens of their own share it with nobody. */
  of(counting: Counting, platforms: readonly CatalogPlatform[], scope: RequestScope): Job {
    const key = keyOf(counting, platforms, scope);
    const known = this.jobs.get(key);
    if (known !== undefined) return known;
    const job = this.begin(counting, platforms, scope);
    this.jobs.set(key, job);
    void job.over.then(() => {
      const whole = job.counts.every(({ state }) => state === 'OK' || state === 'SKIPPED');
      // What failed is asked for anew by the next caller; what was counted is in the cache of the platforms' answers.
      if (whole) this.jobs.set(key, job, { ttl: KEPT_MS });
      else if (this.jobs.peek(key) === job) this.jobs.delete(key);
    });
    return job;
  }

  private begin(counting: Counting, platforms: readonly CatalogPlatform[], caller: RequestScope): Job {
    // The caller may leave: the counting stays. What it costs until the answer is told with the answer.
    const deadline = Date.now() + COUNTING_MS;
    const scope = caller.under(new AbortController().signal, () => deadline);
    const counts = platforms.map((platform) => new PlatformCount(platform));
    const over = Promise.allSettled(counts.map((count) => countPlatform(count, counting, scope))).then(() => undefined);
    return { counts, startedAt: new Date(), over };
  }
}

/** What a job belongs to: the question, the platforms that can be asked, and the callers' tokens (hashed: a key may be shown). */
function keyOf(counting: Counting, platforms: readonly CatalogPlatform[], scope: RequestScope): string {
  const asked = platforms.map((platform) => [
    platform.connector.platform,
    'skipped' in participation(platform, counting.filter, 'RELEVANCE'),
  ]);
  const tokens = [...scope.credentials].map(([platform, token]) => [
    platform,
    createHash('sha256').update(token).digest('base64url'),
  ]);
  return JSON.stringify([counting, asked, tokens]);
}

/** Waits for a job, at most until a time (epoch milliseconds) or until the caller leaves. */
export async function waitFor(job: Job, until: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const late = pause(Math.max(0, until - Date.now()), AbortSignal.any([over.signal, signal])).catch(() => undefined);
  try {
    await Promise.race([job.over, late]);
  } finally {
    over.abort();
  }
}
