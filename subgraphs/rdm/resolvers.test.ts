import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { platformSdl } from '../../schema/subgraph-sdl.js';
import { RequestScope } from '../../upstream/scope.js';
import { createRdmConnector } from './connector.js';
import { encodeCursor } from './cursor.js';
import { RDM_PLATFORM } from './requests.js';
import { rdmResolvers } from './resolvers.js';
import { contributor, FakeClient, list, node, refusal, response, SERVER, type Answer } from './testing.js';

function subgraph(answer: (url: URL) => Answer, token: string | null = 'T') {
  const client = new FakeClient(answer);
  const typeDefs = parse(platformSdl(new URL('./schema.graphql', import.meta.url)));
  const resolvers = rdmResolvers(createRdmConnector(SERVER, client));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as unknown as GraphQLResolverMap<unknown> }]);
  const scope = new RequestScope({ credentials: new Map(token === null ? [] : [[RDM_PLATFORM, token]]) });
  const ask = async (source: string, variableValues: Record<string, unknown> = {}) => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { scope } });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null, errors: errors ?? [] };
  };
  return { client, ask };
}

const NEXT = 'https://api.rdm.example/v2/nodes/?page=2';
const PAGE =
  'query ($after: String) { rdmProjects(query: "sea", first: 2, after: $after) { totalCount nodes { guid } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly guid: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly startCursor: string; readonly endCursor: string };
}

describe('rdmProjects', () => {
  const pages = (url: URL): Answer =>
    url.searchParams.get('page') === '2'
      ? response(list([node('ccccc')], 3))
      : response(list([node('aaaaa'), node('bbbbb')], 3, NEXT));

  it('walks by cursors in the platform’s own pages', async () => {
    const { ask } = subgraph(pages);
    const read = async (after: string | null): Promise<Page> => {
      const { data, errors } = await ask(PAGE, { after });
      expect(errors).toEqual([]);
      return data?.['rdmProjects'] as Page;
    };
    const first = await read(null);
    expect([first.totalCount, first.nodes.map(({ guid }) => guid), first.pageInfo.hasNextPage]).toEqual([
      3,
      ['aaaaa', 'bbbbb'],
      true,
    ]);
    expect((await read(first.pageInfo.startCursor)).nodes).toEqual([{ guid: 'bbbbb' }]);
    const second = await read(first.pageInfo.endCursor);
    expect([second.nodes, second.pageInfo]).toMatchObject([
      [{ guid: 'ccccc' }],
      { hasNextPage: false, hasPreviousPage: true },
    ]);
  });

  it.each([
    ['first: 0', /ask for 1 to 100/],
    ['first: 101', /ask for 1 to 100/],
    ['after: "nonsense"', /no cursor of these projects/],
    [`after: "${encodeCursor('["all","other"]', { page: 2, size: 20, skip: 0 })}"`, /no cursor of these projects/],
    [`after: "${encodeCursor('["all","sea"]', { page: 2, size: 10, skip: 0 })}"`, /keep it as it was/],
  ])('refuses %s before anything is asked', async (argument, message) => {
    const { client, ask } = subgraph(pages);
    const { data, errors } = await ask(`{ rdmProjects(query: "sea", ${argument}) { totalCount } }`);
    expect([data, client.asked]).toEqual([{ rdmProjects: null }, []]);
    expect(errors[0]?.message).toMatch(message);
  });
});

describe('rdmProject', () => {
  it('is the project with all of its contributors, null where it is unknown, an error where the id is none', async () => {
    const { ask } = subgraph((url) => {
      if (url.pathname.endsWith('/contributors/')) return response(list([contributor('A'), contributor('B', 1)]));
      if (!url.pathname.includes('abcde')) return response(refusal('Not found.'), 404);
      return response({ data: node('abcde', { tags: ['藻場'] }, list([contributor('A')], 2, NEXT)) });
    });
    const query = 'query ($id: ID!) { rdmProject(id: $id) { id public tags contributors { name { text } } } }';
    const found = {
      id: 'rdm:abcde',
      public: false,
      tags: ['藻場'],
      contributors: [{ name: { text: 'A' } }, { name: { text: 'B' } }],
    };
    expect((await ask(query, { id: 'abcde' })).data).toEqual({ rdmProject: found });
    expect((await ask(query, { id: ' rdm:abcde ' })).data).toEqual({ rdmProject: found });
    expect(await ask(query, { id: 'zzzzz' })).toEqual({ data: { rdmProject: null }, errors: [] });
    expect((await ask(query, { id: '../users/me' })).errors[0]?.message).toMatch(/no project of GakuNin RDM/);
  });

  it('has its components, each as a project', async () => {
    const { client, ask } = subgraph((url) =>
      url.pathname.endsWith('/children/')
        ? response(list([node('fghij', { category: 'data' })]))
        : response({ data: node('abcde') }),
    );
    const { data } = await ask('{ rdmProject(id: "abcde") { children { guid type url } } }');
    expect(data).toEqual({
      rdmProject: { children: [{ guid: 'fghij', type: 'DATASET', url: 'https://rdm.example/fghij/' }] },
    });
    expect(client.asked).toHaveLength(2);
  });
});

describe('rdmMe', () => {
  it('is not asked for without a token', async () => {
    const { client, ask } = subgraph(() => response(list([])), null);
    const { data, errors } = await ask('{ rdmMe { id } }');
    expect([data, client.asked]).toEqual([{ rdmMe: null }, []]);
    expect(errors[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a reference', () => {
  it('to works leads to their projects, all read at once', async () => {
    const { client, ask } = subgraph(() => response(list([node('abcde'), node('fghij')])));
    const works = ['rdm:abcde', 'cinii:1 rdm:fghij', 'cinii:2'].map(
      (known, index) => `{ __typename: "Work", id: "w${String(index)}", known: "${known}" }`,
    );
    const { data, errors } = await ask(
      `{ _entities(representations: [${works.join(', ')}]) { ... on Work { rdm { guid title { text } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      _entities: [
        { rdm: [{ guid: 'abcde', title: { text: 'Project abcde' } }] },
        { rdm: [{ guid: 'fghij', title: { text: 'Project fghij' } }] },
        { rdm: [] },
      ],
    });
    expect(client.asked).toHaveLength(1);
  });
});
