import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { platformSdl } from '../../schema/subgraph-sdl.js';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { createCiniiConnector } from './connector.js';
import { encodeCursor } from './cursor.js';
import { ciniiResolvers } from './resolvers.js';
import { address, detailDocument, FakeClient, searchDocument, type Answer } from './testing.js';

const CRID = '1390000000000000017';
const down = new UpstreamUnavailable({ platform: 'CINII_RESEARCH', message: 'down' });

function subgraph(answer: (url: URL) => Answer) {
  const client = new FakeClient(answer);
  const connector = createCiniiConnector({ url: 'https://cinii.example', appid: null }, client);
  const typeDefs = parse(platformSdl(new URL('./schema.graphql', import.meta.url)));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: ciniiResolvers(connector) }]);
  const scope = new RequestScope();
  const ask = async (source: string, variableValues: Record<string, unknown> = {}) => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { scope } });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null, errors: errors ?? [] };
  };
  return { client, ask };
}

const ITEM = {
  '@id': address(CRID),
  title: '海の観測',
  'dc:type': 'Article',
  'dc:creator': ['大向 一輝'],
  'prism:publicationDate': '2019',
};
const DETAIL = detailDocument(CRID, 'Article', {
  'dc:title': [
    { '@language': 'ja', '@value': '海の観測' },
    { '@language': 'en', '@value': 'Ocean' },
  ],
  creator: [{ 'foaf:name': '大向 一輝', personIdentifier: { '@type': 'NRID', '@value': '1000030413925' } }],
  'dcterms:accessRights': 'true',
  project: [{ projectIdentifier: { '@type': 'KAKEN', '@value': '19KK0341' } }],
});

function platform(url: URL): Answer {
  if (url.pathname.startsWith('/crid/')) return url.pathname.includes(CRID) ? DETAIL : { status: 404 };
  const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'ja';
  return searchDocument(lang, [lang === 'ja' ? ITEM : { ...ITEM, title: 'Ocean' }], 45);
}

describe('ciniiSearch', () => {
  it('answers what the hits carry without reading a record', async () => {
    const { client, ask } = subgraph(platform);
    const { data, errors } = await ask(
      '{ ciniiSearch(query: "海") { totalCount nodes { id crid type issued title { ja } creators { name { ja } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      ciniiSearch: {
        totalCount: 45,
        nodes: [
          {
            id: `cinii:${CRID}`,
            crid: CRID,
            type: 'ARTICLE',
            issued: '2019',
            title: { ja: '海の観測' },
            creators: [{ name: { ja: '大向 一輝' } }],
          },
        ],
      },
    });
    expect(client.asked).toHaveLength(1);
  });

  it('asks in a second language only where it is selected', async () => {
    const { client, ask } = subgraph(platform);
    await ask('{ ciniiSearch(query: "海") { nodes { title { ja en } } } }');
    expect(client.paths('lang')).toEqual(['/opensearch/v2/all lang=ja', '/opensearch/v2/all lang=en']);
  });

  it('reads a record once for all that its hit does not carry', async () => {
    const { client, ask } = subgraph(platform);
    const { data } = await ask(
      '{ ciniiSearch(query: "海") { nodes { accessRight projects { id } creators { nrid name { ja } } title { ja } } } }',
    );
    expect(data).toMatchObject({
      ciniiSearch: {
        nodes: [{ accessRight: 'OPEN', projects: [{ id: 'jgn:JP19KK0341' }], creators: [{ nrid: '1000030413925' }] }],
      },
    });
    expect(client.paths()).toEqual(['/opensearch/v2/all', `/crid/${CRID}.json`]);
  });

  it('keeps its hits when the record’s own document cannot be read', async () => {
    const { ask } = subgraph((url) => (url.pathname.startsWith('/crid/') ? down : platform(url)));
    const { data, errors } = await ask(
      '{ ciniiSearch(query: "海") { nodes { accessRight title { ja } creators { nrid name { ja } } dataSources { value } } } }',
    );
    expect(data).toMatchObject({
      ciniiSearch: {
        nodes: [{ accessRight: 'UNKNOWN', title: { ja: '海の観測' }, creators: [{ nrid: null }], dataSources: null }],
      },
    });
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['ciniiSearch.nodes.0.dataSources']);
  });

  it('walks by cursors', async () => {
    const { client, ask } = subgraph(platform);
    const query =
      'query ($after: String) { ciniiSearch(query: "海", first: 1, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } } }';
    const first = await ask(query);
    const info = (first.data?.['ciniiSearch'] as { pageInfo: { endCursor: string } }).pageInfo;
    expect(info).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await ask(query, { after: info.endCursor });
    expect(second.data).toMatchObject({ ciniiSearch: { pageInfo: { hasNextPage: true, hasPreviousPage: true } } });
    expect(client.paths('start')).toEqual(['/opensearch/v2/all start=1', '/opensearch/v2/all start=2']);
  });

  it.each([
    ['first: 0', 'first is 0: ask for 1 to 200'],
    ['first: 100000', 'first is 100000: ask for 1 to 200'],
    ['after: "nonsense"', 'after is no cursor of ciniiSearch'],
    ['after: "$CURSOR"', 'after is a cursor of another search'],
    ['after: "$END"', 'first 10,000 records'],
    ['filter: { from: "2019-03-31" }', 'compares years and months'],
  ])('refuses %s and says what to do, before anything is asked', async (argument, message) => {
    const { client, ask } = subgraph(platform);
    const criteria = { segment: 'ALL', query: '海', filter: {}, sort: 'RELEVANCE' } as const;
    const filled = argument
      .replace('$CURSOR', encodeCursor({ ...criteria, query: '山' }, 21))
      .replace('$END', encodeCursor(criteria, 10_001));
    const { data, errors } = await ask(`{ ciniiSearch(query: "海", ${filled}) { totalCount } }`);
    expect(data).toEqual({ ciniiSearch: null });
    expect(errors[0]?.message).toContain(message);
    expect(client.asked).toEqual([]);
  });

  it('takes the same filter for the same however it is written', async () => {
    const { ask } = subgraph(platform);
    const criteria = {
      segment: 'ALL',
      query: '海',
      filter: { title: 'x', languages: ['ja'] },
      sort: 'RELEVANCE',
    } as const;
    const after = encodeCursor(criteria, 21);
    const { errors } = await ask(
      `{ ciniiSearch(query: " 海 ", after: "${after}", filter: { languages: ["ja"], title: "x", creator: null, dataSources: [] }) { totalCount } }`,
    );
    expect(errors).toEqual([]);
  });
});

