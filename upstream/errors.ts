/**
 * The named failures of an upstream. Each has a code of the public contract (interfaces.md, "Errors") and a message that
 * can be shown to anyone: who was asked, what went wrong, what to do. Never an upstream's own text, an address with a
 * key in it, or a token.
 */
export type UpstreamErrorCode =
  | 'UNAUTHENTICATED'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_REJECTED'
  | 'UPSTREAM_MALFORMED'
  | 'UPSTREAM_RATE_LIMITED'
  | 'CIRCUIT_OPEN';

export interface UpstreamErrorDetails {
  /** The platform's code in the API: CINII_RESEARCH. */
  readonly platform: string;
  readonly message: string;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
  /** When asking again makes sense, in milliseconds from now. */
  readonly retryAfterMs?: number;
  /** For the log alone; never shown. */
  readonly cause?: unknown;
}

/** Base of all failures of an upstream; catch this one to treat a platform as unavailable. */
export class UpstreamError extends Error {
  override readonly name: string = 'UpstreamError';
  readonly platform: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: UpstreamErrorCode,
    details: UpstreamErrorDetails,
  ) {
    super(details.message, { cause: details.cause });
    this.platform = details.platform;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** The answer did not come within the time that this request had. */
export class UpstreamTimeout extends UpstreamError {
  override readonly name = 'UpstreamTimeout';
  constructor(details: UpstreamErrorDetails) {
    super('UPSTREAM_TIMEOUT', details);
  }
}

/**
 * The caller went away, so nobody waits for this answer. Says nothing of the platform: it is no failure in its figures.
 * Has the code of a timeout, since the contract has none for what nobody is there to read.
 */
export class UpstreamAbandoned extends UpstreamError {
  override readonly name = 'UpstreamAbandoned';
  constructor(details: UpstreamErrorDetails) {
    super('UPSTREAM_TIMEOUT', details);
  }
}

/** 401: the platform wants a token or key, or another one. */
export class UpstreamUnauthenticated extends UpstreamError {
  override readonly name = 'UpstreamUnauthenticated';
  constructor(details: UpstreamErrorDetails) {
    super('UNAUTHENTICATED', details);
  }
}

/** Refused, reset, not resolvable, or a 5xx answer. */
export class UpstreamUnavailable extends UpstreamError {
  override readonly name = 'UpstreamUnavailable';
  constructor(details: UpstreamErrorDetails) {
    super('UPSTREAM_UNAVAILABLE', details);
  }
}

/** A 4xx answer that the platform's responses.ts does not give a meaning of its own. */
export class UpstreamRejected extends UpstreamError {
  override readonly name = 'UpstreamRejected';
  constructor(details: UpstreamErrorDetails) {
    super('UPSTREAM_REJECTED', details);
  }
}

/** Bytes that are not what the protocol says: wrong media type, truncated, not well-formed, too large, a redirect to a host that is not allowed. */
export class UpstreamMalformed extends UpstreamError {
  override readonly name = 'UpstreamMalformed';
  constructor(details: UpstreamErrorDetails) {
    super('UPSTREAM_MALFORMED', details);
  }
}

/** An answer with more bytes than are read of one. */
export class UpstreamTooLarge extends UpstreamMalformed {}

/** 429 from the platform, or no place within our own rate for it. */
export class UpstreamRateLimited extends UpstreamError {
  override readonly name = 'UpstreamRateLimited';
  constructor(details: UpstreamErrorDetails) {
    super('UPSTREAM_RATE_LIMITED', details);
  }
}

/** The platform has failed again and again, and is not asked for a while. */
export class UpstreamCircuitOpen extends UpstreamError {
  override readonly name = 'UpstreamCircuitOpen';
  constructor(details: UpstreamErrorDetails) {
    super('CIRCUIT_OPEN', details);
  }
}
