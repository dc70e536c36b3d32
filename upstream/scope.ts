import { setMaxListeners } from 'node:events';
import DataLoader from 'dataloader';
import { Freshness } from './freshness.js';

/** What one platform was asked for one answer (extensions.upstream). */
export interface UpstreamTally {
  requests: number;
  cacheHits: number;
  collapsed: number;
  retries: number;
  /** From the first request to the last answer. */
  tookMs: number;
}

export interface ScopeOptions {
  /** Aborted when the caller goes away. */
  readonly signal?: AbortSignal;
  /** The whole request must be answered by then (epoch milliseconds). */
  readonly deadline?: number;
  readonly requestId?: string;
  /** The caller's own tokens, by platform: for nobody else's requests, and shown nowhere. */
  readonly credentials?: ReadonlyMap<string, string>;
  /** A walk that is begun here is a long one (an export): its cursors hold all that was given, and no client sees them. */
  readonly longWalk?: boolean;
}

/**
 * What belongs to one caller's request and is shared by all subgraphs that answer it: its deadline, whether the caller is
 * still there, the batching loaders, the records read so far, and what the platforms were asked.
 */
export class RequestScope {
  readonly signal: AbortSignal;
  readonly deadline: number;
  readonly requestId: string;
  /** The caller's own tokens, by platform (GAKUNIN_RDM). */
  readonly credentials: ReadonlyMap<string, string>;
  readonly longWalk: boolean;
  readonly tallies = new Map<string, UpstreamTally>();
  /** The codes of readings that failed, also where the answer does without them. */
  readonly failed = new Set<string>();
  /** How long the answer may be kept. */
  readonly freshness = new Freshness();
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly memos = new Map<string, unknown>();

  constructor(options: ScopeOptions = {}) {
    this.signal = options.signal ?? new AbortController().signal;
    // One request waits for many answers at once: each listens, and none is a leak.
    setMaxListeners(0, this.signal);
    this.deadline = options.deadline ?? Number.POSITIVE_INFINITY;
    this.requestId = options.requestId ?? '';
    this.credentials = options.credentials ?? new Map();
    this.longWalk = options.longWalk ?? false;
  }

  /** The same scope (loaders, tallies, memory) with an earlier deadline and a signal of its own. */
  within(deadline: number, signal?: AbortSignal): RequestScope {
    const part = Object.create(this) as { deadline: number; signal: AbortSignal };
    part.deadline = Math.min(deadline, this.deadline);
    part.signal = signal === undefined ? this.signal : AbortSignal.any([this.signal, signal]);
    setMaxListeners(0, part.signal);
    return part as RequestScope;
  }

  /**
   * The same scope (loaders, tallies, memory) under a signal and a deadline that replace this one's: work that outlives the
   * caller who began it (collapse), or that has to end before (one attempt). `deadline` is asked each time, since it moves
   * when another caller joins.
   */
  under(signal: AbortSignal, deadline: () => number): RequestScope {
    setMaxListeners(0, signal);
    return Object.create(this, { signal: { value: signal }, deadline: { get: deadline } }) as RequestScope;
  }

  /** Milliseconds until the deadline, never negative. */
  get remainingMs(): number {
    return Math.max(0, this.deadline - Date.now());
  }

  /**
   * The request's one loader of a name: ids asked for in the same tick, or within `collectMs` of the first, become one batch;
   * an id asked for twice is asked once. To collect for some milliseconds pays where requests are few and ids come in as
   * other platforms answer.
   */
  loader<T>(
    name: string,
    batch: (ids: readonly string[]) => Promise<ArrayLike<T | Error>>,
    maxBatchSize?: number,
    collectMs?: number,
  ): DataLoader<string, T> {
    let loader = this.loaders.get(name);
    if (!loader) {
      loader = new DataLoader<string, unknown>(batch, {
        ...(maxBatchSize === undefined ? {} : { maxBatchSize }),
        ...(collectMs === undefined ? {} : { batchScheduleFn: (send) => setTimeout(send, collectMs) }),
      });
      this.loaders.set(name, loader);
    }
    return loader as DataLoader<string, T>;
  }

  /** The request's one value of a name, made at the first use: what subgraphs in the process tell each other. */
  memo<T>(name: string, make: () => T): T {
    if (!this.memos.has(name)) this.memos.set(name, make());
    return this.memos.get(name) as T;
  }

  /** The tally of a platform in this answer. */
  tally(platform: string): UpstreamTally {
    let tally = this.tallies.get(platform);
    if (!tally) {
      tally = { requests: 0, cacheHits: 0, collapsed: 0, retries: 0, tookMs: 0 };
      this.tallies.set(platform, tally);
    }
    return tally;
  }
}
