import { UpstreamError } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { WorkFilter } from '../../common/connector.js';
import type { SharedRecord } from '../../common/record.js';
import { readPage } from '../feed.js';
import { meets, participation } from '../filter.js';
import { carries, type Need } from '../needs.js';
import type { CatalogPlatform } from '../platforms.js';
import { eachOf } from './each-of.js';
import { DIMENSIONS, type RecordDimension } from './dimensions.js';

/** Hits of a platform that one report reads at most: what is more is counted by a sample, and says so. */
export const MAX_READ = 2000;
/** Records whose own documents one report reads at most, where hits do not tell what is counted by. */
export const MAX_DOCUMENTS = 200;

/** How much of a platform one report may still read. */
export interface Budget {
  hits: number;
  documents: number;
}

/** Some records of a platform. */
export interface Reading {
  readonly records: readonly SharedRecord[];
  /** All that the search finds were read. */
  readonly complete: boolean;
  /** Of how many the platform told, where it did. */
  readonly total: number | null;
}

/** Whether a record tells what a dimension counts by. */
export function tells(record: SharedRecord, dimension: RecordDimension): boolean {
  const { need } = DIMENSIONS[dimension];
  return need === 'repository' ? record.repository !== undefined : carries(record, need);
}

/** Reads what a search finds, as far as the budget goes. A page that fails is thrown: what was not read is not counted. */
export async function readRecords(
  platform: CatalogPlatform,
  query: string | null,
  filter: WorkFilter,
  budget: Budget,
  scope: RequestScope,
): Promise<Reading> {
  const part = participation(platform, filter, 'RELEVANCE');
  const checked = 'checked' in part ? part.checked : [];
  const records = new Map<string, SharedRecord>();
  let [position, total]: [string | null, number | null] = [null, null];
  do {
    const first = Math.min(platform.connector.capabilities.maxPageSize, budget.hits);
    const search = { query, filter, sort: 'RELEVANCE', languages: ['ja'], position, first } as const;
    const page = await readPage(platform, search, scope);
    for (const record of page.hits)
      if (checked.every((field) => meets(record, field, filter))) records.set(record.id, record);
    total ??= page.total;
    budget.hits -= page.hits.length;
    position = page.next;
    if (page.cut === true || page.partial) return { records: [...records.values()], complete: false, total };
    if (page.hits.length === 0) break;
  } while (position !== null && budget.hits > 0);
  return { records: [...records.values()], complete: position === null, total };
}

/**
 * The records with what some dimensions count by: read from their own documents where the hits do not tell it, while there are
 * few enough (null: they are not). What cannot be read stays as it is.
 */
export async function withDocuments(
  platform: CatalogPlatform,
  records: readonly SharedRecord[],
  dimensions: readonly RecordDimension[],
  budget: Budget,
  scope: RequestScope,
): Promise<readonly SharedRecord[] | null> {
  const silent = records.filter((record) => dimensions.some((dimension) => !tells(record, dimension)));
  if (silent.length > budget.documents) return null;
  budget.documents -= silent.length;
  const wanted = new Set<string>(
    dimensions.flatMap((dimension): Need[] => {
      const { need } = DIMENSIONS[dimension];
      return need === 'repository' ? [] : [need];
    }),
  );
  const full = new Map<string, SharedRecord>();
  await eachOf(silent, async ({ id }) => {
    try {
      const record = await platform.connector.record(id, scope, wanted);
      if (record !== null) full.set(id, record);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
    }
  });
  return records.map((record) => full.get(record.id) ?? record);
}
