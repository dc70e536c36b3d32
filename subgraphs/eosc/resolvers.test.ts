import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { platformSdl } from '../../schema/subgraph-sdl.js';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { createEoscConnector } from './connector.js';
import { eoscResolvers } from './resolvers.js';
import { FakeClient, idOf, list, product, SERVER, type Answer } from './testing.js';

const down = new UpstreamUnavailable({ platform: 'EOSC', message: 'down' });

function subgraph(answer: (url: URL) => Answer) {
  const client = new FakeClient(answer);
  const typeDefs = parse(platformSdl(new URL('./schema.graphql', import.meta.url)));
  const resolvers = eoscResolvers(createEoscConnector(SERVER, client));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...resolvers } }]);
  const scope = new RequestScope();
  const ask = async (source: string, variableValues: Record<string, unknown> = {}) => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { scope } });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, never> | null, errors: errors ?? [] };
  };
  return { client, ask };
}

const ITEM = product('10.5072/a', {
  mainTitle: 'Sea',
  descriptions: ['<p>About the sea</p>'],
  publicationDate: '2024-03-08',
  openAccessColor: 'gold',
  bestAccessRight: { code: 'c_abf2', label: 'OPEN' },
  authors: [{ fullName: 'Yamada, T.', rank: 1, pid: { id: { scheme: 'orcid', value: '0000-0002-1825-0097' } } }],
  indicators: { citationImpact: { citationCount: 5.0 } },
  instances: [{ urls: ['https://doi.org/10.5072/a'], license: 'CC BY', refereed: 'peerReviewed', hostedBy: { value: 'J' } }],
  projects: [{ id: 'x', code: '20H00001', title: 'Sea', fundings: [{ name: 'JSPS' }] }],
  organizations: [{ legalName: 'UTokyo', id: 'openorgs____::1', pids: [{ scheme: 'ROR', value: 'https://ror.org/057zh3y96' }] }],
}); // prettier-ignore
const SERVICE = { id: '10.1234/tide', name: 'Tide tables', scientificDomains: [] };
const services = (total: number): Buffer =>
  Buffer.from(
    JSON.stringify({ total, from: 0, to: 1, results: [SERVICE], facets: [{ field: 'trl', label: 'TRL', values: [] }] }),
  );

