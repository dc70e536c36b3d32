/** Values of variables that do not fit. */
import { document, postBytes, type Hostile } from './request.js';

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

const VALUES: readonly (readonly [string, unknown])[] = [
  ['an object', { a: 1 }],
  ['a list of lists', [[['x']]]],
  ['a deep object', nested(15)],
  ['a number', -1.5],
  ['a number beyond all', 1e308],
  ['true', true],
  ['a text of 100,000 letters', 'x'.repeat(100_000)],
];

/** One document for each kind of input. */
const KINDS: readonly (readonly [string, string])[] = [
  ['Int', 'query ($v: Int) { search(first: $v) { totalCount } }'],
  ['String', 'query ($v: String) { search(query: $v, first: 1) { totalCount } }'],
  ['[ID!]!', 'query ($v: [ID!]!) { works(ids: $v) { id } }'],
  ['DOI', 'query ($v: DOI) { work(doi: $v) { id } }'],
  ['ORCID', 'query ($v: ORCID) { person(orcid: $v) { name { en } } }'],
  ['WorkFilter', 'query ($v: WorkFilter) { search(filter: $v, first: 1) { totalCount } }'],
  ['EDTF', 'query ($v: EDTF) { search(filter: { from: $v }, first: 1) { totalCount } }'],
  ['WorkSort', 'query ($v: WorkSort) { search(sort: $v, first: 1) { totalCount } }'],
  ['Boolean!', 'query ($v: Boolean!) { __typename @skip(if: $v) }'],
  ['[ReportDimension!]!', 'query ($v: [ReportDimension!]!) { report(by: $v) { total } }'],
];

const ids = 'query ($ids: [ID!]!) { works(ids: $ids) { id } }';
const filter = 'query ($f: WorkFilter) { search(filter: $f, first: 1) { totalCount } }';

/** A value of one variable as JSON text: what nests deeply cannot be written by JSON.stringify. */
const deep = (name: string, query: string, variable: string, json: string): Hostile =>
  postBytes(name, `{"query":${JSON.stringify(query)},"variables":{"${variable}":${json}}}`);

export const variables: readonly Hostile[] = [
  ...KINDS.flatMap(([kind, query]) => VALUES.map(([what, v]) => document(`a ${kind} that is ${what}`, query, { v }))),
  ...KINDS.filter(([kind]) => kind.endsWith('!')).map(([kind, query]) =>
    document(`a ${kind} that is not given`, query, {}),
  ),
  document('101 ids among the variables', ids, {
    ids: Array.from({ length: 101 }, (_, index) => `cinii:${String(index)}`),
  }),
  document('1,001 ids among the variables', ids, { ids: Array.from({ length: 1001 }, () => 'cinii:1') }),
  document('25,000 ids among the variables', ids, { ids: Array.from({ length: 25_000 }, () => 'a') }),
  document('ids with null between them', ids, { ids: ['cinii:1', null] }),
  document('the same id a hundred times', ids, {
    ids: Array.from({ length: 100 }, () => 'doi:10.999101/umi.00000181'),
  }),
  deep('lists that nest 20,000 deep', ids, 'ids', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  deep('objects that nest 20,000 deep', filter, 'f', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
  document('a filter of 10,000 unknown names', filter, {
    f: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`n${String(index)}`, index])),
  }),
  document('a filter of 1,000 wrong languages', filter, {
    f: { languages: Array.from({ length: 1000 }, (_, index) => `-${String(index)}`) },
  }),
  document('a filter of 1,000 wrong types', filter, { f: { types: Array.from({ length: 1000 }, () => 'DATSET') } }),
  document('a filter with an unknown name that is nearly right', filter, { f: { creatr: 'x', plattforms: ['EOSC'] } }),
  document('a box with texts', filter, { f: { bbox: { west: 'a', south: {}, east: [], north: null } } }),
];
