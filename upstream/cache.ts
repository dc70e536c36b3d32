import {
  believed,
  failedMs,
  isOfPlatform,
  isTrouble,
  keptMs,
  lifetimeMs,
  mayKeep,
  revalidateMs,
  timeOf,
} from './lifetimes.js';
import { RecentFailures } from './recent-failures.js';
import { RequestScope } from './scope.js';
import type { AnswerStore, Kept } from './store.js';
import type { PolicyOf, Send, UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';
import { renewed, renewing } from './validators.js';

/** A caller with an old answer at hand takes it so long before its deadline: it is of no use after. */
const MARGIN_MS = 100;

export type Reading<T> = (response: UpstreamResponse) => T;

/** An answer, and whether it has just been read, was kept, or is an old one in place of a new one that could not be had. */
export interface Recalled<T> {
  readonly response: UpstreamResponse;
  readonly value: T;
  readonly cache: 'MISS' | 'HIT' | 'STALE';
  /** ms since 1970; in the past where it is fresh no longer. */
  readonly freshUntil: number;
}

export interface AnswerCache {
  /**
   * @param read what is made of an answer: one that it throws at is no answer, is not kept, and takes the place of no other.
   */
  recall<T>(request: UpstreamRequest, scope: RequestScope, read: Reading<T>): Promise<Recalled<T>>;
  /** Gives up what is being renewed. */
  close(): void;
}

export interface CacheOptions {
  readonly policyOf: PolicyOf;
  /** Null: never cached. */
  readonly keyOf: (request: UpstreamRequest) => string | null;
  readonly store: AnswerStore;
  /** Where answers to a caller's own token are kept: this process alone, never a store that others can read. */
  readonly privateStore: AnswerStore;
  /** Told of each lookup, for the figures. */
  readonly onLookup: (platform: string, state: 'MISS' | 'HIT' | 'STALE') => void;
}

/**
 * Answers from the cache while an answer is fresh; for some time after that at once as well, while one request renews it
 * behind the caller; and when the platform fails, for a day (lifetimes.ts).
 */
export function answerCache({ policyOf, keyOf, store, privateStore, onLookup }: CacheOptions, next: Send): AnswerCache {
  // Callers who shared one answer store it once, and none goes on before it is stored: what it asks next finds it.
  const stored = new WeakMap<UpstreamResponse, Promise<unknown>>();
  const failures = new RecentFailures();
  const renewals = new Set<string>();
  const closing = new AbortController();

  const keep = async (place: Place, response: UpstreamResponse, freshMs: number): Promise<void> => {
    let done = stored.get(response);
    if (done === undefined) {
      const kept = { response, freshUntil: response.receivedAt.getTime() + freshMs };
      done = place.store.set(place.key, kept, keptMs(response.status, freshMs));
      stored.set(response, done);
    }
    await done;
  };

  /** Asks the platform, by the validators of an old answer where there is one, and keeps what can be read. */
  const ask = async <T>(
    place: Place,
    scope: RequestScope,
    old: Kept | undefined,
    read: Reading<T>,
  ): Promise<Recalled<T>> => {
    const { key, request, policy } = place;
    const failed = failures.current(key);
    if (failed !== undefined) throw failed.error;
    const began = Date.now();
    try {
      const sent = old === undefined ? request : renewing(request, old.response);
      const answer = await next(sent, scope);
      const response = old === undefined ? answer : sharedRenewal(answer, old.response, sent);
      const value = read(response);
      failures.delete(key);
      const freshMs = lifetimeMs(response.status, request, policy);
      if (freshMs > 0 && mayKeep(request, response)) await keep(place, response, freshMs);
      return { response, value, cache: 'MISS', freshUntil: response.receivedAt.getTime() + freshMs };
    } catch (error) {
      const forMs = failedMs(error, Date.now() - began, request, policy);
      if (forMs > 0 || isTrouble(error)) failures.add(key, error, forMs);
      throw error;
    }
  };

  // Callers who shared a 304 share the answer that it renewed, which is decoded once.
  const renewedBy = new WeakMap<UpstreamResponse, UpstreamResponse>();
  const sharedRenewal = (answer: UpstreamResponse, old: UpstreamResponse, sent: UpstreamRequest): UpstreamResponse => {
    const known = renewedBy.get(answer) ?? renewed(answer, old, sent);
    renewedBy.set(answer, known);
    return known;
  };

  /** One renewal of an answer at a time, for nobody in particular: it has the time of one request, and is told to no caller. */
  const renew = <T>(place: Place, scope: RequestScope, old: Kept, read: Reading<T>): void => {
    if (renewals.has(place.key) || closing.signal.aborted) return;
    renewals.add(place.key);
    const own = new RequestScope({
      signal: closing.signal,
      deadline: Date.now() + timeOf(place.request, place.policy),
      requestId: scope.requestId,
    });
    // What failed is in the figures and in the log; the old answer stays.
    ask(place, own, old, read)
      .catch(() => undefined)
      .finally(() => renewals.delete(place.key));
  };

  const given = <T>(
    place: Place,
    scope: RequestScope,
    { response, freshUntil }: Kept,
    value: T,
    cache: 'HIT' | 'STALE',
  ): Recalled<T> => {
    onLookup(place.policy.platform, cache);
    scope.tally(place.policy.platform).cacheHits += 1;
    return { response, value, cache, freshUntil };
  };

  return {
    async recall(request, scope, read) {
      const policy = policyOf(request.platform);
      const key = policy.freshMs[request.kind] === undefined ? null : keyOf(request);
      if (key === null) {
        const response = await next(request, scope);
        return { response, value: read(response), cache: 'MISS', freshUntil: 0 };
      }
      const place: Place = { key, request, policy, store: request.credential === undefined ? store : privateStore };
      const kept = await place.store.get(key);
      const old = kept === undefined ? undefined : believed(kept, request, policy);
      const value = old === undefined ? undefined : readable(old, read);
      if (old === undefined || value === undefined) {
        if (kept !== undefined) void place.store.delete(key);
        onLookup(policy.platform, 'MISS');
        return ask(place, scope, undefined, read);
      }
      const age = Date.now() - old.freshUntil;
      if (age <= revalidateMs(lifetimeMs(old.response.status, request, policy))) {
        if (age <= 0) return given(place, scope, old, value.read, 'HIT');
        renew(place, scope, old, read);
        return given(place, scope, old, value.read, failures.has(key) ? 'STALE' : 'HIT');
      }
      try {
        const hurried = scope.within(scope.deadline - MARGIN_MS);
        const asked = ask(place, hurried, old, read);
        // A platform that takes longer than its callers wait is waited for behind them: it is one flight (collapse.ts).
        if (hurried.remainingMs < timeOf(request, policy)) renew(place, scope, old, read);
        const recalled = await asked;
        onLookup(policy.platform, 'MISS');
        return recalled;
      } catch (error) {
        if (!isOfPlatform(error)) throw error;
        return given(place, scope, old, value.read, 'STALE');
      }
    },
    close() {
      closing.abort(new Error('The client is closed.'));
    },
  };
}

/** Where the answer to a request is kept. */
interface Place {
  readonly key: string;
  readonly request: UpstreamRequest;
  readonly policy: UpstreamPolicy;
  readonly store: AnswerStore;
}

/** What is read from a kept answer, undefined where it cannot be: another process, or another version, may have kept it. */
function readable<T>({ response }: Kept, read: Reading<T>): { readonly read: T } | undefined {
  try {
    return { read: read(response) };
  } catch {
    return undefined;
  }
}
