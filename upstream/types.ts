import type { RequestScope } from './scope.js';

/** A request to a platform, as requests.ts of the platform builds it. */
export interface UpstreamRequest {
  /** The platform's code in the API: CINII_RESEARCH. */
  readonly platform: string;
  readonly method: 'GET' | 'POST';
  /** Absolute. A secret in the query (appid) is named in the policy's `secretParameters`, and is in no key, log or message. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The caller's own token, sent as `Authorization: Bearer …` to the platform's allowed hosts, and not after a redirect to
   * another origin. Answers to it are that caller's alone: it is in the key as a keyed hash, and in no log or message.
   */
  readonly credential?: string;
  /** Validators of an old answer, by which the cache has it renewed: sent as headers, and 304 is then an answer. No other stage sets them. */
  readonly conditions?: Readonly<Record<string, string>>;
  /** Form-encoded body of a POST. */
  readonly body?: string;
  /** A POST that changes nothing at the platform (a long query, OAI-PMH): may be repeated, collapsed and cached as a GET is. */
  readonly safe?: boolean;
  /** Never tried again by itself: the platform moves on with each sending (a one-shot resumption token). */
  readonly once?: true;
  /** Which lifetime of the policy's `freshMs` applies: search, detail, … */
  readonly kind: string;
  /** Statuses besides 2xx that the platform's responses.ts reads itself (404 as "not known", 422 with an OAI-PMH body). */
  readonly accept?: readonly number[];
  /** At most this long for one attempt; the policy's `timeoutMs` unless told, never past the scope's deadline. */
  readonly timeoutMs?: number;
  /** At most this many bytes of the answer, unpacked, in place of the policy's `maxBytes` (data files beside pages and metadata). */
  readonly maxBytes?: number;
}

export interface UpstreamResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** After redirects, without the policy's secret parameters. */
  readonly url: string;
  readonly receivedAt: Date;
}

/** A decoded answer with how it was come by. */
export interface UpstreamAnswer<T> {
  readonly value: T;
  readonly retrieved: { readonly at: Date; readonly cache: 'MISS' | 'HIT' | 'STALE'; readonly ageSeconds: number };
}

/** Requests per time to one upstream, with a burst. */
export interface Rate {
  readonly requests: number;
  readonly perMs: number;
  readonly burst: number;
}

/** A rate that a platform tells with its answers, and how much of it is used up. */
export interface ToldRate {
  readonly rate: Rate;
  /** Requests of the rate's burst that are spent already, also by others who ask from here. */
  readonly used: number;
}

/** How one platform wants to be asked: each number comes from its fact sheet (see the platform's platform.ts). */
export interface UpstreamPolicy {
  readonly platform: string;
  /** For people, in messages: "CiNii Research". */
  readonly name: string;
  /** Whether a URL may be asked at all; also for redirects and links. */
  readonly allows: (url: URL) => boolean;
  /**
   * Whether a setting names the host: only such a one may be on this machine or in its network. Absent: all that are allowed are
   * named.
   */
  readonly isConfigured?: (url: URL) => boolean;
  /** Requests under way at once per lane. */
  readonly concurrency: number;
  readonly rate: Rate | null;
  /**
   * What an answer's headers say of the rate (whatever its status), null where they say nothing. It is heeded beside `rate`
   * from then on, and in its place where that is provisional.
   */
  readonly rateFromHeaders?: (headers: Readonly<Record<string, string>>) => ToldRate | null;
  /** `rate` holds only until an answer's headers have told one. */
  readonly rateIsProvisional?: true;
  /** Requests that share a bulkhead and a rate: one lane for a platform, or one per host. */
  readonly lane: (url: URL) => string;
  /** What lanes have in common that fails for all of them at once (the front end of JAIRO Cloud's hosts); null: nothing. */
  readonly frontEnd?: (url: URL) => string | null;
  /** One attempt. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Attempts after the first, for idempotent requests. */
  readonly retries: number;
  /** Statuses that are passing troubles of this very platform, tried again besides 429, 502, 503 and 504 (JAIRO Cloud's daily 400). */
  readonly retryStatuses?: readonly number[];
  /** How long an answer counts as fresh, by the request's kind. A kind that is not named is not cached. */
  readonly freshMs: Readonly<Record<string, number>>;
  /** Query parameters that are secret. */
  readonly secretParameters: readonly string[];
}

/** The figures of one platform over a bounded window of time. */
export interface UpstreamStatus {
  /** Requests answered or failed; an answer from the cache is none. */
  readonly requests: number;
  /** Those that failed by the platform's fault: away, late, unreadable, rate-limited. A refused argument or token is none. */
  readonly errors: number;
  /** Of answered requests, without waiting for a place; null while there was none. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  /** Of the lookups in the cache; null while there was none. */
  readonly cacheHitRatio: number | null;
  /** The beginning of the window that these figures cover. */
  readonly since: Date;
  /** The last failure, also one before the window. */
  readonly lastError?: { readonly at: Date; readonly code: string; readonly message: string };
}

/** Where the client says what it does; pino's logger is one. Never given a secret parameter, a token or an upstream's text. */
export interface UpstreamLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Finds a platform's policy. */
export type PolicyOf = (platform: string) => UpstreamPolicy;

/** One stage of the client: composed from the outside in (client.ts). */
export type Send = (request: UpstreamRequest, scope: RequestScope) => Promise<UpstreamResponse>;

/** Who counts what the client does. Names of platforms and codes alone: nothing of a request or an answer. */
/** A request that was sent, without anything of what it asked. */
export interface SentRequest {
  readonly kind: string;
  /** Of the caller's request that it was sent for. */
  readonly requestId: string;
  /** Of HTTP; absent where no answer came. */
  readonly status?: number;
}

export interface UpstreamObserver {
  /** A request was answered ('OK'), or failed with a code; `seconds` without waiting for a place. */
  sent(platform: string, outcome: string, seconds: number, about: SentRequest): void;
  /** An answer came and could not be read. */
  unreadable(platform: string): void;
  lookedUp(platform: string, state: 'MISS' | 'HIT' | 'STALE'): void;
  /** Refused without being sent: no place in time, or an open circuit. */
  refused(platform: string, code: string): void;
}
