import type { RequestScope } from '../../upstream/scope.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { WorkFilter } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { plainText } from '../common/localized-text.js';
import type { LocalizedText, ReadLanguage, SharedRecord } from '../common/record.js';
import { facetLabel } from './facet-labels.js';
import { readPage } from './feed.js';
import { meets, participation, setFields, type Participation } from './filter.js';
import { groupByKeys, identityKeys } from './identity.js';
import type { CatalogPlatform } from './platforms.js';
import type { Catalog, CatalogSearch } from './search.js';

export type FacetField = 'PLATFORM' | 'TYPE' | 'ACCESS_RIGHT' | 'YEAR' | 'LANGUAGE' | 'PUBLISHER';

export interface FacetBucket {
  /** As the filter of the field takes it. */
  readonly value: string;
  readonly label: LocalizedText;
  readonly count: number;
  readonly complete: boolean;
}

export interface Facet {
  readonly field: FacetField;
  readonly buckets: readonly FacetBucket[];
}

/** Hits read at most of one platform to count them: what is more is told by `complete: false`. */
const MAX_HITS = 1000;
const MAX_BUCKETS = 100;
/** Values that are counted exactly for each that is shown: texts have thousands, and the frequent ones are known before. */
const CANDIDATES = 3;

/** What was read of one platform's hits. */
interface PlatformHits {
  readonly platform: CatalogPlatform;
  readonly hits: readonly SharedRecord[];
  readonly complete: boolean;
  /** The platform's own number of hits, where it is exact and nothing was checked again. */
  readonly total: number | null;
}

/** The field of the filter that a bucket's value goes into, and the values that a record has for it. */
interface Counting {
  readonly filter: (value: string) => WorkFilter;
  readonly valuesOf: (record: SharedRecord) => readonly string[];
  /** The record's field that has to be carried for it to be counted. */
  readonly carried: keyof SharedRecord;
}

function textsOf(text: LocalizedText | null | undefined): string[] {
  return (text?.values ?? []).map(({ value }) => value);
}

const COUNTING: Readonly<Record<Exclude<FacetField, 'PLATFORM'>, Counting>> = {
  TYPE: {
    filter: (value) => ({ types: [value] as NonNullable<WorkFilter['types']> }),
    valuesOf: ({ type }) => (type === undefined ? [] : [type]),
    carried: 'type',
  },
  ACCESS_RIGHT: {
    filter: (value) => ({ accessRights: [value] as NonNullable<WorkFilter['accessRights']> }),
    valuesOf: ({ accessRight }) => (accessRight === undefined ? [] : [accessRight]),
    carried: 'accessRight',
  },
  YEAR: {
    filter: (value) => ({ from: value, until: value }),
    valuesOf: ({ issued }) => (typeof issued === 'string' ? [issued.slice(0, 4)] : []),
    carried: 'issued',
  },
  LANGUAGE: {
    filter: (value) => ({ languages: [value] }),
    valuesOf: ({ languages }) => (languages ?? []).map((language) => language.toLowerCase().split('-')[0] ?? ''),
    carried: 'languages',
  },
  PUBLISHER: {
    filter: (value) => ({ publisher: value }),
    valuesOf: ({ publisher }) => textsOf(publisher),
    carried: 'publisher',
  },
};

/** Reads a platform's hits up to MAX_HITS, within the deadline. A failure leaves what was read, and that it is not all. */
async function readHits(
  platform: CatalogPlatform,
  { checked }: Extract<Participation, { checked: unknown }>,
  { query, filter, sort }: CatalogSearch,
  languages: readonly ReadLanguage[],
  scope: RequestScope,
): Promise<PlatformHits> {
  const { connector } = platform;
  const kept = new Map<string, SharedRecord>();
  let total: number | null = null;
  let [position, read]: [string | null, number] = [null, 0];
  try {
    do {
      const first = Math.min(connector.capabilities.maxPageSize, MAX_HITS - read);
      const page = await readPage(platform, { query, filter, sort, languages, position, first }, scope);
      for (const record of page.hits) {
        if (checked.every((field) => meets(record, field, filter))) kept.set(record.id, kept.get(record.id) ?? record);
      }
      if (position === null && page.totalKind === 'EXACT' && checked.length === 0) total = page.total;
      read += page.hits.length;
      position = page.next;
      if (page.partial || page.cut === true)
        return { platform, hits: [...kept.values()], complete: false, total: null };
    } while (position !== null && read < MAX_HITS && scope.remainingMs > 0);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return { platform, hits: [...kept.values()], complete: false, total };
  }
  return { platform, hits: [...kept.values()], complete: position === null, total };
}

