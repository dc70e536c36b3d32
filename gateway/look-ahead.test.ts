import './no-telemetry.js';
import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UpstreamUnavailable } from '../upstream/errors.js';
import { RequestScope } from '../upstream/scope.js';
import type { SubgraphContext } from '../subgraphs/common/platform.js';
import type { GatewayContext } from './context.js';
import { LocalDataSource } from './local-data-source.js';
import { lookingAhead } from './look-ahead.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@inaccessible"])';
const SDL = {
  catalog: `${LINK}
    type Query { search(first: Int): Page other: Page }
    type Page { nodes: [Work!]! edges: [Edge!]! }
    type Edge { node: Work! }
    type Work @key(fields: "id known") { id: ID! known: ID! @inaccessible title: String }`,
  shelf: `${LINK}
    type Work @key(fields: "id known") { id: ID! known: ID! @inaccessible place(floor: Int): String }`,
};

interface Book {
  readonly id: string;
  readonly known: string;
}
const BEFORE: readonly Book[] = [
  { id: 'a', known: '1' },
  { id: 'b', known: '2' },
];

/** What the shelf was asked for, in this order, and whether the catalog had given its answer by then. */
const asked: { readonly id: string; readonly place: number | null; readonly afterCatalog: boolean }[] = [];
let catalogIsDone = false;
let told: readonly Book[] = BEFORE;
let found: readonly Book[] = BEFORE;
let shelf: (id: string) => string = (id) => `place of ${id}`;

async function page(context: SubgraphContext, list: string): Promise<object> {
  context.worksAhead?.([list], told);
  await new Promise((resolve) => setTimeout(resolve, 30));
  catalogIsDone = true;
  return { nodes: found, edges: found.map((node) => ({ node })) };
}

const schemas = {
  catalog: buildSubgraphSchema({
    typeDefs: parse(SDL.catalog),
    resolvers: {
      Query: {
        search: (_: unknown, __: unknown, context: SubgraphContext) => page(context, 'search'),
        other: (_: unknown, __: unknown, context: SubgraphContext) => page(context, 'other'),
      },
      Work: { title: ({ id }: Book) => `title of ${id}` },
    } as never,
  }),
  shelf: buildSubgraphSchema({
    typeDefs: parse(SDL.shelf),
    resolvers: {
      Work: {
        place: ({ id }: Book, { floor }: { floor?: number | null }) => {
          asked.push({ id, place: floor ?? null, afterCatalog: catalogIsDone });
          return shelf(id);
        },
      },
    },
  }),
};

const sources = new Map(
  Object.entries(schemas).map(([name, schema]) => [name, new LocalDataSource(name, schema, vi.fn())]),
);
const { supergraphSdl } = composeServices(
  Object.entries(SDL).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}.invalid` })),
);
const gateway = new ApolloGateway({
  supergraphSdl: supergraphSdl ?? '',
  buildService: ({ name }) => sources.get(name) as LocalDataSource,
  experimental_didResolveQueryPlan: lookingAhead(sources),
});
const server = new ApolloServer<GatewayContext>({ gateway });

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const contextValue: GatewayContext = { scope: new RequestScope(), explain: false, fetches: [], roots: [] };
  const { body } = await server.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('an answer in parts');
  const { data, errors } = body.singleResult;
  return { data: JSON.parse(JSON.stringify(data)) as unknown, errors };
}

beforeEach(() => {
  asked.length = 0;
  catalogIsDone = false;
  told = BEFORE;
  found = BEFORE;
  shelf = (id) => `place of ${id}`;
});
afterAll(() => server.stop());

describe('looking ahead in a plan', () => {
  const PLACES = { nodes: [{ place: 'place of a' }, { place: 'place of b' }] };

  it("fetches what other subgraphs know of a list's works while the catalog still reads them, and once", async () => {
    const { data, errors } = await ask('{ search { nodes { place } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ search: PLACES });
    expect(asked).toEqual([
      { id: 'a', place: null, afterCatalog: false },
      { id: 'b', place: null, afterCatalog: false },
    ]);
  });

  it('does so below edges, under aliases, and with arguments from variables', async () => {
    const { data } = await ask('query ($f: Int) { search { pairs: edges { work: node { up: place(floor: $f) } } } }', {
      f: 3,
    });
    expect(data).toEqual({ search: { pairs: [{ work: { up: 'place of a' } }, { work: { up: 'place of b' } }] } });
    expect(asked).toEqual([
      { id: 'a', place: 3, afterCatalog: false },
      { id: 'b', place: 3, afterCatalog: false },
    ]);
  });

  it('begins nothing for another list of the same query', async () => {
    await ask('{ search { nodes { title } } other { nodes { place } } }');
    expect(asked.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('fetches a work anew whose identity was found to be another', async () => {
    found = [{ id: 'doi', known: '1 3' }, BEFORE[1] as Book];
    const { data } = await ask('{ search { nodes { place } } }');
    expect(data).toEqual({ search: { nodes: [{ place: 'place of doi' }, { place: 'place of b' }] } });
    expect(asked.map(({ id, afterCatalog }) => `${id} ${String(afterCatalog)}`)).toEqual([
      'a false',
      'b false',
      'doi true',
    ]);
  });

  it('keeps the error of a work at its place when the order turns out to be another', async () => {
    found = [...BEFORE].reverse();
    shelf = (id) => {
      if (id === 'a') throw new UpstreamUnavailable({ platform: 'EOSC', message: 'away' });
      return `place of ${id}`;
    };
    const { data, errors } = await ask('{ search { nodes { place } } }');
    expect(data).toEqual({ search: { nodes: [{ place: 'place of b' }, { place: null }] } });
    expect(errors?.map(({ extensions }) => extensions?.['realPath'])).toEqual([['search', 'nodes', 1, 'place']]);
    expect(asked).toHaveLength(2);
  });

  it('leaves alone what stands under a condition', async () => {
    const { data } = await ask('query ($c: Boolean!) { search { nodes { id ... @include(if: $c) { place } } } }', {
      c: false,
    });
    expect(data).toEqual({ search: { nodes: [{ id: 'a' }, { id: 'b' }] } });
    expect(asked).toEqual([]);
  });
});
