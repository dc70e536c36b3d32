import type { LookupFunction } from 'node:net';
import { Agent, errors } from 'undici';
import type { Dispatcher } from 'undici';
import { allowedUrl } from './allow-list.js';
import { readBody } from './body.js';
import type { Lanes } from './bulkhead.js';
import { InternalAddress, publicLookup } from './addresses.js';
import { secretsIn, withoutEchoes } from './echoes.js';
import { abandoned, badStatus, forbiddenAddress, malformed, unreachable, unsendable } from './failures.js';
import { withoutSecrets } from './key.js';
import type { Lane } from './lane.js';
import { retryAfterMs } from './retry-after.js';
import type { RequestScope } from './scope.js';
import type { PolicyOf, Send, UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';
import { NOT_MODIFIED } from './validators.js';

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What goes with a redirect to another origin; a token stays with the one that it was meant for. */
const HEADERS_FOR_ANYONE: ReadonlySet<string> = new Set(['accept', 'accept-language', 'accept-encoding', 'user-agent']);
/** So much of an answer that is not used is still read, for so long, to keep its connection. */
const DUMP = { bytes: 16_384, milliseconds: 500 };

export interface Transport {
  readonly send: Send;
  close(): Promise<void>;
}

/**
 * Sends one request over kept-alive connections and reads the whole answer. The scope's signal ends it.
 * @throws UpstreamError by what went wrong; a 2xx status and those in `request.accept` are answers.
 */
export function transport(policyOf: PolicyOf, lanes: Lanes, lookup: LookupFunction = publicLookup()): Transport {
  const agents = new Map<string, Agent>();
  const agentOf = (policy: UpstreamPolicy, url: URL): Agent => {
    const isConfigured = policy.isConfigured?.(url) ?? true;
    const name = `${policy.platform} ${isConfigured ? 'configured' : 'public'}`;
    let agent = agents.get(name);
    if (agent === undefined) {
      // No more connections to a host than requests at once: undici would open one more while another is just coming free.
      agent = new Agent({ connections: policy.concurrency, ...(isConfigured ? {} : { connect: { lookup } }) });
      agents.set(name, agent);
    }
    return agent;
  };
  return {
    send: async (request, scope) => {
      const policy = policyOf(request.platform);
      return follow(agentOf, request, scope, policy, lanes);
    },
    // In-flight answers are given up: who closes the client has let the callers finish before.
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

async function follow(
  agentOf: (policy: UpstreamPolicy, url: URL) => Agent,
  request: UpstreamRequest,
  scope: RequestScope,
  policy: UpstreamPolicy,
  lanes: Lanes,
): Promise<UpstreamResponse> {
  let url = allowedUrl(request.url, policy);
  let headers = wireHeaders(request);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    // A redirect is one more request to the platform, and counts in its rate; it waits for none.
    if (redirects > 0) lanes.of(policy, url).charge();
    scope.tally(policy.platform).requests += 1;
    const answer = await dispatch(agentOf(policy, url), request, url, headers, scope.signal, policy);
    keepToRate(policy, lanes.of(policy, url), answer);
    const location = redirectOf(request, answer);
    if (location === null) return receive(request, url, headers, answer, policy);
    dump(answer.body);
    if (request.method !== 'GET') throw malformed(policy, 'a redirect for a request that is not repeated elsewhere');
    const target = allowedUrl(location, policy, url);
    if (target.origin !== url.origin) headers = forAnyone(headers);
    url = target;
  }
  throw malformed(policy, `more than ${String(MAX_REDIRECTS)} redirects in a row`);
}

async function dispatch(
  agent: Agent,
  request: UpstreamRequest,
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
  policy: UpstreamPolicy,
): Promise<Dispatcher.ResponseData> {
  try {
    return await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers,
      body: request.body ?? null,
      signal,
    });
  } catch (error) {
    if (error instanceof InternalAddress) throw forbiddenAddress(policy);
    // The client was closed: nobody waits, and nothing is wrong with the platform.
    if (error instanceof errors.ClientDestroyedError) throw abandoned(policy);
    if (error instanceof errors.InvalidArgumentError) throw unsendable(policy, error);
    if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError) {
      throw malformed(policy, 'an answer that is no HTTP', error);
    }
    throw unreachable(policy, error);
  }
}

/** What an answer says of the rate, by its headers or by its refusal, holds for the requests after it. */
function keepToRate(policy: UpstreamPolicy, lane: Lane, answer: Dispatcher.ResponseData): void {
  const headers = singleValues(answer.headers);
  const told = policy.rateFromHeaders?.(headers) ?? null;
  if (answer.statusCode === 429) lane.refused(told, retryAfterMs(headers['retry-after'], Date.now()));
  else if (told !== null) lane.heed(told);
}

function redirectOf(request: UpstreamRequest, answer: Dispatcher.ResponseData): string | null {
  if (!REDIRECTS.has(answer.statusCode) || request.accept?.includes(answer.statusCode) === true) return null;
  return singleValues(answer.headers)['location'] ?? null;
}

async function receive(
  request: UpstreamRequest,
  url: URL,
  sent: Readonly<Record<string, string>>,
  answer: Dispatcher.ResponseData,
  policy: UpstreamPolicy,
): Promise<UpstreamResponse> {
  const { statusCode: status, body } = answer;
  const headers = singleValues(answer.headers);
  // Validators do not go with a redirect to another origin: that one cannot know what it says to be unchanged.
  const isRenewal = status === NOT_MODIFIED && Object.keys(request.conditions ?? {}).some((name) => name in sent);
  const isAnswer = (status >= 200 && status < 300) || isRenewal || request.accept?.includes(status) === true;
  if (!isAnswer) {
    dump(body);
    throw badStatus(policy, status, retryAfterMs(headers['retry-after'], Date.now()));
  }
  return {
    status,
    headers,
    body: withoutEchoes(
      await readBody(body, headers, policy, request.maxBytes),
      secretsIn(new URL(request.url), policy.secretParameters),
    ),
    url: withoutSecrets(url.href, policy.secretParameters),
    receivedAt: new Date(),
  };
}

/** Reads on past what is not wanted when that is little, else lets the connection go. Nobody waits for it. */
function dump(body: Dispatcher.ResponseData['body']): void {
  // undici's own failure when the rest is too long, late or broken off; the answer is known already.
  body.dump({ limit: DUMP.bytes, signal: AbortSignal.timeout(DUMP.milliseconds) }).catch(() => undefined);
}

/** Cookies are dropped here: nobody below or above keeps one. */
function singleValues(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== 'set-cookie') single[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return single;
}

/** The credential is put on here, at the last moment: no stage above sees it in a header that it might show. */
function wireHeaders({ headers, conditions, credential }: UpstreamRequest): Record<string, string> {
  return {
    ...headers,
    ...conditions,
    ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
  };
}

function forAnyone(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => HEADERS_FOR_ANYONE.has(name)));
}