/** The values that most records have, by a count of records that have exactly this value: never more than the filter finds. */
function frequentValues(
  read: readonly PlatformHits[],
  valuesOf: (record: SharedRecord) => readonly string[],
  count: number,
): string[] {
  const records = new Map<string, number>();
  for (const value of read.flatMap(({ hits }) => hits.flatMap((hit) => [...new Set(valuesOf(hit))]))) {
    records.set(value, (records.get(value) ?? 0) + 1);
  }
  return [...records]
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .slice(0, count)
    .map(([value]) => value);
}

/**
 * The buckets of one field: for each value that occurs, the works that the filter with this value would find. Only the
 * records that meet the filter are joined, as the search itself would join them, and platforms that cannot apply the
 * filter (it would skip them) are left out.
 */
function bucketsOf(
  field: Exclude<FacetField, 'PLATFORM'>,
  read: readonly PlatformHits[],
  search: CatalogSearch,
  first: number,
  platforms: readonly CatalogPlatform[],
): FacetBucket[] {
  const { filter, valuesOf, carried } = COUNTING[field];
  return frequentValues(read, valuesOf, first * CANDIDATES).map((value) => {
    const narrowed = filter(value);
    const taking = read.filter(
      ({ platform }) => 'checked' in participation(platform, { ...search.filter, ...narrowed }, search.sort),
    );
    const fields = setFields(narrowed);
    const matching = taking.flatMap(({ hits }) =>
      hits.filter((hit) => fields.every((name) => meets(hit, name, narrowed))),
    );
    return {
      value,
      label: facetLabel(field, value),
      count: groupByKeys(matching, (record) => identityKeys(record, platforms)).length,
      // A platform that filters by what its hits do not carry has records that could not be counted.
      complete: taking.every(
        ({ platform, complete, hits }) =>
          complete &&
          hits.every((hit) => hit[carried] !== undefined) &&
          platform.connector.capabilities.hitsTell?.(narrowed) !== false,
      ),
    };
  });
}

function platformBuckets(read: readonly PlatformHits[]): FacetBucket[] {
  return read.map(({ platform, hits, total, complete }) => ({
    value: platform.connector.platform,
    label: plainText(platform.name),
    count: total ?? hits.length,
    complete: total !== null || complete,
  }));
}

/** By count, and then by value: the years are as stable as everything else. */
function ordered(buckets: readonly FacetBucket[]): FacetBucket[] {
  return buckets.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * Counts a search's hits by some fields. The hits are read, up to a thousand a platform, so that a work which several
 * platforms hold counts once; platforms' own totals are never added up.
 * @throws BadUserInput
 */
export async function countFacets(
  by: readonly FacetField[],
  first: number,
  search: CatalogSearch,
  catalog: Catalog,
  scope: RequestScope,
): Promise<Facet[]> {
  if (first < 1 || first > MAX_BUCKETS)
    throw new BadUserInput(`facets(first: ${String(first)}): ask for 1 to ${String(MAX_BUCKETS)} values of a field.`);
  const within = scope.within(Date.now() + catalog.searchTimeoutMs);
  const asked = catalog.platforms.flatMap((platform) => {
    if (search.platforms !== null && !search.platforms.includes(platform.connector.platform)) return [];
    const part = participation(platform, search.filter, search.sort);
    return 'checked' in part ? [{ platform, part }] : [];
  });
  // Publishers have names in two languages; all else is the same in both, and a second language costs a second search.
  const languages: readonly ReadLanguage[] = by.includes('PUBLISHER') ? ['ja', 'en'] : ['ja'];
  const read = await Promise.all(
    asked.map(({ platform, part }) => readHits(platform, part, search, languages, within)),
  );
  return [...new Set(by)].map((field) => ({
    field,
    buckets: ordered(
      field === 'PLATFORM' ? platformBuckets(read) : bucketsOf(field, read, search, first, catalog.platforms),
    ).slice(0, first),
  }));
}
