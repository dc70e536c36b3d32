import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { KnownCosts, type Variables } from './known-costs.js';

const schema = buildSchema('type Query { a(by: Dimension): Int } enum Dimension { TYPE YEAR }');

/** How often costs are estimated for requests with these variables. */
function estimates(query: string, requests: readonly Variables[]): number {
  const operation = getOperationAST(parse(query));
  if (!operation) throw new Error('There is no operation.');
  const known = new KnownCosts(operation, schema);
  let count = 0;
  for (const variables of requests) known.of(variables, () => (count += 1));
  return count;
}

it.each([
  ['without variables', '{ a }', [{}, {}, {}], 1],
  ['whatever is searched for', 'query ($q: String) { a }', [{ q: 'x' }, { q: 'y' }, {}], 1],
  ['for each number', 'query ($n: Int!) { a }', [{ n: 1 }, { n: 2 }, { n: 1 }], 2],
  ['for each list', 'query ($ids: [ID!]!) { a }', [{ ids: ['1'] }, { ids: ['1', '2'] }, { ids: ['1'] }], 2],
  ['for each condition', 'query ($with: Boolean!) { a }', [{ with: true }, { with: false }, { with: true }], 2],
  ['for each enum value', 'query ($by: Dimension!) { a }', [{ by: 'TYPE' }, { by: 'YEAR' }, { by: 'TYPE' }], 2],
  ['for null, and for the default', 'query ($n: Int = 5) { a }', [{ n: null }, {}, { n: null }, {}], 2],
  ['for numbers of different variables', 'query ($m: Int, $n: Int) { a }', [{ m: 1 }, { n: 1 }, { m: 1 }], 2],
  ['each time for long values', 'query ($ids: [ID!]!) { a }', [1, 2].map(() => ({ ids: ['x'.repeat(2000)] })), 2],
] as const)('a cost is estimated once %s', (_, query, requests, count) => {
  expect(estimates(query, requests)).toBe(count);
});
