import { describe, expect, it } from 'vitest';
import { representationPaths } from './entity-paths.js';

const answer = {
  search: {
    nodes: [
      {
        records: [
          { __typename: 'CiniiRecord', id: 'cinii:1' },
          { __typename: 'JairoItem', id: 'jairo:h/1' },
        ],
      },
      null,
      {
        records: [
          { __typename: 'JairoItem', id: 'jairo:h/2' },
          { __typename: 'JairoItem', id: 'jairo:h/1' },
        ],
      },
    ],
  },
};

describe('the places of entity representations', () => {
  it('are those of the objects that they were made of, objects of other types passed over', () => {
    const representations = ['jairo:h/1', 'jairo:h/2', 'jairo:h/1'].map((id) => ({ __typename: 'JairoItem', id }));
    expect(representationPaths(answer, ['search', 'nodes', '@', 'records', '@'], representations)).toEqual([
      ['search', 'nodes', 0, 'records', 1],
      ['search', 'nodes', 2, 'records', 0],
      ['search', 'nodes', 2, 'records', 1],
    ]);
  });

  it('are found where the path spreads no list', () => {
    expect(
      representationPaths(
        { work: { __typename: 'Work', id: 'a', known: '' } },
        ['work'],
        [{ __typename: 'Work', id: 'a', known: '' }],
      ),
    ).toEqual([['work']]);
  });

  it('are null where the answer holds no such object', () => {
    expect(representationPaths(answer, ['search', 'nodes', '@'], [{ __typename: 'Work', id: 'x' }])).toEqual([null]);
  });
});
