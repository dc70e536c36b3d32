import type { SharedRecord } from '../common/record.js';
import { firstDay } from '../common/edtf.js';
import type { WorkSort } from '../common/connector.js';
import { groupByKeys, identityKeys } from './identity.js';
import { bestOf } from './merge.js';
import type { CatalogPlatform } from './platforms.js';

/** A hit with its place in its platform's own list. */
export interface RankedHit {
  readonly record: SharedRecord;
  /** Index of the platform among the platforms of the search. */
  readonly source: number;
  /** Place in the platform's whole list, from 0. */
  readonly rank: number;
}

/** Hits of one work with their common score. */
export interface FusedWork {
  readonly hits: readonly RankedHit[];
  /** Sum over the platforms of 1 / (60 + rank). */
  readonly score: number;
  /** The day by which it is sorted: the first of the date that the work shows; null: no record is dated. */
  readonly day: string | null;
}

/** The damping constant of reciprocal-rank fusion (Cormack, Clarke, Buettcher 2009). */
const DAMPING = 60;

/** Each platform counts once, with the best place of the work's records there. */
function score(hits: readonly RankedHit[]): number {
  const best = new Map<number, number>();
  for (const { source, rank } of hits) best.set(source, Math.min(rank, best.get(source) ?? rank));
  return [...best.values()].reduce((sum, rank) => sum + 1 / (DAMPING + rank + 1), 0);
}

/** Joins the hits of the same work. Works and hits keep the order of platform and place, whatever order they came in. */
export function joinHits(hits: readonly RankedHit[], platforms: readonly CatalogPlatform[]): RankedHit[][] {
  const ordered = [...hits].sort((a, b) => a.source - b.source || a.rank - b.rank);
  return groupByKeys(ordered, ({ record }) => identityKeys(record, platforms));
}

/**
 * Orders days, newest or oldest first; null is last in both. A year or month counts as its first day: that is how the
 * platforms sort, and OpenAIRE knows years only so.
 */
export function compareDays(one: string | null, two: string | null, sort: WorkSort): number {
  if (one === two) return 0;
  if (one === null || two === null) return one === null ? 1 : -1;
  return one < two === (sort === 'OLDEST') ? -1 : 1;
}

/** Puts works in order: by date where that is asked, else by score. Equal ones keep a stable order: place, then platform. */
export function order(
  groups: readonly (readonly RankedHit[])[],
  platforms: readonly CatalogPlatform[],
  sort: WorkSort,
): FusedWork[] {
  const works = groups.map((hits) => {
    const issued = sort === 'RELEVANCE' ? null : bestOf(hits.map(({ record }) => record), platforms, 'issued'); // prettier-ignore
    return { hits, score: score(hits), day: issued === null ? null : firstDay(issued) };
  });
  const byScore = (a: FusedWork, b: FusedWork): number => b.score - a.score;
  const byPlace = (a: FusedWork, b: FusedWork): number => {
    const [one, two] = [a.hits[0], b.hits[0]];
    return one && two ? one.rank - two.rank || one.source - two.source : 0;
  };
  return works.sort((a, b) => compareDays(a.day, b.day, sort) || byScore(a, b) || byPlace(a, b));
}

/** How far a platform's list was read that has more behind it. */
export interface Frontier {
  readonly source: number;
  /** The date of the last hit that was read; null: it has none, and platforms have those without a date at their end. */
  readonly issued: string | null;
}

/**
 * Of works in order of date, those that may be given now: none beyond what the platform that is read least far may still
 * bring. Where that leaves nothing, the works of that platform are given, so that it is read on: its list has a date out
 * of order, or hits of its works are dated otherwise elsewhere.
 */
export function withinFrontiers(
  works: readonly FusedWork[],
  frontiers: readonly Frontier[],
  sort: WorkSort,
): readonly FusedWork[] {
  if (sort === 'RELEVANCE') return works;
  const [least] = frontiers
    .flatMap(({ source, issued }) => (issued === null ? [] : [{ source, day: firstDay(issued) }]))
    .sort((a, b) => compareDays(a.day, b.day, sort));
  if (least === undefined) return works;
  const within = works.filter(({ day }) => compareDays(day, least.day, sort) <= 0);
  return within.length > 0 ? within : works.filter(({ hits }) => hits.some(({ source }) => source === least.source));
}
