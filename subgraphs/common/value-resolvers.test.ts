import { describe, expect, it } from 'vitest';
import type { Affiliation, Creator, Funding } from './record.js';
import { NO_TEXT, plainText } from './localized-text.js';
import { awardOf, organizationOf, personOf, valueResolvers } from './value-resolvers.js';

const NOBODY: Creator = {
  name: plainText('Yamada, Taro'),
  familyName: null,
  givenName: null,
  orcid: null,
  nrid: null,
  eRadId: null,
  identifiers: [],
  affiliations: [],
};

describe('the person behind a creator', () => {
  it('is known by ORCID, else NRID, else e-Rad number', () => {
    const all = { ...NOBODY, orcid: '0000-0002-1825-0097', nrid: '1000000399271', eRadId: '00399271' };
    expect(personOf(all)?.id).toBe('orcid:0000-0002-1825-0097');
    expect(personOf({ ...all, orcid: null })?.id).toBe('nrid:1000000399271');
    expect(personOf({ ...all, orcid: null, nrid: null })?.id).toBe('erad:00399271');
    expect(personOf(all)).toMatchObject({ nrid: '1000000399271', eRadId: '00399271' });
  });

  it('is nobody without one of them: a name identifies no one', () => {
    expect(personOf(NOBODY)).toBeNull();
  });
});

describe('the organisation behind an affiliation', () => {
  const affiliation: Affiliation = { name: plainText('NII'), ror: 'https://ror.org/04ksd4g47', identifiers: [] };
  it('is known by its bare ROR id', () => {
    expect(organizationOf(affiliation)).toEqual({ id: 'ror:04ksd4g47', ror: 'https://ror.org/04ksd4g47' });
  });

  it('is unknown without one', () => {
    expect(organizationOf({ ...affiliation, ror: null })).toBeNull();
  });
});

describe('the award of a funding reference', () => {
  const funding: Funding = {
    funder: plainText('日本学術振興会', 'ja'),
    funderIds: [],
    stream: null,
    streamId: null,
    awardNumber: '20H00001',
    awardTitle: plainText('海洋', 'ja'),
  };

  it('keeps the number as printed', () => {
    expect(awardOf(funding)).toEqual({
      id: 'jgn:JP20H00001',
      number: '20H00001',
      title: funding.awardTitle,
      funder: funding.funder,
    });
  });

  it('is none without a number', () => {
    expect(awardOf({ ...funding, awardNumber: null })).toBeNull();
    expect(awardOf({ ...funding, funder: null, awardNumber: '123' })).toBeNull();
  });
});

describe('a localized text in the API', () => {
  const { ja, en, text } = valueResolvers.LocalizedText;
  const title = { values: [...plainText('Ocean', 'en-US').values, ...plainText('海洋', 'ja').values] };

  it('answers by language', () => {
    expect([ja(title), en(title)]).toEqual(['海洋', 'Ocean']);
    expect([ja(NO_TEXT), en(NO_TEXT), text(NO_TEXT, { lang: null })]).toEqual([null, null, '']);
    expect(text(title, { lang: ['en'] })).toBe('Ocean');
    expect(text(title, { lang: null })).toBe('海洋');
  });
});
