import { describe, expect, it } from 'vitest';
import { DocumentGate } from './document-gate.js';
import { MAX_BRACKETS } from './limits.js';

const LIMITS = { tokens: 60, depth: 4, aliases: 3, directives: 6, directivesHere: 5, repeats: 10, fields: 20, list: 8 };
const gate = new DocumentGate(LIMITS);
/** Of documents whose other sizes do not matter. */
const WIDE = { ...LIMITS, tokens: 2000, depth: 1000, aliases: 1000, directives: 1000 };

describe('a document that is too large is refused before it is validated', () => {
  it.each([
    ['of more tokens than allowed', `{ ${'a '.repeat(59)}}`, /more than 60 tokens/],
    ['of too many tokens, wherever it ends to be GraphQL', `{ ${'a '.repeat(70)} %`, /more than 60 tokens/],
    ['that nests too deep', '{ a { b { c { d { e } } } } }', /nests 5 fields deep; 4/],
    [
      'that nests too deep by its fragments',
      '{ a { ...F } } fragment F on T { b { c { d { e } } } }',
      /nests 5 fields/,
    ],
    ['that nests too deep by inline fragments', '{ a { ... on T { b { ... { c { d { e } } } } } } }', /nests 5 fields/],
    ['with too many aliases', '{ a: x b: x c: x d: x }', /4 aliases/],
    ['whose fragments repeat aliases', '{ a { ...F } b { ...F } } fragment F on T { x: c y: c }', /4 aliases/],
    ['that repeats a field', `{ ${'a '.repeat(11)}}`, /selects a 11 times/],
    ['that repeats a field below', `{ b { ${'a '.repeat(11)}} }`, /selects a 11 times/],
    ['that repeats a field in inline fragments', `{ ${'... { a } '.repeat(11)}}`, /selects a 11 times/],
    [
      'that repeats a field in inline fragments of one type',
      `{ ${'... on Q { a } '.repeat(5)} ... on Q { ... { a a a a a a } } }`,
      /selects a 11 times/,
    ],
    ['that repeats a fragment', `{ ${'...F '.repeat(11)}} fragment F on Q { a }`, /selects ...F 11 times/],
    ['with a long list', '{ a(b: [1 2 3 4 5 6 7 8 9]) }', /list of 9 values; 8/],
    ['with too many directives in one place', `{ a ${'@skip(if: false) '.repeat(6)}}`, /too many directives/],
    ['with too many directives together', `{ ${'abcdefg'.replaceAll(/./g, '$& @x ')}}`, /too many directives/],
    ['with directives on an operation', `query Q ${'@x '.repeat(6)}{ a }`, /too many directives/],
    [
      'whose fragments multiply its fields',
      '{ ...A } fragment A on T { ...B b { ...B } } fragment B on T { ...C c { ...C } } fragment C on T { i j k l m n }',
      /fields, with fragments spread/,
    ],
  ])('%s', (_, text, message) => {
    expect(() => {
      gate.check(text);
    }).toThrow(
      expect.objectContaining({
        status: 400,
        code: 'QUERY_TOO_COMPLEX',
        message: expect.stringMatching(message) as string,
      }),
    );
  });
});

describe('what passes', () => {
  it.each([
    ['a document within the limits', '{ a { b { c { d } } } x: a y: a z: a }'],
    ['one that is no GraphQL: the parser tells where', '{ a { '],
    ['one with a character that GraphQL does not know', '{ a ‽ }'],
    [
      'fragments that spread themselves: validation refuses them',
      '{ ...A } fragment A on T { ...B a } fragment B on T { ...A }',
    ],
    ['introspection, which has its own bound', '{ __schema { types { fields { type { ofType { name } } } } } }'],
    ['an empty text', ''],
  ])('%s', (_, text) => {
    expect(() => {
      gate.check(text);
      gate.check(text);
    }).not.toThrow();
  });
});

it('a field that is selected for each of many types is none that repeats', () => {
  const text = `{ ${Array.from({ length: 11 }, (_, index) => `... on T${String(index)} { a }`).join(' ')} }`;
  expect(() => {
    new DocumentGate(WIDE).check(text);
  }).not.toThrow();
});

it('brackets that nest deeper than the parser should go are refused, closed or not', () => {
  const wide = new DocumentGate(WIDE);
  const nested = (depth: number): string => `{ a(b: ${'['.repeat(depth)}${']'.repeat(depth)}) }`;
  expect(() => {
    wide.check(nested(MAX_BRACKETS - 2));
  }).not.toThrow();
  for (const text of [nested(MAX_BRACKETS - 1), '{ a(b: '.concat('['.repeat(1990))])
    expect(() => {
      wide.check(text);
    }).toThrow(/nests brackets/);
});

it('takes no longer for fragments that spread each other than for their text', () => {
  const wide = new DocumentGate({ ...WIDE, fields: 1e300 });
  const count = 100;
  const fragments = Array.from({ length: count }, (_, index) => {
    const next = index + 1 < count ? `...F${String(index + 1)} a { ...F${String(index + 1)} }` : 'x';
    return `fragment F${String(index)} on T { ${next} }`;
  });
  // 2 to the power of 100 fields.
  expect(() => {
    wide.check(`{ ...F0 } ${fragments.join(' ')}`);
  }).not.toThrow();
});