describe('eoscProducts', () => {
  it('answers everything from the list, in one request', async () => {
    const { client, ask } = subgraph(() => list([ITEM], { numFound: 45, pageSize: 1, nextCursor: 'AoM/' }));
    const { data, errors } = await ask(`{ eoscProducts(query: "sea", first: 1) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor }
      nodes { id openaireId platform type doi issued accessRight openAccessColor citations description
        title { text } authors { orcid person { id } } projects { id number } organizations { ror organization { id } }
        instances { urls accessRight license { name } hostedBy refereed } retrieved { cache } } } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      eoscProducts: {
        totalCount: 45,
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null },
        nodes: [
          {
            id: `eosc:${idOf('10.5072/a')}`,
            openaireId: idOf('10.5072/a'),
            platform: 'EOSC',
            type: 'OTHER',
            doi: '10.5072/a',
            issued: '2024-03-08',
            accessRight: 'OPEN',
            openAccessColor: 'gold',
            citations: 5,
            description: 'About the sea',
            title: { text: 'Sea' },
            authors: [{ orcid: '0000-0002-1825-0097', person: { id: 'orcid:0000-0002-1825-0097' } }],
            projects: [{ id: 'jgn:JP20H00001', number: '20H00001' }],
            organizations: [{ ror: 'https://ror.org/057zh3y96', organization: { id: 'ror:057zh3y96' } }],
            instances: [
              {
                urls: ['https://doi.org/10.5072/a'],
                accessRight: 'UNKNOWN',
                license: { name: 'CC BY' },
                hostedBy: 'J',
                refereed: 'peerReviewed',
              },
            ],
            retrieved: { cache: 'MISS' },
          },
        ],
      },
    });
    expect(client.asked).toHaveLength(1);
  });

  it('walks by cursors, each of its own search', async () => {
    const { client, ask } = subgraph((url) =>
      list([ITEM], { pageSize: 1, nextCursor: url.searchParams.get('cursor') === '*' ? 'AoM/+=' : null }),
    );
    const query = `query ($after: String, $filter: EoscFilter) { eoscProducts(query: "sea", filter: $filter, first: 1, after: $after) {
      pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const first = await ask(query, { filter: { openAccess: true, country: null } });
    const after = String((first.data?.['eoscProducts'] as { pageInfo: { endCursor: string } } | undefined)?.pageInfo.endCursor);
    const second = await ask(query, { after, filter: { openAccess: true } });
    expect(second.data).toEqual({
      eoscProducts: { pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null } },
    });
    expect(client.paths('cursor')).toEqual(['/graph/v3/research-products cursor=*', '/graph/v3/research-products cursor=AoM/+=']);
    const other = await ask(query, { after, filter: { openAccess: false } });
    expect(other.errors[0]?.message).toMatch(/cursor of another search/);
    expect(client.asked).toHaveLength(2);
  }); // prettier-ignore

  it('puts each field of its filter to the platform', async () => {
    const { client, ask } = subgraph(() => list([]));
    await ask(`{ eoscProducts(filter: { type: DATASET, pid: "https://doi.org/10.5072/A", from: "2019", until: "2020-02", openAccess: false,
      country: "jp", organizationId: "https://ror.org/057zh3y96", projectCode: "101056649", communityId: "egi" }) { totalCount } }`);
    expect([...new URL(client.asked[0]?.url ?? '').searchParams].slice(0, -2)).toEqual([
      ['pid', '10.5072/a'],
      ['type', 'dataset'],
      ['accessRightLabel', '("Embargo" OR "Restricted" OR "Closed Access" OR "Unknown")'],
      ['rorId', 'https://ror.org/057zh3y96'],
      ['relProjectCode', '101056649'],
      ['relCommunityId', 'egi'],
      ['countryCode', 'JP'],
      ['fromPublicationDate', '2019-01-01'],
      ['toPublicationDate', '2020-02-29'],
    ]);
  });

  it.each([
    ['first: 101', 'first is 101: ask for 1 to 100 products'],
    ['after: "nonsense"', 'after is no cursor of eoscProducts'],
    ['filter: { type: PROJECT }', 'research products are no projects'],
    ['filter: { country: "Japan" }', 'two letters'],
    ['filter: { organizationId: "Tokyo" }', 'neither an OpenAIRE id'],
    ['filter: { pid: " " }', 'filter.pid is empty'],
    ['filter: { from: "2020", until: "2019" }', 'swap them'],
  ])('refuses %s and says what to do, before anything is asked', async (argument, message) => {
    const { client, ask } = subgraph(() => list([]));
    const { data, errors } = await ask(`{ eoscProducts(${argument}) { totalCount } }`);
    expect(data).toEqual({ eoscProducts: null });
    expect(errors[0]?.message).toContain(message);
    expect(client.asked).toEqual([]);
  });
});

describe('eoscProduct', () => {
  it('is the product with or without the prefix, null where it is unknown, an error where the id is none', async () => {
    const { ask } = subgraph((url) => list(url.searchParams.get('id') === idOf('10.5072/a') ? [ITEM] : null));
    const query = 'query ($id: ID!) { eoscProduct(id: $id) { doi } }';
    const found = { eoscProduct: { doi: '10.5072/a' } };
    expect((await ask(query, { id: idOf('10.5072/a') })).data).toEqual(found);
    expect((await ask(query, { id: `eosc:${idOf('10.5072/a')}` })).data).toEqual(found);
    expect(await ask(query, { id: idOf('10.5072/z') })).toEqual({ data: { eoscProduct: null }, errors: [] });
    expect((await ask(query, { id: '10.5072/a' })).errors[0]?.message).toMatch(/no OpenAIRE id/);
  });
});

describe('eoscServices', () => {
  it('are listed with offsets behind their cursors, and counted where counts are selected', async () => {
    const { client, ask } = subgraph(() => services(3));
    const query = `query ($after: String) { eoscServices(query: "sea", first: 1, after: $after) {
      totalCount nodes { id name provider } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const first = await ask(query);
    expect(first.data).toMatchObject({
      eoscServices: { totalCount: 3, nodes: [{ id: '10.1234/tide', provider: null }], pageInfo: { hasNextPage: true } },
    });
    const page = first.data?.['eoscServices'] as { pageInfo: { endCursor: string } } | undefined;
    await ask(query, { after: page?.pageInfo.endCursor });
    await ask('{ eoscServices { facets(by: [TRL, TRL]) { field label } } }');
    expect(client.paths('keyword', 'from', 'quantity', 'browseBy')).toEqual([
      '/api/public/service/search keyword=sea from=0 quantity=1',
      '/api/public/service/search keyword=sea from=1 quantity=1',
      '/api/public/service/all from=0 quantity=20',
      '/api/public/service/all from=0 quantity=1 browseBy=trl',
    ]);
  });

  it('are read one by one with the slash of their id', async () => {
    const { client, ask } = subgraph((url) =>
      url.pathname.endsWith('/tide') ? Buffer.from(JSON.stringify(SERVICE)) : { status: 404 },
    );
    const query = 'query ($id: ID!) { eoscService(id: $id) { name } }';
    expect((await ask(query, { id: '10.1234/tide' })).data).toEqual({ eoscService: { name: 'Tide tables' } });
    expect(await ask(query, { id: '10.1234/none' })).toEqual({ data: { eoscService: null }, errors: [] });
    expect((await ask(query, { id: '../all' })).errors[0]?.message).toMatch(/no id of a service/);
    expect(client.paths()).toEqual(['/api/public/service/10.1234/tide', '/api/public/service/10.1234/none']);
  });
});

describe('a reference', () => {
  const works = (...ids: readonly [string, string][]): string =>
    `{ _entities(representations: [${ids.map(([id, known]) => `{ __typename: "Work", id: "${id}", known: "${known}" }`).join(', ')}])
      { ... on Work { eosc { openaireId citations } } } }`;

  it('to works starts from what is known, and looks the other DOIs up in one request', async () => {
    const { client, ask } = subgraph((url) => list(url.searchParams.has('pid') ? [ITEM] : [product('10.5072/k')]));
    const dois = Array.from({ length: 18 }, (_, index): [string, string] => [`doi:10.5072/n${String(index)}`, 'cinii:1']);
    const { data, errors } = await ask(works(['doi:10.5072/a', 'cinii:1'], ['jairo:h/1', 'jairo:h/1'], ...dois));
    expect(errors).toEqual([]);
    expect((data?.['_entities'] as unknown as { eosc: unknown[] }[]).slice(0, 3)).toEqual([
      { eosc: [{ openaireId: idOf('10.5072/a'), citations: 5 }] },
      { eosc: [] },
      { eosc: [] },
    ]);
    expect(client.asked).toHaveLength(1);
    await ask(works(['doi:10.5072/k', `cinii:1 eosc:${idOf('10.5072/k')}`]));
    expect(client.paths('id')).toEqual(['/graph/v3/research-products', `/graph/v3/research-products id=${idOf('10.5072/k')}`]);
  }); // prettier-ignore

  it('to a known product costs nothing while only its id is selected', async () => {
    const { client, ask } = subgraph(() => down);
    const known = works(['doi:10.5072/a', `eosc:${idOf('10.5072/a')}`]).replace('citations', 'platform');
    expect((await ask(known)).data).toEqual({
      _entities: [{ eosc: [{ openaireId: idOf('10.5072/a'), platform: 'EOSC' }] }],
    });
    expect(client.asked).toEqual([]);
  });

  it('to a work of which OpenAIRE cannot be asked is an error of that field alone', async () => {
    const { ask } = subgraph(() => down);
    const { data, errors } = await ask(works(['doi:10.5072/a', '']));
    expect(data).toEqual({ _entities: [{ eosc: null }] });
    expect(errors[0]?.path).toEqual(['_entities', 0, 'eosc']);
  });

  it('to a product is that product', async () => {
    const { ask } = subgraph(() => list([ITEM]));
    const { data } = await ask(
      `{ _entities(representations: [{ __typename: "EoscProduct", id: "eosc:${idOf('10.5072/a')}" }]) { ... on EoscProduct { doi } } }`,
    );
    expect(data).toEqual({ _entities: [{ doi: '10.5072/a' }] });
  });
});
