import { UpstreamError } from '../../upstream/errors.js';
import type { CacheState, Platform } from '../common/record.js';
import type { Feed } from './feed.js';
import type { CatalogPlatform } from './platforms.js';

export type SourceState = 'OK' | 'PARTIAL' | 'STALE' | 'TIMEOUT' | 'FAILED' | 'SKIPPED' | 'UNAUTHORIZED';

/** How one platform took part in an answer. */
export interface SourceStatus {
  readonly platform: Platform;
  readonly state: SourceState;
  readonly total: number | null;
  readonly totalKind: 'EXACT' | 'AT_LEAST' | 'UNKNOWN';
  readonly tookMs: number;
  readonly cache: CacheState | null;
  readonly message: string | null;
  readonly attribution: string | null;
}

/** What became of asking one platform. */
export type Outcome =
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'ended'; readonly total: number | null }
  | { readonly kind: 'failed'; readonly error: UpstreamError; readonly tookMs: number }
  | { readonly kind: 'read'; readonly feed: Feed; readonly tookMs: number };

/** Records of a platform that were to be completed and could not be read. */
export interface Shortfall {
  count: number;
  readonly error: UpstreamError;
}

const FAILED_STATES: Readonly<Partial<Record<UpstreamError['code'], SourceState>>> = {
  UPSTREAM_TIMEOUT: 'TIMEOUT',
  UNAUTHENTICATED: 'UNAUTHORIZED',
};

function ofRead(feed: Feed, shortfall: Shortfall | undefined): Pick<SourceStatus, 'state' | 'message'> {
  const messages = [feed.message, feed.failure?.message ?? null];
  if (shortfall)
    messages.push(`${String(shortfall.count)} record(s) could not be read in full: ${shortfall.error.message}`);
  const message = messages.filter((part) => part !== null).join(' ');
  const partial = feed.partial || feed.failure !== null || shortfall !== undefined;
  const answered = partial ? 'PARTIAL' : feed.cache === 'STALE' ? 'STALE' : 'OK';
  return {
    // What is missing for want of a token comes before what is missing for another reason: the message tells both.
    state: feed.unauthorized ? 'UNAUTHORIZED' : answered,
    message: message === '' ? null : message,
  };
}

/** The status line of a platform. */
export function sourceStatus(platform: CatalogPlatform, outcome: Outcome, shortfall?: Shortfall): SourceStatus {
  const base = {
    platform: platform.connector.platform,
    total: null,
    totalKind: 'UNKNOWN' as const,
    tookMs: 0,
    cache: null,
    message: null,
    attribution: platform.attribution,
  };
  switch (outcome.kind) {
    case 'skipped':
      return { ...base, state: 'SKIPPED', message: outcome.reason };
    case 'ended':
      return { ...base, state: 'OK', total: outcome.total, totalKind: outcome.total === null ? 'UNKNOWN' : 'EXACT' };
    case 'failed':
      return {
        ...base,
        state: FAILED_STATES[outcome.error.code] ?? 'FAILED',
        tookMs: outcome.tookMs,
        message: outcome.error.message,
      };
    case 'read': {
      const { feed } = outcome;
      return {
        ...base,
        ...ofRead(feed, shortfall),
        total: feed.total,
        totalKind: feed.totalKind,
        tookMs: outcome.tookMs,
        cache: feed.cache,
      };
    }
  }
}

/** Public hits without a token are an answer; nothing without a token is none. */
function isAnswer(outcome: Outcome): boolean {
  if (outcome.kind === 'read') return !outcome.feed.unauthorized || outcome.feed.hits.length > 0;
  return outcome.kind === 'ended';
}

/** The failures of a search in which no platform gave anything and at least one failed or was late: then it has no answer, only an error. */
export function searchFailure(outcomes: readonly Outcome[]): UpstreamError | null {
  if (outcomes.some(isAnswer)) return null;
  const errors = outcomes.flatMap((outcome) =>
    outcome.kind === 'failed' && outcome.error.code !== 'UNAUTHENTICATED' ? [outcome.error] : [],
  );
  const [first] = errors;
  if (!first) return null;
  if (errors.length === 1) return first;
  const code = errors.every((error) => error.code === first.code) ? first.code : 'UPSTREAM_UNAVAILABLE';
  return new UpstreamError(code, {
    platform: first.platform,
    message: `None of the platforms answered. ${errors.map(({ message }) => message).join(' ')}`,
    cause: errors,
  });
}
