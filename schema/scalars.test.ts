import { buildSchema, execute, GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { installScalars, scalarResolvers } from './scalars.js';

const NAMES = ['DOI', 'ORCID', 'ROR', 'URL', 'Date', 'DateTime', 'EDTF', 'LanguageTag'];

let schema: GraphQLSchema;
beforeAll(() => {
  const fields = NAMES.map((name) => `${name}(value: ${name}): String`).join(' ');
  schema = buildSchema(`${NAMES.map((name) => `scalar ${name}`).join(' ')} type Query { ${fields} now: DateTime }`);
  installScalars(schema);
});

const rootValue = {
  ...Object.fromEntries(NAMES.map((name) => [name, ({ value }: { value: string | null }) => value])),
  now: () => new Date('2026-11-20T09:11:00.987Z'),
};

interface Outcome {
  readonly value?: unknown;
  readonly errors: readonly GraphQLError[];
}

/** One scalar as the argument of a field, checked and executed as a server does. */
async function run(query: string, name: string, variableValues: Record<string, unknown> = {}): Promise<Outcome> {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { errors: invalid };
  const { data, errors = [] } = await execute({ schema, document, rootValue, variableValues });
  return { value: data?.[name], errors };
}

const asLiteral = (name: string, literal: string): Promise<Outcome> => run(`{ ${name}(value: ${literal}) }`, name);
const asVariable = (name: string, v: unknown): Promise<Outcome> =>
  run(`query ($v: ${name}) { ${name}(value: $v) }`, name, { v });

describe.each([
  ['DOI', 'https://doi.org/10.20783/DIAS.662', '10.20783/dias.662'],
  ['DOI', 'doi:10.20783/dias.662', '10.20783/dias.662'],
  ['ORCID', 'https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['ROR', '04ksd4g47', 'https://ror.org/04ksd4g47'],
  ['URL', 'HTTPS://example.org/a', 'https://example.org/a'],
  ['Date', '2026-11-20', '2026-11-20'],
  ['DateTime', '2026-11-20T18:11:00+09:00', '2026-11-20T09:11:00Z'],
  ['EDTF', '2017-03', '2017-03'],
  ['EDTF', '2010/2015-06', '2010/2015-06'],
  ['LanguageTag', 'JA-kana', 'ja-Kana'],
])('%s %j', (name, input, canonical) => {
  it.each([
    ['a literal', () => asLiteral(name, JSON.stringify(input))],
    ['a variable', () => asVariable(name, input)],
  ])(`arrives in canonical form as %s: ${canonical}`, async (_how, ask) => {
    expect(await ask()).toEqual({ value: canonical, errors: [] });
  });
});

describe.each([
  ['DOI', '10.20783', /"10\.20783" is not a DOI such as 10\.20783\/dias\.662/],
  ['ORCID', '0000-0002-1825-0098', /check digit/],
  ['ROR', 'https://ror.org/04ksd4g48', /checksum/],
  ['URL', 'javascript:alert(1)', /absolute http\(s\) URL/],
  ['Date', '2023-02-29', /exists in the calendar/],
  ['Date', '2023-02', /exists in the calendar/],
  ['DateTime', '2023-02-29T00:00:00Z', /instant such as 2026-11-20T09:11:00Z/],
  ['EDTF', '2017-13', /date such as 2017, 2017-03/],
  ['LanguageTag', 'japanese', /BCP 47/],
  ['LanguageTag', 'ja jp', /BCP 47/],
])('%s %j', (name, input, why) => {
  it.each([
    ['a literal', () => asLiteral(name, JSON.stringify(input))],
    ['a variable', () => asVariable(name, input)],
  ])('is refused as %s: with what came, what would be right, and a code', async (_how, ask) => {
    const { value, errors } = await ask();
    expect(value).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(why);
    expect(errors[0]?.message).toContain(JSON.stringify(input));
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', scalar: name });
  });
});

describe.each(NAMES)('%s', (name) => {
  it.each(['5.5', 'true', 'ja', '{ a: 1 }', '["ja"]'])('refuses the literal %s, which is no text', async (literal) => {
    const { errors } = await asLiteral(name, literal);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).not.toMatch(/Value"/);
  });

  it.each([5.5, true, { a: 1 }])('refuses the variable %j, which is no text', async (value) => {
    const { errors } = await asVariable(name, value);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('lets null through', async () => {
    expect(await asLiteral(name, 'null')).toEqual({ value: null, errors: [] });
    expect(await asVariable(name, null)).toEqual({ value: null, errors: [] });
  });

  it('has a resolver for a subgraph that reads as the installed one does', () => {
    expect(scalarResolvers[name]?.name).toBe(name);
    expect(() => scalarResolvers[name]?.parseValue('no such value!')).toThrow(GraphQLError);
  });
});

it('reads a bare year as EDTF, in the query and in its variables; no other scalar takes a number', async () => {
  expect(await asLiteral('EDTF', '2019')).toEqual({ value: '2019', errors: [] });
  expect(await asVariable('EDTF', 2019)).toEqual({ value: '2019', errors: [] });
  expect((await asLiteral('LanguageTag', '2019')).errors).toHaveLength(1);
  expect((await asVariable('Date', 2019)).errors).toHaveLength(1);
});

it('shows no more than the beginning of a long value', async () => {
  const { errors } = await asVariable('DOI', 'x'.repeat(10_000));
  // graphql-js puts the variable's own value in front of our words.
  expect(errors[0]?.message).toContain(`"${'x'.repeat(80)}" is not a DOI`);
});

it('writes an instant in UTC without fraction', async () => {
  expect(await run('{ now }', 'now')).toEqual({ value: '2026-11-20T09:11:00Z', errors: [] });
});

it('leaves a schema alone that has none of the scalars', () => {
  const other = buildSchema('scalar Other type Query { a(value: Other): String }');
  installScalars(other);
  expect(validate(other, parse('{ a(value: 5) }'))).toEqual([]);
});
