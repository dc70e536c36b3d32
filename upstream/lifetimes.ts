import { UpstreamAbandoned, UpstreamError, UpstreamRejected, UpstreamUnauthenticated } from './errors.js';
import type { UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';

/** "Not known" is believed for this long at most: a record may appear (CiNii Research fact sheet 8.5). */
const NEGATIVE_MS = 5 * 60_000;
const NEGATIVE_STATUSES: ReadonlySet<number> = new Set([404, 410, 422]);
/** An answer that is no longer fresh is the answer while the platform fails, for a day. */
const STALE_IF_ERROR_MS = 24 * 3_600_000;
/** While an answer is older than fresh by no more than it was fresh for, and an hour, it is given at once and renewed behind that. */
const LONGEST_REVALIDATE_MS = 3_600_000;
/** Who asks again for what has just failed gets that failure: a hundred callers are no hundred requests to a platform in trouble. */
const FAILED_MS = 1000;

/** How long an answer counts as fresh, from the moment it came; 0: not kept. */
export function lifetimeMs(status: number, request: UpstreamRequest, policy: UpstreamPolicy): number {
  const freshMs = policy.freshMs[request.kind] ?? 0;
  if (status >= 200 && status < 300) return freshMs;
  return NEGATIVE_STATUSES.has(status) ? Math.min(freshMs, NEGATIVE_MS) : 0;
}

/** How long an answer is kept altogether. What only says that something is not known is of no use when it is old. */
export function keptMs(status: number, freshMs: number): number {
  return status >= 200 && status < 300 ? freshMs + STALE_IF_ERROR_MS : freshMs;
}

/** How long after being fresh an answer is given while it is renewed. */
export function revalidateMs(freshMs: number): number {
  return Math.min(freshMs, LONGEST_REVALIDATE_MS);
}

/**
 * Whether an answer may be kept at all. Of public answers the policy's time decides, whatever their headers say: CiNii Research
 * sends `no-store` with everything, its framework's default and not a rule of its operator (CiNii Research fact sheet 8.5), and
 * without a cache its rate of 1/s is soon spent. What a caller's own token showed is kept for that caller alone, and not where
 * the platform forbids it.
 */
export function mayKeep(request: UpstreamRequest, { headers }: UpstreamResponse): boolean {
  return request.credential === undefined || !/(?:^|[\s,])no-store(?:[\s,]|$)/i.test(headers['cache-control'] ?? '');
}

/** Whether an old answer is better than a failure: not where the caller is at fault or gone. */
export function isOfPlatform(error: unknown): error is UpstreamError {
  return (
    error instanceof UpstreamError &&
    !(error instanceof UpstreamAbandoned) &&
    !(error instanceof UpstreamRejected) &&
    !(error instanceof UpstreamUnauthenticated)
  );
}

/**
 * How long a failure is the answer to the same request. Not what another caller may be luckier with: one that had too little
 * time, or no place in our own queue.
 */
export function failedMs(error: unknown): number {
  if (!isOfPlatform(error)) return 0;
  const passes = error.code === 'UPSTREAM_TIMEOUT' || error.code === 'CIRCUIT_OPEN';
  return passes || (error.code === 'UPSTREAM_RATE_LIMITED' && error.status === undefined) ? 0 : FAILED_MS;
}
