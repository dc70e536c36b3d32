import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { failureOf, scopeWith, testServer, type TestServer } from '../../upstream/testing.js';
import type { HitSearch } from '../common/connector.js';
import type { DiasConnector } from './connector.js';
import { connectDias, dias } from './platform.js';
import { DOCUMENT_EN, DOCUMENT_JA, LANDING_EN } from './testing.js';

/** The connector, the real client and a server that plays DIAS and the DOI agencies. */

const open: { client: UpstreamClient; server: TestServer }[] = [];
afterEach(async () => {
  for (const { client, server } of open.splice(0)) {
    await client.close();
    await server.close();
  }
});

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGES: Readonly<Record<string, string>> = {
  '/doc/TIDE55-DIAS-ja.html': DOCUMENT_JA,
  '/doc/TIDE55-DIAS-en.html': DOCUMENT_EN,
  '/en/dataset/DUNE': LANDING_EN,
  '/doc/PLAIN-en.html': DOCUMENT_EN.replace('Fictional 55-year', 'Plain'),
};

function answerPages(request: IncomingMessage, response: ServerResponse): void {
  const page = PAGES[request.url ?? ''];
  if (page === undefined) response.writeHead(404).end();
  else response.writeHead(200, HTML).end(page);
}

async function running(
  more: Record<string, string> = {},
  answer: (request: IncomingMessage, response: ServerResponse) => void = answerPages,
): Promise<{ connector: DiasConnector; server: TestServer; paths: () => string[] }> {
  const server = await testServer(answer);
  const settings = dias.settings.parse({
    DIAS_DOC_URL: `${server.url}/doc`,
    DIAS_SEARCH_URL: server.url,
    DIAS_DATASETS: 'TIDE55,DUNE,GONE',
    JALC_URL: `${server.url}/jalc`,
    DATACITE_URL: `${server.url}/datacite`,
    DOI_URL: `${server.url}/doi`,
    ...more,
  });
  const policies = [dias.policy(settings, 'sandbox')];
  const client = createUpstreamClient({ policies, userAgent: 'kakehashi/test', cacheMaxBytes: 1_000_000 });
  open.push({ client, server });
  return { connector: connectDias(settings, client), server, paths: () => server.seen.map(({ url }) => url ?? '') };
}

const search = (part: Partial<HitSearch> = {}): HitSearch => {
  return { query: null, filter: {}, sort: 'RELEVANCE', languages: ['ja'], position: null, first: 20, ...part };
};

