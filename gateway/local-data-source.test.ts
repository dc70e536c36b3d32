import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { UpstreamUnavailable } from '../upstream/errors.js';
import { RequestScope } from '../upstream/scope.js';
import type { GatewayContext } from './context.js';
import { LocalDataSource } from './local-data-source.js';

const loads = vi.fn((id: string): { id: string; title: string } => {
  if (id === 'gone') throw new UpstreamUnavailable({ platform: 'EOSC', message: 'away' });
  if (id === 'bug') throw new TypeError('undefined is not a function');
  return { id, title: `title of ${id}` };
});

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
      type Query { wait: Int }
      type Work @key(fields: "id") { id: ID! title: String }
    `),
    resolvers: {
      Query: { wait: () => new Promise(() => undefined) },
      Work: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        title: ({ id }: { id: string }) => loads(id).title,
      },
    },
  },
]);

const ENTITIES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Work { title } } }';

function contextOf(scope = new RequestScope()): GatewayContext {
  return { scope, explain: false, fetches: [], roots: [] };
}

function fetchOf(
  source: LocalDataSource,
  context: GatewayContext,
  query: string,
  variables: Record<string, unknown> = {},
  path: string[] = [],
) {
  return source.process({
    kind: 'incoming operation',
    request: { query, variables },
    incomingRequestContext: { context },
    pathInIncomingRequest: path,
  } as unknown as Parameters<LocalDataSource['process']>[0]);
}

const works = (...ids: string[]): { __typename: string; id: string }[] => ids.map((id) => ({ __typename: 'Work', id }));

describe('a subgraph in the process', () => {
  it('executes equal representations once and gives each its entity', async () => {
    loads.mockClear();
    const { data } = await fetchOf(new LocalDataSource('x', schema, vi.fn()), contextOf(), ENTITIES, {
      representations: works('a', 'b', 'a', 'a'),
    });
    expect(data).toEqual({ _entities: ['a', 'b', 'a', 'a'].map((id) => ({ title: `title of ${id}` })) });
    expect(loads).toHaveBeenCalledTimes(2);
  });

  it('names the real place of an entity that failed, for each place at which it stands', async () => {
    const context = contextOf();
    context.roots.push({ search: { nodes: [{ __typename: 'Project', id: 'p' }, ...works('gone', 'a', 'gone')] } });
    const { errors, data } = await fetchOf(
      new LocalDataSource('x', schema, vi.fn()),
      context,
      ENTITIES,
      { representations: works('gone', 'a', 'gone') },
      ['search', 'nodes', '@'],
    );
    expect(errors?.map(({ extensions }) => extensions['realPath'])).toEqual([
      ['search', 'nodes', 1, 'title'],
      ['search', 'nodes', 3, 'title'],
    ]);
    expect(errors?.[0]).toMatchObject({
      message: 'away',
      extensions: { code: 'UPSTREAM_UNAVAILABLE', platform: 'EOSC' },
    });
    expect(data).toEqual({ _entities: [{ title: null }, { title: 'title of a' }, { title: null }] });
  });

  it('masks what nobody foresaw and reports it once', async () => {
    const report = vi.fn();
    const { errors } = await fetchOf(new LocalDataSource('x', schema, report), contextOf(), ENTITIES, {
      representations: works('bug'),
    });
    expect(errors?.[0]?.message).toBe('An internal error occurred.');
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('stops waiting when the caller goes away', async () => {
    const controller = new AbortController();
    const answer = fetchOf(
      new LocalDataSource('x', schema, vi.fn()),
      contextOf(new RequestScope({ signal: controller.signal })),
      '{ wait }',
    );
    controller.abort(new Error('The caller went away.'));
    await expect(answer).rejects.toThrow('The caller went away.');
  });

  it('records the fetches of a plan for the explain header', async () => {
    const context = contextOf();
    await fetchOf(new LocalDataSource('x', schema, vi.fn()), context, ENTITIES, { representations: works('a', 'a') }, [
      'work',
    ]);
    expect(context.fetches).toMatchObject([{ subgraph: 'x', path: 'work', representations: 2 }]);
  });
});
