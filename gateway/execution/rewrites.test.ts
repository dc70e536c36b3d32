import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { rewriteInto } from './rewrites.js';
import { TypeConditions } from './type-conditions.js';

const conditions = new TypeConditions(buildSchema('type Query { a: A b: B } type A { x: Int } type B { x: Int }'));

describe('the rewrites of a fetch', () => {
  it('set the name that a subgraph knows a type by', () => {
    const representation = { __typename: 'A', id: '1' };
    rewriteInto(
      conditions,
      [{ kind: 'ValueSetter', path: ['... on A', '__typename'], setValueTo: 'Item' }],
      representation,
    );
    expect(representation).toEqual({ __typename: 'Item', id: '1' });
  });

  it('give back the name of a field that was fetched under another, whatever its value', () => {
    const data = { list: [{ __typename: 'A', x__alias_0: 0 }, { __typename: 'B', x__alias_0: 2 }, null] };
    rewriteInto(conditions, [{ kind: 'KeyRenamer', path: ['list', '... on A', 'x__alias_0'], renameKeyTo: 'x' }], data);
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      list: [{ __typename: 'A', x: 0 }, { __typename: 'B', x__alias_0: 2 }, null],
    });
  });

  it('do nothing where there are none', () => {
    const data = { x: 1 };
    rewriteInto(conditions, undefined, data);
    expect(data).toEqual({ x: 1 });
  });
});
