import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localizedText, plainText } from '../common/localized-text.js';
import type { Creator, FullRecord, Platform } from '../common/record.js';
import { groupByKeys } from './identity.js';
import { mergeRecords } from './merge.js';
import { fakePlatform, fullRecord, hit } from './testing/fake-platform.js';

const platforms = [
  fakePlatform({ platform: 'CINII_RESEARCH', prefix: 'cinii', hits: [], standing: 'index' }),
  fakePlatform({ platform: 'JAIRO_CLOUD', prefix: 'jairo', hits: [], standing: 'origin' }),
];

const cinii = (given: Partial<FullRecord> = {}): FullRecord =>
  fullRecord({ id: 'cinii:1', platform: 'CINII_RESEARCH', ...given });
const jairo = (given: Partial<FullRecord> = {}): FullRecord =>
  fullRecord({ id: 'jairo:h/1', platform: 'JAIRO_CLOUD', ...given });

function person(name: string, orcid: string | null = null): Creator {
  return {
    name: plainText(name),
    familyName: null,
    givenName: null,
    orcid,
    nrid: null,
    eRadId: null,
    identifiers: [],
    affiliations: [],
  };
}

const sourceOf = (field: string, ...records: FullRecord[]): string | undefined =>
  mergeRecords(records, platforms).provenance.find((source) => source.field === field)?.recordId;

describe('merging the records of one work', () => {
  it('takes a title in two languages before one in one, whoever states it', () => {
    const both = localizedText([
      { value: '海', lang: 'ja' },
      { value: 'Sea', lang: 'en' },
    ]);
    expect(sourceOf('title', cinii({ title: both }), jairo({ title: plainText('海', 'ja') }))).toBe('cinii:1');
  });

  it('takes equally good values from the platform that holds the work', () => {
    expect(sourceOf('title', cinii({ title: plainText('海', 'ja') }), jairo({ title: plainText('海 ', 'ja') }))).toBe(
      'jairo:h/1',
    );
  });

  it('takes a day before a year', () => {
    expect(mergeRecords([jairo({ issued: '2020' }), cinii({ issued: '2020-05-01' })], platforms).issued).toBe(
      '2020-05-01',
    );
  });

  it('takes the first of January for no more than its year, which an index makes of a bare one', () => {
    const issued = (one: string, other: string): string | null =>
      mergeRecords([jairo({ issued: one }), cinii({ issued: other })], platforms).issued;
    expect([issued('2020', '2020-01-01'), issued('2020-05', '2020-01-01'), issued('2020-01-01', '2020')]).toEqual([
      '2020',
      '2020-05',
      '2020-01-01',
    ]);
  });

  it('takes the creators of the record that identifies them, never mixed', () => {
    const one = [person('海野, 花子'), person('山田, 太郎')];
    const two = [person('UMINO Hanako', '0000-0002-1825-0097'), person('YAMADA Taro')];
    expect(mergeRecords([jairo({ creators: one }), cinii({ creators: two })], platforms).creators).toEqual(two);
  });

  it('keeps the embargo of the record whose access right it takes', () => {
    const merged = mergeRecords(
      [cinii({ accessRight: 'OPEN' }), jairo({ accessRight: 'EMBARGOED', embargoUntil: '2027-01-01' })],
      platforms,
    );
    expect([merged.accessRight, merged.embargoUntil]).toEqual(['EMBARGOED', '2027-01-01']);
  });

  it('tells an empty list (the sources have none) from a null one (a record could not be read)', () => {
    expect(mergeRecords([cinii()], platforms).subjects).toEqual([]);
    expect(mergeRecords([hit('CINII_RESEARCH', 'cinii:1')], platforms).subjects).toBeNull();
  });

  it('has the DOI as id and address, else the first platform in order', () => {
    const merged = mergeRecords([jairo({ doi: '10.5072/a' }), cinii()], platforms);
    expect([merged.id, merged.url]).toEqual(['doi:10.5072/a', 'https://doi.org/10.5072/a']);
    expect(mergeRecords([jairo({ url: 'https://h/records/1' }), cinii()], platforms)).toMatchObject({
      id: 'cinii:1',
      url: 'https://h/records/1',
    });
  });

  it('does not depend on the order of the records', () => {
    const record = fc.record({
      platform: fc.constantFrom<Platform>('CINII_RESEARCH', 'JAIRO_CLOUD'),
      number: fc.integer({ min: 0, max: 20 }),
      issued: fc.constantFrom(null, '2019', '2019-02', '2020-01-01'),
      title: fc.constantFrom('海', 'Sea', '空'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(record, { maxLength: 6, selector: ({ platform, number }) => `${platform}${String(number)}` }),
        fc.nat(),
        (given, seed) => {
          const records = given.map(({ platform, number, issued, title }) =>
            fullRecord({
              id: `${platform === 'CINII_RESEARCH' ? 'cinii' : 'jairo'}:${String(number)}`,
              platform,
              issued,
              title: plainText(title),
            }),
          );
          const shuffled = [...records].sort(
            (a, b) =>
              ((a.id.length * 7919 + a.id.charCodeAt(6) * seed) % 13) -
              ((b.id.length * 7919 + b.id.charCodeAt(6) * seed) % 13),
          );
          const merged = mergeRecords(records, platforms);
          expect(mergeRecords(shuffled, platforms)).toEqual(merged);
          expect(mergeRecords(merged.records, platforms)).toEqual(merged);
        },
      ),
    );
  });
});

describe('grouping by keys', () => {
  it('is transitive and keeps the order of first appearance', () => {
    const groups = groupByKeys(['a1', 'b2', '13', '2x'], (item) => [...item]);
    expect(groups).toEqual([
      ['a1', '13'],
      ['b2', '2x'],
    ]);
  });

  it('never joins two DOIs through a weaker key; what shares a key with both goes to the smaller', () => {
    const items = [['doi:b', 'k'], ['doi:a', 'k'], ['k']];
    expect(groupByKeys(items, (item) => item)).toEqual([[['doi:b', 'k']], [['doi:a', 'k'], ['k']]]);
  });

  it('gives the same sets in any order', () => {
    const item = fc
      .array(fc.constantFrom('doi:a', 'doi:b', 'k', 'l', 'm', 'n'), { minLength: 1, maxLength: 3 })
      .map((keys) => [...new Set(keys)].filter((key, _, all) => !(key === 'doi:b' && all.includes('doi:a'))));
    const sets = (groups: string[][][]): string[] =>
      groups
        .map((group) =>
          group
            .map((keys) => keys.join())
            .sort()
            .join('|'),
        )
        .sort();
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        expect(sets(groupByKeys([...items].reverse(), (keys) => keys))).toEqual(
          sets(groupByKeys(items, (keys) => keys)),
        );
      }),
    );
  });

  it('changes nothing of what it has grouped', () => {
    const keys = fc.uniqueArray(fc.constantFrom('doi:a', 'k', 'l', 'm', 'n', 'o'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 8 }), (items) => {
        const groups = groupByKeys(items, (item) => item);
        expect(groupByKeys(groups, (group) => group.flat()).map((same) => same.flat())).toEqual(groups);
      }),
    );
  });
});
