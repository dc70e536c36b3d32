import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { representationOf } from './representations.js';
import { TypeConditions } from './type-conditions.js';

const conditions = new TypeConditions(
  buildSchema(
    'type Query { a: Named } interface Named { id: ID } type A implements Named { id: ID } type B { id: ID }',
  ),
);
const field = (name: string, selections?: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(selections === undefined ? {} : { selections }),
});
const on = (typeCondition: string, ...names: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'InlineFragment',
  typeCondition,
  selections: [field('__typename'), ...names],
});

describe('the representation of an entity', () => {
  it('has its type and what its fragment names', () => {
    expect(representationOf(conditions, { __typename: 'A', id: '1', more: 2 }, [on('A', field('id'))])).toEqual({
      __typename: 'A',
      id: '1',
    });
  });

  it('keeps null keys', () => {
    expect(representationOf(conditions, { __typename: 'A', id: null }, [on('A', field('id'))])).toEqual({
      __typename: 'A',
      id: null,
    });
  });

  it('is none for another type, and for an object that lacks what is required', () => {
    expect(representationOf(conditions, { __typename: 'B', id: '1' }, [on('A', field('id'))])).toBeNull();
    expect(representationOf(conditions, { __typename: 'A' }, [on('A', field('id'))])).toBeNull();
  });

  it('is made by the fragment of an interface', () => {
    expect(representationOf(conditions, { __typename: 'A', id: '1' }, [on('Named', field('id'))])).toEqual({
      __typename: 'A',
      id: '1',
    });
  });

  it('has objects and lists of them cut to what is named', () => {
    const entity = { __typename: 'A', of: { id: 1, x: 2 }, all: [{ id: 1, x: 2 }, null], none: null };
    const requires = [on('A', field('of', [field('id')]), field('all', [field('id')]), field('none', [field('id')]))];
    expect(representationOf(conditions, entity, requires)).toEqual({
      __typename: 'A',
      of: { id: 1 },
      all: [{ id: 1 }, null],
      none: null,
    });
  });
});
