import { describe, expect, it } from 'vitest';
import { mergeInto } from './merge.js';

const merged = (target: Record<string, unknown>, source: Record<string, unknown>): unknown => {
  mergeInto(target, source);
  return target;
};

describe('what a fetch gave', () => {
  it('joins what is there, object by object', () => {
    expect(merged({ a: { b: 1, c: 2 } }, { a: { c: 3, d: 4 } })).toEqual({ a: { b: 1, c: 3, d: 4 } });
  });

  it('joins lists of equal length element by element, lists of lists as well', () => {
    expect(merged({ a: [{ b: 1 }, null, [{ c: 1 }]] }, { a: [{ d: 2 }, null, [{ e: 2 }]] })).toEqual({
      a: [{ b: 1, d: 2 }, null, [{ c: 1, e: 2 }]],
    });
  });

  it('replaces lists of another length, and values', () => {
    expect(merged({ a: [1], b: 'x', c: { d: 1 } }, { a: [1, 2], b: null, c: 'gone' })).toEqual({
      a: [1, 2],
      b: null,
      c: 'gone',
    });
  });

  it('takes objects where there was null', () => {
    expect(merged({ a: null }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
  });

  it('changes no prototype', () => {
    const target = {};
    mergeInto(
      target,
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as object as Record<
        string,
        unknown
      >,
    );
    expect('polluted' in {}).toBe(false);
    expect(Object.keys(target)).toEqual(['__proto__', 'constructor']);
  });
});
