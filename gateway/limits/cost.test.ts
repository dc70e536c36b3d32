import { buildASTSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ASSUMED_LIST, CostEstimator, LARGEST_LIST } from './cost.js';
import { readCostModel } from './cost-model.js';

const SDL = `
directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT | SCALAR | ENUM
directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
type Query {
  one: Thing
  dear: Thing @cost(weight: 10)
  things(first: Int = 7): [Thing!]! @listSize(slicingArguments: ["first"])
  many(ids: [ID!]!): [Thing]!
  search(first: Int = 20, last: Int): Connection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"])
  any: Any
  grid: [[Thing]] @listSize(assumedSize: 3)
}
type Connection { edges: [Edge!]! nodes: [Thing!]! sources: [Text!]! }
type Edge { node: Thing! }
type Thing { name: Text words: [String!]! parts: [Thing!]! bits: [Bit!]! @listSize(assumedSize: 2) }
type Text @cost(weight: 0) { value: String }
scalar Heavy @cost(weight: 4)
type Bit { heavy: Heavy }
union Any = Thing | Bit
`;

const document = parse(SDL);
const schema = buildASTSchema(document);
const estimator = new CostEstimator(schema, readCostModel(SDL));

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const query = parse(text);
  expect(validate(schema, query)).toEqual([]);
  const operation = getOperationAST(query);
  if (!operation) throw new Error('There is no operation.');
  return estimator.estimate(query, operation, variables);
}

describe('the cost of an operation', () => {
  it.each([
    ['counts an object as 1, what is read of it as nothing', '{ one { words } }', 1],
    ['adds what a field costs by itself', '{ dear { words } }', 11],
    ['counts a type as its own weight says', '{ one { name { value } } }', 1],
    ['counts a leaf as its own weight says', '{ one { bits { heavy } } }', 1 + 2 * (1 + 4)],
    ['takes a list of unknown size to hold so many', '{ one { parts { words } } }', 1 + ASSUMED_LIST],
    ['multiplies lists within lists', '{ one { parts { parts { words } } } }', 1 + ASSUMED_LIST * (1 + ASSUMED_LIST)],
    ['takes the size from an argument', '{ things(first: 3) { words } }', 3],
    ['takes the size from its default', '{ things { words } }', 7],
    ['takes the largest of several arguments', '{ search(first: 3, last: 9) { nodes { words } } }', 1 + 9],
    ['takes no list for larger than any is', '{ things(first: 1000000) { words } }', LARGEST_LIST],
    ['gives the size to the lists below', '{ search(first: 3) { nodes { words } } }', 1 + 3],
    [
      'gives it to no other list',
      '{ search(first: 3) { sources { value } edges { node { words } } } }',
      1 + 3 * (1 + 1),
    ],
    [
      'gives it to lists in fragments',
      '{ search(first: 3) { ...C } } fragment C on Connection { ...D } fragment D on Connection { nodes { words } }',
      1 + 3,
    ],
    [
      'does not confuse one place of a fragment with another',
      '{ a: search(first: 3) { ...C } b: search(first: 5) { ...C } } fragment C on Connection { nodes { words } }',
      2 + 3 + 5,
    ],
    ['counts ids', '{ many(ids: ["1", "2", "3"]) { words } }', 3],
    ['counts one id that is no list', '{ many(ids: "1") { words } }', 1],
    [
      'counts all fragments of a union',
      '{ any { ... on Thing { parts { words } } ... on Bit { heavy } } }',
      1 + ASSUMED_LIST + 4,
    ],
    [
      'leaves out what is skipped',
      '{ one { words } two: dear @skip(if: true) { words } ... @include(if: false) { three: dear { words } } }',
      1,
    ],
    ['counts a field as often as it is asked for', '{ a: one { words } b: one { words } }', 2],
    ['counts introspection as nothing', '{ __typename __schema { types { name } } one { __typename } }', 1],
    ['takes a negative size, which is refused later, for none', '{ things(first: -3) { words } }', ASSUMED_LIST],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it.each([
    ['by a number', { n: 4 }, 4],
    ['by its default where it is absent', {}, 6],
    ['by the assumed size where it is null', { n: null }, ASSUMED_LIST],
    ['by the assumed size where it is of a wrong type, which is refused later', { n: 'many' }, ASSUMED_LIST],
  ])('is told by a variable: %s', (_, variables, cost) => {
    expect(costOf('query ($n: Int = 6) { things(first: $n) { words } }', variables)).toBe(cost);
  });

  it('is told by variables anew for each request of one document', () => {
    const query = parse(
      'query ($ids: [ID!]!, $no: Boolean!) { many(ids: $ids) { words } one @skip(if: $no) { words } }',
    );
    const operation = getOperationAST(query);
    if (!operation) throw new Error('There is no operation.');
    expect(estimator.estimate(query, operation, { ids: ['1', '2'], no: true })).toBe(2);
    expect(estimator.estimate(query, operation, { ids: ['1', '2', '3'], no: false })).toBe(4);
  });

  it('is found as soon as the fragments are read, however often they spread each other', () => {
    const fragments = Array.from({ length: 200 }, (_, index) =>
      index < 199
        ? `fragment F${String(index)} on Thing { parts { ...F${String(index + 1)} ...F${String(index + 1)} } }`
        : `fragment F${String(index)} on Thing { words }`,
    );
    const query = parse(`{ one { ...F0 } } ${fragments.join(' ')}`);
    const operation = getOperationAST(query);
    if (!operation) throw new Error('There is no operation.');
    expect(estimator.estimate(query, operation, {})).toBeGreaterThan(1e100);
  });
});
