import { buildSchema, execute, parse, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectedFields, selectedLanguages, selects } from './selection.js';

const SCHEMA = buildSchema(`
  type Query { search: Connection }
  type Connection { nodes: [Work!]! totalCount: Int }
  interface Node { id: ID }
  type Work implements Node { id: ID title: Text description: Text records: [Record!]! }
  type Record { id: ID accessRight: String title: Text }
  type Text { ja: String en: String text(lang: [String!] = ["ja", "en"]): String values: [Value!]! }
  type Value { value: String }
`);

/** What a resolver of `search` learns from its info in one operation. */
function ask<T>(query: string, read: (info: GraphQLResolveInfo) => T, variableValues: Record<string, unknown> = {}): T {
  const answers: T[] = [];
  const search = (_args: unknown, _context: unknown, info: GraphQLResolveInfo): null => {
    answers.push(read(info));
    return null;
  };
  const result = execute({ schema: SCHEMA, document: parse(query), rootValue: { search }, variableValues });
  expect(result).toEqual({ data: expect.anything() as unknown });
  const [answer] = answers;
  if (answers.length !== 1 || answer === undefined) throw new Error('search was not resolved once');
  return answer;
}

const DEEP = 'nodes.records.accessRight';
const asks = (path: string) => (info: GraphQLResolveInfo) => selects(info, path);

describe('selects', () => {
  it('finds a path, and only that path', () => {
    const query = '{ search { nodes { records { accessRight } } } }';
    expect(ask(query, asks(DEEP))).toBe(true);
    expect(ask(query, asks('nodes.records'))).toBe(true);
    expect(ask(query, asks('nodes.accessRight'))).toBe(false);
    expect(ask(query, asks('records'))).toBe(false);
    expect(ask(query, asks('totalCount'))).toBe(false);
  });

  it('goes by the name of a field, never by its alias', () => {
    const query = '{ found: search { hits: nodes { accessRight: id records: description { ja } } } }';
    expect(ask(query, asks('nodes.id'))).toBe(true);
    expect(ask(query, asks('nodes.records'))).toBe(false);
    expect(ask(query, asks('hits'))).toBe(false);
  });

  it('looks into named and inline fragments, also nested ones', () => {
    const query = `
      { search { ...A } }
      fragment A on Connection { nodes { ... on Node { id } ... { ...B } } }
      fragment B on Work { records { accessRight } }`;
    expect(ask(query, asks(DEEP))).toBe(true);
    expect(ask(query, asks('nodes.id'))).toBe(true);
    expect(ask(query, asks('nodes.title'))).toBe(false);
  });

  it('joins what is selected at several places', () => {
    const query = '{ search { nodes { id } } search { nodes { records { id } } nodes { records { accessRight } } } }';
    expect(ask(query, asks(DEEP))).toBe(true);
    expect(ask(query, asks('nodes.records.id'))).toBe(true);
  });

  it.each([
    ['@include(if: false)', false],
    ['@include(if: true)', true],
    ['@skip(if: true)', false],
    ['@skip(if: false)', true],
    ['@include(if: true) @skip(if: true)', false],
  ])('heeds %s on a field, a spread and an inline fragment', (directive, selected) => {
    const fragment = 'fragment A on Work { records { accessRight } }';
    expect(ask(`{ search { nodes { id records ${directive} { accessRight } } } }`, asks(DEEP))).toBe(selected);
    expect(ask(`{ search { nodes { id ...A ${directive} } } } ${fragment}`, asks(DEEP))).toBe(selected);
    expect(ask(`{ search { nodes { id ... ${directive} { records { accessRight } } } } }`, asks(DEEP))).toBe(selected);
  });

  it('resolves the variables of directives, default values included', () => {
    const query =
      'query ($deep: Boolean! = false) { search { nodes { id records @include(if: $deep) { accessRight } } } }';
    expect(ask(query, asks(DEEP), { deep: true })).toBe(true);
    expect(ask(query, asks(DEEP))).toBe(false);
  });
});

describe('selectedFields', () => {
  it('gives the tree of names below', () => {
    const names = ask('{ search { totalCount nodes { x: title { en } } } }', (info) =>
      selectedFields(info).map((field) => [field.name, field.children.map((child) => child.name)]),
    );
    expect(names).toEqual([
      ['totalCount', []],
      ['nodes', ['title']],
    ]);
  });
});

describe('selectedLanguages', () => {
  const languages = (fields: string, variables = '', values: Record<string, unknown> = {}): readonly string[] =>
    ask(`query ${variables} { search { nodes { id ${fields} } } }`, selectedLanguages, values);

  it.each([
    ['', ['ja']],
    ['title { ja }', ['ja']],
    ['title { en }', ['en']],
    ['title { en } description { ja }', ['ja', 'en']],
    ['records { title { en } }', ['en']],
    ['title { values { value } }', ['ja', 'en']],
    ['title { text }', ['ja']],
    ['title { text(lang: ["en", "ja"]) }', ['en']],
    ['title { text(lang: ["en-US"]) }', ['en']],
    ['title { text(lang: "en") }', ['en']],
    ['title { text(lang: ["fr"]) }', ['ja']],
    ['title { text(lang: ["fr", "en"]) }', ['en']],
    ['title { text(lang: null) }', ['ja']],
    ['title { ja: en }', ['en']],
    ['title { en @skip(if: true) ja }', ['ja']],
  ])('for %j are %j', (fields, expected) => {
    expect(languages(fields)).toEqual(expected);
  });

  it('come from variables too, as a whole list or as one of a list', () => {
    expect(languages('title { text(lang: $l) }', '($l: [String!])', { l: ['en'] })).toEqual(['en']);
    expect(languages('title { text(lang: $l) }', '($l: [String!] = ["en"])')).toEqual(['en']);
    expect(languages('title { text(lang: $l) }', '($l: [String!])')).toEqual(['ja']);
    expect(languages('title { text(lang: [$l, "en"]) }', '($l: String!)', { l: 'ja' })).toEqual(['ja']);
  });
});
