import type { SharedRecord } from '../common/record.js';
import { firstDay } from '../common/edtf.js';
import type { WorkSort } from '../common/connector.js';
import { groupByKeys, identityKeys } from './identity.js';
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
}

/** The damping constant of reciprocal-rank fusion (Cormack, Clarke, Buettcher 2009). */
const DAMPING = 60;

/** Each platform counts once, with the best place of the work's records there. */
function score(hits: readonly RankedHit[]): number {
  const best = new Map<number, number>();
  for (const { source, rank } of hits) best.set(source, Math.min(rank, best.get(source) ?? rank));
  return [...best.values()].reduce((sum, rank) => sum + 1 / (DAMPING + rank + 1), 0);
}

function issuedOf(work: FusedWork): string | null {
  const dates = work.hits.map(({ record }) => record.issued).filter((date): date is string => typeof date === 'string');
  return dates.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

/** Newest or oldest first; works without a date last in both. */
function compareDates(one: FusedWork, two: FusedWork, sort: WorkSort): number {
  const [first, second] = [issuedOf(one), issuedOf(two)];
  if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1;
  const order = firstDay(first) < firstDay(second) ? -1 : firstDay(first) > firstDay(second) ? 1 : 0;
  return sort === 'OLDEST' ? order : -order;
}

/** Joins the hits of the same work and orders the works. Equal ones keep a stable order: platform, place, id. */
export function fuse(hits: readonly RankedHit[], platforms: readonly CatalogPlatform[], sort: WorkSort): FusedWork[] {
  const ordered = [...hits].sort((a, b) => a.source - b.source || a.rank - b.rank);
  const works = groupByKeys(ordered, ({ record }) => identityKeys(record, platforms)).map((group) => ({
    hits: group,
    score: score(group),
  }));
  const byScore = (a: FusedWork, b: FusedWork): number => b.score - a.score;
  const byPlace = (a: FusedWork, b: FusedWork): number => {
    const [one, two] = [a.hits[0], b.hits[0]];
    return one && two ? one.rank - two.rank || one.source - two.source : 0;
  };
  return works.sort((a, b) => (sort === 'RELEVANCE' ? 0 : compareDates(a, b, sort)) || byScore(a, b) || byPlace(a, b));
}
