/** What a search says beside its hits: what is missing of them, and why. */
import type { HitPage } from '../common/connector.js';
import type { CacheState, ReadLanguage } from '../common/record.js';
import type { CiniiPage } from './connector.js';
import type { CiniiRecord } from './record.js';

/** A page of a search in one language. */
export interface OneAnswer {
  readonly hits: readonly CiniiRecord[];
  readonly total: number;
  readonly cache: CacheState;
  readonly size: number;
  readonly unreadable: number;
}

export const NOTHING_TO_SEARCH =
  'CiNii Research answers with nothing without a search term or a filter besides the type: give a query.';
export const NO_RESEARCHER = 'No researcher with this identifier was found at CiNii Research.';
export const MANY_RESEARCHERS =
  'CiNii Research holds more than one record of this researcher; it was searched for the works of the first.';
const LANGUAGE_NAME: Readonly<Record<ReadLanguage, string>> = { ja: 'Japanese', en: 'English' };

/** The hits that the other answer may hold, but only among its records that could not be read. */
export function lost(hits: readonly CiniiRecord[], other: OneAnswer | undefined): number {
  if (other === undefined || other.unreadable === 0) return 0;
  const read = new Set(other.hits.map(({ id }) => id));
  return Math.min(other.unreadable, hits.filter(({ id }) => !read.has(id)).length);
}

/** What of a page is missing, for people. */
export function faultsOf({ missing, unreadable, withoutEnglish }: CiniiPage): string[] {
  return [
    ...(missing === null ? [] : [`The ${LANGUAGE_NAME[missing]} texts could not be read.`]),
    ...(unreadable === 0 ? [] : [`${String(unreadable)} record(s) of CiNii Research could not be read.`]),
    ...(withoutEnglish === 0 ? [] : [`The English texts of ${String(withoutEnglish)} record(s) could not be read.`]),
  ];
}

/** An answer without a search, and why. */
export function nothing(message: string, total: 0 | null): HitPage {
  const totalKind = total === null ? 'UNKNOWN' : 'EXACT';
  return { hits: [], total, totalKind, next: null, cache: 'HIT', partial: false, message };
}
