import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { platformSdl } from '../../schema/subgraph-sdl.js';
import { FakeUpstream, oaiError, oaiRecord, oaiXml, type Asked, type FakeAnswer } from '../../test/jairo/documents.js';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { createJairoConnector } from './connector.js';
import { parseRepository } from './repositories.js';
import { PLATFORM } from './requests.js';
import { jairoResolvers } from './resolvers.js';

const DOWN = new UpstreamUnavailable({ platform: PLATFORM, message: 'umi is away' });

function subgraph(answer: (asked: Asked) => FakeAnswer) {
  const client = new FakeUpstream(answer);
  const repositories = ['https://umi.repo.nii.ac.jp', 'https://yama.repo.nii.ac.jp'].map(parseRepository);
  const connector = createJairoConnector({ repositories, irdbUrl: 'https://irdb.nii.ac.jp' }, client);
  const typeDefs = parse(platformSdl(new URL('./schema.graphql', import.meta.url)));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...jairoResolvers(connector) } }]);
  const ask = async (source: string, variableValues: Record<string, unknown> = {}) => {
    const scope = new RequestScope();
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { scope } });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null, errors: errors ?? [] };
  };
  return { client, ask };
}

const FEED = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/"><o:totalResults>2</o:totalResults>
  <entry><title>海の記録</title><link href="https://irdb.nii.ac.jp/01242/0000000001"/><URI>https://umi.repo.nii.ac.jp/records/7</URI></entry>
  <entry><title>空の記録</title><link href="https://irdb.nii.ac.jp/01242/0000000002"/><author><name>Sora</name></author><URI>https://example.org/9</URI></entry></feed>`;
const RECORD = oaiRecord(
  'oai:umi.repo.nii.ac.jp:00000007',
  '<dc:title xml:lang="ja">海の記録</dc:title><dc:title xml:lang="en">Sea</dc:title><dcterms:accessRights>open access</dcterms:accessRights><jpcoar:file><jpcoar:URI label="a.pdf">https://umi.repo.nii.ac.jp/record/7/files/a.pdf</jpcoar:URI></jpcoar:file>',
);

/** A platform that is well: IRDB and one repository with one record. */
function well({ url, parameters }: Asked): FakeAnswer {
  if (url.includes('irdb')) return FEED;
  switch (parameters.get('verb')) {
    case 'Identify':
      return oaiXml('<Identify><repositoryName>うみ</repositoryName><earliestDatestamp>2016-07-05T00:00:00Z</earliestDatestamp></Identify>'); // prettier-ignore
    case 'ListRecords':
      return oaiXml(`<ListRecords>${RECORD}<record>stub</record></ListRecords>`);
    case 'GetRecord':
      return parameters.get('identifier')?.endsWith(':00000007') === true
        ? oaiXml(`<GetRecord>${RECORD}</GetRecord>`)
        : oaiError('idDoesNotExist');
    default:
      return oaiError('noRecordsMatch');
  }
}

