import { afterEach, describe, expect, it } from 'vitest';
import { scopeWith } from '../../upstream/testing.js';
import type { HitSearch } from '../common/connector.js';
import { EN_ROWS, JA_ROWS, landingPage, withRows } from './landing/testing.js';
import { nies, type Nies } from './testing.js';

const open: Nies[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** Datasets 001, 002 and 003 of a day, with pages in both languages; the third is restricted and has no English page. */
async function three(): Promise<Nies> {
  const doi = (id: string) => ({ DOI: `10.17595/${id}` });
  const pages = (id: string, issued: string, note = ''): Record<string, string> => ({
    [`/doi/10.17595/${id}.html`]: landingPage('ja', withRows(JA_ROWS, { ...doi(id), データ公開日: issued }), note),
    [`/doi/10.17595/${id}-e.html`]: landingPage('en', withRows(EN_ROWS, { ...doi(id), 'Release date': issued, 'Observed items': `item of ${id}` }), note),
  });
  const third = pages('20990401.003', '2099/06/01', '<p>パスワードが必要です。</p>');
  delete third['/doi/10.17595/20990401.003-e.html'];
  const platform = await nies(
    { ...pages('20990401.001', '2099/04/01'), ...pages('20990401.002', '2099/05/01'), ...third },
    { GED_DATASETS: '20990401.001,20990401.002,20990401.003,20990401.004' },
  );
  open.push(platform);
  return platform;
} // prettier-ignore

const search = (changes: Partial<HitSearch> = {}): HitSearch => ({
  query: null,
  filter: {},
  sort: 'RELEVANCE',
  languages: ['ja'],
  position: null,
  first: 20,
  ...changes,
});

describe('gedDatasets', () => {
  it('searches in both languages, newest first without words', async () => {
    const { ask } = await three();
    const query = 'query ($query: String) { gedDatasets(query: $query) { totalCount nodes { id } } }';
    const ids = async (words: string | null): Promise<unknown> => (await ask(query, { query: words })).data?.['gedDatasets'];
    expect(await ids(null)).toEqual({
      totalCount: 3,
      nodes: [{ id: 'ged:20990401.003' }, { id: 'ged:20990401.002' }, { id: 'ged:20990401.001' }],
    });
    expect(await ids('20990401.002')).toMatchObject({ totalCount: 1, nodes: [{ id: 'ged:20990401.002' }] });
    expect(await ids('メタン')).toMatchObject({ totalCount: 3 });
    expect(await ids('methane kakuu')).toMatchObject({ totalCount: 2 });
    expect(await ids('volcano')).toEqual({ totalCount: 0, nodes: [] });
  }); // prettier-ignore

  it('walks by cursors, each of its own query', async () => {
    const { ask } = await three();
    const query = `query ($query: String, $after: String) { gedDatasets(query: $query, first: 2, after: $after) {
      nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const first = (await ask(query)).data?.['gedDatasets'] as { nodes: unknown[]; pageInfo: { endCursor: string } };
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await ask(query, { after: first.pageInfo.endCursor });
    expect(second.data).toMatchObject({
      gedDatasets: { nodes: [{ id: 'ged:20990401.001' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } },
    });
    const other = await ask(query, { after: first.pageInfo.endCursor, query: 'x' });
    expect(other.errors[0]?.message).toMatch(/cursor of another search/);
    expect((await ask(query, { after: 'nonsense' })).errors[0]?.message).toMatch(/no cursor of gedDatasets/);
  });

  it('refuses a page size out of bounds', async () => {
    const { ask, paths } = await three();
    expect((await ask('{ gedDatasets(first: 101) { totalCount } }')).errors[0]?.message).toContain('first is 101: ask for 1 to 100');
    expect(paths()).toEqual([]);
  }); // prettier-ignore
});

describe('gedDataset', () => {
  it('is found by its DOI, its id, and its record id', async () => {
    const { ask } = await three();
    const forms = ['doi: "https://doi.org/10.17595/20990401.001"', 'id: "20990401.001"', 'id: "ged:20990401.001"', 'id: "10.17595/20990401.001"'];
    for (const form of forms) {
      expect((await ask(`{ gedDataset(${form}) { id } }`)).data).toEqual({ gedDataset: { id: 'ged:20990401.001' } });
    }
  }); // prettier-ignore

  it('carries what the pages say', async () => {
    const { ask } = await three();
    const { data, errors } = await ask(`{ gedDataset(id: "20990401.001") {
      platform type doi url issued accessRight status version updated ongoing period contact size bytes dataLanguage formats metadataFrom
      title { ja en } abstract { en } publisher { ja } observedItems { en } history { ja en } terms { ja en }
      creators { name { ja en } orcid person { id } } box { west south east north }
      sites { name { text } latitude longitude elevation inletHeight altitude } services { kind } license { spdx } retrieved { cache } } }`);
    expect(errors).toEqual([]);
    expect(data?.['gedDataset']).toMatchObject({
      platform: 'NIES_GED',
      type: 'DATASET',
      doi: '10.17595/20990401.001',
      issued: '2099-04-01',
      accessRight: 'UNKNOWN',
      status: 'UNKNOWN',
      version: '1.2',
      updated: '2099-09-06',
      ongoing: true,
      period: '2001-04-01/2098-03-31',
      contact: 'cgerdb_admin(at)nies.go.jp',
      size: '9.66MB',
      bytes: 9_660_000,
      dataLanguage: 'en',
      title: { ja: '架空岬における大気中メタン濃度', en: 'Atmospheric methane at Cape Kakuu' },
      creators: [{ orcid: '0000-0002-1825-0097', person: { id: 'orcid:0000-0002-1825-0097' } }, {}],
      box: { west: 145.49739, south: 43.16028, east: 145.49739, north: 43.16028 },
      sites: [{ name: null, elevation: 42.4, inletHeight: 51.5, altitude: 93.9 }],
      services: [],
      license: null,
      metadataFrom: null,
    });
  });

  it('is null without an error for what is not among the datasets, and an error for what is no id', async () => {
    const { ask } = await three();
    for (const form of ['id: "20990401.009"', 'id: "20990401.004"', 'doi: "10.5072/x"', 'id: "10.5072/x"', 'doi: "10.17595/20990401.002", id: "20990401.001"']) {
      expect(await ask(`{ gedDataset(${form}) { id } }`)).toEqual({ data: { gedDataset: null }, errors: [] });
    }
    expect((await ask('{ gedDataset(id: "../x") { id } }')).errors[0]?.message).toMatch(/no id of a dataset/);
    expect((await ask('{ gedDataset { id } }')).errors[0]?.message).toMatch(/needs a doi or an id/);
  }); // prettier-ignore
});

describe('a reference', () => {
  const works = (id: string, known: string, fields = 'doi'): string =>
    `{ _entities(representations: [{ __typename: "Work", id: "${id}", known: "${known}" }]) { ... on Work { ged { id ${fields} } } } }`;

  it('to a work starts from what is known, else from its DOI, and else is nothing', async () => {
    const { ask } = await three();
    const found = { _entities: [{ ged: { id: 'ged:20990401.002', doi: '10.17595/20990401.002' } }] };
    expect((await ask(works('doi:10.5072/x', 'cinii:1 ged:20990401.002'))).data).toEqual(found);
    expect((await ask(works('doi:10.17595/20990401.002', 'cinii:1'))).data).toEqual(found);
    expect((await ask(works('doi:10.17595/20990401.009', ''))).data).toEqual({ _entities: [{ ged: null }] });
    expect((await ask(works('doi:10.5072/x', ''))).data).toEqual({ _entities: [{ ged: null }] });
  });

  it('costs nothing while only the id of a known dataset is selected, or the DOI is none of NIES’s', async () => {
    const { ask, paths } = await three();
    await ask(works('doi:10.5072/x', 'ged:20990401.002', 'platform'));
    await ask(works('doi:10.5072/x', ''));
    expect(paths()).toEqual([]);
  });
});

describe('the connector', () => {
  it('applies filters and orders to whole records, with an exact total', async () => {
    const { connector } = await three();
    const ids = async (changes: Partial<HitSearch>): Promise<unknown> => {
      const { hits, total, totalKind } = await connector.search(search(changes), scopeWith(5000));
      return [hits.map(({ id }) => id.slice(-3)), total, totalKind];
    };
    expect(await ids({ sort: 'OLDEST' })).toEqual([['001', '002', '003'], 3, 'EXACT']);
    expect(await ids({ filter: { from: '2099-05' } })).toEqual([['003', '002'], 2, 'EXACT']);
    expect(await ids({ filter: { accessRights: ['RESTRICTED'] } })).toEqual([['003'], 1, 'EXACT']);
    expect(await ids({ filter: { types: ['ARTICLE'] } })).toEqual([[], 0, 'EXACT']);
    expect(await ids({ filter: { bbox: { west: 140, south: 40, east: 150, north: 50 } } })).toEqual([['003', '002', '001'], 3, 'EXACT']);
    expect(await ids({ filter: { orcid: '0000-0002-1825-0097', creator: '架空' } })).toEqual([['003', '002', '001'], 3, 'EXACT']);
  }); // prettier-ignore

  it('gives positions that go on where the page ended', async () => {
    const { connector } = await three();
    const first = await connector.search(search({ first: 2 }), scopeWith(5000));
    expect(first.next).not.toBeNull();
    const second = await connector.search(search({ first: 2, position: first.next }), scopeWith(5000));
    expect(second.hits.map(({ id }) => id)).toEqual(['ged:20990401.001']);
    expect(second.next).toBeNull();
    await expect(connector.search(search({ position: 'x' }), scopeWith(5000))).rejects.toThrow(/position/);
  });

  it('knows its records by DOI and by address', async () => {
    const { connector, server } = await three();
    expect(await connector.recordsByDoi('10.17595/20990401.001', scopeWith(5000))).toMatchObject([{ id: 'ged:20990401.001' }]);
    expect(await connector.recordsByDoi('10.5072/x', scopeWith(5000))).toEqual([]);
    const of = (url: string) => connector.recordIdOfUrl?.(url);
    expect(of('https://www.nies.go.jp/doi/10.17595/20160901.004.html')).toBe('ged:20160901.004');
    expect(of('http://www.nies.go.jp/doi/10.17595/20160901.004-e.html?x')).toBe('ged:20160901.004');
    expect(of(`${server.url}/doi/10.17595/20160901.004-e.html`)).toBe('ged:20160901.004');
    expect(of('https://doi.org/10.17595/20160901.004')).toBe('ged:20160901.004');
    expect(of('https://elsewhere.example/doi/10.17595/20160901.004.html')).toBeNull();
    expect(of('https://www.nies.go.jp/doi/10.17595/x.html')).toBeNull();
  }); // prettier-ignore

  it('tells of pages that could not be read, and answers with those that could', async () => {
    const platform = await nies(
      {
        '/doi/10.17595/20990401.001.html': landingPage('ja'),
        '/doi/10.17595/20990401.002.html': (_, response) => response.writeHead(500).end(),
        '/doi/10.17595/20990401.002-e.html': '<h1>In maintenance</h1>',
      },
      { GED_DATASETS: '20990401.001,20990401.002' },
    );
    open.push(platform);
    const page = await platform.connector.search(search(), scopeWith(15_000));
    expect(page).toMatchObject({ total: 1, totalKind: 'AT_LEAST', partial: true, hits: [{ id: 'ged:20990401.001' }] });
    expect(page.message).not.toBeNull();
  });

  it('fills in what a page lacks from the metadata of its DOI', async () => {
    const platform = await nies({
      '/doi/10.17595/20990401.001.html': landingPage('ja', withRows(JA_ROWS, { バージョン: null })),
      '/doi-org/doiRA/10.17595/20990401.001': (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('[{"DOI":"10.17595/20990401.001","RA":"DataCite"}]'),
      '/datacite/dois/10.17595%2F20990401.001': (_, response) =>
        response.writeHead(200, { 'content-type': 'application/vnd.api+json' }).end(
          JSON.stringify({
            data: {
              id: '10.17595/20990401.001',
              type: 'dois',
              attributes: { doi: '10.17595/20990401.001', version: '7', titles: [{ title: 'Other' }], publicationYear: 2099, types: { resourceTypeGeneral: 'Dataset' } },
            },
          }),
        ),
    });
    open.push(platform);
    const { data, errors } = await platform.ask('{ gedDataset(id: "20990401.001") { version metadataFrom title { text } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      gedDataset: { version: '7', metadataFrom: 'DATACITE', title: { text: '架空岬における大気中メタン濃度' } },
    });
  }); // prettier-ignore
});
