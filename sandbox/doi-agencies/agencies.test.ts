import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseXml } from '../../subgraphs/common/xml.js';
import { acquireDoiAgencies, type DoiAgencies } from './agencies.js';
import { registeredDois, type RegisteredDoi } from './registered.js';

/* The simulated DOI agencies, against the DIAS fact sheet: the numbers in the names are its sections. */

const Record = z.looseObject({
  status: z.literal('OK'),
  apiType: z.enum(['doi', 'doilist', 'prefixes']),
  apiVersion: z.literal('1.0.0'),
  message: z.strictObject({ total: z.number(), rows: z.number(), totalPages: z.number(), page: z.number() }),
});
const Name = z.strictObject({ lang: z.string(), last_name: z.string().optional(), first_name: z.string() });
const Rd = z.looseObject({
  content_type: z.literal('RD'),
  doi: z.string(),
  site_name: z.string(),
  publisher_list: z.array(z.strictObject({ publisher_name: z.string(), lang: z.string() })),
  title_list: z.array(z.strictObject({ title: z.string(), lang: z.string().optional() })),
  creator_list: z.array(z.looseObject({ sequence: z.string(), type: z.string().optional(), names: z.array(Name) })),
  publication_date: z.strictObject({
    publication_year: z.string(),
    publication_month: z.string().optional(),
    publication_day: z.string().optional(),
  }),
});
const List = Record.extend({ data: z.object({ items: z.array(z.looseObject({ ra: z.string() })) }) });
const Doi = z.object({ data: z.object({ id: z.string(), type: z.literal('dois'), attributes: z.looseObject({ doi: z.string(), publicationYear: z.number(), xml: z.string() }) }) }); // prettier-ignore
const Dois = z.object({ data: z.array(z.looseObject({ id: z.string() })), meta: z.object({ total: z.number() }) });

