import { describe, expect, it } from 'vitest';
import { objectsAt, pathsAt } from './places.js';

const ROOT = {
  a: { list: [{ id: 1, of: [{ id: 2 }, null] }, null, { id: 3, of: null }, { id: 4, of: [{ id: 5 }] }] },
  none: null,
};

describe('the objects at a path of a plan', () => {
  it('are found through lists, with their real paths', () => {
    const plan = ['a', 'list', '@', 'of', '@'];
    expect(objectsAt(ROOT, plan)).toEqual([{ id: 2 }, { id: 5 }]);
    expect(pathsAt(ROOT, plan)).toEqual([
      ['a', 'list', 0, 'of', 0],
      ['a', 'list', 3, 'of', 0],
    ]);
  });

  it('are the answer itself at the empty path', () => {
    expect(objectsAt(ROOT, [])).toEqual([ROOT]);
    expect(pathsAt(ROOT, [])).toEqual([[]]);
  });

  it('are none where a parent is null or was never fetched', () => {
    expect(objectsAt(ROOT, ['none', 'x'])).toEqual([]);
    expect(objectsAt(ROOT, ['never', '@'])).toEqual([]);
    expect(objectsAt(ROOT, ['toString'])).toEqual([]);
  });

  it('stand in lists of lists', () => {
    expect(pathsAt({ a: [[{ id: 1 }], [], [null, { id: 2 }]] }, ['a', '@', '@'])).toEqual([
      ['a', 0, 0],
      ['a', 2, 1],
    ]);
  });
});
