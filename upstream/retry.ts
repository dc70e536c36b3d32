import { pause } from './alarm.js';
import type { Lanes } from './bulkhead.js';
import { UpstreamError, UpstreamRateLimited, UpstreamUnavailable } from './errors.js';
import { abandoned } from './failures.js';
import type { RequestScope } from './scope.js';
import type { PolicyOf, Send, UpstreamPolicy, UpstreamRequest } from './types.js';

/** The first wait; each further one is twice as long. Short enough for two within a search's 2.5 s. */
const BACKOFF_MS = 200;
const LONGEST_BACKOFF_MS = 10_000;
/** A platform that asks for more is not waited for, whatever the deadline: the request would hold its place in the lane. */
const LONGEST_WAIT_MS = 60_000;
const PASSING_STATUSES: readonly number[] = [429, 502, 503, 504];

/**
 * Tries again what may be tried again: requests without effect, on failures that pass. A wait that would end past the
 * deadline is not begun: the failure that there is, is the answer.
 * @param random from 0 to 1, for the jitter: callers that failed together must not come back together.
 */
export function retry(policyOf: PolicyOf, lanes: Lanes, next: Send, random: () => number = Math.random): Send {
  return async (request, scope) => {
    const policy = policyOf(request.platform);
    const lane = lanes.of(policy, new URL(request.url));
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next(request, scope);
      } catch (error) {
        if (attempt > policy.retries || !mayRepeat(request) || !passes(error, policy)) throw error;
        const waitMs = Math.max(waitAfter(error, attempt, random()), lane.waitMs());
        if (waitMs > LONGEST_WAIT_MS || waitMs >= scope.remainingMs) throw error;
        lane.charge();
        await wait(waitMs, scope, policy);
        scope.tally(policy.platform).retries += 1;
      }
    }
  };
}

function mayRepeat(request: UpstreamRequest): boolean {
  return request.once !== true && (request.method === 'GET' || request.safe === true);
}

/** Whether a failure is of the kind that is gone at the next try. A timeout is not: the next try would be as slow. */
function passes(error: unknown, policy: UpstreamPolicy): error is UpstreamError {
  if (!(error instanceof UpstreamError)) return false;
  if (error.status !== undefined) {
    return PASSING_STATUSES.includes(error.status) || (policy.retryStatuses ?? []).includes(error.status);
  }
  return error instanceof UpstreamUnavailable || error instanceof UpstreamRateLimited;
}

/** How long to wait after the given attempt: what the platform asks for, else a doubled and jittered time. Never less than half of it. */
function waitAfter(error: UpstreamError, attempt: number, random: number): number {
  const backoff = Math.min(BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS) * (0.5 + random / 2);
  return Math.ceil(error.retryAfterMs === undefined ? backoff : error.retryAfterMs + backoff * random);
}

async function wait(waitMs: number, scope: RequestScope, policy: UpstreamPolicy): Promise<void> {
  try {
    await pause(waitMs, scope.signal);
  } catch {
    throw abandoned(policy);
  }
}
