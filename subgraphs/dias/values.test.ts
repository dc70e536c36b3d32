import { describe, expect, it } from 'vitest';
import { localizedText, plainText } from '../common/localized-text.js';
import { mergeParts, type DiasPart } from './values.js';

const at = (day: string): Date => new Date(`2026-11-${day}T00:00:00Z`);
const text = (value: string, lang: string | null = null) => localizedText([{ value, lang }]);
const part = (source: DiasPart['source'], day: string, values: DiasPart['values']): DiasPart => ({
  source,
  retrievedAt: at(day),
  values,
});

describe('several sources of a dataset', () => {
  it('fill in what those before them leave open, never overwrite, and are told per value', () => {
    const { values, sources } = mergeParts([
      part('DIAS_HTML', '01', { title: text('潮汐', 'ja'), version: '2.1', creators: [], issued: null }),
      part('JALC', '02', { title: text('Tides', 'en'), version: '3', issued: '2014', licenses: [] }),
      part('GEODAB', '03', { issued: '2015', formats: ['GRIB'], keywords: [] }),
    ]);
    expect(values).toMatchObject({ title: text('潮汐', 'ja'), version: '2.1', issued: '2014', formats: ['GRIB'] });
    expect(sources).toEqual([
      { field: 'title', source: 'DIAS_HTML', retrievedAt: at('01') },
      { field: 'version', source: 'DIAS_HTML', retrievedAt: at('01') },
      { field: 'issued', source: 'JALC', retrievedAt: at('02') },
      { field: 'formats', source: 'GEODAB', retrievedAt: at('03') },
    ]);
  });

  it('complete each other’s languages where both are pages of DIAS’s own', () => {
    const creator = { familyName: null, givenName: null, orcid: null, nrid: null, eRadId: null, identifiers: [], affiliations: [] };
    const { values, sources } = mergeParts([
      part('DIAS_HTML', '01', { title: text('Tides', 'en'), creators: [{ ...creator, name: text('Umi', 'en') }] }),
      part('LANDING_PAGE', '02', { title: localizedText([...text('潮汐', 'ja').values, ...text('Other', 'en').values]), creators: [{ ...creator, name: text('海', 'ja') }] }),
    ]);
    expect(values.title?.values).toEqual([{ value: 'Tides', lang: 'en' }, { value: '潮汐', lang: 'ja' }]);
    expect(values.creators[0]?.name.values).toEqual([{ value: 'Umi', lang: 'en' }, { value: '海', lang: 'ja' }]);
    expect(sources.map(({ field, source }) => `${field} ${source}`)).toEqual(['title DIAS_HTML', 'creators DIAS_HTML', 'title LANDING_PAGE', 'creators LANDING_PAGE']);
  }); // prettier-ignore

  it('keep false and leave null open', () => {
    const { values } = mergeParts([
      part('DIAS_HTML', '01', { accountRequired: null, title: plainText('A') }),
      part('LANDING_PAGE', '02', { accountRequired: false }),
      part('CSW', '03', { accountRequired: true }),
    ]);
    expect(values.accountRequired).toBe(false);
  });
});
