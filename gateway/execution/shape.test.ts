import {
  buildSchema,
  Kind,
  parse,
  type FragmentDefinitionNode,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { PrivateNames } from './private-names.js';
import { AnswerShape } from './shape.js';

const schema = buildSchema(`
  type Query { a: A must: A! list: [A!] grid: [[Int!]] kind: Kind named: [Named] any: Any int: Int id: ID text: String real: Float yes: Boolean }
  interface Named { name: String }
  type A implements Named { name: String must: Int! self: A }
  type B implements Named { name: String b: Int }
  enum Kind { X Y }
  scalar Any
`);
const names = new PrivateNames(parse('type Query { a: Int }'));

/** Data and the messages of what is missing, for a query over what was fetched. */
function shaped(query: string, merged: Record<string, unknown>): { data: unknown; missing: string[] } {
  const { definitions } = parse(query);
  const operation = definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  const shape = new AnswerShape(
    schema,
    operation,
    new Map(fragments.map((one) => [one.name.value, one])),
    names,
    new Map(),
  );
  const errors: GraphQLError[] = [];
  const data = shape.apply(merged, { errors, path: [], introspect: () => null });
  return { data, missing: errors.map(({ message, path }) => `${String(path?.join('.'))}: ${message}`) };
}

describe('an answer', () => {
  it('has what was asked for in the order of the query, and nothing else', () => {
    const { data } = shaped('{ int a { name } }', { hidden: 1, a: { __typename: 'A', id: '1', name: 'n' }, int: 3 });
    expect(JSON.stringify(data)).toBe('{"int":3,"a":{"name":"n"}}');
  });

  it('is null up to what may be null where a value is missing', () => {
    expect(shaped('{ int a { self { must name } } }', { int: 1, a: { self: { name: 'n' } } })).toEqual({
      data: { int: 1, a: { self: null } },
      missing: ['a.self.must: Cannot return null for non-nullable field A.must.'],
    });
    expect(shaped('{ must { name } }', {}).data).toBeNull();
  });

  it('loses a list with an element that cannot be null', () => {
    expect(shaped('{ list { must } }', { list: [{ must: 1 }, { must: null }] })).toEqual({
      data: { list: null },
      missing: ['list.1.must: Cannot return null for non-nullable field A.must.'],
    });
    expect(shaped('{ grid }', { grid: [[1], [2, null], null] })).toEqual({
      data: { grid: [[1], null, null] },
      missing: ['grid.1.1: Cannot return null for non-nullable array element of type Int at index 1.'],
    });
  });

  it('takes values of the right kind alone', () => {
    expect(
      shaped('{ kind int id text real yes any }', {
        kind: 'X',
        int: 1,
        id: 7,
        text: 't',
        real: 1.5,
        yes: false,
        any: { a: [1] },
      }),
    ).toEqual({
      data: { kind: 'X', int: 1, id: 7, text: 't', real: 1.5, yes: false, any: { a: [1] } },
      missing: [],
    });
    const wrong = shaped('{ kind int text real yes }', { kind: 'Z', int: 1.5, text: 1, real: 'x', yes: 'true' });
    expect(wrong.data).toEqual({ kind: null, int: null, text: null, real: null, yes: null });
    expect(wrong.missing).toEqual(
      ['kind', 'int', 'text', 'real', 'yes'].map((name) => `${name}: Invalid value found for field Query.${name}.`),
    );
  });

  it('knows each object by its type', () => {
    const { data } = shaped('{ named { __typename name ... on B { b } ...F } } fragment F on A { must }', {
      named: [{ __typename: 'A', name: 'a', must: 1 }, { __typename: 'B', name: 'b', b: 2 }, null],
    });
    expect(data).toEqual({
      named: [{ __typename: 'A', name: 'a', must: 1 }, { __typename: 'B', name: 'b', b: 2 }, null],
    });
  });

  it('is null where an object is of a type that the API does not have', () => {
    expect(shaped('{ a { name } }', { a: { __typename: 'Hidden', name: 'n' } })).toEqual({
      data: { a: null },
      missing: ['a: Invalid __typename found for object at field Query.a.'],
    });
  });
});
