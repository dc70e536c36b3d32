import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningSandbox } from '../../common/platform.js';
import { startEoscSandbox } from '../sandbox.js';

/* The simulated resource catalogue, against the fact sheet: the numbers in the names are its sections. */

const Service = z.looseObject({ id: z.string(), name: z.string(), catalogueId: z.string() });
const Facet = z.object({
  field: z.string(),
  label: z.string(),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
});
const Page = z.strictObject({
  total: z.number(),
  from: z.number(),
  to: z.number(),
  results: z.array(z.looseObject({})),
  facets: z.array(Facet).nullable(),
});

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startEoscSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

const get = (path: string): Promise<Response> => fetch(`${sandbox.address}/api/${path}`);

async function page(query: string, form = 'all'): Promise<z.infer<typeof Page>> {
  const answer = await get(`public/service/${form}?${query}`);
  expect(answer.status, query).toBe(200);
  return Page.parse(await answer.json());
}

const total = async (query: string): Promise<number> => (await page(query)).total;

async function problem(path: string, status: number): Promise<string> {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  return z.object({ type: z.string(), title: z.string(), status: z.literal(status), detail: z.string(), instance: z.string() }).parse(await answer.json()).detail; // prettier-ignore
}

describe('lists of the simulated resource catalogue', () => {
  it('3.3, 3.4: hold both profiles side by side, ten to a page', async () => {
    const first = await page('');
    expect(first).toMatchObject({ from: 0, to: 10, facets: [] });
    expect(first.results).toHaveLength(10);
    const all = z.array(Service).parse((await page('quantity=100')).results);
    expect(all).toHaveLength(37);
    expect(all.filter((service) => 'resourceOwner' in service).length).toBeGreaterThan(20);
    expect(all.filter((service) => 'resourceOrganisation' in service).length).toBeGreaterThan(10);
    const last = await page('from=35&quantity=10');
    expect([last.from, last.to, last.results.length]).toEqual([35, 37, 2]);
  });

  it('3.3: without a hit the page is the same whatever was asked', async () => {
    const empty = { total: 0, from: 0, to: 0, results: [], facets: [] };
    expect(await page('keyword=nothing&from=20&browseBy=trl')).toEqual(empty);
    expect(Page.parse(await (await get('public/trainingResource/all')).json())).toEqual(empty);
  });

  it('3.1: a search wraps each record, a list does not', async () => {
    const [hit] = (await page('keyword=storage', 'search')).results;
    expect(z.object({ score: z.number(), result: Service, highlights: z.array(z.unknown()) }).parse(hit).result.name).toBeTruthy(); // prettier-ignore
  });

  it('3.2: the word is keyword; query is a filter on a field that nobody has', async () => {
    expect(await total('keyword=marine%20plastics')).toBeGreaterThan(0);
    expect(await total('query=marine')).toBe(0);
  });

  it('3.2: any other name filters the index field, comma is OR, brackets vanish, values are decoded twice', async () => {
    const [eight, nine] = await Promise.all([total('trl=trl-8'), total('trl=trl-9')]);
    expect(Math.min(eight, nine)).toBeGreaterThan(0);
    expect(await total('trl=trl-8,trl-9')).toBe(eight + nine);
    expect(await total('trl=trl-8&trl=trl-9')).toBe(eight + nine);
    expect(await total('trl=[trl-8]')).toBe(eight);
    expect(await total('trl=trl%252D8')).toBe(eight);
    expect(await total('trl=trl-8&scientific_domains=scientific_domain-humanities')).toBeLessThan(eight);
    expect(await total('scientificDomains=scientific_domain-humanities')).toBe(0);
    expect(await total('resource_internal_id=10.5072/service-001')).toBe(1);
  });

  it('3.2: a catalogue is asked for by its id, or all', async () => {
    expect(await total('catalogue_id=all')).toBe(await total(''));
    const legacy = await total('catalogue_id=eosc-legacy');
    expect(legacy).toBeGreaterThan(0);
    expect(await total('catalogue=eosc-legacy')).toBe(legacy);
  });

  it('3.2: suspended records are apart, inactive ones never listed', async () => {
    expect(await total('suspended=true')).toBe(1);
    expect(await total('resource_internal_id=10.5072/service-007')).toBe(0);
    expect(await total('resource_internal_id=10.5072/service-007&active=false')).toBe(0);
  });

  it.each([
    ['quantity=10001', 'Quantity should be up to 10000.'],
    ['quantity=-1', 'Quantity cannot be negative.'],
    ['sort=name', 'sort and order fields must be 1-1'],
    ['sort=name&order=up', 'Unsupported order by type'],
  ])('3.2: %s is refused', async (query, message) => {
    expect(await problem(`public/service/all?${query}`, 400)).toBe(message);
  });

  it('3.2: sorts by sort and order', async () => {
    const names = z.array(Service).parse((await page('sort=name&order=desc&quantity=100')).results).map(({ name }) => name); // prettier-ignore
    expect(names).toEqual([...names].sort((one, other) => other.localeCompare(one, 'en')));
  });

  it('3.3: facets come for what is asked, least frequent first, with the names of terms', async () => {
    const { facets, total: hits } = await page('browseBy=scientific_domains&browseBy=trl&quantity=1');
    expect(facets?.map(({ field, label }) => [field, label])).toEqual([
      ['scientific_domains', 'Scientific Domain'],
      ['trl', 'TRL'],
    ]);
    for (const { values } of facets ?? []) {
      const counts = values.map(({ count }) => count);
      expect(counts).toEqual([...counts].sort((one, other) => one - other));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(hits);
    }
    expect(facets?.[0]?.values).toContainEqual(expect.objectContaining({ value: 'scientific_domain-humanities', label: 'Humanities' })); // prettier-ignore
  });

  it('3.3: without browseBy some paths send null for facets', async () => {
    expect((await page('keyword=storage', 'search')).facets).toBeNull();
    expect((await page('keyword=storage')).facets).toEqual([]);
  });
});

