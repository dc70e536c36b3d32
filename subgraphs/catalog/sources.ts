import { UpstreamError } from '../../upstream/errors.js';
import { duration } from '../../upstream/failures.js';
import type { CacheState, Platform } from '../common/record.js';
import type { PlatformPosition } from './cursor.js';
import type { Feed } from './feed.js';
import type { CatalogPlatform } from './platforms.js';

export type SourceState = 'OK' | 'PARTIAL' | 'STALE' | 'TIMEOUT' | 'FAILED' | 'SKIPPED' | 'UNAUTHORIZED';

/** States that the next answer may not have any more: an answer with one of them is not kept. */
const PASSING_STATES: ReadonlySet<SourceState> = new Set(['PARTIAL', 'STALE', 'TIMEOUT', 'FAILED']);

/** Whether a platform's part in an answer is less than it would be in a good moment. */
export function isPassing({ state }: Pick<SourceStatus, 'state'>): boolean {
  return PASSING_STATES.has(state);
}

/** How one platform took part in an answer. */
export interface SourceStatus {
  readonly platform: Platform;
  readonly state: SourceState;
  readonly total: number | null;
  readonly totalKind: 'EXACT' | 'AT_LEAST' | 'UNKNOWN';
  /** Hits that the walk has passed behind this page. */
  readonly passed: number;
  readonly tookMs: number;
  readonly cache: CacheState | null;
  readonly message: string | null;
  readonly attribution: string | null;
}

/** What became of asking one platform. */
export type Outcome =
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'ended'; readonly position: PlatformPosition }
  | {
      readonly kind: 'failed';
      readonly error: UpstreamError;
      readonly tookMs: number;
      readonly position: PlatformPosition;
    }
  | { readonly kind: 'read'; readonly feed: Feed; readonly tookMs: number };

/** Records of a platform that were to be completed and could not be read. */
export interface Shortfall {
  count: number;
  readonly error: UpstreamError;
}

/** Records whose own documents are old ones, since the platform gave nothing newer. */
export interface Old {
  readonly count: number;
  /** Of the oldest. */
  readonly ageSeconds: number;
}

const FAILED_STATES: Readonly<Partial<Record<UpstreamError['code'], SourceState>>> = {
  UPSTREAM_TIMEOUT: 'TIMEOUT',
  UNAUTHENTICATED: 'UNAUTHORIZED',
};

/** What else there is to tell of a platform's part in a page. */
export interface PartOfPage {
  readonly shortfall?: Shortfall | undefined;
  readonly old?: Old | undefined;
  /** Records on this page, and in the walk so far, that belong to works which were given before. */
  readonly late: { readonly here: number; readonly soFar: number };
  /** Where the platform stands behind the page. */
  readonly after: PlatformPosition;
  /** The walk cannot be carried on. */
  readonly over: boolean;
  readonly hint: string | null;
}

function lateMessage({ here, soFar }: PartOfPage['late']): string | null {
  if (soFar === 0) return null;
  return `${String(here)} record(s) on this page and ${String(soFar)} so far belong to works that were given before: they are counted, not shown again.`;
}

const NARROW = 'narrow the search by a word more, by years (from, until) or to fewer platforms';

/** Why a platform's part ends before all of its records were given. */
function endMessage({ name }: CatalogPlatform, { after, over }: PartOfPage): string | null {
  if (over && !after.end) return `The search ends here, since what it has given fits in no cursor any more: ${NARROW}.`;
  return after.end && after.totalKind === 'AT_LEAST'
    ? `${name} has more records than can be reached: ${NARROW}.`
    : null;
}

/** How old an answer is, or documents of records are, that stand in for what could not be had. */
function staleMessage({ name }: CatalogPlatform, { cache, hits }: Feed, old: Old | undefined): string | null {
  if (cache === 'STALE') {
    const ages = hits.map(({ record }) => record.retrieved.ageSeconds);
    const seconds = Math.max(old?.ageSeconds ?? 0, ...ages);
    return `${name} gave nothing newer: this is its last answer${seconds === 0 ? '' : `, which is ${duration(seconds * 1000)} old`}.`;
  }
  if (old === undefined) return null;
  return `${name} gave nothing newer of ${String(old.count)} record(s) than what is up to ${duration(old.ageSeconds * 1000)} old.`;
}

function stateOfRead(feed: Feed, { shortfall, old }: PartOfPage): SourceState {
  // What is missing for want of a token comes before what is missing for another reason: the message tells both.
  if (feed.unauthorized) return 'UNAUTHORIZED';
  if (feed.partial || feed.failure !== null || shortfall !== undefined) return 'PARTIAL';
  return feed.cache === 'STALE' || old !== undefined ? 'STALE' : 'OK';
}

function sentences(...parts: readonly (string | null)[]): string | null {
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? null : told.join(' ');
}

/** The status line of a platform. */
export function sourceStatus(platform: CatalogPlatform, outcome: Outcome, part: PartOfPage): SourceStatus {
  const { after, over, shortfall, old } = part;
  const base = {
    platform: platform.connector.platform,
    total: after.total,
    totalKind:
      after.total === null ? ('UNKNOWN' as const) : over && !after.end ? ('AT_LEAST' as const) : after.totalKind,
    passed: after.base + after.given.length,
    tookMs: outcome.kind === 'failed' || outcome.kind === 'read' ? outcome.tookMs : 0,
    cache: null,
    attribution: platform.attribution,
  };
  const late = lateMessage(part.late);
  const end = endMessage(platform, part);
  switch (outcome.kind) {
    case 'skipped':
      return { ...base, state: 'SKIPPED', message: outcome.reason };
    case 'ended':
      return { ...base, state: 'OK', message: sentences(late, end) };
    case 'failed': {
      const state = FAILED_STATES[outcome.error.code] ?? 'FAILED';
      return { ...base, state, message: sentences(outcome.error.message, late, end) };
    }
    case 'read': {
      const { feed } = outcome;
      const incomplete = shortfall
        ? `${String(shortfall.count)} record(s) could not be read in full: ${shortfall.error.message}`
        : null;
      // The platform's own message says what to do already: of its window, or that a part was not read, which no
      // narrower search brings back. A walk that cannot be carried on is told whatever the platform says.
      const ownEnd = feed.cut || (feed.partial && after.end) ? null : end;
      const message = sentences(
        staleMessage(platform, feed, old),
        feed.message,
        feed.failure?.message ?? null,
        incomplete,
        late,
        ownEnd,
        part.hint,
      );
      const cache = old === undefined ? feed.cache : 'STALE';
      return { ...base, state: stateOfRead(feed, part), cache, message };
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
