import { describe, expect, it } from 'vitest';
import { boxesTouch, SearchIndex } from './search-index.js';
import { testEntry } from './testing.js';
import type { CatalogueQuery, IndexedEntry } from './types.js';

function indexOf(...entries: IndexedEntry[]): SearchIndex {
  const index = new SearchIndex();
  for (const entry of entries) index.put(entry);
  return index;
}

const ask = (index: SearchIndex, query: string | null, rest: Partial<CatalogueQuery> = {}): readonly string[] =>
  index.search({ query, sort: 'RELEVANCE', ...rest }).ids;

describe('words', () => {
  const index = indexOf(
    testEntry('a', { title: '気象庁55年長期再解析 JRA-55' }),
    testEntry('b', { title: 'Japanese 55-year Reanalysis' }),
    testEntry('c', {
      title: '積雪深データセット',
      fields: { title: ['積雪深'], keywords: ['雪'], people: ['山田'], text: [] },
    }),
  );

  it.each([
    ['JRA55', ['a']],
    ['ｊｒａ５５', ['a']],
    ['jra-55', ['a']],
    ['再解析', ['a']],
    ['解析 JRA', ['a']],
    ['reanalysis japanese', ['b']],
    ['reanalys', []],
    ['雪', ['c']],
    ['深', ['c']],
    ['田', ['c']],
    ['山', ['c']],
    ['積雪 山田', ['c']],
    ['積雪 JRA', []],
    ['雪積', []],
    ['constructor __proto__', []],
  ])('%s finds %j', (query, ids) => {
    expect(ask(index, query)).toEqual(ids);
  });

  it('of a title weigh more than those of keywords, people and texts, in this order', () => {
    const fields = { title: ['x'], keywords: ['x'], people: ['x'], text: ['x'] };
    const weighted = indexOf(
      testEntry('text', { fields: { ...fields, text: ['ozone'] } }),
      testEntry('people', { fields: { ...fields, people: ['ozone'] } }),
      testEntry('keywords', { fields: { ...fields, keywords: ['ozone'] } }),
      testEntry('title', { fields: { ...fields, title: ['ozone'] } }),
    );
    expect(ask(weighted, 'ozone')).toEqual(['title', 'keywords', 'people', 'text']);
  });

  it('in quotation marks stand together, and not across two values', () => {
    const entries = indexOf(
      testEntry('together', { title: 'Arctic sea ice' }),
      testEntry('apart', { title: 'Ice of the sea' }),
      testEntry('across', { fields: { title: ['Deep sea', 'Ice'], keywords: [], people: [], text: [] } }),
    );
    expect(ask(entries, '"sea ice"')).toEqual(['together']);
    expect(ask(entries, 'sea ice')).toHaveLength(3);
  });

  it('are found no more once their entry was replaced or removed', () => {
    const changing = indexOf(testEntry('a', { title: 'old' }));
    changing.put(testEntry('a', { title: 'new' }));
    expect([ask(changing, 'old'), ask(changing, 'new')]).toEqual([[], ['a']]);
    changing.remove('a');
    expect(ask(changing, null)).toEqual([]);
    expect(ask(changing, 'new')).toEqual([]);
  });

  it('that are no words find nothing, and the answer says why', () => {
    expect(index.search({ query: '???', sort: 'RELEVANCE' })).toEqual({
      ids: [],
      message: 'The query has no letter or digit to look for.',
    });
  });

  it('of a hostile query are answered at once', () => {
    const started = performance.now();
    for (const text of [
      '"'.repeat(10_000),
      '(a+)+$'.repeat(2000),
      '雪'.repeat(10_000),
      'a-'.repeat(5000),
      '﷽'.repeat(10_000),
    ]) {
      ask(index, text);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('order', () => {
  const index = indexOf(
    testEntry('b', { title: 'snow', issued: '2020' }),
    testEntry('a', { title: 'snow', issued: '2020' }),
    testEntry('new', { title: 'snow', issued: '2021-03' }),
    testEntry('undated', { title: 'snow' }),
  );

  it('without a query is newest first, equal ones by id, undated ones last', () => {
    expect(ask(index, null)).toEqual(['new', 'a', 'b', 'undated']);
    expect(ask(index, 'snow', { sort: 'OLDEST' })).toEqual(['a', 'b', 'new', 'undated']);
  });

  it('of equally good hits is by id', () => {
    expect(ask(index, 'snow')).toEqual(['a', 'b', 'new', 'undated']);
  });
});

describe('a period', () => {
  const index = indexOf(
    testEntry('past', { period: { from: '1958', until: '1979-12' } }),
    testEntry('ongoing', { period: { from: '2000-01-01', until: null } }),
    testEntry('none'),
  );

  it.each([
    ['1979-12-31', null, ['ongoing', 'past']],
    ['1980', null, ['ongoing']],
    [null, '1957', []],
    [null, '1958-01-01', ['past']],
    ['2100', '2101', ['ongoing']],
    [null, null, ['ongoing', 'past']],
  ])('from %s until %s finds %j', (from, until, ids) => {
    expect(ask(index, null, { period: { from, until } })).toEqual(ids);
  });
});

describe('a box', () => {
  const japan = { west: 122, south: 20, east: 154, north: 46 };
  const pacific = { west: 150, south: -60, east: -70, north: 60 };

  it.each([
    ['overlapping', { west: 140, south: 30, east: 160, north: 40 }, true],
    ['touching', { west: 154, south: 46, east: 160, north: 50 }, true],
    ['a point within', { west: 139.7, south: 35.7, east: 139.7, north: 35.7 }, true],
    ['apart', { west: 0, south: 20, east: 10, north: 46 }, false],
    ['south of it', { west: 122, south: -20, east: 154, north: 10 }, false],
    ['across the date line', pacific, true],
    ['around it across the date line', { west: 160, south: 0, east: 100, north: 40 }, false],
  ])('%s: %s', (_, box, touches) => {
    expect(boxesTouch(japan, box)).toBe(touches);
    expect(boxesTouch(box, japan)).toBe(touches);
  });

  it('that ends at the date line touches one that begins there', () => {
    const west = { west: 170, south: 0, east: 180, north: 1 };
    expect(boxesTouch(west, { west: -180, south: 0, east: -175, north: 1 })).toBe(true);
    expect(boxesTouch(west, { west: -179, south: 0, east: -175, north: 1 })).toBe(false);
    expect(boxesTouch(pacific, { west: 175, south: 0, east: -175, north: 1 })).toBe(true);
  });

  it('finds the entries of which one box touches it, and none without boxes', () => {
    const index = indexOf(
      testEntry('two', { boxes: [{ west: 0, south: 0, east: 1, north: 1 }, japan] }),
      testEntry('none'),
    );
    expect(ask(index, null, { bbox: { west: 130, south: 30, east: 131, north: 31 } })).toEqual(['two']);
    expect(ask(index, null, { bbox: { west: -10, south: 50, east: -5, north: 60 } })).toEqual([]);
  });
});
