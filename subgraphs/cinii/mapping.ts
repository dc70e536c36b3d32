/** CiNii Research's documents as records: nothing of the upstream's shape gets past here. */
import { NO_FIELDS } from '../common/no-fields.js';
import type { Funding, Retrieval } from '../common/record.js';
import { awardOf } from '../common/value-resolvers.js';
import { mapHit } from './mapping-hit.js';
import { awardNumberOf } from './mapping-links.js';
import type { CiniiRecord, FullCiniiRecord } from './record.js';
import type { SearchAnswer } from './responses.js';

export { mapDetail } from './mapping-detail.js';
export { mapHit } from './mapping-hit.js';
export { mergeHits } from './merge-hits.js';

/** The hits of one page, in the platform's order. */
export function mapHits(answer: SearchAnswer, retrieved: Retrieval): CiniiRecord[] {
  return answer.items.map((item) => mapHit(item, answer.language, retrieved));
}

/** The grant that a hit of a project is: its own number and title; the funder is in its document alone. */
function fundingOfHit(hit: CiniiRecord): Funding[] {
  const awardNumber = hit.type === 'PROJECT' ? awardNumberOf(hit.identifiers ?? []) : null;
  if (awardNumber === null) return [];
  const awardTitle = hit.title === undefined || hit.title.values.length === 0 ? null : hit.title;
  return [{ funder: null, funderIds: [], stream: null, streamId: null, awardNumber, awardTitle }];
}

/** A hit where no more can be read (offline): what it does not carry counts as none. */
export function asFullRecord(hit: CiniiRecord): FullCiniiRecord {
  const funding = fundingOfHit(hit);
  return {
    abstract: null,
    publication: null,
    dataSources: [],
    projects: funding.map(awardOf).filter((award) => award !== null),
    ...NO_FIELDS,
    funding,
    ...hit,
  };
}
