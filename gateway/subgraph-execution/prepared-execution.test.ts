import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  responsePathAsArray,
  type ExecutionResult,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraphError } from '../errors.js';
import { PreparedExecution } from './prepared-execution.js';

const FIELDS = `
  id: ID! name(upper: Boolean = false): String count: Int must: Int! kind: Kind thing: Thing sure: Thing!
  things: [Thing] all: [Thing!]! any: Any those: [Any!] words: [String!] grid: [[Int]!]
  sum(of: [Int!], box: Box): Int
`;
const schema = buildSchema(`
  type Query { ${FIELDS} }
  type Mutation { first: Thing second: Int! third: Any }
  interface Any { id: ID! count: Int }
  type Thing implements Any { ${FIELDS} }
  type Other implements Any { id: ID! count: Int size: Float thing: Thing }
  enum Kind { A B }
  input Box { low: Int = 1 high: Int }
`);

/** A number that a place and a seed decide. */
function dice(seed: number, place: string, sides: number): number {
  return (
    createHash('sha256')
      .update(`${String(seed)} ${place}`)
      .digest()
      .readUInt16BE(0) % sides
  );
}

async function later<T>(value: T, seed: number, place: string): Promise<T> {
  for (let turns = dice(seed, `${place} turns`, 4); turns > 0; turns -= 1) await Promise.resolve();
  if (dice(seed, `${place} wait`, 4) === 0) await new Promise((resolve) => setImmediate(resolve));
  return value;
}

function failingLater(seed: number, place: string): Promise<never> {
  const failing = later(null, seed, place).then(() => {
    throw new Error(`late failure at ${place}`);
  });
  // A list that has failed already hears no more of its items.
  failing.catch(() => undefined);
  return failing;
}

function valueOf(type: GraphQLOutputType, seed: number, place: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, seed, place);
  if (isListType(type)) {
    const length = dice(seed, `${place} length`, 4);
    return Array.from({ length }, (_, index) => outcome(type.ofType, seed, `${place}.${String(index)}`));
  }
  if (isLeafType(type))
    return { Int: 7, Float: 1.5, Kind: 'A', Boolean: true }[type.name] ?? `${type.name} of ${place}`;
  const typename = isObjectType(type)
    ? type.name
    : (['Thing', 'Other', 'Thing', 'Nothing'][dice(seed, `${place} type`, 4)] ?? '');
  // Properties that are there for default resolvers.
  return { __typename: typename, id: place, count: dice(seed, place, 3) === 0 ? 'no number' : 3, size: 2, kind: 'B' };
}

/** What a resolver, or a place of a list, gives: mostly a value, at once or later; now and then null, an error, a failure. */
function outcome(type: GraphQLOutputType, seed: number, place: string): unknown {
  const value = valueOf(type, seed, place);
  switch (dice(seed, `${place} outcome`, 12)) {
    case 0:
      return null;
    case 1:
      return new Error(`error value at ${place}`);
    case 2:
      return later(null, seed, place);
    case 3:
      return failingLater(seed, place);
    case 4:
    case 5:
    case 6:
      return later(value, seed, place);
    default:
      return value;
  }
}

/** Gives every field but those that are properties a resolver that a seed decides about. */
function resolve(seed: number, args: unknown, info: GraphQLResolveInfo): unknown {
  const place = responsePathAsArray(info.path).join('.');
  if (dice(seed, `${place} throws`, 14) === 0) throw new Error(`failure at ${place} of ${info.parentType.name}`);
  if (info.fieldName === 'sum' || info.fieldName === 'name')
    return info.fieldName === 'name' ? JSON.stringify(args) : 1;
  return outcome(info.returnType, seed, place);
}
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields()))
    if (type.name === 'Query' || type.name === 'Mutation' || !['id', 'count', 'size', 'kind'].includes(field.name))
      field.resolve = (_, args, { seed }: { seed: number }, info) => resolve(seed, args, info);
}

