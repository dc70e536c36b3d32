import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { platformSdl } from '../../schema/subgraph-sdl.js';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { SmallCatalogue } from '../common/small-catalogue/catalogue.js';
import { FakeReader, type FakeAnswer } from '../common/small-catalogue/testing.js';
import { createDiasConnector } from './connector.js';
import { ForeignRecords, type ForeignSource } from './foreign.js';
import { plainText } from '../common/localized-text.js';
import { diasResolvers } from './resolvers.js';
import { datasetSource } from './source.js';
import { DOCUMENT_EN, DOCUMENT_JA, LANDING_EN, RETRIEVED } from './testing.js';

const PAGES: Readonly<Record<string, string>> = {
  '/doc/TIDE55-DIAS-ja.html': DOCUMENT_JA,
  '/doc/TIDE55-DIAS-en.html': DOCUMENT_EN,
  '/en/dataset/DUNE': LANDING_EN,
};
const GEODAB: ForeignSource = {
  source: 'GEODAB',
  list: () =>
    Promise.resolve([
      { identifier: 'x:/..\\1', datasetId: null, url: 'https://broker.example/1', retrievedAt: RETRIEVED.at, values: { title: plainText('Far dunes'), issued: '1999' } },
      { identifier: '2', datasetId: 'TIDE55', url: null, retrievedAt: RETRIEVED.at, values: { title: plainText('Tides at the broker'), size: '3 GB', publisher: plainText('Broker') } },
    ]),
}; // prettier-ignore

function subgraph(foreign: readonly ForeignSource[] = [], answer?: () => FakeAnswer) {
  const pages = ({ url }: { readonly url: string }): FakeAnswer => {
    const page = PAGES[new URL(url).pathname];
    return page === undefined ? { status: 404 } : { body: Buffer.from(page) };
  };
  const reader = new FakeReader(answer ?? pages);
  const server = {
    docUrl: 'https://doc.example/doc',
    searchUrl: 'https://search.example',
    datasets: ['TIDE55', 'DUNE'],
  };
  const source = datasetSource(server, () => Promise.resolve(null), new ForeignRecords(foreign));
  const catalogue = new SmallCatalogue({ platform: 'DIAS', name: 'DIAS', client: reader, source });
  const typeDefs = parse(platformSdl(new URL('./schema.graphql', import.meta.url)));
  const resolvers = diasResolvers(createDiasConnector(catalogue, new Set(['search.example'])));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...resolvers } }]);
  const ask = async (query: string, variableValues: Record<string, unknown> = {}) => {
    const scope = new RequestScope({ deadline: Date.now() + 5000 });
    const { data, errors } = await graphql({ schema, source: query, variableValues, contextValue: { scope } });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, never> | null, errors: errors ?? [] };
  };
  return { reader, ask };
}