describe('ciniiRecord', () => {
  it('is the record, null where it is unknown, an error where the CRID is none', async () => {
    const { ask } = subgraph(platform);
    const query = 'query ($crid: ID!) { ciniiRecord(crid: $crid) { crid kind title { en } retrieved { cache } } }';
    expect((await ask(query, { crid: CRID })).data).toEqual({
      ciniiRecord: { crid: CRID, kind: 'Article', title: { en: 'Ocean' }, retrieved: { cache: 'MISS' } },
    });
    expect(await ask(query, { crid: '1390000000000000099' })).toEqual({ data: { ciniiRecord: null }, errors: [] });
    expect((await ask(query, { crid: '139' })).errors[0]?.message).toMatch(/19 digits/);
  });
});

describe('a reference', () => {
  const query = (representation: string): string =>
    `{ _entities(representations: [${representation}]) { ... on Work { cinii { crid title { ja } } } ... on CiniiRecord { crid url } } }`;

  it('to a work leads to the record that the catalog knows, read only as far as it is selected', async () => {
    const { client, ask } = subgraph(platform);
    const known = `{ __typename: "Work", id: "doi:10.5072/a", known: "jairo:h/1 cinii:${CRID} cinii:1390000000000000099" }`;
    const unknown = '{ __typename: "Work", id: "doi:10.5072/b", known: "jairo:h/2" }';
    const { data, errors } = await ask(query(`${known}, ${unknown}`));
    expect(errors).toEqual([]);
    expect(data).toEqual({ _entities: [{ cinii: { crid: CRID, title: { ja: '海の観測' } } }, { cinii: null }] });
    expect(client.paths()).toEqual([`/crid/${CRID}.json`]);
  });

  it('to a record is that record', async () => {
    const { ask } = subgraph(platform);
    const { data } = await ask(query(`{ __typename: "CiniiRecord", id: "cinii:${CRID}" }`));
    expect(data).toEqual({ _entities: [{ crid: CRID, url: address(CRID) }] });
  });
});
