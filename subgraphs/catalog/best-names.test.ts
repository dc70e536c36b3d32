import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localizedText, plainText } from '../common/localized-text.js';
import type { Affiliation, LocalizedText } from '../common/record.js';
import { bestName, eachOnce, inBestForm } from './best-names.js';

const both = localizedText([
  { value: '潮騒大学', lang: 'ja' },
  { value: 'Shiosai University', lang: 'en' },
]);
const untagged = localizedText([
  { value: 'Shiosai University', lang: null },
  { value: '潮騒大学', lang: null },
]);
const japanese = plainText('潮騒大学', 'ja');
const ROR = 'https://ror.org/04ksd4g47';
const at = (name: LocalizedText, ror: string | null = null): Affiliation => ({ name, ror, identifiers: [] });

describe('the best of some names', () => {
  it('is in both languages, then in one, then in two scripts, and whole', () => {
    expect(bestName([untagged, japanese, both])).toBe(both);
    expect(bestName([untagged, japanese])).toBe(japanese);
    expect(bestName([plainText('Shiosai University'), untagged])).toBe(untagged);
    expect(bestName([null, localizedText([])])).toBeNull();
  });

  it('is the first of equals', () => {
    const [one, other] = [plainText('磯辺 航', 'ja'), plainText('磯辺航', 'ja')];
    expect(bestName([one, other])).toBe(one);
    expect(bestName([other, one])).toBe(other);
  });
});

describe('affiliations', () => {
  it('are one where the ROR id is, or a name', () => {
    expect(eachOnce([at(both), at(plainText('Ｓｈｉｏｓａｉ university')), at(plainText('Other'))])).toHaveLength(2);
    expect(eachOnce([at(plainText('A'), ROR), at(plainText('B'), ROR)])).toHaveLength(1);
    expect(eachOnce([at(japanese, ROR), at(japanese, 'https://ror.org/057zh3y96')])).toHaveLength(2);
  });

  it('stand in the form with a ROR id, whole', () => {
    expect(eachOnce([at(both), at(japanese, ROR)])).toEqual([at(japanese, ROR)]);
    expect(inBestForm([at(both)], [at(plainText('Other'), ROR), at(both, ROR)])).toEqual([at(both, ROR)]);
    expect(inBestForm([at(both)], [])).toEqual([at(both)]);
  });

  it('stay as they are when they are put together again', () => {
    const name = fc.constantFrom(both, untagged, japanese, plainText('Other'));
    const affiliation = fc
      .record({ name, ror: fc.constantFrom(null, ROR) })
      .map(({ name: text, ror }) => at(text, ror));
    fc.assert(
      fc.property(fc.array(affiliation), (affiliations) => {
        const once = eachOnce(affiliations);
        expect(eachOnce(once)).toEqual(once);
        expect(once.length).toBeLessThanOrEqual(affiliations.length);
      }),
    );
  });
});