describe('diasDatasets', () => {
  it('answers every field from the documents', async () => {
    const { ask } = subgraph();
    const { data, errors } = await ask(`{ diasDatasets(query: "tide") { totalCount nodes {
      id datasetId platform type doi issued accessRight url shortName version metadataIdentifier period ongoing box { west north }
      title { ja en } abstract { en } keywords { scheme value { en } } contacts { role email name { ja en } organization { ja } } creators { name { text } }
      formats constraints { ja } licenseText { en } license { name spdx } online accountRequired fileListUrl created revised updated
      topicCategories temporalResolution { ja en } grid { dimension size resolution } places { ja en } environment { ja } processing { en }
      remarks { ja } acknowledgement { ja } references sources { field source retrievedAt } retrieved { cache } } } }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      diasDatasets: {
        totalCount: 1,
        nodes: [
          {
            id: 'dias:TIDE55',
            datasetId: 'TIDE55',
            platform: 'DIAS',
            type: 'DATASET',
            doi: null,
            issued: '2014-03',
            accessRight: 'UNKNOWN',
            shortName: 'TIDE-55',
            period: '1958-01-01',
            ongoing: true,
            box: { west: -180, north: 90 },
            title: { ja: '架空潮汐55年再解析', en: 'Fictional 55-year tide reanalysis' },
            accountRequired: true,
            fileListUrl: 'https://data.example.org/dl/storages/filelist/dataset:204',
            formats: ['GRIB 1'],
            temporalResolution: { ja: '6時間', en: '6-hourly' },
            environment: null,
            retrieved: { cache: 'MISS' },
          },
        ],
      },
    });
  });

  it('narrows by box and by the time that the data covers; ongoing data has no end', async () => {
    const { ask } = subgraph();
    const ids = async (argument: string) => {
      const { data } = await ask(`{ diasDatasets(${argument}) { nodes { datasetId } } }`);
      return (data?.['diasDatasets'] as unknown as { nodes: { datasetId: string }[] }).nodes.map(
        ({ datasetId }) => datasetId,
      );
    };
    expect(await ids('from: "2020-06", until: "2020-07"')).toEqual(['DUNE', 'TIDE55']);
    expect(await ids('from: "2030"')).toEqual(['TIDE55']);
    expect(await ids('until: "1950"')).toEqual([]);
    expect(await ids('bbox: { west: 0, south: 0, east: 1, north: 1 }')).toEqual(['TIDE55']);
  });

  it('walks by cursors, each of its own search', async () => {
    const { ask } = subgraph();
    const query = `query ($query: String, $after: String) { diasDatasets(query: $query, first: 1, after: $after) {
      nodes { datasetId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const first = await ask(query);
    expect(first.data).toMatchObject({
      diasDatasets: {
        nodes: [{ datasetId: 'DUNE' }],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null },
      },
    });
    const after = (first.data?.['diasDatasets'] as unknown as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
    expect((await ask(query, { after })).data).toMatchObject({
      diasDatasets: { nodes: [{ datasetId: 'TIDE55' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } },
    });
    expect((await ask(query, { after, query: 'tide' })).errors[0]?.message).toMatch(/cursor of another search/);
  });

  it.each([
    ['first: 0', 'ask for 1 to 100'],
    ['from: "2020", until: "2019"', 'swap them'],
    ['bbox: { west: 0, south: 10, east: 1, north: 0 }', 'not a box on earth'],
    ['after: "nonsense"', 'no cursor of diasDatasets'],
  ])('refuses %s and says what to do, before anything is read', async (argument, message) => {
    const { reader, ask } = subgraph();
    const { data, errors } = await ask(`{ diasDatasets(${argument}) { totalCount } }`);
    expect(data).toEqual({ diasDatasets: null });
    expect(errors[0]?.message).toContain(message);
    expect(reader.asked).toEqual([]);
  });

  it('is an error when nothing could be read', async () => {
    const { ask } = subgraph([], () => new UpstreamUnavailable({ platform: 'DIAS', message: 'down' }));
    expect((await ask('{ diasDatasets { totalCount } }')).errors[0]?.path).toEqual(['diasDatasets']);
  });
});

describe('diasDataset', () => {
  it.each([
    ['TIDE55', 'dias:TIDE55'],
    ['dias:TIDE55', 'dias:TIDE55'],
    ['https://doi.org/10.20783/DIAS.999901', 'dias:DUNE'],
  ])('finds %s', async (id, found) => {
    const { ask } = subgraph();
    expect((await ask('query ($id: ID!) { diasDataset(id: $id) { id } }', { id })).data).toEqual({
      diasDataset: { id: found },
    });
  });

  it('is null where it is not of the list (case counts), an error where the id is none', async () => {
    const { ask } = subgraph();
    const query = 'query ($id: ID!) { diasDataset(id: $id) { id } }';
    expect(await ask(query, { id: 'tide55' })).toEqual({ data: { diasDataset: null }, errors: [] });
    expect((await ask(query, { id: '../JP10' })).errors[0]?.message).toMatch(/no dataset id/);
  });
});

describe('another catalogue', () => {
  it('fills in what DIAS’s pages leave open, and what it alone knows is listed with that source', async () => {
    const { ask } = subgraph([GEODAB]);
    const { data, errors } = await ask(
      '{ diasDatasets { nodes { id datasetId url title { text } issued sources { field source } } } }',
    );
    expect(errors).toEqual([]);
    const nodes = (data?.['diasDatasets'] as unknown as { nodes: { datasetId: string; url: string; title: { text: string }; sources: { field: string; source: string }[] }[] }).nodes;
    const tide = nodes.find(({ datasetId }) => datasetId === 'TIDE55');
    expect(tide?.title.text).toBe('架空潮汐55年再解析');
    expect(tide?.sources.filter(({ source }) => source === 'GEODAB').map(({ field }) => field)).toEqual(['publisher', 'size']);
    const far = nodes.find(({ title }) => title.text === 'Far dunes');
    expect(far?.datasetId).toMatch(/^GEODAB_[0-9a-f]{16}$/);
    expect(far).toMatchObject({ url: 'https://broker.example/1', sources: [{ field: 'title', source: 'GEODAB' }, { field: 'issued', source: 'GEODAB' }] });
  }); // prettier-ignore

  it('is not listed with a dataset of DIAS’s again, met by DOI where no link names it', async () => {
    const record = (identifier: string, doi: string) => ({ identifier, datasetId: null, url: null, retrievedAt: RETRIEVED.at, values: { title: plainText(identifier), doi, size: identifier } });
    const list = () => Promise.resolve([record('1 GB', '10.20783/dias.999901'), record('2 GB', '10.5072/far')]);
    const { ask } = subgraph([{ source: 'GEODAB', list }, { source: 'CSW', list }]);
    const { data } = await ask('{ diasDatasets { totalCount nodes { doi datasetId sources { field source } } } }');
    const found = data?.['diasDatasets'] as unknown as { totalCount: number; nodes: { doi: string; sources: { field: string; source: string }[] }[] };
    expect(found.totalCount).toBe(3);
    expect(found.nodes.filter(({ doi }) => doi === '10.20783/dias.999901').map(({ sources }) => sources.find(({ field }) => field === 'size')?.source)).toEqual(['GEODAB']);
  }); // prettier-ignore

  it('that does not answer keeps nobody waiting for DIAS’s own datasets', async () => {
    const { ask } = subgraph([{ source: 'GEODAB', list: () => new Promise(() => undefined) }]);
    const asked = Date.now();
    const { data } = await ask('{ diasDataset(id: "TIDE55") { datasetId title { ja } } }');
    expect(data).toEqual({ diasDataset: { datasetId: 'TIDE55', title: { ja: '架空潮汐55年再解析' } } });
    expect(Date.now() - asked).toBeLessThan(3000);
  });

  it('that is away takes nothing from DIAS’s own datasets', async () => {
    const list = () => Promise.reject(new UpstreamUnavailable({ platform: 'DIAS', message: 'GEO DAB is away' }));
    const { ask } = subgraph([{ source: 'GEODAB', list }]);
    expect((await ask('{ diasDatasets { totalCount } }')).data).toEqual({ diasDatasets: { totalCount: 2 } });
  });
});

describe('a reference', () => {
  const works = (id: string, known: string): string =>
    `{ _entities(representations: [{ __typename: "Work", id: "${id}", known: "${known}" }]) { ... on Work { dias { id } } } }`;

  it('to a work is the dataset that is known, else the one with its DOI, else null', async () => {
    const { reader, ask } = subgraph();
    expect((await ask(works('cinii:1', 'cinii:1 dias:TIDE55'))).data).toEqual({ _entities: [{ dias: { id: 'dias:TIDE55' } }] });
    expect(reader.asked).toEqual([]);
    expect((await ask(works('doi:10.20783/dias.999901', 'cinii:1'))).data).toEqual({ _entities: [{ dias: { id: 'dias:DUNE' } }] });
    expect((await ask(works('doi:10.1234/x', 'cinii:1'))).data).toEqual({ _entities: [{ dias: null }] });
    expect((await ask(works('cinii:1', 'cinii:1'))).data).toEqual({ _entities: [{ dias: null }] });
  }); // prettier-ignore

  it('to a dataset is that dataset', async () => {
    const { ask } = subgraph();
    const query =
      '{ _entities(representations: [{ __typename: "DiasDataset", id: "dias:DUNE" }]) { ... on DiasDataset { doi } } }';
    expect((await ask(query)).data).toEqual({ _entities: [{ doi: '10.20783/dias.999901' }] });
  });
});
