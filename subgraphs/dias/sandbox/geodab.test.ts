import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attribute, childElements, childText, descendants, parseXml, textContent, type XmlElement } from '../../common/xml.js'; // prettier-ignore
import type { RunningSandbox } from '../../common/platform.js';
import { startDiasSandbox } from '../sandbox.js';

/* The simulated GEO DAB, against the fact sheet's section 6.3. */

const Report = z.looseObject({
  id: z.string(),
  type: z.enum(['simple', 'composed']),
  title: z.string(),
  source: z.object({ id: z.string(), title: z.string() }),
  online: z.array(z.looseObject({ url: z.string() })).optional(),
  where: z.array(z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() })).optional(),
  when: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
});
const Answer = z.object({
  resultSet: z.looseObject({ size: z.number(), start: z.number(), pageSize: z.number(), pageCount: z.number(), pageIndex: z.number() }), // prettier-ignore
  reports: z.array(Report),
});

let sandbox: RunningSandbox;
let source = '';
beforeAll(async () => {
  sandbox = await startDiasSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
  const { reports } = await json('parents=ROOT&si=1&ct=300');
  source = reports.find(({ title }) => title.startsWith('Data Integration and Analysis System (DIAS)'))?.id ?? '';
});
afterAll(() => sandbox.close());

const get = (query: string): Promise<Response> => fetch(`${sandbox.settings.GEODAB_URL ?? ''}/query?${query}`);

