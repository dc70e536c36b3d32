import { describe, expect, it } from 'vitest';
import type { FilterField, WorkFilter } from '../common/connector.js';
import { awardCodes, eoscCapabilities, productFilterOf, typePlan } from './capabilities.js';

function support(field: FilterField, filter: WorkFilter, version: 'v1' | 'v3' = 'v3'): string {
  const found = eoscCapabilities(version).filter(field, filter);
  return typeof found === 'string' ? found : 'unsupported';
}

describe('what the Graph can filter', () => {
  it.each([
    ['types', { types: ['DATASET', 'SOFTWARE'] }, 'native'],
    ['types', { types: ['ARTICLE'] }, 'coarse'],
    ['types', { types: ['ARTICLE', 'OTHER'] }, 'records'],
    ['types', { types: ['PROJECT'] }, 'unsupported'],
    ['from', { from: '2019-04' }, 'native'],
    ['accessRights', { accessRights: ['OPEN'] }, 'native'],
    ['creator', { creator: 'Yamada' }, 'native'],
    ['creator', { creator: 'Yamada Taro' }, 'coarse'],
    ['orcid', { orcid: '0000-0002-1825-0097' }, 'native'],
    ['affiliation', { affiliation: 'Tokyo' }, 'native'],
    ['publisher', { publisher: 'MDPI' }, 'native'],
    ['awardNumber', { awardNumber: '101056649' }, 'native'],
    ['funder', { funder: 'JSPS' }, 'native'],
    ['funder', { funder: '日本学術振興会' }, 'unsupported'],
    ['languages', { languages: ['ja', 'en-US'] }, 'native'],
    ['languages', { languages: ['fr'] }, 'records'],
    ['hasFile', { hasFile: true }, 'unsupported'],
    ['bbox', { bbox: { west: 0, south: 0, east: 1, north: 1 } }, 'unsupported'],
  ] as const)('%s of %j: %s', (field, filter, expected) => {
    expect(support(field, filter)).toBe(expected);
  });

  it('is less in versions 1 and 2', () => {
    expect(support('affiliation', { affiliation: 'Tokyo' }, 'v1')).toBe('unsupported');
    expect(support('languages', { languages: ['ja'] }, 'v1')).toBe('records');
    expect(productFilterOf({ languages: ['ja'] }, 'v1').languages).toBeUndefined();
  });
});

describe('types', () => {
  it('of publications are narrowed by their copies, but not beside datasets, which have none of them', () => {
    expect(typePlan(['THESIS'])).toMatchObject({ types: ['publication'], instanceTypes: ['Thesis', 'Doctoral thesis', 'Master thesis', 'Bachelor thesis'] });
    expect(typePlan(['THESIS', 'DATASET'])).toMatchObject({ types: ['publication', 'dataset'], instanceTypes: [], support: 'coarse' });
    expect(typePlan(['PROJECT', 'DATASET'])).toMatchObject({ types: ['dataset'], support: 'native' });
    expect(typePlan([])).toMatchObject({ types: [], support: 'native' });
  }); // prettier-ignore
});

describe('the number of a grant', () => {
  it('of Japan is asked for with and without its JP; a European one as it is', () => {
    expect(awardCodes('JP20H00001')).toEqual(['JP20H00001', '20H00001']);
    expect(awardCodes('20H00001')).toEqual(['20H00001', 'JP20H00001']);
    expect(awardCodes('101056649')).toEqual(['101056649']);
  });
});
