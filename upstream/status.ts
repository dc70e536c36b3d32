import { UpstreamAbandoned, UpstreamError, UpstreamRejected, UpstreamUnauthenticated } from './errors.js';
import type { Send, UpstreamLog, UpstreamObserver, UpstreamResponse, UpstreamStatus } from './types.js';

const BUCKET_MS = 60_000;
/** The window: a quarter of an hour, in minutes. */
const BUCKETS = 15;
/** Enough for a 95th percentile; the newest are kept. */
const MAX_DURATIONS = 500;

interface Bucket {
  readonly minute: number;
  requests: number;
  errors: number;
  lookups: number;
  hits: number;
}

/** The figures of one platform over the last quarter of an hour. */
class Figures {
  private buckets: Bucket[] = [];
  private durations: { readonly at: number; readonly tookMs: number }[] = [];
  private lastError: UpstreamStatus['lastError'];

  constructor(private readonly startedAt: number) {}

  answered(tookMs: number): void {
    this.bucket().requests += 1;
    this.durations.push({ at: Date.now(), tookMs });
    if (this.durations.length > MAX_DURATIONS) this.durations.shift();
  }

  failed(error: UpstreamError): void {
    this.bucket().requests += 1;
    this.blame(error);
  }

  /** An error of a request that is counted already. */
  blame(error: UpstreamError): void {
    this.bucket().errors += 1;
    this.lastError = { at: new Date(), code: error.code, message: error.message };
  }

  lookedUp(hit: boolean): void {
    const bucket = this.bucket();
    bucket.lookups += 1;
    if (hit) bucket.hits += 1;
  }

  read(): UpstreamStatus {
    const now = Date.now();
    const since = Math.max(this.startedAt, (Math.floor(now / BUCKET_MS) - BUCKETS + 1) * BUCKET_MS);
    const buckets = this.buckets.filter((bucket) => (bucket.minute + 1) * BUCKET_MS > since);
    const sum = (value: (bucket: Bucket) => number): number => buckets.reduce((total, one) => total + value(one), 0);
    const durations = this.durations.filter(({ at }) => at >= since).map(({ tookMs }) => tookMs);
    const lookups = sum((bucket) => bucket.lookups);
    return {
      requests: sum((bucket) => bucket.requests),
      errors: sum((bucket) => bucket.errors),
      p50Ms: percentile(durations, 0.5),
      p95Ms: percentile(durations, 0.95),
      cacheHitRatio: lookups === 0 ? null : sum((bucket) => bucket.hits) / lookups,
      since: new Date(since),
      ...(this.lastError === undefined ? {} : { lastError: this.lastError }),
    };
  }

  private bucket(): Bucket {
    const minute = Math.floor(Date.now() / BUCKET_MS);
    const last = this.buckets.at(-1);
    if (last?.minute === minute) return last;
    const bucket = { minute, requests: 0, errors: 0, lookups: 0, hits: 0 };
    this.buckets = [...this.buckets.filter((old) => old.minute > minute - BUCKETS), bucket];
    return bucket;
  }
}

/** The value that the given share of the values does not pass (nearest rank); null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/** Counts what the platforms were asked, and how that went. */
export class StatusBoard {
  private readonly figures = new Map<string, Figures>();
  private readonly unreadable = new WeakSet<UpstreamResponse>();
  private readonly startedAt = Date.now();

  constructor(
    private readonly log: UpstreamLog | null,
    private readonly observer: UpstreamObserver | null = null,
  ) {}

  /** Tells the log of each request that failed, its tries together: one line. */
  told(next: Send): Send {
    return async (request, scope) => {
      const started = performance.now();
      const before = scope.tally(request.platform).retries;
      try {
        return await next(request, scope);
      } catch (error) {
        if (error instanceof UpstreamError && !(error instanceof UpstreamAbandoned)) {
          const { platform, kind } = request;
          if (error.code === 'CIRCUIT_OPEN' || (error.code === 'UPSTREAM_RATE_LIMITED' && error.status === undefined))
            this.observer?.refused(platform, error.code);
          const about = {
            platform,
            kind,
            host: new URL(request.url).host,
            requestId: scope.requestId,
            code: error.code,
            ...(error.status === undefined ? {} : { status: error.status }),
            retries: scope.tally(platform).retries - before,
            tookMs: Math.round(performance.now() - started),
            ...causeOf(error),
          };
          // While a circuit is open each caller would say so again.
          if (error.code === 'CIRCUIT_OPEN') this.log?.debug(about, error.message);
          else this.log?.warn(about, error.message);
        }
        throw error;
      }
    };
  }

  /** Times and counts each attempt. */
  measured(next: Send): Send {
    return async (request, scope) => {
      const started = performance.now();
      const about = { platform: request.platform, kind: request.kind, requestId: scope.requestId };
      const sent = { kind: request.kind, requestId: scope.requestId };
      try {
        const response = await next(request, scope);
        const tookMs = performance.now() - started;
        this.of(request.platform).answered(tookMs);
        this.observer?.sent(request.platform, 'OK', tookMs / 1000, { ...sent, status: response.status });
        this.log?.debug(
          { ...about, status: response.status, bytes: response.body.byteLength, tookMs },
          'upstream answered',
        );
        return response;
      } catch (error) {
        if (error instanceof UpstreamError && !(error instanceof UpstreamAbandoned)) {
          const tookMs = performance.now() - started;
          if (isOwnFault(error)) this.of(request.platform).answered(tookMs);
          else this.of(request.platform).failed(error);
          this.observer?.sent(request.platform, error.code, tookMs / 1000, {
            ...sent,
            ...(error.status === undefined ? {} : { status: error.status }),
          });
          this.log?.debug(
            { ...about, code: error.code, status: error.status, tookMs, ...causeOf(error) },
            error.message,
          );
        }
        throw error;
      }
    };
  }

  /** An answer that came and could not be read: once, whoever tried. */
  unreadableAnswer(response: UpstreamResponse, error: UpstreamError): void {
    if (isOwnFault(error) || this.unreadable.has(response)) return;
    this.unreadable.add(response);
    this.of(error.platform).blame(error);
    this.observer?.unreadable(error.platform);
    this.log?.warn({ platform: error.platform, code: error.code, ...causeOf(error) }, error.message);
  }

  lookedUp(platform: string, state: 'MISS' | 'HIT' | 'STALE'): void {
    this.of(platform).lookedUp(state !== 'MISS');
    this.observer?.lookedUp(platform, state);
  }

  read(platform: string): UpstreamStatus {
    return this.of(platform).read();
  }

  private of(platform: string): Figures {
    let figures = this.figures.get(platform);
    if (figures === undefined) {
      figures = new Figures(this.startedAt);
      this.figures.set(platform, figures);
    }
    return figures;
  }
}

/** The platform answered in order: it was asked for something, or by someone, that it does not serve. */
function isOwnFault(error: UpstreamError): boolean {
  return error instanceof UpstreamRejected || error instanceof UpstreamUnauthenticated;
}

/** What kind of trouble it was: the name alone, for the rest of a message may quote an address or what the platform sent. */
function causeOf({ cause }: UpstreamError): { readonly cause?: string } {
  if (!(cause instanceof Error)) return {};
  return { cause: 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.constructor.name };
}
