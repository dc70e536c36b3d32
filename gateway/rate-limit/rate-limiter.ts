import type { IncomingMessage } from 'node:http';
import type { Rate } from '../../upstream/types.js';
import { HttpFault } from '../http-fault.js';
import type { Reply } from '../reply.js';
import { intervalOf, type Buckets, type Taken } from './bucket.js';
import { clientNetwork, tokenName } from './client.js';

/** A request of cost c counts as c / 1000 points, rounded up. */
const COST_OF_A_POINT = 1000;

/**
 * Nobody but their platform can tell whether a token is one. Many callers may have tokens behind one address, but not
 * without end: all tokens from one network have together so many times the points of one client.
 */
const CLIENTS_OF_A_NETWORK = 10;

interface Policy {
  readonly name: 'client' | 'network';
  readonly rate: Rate;
  readonly told: string;
}

const secondsOf = (milliseconds: number): string => String(Math.ceil(milliseconds / 1000));

/** Points that a GraphQL request of a cost counts as, the one of its arrival included. */
export function pointsOf(cost: number): number {
  return Math.max(1, Math.ceil(cost / COST_OF_A_POINT));
}

/** A policy as RateLimit-Policy tells it (draft-ietf-httpapi-ratelimit-headers-11, 3): q points in w seconds. */
function policyOf(name: Policy['name'], rate: Rate): Policy {
  return { name, rate, told: `"${name}";q=${String(rate.burst)};w=${secondsOf(rate.burst * intervalOf(rate))}` };
}

function refusal({ rate }: Policy, { retryInMs }: Taken): HttpFault {
  const [points, seconds, wait] = [String(rate.burst), secondsOf(rate.burst * intervalOf(rate)), secondsOf(retryInMs)];
  const message = `Too many requests: ${points} in ${seconds} s are allowed, and a costly query counts as several. Try again in ${wait} s.`;
  return new HttpFault(429, message, 'RATE_LIMITED', { 'retry-after': wait });
}

/** Tells what is left. @throws HttpFault 429 when it was not enough */
function tell(reply: Pick<Reply, 'tell'>, policy: Policy, result: Taken): void {
  reply.tell('ratelimit-policy', policy.told);
  reply.tell('ratelimit', `"${policy.name}";r=${String(result.remaining)};t=${secondsOf(result.fullInMs)}`);
  if (!result.allowed) throw refusal(policy, result);
}

/** Counts what each client asks for. */
export class RateLimiter {
  private readonly client: Policy;
  private readonly network: Policy;

  constructor(
    rate: Rate,
    private readonly buckets: Buckets,
    private readonly options: { readonly proxies: number; readonly secret: string },
  ) {
    const { requests, perMs, burst } = rate;
    this.client = policyOf('client', rate);
    this.network = policyOf('network', {
      requests: requests * CLIENTS_OF_A_NETWORK,
      perMs,
      burst: burst * CLIENTS_OF_A_NETWORK,
    });
  }

  /**
   * Takes points of the caller, and tells in the answer's headers what is left. At once where the buckets are in the process.
   * @throws HttpFault 429 when they are not there
   */
  spend(
    request: IncomingMessage,
    reply: Pick<Reply, 'tell'>,
    credentials: ReadonlyMap<string, string>,
    points: number,
  ): Promise<void> | void {
    const network = clientNetwork(request, this.options.proxies);
    if (credentials.size > 0) return this.spendOfToken(network, reply, credentials, points);
    const result = this.buckets.take(`address ${network}`, points, this.client.rate);
    if (result instanceof Promise)
      return result.then((came) => {
        tell(reply, this.client, came);
      });
    tell(reply, this.client, result);
  }

  private async spendOfToken(
    network: string,
    reply: Pick<Reply, 'tell'>,
    credentials: ReadonlyMap<string, string>,
    points: number,
  ): Promise<void> {
    const all = await this.buckets.take(`network ${network}`, points, this.network.rate);
    if (!all.allowed) tell(reply, this.network, all);
    const name = `token ${tokenName(credentials, this.options.secret)}`;
    tell(reply, this.client, await this.buckets.take(name, points, this.client.rate));
  }
}
