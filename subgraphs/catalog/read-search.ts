import type { WorkFilter } from '../common/connector.js';
import type { WorkFilter as WorkFilterInput } from './generated.js';
import type { CatalogSearch } from './search.js';

/** The filter without the fields that were left out or null; `platforms` is the catalog's own. */
function readFilter(input: WorkFilterInput | null | undefined): WorkFilter {
  const entries = Object.entries(input ?? {}).filter(
    ([field, value]) => field !== 'platforms' && value !== null && value !== undefined,
  );
  return Object.fromEntries(entries);
}

/** The arguments of `search` and of the works of a person, an organisation or an award. */
export interface SearchArguments {
  readonly query?: string | null | undefined;
  readonly filter?: WorkFilterInput | null | undefined;
  readonly sort?: CatalogSearch['sort'] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A search as the catalog makes it, from the arguments of the API: blanks in one form, defaults filled in. */
export function readSearch({ query, filter, sort, first, after }: SearchArguments): CatalogSearch {
  const words = query?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? '';
  return {
    query: words === '' ? null : words,
    filter: readFilter(filter),
    platforms: filter?.platforms ?? null,
    sort: sort ?? 'RELEVANCE',
    first: first ?? 20,
    after: after ?? null,
  };
}
