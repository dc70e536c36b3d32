import { describe, expect, it } from 'vitest';
import { allWords, anyOf, searchExpression } from './query.js';

describe('a search', () => {
  it.each([
    ['ocean', 'ocean'],
    ['ocean acidification', '"ocean" AND "acidification"'],
    ['"sea ice" Arctic', '"sea ice" AND "Arctic"'],
    ['海洋 酸性化', '"海洋" AND "酸性化"'],
    ['soil OR water', '"soil" OR "water"'],
    ['soil NOT clay', '"soil" AND NOT "clay"'],
    ['(soil OR water) nitrogen', '("soil" OR "water") AND "nitrogen"'],
    ['NOT clay', 'NOT "clay"'],
    ['and or not', '"and" AND "or" AND "not"'],
  ])('%s is put to version 3 as %s', (query, expression) => {
    expect(searchExpression(query, 'v3')).toBe(expression);
  });

  it.each([
    ['ocean acidification', 'ocean AND acidification'],
    ['"sea ice" Arctic', '"sea ice" AND Arctic'],
    // A comma would mean OR there (fact sheet 2.2).
    ['Tokyo, Japan', 'Tokyo AND Japan'],
  ])('%s is put to versions 1 and 2 as %s', (query, expression) => {
    expect(searchExpression(query, 'v2')).toBe(expression);
  });

  it.each([
    ['((soil', '(("soil"))'],
    ['soil)', 'soil'],
    ['soil ()', 'soil'],
    ['soil AND', 'soil'],
    ['OR soil', 'soil'],
    ['soil AND ( ) water', '"soil" AND "water"'],
    ['f(x) = 3', '"f" AND ("x") AND "3"'],
    ['"unclosed', 'unclosed'],
    ['!? - "" ()', ''],
  ])('%s, which is no expression, becomes one: %s', (query, expression) => {
    expect(searchExpression(query, 'v3')).toBe(expression);
  });
});

describe('values of a parameter', () => {
  it('are one expression in version 3, quoted where they have blanks, parentheses or operators', () => {
    expect(anyOf(['dataset'], 'v3')).toEqual(['dataset']);
    expect(anyOf(['Open Access'], 'v3')).toEqual(['"Open Access"']);
    expect(anyOf(['10.1016/0370-2693(90)90001-x'], 'v3')).toEqual(['"10.1016/0370-2693(90)90001-x"']);
    expect(anyOf(['NOT'], 'v3')).toEqual(['"NOT"']);
    expect(anyOf(['10.1/a', '10.1/b'], 'v3')).toEqual(['("10.1/a" OR "10.1/b")']);
    expect(anyOf([], 'v3')).toEqual([]);
  });

  it('are repeated in versions 1 and 2', () => {
    expect(anyOf(['OPEN', 'OPEN SOURCE'], 'v1')).toEqual(['OPEN', 'OPEN SOURCE']);
  });

  it('cannot break out of their quotes', () => {
    expect(anyOf(['a" OR "b'], 'v3')).toEqual(['"a OR b"']);
  });

  it('of a name are its words, in whatever order they are printed', () => {
    expect(allWords('山田, 太郎', 'v3')).toBe('"山田" AND "太郎"');
    expect(allWords('Yamada', 'v3')).toBe('Yamada');
    expect(allWords('Yamada Taro', 'v1')).toBe('Yamada AND Taro');
  });
});
