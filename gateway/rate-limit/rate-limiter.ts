import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Rate } from '../../upstream/types.js';
import { HttpFault } from '../http-fault.js';
import { intervalOf, type Buckets, type Taken } from './bucket.js';
import { clientNetwork, tokenName } from './client.js';

/** A request of cost c counts as c / 1000 points, rounded up. */
const COST_OF_A_POINT = 1000;

/**
 * Nobody but their platform can tell whether a token is one. Many callers may have tokens behind one address, but not
 * without end: all tokens from one network have together so many times the points of one client.
 */
const CLIENTS_OF_A_NETWORK = 10;

/** What a request is counted under: the client's own bucket last. */
interface Counted {
  readonly policy: 'client' | 'network';
  readonly bucket: string;
  readonly rate: Rate;
}

const secondsOf = (milliseconds: number): string => String(Math.ceil(milliseconds / 1000));

/** Points that a GraphQL request of a cost counts as, the one of its arrival included. */
export function pointsOf(cost: number): number {
  return Math.max(1, Math.ceil(cost / COST_OF_A_POINT));
}

/** A policy in RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-11, 3): q points in w seconds. */
function policyItem({ policy, rate }: Counted): string {
  return `"${policy}";q=${String(rate.burst)};w=${secondsOf(rate.burst * intervalOf(rate))}`;
}

function refusal({ rate }: Counted, { retryInMs }: Taken): HttpFault {
  const [points, seconds, wait] = [String(rate.burst), secondsOf(rate.burst * intervalOf(rate)), secondsOf(retryInMs)];
  const message = `Too many requests: ${points} in ${seconds} s are allowed, and a costly query counts as several. Try again in ${wait} s.`;
  return new HttpFault(429, message, 'RATE_LIMITED', { 'retry-after': wait });
}

/** Counts what each client asks for. */
export class RateLimiter {
  constructor(
    private readonly rate: Rate,
    private readonly buckets: Buckets,
    private readonly options: { readonly proxies: number; readonly secret: string },
  ) {}

  /**
   * Takes points of the caller, and tells in the answer's headers what is left.
   * @throws HttpFault 429 when they are not there
   */
  async spend(
    request: IncomingMessage,
    response: ServerResponse,
    credentials: ReadonlyMap<string, string>,
    points: number,
  ): Promise<void> {
    for (const counted of this.counted(request, credentials)) {
      const taking = this.buckets.take(counted.bucket, points, counted.rate);
      const result = taking instanceof Promise ? await taking : taking;
      if (!response.headersSent && (counted.policy === 'client' || !result.allowed)) {
        response.setHeader('ratelimit-policy', policyItem(counted));
        response.setHeader(
          'ratelimit',
          `"${counted.policy}";r=${String(result.remaining)};t=${secondsOf(result.fullInMs)}`,
        );
      }
      if (!result.allowed) throw refusal(counted, result);
    }
  }

  private counted(request: IncomingMessage, credentials: ReadonlyMap<string, string>): Counted[] {
    const { rate } = this;
    const network = clientNetwork(request, this.options.proxies);
    if (credentials.size === 0) return [{ policy: 'client', bucket: `address ${network}`, rate }];
    const many = {
      requests: rate.requests * CLIENTS_OF_A_NETWORK,
      perMs: rate.perMs,
      burst: rate.burst * CLIENTS_OF_A_NETWORK,
    };
    return [
      { policy: 'network', bucket: `network ${network}`, rate: many },
      { policy: 'client', bucket: `token ${tokenName(credentials, this.options.secret)}`, rate },
    ];
  }
}
