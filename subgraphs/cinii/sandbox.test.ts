import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { world } from '../../sandbox/world/index.js';
import type { RunningSandbox } from '../common/platform.js';
import { childElement, childElements, childText, parseXml } from '../common/xml.js';
import { parseQuery } from './sandbox/query.js';
import { records } from './sandbox/records.js';
import { pageOf, startCiniiSandbox } from './sandbox.js';

/* Written against the fact sheet's section 9; the numbers in the names are its lines. */

const Item = z.looseObject({
  '@id': z.string(),
  title: z.string().optional(),
  'rdfs:seeAlso': z.object({ '@id': z.string() }).optional(),
  'dc:creator': z.array(z.string()).optional(),
  'dc:type': z.string(),
  'prism:publicationDate': z.string().optional(),
  'dc:identifier': z.array(z.object({ '@type': z.string(), '@value': z.string() })).optional(),
  'dc:subject': z.array(z.string()).optional(),
});
const Answer = z.looseObject({
  '@context': z.looseObject({ '@language': z.string() }),
  '@id': z.string(),
  title: z.string(),
  'dc:date': z.string(),
  'opensearch:totalResults': z.number(),
  'opensearch:startIndex': z.number(),
  'opensearch:itemsPerPage': z.number(),
  items: z.array(Item),
});
const Document = z.looseObject({ '@id': z.string(), '@type': z.string() });

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startCiniiSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.address}${path}`, { headers });

async function search(path: string): Promise<z.infer<typeof Answer>> {
  const answer = await get(`/opensearch/${path}`);
  expect(answer.status).toBe(200);
  return Answer.parse(await answer.json());
}

async function document(crid: string): Promise<z.infer<typeof Document>> {
  return Document.parse(await (await get(`/crid/${crid}.json`)).json());
}

function cridOf(test: (record: (typeof records)[number]) => boolean): string {
  const found = records.find(test);
  if (!found) throw new Error('the sandbox has no such record');
  return found.crid;
}

describe('search of the simulated CiNii Research', () => {
  it('1: serves every segment of both generations, and 404 for others', async () => {
    for (const segment of ['all', 'data', 'articles', 'books', 'dissertations', 'projects']) {
      expect((await get(`/opensearch/${segment}?q=a&format=json`)).status).toBe(200);
      expect((await get(`/opensearch/v2/${segment}?q=a&format=json`)).status).toBe(200);
    }
    expect((await get('/opensearch/v2/researchers?q=a')).status).toBe(200);
    expect((await get('/opensearch/v2/projectsAndProducts?q=a')).status).toBe(200);
    expect((await get('/opensearch/researchers?q=a')).status).toBe(404);
    expect((await get('/opensearch/v2/moods?q=a')).status).toBe(404);
    expect((await get('/opensearch/v2/constructor?q=a')).status).toBe(404);
  });

  it('1: finds each kind in its own segment', async () => {
    expect(new Set((await search('data?q=データ&format=json&count=200')).items.map((item) => item['dc:type']))).toEqual(
      new Set(['Dataset']),
    );
    expect((await search('v2/researchers?q=磯辺&format=json')).items[0]?.title).toBe('磯辺 航');
    expect((await search('v2/projects?projectId=20H01001&format=json')).items[0]?.['dc:type']).toBe('Project');
  });

  it('2: answers HTML with 200 where the format is forgotten', async () => {
    const answer = await get('/opensearch/v2/all?q=海');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html;charset=UTF-8']);
  });

  it.each([
    ['201', '200'],
    ['200', '200'],
    ['0', '20'],
    ['-3', '20'],
    ['x', '20'],
    ['7', '7'],
  ])('3: corrects count=%s to %s', (count, corrected) => {
    expect(pageOf(count, undefined, 'json').count).toBe(Number(corrected));
  });

  it('3: rounds an HTML page up and turns start into a page', () => {
    expect(pageOf('21', '51', 'html')).toEqual({ count: 50, start: 51 });
    expect(pageOf('7', '20', 'html')).toEqual({ count: 20, start: 1 });
  });

  it('3: reads a start that is no natural number as 1, and counts the items of this answer', async () => {
    const first = await search('v2/all?q=海洋プラスチック&format=json&count=5&start=x');
    expect([first['opensearch:startIndex'], first['opensearch:itemsPerPage']]).toEqual([1, 5]);
    const second = await search('v2/all?q=海洋プラスチック&format=json&count=5&start=6');
    expect(second['opensearch:startIndex']).toBe(6);
    expect(second.items.map((item) => item['@id'])).not.toContain(first.items[0]?.['@id']);
  });

  it('3: walks all hits once', async () => {
    const ids: string[] = [];
    let total = Infinity;
    for (let start = 1; start <= total; start += 20) {
      const page = await search(`v2/all?q=海洋プラスチック&format=json&count=20&start=${String(start)}`);
      total = page['opensearch:totalResults'];
      ids.push(...page.items.map((item) => item['@id']));
    }
    expect(total).toBeGreaterThanOrEqual(25);
    expect(new Set(ids).size).toBe(total);
  });

  it('3: answers beyond the end and beyond the window of 10,000 with nothing', async () => {
    for (const start of ['9000', '10001']) {
      const answer = await search(`v2/all?q=海&format=json&start=${start}`);
      expect(answer.items).toEqual([]);
      expect([answer['opensearch:startIndex'], answer['opensearch:itemsPerPage']]).toEqual([1, 0]);
      expect(answer['opensearch:totalResults']).toBeGreaterThan(0);
    }
  });

  it('4: titles the channel by the recognised values in request order, without appid, empty and unknown ones', async () => {
    const answer = await search('articles?q=海&p=1&count=2&appid=secret&title=&format=json');
    expect(answer.title).toBe('CiNii Research articles - 海 2 json');
    expect((await search('v2/all?format=json&creator=磯辺&lang=en')).title).toBe('CiNii Research all - json en');
  });

  it('4: gives the request its own address with a blank as %20, on the public host', async () => {
    const answer = await search('v2/books?q=a+b&p=1&format=json');
    expect(answer['@id']).toBe('https://cir.nii.ac.jp/opensearch/v2/books?q=a%20b&p=1&format=json');
    expect(answer['dc:date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/);
  });

  it('5: leaves out what is missing: the title of a citation, seeAlso of a project', async () => {
    const citation = (await search('articles?q=10999100001&format=json')).items[0];
    expect(citation).toMatchObject({
      'dc:type': 'Article',
      'dc:creator': ['青海波子'],
      'prism:publicationName': '海と環境',
    });
    expect(citation).not.toHaveProperty('title');
    const project = (await search('projects?projectId=20H01001&format=json')).items[0];
    expect(project).not.toHaveProperty('rdfs:seeAlso');
    const undated = (await search('articles?q=10999100003&format=json')).items[0];
    expect(undated).not.toHaveProperty('prism:publicationDate');
  });

  it('5: points at .json in JSON and at .rdf in RSS', async () => {
    const json = await search('v2/books?q=海洋プラスチック&format=json');
    expect(json.items[0]?.['rdfs:seeAlso']?.['@id']).toMatch(/\/crid\/\d{19}\.json$/);
    const rss = await get('/opensearch/v2/books?q=海洋プラスチック&format=rss');
    expect(rss.headers.get('content-type')).toBe('application/rss+xml;charset=UTF-8');
    const text = await rss.text();
    expect(text.startsWith('<?xml version="1.0" encoding="utf-8" ?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/"')).toBe(
      true,
    );
    expect(text).toMatch(/<rdfs:seeAlso rdf:resource="https:\/\/cir\.nii\.ac\.jp\/crid\/\d{19}\.rdf"\/>/);
    const root = parseXml(text);
    expect(childElements(root, 'item')).toHaveLength(json.items.length);
    const channel = childElement(root, 'channel');
    expect(channel && childText(channel, 'totalResults')).toBe(String(json['opensearch:totalResults']));
  });

  it('5: writes well-formed Atom too', async () => {
    const root = parseXml(await (await get('/opensearch/v2/all?q=海洋プラスチック&format=atom&count=200')).text());
    expect(root.name).toBe('feed');
    expect(childElements(root, 'entry').length).toBeGreaterThan(25);
  });

  it('6: gives English titles and names where there are any, and Japanese where not', async () => {
    const { items, '@context': context } = await search('v2/all?q=海洋プラスチック&format=json&lang=en&count=200');
    expect(context['@language']).toBe('en');
    expect(items.some(({ title }) => title !== undefined && /^[\x20-\x7e]+$/.test(title))).toBe(true);
    expect(items.some(({ title }) => title?.includes('海洋プラスチック'))).toBe(true);
    expect(items.flatMap((item) => item['dc:creator'] ?? [])).toContain('ISOBE Wataru');
    const project = (await search('v2/projects?projectId=20H01001&format=json&lang=en')).items[0];
    expect(project?.title).toBe('Budget of marine plastics from source to deposition');
  });

  it('7: finds nothing without a criterion, and ignores unknown names', async () => {
    expect((await search('v2/all?q=&format=json'))['opensearch:totalResults']).toBe(0);
    expect((await search('v2/all?format=json'))['opensearch:totalResults']).toBe(0);
    const plain = await search('v2/all?q=火山&format=json');
    expect((await search('v2/all?q=火山&publicationName=x&appId=y&format=json'))['opensearch:totalResults']).toBe(
      plain['opensearch:totalResults'],
    );
  });

  it('7: reads the query language', () => {
    const matches = (query: string, text: string): boolean | undefined => parseQuery(query)?.(text);
    expect(matches('海 川', '海と川')).toBe(true);
    expect(matches('海 川', '海')).toBe(false);
    expect(matches('海 OR 川', '川')).toBe(true);
    expect(matches('海 NOT 川', '海と川')).toBe(false);
    expect(matches('( 海 OR 川 ) 魚', '川の魚')).toBe(true);
    expect(matches('( 海 OR 川 ) 魚', '魚')).toBe(false);
    expect(matches('魚 OR 海 AND 川', '魚')).toBe(true);
    expect(matches('海　川', '海と川')).toBe(true);
    expect(matches('or', 'color')).toBe(true);
    expect(matches(') 海 (', '海')).toBe(true);
    expect(parseQuery(' AND ')).toBeNull();
  });

  it('3.2: ignores v1 names on v2 where they are not confirmed, and v2 names on v1', async () => {
    const total = async (path: string): Promise<number> => (await search(path))['opensearch:totalResults'];
    const all = await total('v2/all?q=海洋プラスチック&format=json');
    for (const name of [
      'creator=磯辺',
      'from=2025',
      'until=2012',
      'publisher=x',
      'doi=10.5072/none',
      'resourceType=Dataset',
      'dataSourceType=NDL',
    ]) {
      expect(await total(`v2/all?q=海洋プラスチック&${name}&format=json`)).toBe(all);
      expect(await total(`all?q=海洋プラスチック&${name}&format=json`)).toBeLessThan(all);
    }
    const products = await total('v2/articles?q=海洋プラスチック&format=json');
    for (const name of ['name=湊', 'productYearFrom=2026', 'productYearUntil=2012']) {
      expect(await total(`v2/articles?q=海洋プラスチック&${name}&format=json`)).toBeLessThan(products);
      expect(await total(`articles?q=海洋プラスチック&${name}&format=json`)).toBe(products);
    }
  });

  it('3.1: applies the filters of v1', async () => {
    const one = records.find(
      ({ kind, source }) =>
        kind === 'Article' && source.kind === 'work' && source.work.doi !== null && source.work.journal !== null,
    );
    if (one?.source.kind !== 'work') throw new Error('no article with a DOI');
    const { doi, journal, volume } = one.source.work;
    expect(
      (await search(`articles?doi=${encodeURIComponent(doi ?? '')}&format=json`)).items.map((item) => item['@id']),
    ).toEqual([`https://cir.nii.ac.jp/crid/${one.crid}`]);
    const { issn } = world.journal(journal ?? '');
    const hits = await search(`articles?issn=${issn.replace('-', '')}&volume=${volume ?? ''}&format=json&count=200`);
    expect(hits.items.map((item) => item['@id'])).toContain(`https://cir.nii.ac.jp/crid/${one.crid}`);
    const years = (await search('articles?q=海&from=2018&until=201906&format=json&count=200')).items.map((item) =>
      item['prism:publicationDate']?.slice(0, 4),
    );
    expect(years.length).toBeGreaterThan(0);
    expect(new Set(years)).toEqual(new Set(['2018', '2019']));
    expect((await search('projects?projectId=JP20H01001&format=json')).items).toEqual([]);
    expect((await search('projects?rdProgramType=MOONSHOT&format=json'))['opensearch:totalResults']).toBe(4);
    expect((await search('books?languageType=zh,ko&format=json'))['opensearch:totalResults']).toBe(3);
  });

  it('3.1: leaves only records with a full text where that is asked', async () => {
    const all = (await search('v2/all?q=海洋プラスチック&format=json'))['opensearch:totalResults'];
    const open = (await search('v2/all?q=海洋プラスチック&hasLinkToFullText=true&format=json'))[
      'opensearch:totalResults'
    ];
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThan(all);
  });

  it('3.1: sorts by date both ways, and keeps relevance for numbers that CiNii Books had', async () => {
    const dates = async (order: string): Promise<string[]> =>
      (await search(`v2/articles?q=海洋プラスチック&sortorder=${order}&format=json&count=200`)).items.flatMap(
        (item) => item['prism:publicationDate'] ?? [],
      );
    const newest = await dates('0');
    expect(newest).toEqual([...newest].sort().reverse());
    expect(await dates('1')).toEqual([...newest].sort());
    expect(await dates('2')).toEqual(await dates('4'));
    const cited = await search('articles?q=海洋プラスチック&sortorder=10&format=json');
    const source = records.find(({ crid }) => cited.items[0]?.['@id'].endsWith(crid));
    expect(source?.cited).toBe(
      Math.max(
        ...records
          .filter(({ kind, texts }) => kind === 'Article' && texts.all.includes('海洋プラスチック'))
          .map((record) => record.cited),
      ),
    );
  });

  it('8: needs no appid and sends the headers of the service, without validators', async () => {
    const { headers } = await get('/opensearch/v2/all?q=海&format=json');
    expect(headers.get('cache-control')).toBe('no-cache, no-store, max-age=0, must-revalidate');
    expect(headers.get('transfer-encoding')).toBe('chunked');
    expect(headers.get('server')).toBe('nginx');
    for (const name of ['etag', 'last-modified', 'retry-after']) expect(headers.get(name)).toBeNull();
    expect(headers.getSetCookie()).toContain('CIR_LANGUAGE=ja; Path=/');
    expect((await get('/opensearch/v2/all?q=海&format=json', { Cookie: 'SESSION=x' })).headers.getSetCookie()).toEqual(
      [],
    );
  });
});

