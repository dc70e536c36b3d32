/** Requests an hour, as the Graph counts and tells them (fact sheet 2.6). */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { json } from './graph.js';

export interface Budget {
  /** Requests an hour without a token, and with one. */
  readonly anonymous: number;
  readonly withToken: number;
  /** Whether what goes beyond is refused; otherwise it is only counted. */
  readonly enforced: boolean;
}

/** As the terms state it; with a token, what the answers' headers told. */
export const DOCUMENTED: Budget = { anonymous: 60, withToken: 7_199, enforced: true };
/** What anonymous callers were seen to be told, far from the terms. */
export const OBSERVED: Budget = { anonymous: 7_199, withToken: 7_199, enforced: false };

const HOUR_MS = 3_600_000;

/** The caller's token; null without one, undefined where it is none: expired ones are refused too. */
function tokenOf(authorization: string | undefined): string | null | undefined {
  if (authorization === undefined) return null;
  const [, token] = /^Bearer ([\x21-\x7e]+)$/.exec(authorization) ?? [];
  return token === undefined || /^(expired|invalid)/i.test(token) ? undefined : token;
}

/** Wraps a handler: 403 for a bad token, counts by hour and caller in headers, 429 without a Retry-After. `now` in milliseconds. */
export function budgeted(
  handle: (request: SandboxRequest) => SandboxResponse,
  budget: Budget,
  now: () => number = () => performance.now(),
): (request: SandboxRequest) => SandboxResponse {
  const hours = new Map<string, { readonly from: number; used: number }>();
  return (request) => {
    const token = tokenOf(request.headers.authorization);
    const limit = typeof token === 'string' ? budget.withToken : budget.anonymous;
    const caller = token ?? request.remote;
    const known = hours.get(caller);
    const hour = known && now() - known.from < HOUR_MS ? known : { from: now(), used: 0 };
    hours.set(caller, hour);
    const exceeded = hour.used >= limit;
    // What is only counted never claims to be used up.
    if (!exceeded) hour.used += budget.enforced || hour.used + 1 < limit ? 1 : 0;
    const answer =
      token === undefined
        ? json(403, { error: 'Token invalid', description: 'Authorization header value invalid.' })
        : exceeded
          ? json(429, { error: 'Too many requests', description: 'Request rate exceeded.' })
          : handle(request);
    const told = { 'x-ratelimit-limit': String(limit), 'x-ratelimit-used': String(hour.used) };
    return { ...answer, headers: { ...answer.headers, ...told } };
  };
}
