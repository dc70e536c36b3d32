import { UpstreamAbandoned, UpstreamError, UpstreamRejected, UpstreamUnauthenticated } from './errors.js';
import type { Kept } from './store.js';
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
/** "Not there" where the platform's protocol has no such answer: a wrong address, or a front end in trouble that is soon back. */
const NOT_THERE_MS = 10_000;
const NOT_THERE: ReadonlySet<number | undefined> = new Set([404, 410]);

/** How long an answer counts as fresh, from the moment it came; 0: not kept. */
export function lifetimeMs(status: number, request: UpstreamRequest, policy: UpstreamPolicy): number {
  const freshMs = policy.freshMs[request.kind] ?? 0;
  if (isSuccess(status)) return freshMs;
  return NEGATIVE_STATUSES.has(status) ? Math.min(freshMs, NEGATIVE_MS) : 0;
}

/** How long an answer is kept altogether. What only says that something is not known is of no use when it is old. */
export function keptMs(status: number, freshMs: number): number {
  return isSuccess(status) ? freshMs + STALE_IF_ERROR_MS : freshMs;
}

/** How long after being fresh an answer is given while it is renewed. */
export function revalidateMs(freshMs: number): number {
  return Math.min(freshMs, LONGEST_REVALIDATE_MS);
}

/**
 * A kept answer by this process's own times, undefined where it is of no use: another process with other times, or whoever else
 * can write to the shared cache, may have said more of it.
 */
export function believed(kept: Kept, request: UpstreamRequest, policy: UpstreamPolicy): Kept | undefined {
  const { status, receivedAt } = kept.response;
  const now = Date.now();
  const came = Math.min(receivedAt.getTime(), now);
  const freshMs = lifetimeMs(status, request, policy);
  if (freshMs === 0 || now > came + keptMs(status, freshMs)) return undefined;
  return { ...kept, freshUntil: Math.min(kept.freshUntil, came + freshMs) };
}

/**
 * Whether an answer may be kept at all. Of public answers the policy's time decides, whatever their headers say: CiNii Research
 * sends `no-store` with everything, its framework's default and not a rule of its operator (CiNii Research fact sheet 8.5), and
 * without a cache its rate of 1/s is soon spent. What a caller's own token showed is kept for that caller alone, and not where
 * the platform forbids it: we stand between, so `private` forbids it as `no-store` does, and `no-cache` forbids to give it
 * without asking.
 */
export function mayKeep(request: UpstreamRequest, { headers }: UpstreamResponse): boolean {
  if (request.credential === undefined) return true;
  return !/(?:^|[\s,])(?:no-store|no-cache|private)(?:[\s,=]|$)/i.test(headers['cache-control'] ?? '');
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

/** Whether it was our own queue or rate that had no place: the platform was not asked. */
function isOwnRefusal(error: UpstreamError): boolean {
  return error.code === 'UPSTREAM_RATE_LIMITED' && error.status === undefined;
}

/** Whether a failure says that the platform is in trouble, so that what is given in the meantime is stale. */
export function isTrouble(error: unknown): boolean {
  return isOfPlatform(error) && !isOwnRefusal(error);
}

/**
 * How long a failure is the answer to the same request. Not what another caller may be luckier with: one that had less time than
 * a request is given, or no place in our own queue. An open circuit tells by itself when it is worth asking.
 * @param tookMs after what time it failed
 */
export function failedMs(error: unknown, tookMs: number, request: UpstreamRequest, policy: UpstreamPolicy): number {
  if (error instanceof UpstreamRejected && NOT_THERE.has(error.status)) return NOT_THERE_MS;
  if (!isOfPlatform(error) || isOwnRefusal(error) || error.code === 'CIRCUIT_OPEN') return 0;
  return error.code === 'UPSTREAM_TIMEOUT' && tookMs < timeOf(request, policy) ? 0 : FAILED_MS;
}

/** Milliseconds that a request is given when nobody is in a hurry. */
export function timeOf(request: UpstreamRequest, policy: UpstreamPolicy): number {
  return request.timeoutMs ?? policy.timeoutMs;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