describe('DIAS over HTTP', () => {
  it('is read once, document by document, and searched in the process', async () => {
    const { connector, paths } = await running();
    const found = await connector.search(search({ query: '潮汐' }), scopeWith(5000));
    expect(found).toMatchObject({ total: 1, totalKind: 'EXACT', partial: false, message: null, next: null });
    expect(found.hits[0]).toMatchObject({ id: 'dias:TIDE55', platform: 'DIAS', type: 'DATASET' });
    const asked = paths().length;
    expect((await connector.search(search({ query: 'dune' }), scopeWith(5000))).hits.map(({ id }) => id)).toEqual(['dias:DUNE']);
    expect(paths()).toHaveLength(asked);
    expect(paths()).not.toContainEqual(expect.stringContaining('/dl/'));
  }); // prettier-ignore

  it('tells where each value is from, and links a page that was read', async () => {
    const { connector } = await running();
    const tide = await connector.record('dias:TIDE55', scopeWith(5000));
    expect(tide?.url).toMatch(/\/doc\/TIDE55-DIAS-ja\.html$/);
    expect(new Set(tide?.sources.map(({ source }) => source))).toEqual(new Set(['DIAS_HTML']));
    const dune = await connector.record('dias:DUNE', scopeWith(5000));
    // There is no Japanese one.
    expect(dune?.url).toMatch(/\/en\/dataset\/DUNE$/);
    expect(dune?.sources.find(({ field }) => field === 'issued')?.source).toBe('LANDING_PAGE');
    expect(await connector.record('dias:GONE', scopeWith(5000))).toBeNull();
    expect(await connector.record('dias:OTHER', scopeWith(5000))).toBeNull();
  });

  it('knows documents whose names have no organisation (fact sheet 1)', async () => {
    const { connector } = await running({ DIAS_DATASETS: 'PLAIN' });
    expect((await connector.record('dias:PLAIN', scopeWith(5000)))?.title.values[0]?.value).toContain('Plain');
  });

  it('takes from the DOI agency what the pages leave open', async () => {
    const jalc = {
      status: 'OK',
      apiType: 'doi',
      apiVersion: '1.0.0',
      message: { total: 1, rows: 1, totalPages: 1, page: 1 },
      data: {
        siteId: 'SI/x', content_type: 'RD', doi: '10.20783/DIAS.999901', url: 'https://doi.org/10.20783/DIAS.999901', ra: 'JaLC',
        prefix: '10.20783', site_name: 'X', publisher_list: [{ publisher_name: 'Other', lang: 'en' }],
        title_list: [{ lang: 'en', title: 'Another title' }],
        creator_list: [{ sequence: '1', type: 'person', names: [{ lang: 'en', last_name: 'Else', first_name: 'Someone' }] }],
        publication_date: { publication_year: '1999' }, relation_list: [], updated_date: '2020-01-01', content_language: 'en',
      },
    }; // prettier-ignore
    const { connector } = await running({}, (request, response) => {
      const url = request.url ?? '';
      if (url.startsWith('/doi/doiRA/')) response.end(JSON.stringify([{ DOI: '10.20783/dias.999901', RA: 'JaLC' }]));
      else if (url.startsWith('/jalc/')) response.end(JSON.stringify(jalc));
      else answerPages(request, response);
    });
    const [dune] = await connector.recordsByDoi('10.20783/dias.999901', scopeWith(5000));
    expect(dune).toMatchObject({ id: 'dias:DUNE', issued: '2021', doi: '10.20783/dias.999901' });
    expect(dune?.title.values).toEqual([{ value: 'Dune moisture 2020', lang: 'en' }]);
    expect(dune?.creators.map(({ name }) => name.values[0]?.value)).toEqual(['Ken Sunahama']);
    expect(dune?.languages).toEqual(['en']);
    expect(dune?.sources.filter(({ field }) => field === 'languages').map(({ source }) => source)).toEqual(['JALC']);
  });

  it('says that the answer is partial while a page cannot be read, and gives the others', async () => {
    const { connector } = await running({}, (request, response) => {
      if (request.url === '/en/dataset/DUNE') response.writeHead(200, HTML).end('<html>maintenance</html>');
      else answerPages(request, response);
    });
    const found = await connector.search(search(), scopeWith(5000));
    expect(found).toMatchObject({ partial: true, totalKind: 'AT_LEAST', total: 1 });
    expect(found.message).toMatch(/1 of \d datasets were read/);
  });

  it('fails when nothing at all could be read', async () => {
    const { connector } = await running({}, (_, response) => response.writeHead(500).end());
    expect(await failureOf(connector.search(search(), scopeWith(5000)))).toMatchObject({ platform: 'DIAS' });
  });

  it('applies every filter to whole records, and pages by places that stay', async () => {
    const { connector } = await running();
    const ids = async (part: Partial<HitSearch>) =>
      (await connector.search(search(part), scopeWith(5000))).hits.map(({ id }) => id);
    expect(await ids({ filter: { bbox: { west: 134, south: 35, east: 135, north: 36 } } })).toHaveLength(2);
    expect(await ids({ filter: { bbox: { west: 0, south: 0, east: 1, north: 1 } } })).toEqual(['dias:TIDE55']);
    expect(await ids({ filter: { creator: 'Sunahama' } })).toEqual(['dias:DUNE']);
    expect(await ids({ filter: { affiliation: '架空海洋研究所' } })).toEqual(['dias:TIDE55']);
    expect(await ids({ filter: { from: '2020' } })).toEqual(['dias:DUNE']);
    expect(await ids({ filter: { types: ['ARTICLE'] } })).toEqual([]);
    expect(await ids({ filter: { hasFile: true } })).toEqual([]);
    expect(await ids({ sort: 'NEWEST' })).toEqual(['dias:DUNE', 'dias:TIDE55']);
    expect(await ids({ sort: 'OLDEST' })).toEqual(['dias:TIDE55', 'dias:DUNE']);
    const first = await connector.search(search({ sort: 'NEWEST', first: 1 }), scopeWith(5000));
    expect([first.hits[0]?.id, first.total]).toEqual(['dias:DUNE', 2]);
    expect(await ids({ sort: 'NEWEST', first: 1, position: first.next })).toEqual(['dias:TIDE55']);
    await expect(ids({ position: 'nonsense' })).rejects.toThrow(/position/);
  });

  it('knows the addresses of its pages as identities, without a request', async () => {
    const { connector, server } = await running();
    expect(connector.recordIdOfUrl?.('https://search.diasjp.net/en/dataset/JP10')).toBe('dias:JP10');
    expect(connector.recordIdOfUrl?.('https://metadata.diasjp.net/dmm/doc/GPV-DIAS-ja.html')).toBe('dias:GPV');
    expect(connector.recordIdOfUrl?.('https://elsewhere.example/en/dataset/JP10')).toBeNull();
    expect(connector.recordIdOfUrl?.('no address')).toBeNull();
    expect(server.seen).toEqual([]);
  });

  it('is not waited for by a DOI that is hardly here, of which nothing can be said yet', async () => {
    const { connector } = await running({}, () => undefined);
    const started = Date.now();
    expect(await failureOf(connector.recordsByDoi('10.1234/other', scopeWith(5000)))).toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
      message: expect.stringContaining('still being read') as string,
    });
    expect(Date.now() - started).toBeLessThan(2000);
    expect(await failureOf(connector.recordsByDoi('10.20783/dias.1', scopeWith(300)))).toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
    });
  });
});
