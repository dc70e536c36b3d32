import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import type { FilterSupport, WorkFilter } from '../common/connector.js';
import { bestText, plainText } from '../common/localized-text.js';
import type { SharedRecord } from '../common/record.js';
import { countFacets, type FacetBucket, type FacetField } from './facets.js';
import { searchCatalog, type Catalog, type CatalogSearch } from './search.js';
import { fakePlatform, hit, type FakePlatform } from './testing/fake-platform.js';

const SEARCH: CatalogSearch = {
  query: 'water',
  filter: {},
  platforms: null,
  sort: 'RELEVANCE',
  first: 20,
  after: null,
};
const EVERY: readonly FacetField[] = ['TYPE', 'ACCESS_RIGHT', 'YEAR', 'LANGUAGE', 'PUBLISHER'];

function catalogOf(...platforms: FakePlatform[]): Catalog {
  return { platforms, secret: 'a secret for tests', searchTimeoutMs: 1000 };
}

function platform(
  name: 'CINII_RESEARCH' | 'EOSC' | 'JAIRO_CLOUD',
  hits: readonly SharedRecord[],
  support: FilterSupport = 'records',
): FakePlatform {
  return fakePlatform({ platform: name, prefix: name.toLowerCase(), hits, support: () => support });
}

async function bucketsOf(
  field: FacetField,
  catalog: Catalog,
  search: Partial<CatalogSearch> = {},
  first = 100,
): Promise<readonly FacetBucket[]> {
  const [facet] = await countFacets([field], first, { ...SEARCH, ...search }, catalog, new RequestScope());
  expect(facet?.field).toBe(field);
  return facet?.buckets ?? [];
}

/** The filter that opens a bucket, as the API's documentation says. */
function opening(field: FacetField, value: string): WorkFilter {
  switch (field) {
    case 'TYPE':
      return { types: [value] as never };
    case 'ACCESS_RIGHT':
      return { accessRights: [value] as never };
    case 'YEAR':
      return { from: value, until: value };
    case 'LANGUAGE':
      return { languages: [value] };
    case 'PUBLISHER':
      return { publisher: value };
    case 'PLATFORM':
      return {};
  }
}

/** How many works a search gives, walked to its end. */
async function works(catalog: Catalog, search: Partial<CatalogSearch>): Promise<number> {
  let [count, after]: [number, string | null] = [0, null];
  for (let pages = 0; pages < 100; pages += 1) {
    const needs = { fields: new Set(['title'] as const), languages: ['ja'] as const };
    const page = await searchCatalog({ ...SEARCH, first: 50, ...search, after }, needs, catalog, new RequestScope());
    count += page.edges.length;
    if (!page.hasNextPage) return count;
    after = page.endCursor;
  }
  throw new Error('the walk does not end');
}

const record = fc.record({
  work: fc.nat(12),
  type: fc.constantFrom('ARTICLE' as const, 'DATASET' as const, 'THESIS' as const),
  accessRight: fc.constantFrom('OPEN' as const, 'RESTRICTED' as const, 'UNKNOWN' as const),
  issued: fc.constantFrom('2018', '2018-04-01', '2019-12', '2020', null),
  languages: fc.constantFrom(['ja'], ['en'], ['ja', 'en'], ['en-US'], []),
  publisher: fc.constantFrom('潮騒大学', '潮騒大学出版会', 'Ｓｈｉｏｓａｉ', 'Shiosai', null),
});

function hitsOf(
  name: 'CINII_RESEARCH' | 'EOSC',
  records: readonly (typeof record extends fc.Arbitrary<infer R> ? R : never)[],
): SharedRecord[] {
  return records.map(({ work, publisher, ...fields }, index) =>
    hit(name, `${name.toLowerCase()}:${String(index)}`, {
      ...fields,
      doi: `10.5072/${String(work)}`,
      publisher: publisher === null ? null : plainText(publisher),
    }),
  );
}