describe('jairoSearch', () => {
  it('answers from IRDB alone where its hits carry what is selected', async () => {
    const { client, ask } = subgraph(well);
    const { data, errors } = await ask('{ jairoSearch(query: "海") { totalCount nodes { id recid title { ja } url repository { id } } pageInfo { hasNextPage } sources { id } } }'); // prettier-ignore
    expect(errors).toEqual([]);
    expect(data).toEqual({
      jairoSearch: {
        totalCount: 2,
        nodes: [
          { id: 'jairo:umi.repo.nii.ac.jp/7', recid: '7', title: { ja: '海の記録' }, url: 'https://umi.repo.nii.ac.jp/records/7', repository: { id: 'umi.repo.nii.ac.jp' } }, // prettier-ignore
          { id: 'jairo:irdb/01242/0000000002', recid: '01242/0000000002', title: { ja: '空の記録' }, url: 'https://example.org/9', repository: null }, // prettier-ignore
        ],
        pageInfo: { hasNextPage: false },
        sources: [],
      },
    });
    expect(client.asked).toHaveLength(1);
  });

  it("reads a hit's record once for what the hit does not carry; what only IRDB knows stays null", async () => {
    const { client, ask } = subgraph(well);
    const { data, errors } = await ask('{ jairoSearch(query: "海") { nodes { accessRight deleted files { name } oaiIdentifier sets } } }'); // prettier-ignore
    expect(errors).toEqual([]);
    expect(data?.['jairoSearch']).toEqual({
      nodes: [
        { accessRight: 'OPEN', deleted: false, files: [{ name: 'a.pdf' }], oaiIdentifier: 'oai:umi.repo.nii.ac.jp:00000007', sets: ['3:62'] }, // prettier-ignore
        { accessRight: 'UNKNOWN', deleted: null, files: null, oaiIdentifier: null, sets: null },
      ],
    });
    expect(client.asked).toHaveLength(2);
  });

  it('keeps the hits of a repository that is away, with an error at each field that is not known', async () => {
    const { ask } = subgraph((asked) => (asked.url.includes('irdb') ? FEED : DOWN));
    const { data, errors } = await ask('{ jairoSearch(query: "海", first: 1) { nodes { title { ja } accessRight type files { name } } } }'); // prettier-ignore
    expect(data?.['jairoSearch']).toEqual({ nodes: [{ title: { ja: '海の記録' }, accessRight: 'UNKNOWN', type: 'OTHER', files: null }] }); // prettier-ignore
    expect(errors.map(({ path }) => path)).toEqual([['jairoSearch', 'nodes', 0, 'files']]);
  });

  it('asks named repositories themselves, and tells which did not answer', async () => {
    const empty = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><header><totalResults>0</totalResults></header><items/></rdf:RDF>'; // prettier-ignore
    const { ask } = subgraph(({ url }) => (url.includes('umi') ? DOWN : empty));
    const { data } = await ask('{ jairoSearch(query: "海", repositories: ["umi.repo.nii.ac.jp", "yama.repo.nii.ac.jp"]) { totalCount nodes { id } sources { id state name { ja } } } }'); // prettier-ignore
    expect(data?.['jairoSearch']).toMatchObject({
      totalCount: null,
      nodes: [],
      sources: [
        { id: 'umi.repo.nii.ac.jp', state: 'DOWN', name: null },
        { id: 'yama.repo.nii.ac.jp', state: 'UP' },
      ],
    });
  });

  it.each([
    ['first: 100000, query: "x"', '1 to 100'],
    ['query: "x", after: "nonsense"', 'endCursor'],
    ['query: " "', 'needs a query'],
    ['query: "x", repositories: ["example.org"]', 'neither configured'],
  ])('refuses %s and asks nobody', async (args, why) => {
    const { client, ask } = subgraph(well);
    const { errors } = await ask(`{ jairoSearch(${args}) { totalCount } }`);
    expect(errors[0]?.message).toContain(why);
    expect(errors[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(client.asked).toEqual([]);
  });

  it('goes on behind its cursor', async () => {
    const { client, ask } = subgraph(well);
    const { data } = await ask('{ jairoSearch(query: "海", first: 1) { pageInfo { endCursor hasNextPage } } }');
    const { pageInfo } = data?.['jairoSearch'] as { pageInfo: { endCursor: string; hasNextPage: boolean } };
    expect(pageInfo.hasNextPage).toBe(true);
    await ask('query ($after: String) { jairoSearch(query: "海", first: 1, after: $after) { totalCount } }', { after: pageInfo.endCursor }); // prettier-ignore
    expect(client.asked.at(-1)?.parameters.get('start')).toBe('2');
  });
});

it('jairoSearch goes on at the entry after the last record given, also where two entries lead to one record', async () => {
  const entry = (number: number, recid: number): string => `<entry><title>x</title><link href="https://irdb.nii.ac.jp/01242/000000000${String(number)}"/><URI>https://umi.repo.nii.ac.jp/records/${String(recid)}</URI></entry>`; // prettier-ignore
  const entries = entry(1, 7) + entry(2, 7) + entry(3, 8) + entry(4, 9);
  const { client, ask } = subgraph(() => FEED.replace(/<entry>[^]*<\/entry>/, entries).replace('>2<', '>4<'));
  const { data } = await ask('{ jairoSearch(query: "海", first: 2) { nodes { recid } pageInfo { endCursor } } }');
  const found = data?.['jairoSearch'] as { nodes: unknown; pageInfo: { endCursor: string } };
  expect(found.nodes).toEqual([{ recid: '7' }, { recid: '8' }]);
  await ask('query ($after: String) { jairoSearch(query: "海", first: 2, after: $after) { totalCount } }', { after: found.pageInfo.endCursor }); // prettier-ignore
  expect(client.asked.at(-1)?.parameters.get('start')).toBe('4');
});

describe('jairoItem', () => {
  it('is the record, with its JPCOAR as it was given', async () => {
    const { data, errors } = await subgraph(well).ask('{ jairoItem(repository: "umi.repo.nii.ac.jp", recid: "7") { id title { ja en } jpcoar retrieved { cache } } }'); // prettier-ignore
    expect(errors).toEqual([]);
    expect(data?.['jairoItem']).toMatchObject({
      id: 'jairo:umi.repo.nii.ac.jp/7',
      title: { ja: '海の記録', en: 'Sea' },
      jpcoar: expect.stringMatching(/^<jpcoar:jpcoar .*海の記録/) as string,
      retrieved: { cache: 'MISS' },
    });
  });

  it('that is not known is null without an error; a number that is none is refused', async () => {
    const { ask } = subgraph(well);
    expect(await ask('{ jairoItem(repository: "umi.repo.nii.ac.jp", recid: "8") { id } }')).toEqual({ data: { jairoItem: null }, errors: [] }); // prettier-ignore
    const { errors } = await ask('{ jairoItem(repository: "umi.repo.nii.ac.jp", recid: "eight") { id } }');
    expect(errors[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('that is deleted says so', async () => {
    const { ask } = subgraph(() => oaiXml(`<GetRecord>${oaiRecord('oai:umi.repo.nii.ac.jp:00000007', null)}</GetRecord>`)); // prettier-ignore
    const { data } = await ask('{ jairoItem(repository: "umi.repo.nii.ac.jp", recid: "7") { deleted title { text } datestamp } }'); // prettier-ignore
    expect(data?.['jairoItem']).toEqual({ deleted: true, title: { text: '' }, datestamp: '2025-06-06T02:17:39Z' });
  });
});

describe('jairoRecords', () => {
  it('lists; a record that cannot be read is a null item with an error of its own', async () => {
    const { data, errors } = await subgraph(well).ask('{ jairoRecords(repository: "umi.repo.nii.ac.jp") { totalCount nodes { recid files { name } } sources { state } } }'); // prettier-ignore
    expect(data?.['jairoRecords']).toEqual({
      totalCount: 2,
      nodes: [{ recid: '7', files: [{ name: 'a.pdf' }] }, null],
      sources: [{ state: 'UP' }],
    });
    expect(errors.map(({ path }) => path)).toEqual([['jairoRecords', 'nodes', 1]]);
  });

  it('refuses dates in the wrong order', async () => {
    const { errors } = await subgraph(well).ask('{ jairoRecords(repository: "umi.repo.nii.ac.jp", from: "2024-02-01T00:00:00Z", until: "2024-01-01T00:00:00Z") { totalCount } }'); // prettier-ignore
    expect(errors[0]?.message).toContain('after `until`');
  });
});

describe('jairoRepositories', () => {
  it('costs nothing where only configured facts are selected', async () => {
    const { client, ask } = subgraph(well);
    const { data } = await ask('{ jairoRepositories { id baseUrl } }');
    expect(data?.['jairoRepositories']).toHaveLength(2);
    expect(client.asked).toEqual([]);
  });

  it('says what each says of itself, asked once; one that is away is DOWN and the rest of it null', async () => {
    const { client, ask } = subgraph((asked) => (asked.url.includes('yama') ? DOWN : well(asked)));
    const { data, errors } = await ask('{ jairoRepositories { name { ja } earliest state metadataFormats } }');
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(data?.['jairoRepositories']).toMatchObject([
      { name: { ja: 'うみ' }, earliest: '2016-07-05T00:00:00Z', state: 'UP' },
      { name: null, earliest: null, state: 'DOWN', metadataFormats: null },
    ]);
    expect(client.asked.filter(({ parameters }) => parameters.get('verb') === 'Identify')).toHaveLength(2);
  });
});

describe('the items of a work', () => {
  const ENTITIES = 'query ($known: ID!) { _entities(representations: [{ __typename: "Work", id: "x", known: $known }]) { ... on Work { jairo { recid title { ja } } } } }'; // prettier-ignore

  it('are the records that the catalog knows, those of other platforms left out', async () => {
    const { data, errors } = await subgraph(well).ask(ENTITIES, { known: 'cinii:1 jairo:umi.repo.nii.ac.jp/7 jairo:umi.repo.nii.ac.jp/8' }); // prettier-ignore
    expect(errors).toEqual([]);
    expect(data).toEqual({ _entities: [{ jairo: [{ recid: '7', title: { ja: '海の記録' } }, null] }] });
    expect((await subgraph(well).ask(ENTITIES, { known: '' })).data).toEqual({ _entities: [{ jairo: [] }] });
  });

  it('are, of a record that IRDB alone tells of, what a search gave', async () => {
    const { ask } = subgraph(well);
    await ask('{ jairoSearch(query: "海") { totalCount } }');
    const { data } = await ask(ENTITIES, { known: 'jairo:irdb/01242/0000000002' });
    expect(data).toEqual({ _entities: [{ jairo: [{ recid: '01242/0000000002', title: { ja: '空の記録' } }] }] });
  });

  it('fail each by itself', async () => {
    const { ask } = subgraph((asked) => (asked.url.includes('yama') ? DOWN : well(asked)));
    const { data, errors } = await ask(ENTITIES, { known: 'jairo:yama.repo.nii.ac.jp/1 jairo:umi.repo.nii.ac.jp/7' });
    expect(data).toMatchObject({ _entities: [{ jairo: [null, { recid: '7' }] }] });
    expect(errors.map(({ path }) => path)).toEqual([['_entities', 0, 'jairo', 0]]);
  });
});

it('an item is found by reference', async () => {
  const { data } = await subgraph(well).ask('{ _entities(representations: [{ __typename: "JairoItem", id: "jairo:umi.repo.nii.ac.jp/7" }, { __typename: "JairoItem", id: "jairo:umi.repo.nii.ac.jp/8" }]) { ... on JairoItem { recid } } }'); // prettier-ignore
  expect(data).toEqual({ _entities: [{ recid: '7' }, null] });
});
