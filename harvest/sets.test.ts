import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSets, filterFaults, parseSets } from './sets.js';

const PLATFORMS = new Map([
  ['dias', 'DIAS'],
  ['eosc', 'EOSC'],
]);

describe('OAI_SETS', () => {
  it('is a list of searches in the words of the exports by URL', () => {
    const text = ' ocean?query=海洋&types=DATASET,ARTICLE&name=Ocean data; dias?platforms=dias&from=2019 ;';
    expect(parseSets(text, PLATFORMS)).toEqual({
      faults: [],
      sets: [
        {
          spec: 'ocean',
          name: 'Ocean data',
          written: 'query=海洋&types=DATASET,ARTICLE&name=Ocean data',
          question: { query: '海洋', filter: { types: ['DATASET', 'ARTICLE'] }, sort: 'RELEVANCE' },
        },
        {
          spec: 'dias',
          name: 'dias',
          written: 'platforms=dias&from=2019',
          question: { query: null, filter: { platforms: ['DIAS'], from: '2019' }, sort: 'RELEVANCE' },
        },
      ],
    });
  });

  it('may be empty', () => {
    expect(parseSets('', PLATFORMS)).toEqual({ sets: [], faults: [] });
  });

  it('holds in the sandbox one set a platform', () => {
    const { sets, faults } = parseSets(defaultSets([...PLATFORMS.keys()]), PLATFORMS);
    expect(faults).toEqual([]);
    expect(sets.map(({ spec, question }) => [spec, question.filter])).toEqual([
      ['dias', { platforms: ['DIAS'] }],
      ['eosc', { platforms: ['EOSC'] }],
    ]);
  });

  it.each([
    ['a b?query=x', /^"a b" is no name of a set/],
    ['a:b?query=x', /^"a:b" is no name of a set/],
    ['?query=x', /^"" is no name of a set/],
    ['ocean', /^"ocean" would hold everything: write ocean\?query=…/],
    ['ocean?colour=red&query=x', /^"ocean": colour is no parameter; known are name, query, platforms/],
    ['ocean?query=x&query=y', /^"ocean": query is given twice/],
    ['ocean?query=x&bbox=1,2', /^"ocean": bbox=1,2: write west/],
    ['ocean?platforms=cinii', /^"ocean": cinii is no platform that is switched on: dias, eosc/],
    ['a?query=x;a?query=y', /^"a" names two sets/],
  ])('with a fault says which set and what: %s', (text, fault) => {
    const { faults } = parseSets(text, PLATFORMS);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it('is refused where the API would refuse the filter', () => {
    const api = buildSchema(readFileSync('schema/supergraph.graphql', 'utf8'), { assumeValid: true });
    const faultsOf = (text: string): string[] => filterFaults(parseSets(text, PLATFORMS).sets, api);
    expect(faultsOf('a?types=DATASET&from=2019&until=2020')).toEqual([]);
    expect(faultsOf('a?types=DATA')[0]).toMatch(/^"a": types\.0: .*DATA/);
    expect(faultsOf('a?from=2020&until=2019')[0]).toMatch(/^"a": filter\.from .* is after filter\.until/);
    expect(faultsOf('a?publisher= ')).toEqual(['"a": filter.publisher is empty: leave it out, or give a text.']);
  });
});
