/** The works of a person, an organisation or an award: a search of the catalog like any other, by an identifier. */
import { UpstreamUnavailable, type UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { WorkFilter } from '../common/connector.js';
import { numberOfAwardId } from '../common/award-number.js';
import { BadUserInput } from '../common/errors.js';
import type { PersonKey } from '../common/entity-records.js';
import type { Needs } from './needs.js';
import { searchCatalog, type Catalog, type CatalogSearch } from './search.js';
import type { MergedWork } from './merge.js';

/** The filter of a person's works. */
export function worksOfPerson(person: PersonKey): WorkFilter {
  return { person };
}

export function worksOfOrganization(ror: string): WorkFilter {
  return { ror };
}

/** A Japan Grant Number is nobody else's; other numbers are told apart by their funder. */
export function worksOfAward(id: string): WorkFilter {
  return { awardNumber: numberOfAwardId(id), ...(id.startsWith('jgn:') ? {} : { awardId: id }) };
}

/** The search for an entity's works, narrowed further by what the caller asks for. */
export function searchOfWorks(own: WorkFilter, search: CatalogSearch): CatalogSearch {
  for (const field of ['awardNumber'] as const) {
    if (own[field] !== undefined && search.filter[field] !== undefined) {
      throw new BadUserInput(`filter.${field} is the award itself here: leave it out.`);
    }
  }
  return { ...search, filter: { ...search.filter, ...own } };
}

/** Hits whose records are read to learn what works call somebody. */
const SAMPLE = 10;
const NEEDS: Needs = { fields: new Set(['creators', 'funding']), languages: ['ja', 'en'] };

/**
 * Some works that a filter finds, with what they say of creators and grants; and a failure where there may be more, at a
 * platform that could not be asked.
 */
export async function someWorks(
  filter: WorkFilter,
  catalog: Catalog,
  scope: RequestScope,
): Promise<{ readonly works: readonly MergedWork[]; readonly failure: UpstreamError | null }> {
  const search = { query: null, filter, platforms: null, sort: 'RELEVANCE', first: SAMPLE, after: null } as const;
  const { edges, sources } = await searchCatalog(search, NEEDS, catalog, scope);
  const failed = sources.find(({ state }) => state === 'FAILED' || state === 'TIMEOUT');
  return {
    works: edges.map(({ work }) => work),
    failure:
      failed === undefined
        ? null
        : new UpstreamUnavailable({
            platform: failed.platform,
            message: failed.message ?? `${failed.platform} could not be asked.`,
          }),
  };
}
