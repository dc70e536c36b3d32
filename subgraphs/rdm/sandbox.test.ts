import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningSandbox } from '../common/platform.js';
import { accountOf, accounts } from './fixtures/accounts.js';
import { nodeOf, nodes } from './fixtures/nodes.js';
import { drafts, registrations } from './fixtures/registrations.js';
import { startRdmSandbox } from './sandbox.js';

/* Written against the fact sheet; the numbers in the names are its sections. */

const Document = z.looseObject({ id: z.string(), type: z.string(), attributes: z.record(z.string(), z.json()) });
const Links = z.looseObject({
  first: z.string().nullable(),
  last: z.string().nullable(),
  prev: z.string().nullable(),
  next: z.string().nullable(),
  meta: z.looseObject({ total: z.number(), per_page: z.number() }).optional(),
});
const List = z.looseObject({ data: z.array(Document), links: Links, meta: z.record(z.string(), z.json()) });
const One = z.looseObject({ data: Document, meta: z.looseObject({ version: z.string() }) });
const Failure = z.strictObject({
  errors: z.array(z.record(z.string(), z.json())),
  meta: z.looseObject({ version: z.string() }),
});
const Related = z.looseObject({
  links: z.looseObject({
    related: z.object({ href: z.string(), meta: z.looseObject({ count: z.number().optional() }) }),
  }),
  data: z.object({ id: z.string(), type: z.string() }).optional(),
});

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startRdmSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

function get(path: string, who: string | null = null, headers: Record<string, string> = {}): Promise<Response> {
  const authorization = who === null ? {} : { Authorization: `Bearer sandbox-token-${who}` };
  return fetch(`${sandbox.address}${path}`, { headers: { ...authorization, ...headers }, redirect: 'manual' });
}
async function list(path: string, who: string | null = null): Promise<z.infer<typeof List>> {
  const answer = await get(`/v2/${path}`, who);
  expect(answer.status).toBe(200);
  return List.parse(await answer.json());
}
async function one(path: string, who: string | null = null): Promise<z.infer<typeof One>> {
  const answer = await get(`/v2/${path}`, who);
  expect(answer.status).toBe(200);
  return One.parse(await answer.json());
}
/** Status and details of an error answer, which must be an error document with a version. */
async function refused(path: string, who: string | null = null): Promise<[number, unknown]> {
  const answer = await get(`/v2/${path}`, who);
  expect(answer.headers.get('content-type')).toBe('application/vnd.api+json; charset=utf-8');
  return [answer.status, Failure.parse(await answer.json()).errors[0]?.detail];
}
async function walk(path: string, who: string | null = null): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | null = `${sandbox.address}/v2/${path}`; next !== null;) {
    const page: z.infer<typeof List> = await list(next.slice(`${sandbox.address}/v2/`.length), who);
    ids.push(...page.data.map(({ id }) => id));
    next = page.links.next;
  }
  return ids;
}
const idsOf = (page: z.infer<typeof List>): string[] => page.data.map(({ id }) => id);

const publicNode = nodeOf('work/litter-2-3');
const privateNode = nodeOf('work/eddy-2-3'); // minato administers, okitsu, aomi and yamai write, umino reads
const project = nodeOf('award/20H01001'); // isobe administers, okitsu writes, umino reads

