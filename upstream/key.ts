import { createHmac, randomBytes } from 'node:crypto';
import type { UpstreamPolicy, UpstreamRequest } from './types.js';

/** Set by identity.ts, the same for every request. */
const OWN_HEADERS: ReadonlySet<string> = new Set(['user-agent', 'accept-encoding']);
/** Say which form of an answer is wanted, and no secret. */
const OPEN_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-type']);

/**
 * Names a request for the cache and for the collapse: two requests have the same key when the platform would give both the
 * same answer. The query stays in its order (a platform may read it in order); secret parameters are left out. The
 * caller's credential, and every header that may be a secret, are in the key as keyed hashes: no answer of another
 * caller's is ever shared. The hashes' secret is this process's own: in a cache that processes share (redis.ts), one never finds
 * another's answers to a credential.
 */
export class RequestKeys {
  /** Of this process alone: a hash seen in a log tells nothing of the token. */
  private readonly secret = randomBytes(32);

  /** Of a request under way. Null for one that may have an effect: never collapsed. */
  of(request: UpstreamRequest, policy: UpstreamPolicy): string | null {
    const key = this.ofAnswer(request, policy);
    if (key === null || request.conditions === undefined) return key;
    // A renewal can be told that the old answer still holds, which is no answer to anyone else.
    return `${key}\nrenews:${JSON.stringify(request.conditions)}`;
  }

  /** What the answer is kept under: that of a renewal is the one that it renews. Null: never cached. */
  ofAnswer(request: UpstreamRequest, policy: UpstreamPolicy): string | null {
    if (request.method !== 'GET' && request.safe !== true) return null;
    const body = request.body === undefined ? '' : withoutParameters(request.body, policy.secretParameters);
    return [
      request.platform,
      request.kind,
      request.method,
      withoutSecrets(request.url, policy.secretParameters),
      body,
      this.headers(request),
      request.credential === undefined ? '' : `credential:${this.hash(request.credential)}`,
      // A status that one caller accepts is another one's error.
      [...(request.accept ?? [])].sort((one, other) => one - other).join(),
    ].join('\n');
  }

  private headers(request: UpstreamRequest): string {
    return Object.entries(request.headers ?? {})
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !OWN_HEADERS.has(name))
      .map(([name, value]) => `${name}:${OPEN_HEADERS.has(name) ? JSON.stringify(value) : this.hash(value)}`)
      .sort()
      .join(' ');
  }

  private hash(value: string): string {
    return createHmac('sha256', this.secret).update(value).digest('base64url');
  }
}

/** An absolute address without its fragment and without the named query parameters; the rest as it stands, in its order. */
export function withoutSecrets(address: string, secretParameters: readonly string[]): string {
  const hash = address.indexOf('#');
  const whole = hash === -1 ? address : address.slice(0, hash);
  const mark = whole.indexOf('?');
  if (mark === -1) return whole;
  const query = withoutParameters(whole.slice(mark + 1), secretParameters);
  return query === '' ? whole.slice(0, mark) : `${whole.slice(0, mark)}?${query}`;
}

function withoutParameters(query: string, names: readonly string[]): string {
  if (names.length === 0) return query;
  const secret = new Set(names.map((name) => name.toLowerCase()));
  return query
    .split('&')
    .filter((pair) => !secret.has(parameterName(pair)))
    .join('&');
}

function parameterName(pair: string): string {
  const [raw = ''] = pair.split('=', 1);
  // Decoding costs more than all the rest of a key, and hardly any name needs it.
  const [name = ''] = /[%+]/.test(raw) ? new URLSearchParams(raw).keys() : [raw];
  return name.toLowerCase();
}