describe('a facet’s value', () => {
  it('opens exactly the works that it counts, whatever overlaps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 15 }), fc.array(record, { maxLength: 15 }), async (one, other) => {
        const catalog = catalogOf(
          platform('CINII_RESEARCH', hitsOf('CINII_RESEARCH', one)),
          platform('EOSC', hitsOf('EOSC', other)),
        );
        for (const field of EVERY) {
          for (const { value, count, complete } of await bucketsOf(field, catalog)) {
            expect(complete).toBe(true);
            expect([field, value, count]).toEqual([
              field,
              value,
              await works(catalog, { filter: opening(field, value) }),
            ]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('counts a work that two platforms hold once, and only where both or either have the value', async () => {
    const catalog = catalogOf(
      platform('CINII_RESEARCH', [
        hit('CINII_RESEARCH', 'cinii_research:1', { doi: '10.5072/a', type: 'DATASET' }),
        hit('CINII_RESEARCH', 'cinii_research:2', { doi: '10.5072/b', type: 'ARTICLE' }),
      ]),
      platform('EOSC', [
        hit('EOSC', 'eosc:1', { doi: '10.5072/a', type: 'DATASET' }),
        hit('EOSC', 'eosc:2', { doi: '10.5072/b', type: 'DATASET' }),
      ]),
    );
    expect(await bucketsOf('TYPE', catalog)).toMatchObject([
      { value: 'DATASET', count: 2, complete: true },
      { value: 'ARTICLE', count: 1, complete: true },
    ]);
  });

  it('leaves out a platform that the filter would skip, and its failure does not matter then', async () => {
    const skipped = platform('JAIRO_CLOUD', [hit('JAIRO_CLOUD', 'jairo_cloud:1')], { unsupported: 'No types.' });
    skipped.before = () => {
      throw new UpstreamUnavailable({ platform: 'JAIRO_CLOUD', message: 'away' });
    };
    const catalog = catalogOf(skipped, platform('EOSC', [hit('EOSC', 'eosc:1')]));
    expect(await bucketsOf('TYPE', catalog)).toMatchObject([{ value: 'ARTICLE', count: 1, complete: true }]);
  });

  it('is incomplete where a platform that takes part failed, did not carry the field, or holds more than was read', async () => {
    const away = platform('CINII_RESEARCH', [hit('CINII_RESEARCH', 'cinii_research:1')]);
    away.before = () => {
      throw new UpstreamUnavailable({ platform: 'CINII_RESEARCH', message: 'away' });
    };
    const good = platform('EOSC', [hit('EOSC', 'eosc:1', { issued: '2020' })]);
    expect(await bucketsOf('YEAR', catalogOf(away, good))).toMatchObject([
      { value: '2020', count: 1, complete: false },
    ]);

    const { issued: _, ...dateless } = hit('CINII_RESEARCH', 'cinii_research:1');
    expect(await bucketsOf('YEAR', catalogOf(platform('CINII_RESEARCH', [dateless]), good))).toMatchObject([
      { value: '2020', count: 1, complete: false },
    ]);

    const many = Array.from({ length: 1100 }, (__, index) => hit('CINII_RESEARCH', `cinii_research:${String(index)}`));
    const [bucket] = await bucketsOf('TYPE', catalogOf(platform('CINII_RESEARCH', many)));
    expect(bucket).toMatchObject({ count: 1000, complete: false });
  });

  it('is incomplete where the platform knows of its records what its hits do not say', async () => {
    const fake = platform('CINII_RESEARCH', [hit('CINII_RESEARCH', 'cinii_research:1', { type: 'ARTICLE' })], 'native');
    const { connector } = fake;
    const knowing = {
      ...fake,
      connector: {
        ...connector,
        capabilities: { ...connector.capabilities, hitsTell: ({ types }: WorkFilter) => types?.[0] !== 'SOFTWARE' },
      },
    };
    const catalog = catalogOf(knowing, platform('EOSC', [hit('EOSC', 'eosc:1', { type: 'SOFTWARE' })]));
    expect(await bucketsOf('TYPE', catalog)).toMatchObject([
      { value: 'ARTICLE', complete: true },
      { value: 'SOFTWARE', complete: false },
    ]);
  });

  it('has a name in both languages where it has one', async () => {
    const fields = {
      type: 'DATASET',
      accessRight: 'OPEN',
      issued: '2020',
      languages: ['ja'],
      publisher: plainText('潮騒大学'),
    } as const;
    const catalog = catalogOf(platform('EOSC', [hit('EOSC', 'eosc:1', fields)]));
    const labels = await Promise.all(
      EVERY.map(async (field) => {
        const [bucket] = await bucketsOf(field, catalog);
        return ['ja', 'en'].map((language) => (bucket ? bestText(bucket.label, [language]) : ''));
      }),
    );
    expect(labels).toEqual([
      ['データセット', 'Dataset'],
      ['公開', 'Open'],
      ['2020', '2020'],
      ['日本語', 'Japanese'],
      ['潮騒大学', '潮騒大学'],
    ]);
  });
});

describe('the platforms as a facet', () => {
  it('are counted as they count themselves, as far as nothing was checked again', async () => {
    const many = Array.from({ length: 1100 }, (_, index) =>
      hit('EOSC', `eosc:${String(index)}`, { type: index % 2 === 0 ? 'DATASET' : 'ARTICLE' }),
    );
    const catalog = catalogOf(
      platform('EOSC', many),
      platform('CINII_RESEARCH', [hit('CINII_RESEARCH', 'cinii_research:1')], 'native'),
    );
    expect(await bucketsOf('PLATFORM', catalog)).toMatchObject([
      { value: 'EOSC', count: 1100, complete: true },
      { value: 'CINII_RESEARCH', count: 1, complete: true },
    ]);
    expect(await bucketsOf('PLATFORM', catalog, { filter: { types: ['DATASET'] }, platforms: ['EOSC'] })).toMatchObject(
      [{ value: 'EOSC', count: 500, complete: false }],
    );
  });
});

describe('a count of facets', () => {
  it('shows the most frequent values first, as many as are asked for, each field once', async () => {
    const hits = [1, 2, 3, 4, 5, 6].map((index) =>
      hit('EOSC', `eosc:${String(index)}`, {
        issued: String(2016 + Math.ceil(index / 2)),
        type: index > 5 ? 'BOOK' : 'ARTICLE',
      }),
    );
    const [years, ...more] = await countFacets(
      ['YEAR', 'YEAR'],
      2,
      SEARCH,
      catalogOf(platform('EOSC', hits)),
      new RequestScope(),
    );
    expect(years?.buckets.map(({ value, count }) => [value, count])).toEqual([
      ['2017', 2],
      ['2018', 2],
    ]);
    expect(more).toEqual([]);
  });

  it.each([0, 101])('refuses to show %i values', async (first) => {
    await expect(
      countFacets(['TYPE'], first, SEARCH, catalogOf(platform('EOSC', [])), new RequestScope()),
    ).rejects.toThrow(/1 to 100/);
  });
});