describe('addresses and media types of the simulated GakuNin RDM', () => {
  it('1: sends an address without its slash to the one with it, files apart', async () => {
    const answer = await get(`/v2/nodes/${publicNode.guid}?embed=children`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/v2/nodes/${publicNode.guid}/?embed=children`]);
    expect((await get(`/v2/nodes/${publicNode.guid}/files/osfstorage/nothing`)).status).toBe(404);
  }); // prettier-ignore

  it('1: knows no version where nothing is routed', async () => {
    const answer = await get('/v2/moods/');
    expect(answer.headers.get('content-type')).toBe('application/vnd.api+json; application/json');
    expect([answer.status, await answer.json()]).toEqual([404, { errors: [{ detail: 'Not found.' }] }]);
  });

  it.each([
    ['*/*', 'application/vnd.api+json; charset=utf-8'],
    ['application/json', 'application/vnd.api+json; charset=utf-8'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
  ])('2: answers Accept: %s with %s', async (accept, type) => {
    const answer = await get('/v2/', null, { Accept: accept });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  });

  it('2: speaks 2.0 unless a version is pinned, in the query or in the header', async () => {
    const version = async (path: string, accept = '*/*'): Promise<string> =>
      One.parse(await (await get(path, null, { Accept: accept })).json()).meta.version;
    const path = `/v2/nodes/${publicNode.guid}/`;
    expect(await version(path)).toBe('2.0');
    expect(await version(`${path}?version=latest`)).toBe('2.20');
    expect(await version(path, 'application/vnd.api+json;version=2.8')).toBe('2.8');
  });

  it('2: refuses versions that do not exist or contradict each other', async () => {
    expect(await refused('?version=2.21')).toEqual([404, 'Invalid version in query parameter.']);
    const header = await get('/v2/', null, { Accept: 'application/vnd.api+json;version=2.99' });
    expect(header.status).toBe(406);
    const both = await get('/v2/?version=2.3', null, { Accept: 'application/vnd.api+json;version=2.4' });
    expect(both.status).toBe(409);
    expect((await refused('?version=3.0'))[0]).toBe(409);
  });

  it('6: takes no other method than GET', async () => {
    const answer = await fetch(`${sandbox.address}/v2/nodes/`, { method: 'POST', body: '{}' });
    expect([answer.status, Failure.parse(await answer.json()).errors]).toEqual([405, [{ detail: 'Method "POST" not allowed.' }]]);
  }); // prettier-ignore
});

describe('documents of both generations', () => {
  it('3: prints dates naive before 2.2, and with six digits and Z since', async () => {
    const created = (page: z.infer<typeof One>): unknown => page.data.attributes.date_created;
    expect(created(await one(`nodes/${publicNode.guid}/`))).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?$/);
    expect(created(await one(`nodes/${publicNode.guid}/?version=2.2`))).toMatch(/\.\d{6}Z$/);
    const whole = nodes.find((node) => node.created.endsWith('.000000') && node.contributors[0]?.account === 'isobe');
    if (!whole) throw new Error('isobe has no node of a whole second');
    expect(created(await one(`nodes/${whole.guid}/`, 'isobe'))).toMatch(/T\d{2}:\d{2}:\d{2}$/);
    expect(created(await one(`nodes/${whole.guid}/?version=2.20`, 'isobe'))).toMatch(/\.000000Z$/);
  });

  it('3: always prints dates of files with Z', async () => {
    const page = await list(`nodes/${publicNode.guid}/files/osfstorage/`);
    expect(page.data[0]?.attributes.date_modified).toMatch(/Z$/);
  });

  it('2: leaves an empty to-one relationship out before 2.9', async () => {
    const steward = nodeOf('steward').guid;
    const relationships = async (version: string): Promise<unknown> =>
      (await one(`nodes/${steward}/?version=${version}`, 'umino')).data.relationships;
    expect(await relationships('2.8')).not.toHaveProperty('parent');
    expect(await relationships('2.9')).toHaveProperty('parent', { data: null });
    expect(await relationships('2.0')).toHaveProperty('node_links');
    expect(await relationships('2.1')).not.toHaveProperty('node_links');
  });

  it('2: spells types with an underscore before 2.18, but not the references to them', async () => {
    const page = async (version: string): Promise<z.infer<typeof List>> =>
      list(`nodes/${project.guid}/draft_registrations/?version=${version}`, 'isobe');
    expect((await page('2.17')).data[0]?.type).toBe('draft_registrations');
    expect((await page('2.18')).data[0]?.type).toBe('draft-registrations');
    expect((await page('2.0')).data[0]?.relationships).toMatchObject({
      registration_schema: { data: { type: 'registration-schemas' } },
    });
    expect((await list('schemas/registrations/')).data[0]?.type).toBe('registration_schemas');
  });

  it('2: tells a stranger to read before 2.11 and nothing since', async () => {
    const may = async (version: string): Promise<unknown> =>
      (await one(`nodes/${publicNode.guid}/?version=${version}`)).data.attributes.current_user_permissions;
    expect([await may('2.10'), await may('2.11')]).toEqual([['read'], []]);
  });
});

describe('pages', () => {
  it('4: shows ten rows, with the totals in links.meta', async () => {
    const page = await list('nodes/', 'umino');
    expect(page.data).toHaveLength(10);
    expect(page.links.meta).toMatchObject({ per_page: 10 });
    expect(page.meta).toEqual({ version: '2.0' });
    expect([page.links.first, page.links.prev]).toEqual([null, null]);
    expect(page.links.next).toBe(`${sandbox.address}/v2/nodes/?page=2`);
  });

  it('4: moves the totals to meta with 2.1', async () => {
    const page = await list('nodes/?version=2.1', 'umino');
    expect(page.links.meta).toBeUndefined();
    expect(page.meta).toMatchObject({ per_page: 10, version: '2.1' });
    expect(page.links.self).toContain('/v2/nodes/?version=2.1');
  });

  it.each([['101', 100], ['0', 10], ['-1', 10], ['x', 10], ['7', 7]])('4: reads page[size]=%s as %d', async (size, rows) => {
    expect((await list(`nodes/${nodeOf('steward').guid}/files/osfstorage/?page[size]=${size}`, 'umino')).links.meta?.per_page).toBe(rows);
  }); // prettier-ignore

  it('4: has four nulls on a list of one page, and none for last on the last of several', async () => {
    const { first, last, prev, next } = (await list('licenses/')).links;
    expect([first, last, prev, next]).toEqual([null, null, null, null]);
    const end = await list('nodes/?page=last', 'umino');
    expect([end.links.last, end.links.next]).toEqual([null, null]);
    expect(end.links.first).toBe(`${sandbox.address}/v2/nodes/`);
  });

  it('4: keeps the other parameters in its links', async () => {
    const page = await list('nodes/?filter[public]=true&page[size]=2&_=1');
    expect(new URL(page.links.next ?? '').searchParams.toString()).toBe('filter%5Bpublic%5D=true&page%5Bsize%5D=2&page=2');
  }); // prettier-ignore

  it.each([['99999'], ['0'], ['x']])('4: has no page %s', async (page) => {
    expect(await refused(`nodes/?page=${page}`)).toEqual([404, 'Invalid page.']);
  });

  it('4: walks every row once', async () => {
    const ids = await walk('users/me/nodes/', 'umino');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength((await list('users/me/nodes/', 'umino')).links.meta?.total ?? 0);
    expect(ids.length).toBeGreaterThan(30);
  });

  it('4: pages without an end where that is the fault', async () => {
    await fetch(`${sandbox.address}/__fault`, { method: 'POST', body: JSON.stringify({ kind: 'endless', times: 1 }) });
    const page = await list('nodes/?page=5000');
    expect([page.data.length, page.links.next === null]).toEqual([10, false]);
  });
});

describe('what tokens open', () => {
  it('6: shows strangers public nodes alone', async () => {
    expect((await walk('nodes/?page[size]=100')).sort()).toEqual(
      nodes
        .filter((node) => node.public && !node.deleted)
        .map(({ guid }) => guid)
        .sort(),
    );
  });

  it('8: shows each token its own nodes, and nobody else those that are private', async () => {
    for (const who of ['isobe', 'minato', 'umino', 'shinjin']) {
      const own = nodes.filter(({ contributors, deleted }) => !deleted && contributors.some(({ account }) => account === who));
      expect((await walk('users/me/nodes/?page[size]=100', who)).sort()).toEqual(own.map(({ guid }) => guid).sort());
      const visible = nodes.filter((node) => !node.deleted && (node.public || own.includes(node)));
      expect((await walk('nodes/?page[size]=100', who)).sort()).toEqual(visible.map(({ guid }) => guid).sort());
    }
  }); // prettier-ignore

  it('8: keeps tokens apart that ask at the same moment', async () => {
    const path = `nodes/?filter[id]=${privateNode.guid},${nodeOf('steward').guid},${publicNode.guid}`;
    const askers = ['minato', 'umino', 'shinjin', 'aomi', null];
    const seen = await Promise.all([...askers, ...askers].map(async (who) => idsOf(await list(path, who)).length));
    expect(seen).toEqual([2, 3, 1, 3, 1, 2, 3, 1, 3, 1]);
  });

  it('6: tells 401, 403, 404 and 410 apart', async () => {
    const path = `nodes/${privateNode.guid}/`;
    expect(await refused(path)).toEqual([401, 'Authentication credentials were not provided.']);
    expect((await get(`/v2/${path}`)).headers.get('www-authenticate')).toBe('Documentation realm="api"');
    expect(await refused(path, 'shinjin')).toEqual([403, 'You do not have permission to perform this action.']);
    expect(await refused('nodes/zzzzz/', 'shinjin')).toEqual([404, 'Not found.']);
    const gone = await get(`/v2/nodes/${nodeOf('deleted/one').guid}/`, 'umino');
    expect([gone.status, Failure.parse(await gone.json()).errors]).toEqual([
      410,
      [{ source: {}, detail: 'The requested node is no longer available.', meta: {} }],
    ]);
    expect((await one(path, 'minato')).data.attributes.current_user_permissions).toEqual(['admin', 'write', 'read']);
    expect((await one(path, 'umino')).data.attributes.current_user_permissions).toEqual(['read']);
  });

  it('6: refuses tokens that nobody has, public documents included', async () => {
    expect(await refused('institutions/', 'nobody')).toEqual([401, 'User provided an invalid OAuth2 access token']);
  });

  it('6: refuses what a token has no scope for', async () => {
    expect(await refused('nodes/', 'profile')).toEqual([403, 'The user has not authorized access to this view.']);
    expect((await one('users/me/', 'profile')).data.attributes.full_name).toBe('海野 澪');
    expect((await refused(`nodes/${publicNode.guid}/addons/`, 'isobe'))[0]).toBe(403);
  });

  it.each([
    ['unconfirmed', 'Please confirm your account before using the API.'],
    ['unclaimed', 'Please claim your account before using the API.'],
    ['deactivated', 'Making API requests with credentials associated with a deactivated account is not allowed.'],
  ])('6: answers an account that is %s with 400', async (who, detail) => {
    expect(await refused('users/me/', who)).toEqual([400, detail]);
  });

  it('9: closes the details of other users, unlike OSF', async () => {
    expect((await refused('users/me/'))[0]).toBe(401);
    expect((await refused('users/'))[0]).toBe(401);
    expect((await refused(`users/${accountOf('isobe').guid}/`, 'umino'))[0]).toBe(403);
    expect((await one(`users/${accountOf('umino').guid}/`, 'umino')).data.attributes).not.toHaveProperty('email');
    expect((await one('users/me/', 'email')).data.attributes.email).toBe('umino@sandbox.example');
  });
});

describe('filters, order and what is embedded', () => {
  it('5: finds texts whatever their case, any of several fields, and all of several parameters', async () => {
    const titles = (page: z.infer<typeof List>): unknown[] => page.data.map(({ attributes }) => attributes.title);
    expect(titles(await list('nodes/?filter[title]=手順', 'umino'))).toEqual(['手順書']);
    expect(titles(await list('nodes/?filter[title]=INSTRUMENTS', 'umino'))).toEqual(['Instruments & calibration']);
    const either = (await list('nodes/?filter[title,description]=プラスチック&page[size]=100', 'umino')).links.meta?.total ?? 0;
    const title = (await list('nodes/?filter[title]=プラスチック&page[size]=100', 'umino')).links.meta?.total ?? 0;
    expect(title).toBeGreaterThan(1);
    expect(either).toBeGreaterThan(title);
    const both = await list('nodes/?filter[title]=プラスチック&filter[public]=false&page[size]=100', 'umino');
    expect(both.data.every(({ attributes }) => attributes.public === false)).toBe(true);
    expect(both.data.length).toBeLessThan(title);
  }); // prettier-ignore

  it('5: takes a list of ids, leaving out what the caller can not read', async () => {
    const wanted = nodes.filter(({ key, contributors }) => !key.startsWith('deleted/') && contributors.some(({ account }) => account === 'umino')).slice(0, 20);
    const asked = [...wanted.map(({ guid }) => guid), nodeOf('personal/furui').guid, 'zzzzz'].join(',');
    const page = await list(`nodes/?filter[id]=${asked}&page[size]=100`, 'umino');
    expect(idsOf(page).sort()).toEqual(wanted.map(({ guid }) => guid).sort());
  }); // prettier-ignore

  it('5: filters by parent, root, contributor, tag, category and day', async () => {
    const roots = await walk('nodes/?filter[parent]=null&page[size]=100', 'umino');
    expect(roots.every((id) => nodes.find(({ guid }) => guid === id)?.parent === null)).toBe(true);
    const steward = nodeOf('steward').guid;
    expect(await walk(`nodes/?filter[root]=${steward}`, 'umino')).toHaveLength(3);
    expect(await walk(`nodes/?filter[contributors]=${accountOf('aomi').guid}&filter[root]=${steward}`, 'umino')).toHaveLength(2);
    expect(await walk('nodes/?filter[tags]=DATA MANAGEMENT', 'umino')).toEqual([steward]);
    expect(await walk('nodes/?filter[category]=instrumentation', 'umino')).toHaveLength(1);
    const day = publicNode.created.slice(0, 10);
    expect(await walk(`nodes/?filter[date_created]=${day}&page[size]=100`)).toContain(publicNode.guid);
    expect(await walk(`nodes/?filter[date_created][gt]=${day}&page[size]=100`)).not.toContain(publicNode.guid);
  }); // prettier-ignore

  it.each([
    ['filter[mood]=x', "'mood' is not a valid field for this endpoint."],
    ['filter[constructor]=x', "'constructor' is not a valid field for this endpoint."],
    ['filter[quota_rate]=1', "Value 'quota_rate' is not a filterable field."],
    ['filter[title][like]=x', "Value 'like' is not a supported filter operator; use one of eq, lt, lte, gt, gte, contains, icontains."],
    ['filter[title][gt]=x', "Field 'title' does not support comparison operators in a filter."],
    ['filter[public]=maybe', "Value 'maybe' is not valid for a filter on type bool."],
    ['filter[date_created]=yesterday', "Value 'yesterday' is not valid for a filter on type date."],
    ['filter[title=x', 'Query string contains a malformed filter.'],
  ])('5: refuses %s', async (query, detail) => {
    const answer = await get(`/v2/nodes/?${query}`);
    expect([answer.status, await answer.json()]).toEqual([400, { errors: [{ source: { parameter: 'filter' }, detail, meta: {} }], meta: { version: '2.0' } }]);
  }); // prettier-ignore

  it('5: sorts as asked, by the last change otherwise, and ignores what it does not know', async () => {
    const titles = (await list('nodes/?sort=title&page[size]=100')).data.map(({ attributes }) => z.string().parse(attributes.title));
    expect(titles).toEqual([...titles].sort((a, b) => (a < b ? -1 : 1)));
    const changed = (await list('nodes/?mood=good')).data.map(({ attributes }) => z.string().parse(attributes.date_modified));
    expect(changed).toEqual([...changed].sort().reverse());
  }); // prettier-ignore

  it('5: leaves out fields that were not asked for', async () => {
    const { data } = await one(`nodes/${publicNode.guid}/?fields[nodes]=title,children`);
    expect(Object.keys(data.attributes)).toEqual(['title']);
    expect(data.relationships).toSatisfy((value: object) => Object.keys(value).join() === 'children');
  });

  it('5: embeds lists, resources and, where one is refused, the error', async () => {
    const { data } = await one(`nodes/${publicNode.guid}/?embed=contributors&embed=parent&embed=creator`);
    expect(data.embeds).toMatchObject({
      contributors: { data: [{ type: 'contributors' }, { type: 'contributors' }, {}], links: { next: null } },
      parent: { errors: [{ detail: 'Authentication credentials were not provided.' }] },
      creator: { errors: [{}] },
    });
    expect(await refused(`nodes/${publicNode.guid}/?embed=moods`)).toEqual([400, 'The following fields are not embeddable: moods']);
  }); // prettier-ignore

  it('4: embeds the first ten of a long list, with links of its own', async () => {
    const big = nodeOf('award/JPMJMS2091');
    const { data } = await one(`nodes/${big.guid}/?embed=contributors`, big.contributors[0]?.account ?? '');
    const embed = z.looseObject({ contributors: List.omit({ meta: true }) }).parse(data.embeds).contributors;
    expect([embed.data.length, embed.links.next]).toEqual([10, `${sandbox.address}/v2/nodes/${big.guid}/contributors/?page=2`]);
  }); // prettier-ignore

  it('5: counts what relationships lead to', async () => {
    const { data, meta } = await one(`nodes/${nodeOf('steward').guid}/?related_counts=children,contributors`, 'umino');
    const counts = z.looseObject({ children: Related, contributors: Related, files: Related }).parse(data.relationships);
    expect([counts.children, counts.contributors, counts.files].map(({ links }) => links.related.meta.count)).toEqual([1, 4, undefined]);
    expect(meta.templated_by_count).toBe(0);
    expect((await refused('nodes/?related_counts=moods'))[1]).toBe("Acceptable values for the related_counts query param are 'true', 'false', or any of the relationship fields; got 'moods'");
  }); // prettier-ignore
});

describe('contributors, components, institutions', () => {
  it('9: embeds the users of contributors always, the disabled as an error with their name', async () => {
    const big = nodeOf('award/JPMJMS2091');
    const path = `nodes/${big.guid}/contributors/?page[size]=100`;
    const page = await list(path, big.contributors[0]?.account ?? '');
    expect(page.links.meta).toMatchObject({ total: big.contributors.length, total_bibliographic: big.contributors.length });
    expect(page.data[0]).toMatchObject({ id: `${big.guid}-${accountOf(big.contributors[0]?.account ?? '').guid}`, type: 'contributors', attributes: { index: 0, permission: 'admin' } });
    expect(page.data.at(-1)?.embeds).toMatchObject({ users: { errors: [{ meta: { full_name: '辞目田 去' } }] } });
  }); // prettier-ignore

  it('9: tells ORCID and institution of colleagues, and the name of one without an account', async () => {
    const page = await list(`nodes/${nodeOf('steward').guid}/contributors/`, 'umino');
    expect(page.data[1]?.embeds).toMatchObject({
      users: {
        data: { attributes: { social: { orcid: accountOf('aomi').orcid }, employment: [{ institution_ja: '潮騒大学' }] } },
      },
    });
    expect(page.data.map(({ attributes }) => attributes.unregistered_contributor)).toEqual([null, null, null, '未請求 二郎']);
    expect(page.data[3]?.embeds).toMatchObject({ users: { data: { attributes: { employment: [{ institution: 'none' }] } } } });
    expect(idsOf(await list(`nodes/${nodeOf('steward').guid}/bibliographic_contributors/`, 'umino'))).toHaveLength(3);
  }); // prettier-ignore

  it('8: lists one level of components, without those that the caller can not read', async () => {
    const visible = (who: string): Promise<string[]> => walk(`nodes/${project.guid}/children/?page[size]=100`, who);
    const all = nodes.filter(({ parent }) => parent === project.guid);
    const okitsu = all.filter((node) => node.public || node.contributors.some(({ account }) => account === 'okitsu'));
    expect((await visible('okitsu')).sort()).toEqual(okitsu.map(({ guid }) => guid).sort());
    expect(okitsu.length).toBeLessThan(all.length);
  });

  it('8: lets everybody read institutions, licences, schemas and the root', async () => {
    expect((await list('institutions/?page[size]=2')).links.meta).toEqual({ total: 16, per_page: 1000 });
    expect(idsOf(await list(`nodes/${publicNode.guid}/institutions/`)).sort()).toEqual([...publicNode.institutions].sort());
    expect((await list('licenses/')).data.map(({ attributes }) => attributes.name)).toContain('CC BY 4.0');
    const root = z.looseObject({ meta: z.looseObject({ current_user: z.json(), version: z.string() }) });
    expect(root.parse(await (await get('/v2/')).json()).meta).toMatchObject({ current_user: null, version: '2.0' });
    expect(root.parse(await (await get('/v2/', 'umino')).json()).meta).toMatchObject({ current_user: { data: { type: 'users' } } });
  }); // prettier-ignore

  it('9: has wikis as text and logs by their action', async () => {
    const page = await list(`nodes/${project.guid}/wikis/`, 'isobe');
    const text = await get(`/v2/wikis/${page.data[0]?.id ?? ''}/content/`, 'isobe');
    expect([text.headers.get('content-type'), (await text.text()).startsWith('# ')]).toEqual(['text/markdown', true]);
    expect((await refused(`wikis/${page.data[0]?.id ?? ''}/`))[0]).toBe(401);
    expect(await walk(`nodes/${project.guid}/logs/?filter[action]=project_created`, 'isobe')).toHaveLength(1);
  });
});

describe('registrations, drafts and schemas', () => {
  it('9: keeps registrations private, and their files a JSON text', async () => {
    expect((await list('registrations/')).data).toEqual([]);
    const page = await list(`nodes/${project.guid}/registrations/`, 'isobe');
    expect(page.data[0]?.attributes).toMatchObject({ public: false, registered_meta: { funder: { value: 'JSPS' } }, registration_supplement: '公的資金による研究データのメタデータ登録' });
    expect(page.data[0]?.relationships).toMatchObject({ registered_from: { data: { id: project.guid } } });
    const files = z.object({ 'grdm-files': z.object({ value: z.string() }) }).loose().parse(page.data[0]?.attributes.registered_meta);
    const rows = z.array(z.looseObject({ path: z.string(), metadata: z.record(z.string(), z.json()) })).parse(JSON.parse(files['grdm-files'].value));
    expect(rows.some(({ path }) => /^[a-z0-9]{5}\/osfstorage\//.test(path))).toBe(true);
    const id = page.data[0]?.id ?? '';
    expect([(await refused(`registrations/${id}/`))[0], (await refused(`registrations/${id}/`, 'furui'))[0]]).toEqual([401, 403]);
  }); // prettier-ignore

  it('9: strips a withdrawn registration of its form and its tags', async () => {
    const withdrawn = registrations.find((registration) => registration.withdrawn !== null);
    const { data } = await one(`registrations/${withdrawn?.guid ?? ''}/`, withdrawn?.registeredBy ?? '');
    expect(data.attributes).toMatchObject({ withdrawn: true });
    for (const name of ['registered_meta', 'registration_responses', 'tags']) expect(data.attributes).not.toHaveProperty(name);
    const tag = withdrawn?.node.tags[0] ?? '';
    expect(await walk(`registrations/?filter[tags]=${encodeURIComponent(tag)}`, withdrawn?.registeredBy ?? '')).not.toContain(data.id);
  }); // prettier-ignore

  it('9: shows drafts of a node to its administrators alone, and those of one’s projects to oneself', async () => {
    expect((await list(`nodes/${project.guid}/draft_registrations/`, 'isobe')).data[0]?.attributes).not.toHaveProperty('title');
    expect((await list(`nodes/${project.guid}/draft_registrations/?version=2.20`, 'isobe')).data[0]?.attributes).toHaveProperty('title');
    expect((await refused(`nodes/${project.guid}/draft_registrations/`, 'okitsu'))[0]).toBe(403);
    expect((await refused('draft_registrations/'))[0]).toBe(401);
    const own = await list('draft_registrations/', 'okitsu');
    expect(own.data.length).toBeGreaterThan(0);
    expect(own.data[0]?.attributes).toMatchObject({ has_project: true });
  }); // prettier-ignore

  it('9: has no draft any more that was registered', async () => {
    const done = drafts.find(({ registered, node }) => registered && node === project);
    expect(await refused(`draft_registrations/${done?.id ?? ''}/`, 'isobe')).toEqual([410, 'This draft has already been registered.']);
  }); // prettier-ignore

  it('9: has the schema by its name, under an id of this installation', async () => {
    const page = await list('schemas/registrations/?filter[active]=true');
    const found = page.data.find(({ attributes }) => attributes.name === '公的資金による研究データのメタデータ登録');
    expect(found?.attributes).toMatchObject({ schema_version: 3, schema: { pages: [{}, {}] } });
    expect(found?.id).not.toBe('66d7d4ec299c4f00071be84f');
    const blocks = await list(`schemas/registrations/${found?.id ?? ''}/schema_blocks/?page[size]=5`);
    expect([blocks.links.meta?.per_page, blocks.data[0]?.type]).toEqual([1000, 'schema-blocks']);
    expect((await refused('schemas/registrations/', 'profile'))[0]).toBe(403);
  });
});

describe('throttling, when it is on', () => {
  it('7: lets ten requests a second through, then answers 429 with Retry-After', async () => {
    const strict = await startRdmSandbox({ port: 0, latencyMs: 0, fault: null, throttle: true });
    try {
      const ask = (who: string): Promise<Response> =>
        fetch(`${strict.address}/v2/users/me/`, { headers: { Authorization: `Bearer sandbox-token-${who}` } });
      const answers = await Promise.all(Array.from({ length: 12 }, () => ask('umino')));
      const last = answers.find(({ status }) => status === 429);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
      expect(last?.headers.get('retry-after')).toBe('1');
      expect(await last?.json()).toEqual({ errors: [{ detail: 'Request was throttled. Expected available in 1 second.' }], meta: { version: '2.0' } });
      expect((await ask('isobe')).status).toBe(200);
    } finally {
      await strict.close();
    }
  }); // prettier-ignore
});

describe('the fixtures', () => {
  it('name everything once, and hold some hundreds of nodes of which a few are public', () => {
    const ids = [...nodes, ...accounts, ...registrations].map(({ guid }) => guid);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{5}$/);
    expect(nodes.length).toBeGreaterThan(200);
    expect(nodes.filter((node) => node.public).length).toBeGreaterThan(15);
    for (const node of nodes) expect(node.created < node.modified).toBe(true);
  });
});