async function json(query: string): Promise<z.infer<typeof Answer>> {
  const answer = await get(`${query}&outputFormat=application/json`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json;charset=UTF-8']);
  return Answer.parse(await answer.json());
}

const size = async (query: string): Promise<number> => (await json(`sources=${source}&${query}`)).resultSet.size;

async function atom(query: string): Promise<XmlElement> {
  return parseXml(await (await get(query)).text());
}

describe('the JSON of the simulated GEO DAB', () => {
  it('lists its sources under ROOT, of which one title begins with that of DIAS', async () => {
    const { reports } = await json('parents=ROOT&ct=300');
    expect(reports.length).toBeGreaterThan(2);
    expect(reports.every(({ type }) => type === 'composed')).toBe(true);
    expect(reports.filter(({ title }) => title.includes('Data Integration and Analysis System')).length).toBe(2);
    expect(reports.filter(({ title }) => title.startsWith('Data Integration and Analysis System (DIAS)'))).toHaveLength(1); // prettier-ignore
  });

  it('keeps to a source, and pages from 1 with ten to a page', async () => {
    const all = await json('ct=300');
    const own = await json(`sources=${source}&ct=300`);
    expect(own.reports.every((report) => report.source.id === source)).toBe(true);
    expect(own.reports.length).toBeLessThan(all.reports.length);
    const page = await json(`sources=${source}&si=11`);
    expect(page.resultSet).toEqual({ size: own.reports.length, start: 11, pageSize: Math.min(10, own.reports.length - 10), pageCount: Math.ceil(own.reports.length / 10), pageIndex: 2 }); // prettier-ignore
    expect(page.reports.map(({ id }) => id)).toEqual(own.reports.slice(10, 20).map(({ id }) => id));
    expect((await json(`sources=${source}&si=900`)).reports).toEqual([]);
  });

  it('holds data sets with and without a landing page at DIAS', async () => {
    const { reports } = await json(`sources=${source}&ct=300`);
    const links = reports.map(({ online }) => online?.map(({ url }) => url).join(' ') ?? '');
    expect(links.some((link) => link.includes('https://search.diasjp.net/en/dataset/RADAR1KM_JP'))).toBe(true);
    expect(links.some((link) => link.includes('https://doi.org/10.20783/DIAS.'))).toBe(true);
    expect(reports.find(({ title }) => title.includes('Antarctica'))?.online?.[0]?.url).not.toContain('/dataset/');
  });

  it('seeks words in title and subject unless told otherwise', async () => {
    expect(await size('st=Arctic')).toBeGreaterThan(1);
    expect(await size('st=altimeters')).toBe(0);
    expect(await size('st=altimeters&searchFields=abstract')).toBe(1);
    expect(await size(`st=${encodeURIComponent('北極海')}`)).toBeGreaterThan(0);
  });

  it('wants a resource within the box unless an overlap will do', async () => {
    const arctic = await size('bbox=-180,65,180,90');
    expect(arctic).toBeGreaterThan(0);
    expect(await size('bbox=100,50,130,80')).toBe(0);
    expect(await size('bbox=100,50,130,80&rel=OVERLAPS')).toBeGreaterThan(0);
    expect(await size('bbox=-180,-90,180,-60_-180,65,180,90')).toBeGreaterThan(arctic);
  });

  it('takes periods that touch the one asked for', async () => {
    const all = await size('');
    expect(await size('ts=1900-01-01&te=1950-12-31')).toBe(0);
    const later = await size('ts=2026-06-01T00:00:00Z');
    expect(later).toBeGreaterThan(0);
    expect(later).toBeLessThan(all);
  });

  it.each(['si=0', 'ct=x', 'bbox=1,2,3', 'ts=yesterday', 'rel=NEAR'])('refuses %s with 400 and nothing found', async (query) => {
    const answer = await get(`${query}&outputFormat=application/json`);
    expect(answer.status).toBe(400);
    expect(Answer.parse(await answer.json())).toMatchObject({ resultSet: { size: 0 }, reports: [] });
    const feed = await get(query);
    expect([feed.status, childElements(parseXml(await feed.text()), 'entry')]).toEqual([400, []]);
  }); // prettier-ignore
});

describe('the Atom of the simulated GEO DAB', () => {
  it('is what comes without a format: boxes in S W N E, values in label and kinds in term', async () => {
    const feed = await atom(`sources=${source}&st=snow`);
    expect([feed.name, childText(feed, 'itemsPerPage'), childText(feed, 'startIndex')]).toEqual(['feed', '10', '1']);
    const [entry] = childElements(await atom(`sources=${source}&st=${encodeURIComponent('radar rainfall')}`), 'entry');
    if (!entry) throw new Error('no entry');
    expect(childText(entry, 'box')).toBe('24 122 46 154');
    const kinds = childElements(entry, 'category').map((category) => [attribute(category, 'term'), attribute(category, 'label')]); // prettier-ignore
    expect(kinds).toEqual(expect.arrayContaining([['hlevel', 'Dataset'], ['keywords', 'radar']])); // prettier-ignore
    expect([childText(entry, 'dtstart'), childText(entry, 'sourceId')]).toEqual(['2006-01-01', source]);
    expect(descendants(entry, 'URL').map(textContent)).toContain('https://search.diasjp.net/en/dataset/RADAR1KM_JP');
  });

  it('breaks lines within texts, and counts keywords when asked', async () => {
    const feed = await atom(`sources=${source}&tf=keyword,format&ct=30`);
    expect(childElements(feed, 'entry').some((entry) => /\n {4,}\S/.test(childText(entry, 'summary') ?? ''))).toBe(
      true,
    );
    const [keyword] = descendants(feed, 'keyword');
    expect(keyword && Number(childText(childElements(keyword)[0] ?? keyword, 'freq'))).toBeGreaterThan(1);
  });

  it('describes itself, and says which formats it has not', async () => {
    const answer = await fetch(`${sandbox.settings.GEODAB_URL ?? ''}/description`);
    const [url] = descendants(parseXml(await answer.text()), 'Url');
    expect(url && attribute(url, 'template')).toContain('bbox={geo:box?}');
    const refused = await get('outputFormat=text/plain');
    const error = parseXml(await refused.text());
    expect([refused.status, error.name, error.namespace]).toEqual([400, 'error', 'http://flora.eu/gi-suite/1.0/dataModel/schema']); // prettier-ignore
  });
});
