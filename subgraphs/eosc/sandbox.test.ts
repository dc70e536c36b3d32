import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { europeanWorks } from '../../sandbox/world/european.js';
import { world } from '../../sandbox/world/index.js';
import { parseDoi, parseRor } from '../common/identifiers.js';
import type { RunningSandbox } from '../common/platform.js';
import { startEoscSandbox } from './sandbox.js';
import { products } from './sandbox/products.js';

/* The simulated OpenAIRE Graph, against the fact sheet: the numbers in the names are its sections. */

const Pid = z.object({ scheme: z.string(), value: z.string() });
const AnyRecord = z.looseObject({ id: z.string() });
const Product = z.looseObject({
  id: z.string(),
  type: z.enum(['publication', 'dataset', 'software', 'other']),
  mainTitle: z.string(),
  publicationDate: z.iso.date(),
  pids: z.array(Pid).min(1).nullable(),
  descriptions: z.array(z.string()).min(1).nullable(),
  subjects: z.array(z.object({ subject: Pid, provenance: z.null() })).min(1).nullable(),
  authors: z.array(z.looseObject({ fullName: z.string(), pid: z.looseObject({ id: Pid }).nullable() })).min(1).nullable(),
  instances: z.array(
    z.looseObject({ type: z.string(), pids: z.array(Pid).optional(), alternateIdentifiers: z.array(Pid).optional(), hostedBy: z.looseObject({ value: z.string() }) }),
  ),
  indicators: z
    .looseObject({
      citationImpact: z.looseObject({ citationCount: z.number() }),
      usageCounts: z.object({ downloads: z.string(), views: z.string() }).optional(),
    })
    .nullable(),
  organizations: z.array(z.looseObject({ legalName: z.string(), pids: z.array(Pid).min(1).nullable() })).min(1).nullish(),
  projects: z.array(z.looseObject({ code: z.string() })).min(1).nullish(),
}); // prettier-ignore
const Header = z.looseObject({
  numFound: z.number(),
  pageSize: z.number(),
  page: z.number().optional(),
  nextCursor: z.string().nullish(),
});
const List = z.object({ header: Header, results: z.array(AnyRecord).nullable() });
const Failure = z.object({ message: z.string(), error: z.string(), code: z.number() });

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startEoscSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${sandbox.address}/graph/${path}`, init);

async function list(path: string): Promise<z.infer<typeof List>> {
  const answer = await get(path);
  expect(answer.status, path).toBe(200);
  return List.parse(await answer.json());
}

const found = async (path: string): Promise<number> => (await list(path)).header.numFound;

async function productsOf(path: string): Promise<z.infer<typeof Product>[]> {
  return z.array(Product).parse((await list(path)).results ?? []);
}

async function refused(path: string): Promise<string> {
  const answer = await get(path);
  const body = Failure.parse(await answer.json());
  expect([answer.status, body.code, body.error], path).toEqual([400, 400, 'Bad Request']);
  return body.message;
}

/** All records of a walk by cursor, and how many pages it took. */
async function walk(path: string): Promise<{ readonly ids: string[]; readonly pages: number }> {
  const ids: string[] = [];
  let cursor: string | null | undefined = '*';
  let pages = 0;
  while (cursor !== null && cursor !== undefined) {
    const { header, results }: z.infer<typeof List> = await list(`${path}&cursor=${encodeURIComponent(cursor)}`);
    pages += 1;
    if (results === null || results.length === 0) break;
    ids.push(...results.map(({ id }) => id));
    cursor = header.nextCursor;
  }
  return { ids, pages };
}

const V3 = 'v3/research-products';

describe('the holdings of the simulated OpenAIRE Graph', () => {
  it('are some hundreds of products, of all four types, with ids and DOIs of their own', async () => {
    expect(await found(V3)).toBe(products.length);
    expect(products.length).toBeGreaterThanOrEqual(300);
    for (const type of ['publication', 'dataset', 'software', 'other']) {
      expect(await found(`${V3}?type=${type}`), type).toBeGreaterThan(10);
    }
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
  });

  it('include European works that cite Japanese ones and are funded by the European Commission', () => {
    const dois = [...world.works, ...europeanWorks].flatMap(({ doi }) => doi ?? []);
    expect(new Set(dois).size).toBe(dois.length);
    for (const work of europeanWorks) {
      expect(parseDoi(work.doi ?? '')).toBe(work.doi);
      expect(work.relations.map(({ work: cited }) => world.work(cited).holdings.eosc)).not.toContain(undefined);
      expect(work.awards.some((award) => world.award(award).funder === 'ec')).toBe(true);
      expect(work.issued <= world.today).toBe(true);
    }
  });

  it('count citations: a work cited by others has at least as many', async () => {
    const cited = europeanWorks[0]?.relations[0]?.work ?? '';
    const id = world.work(cited).holdings.eosc?.id ?? '';
    const citing = europeanWorks.filter(({ relations }) => relations.some(({ work }) => work === cited));
    const [product] = await productsOf(`${V3}?id=${id}`);
    expect(product?.indicators?.citationImpact.citationCount).toBeGreaterThanOrEqual(citing.length);
  });
});

describe('paths of the simulated Graph', () => {
  it.each([
    ['v1/researchProducts'], ['v1/organizations'], ['v1/projects'], ['v1/dataSources'], ['v1/persons'], ['v2/researchProducts'], ['v3/research-products'],
    ['v3/organizations'], ['v3/projects'], ['v3/datasources'], ['v3/persons'],
  ])('2.1: %s is a list', async (path) => {
    expect((await list(path)).results?.length).toBeGreaterThan(0);
  }); // prettier-ignore

  it.each([['researchProducts'], ['dataSources']])('2.1: camelCase %s under version 3 is refused with 405', async (name) => {
    const answer = await get(`v3/${name}`);
    expect(answer.status).toBe(405);
    expect(Failure.parse(await answer.json()).message).toBe(`No static resource v3/${name}.`);
  }); // prettier-ignore

  it.each([['v2/projects'], ['v2/organizations'], ['v1/research-products'], ['v4/researchProducts'], ['nothing']])(
    '2.1, 2.7: %s is unknown, as the gateway says it',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ error: 'Not found', description: 'Invald request path.' });
    },
  );

  it('2.1: a single record is bare, and its id may be percent-encoded', async () => {
    const [first] = await productsOf(`${V3}?pageSize=1`);
    const [plain, encoded] = await Promise.all([
      get(`${V3}/${first?.id ?? ''}`),
      get(`${V3}/${encodeURIComponent(first?.id ?? '')}`),
    ]);
    expect(await plain.json()).toEqual(first);
    expect(await encoded.json()).toEqual(first);
    expect((await get(`${V3}/doi_________::0`)).status).toBe(404);
  });

  it('takes nothing but GET', async () => {
    expect((await get(V3, { method: 'POST', body: '{}' })).status).toBe(405);
  });
});

describe('parameters of the simulated Graph', () => {
  it('2.2: pages begin with 1 and hold ten records, 100 at most', async () => {
    const first = await list(V3);
    expect(first.header).toMatchObject({ page: 1, pageSize: 10 });
    expect(first.header.nextCursor).toBeUndefined();
    expect(first.results).toHaveLength(10);
    expect((await list(`${V3}?pageSize=100&page=2`)).results).toHaveLength(100);
    expect(await refused(`${V3}?page=0`)).toContain('must be greater than or equal to 1');
    expect(await refused(`${V3}?pageSize=101`)).toBe('Page size must be at most 100');
    await refused(`${V3}?pageSize=many`);
  });

  it('2.4: pages reach the first 10,000 records, cursors go on', async () => {
    expect((await list(`${V3}?pageSize=100&page=100`)).results).toEqual([]);
    await refused(`${V3}?pageSize=100&page=101`);
    expect((await list(`${V3}?pageSize=100&page=101&cursor=*`)).results).toHaveLength(100);
  });

  it.each([['v2/researchProducts'], [V3]])('2.4: a walk by cursor over %s gives every product once', async (path) => {
    const { ids, pages } = await walk(`${path}?pageSize=50`);
    expect(ids).toHaveLength(products.length);
    expect(new Set(ids).size).toBe(products.length);
    expect(pages).toBe(Math.ceil(products.length / 50));
  });

  it('2.4: the header of a cursor page has no page number, and its cursor must be encoded', async () => {
    const { header } = await list(`${V3}?cursor=*`);
    expect(header.page).toBeUndefined();
    expect(header.nextCursor).toMatch(/^AoM\/Dz/);
    expect(header.nextCursor).toMatch(/\+.*=$/);
    await refused(`${V3}?cursor=nonsense`);
  });

  it('2.4: a walk ends without a cursor, or with an empty page that repeats it', async () => {
    const type = 'type=software';
    const total = await found(`${V3}?${type}`);
    const short = await list(`${V3}?${type}&pageSize=${String(total + 1)}&cursor=*`);
    expect(short.header.nextCursor).toBeNull();
    const old = await list(`v2/researchProducts?${type}&pageSize=${String(total + 1)}&cursor=*`);
    expect('nextCursor' in old.header).toBe(false);
    const full = await list(`${V3}?${type}&pageSize=${String(total)}&cursor=*`);
    const cursor = full.header.nextCursor ?? '';
    const after = await list(`${V3}?${type}&pageSize=${String(total)}&cursor=${encodeURIComponent(cursor)}`);
    expect(after.results).toEqual([]);
    expect(after.header.nextCursor).toBe(cursor);
  });

  it('2.4: where nothing is found the results are null', async () => {
    expect(await list(`${V3}?pid=10.5072%2Fnothing`)).toMatchObject({ header: { numFound: 0 }, results: null });
  });

  it.each([['debugQuery'], ['authorOrcid'], ['bestOpenAccessRightLabel'], ['sdg']])(
    '2.2, 2.3: version 3 refuses %s as unknown and lists what it takes',
    async (name) => {
      const message = await refused(`${V3}?${name}=x`);
      expect(message).toMatch(new RegExp(`^Unknown parameter: ${name}; valid parameters are: \\[.*accessRightLabel.*\\]$`));
    },
  ); // prettier-ignore

  it.each([['authorId'], ['accessRightLabel'], ['language'], ['relOrganization'], ['includeStats']])(
    '2.3: version 2 refuses %s, which is new in version 3',
    async (name) => {
      expect(await refused(`v2/researchProducts?${name}=x`)).toContain(`Unknown parameter: ${name};`);
    },
  );

  it('2.2: version 3 wants values with blanks, parentheses or operators in double quotes', async () => {
    expect(await refused(`${V3}?accessRightLabel=Open%20Access`)).toBe(
      "Invalid value for 'accessRightLabel'. Values containing spaces, parentheses or logical operators must be wrapped in double quotes",
    );
    await refused(`${V3}?search=marine%20plastics`);
    await refused(`${V3}?search=(marine)`);
    const open = await found(`${V3}?accessRightLabel=${encodeURIComponent('"Open Access"')}`);
    const restricted = await found(`${V3}?accessRightLabel=Restricted`);
    expect(Math.min(open, restricted)).toBeGreaterThan(0);
    const either = encodeURIComponent('("Open Access" OR "Restricted")');
    expect(await found(`${V3}?accessRightLabel=${either}`)).toBe(open + restricted);
    const neither = encodeURIComponent('("Open Access" OR "Restricted") AND NOT "Restricted"');
    expect(await found(`${V3}?accessRightLabel=${neither}`)).toBe(open);
  });

  it('2.2: versions 1 and 2 take repeated values, commas and operators', async () => {
    const path = 'v2/researchProducts';
    const [software, other] = await Promise.all([found(`${path}?type=software`), found(`${path}?type=other`)]);
    for (const query of ['type=software&type=other', 'type=software,other', 'type=software%20OR%20other']) {
      expect(await found(`${path}?${query}`), query).toBe(software + other);
    }
    expect(await found(`${path}?type=NOT%20software`)).toBe(products.length - software);
    expect(await found(`${path}?search=marine%20plastics`)).toBeLessThan(await found(`${path}?search=marine`));
  });

  it('2.2: parameters narrow each other, unless logicalOperator is OR', async () => {
    const [software, in2020] = await Promise.all([found(`${V3}?type=software`), found(`${V3}?publicationYear=2020`)]);
    const both = await found(`${V3}?type=software&publicationYear=2020`);
    expect(both).toBeLessThan(Math.min(software, in2020));
    expect(await found(`${V3}?type=software&publicationYear=2020&logicalOperator=OR`)).toBe(software + in2020 - both);
    const all = await found('v3/persons');
    expect(await found('v3/persons?givenName=Lars&logicalOperator=NOT')).toBe(all - 1);
    expect(await found('v3/organizations?countryCode=JP&logicalOperator=NOT')).toBe(await found('v3/organizations?countryCode=JP')); // prettier-ignore
  });

  it('2.2, 2.7: sorts by a field and a direction, never without', async () => {
    const newest = await productsOf(`${V3}?sortBy=publicationDate%20DESC&pageSize=100`);
    const dates = newest.map(({ publicationDate }) => publicationDate);
    expect(dates).toEqual([...dates].sort().reverse());
    const cited = await productsOf(`${V3}?sortBy=citationCount%20DESC,publicationDate%20ASC&pageSize=5`);
    expect(cited[0]?.indicators?.citationImpact.citationCount).toBeGreaterThan(10);
    expect(await found(`${V3}?sortBy=popularity%20ASC`)).toBe(products.length);
    const hint = await refused(`${V3}?sortBy=relevance`);
    expect(hint).toContain("'fieldname ASC|DESC'");
    expect(hint).not.toContain('popularity');
    expect(await refused('v3/persons?sortBy=startDate%20ASC')).toBe(
      'Invalid field name in sortBy parameter: startDate',
    );
    expect(await refused('v3/datasources?sortBy=relevance')).toContain('organizations can be only sorted'); // prettier-ignore
  });

  it('2.3: dates are days or years, inclusive', async () => {
    const within = await productsOf(`${V3}?fromPublicationDate=2019&toPublicationDate=2019&pageSize=100`);
    expect(within.length).toBeGreaterThan(0);
    expect(within.every(({ publicationDate }) => publicationDate.startsWith('2019'))).toBe(true);
    const day = within[0]?.publicationDate ?? '';
    expect(await found(`${V3}?fromPublicationDate=${day}&toPublicationDate=${day}`)).toBeGreaterThan(0);
    await refused(`${V3}?fromPublicationDate=2019-02`);
  });

  it('2.10: a pid is the bare identifier in small letters', async () => {
    const product = products.find(({ mixedCase, pidsHidden }) => mixedCase && !pidsHidden);
    const doi = product?.work.doi ?? '';
    expect(await found(`${V3}?pid=${encodeURIComponent(doi)}`)).toBe(1);
    expect(await found(`${V3}?pid=${encodeURIComponent(`https://doi.org/${doi}`)}`)).toBe(0);
  });

  it('2.3: many ids and many pids are asked for at once', async () => {
    const chosen = products.filter(({ cris, pidsHidden, turn }) => !cris && !pidsHidden && turn % 11 !== 4).slice(0, 20);
    const dois = chosen.map(({ work }) => work.doi ?? '');
    const pids = encodeURIComponent(`(${dois.map((doi) => `"${doi}"`).join(' OR ')})`);
    expect(await found(`${V3}?pageSize=100&pid=${pids}`)).toBe(20);
    expect(await found(`v2/researchProducts?pid=${encodeURIComponent(dois.join(','))}`)).toBe(20);
    const ids = encodeURIComponent(`("${chosen.map(({ id }) => id).join('" OR "')}")`);
    expect((await productsOf(`${V3}?pageSize=100&id=${ids}`)).map(({ id }) => id).sort()).toEqual(chosen.map(({ id }) => id).sort()); // prettier-ignore
  }); // prettier-ignore

  it('2.3: finds by author, institution and grant', async () => {
    const orcid = world.person('isobe').orcid ?? '';
    expect(await found(`${V3}?authorId=${orcid}`)).toBeGreaterThan(0);
    expect(await found(`v2/researchProducts?authorOrcid=${orcid}`)).toBe(await found(`${V3}?authorId=${orcid}`));
    expect(await found(`${V3}?authorFullName=Isobe`)).toBeGreaterThan(await found(`${V3}?authorId=${orcid}`));
    const { ror } = world.organization('fjord');
    expect(await found(`${V3}?rorId=${encodeURIComponent(ror)}`)).toBe(await found(`${V3}?relOrganization=Fjord`));
    const funded = await productsOf(`${V3}?relProjectCode=101099001&pageSize=100`);
    expect(funded.every(({ projects }) => projects?.some(({ code }) => code === '101099001') === true)).toBe(true);
    expect(await found(`${V3}?relProjectFundingShortName=EC`)).toBeGreaterThan(funded.length);
  });

  it('2.3: filters of publications alone leave out everything else', async () => {
    expect(await found(`${V3}?instanceType=Article`)).toBeGreaterThan(0);
    expect(await found(`${V3}?instanceType=Dataset`)).toBe(0);
    const climate = await found(`${V3}?sdgLabel=${encodeURIComponent('"13. Climate action"')}`);
    expect(climate).toBeGreaterThan(0);
    expect(await found('v1/researchProducts?sdg=13')).toBe(climate);
  });

  it('2.3: includeStats counts citations and types', async () => {
    const { header } = await list(`${V3}?includeStats=true`);
    const { countsByType } = z.looseObject({ totalCitationsCount: z.number().positive(), countsByType: z.record(z.string(), z.number()) }).parse(header); // prettier-ignore
    expect(Object.values(countsByType).reduce((sum, count) => sum + count, 0)).toBe(products.length);
  });
});

describe('records of the simulated Graph', () => {
  it('2.1: version 1 lacks what version 2 added, version 3 adds more', async () => {
    const id = products.find(({ work, cris }) => !cris && work.awards.length > 0)?.id ?? '';
    const [v1, v2, v3] = await Promise.all(
      ['v1/researchProducts', 'v2/researchProducts', V3].map(async (path) => (await productsOf(`${path}?id=${id}`))[0]),
    );
    const added = ['projects', 'organizations', 'communities', 'collectedFrom'];
    expect(added.filter((name) => name in (v1 ?? {}))).toEqual([]);
    expect(added.filter((name) => name in (v2 ?? {}))).toEqual(added);
    const newest = ['green', 'inDiamondJournal', 'eoscIfGuidelines', 'links'];
    expect(newest.filter((name) => name in (v2 ?? {}))).toEqual([]);
    expect(newest.filter((name) => name in (v3 ?? {}))).toEqual(newest);
    expect(v3?.authors?.[0] !== undefined && 'id' in v3.authors[0]).toBe(true);
  });

  it('2.5: a missing value is null at the top and an absent key within an instance; no list is empty', async () => {
    const all = [...(await productsOf(`${V3}?pageSize=100`)), ...(await productsOf(`${V3}?pageSize=100&page=4`))];
    for (const product of all) {
      expect(product).toHaveProperty('subTitle', null);
      for (const instance of product.instances) expect(Object.values(instance)).not.toContain(null);
    }
    expect(all.some(({ subjects }) => subjects === null)).toBe(true);
    expect(all.some(({ instances }) => instances.some((instance) => !('license' in instance)))).toBe(true);
    expect(all.some(({ instances }) => instances.some(({ hostedBy }) => hostedBy.value === 'Unknown Repository'))).toBe(true); // prettier-ignore
  });

  it('2.5: citations are sent as floats, counts of use as texts', async () => {
    const text = await (await get(`${V3}?pageSize=100`)).text();
    expect(text).toMatch(/"citationCount":\d+\.\d/);
    expect(text).not.toMatch(/"citationCount":\d+[,}]/);
    expect(text).toMatch(/"usageCounts":\{"downloads":"\d+"/);
  });

  it('2.5: pids may be null while an instance has alternate identifiers', async () => {
    const id = products.find(({ pidsHidden, cris }) => pidsHidden && !cris)?.id ?? '';
    const [product] = await productsOf(`${V3}?id=${id}`);
    expect(product?.pids).toBeNull();
    expect(product?.instances[0]?.alternateIdentifiers?.[0]?.scheme).toBe('doi');
  });

  it('2.10: pids repeat in other letters', async () => {
    const id = products.find(({ mixedCase, pidsHidden }) => mixedCase && !pidsHidden)?.id ?? '';
    const values = (await productsOf(`${V3}?id=${id}`))[0]?.pids?.map(({ value }) => value) ?? [];
    expect(values).toHaveLength(2);
    expect(new Set(values).size).toBe(2);
    expect(new Set(values.map((value) => value.toLowerCase())).size).toBe(1);
  });

  it('2.10: descriptions hold JATS and HTML', async () => {
    const text = await (await get(`${V3}?pageSize=100`)).text();
    expect(text).toContain('<jats:p>');
    expect(text).toContain('&amp; figures.</p>');
  });

  it('2.10: the same work stands there twice, under two ids, beside itself', async () => {
    const twice = products.find(({ cris, pidsHidden }) => cris && !pidsHidden);
    const both = await productsOf(`${V3}?pid=${encodeURIComponent(twice?.work.doi ?? '')}`);
    expect(both.map(({ id }) => id.slice(0, 12)).sort()).toEqual(expect.arrayContaining(['dris___00123']));
    expect(both).toHaveLength(2);
    expect(both[0]?.mainTitle.toLowerCase()).toBe(both[1]?.mainTitle.toLowerCase());
  });

  it('2.5, 2.10: organisations have a ROR and pids in two spellings, or none at all', async () => {
    const Organization = z.looseObject({ id: z.string(), pids: z.array(Pid).min(1).nullable() });
    const all = z.array(Organization).parse((await list('v1/organizations?pageSize=100')).results);
    const curated = all.filter(({ id }) => id.startsWith('openorgs____::'));
    expect(curated.length).toBeGreaterThan(10);
    for (const { pids } of curated) {
      const ror = pids?.find(({ scheme }) => scheme === 'ROR')?.value ?? '';
      expect(parseRor(ror)).toBe(ror);
      expect(pids?.map(({ scheme }) => scheme)).toEqual(expect.arrayContaining(['fundref', 'FundRef']));
    }
    const pending = all.filter(({ id }) => id.startsWith('pending_org_::'));
    expect(pending.length).toBeGreaterThan(0);
    expect(pending.every(({ pids }) => pids === null)).toBe(true);
    expect((await list('v3/organizations')).results?.[0]).toHaveProperty('fundings', []);
  });

  it('2.3, 2.5: projects have their codes, one string of keywords, and no hits by funder', async () => {
    const path = 'v3/projects';
    const [project] = (await list(`${path}?code=101099001`)).results ?? [];
    expect(project).toMatchObject({ code: '101099001', keywords: expect.stringContaining(',') as unknown });
    expect(project?.id).toMatch(/^corda_____he::[0-9a-f]{32}$/);
    expect(project).toHaveProperty('funding.funder.shortname', 'EC');
    expect((await list('v1/projects?grantID=101099001')).header.numFound).toBe(1);
    expect((await list('v1/projects?grantID=101099001')).results?.[0]).not.toHaveProperty('funding');
    expect(await refused(`${path}?grantID=101099001`)).toContain('Unknown parameter: grantID');
    expect(await found(`${path}?funder=EC`)).toBe(0);
    expect(await found(`${path}?fundingShortName=EC`)).toBe(3);
    expect(await found(`${path}?fromStartDate=2021&toStartDate=2021-12-31`)).toBeGreaterThan(0);
    expect(await (await get(`${path}?pageSize=100`)).text()).toContain('"totalCost":0.0');
  });

  it('2.10: data sources have {NULL} for a subject', async () => {
    expect(await (await get('v1/dataSources?pageSize=100')).text()).toContain('["{NULL}"]');
    expect((await list('v1/dataSources')).results?.[0]).not.toHaveProperty('thematic');
    expect(await found('v3/datasources?thematic=true')).toBe(1);
    expect(await found('v3/datasources?eoscdatasourcetype=Repository')).toBe(world.repositories.length);
  });

  it('2.7: version 1 breaks on names of persons, version 3 does not', async () => {
    const answer = await get('v1/persons?givenName=Lars');
    expect(answer.status).toBe(500);
    expect(Failure.parse(await answer.json()).message).toMatch(/undefined field givenName$/);
    expect(await found('v3/persons?givenName=Lars')).toBe(1);
  });

  it('2.4: links have another envelope, pages from nought, and ten rows for a hundred', async () => {
    const Links = z.object({
      header: z.strictObject({ page: z.number(), totalPages: z.number(), totalLinks: z.number() }),
      results: z.array(z.looseObject({ relType: z.looseObject({ name: z.string() }) })),
    });
    const links = async (query: string) => Links.parse(await (await get(`${V3}/links?${query}`)).json());
    const first = await links('');
    expect(first.header).toMatchObject({ page: 0, totalPages: Math.ceil(first.header.totalLinks / 10) });
    expect((await links('pageSize=100')).results).toHaveLength(10);
    expect((await links('pageSize=99')).results).toHaveLength(99);
    const cited = world.work(europeanWorks[0]?.relations[0]?.work ?? '').doi ?? '';
    const incoming = await links(`targetPid=${encodeURIComponent(cited)}`);
    expect(incoming.results.length).toBeGreaterThan(0);
    await refused(`${V3}/links?cursor=*`);
    const info: unknown = await (await get('v1/researchProducts/links/relations-info')).json();
    expect(info).toHaveLength(19);
  });
});

describe('rate limits and tokens of the simulated Graph', () => {
  it('2.6: every answer tells limit and use, and nothing is refused unless throttling is on', async () => {
    const before = await get(V3);
    const after = await get(`${V3}?page=0`);
    expect(after.headers.get('x-ratelimit-limit')).toBe('7199');
    expect(Number(after.headers.get('x-ratelimit-used'))).toBe(Number(before.headers.get('x-ratelimit-used')) + 1);
  });

  it('2.6: a bad token is refused with 403, never 401', async () => {
    for (const authorization of ['Bearer expired-token', 'Basic abc', 'Bearer ']) {
      const answer = await get(V3, { headers: { authorization } });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toEqual({
        error: 'Token invalid',
        description: 'Authorization header value invalid.',
      });
    }
    expect((await get(V3, { headers: { authorization: 'Bearer good' } })).status).toBe(200);
  });

  it('2.6: throttled, sixty requests an hour are answered without a token and 7,199 with one', async () => {
    const throttled = await startEoscSandbox({ port: 0, latencyMs: 0, fault: null, throttle: true });
    try {
      const ask = (headers: Record<string, string> = {}) =>
        fetch(`${throttled.address}/graph/v3/organizations?pageSize=1`, { headers });
      for (let count = 1; count <= 60; count += 1) {
        const answer = await ask();
        expect([answer.status, answer.headers.get('x-ratelimit-used')]).toEqual([200, String(count)]);
      }
      const refusal = await ask();
      expect([refusal.status, refusal.headers.get('x-ratelimit-limit')]).toEqual([429, '60']);
      expect(refusal.headers.has('retry-after')).toBe(false);
      expect(await refusal.json()).toMatchObject({ error: 'Too many requests' });
      const known = await ask({ authorization: 'Bearer good' });
      expect([known.status, known.headers.get('x-ratelimit-limit')]).toEqual([200, '7199']);
      expect((await fetch(`${throttled.address}/api/public/service/all`)).status).toBe(200);
    } finally {
      await throttled.close();
    }
  });
});

describe('the simulated EOSC as a whole', () => {
  it('names the settings that point at it', () => {
    expect(sandbox.settings).toEqual({
      OPENAIRE_URL: `${sandbox.address}/graph`,
      EOSC_CATALOGUE_URL: `${sandbox.address}/api`,
    });
  });

  it('pages without an end when it is told to', async () => {
    const endless = await startEoscSandbox({ port: 0, latencyMs: 0, fault: 'endless', throttle: false });
    try {
      const answer = await fetch(`${endless.address}/graph/v3/research-products?search=nothing&cursor=*&pageSize=100`);
      const { header, results } = List.parse(await answer.json());
      expect(header.nextCursor).toBeTypeOf('string');
      expect(results).toHaveLength(100);
    } finally {
      await endless.close();
    }
  });
});
