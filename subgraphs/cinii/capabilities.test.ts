import { describe, expect, it } from 'vitest';
import type { FilterField, FilterSupport, WorkFilter } from '../common/connector.js';
import { ciniiCapabilities, ciniiFilterOf } from './capabilities.js';

const support = (field: FilterField, filter: WorkFilter): FilterSupport => ciniiCapabilities.filter(field, filter);

describe('types', () => {
  it.each([
    [['DATASET'], 'native', 'DATA'],
    [['BOOK'], 'native', 'BOOKS'],
    [['THESIS'], 'native', 'DISSERTATIONS'],
    [['PROJECT'], 'native', 'PROJECTS'],
    // Its segment holds conference papers and reports, which their hits do not mark.
    [['ARTICLE', 'CONFERENCE_PAPER'], 'coarse', 'ARTICLES'],
    [['ARTICLE'], 'coarse', 'ARTICLES'],
    [['CONFERENCE_PAPER'], 'native', 'ARTICLES'],
    [['SOFTWARE'], 'native', 'ALL'],
    [['DATASET', 'ARTICLE'], 'records', 'WORKS'],
    [['DATASET', 'ARTICLE', 'CONFERENCE_PAPER'], 'records', 'WORKS'],
    [[], 'native', 'WORKS'],
  ] as const)('%o are met as %s in %s', (types, how, segment) => {
    expect(support('types', { types })).toBe(how);
    expect(ciniiFilterOf({ types }).segment).toBe(segment);
  });

  it('of conference papers and software are asked for by resource type', () => {
    expect(ciniiFilterOf({ types: ['CONFERENCE_PAPER'] }).filter.resourceTypes).toEqual(['conference paper']);
    expect(ciniiFilterOf({ types: ['SOFTWARE'] }).filter.resourceTypes).toEqual(['Software']);
  });

  it.each([
    [['REPORT'], /REPORT/],
    [['OTHER'], /OTHER/],
    [['BOOK', 'REPORT'], /REPORT at all/],
    [['BOOK', 'SOFTWARE'], /SOFTWARE together with others: ask for it alone/],
    [['BOOK', 'CONFERENCE_PAPER'], /CONFERENCE_PAPER together with others/],
  ] as const)('%o cannot be met, and it is said why', (types, reason) => {
    const answer = support('types', { types });
    expect(typeof answer === 'object' ? answer.unsupported : answer).toMatch(reason);
  });
});

describe('bounds', () => {
  it.each<[WorkFilter, unknown]>([
    [{ from: '2019' }, 'native'],
    [{ from: '2019-03' }, 'coarse'],
    [{ from: '2019-03-31' }, 'coarse'],
    [{ from: '2019-03', types: ['PROJECT'] }, 'native'],
    [{ from: '2019-03-31', types: ['PROJECT'] }, { unsupported: expect.stringContaining('year and month') as string }],
  ])('%o are met as %o', (filter, how) => {
    expect(support('from', filter)).toEqual(how);
  });

  it('are widened to the years that they touch', () => {
    const { filter } = ciniiFilterOf({ from: '2019-03-31', until: '2020/2021-02' });
    expect([filter.from, filter.until]).toEqual(['2019', '2021']);
  });
});

describe('the other filters', () => {
  it('are met by the platform, or refused with a reason', () => {
    const filter: WorkFilter = { hasFile: true, languages: ['ja'] };
    for (const field of ['creator', 'affiliation', 'publisher', 'awardNumber', 'hasFile', 'languages'] as const)
      expect(support(field, filter), field).toBe('native');
    for (const field of ['ror', 'awardId', 'accessRights', 'funder', 'bbox'] as const)
      expect(support(field, filter), field).toEqual({
        unsupported: expect.stringMatching(/^CiNii Research /) as string,
      });
    expect(support('hasFile', { hasFile: false })).toHaveProperty('unsupported');
    expect(support('languages', { languages: ['ja', 'ain'] })).toHaveProperty('unsupported');
  });
});