let agencies: DoiAgencies;
beforeAll(async () => {
  agencies = await acquireDoiAgencies();
});
afterAll(() => agencies.release());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${agencies.address}${path}`, { headers, redirect: 'manual' });
const body = async (path: string): Promise<unknown> => (await get(path)).json();
const of = (registration: RegisteredDoi['registration'], prefix = ''): RegisteredDoi[] =>
  registeredDois.filter((entry) => entry.registration === registration && entry.doi.startsWith(prefix));
const first = (entries: readonly RegisteredDoi[]): RegisteredDoi => {
  const [entry] = entries;
  if (!entry) throw new Error('the world has no such DOI');
  return entry;
};

describe('one server for all who need it', () => {
  it('is shared while it is held, and gone when the last holder releases it', async () => {
    const other = await acquireDoiAgencies();
    expect(other.settings).toEqual(agencies.settings);
    expect(Object.keys(other.settings)).toEqual(['DOI_URL', 'JALC_URL', 'DATACITE_URL']);
    await other.release();
    await other.release();
    expect((await get('/doi/doiRA/10.5072/x')).status).toBe(200);
  });
});

describe('doi.org', () => {
  it('6.1: tells the agency in an array of one, and a status where there is none', async () => {
    expect(await body('/doi/doiRA/10.20783/DIAS.90001')).toEqual([{ DOI: '10.20783/DIAS.90001', RA: 'JaLC' }]);
    expect(await body('/doi/doiRA/10.20783%2Fdias.90003')).toEqual([{ DOI: '10.20783/dias.90003', RA: 'DataCite' }]);
    expect(await body('/doi/doiRA/10.20783/dias.90014')).toEqual([{ DOI: '10.20783/dias.90014', RA: 'JaLC' }]);
    expect(await body('/doi/doiRA/10.20783/dias.1')).toEqual([{ DOI: '10.20783/dias.1', status: 'DOI does not exist' }]); // prettier-ignore
    const broken = await get('/doi/doiRA/%E0%A4%A');
    expect([broken.status, await broken.text()]).toEqual([400, 'Invalid DOI']);
  });

  it('6.1: gives CSL-JSON by content negotiation, also for what only it knows, and not for what is unpublished', async () => {
    const accept = { Accept: 'application/vnd.citationstyles.csl+json' };
    const answer = await get('/doi/10.20783/DIAS.90015', accept);
    expect(answer.headers.get('content-type')).toBe('application/vnd.citationstyles.csl+json');
    expect(await answer.json()).toMatchObject({ type: 'dataset', issued: { 'date-parts': [[2020]] } });
    expect((await get('/jalc/dois/10.20783%2FDIAS.90015')).status).toBe(404);
    expect((await get('/datacite/dois/10.20783/dias.90015')).status).toBe(404);
    expect((await get('/doi/10.20783/DIAS.90014', accept)).status).toBe(404);
    expect((await get('/doi/10.20783/DIAS.90015')).status).toBe(302);
  });
});

describe('JaLC', () => {
  it('6.1: takes the slash plain, encoded and encoded twice, any case, and an output version', async () => {
    for (const path of ['dois/10.20783/DIAS.90001', 'dois/10.20783%2Fdias.90001', 'dois/10.20783%252FDIAS.90001', 'v2/dois/10.20783%2FDIAS.90001']) {
      const answer = Record.extend({ data: Rd }).parse(await body(`/jalc/${path}`));
      expect(answer).toMatchObject({ apiType: 'doi', message: { total: 1, rows: 1, totalPages: 1, page: 1 }, data: { doi: '10.20783/DIAS.90001', ra: 'JaLC', url: 'https://doi.org/10.20783/DIAS.90001' } });
    }
  }); // prettier-ignore

  it('6.1: holds the traps of real records', async () => {
    const records = await Promise.all(
      of('JaLC').map(async ({ doi }) => Record.extend({ data: Rd }).parse(await body(`/jalc/dois/${encodeURIComponent(doi)}`)).data), // prettier-ignore
    );
    const some = (test: (record: z.infer<typeof Rd>) => boolean): void => {
      expect(records.some(test)).toBe(true);
      expect(records.every(test)).toBe(false);
    };
    some((record) => record.title_list.some(({ lang }) => lang === undefined));
    some((record) => record.creator_list.some(({ names }) => names.some(({ last_name }) => last_name === undefined)));
    some((record) => record.creator_list.some(({ type }) => type === undefined));
    some((record) => record.publisher_list[0]?.publisher_name === '[出版者なし]');
    some((record) => record.publication_date.publication_year === '0000');
    expect(records.every((record) => record.site_name.endsWith(' '))).toBe(true);
  });

  it('6.1: answers 404 for the unknown, the unpublished and other agencies, 400 for bad values', async () => {
    for (const doi of ['10.20783/DIAS.1', '10.20783/DIAS.90014', '10.20783/DIAS.90003']) {
      const answer = await get(`/jalc/dois/${encodeURIComponent(doi)}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ message: { errors: { message: 'データが見つかりませんでした。' } } });
    }
    const answer = await get('/jalc/prefixes?ra=NoSuch');
    expect([answer.status, await answer.json()]).toEqual([400, { message: { errors: { message: 'raの値が不正です。' } } }]); // prettier-ignore
  });

  it('6.1: lists a prefix by rows and pages; a page past the end is 404', async () => {
    const all = List.parse(await body('/jalc/doilist/10.20783?rows=1000'));
    const dois = [...of('JaLC', '10.20783/'), ...of('unpublished', '10.20783/')];
    expect(all.message).toMatchObject({ total: dois.length, page: 1 });
    const page = List.parse(await body('/jalc/doilist/10.20783?rows=5&page=2&sort=updated_date&order=desc'));
    expect([page.data.items.length, page.message.totalPages]).toEqual([5, Math.ceil(dois.length / 5)]);
    expect((await get('/jalc/doilist/10.20783?rows=5&page=99')).status).toBe(404);
    for (const bad of ['rows=0', 'rows=1001', 'page=0', 'from=2020', 'order=up'])
      expect((await get(`/jalc/doilist/10.20783?${bad}`)).status, bad).toBe(400);
    expect(List.parse(await body('/jalc/prefixes?sort=siteId&order=asc')).data.items).toContainEqual(
      expect.objectContaining({ prefix: '10.20783', ra: 'JaLC' }),
    );
  });
});

describe('DataCite', () => {
  it('6.2: has its own DOIs, with the kernel in Base64, and not those of JaLC', async () => {
    const { data } = Doi.parse(await body('/datacite/dois/10.20783/DIAS.90003'));
    expect(data).toMatchObject({ id: '10.20783/dias.90003', attributes: { state: 'findable', prefix: '10.20783' } });
    const kernel = parseXml(Buffer.from(data.attributes.xml, 'base64').toString('utf8'));
    expect([kernel.name, kernel.namespace]).toEqual(['resource', 'http://datacite.org/schema/kernel-4']);
    expect((await get(`/datacite/dois/${first(of('JaLC')).doi}`)).status).toBe(404);
  });

  it('6.2: pages its list, and includes other agencies only when asked', async () => {
    const own = Dois.parse(await body('/datacite/dois?prefix=10.20783&page[size]=2'));
    expect([own.data.length, own.meta.total]).toEqual([2, of('DataCite', '10.20783/').length]);
    const all = Dois.parse(await body('/datacite/dois?prefix=10.20783&include_other_registration_agencies=true'));
    expect(all.meta.total).toBe(of('DataCite', '10.20783/').length + of('JaLC', '10.20783/').length);
  });
});