const leaf = fc.constantFrom(
  'id', 'x: id', 'count', 'must', 'kind', 'words', 'grid', '__typename', 'name', 'up: name(upper: true)', 'n: name(upper: $yes)',
  'sum(of: [1, 2])', 's: sum(box: { high: $high })', 't: sum(of: $of)', 'count @skip(if: $yes)', 'must @include(if: $no)',
); // prettier-ignore
const { selection } = fc.letrec<{ selection: string; inner: string }>((tie) => ({
  inner: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('thing', 'sure', 'things', 'all', 'y: thing'), tie('selection'))
      .map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('any', 'those'), tie('selection'))
      .map(([field, of]) => `${field} { __typename count ... on Thing ${of} ... on Other { size z: id } }`),
    tie('selection').map((of) => `... @include(if: $yes) ${of}`),
    fc.constant('...Part'),
  ),
  selection: fc.array(tie('inner'), { minLength: 1, maxLength: 5 }).map((fields) => `{ ${fields.join(' ')} }`),
}));
const VARIABLES = '($yes: Boolean! = true, $no: Boolean = false, $high: Int, $of: [Int!])';
const FRAGMENT = 'fragment Part on Thing { id name count things { must } }';
const USED =
  '... on Thing { n: name(upper: $yes) s: sum(box: { high: $high }) t: sum(of: $of) u: id @skip(if: $no) ...Part }';

function told({ data, errors }: ExecutionResult): unknown {
  return JSON.parse(JSON.stringify({ data, errors: errors?.map(subgraphError) })) as unknown;
}

describe('a prepared operation answers as graphql-js does', () => {
  // graphql-js leaves failures of a list's items unheard where another item has made the list null; a process ends by them.
  let unheard: unknown[] = [];
  const hear = (error: unknown): void => void unheard.push(error);
  const others = process.listeners('unhandledRejection');
  beforeAll(() => {
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', hear);
  });
  afterAll(() => {
    process.off('unhandledRejection', hear);
    for (const listener of others) process.on('unhandledRejection', listener);
  });
  /** Each level of an answer may wait a turn of the event loop, and what fails there is heard a turn after. */
  async function allHeard(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  async function same(text: string, seed: number, variables: Record<string, unknown>): Promise<void> {
    const right = await execute({ schema, document: parse(text), variableValues: variables, contextValue: { seed } });
    await allHeard();
    unheard = [];
    const prepared = new PreparedExecution(schema, text);
    expect(told(await prepared.execute(variables, { seed }))).toEqual(told(right));
    await allHeard();
    expect(unheard).toEqual([]);
    expect(told(await prepared.execute(variables, { seed }))).toEqual(told(right));
  }

  it('whatever is asked, given and fails, errors in their order', async () => {
    await fc.assert(
      fc.asyncProperty(selection, fc.nat(), fc.boolean(), async (of, seed, yes) => {
        const text = `query ${VARIABLES} { any { ${USED} } thing ${of} all ${of} } ${FRAGMENT}`;
        await same(text, seed, { yes, high: 3 });
      }),
      { numRuns: 150 },
    );
  });

  it('in mutations, one field after another', async () => {
    await fc.assert(
      fc.asyncProperty(selection, fc.nat(), async (of, seed) => {
        const text = `mutation ${VARIABLES} { a: first ${of} second third { id } first { id ${USED} } } ${FRAGMENT}`;
        await same(text, seed, { of: [1] });
      }),
      { numRuns: 50 },
    );
  });

  it('to variables that do not fit', async () => {
    const text = 'query ($of: [Int!]!, $high: Int) { sum(of: $of, box: { high: $high }) }';
    for (const variables of [{}, { of: ['x', 'y'] }, { of: [1], high: 1.5 }, { of: null }, { of: 1, high: 2 }])
      await same(text, 1, variables);
  });

  it('to a name that means something to JavaScript', async () => {
    const execution = new PreparedExecution(schema, '{ __proto__: id toString: id constructor: __typename }');
    const { data } = await execution.execute({}, { seed: 8 });
    expect(Object.entries(data ?? {}).map(([name]) => name)).toEqual(['__proto__', 'toString', 'constructor']);
  });
});

describe('an operation that cannot be prepared', () => {
  it('is one that is not valid', () => {
    expect(() => new PreparedExecution(schema, '{ nothing }')).toThrow('nothing');
    expect(() => new PreparedExecution(schema, '{')).toThrow('Syntax Error');
  });

  it('is more than one', () => {
    expect(() => new PreparedExecution(schema, 'query A { id } query B { id }')).toThrow('one operation');
  });
});
