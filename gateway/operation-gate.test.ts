import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { buildSchema, getOperationAST, GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { GatewayContext } from './context.js';
import { operationGate } from './operation-gate.js';

const schema = buildSchema('type Query { works(ids: [ID!], filter: Filter): Int } input Filter { creator: String }');

type Resolved = GraphQLRequestContextDidResolveOperation<GatewayContext>;

/** The error that an operation is refused with; null: it passes. */
async function refused(
  query: string,
  { name, variables = {}, hints = true }: { name?: string; variables?: Record<string, unknown>; hints?: boolean } = {},
): Promise<GraphQLError | null> {
  const document = parse(query);
  const context = {
    schema,
    document,
    operation: getOperationAST(document, name) ?? undefined,
    request: { variables },
  } as unknown as Resolved;
  const listener = await operationGate(hints).requestDidStart?.(context);
  try {
    await listener?.didResolveOperation?.(context);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

const FILTER = 'query ($f: Filter) { works(filter: $f) }';

describe('an operation is refused with 400 before anything is fetched', () => {
  it.each([
    ['that is not there', '{ works }', { name: 'other' }, 'OPERATION_RESOLUTION_FAILURE', /no such operation/],
    [
      'of which there are several and none is chosen',
      'query A { works } query B { works }',
      {},
      'OPERATION_RESOLUTION_FAILURE',
      /operationName/,
    ],
    ['that would change something', 'mutation { a }', {}, 'GRAPHQL_VALIDATION_FAILED', /has no mutations/],
    ['that would wait', 'subscription { a }', {}, 'GRAPHQL_VALIDATION_FAILED', /has no subscriptions/],
    [
      'with the name of the gateway’s own variable',
      'query ($representations: [ID!]) { works(ids: $representations) }',
      {},
      'BAD_USER_INPUT',
      /rename it/,
    ],
    ['with a variable of another type', FILTER, { variables: { f: 1 } }, 'BAD_USER_INPUT', /Variable "\$f"/],
    ['without a variable', 'query ($n: Int!) { works }', {}, 'BAD_USER_INPUT', /"\$n" of required type/],
  ] as const)('%s', async (_, query, more, code, message) => {
    const error = await refused(query, more);
    expect(error?.extensions).toMatchObject({ code, http: { status: 400 } });
    expect(error?.message).toMatch(message);
  });

  it('by the first of its faults alone, however many there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`n${String(index)}`, index]));
    expect((await refused(FILTER, { variables: { f: many } }))?.message).toContain('"n0"');
  });

  it('with what was perhaps meant only where hints are on', async () => {
    const variables = { f: { creatr: 'x' } };
    expect((await refused(FILTER, { variables }))?.message).toContain('Did you mean "creator"?');
    const message = (await refused(FILTER, { variables, hints: false }))?.message;
    expect(message).toContain('"creatr"');
    expect(message).not.toContain('Did you mean');
  });
});

it('an operation whose variables fit passes', async () => {
  expect(await refused(FILTER, { variables: { f: { creator: 'x' }, unused: 1 } })).toBeNull();
  expect(await refused('query A { works } query B { works }', { name: 'B' })).toBeNull();
});