describe('detail documents of the simulated CiNii Research', () => {
  it('9: gives every record as JSON, and as well-formed RDF unless it is a project', async () => {
    const kinds = new Map(records.map((record) => [record.kind, record.crid]));
    expect([...kinds.keys()].sort()).toEqual([
      'Article',
      'Book',
      'Dataset',
      'Dissertation',
      'Product',
      'Project',
      'Researcher',
    ]);
    for (const [kind, crid] of kinds) {
      expect((await document(crid))['@type']).toBe(kind);
      const rdf = await get(`/crid/${crid}.rdf`);
      expect(rdf.status).toBe(kind === 'Project' ? 404 : 200);
      if (kind === 'Project') continue;
      expect(rdf.headers.get('content-type')).toBe('application/rdf+xml;charset=UTF-8');
      expect(rdf.headers.get('content-length')).not.toBeNull();
      const root = parseXml(await rdf.text());
      expect(childElements(root).map(({ name }) => name)).toEqual([kind]);
    }
  });

  it('9: negotiates on the bare address', async () => {
    const crid = cridOf(({ kind }) => kind === 'Article');
    const type = async (accept: string): Promise<string | null> =>
      (await get(`/crid/${crid}`, { Accept: accept })).headers.get('content-type');
    expect(await type('application/ld+json')).toBe('application/json;charset=UTF-8');
    expect(await type('application/json')).toBe('application/json;charset=UTF-8');
    expect(await type('application/rdf+xml')).toBe('application/rdf+xml;charset=UTF-8');
    expect(await type('*/*')).toBe('text/html;charset=UTF-8');
  });

  it('9: answers an unknown CRID with an HTML 404', async () => {
    const answer = await get('/crid/1999999999999999999.json');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html;charset=UTF-8']);
  });

  it('10: carries the suffix in @id at the root and nowhere else', async () => {
    const crid = cridOf(
      ({ source }) =>
        source.kind === 'work' &&
        source.work.creators.length > 0 &&
        source.work.relations.length > 0 &&
        source.work.awards.length > 0,
    );
    const text = JSON.stringify(await document(crid));
    expect(text.match(/crid\/\d+\.(?:json|rdf)/g)).toEqual([`crid/${crid}.json`]);
    expect(text).toContain('"creator":[{"@id":"https://cir.nii.ac.jp/crid/');
  });

  it('6.3: names both languages, with identifiers of people and numbers of projects', async () => {
    const crid = cridOf(
      ({ source, title, kind }) =>
        kind === 'Article' &&
        source.kind === 'work' &&
        title.ja !== null &&
        title.en !== null &&
        source.work.awards.includes('20H01001'),
    );
    expect(await document(crid)).toMatchObject({
      'dc:title': expect.arrayContaining([
        expect.objectContaining({ '@language': 'ja' }),
        expect.objectContaining({ '@language': 'en' }),
      ]) as unknown,
      project: expect.arrayContaining([
        expect.objectContaining({
          projectIdentifier: [
            { '@type': 'KAKEN', '@value': '20H01001' },
            { '@type': 'JGN', '@value': 'JP20H01001' },
          ],
        }),
      ]) as unknown,
    });
  });

  it('6.4: writes people, funder, amount and status of a project under the names that are really used', async () => {
    const project = await document(cridOf(({ source }) => source.kind === 'award' && source.award.key === '20H01001'));
    expect(project).toMatchObject({
      projectStatus: 'project_closed',
      allocationAmount: [{ totalCost: { amount: '44850000', currency: 'JPY' } }],
      fundingProgram: [
        { 'jpcoar:funderName': [{ '@language': 'ja', '@value': '日本学術振興会' }, { '@language': 'en' }] },
      ],
      researcher: [{ 'foaf:name': [{ '@value': '磯辺 航' }, { '@value': 'ISOBE Wataru' }] }, {}],
    });
  });

  it('6.4: tells a researcher by names, readings, career and every NRID', async () => {
    const person = world.person('isobe');
    const text = JSON.stringify(await document(person.crid));
    expect(person.nrids).toHaveLength(2);
    for (const nrid of person.nrids) expect(text).toContain(`{"@type":"NRID","@value":"${nrid}"}`);
    expect(text).toContain('{"@language":"ja-Kana","@value":"イソベ"}');
  });

  it('10: holds every variation of shape that the fact sheet reports', async () => {
    const texts = await Promise.all(
      records
        .filter(({ source }) => source.kind === 'work')
        .map(async ({ crid }) => (await get(`/crid/${crid}.json`)).text()),
    );
    const some = (piece: string | RegExp): boolean =>
      texts.some((text) => (typeof piece === 'string' ? text.includes(piece) : piece.test(text)));
    for (const piece of [
      '"extra":{', '"extra":[', '"abstractLicenseFlag":{"@value":"disallow"}', '"abstractLicenseFlag":"allow"', '<jats:p>', '&lt;jats:p&gt;', '"@language":"ja-Kana"', '"@language":"zh"',
      '"jpcoar:relatedTitle"', '"relatedProduct":[{', '"notation":[{"@language"', '"dc:creator":"', 'NDC9:452', '"@type":"XISBN"', '"jpcoar:conferenceName"', '"ndl:dissertationNumber"',
    ]) expect(some(piece), piece).toBe(true); // prettier-ignore
    expect(texts.some((text) => !text.includes('"dc:title"') && !text.includes('"resourceType"'))).toBe(true);
    expect(texts.some((text) => !text.includes('"creator":'))).toBe(true);
    expect(
      some(/"creator":\[\{"@id":"[^"]+","@type":"Researcher","personIdentifier":\[[^\]]*\],"jpcoar:affiliationName"/),
      'a creator without foaf:name',
    ).toBe(true);
    expect(some(/"prism:publicationDate":"\d{4}\.\d{1,2}"/), 'a date like 2010.6').toBe(true);
  });
});

describe('the simulated CiNii Research under stress', () => {
  it('offers a next page for ever when told so, beyond the window too', async () => {
    const endless = await startCiniiSandbox({ port: 0, latencyMs: 0, fault: 'endless', throttle: false });
    const answer = Answer.parse(
      await (await fetch(`${endless.address}/opensearch/v2/all?q=海&format=json&start=20001`)).json(),
    );
    expect(answer.items).toHaveLength(20);
    expect(answer['opensearch:totalResults']).toBeGreaterThan(10_000);
    await endless.close();
  });

  it('blocks with 403 and without Retry-After what comes too fast, where throttling is on', async () => {
    const strict = await startCiniiSandbox({ port: 0, latencyMs: 0, fault: null, throttle: true });
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1)
      statuses.push((await fetch(`${strict.address}/opensearch/v2/all?q=海&format=json`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 403, 403]);
    await strict.close();
  });

  it('tells the setting that points Kakehashi at it', () => {
    expect(sandbox.settings).toEqual({ CINII_URL: sandbox.address });
  });
});