describe('records of the simulated resource catalogue', () => {
  it('3.1: ids have a slash that is not encoded, and older ones may have none', async () => {
    for (const id of ['10.5072/service-001', '21.T15999/legacy-031', 'service_039']) {
      expect(Service.parse(await (await get(`public/service/${id}`)).json()).id).toBe(id);
    }
    await problem('public/service/10.5072%2Fservice-001', 400);
    await problem('public/service/10.5072/none', 404);
    await problem('public/nothing/10.5072/none', 404);
  });

  it('3.1: a record that is not active is refused with 403, each profile in its own words', async () => {
    const [six, five] = await Promise.all([
      get('public/service/10.5072/service-007'),
      get('public/service/21.T15999/legacy-030'),
    ]);
    expect([six.status, five.status]).toEqual([403, 403]);
    expect(await six.json()).toEqual({ message: 'The specific resource is not active' });
    expect(await five.json()).toEqual({ message: 'The specific Service does not consist a Public entity' });
  });

  it('3.5: the same field is a text and a list, and older records have empty texts', async () => {
    const all = (await page('quantity=100')).results;
    expect(new Set(all.map(({ accessTypes }) => Array.isArray(accessTypes)))).toEqual(new Set([true, false]));
    expect(all.some(({ resourceProviders }) => JSON.stringify(resourceProviders) === '[""]')).toBe(true);
    expect(all.some(({ description }) => String(description).startsWith('<p>'))).toBe(true);
  });

  it('3.1: records by ids, unknown ones dropped', async () => {
    const answer = await get('public/resources/ids?ids=10.5072/service-001&ids=none&ids=10.5072/fjord');
    expect(
      z
        .array(Service)
        .parse(await answer.json())
        .map(({ id }) => id),
    ).toEqual(['10.5072/service-001']);
    const organisations = await get('public/resources/ids?ids=10.5072/fjord&resourceTypes=organisation');
    expect(await organisations.json()).toHaveLength(1);
  });

  it('3.1, 6: guidelines tell who follows them; bundles are for administrators', async () => {
    const related = await get('public/interoperabilityRecord/relatedResources/10.5072/guideline-1');
    expect(await related.json()).toEqual(['10.5072/service-001', '10.5072/service-002']);
    await problem('public/service/bundle/10.5072/service-001', 403);
  });

  it('3.1: values are terms of vocabularies', async () => {
    expect(await (await get('vocabulary/trl-9')).json()).toMatchObject({ id: 'trl-9', type: 'TRL', extras: {} });
    expect(await (await get('vocabulary/byType/NODE')).json()).toHaveLength(5);
    await problem('vocabulary/none', 404);
  });
});
