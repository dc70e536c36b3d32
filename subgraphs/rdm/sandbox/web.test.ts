import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { world } from '../../../sandbox/world/index.js';
import type { RunningSandbox } from '../../common/platform.js';
import { filesIn, manuscriptPath } from '../fixtures/files.js';
import { metadataOf, quirksOf } from '../fixtures/metadata.js';
import { nodeOf, nodes } from '../fixtures/nodes.js';
import { publicFunding } from '../fixtures/schemas.js';
import { DELETED_FILE } from './files.js';
import { startRdmSandbox } from '../sandbox.js';

/* Files in API v2, the metadata of the older web API and WaterButler; the numbers in the names are the fact sheet's sections. */

const Answer = z.looseObject({ value: z.json() });
const Entry = z.looseObject({
  generated: z.boolean(),
  path: z.string(),
  hash: z.string().nullable(),
  folder: z.boolean(),
  urlpath: z.string().nullable(),
  items: z.array(z.object({ schema: z.string(), active: z.boolean(), data: z.record(z.string(), Answer) })),
});
const Project = z.object({
  data: z.looseObject({ type: z.literal('metadata-node-project'), attributes: z.looseObject({ files: z.array(Entry) }) }),
}); // prettier-ignore
const Single = z.object({
  data: z.looseObject({ type: z.literal('metadata-node-file'), attributes: Entry.nullable() }),
});
const V1Error = z.strictObject({
  message_short: z.string(),
  message_long: z.string(),
  code: z.number(),
  referrer: z.null(),
});
const Entity = z.looseObject({
  id: z.string(),
  type: z.literal('files'),
  attributes: z.record(z.string(), z.json()),
  links: z.record(z.string(), z.string()),
});
const Listing = z.object({ data: z.array(Entity), next_token: z.string().optional() });
const V2Files = z.looseObject({
  data: z.array(
    z.looseObject({ id: z.string(), attributes: z.record(z.string(), z.json()), relationships: z.record(z.string(), z.json()), links: z.record(z.string(), z.string()) }),
  ),
  links: z.looseObject({ meta: z.looseObject({ total: z.number() }) }),
}); // prettier-ignore

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startRdmSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

function get(path: string, who: string | null = null, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json' });
  if (who !== null) headers.set('Authorization', `Bearer sandbox-token-${who}`);
  new Headers(init.headers).forEach((value, name) => headers.set(name, value));
  return fetch(path.startsWith('http') ? path : `${sandbox.address}${path}`, { redirect: 'manual', ...init, headers });
}

const steward = nodeOf('steward').guid;
const publicNode = nodeOf('work/litter-2-3');
const privateNode = nodeOf('work/eddy-2-3');

const v2Files = async (path: string, who: string | null = 'umino'): Promise<z.infer<typeof V2Files>> =>
  V2Files.parse(await (await get(path, who)).json());
const project = async (guid: string, who: string | null): Promise<z.infer<typeof Project>['data']['attributes']['files']> =>
  Project.parse(await (await get(`/api/v1/project/${guid}/metadata/project`, who)).json()).data.attributes.files; // prettier-ignore
const single = async (guid: string, path: string, who: string | null): Promise<z.infer<typeof Single>['data']['attributes']> =>
  Single.parse(await (await get(`/api/v1/project/${guid}/metadata/files/${encodeURI(path)}`, who)).json()).data.attributes; // prettier-ignore

describe('storages, folders and files in API v2', () => {
  it('9: names each storage by its provider key, and says which are an institution’s', async () => {
    const page = await v2Files(`/v2/nodes/${steward}/files/`);
    expect(page.data.map(({ id, attributes }) => [id, attributes.name, attributes.for_institutions])).toEqual(
      ['osfstorage', 's3', 'googledrive', 's3compatinstitutions', 'nextcloud', 'owncloud', 'dropbox'].map((key) => [`${steward}:${key}`, key, key === 's3compatinstitutions']),
    );
  }); // prettier-ignore

  it('9: goes down a folder at a time by the link, not by the name', async () => {
    const top = await v2Files(`/v2/nodes/${steward}/files/osfstorage/`);
    const folder = top.data.find(({ attributes }) => attributes.name === 'ひな形');
    expect(folder?.attributes).toMatchObject({ kind: 'folder', size: null, materialized_path: '/ひな形/' });
    expect(folder?.attributes.path).toMatch(/^\/[0-9a-f]{24}\/$/);
    expect(folder?.links).not.toHaveProperty('download');
    const { links } = z
      .looseObject({ links: z.object({ related: z.looseObject({ href: z.string() }) }) })
      .parse(folder?.relationships.files);
    const inside = await v2Files(links.related.href);
    expect(inside.data.map(({ attributes }) => attributes.name)).toEqual(['a b&c #1 100%.txt', '空.txt', '空']);
    const one = await (await get(`${links.related.href}?info`, 'umino')).json();
    expect(one).toMatchObject({ data: { id: folder?.id } });
  });

  it('9: pages long folders a hundred at most', async () => {
    const top = await v2Files(`/v2/nodes/${steward}/files/osfstorage/?filter[name]=一覧`);
    const page = await v2Files(`/v2/nodes/${steward}/files/osfstorage/${top.data[0]?.id ?? ''}/?page[size]=500`);
    expect([page.data.length, page.links.meta.total]).toEqual([100, 120]);
  });

  it('9: knows a file by id, by guid and by its path without a slash', async () => {
    const file = filesIn(publicNode, 'osfstorage').find(({ name }) => name === 'litter-2-3.csv');
    for (const path of [`files/${file?.id ?? ''}/`, `files/${file?.guid ?? ''}/`, `nodes/${publicNode.guid}/files/osfstorage${file?.path ?? ''}`])
      expect(await (await get(`/v2/${path}`)).json()).toMatchObject({ data: { id: file?.id, attributes: { size: file?.content.length } } });
    expect((await get(`/v2/files/${filesIn(privateNode, 'osfstorage')[0]?.id ?? ''}/`)).status).toBe(401);
    const versions = await v2Files(`/v2/files/${file?.id ?? ''}/versions/`);
    expect(versions.data.map(({ id }) => Number(id))).toEqual(Array.from({ length: file?.versions ?? 0 }, (_, index) => (file?.versions ?? 0) - index));
  }); // prettier-ignore

  it('5: filters lists of NII Storage by less than those of other storages', async () => {
    expect((await get(`/v2/nodes/${steward}/files/osfstorage/?filter[materialized_path]=x`, 'umino')).status).toBe(400);
    expect((await v2Files(`/v2/nodes/${steward}/files/s3/?filter[materialized_path]=run-01`)).data).toHaveLength(1);
  });

  it('9: has hashes of NII Storage alone', async () => {
    const own = (await v2Files(`/v2/nodes/${publicNode.guid}/files/osfstorage/`, null)).data[0];
    const content = filesIn(publicNode, 'osfstorage').find(({ id }) => id === own?.id)?.content ?? '';
    expect(own?.attributes.extra).toMatchObject({ hashes: { sha256: createHash('sha256').update(content).digest('hex') } });
    expect((await v2Files(`/v2/nodes/${steward}/files/s3/`)).data[0]?.attributes.extra).toMatchObject({ hashes: { md5: null, sha256: null } });
  }); // prettier-ignore

  it('6, 9: tells a missing storage, a failing, a refusing and a slow one apart', async () => {
    const ask = async (provider: string): Promise<unknown> => {
      const answer = await get(`/v2/nodes/${steward}/files/${provider}/`, 'umino');
      const body = z.looseObject({ errors: z.array(z.looseObject({ detail: z.string() })).optional() });
      return [answer.status, body.parse(await answer.json()).errors?.[0]?.detail];
    };
    expect(await ask('weko')).toEqual([404, 'The weko provider is not configured for this project.']);
    expect(await ask('owncloud')).toEqual([503, 'Could not retrieve files information at this time.']);
    expect(await ask('dropbox')).toEqual([403, 'You do not have permission to perform this action.']);
    const from = performance.now();
    expect(await ask('nextcloud')).toEqual([200, undefined]);
    expect(performance.now() - from).toBeGreaterThan(1_000);
  });

  it('6: has no deleted file any more', async () => {
    const answer = await get(`/v2/files/${DELETED_FILE}/`, 'umino');
    expect([answer.status, await answer.json()]).toMatchObject([410, { errors: [{ source: {}, detail: 'The requested resource is no longer available.' }] }]);
  }); // prettier-ignore
});

describe('metadata of the web API', () => {
  it('10: lists what carries metadata itself, for strangers where the project is public', async () => {
    const files = await project(publicNode.guid, null);
    const [own] = files;
    expect(own).toMatchObject({ generated: false, path: 'osfstorage/データ/litter-2-3.csv', folder: false });
    expect(own?.items[0]).toMatchObject({ schema: publicFunding.id, active: true });
    expect(own?.items[0]?.data['grdm-file:title-ja']?.value).toContain('海洋プラスチック');
    expect(files.every(({ folder, path }) => folder === path.endsWith('/'))).toBe(true);
    const below = await get(`/api/v1/project/${publicNode.parent ?? ''}/node/${publicNode.guid}/metadata/project`);
    expect(await below.json()).toEqual(await (await get(`/api/v1/project/${publicNode.guid}/metadata/project`)).json());
  });

  it('10: inherits from the folder above for one file, and has null where there is nothing', async () => {
    const described = nodes.find((node) => metadataOf(node).some(({ folder }) => folder));
    const who = described?.contributors[0]?.account ?? '';
    const inherited = await single(described?.guid ?? '', 'osfstorage/データ/raw/001.csv', who);
    expect(inherited).toMatchObject({ generated: true, hash: null, path: 'osfstorage/データ/raw/001.csv' });
    expect(inherited?.items.length).toBeGreaterThan(0);
    expect(await single(publicNode.guid, 'osfstorage/README.md', null)).toBeNull();
    const own = await single(publicNode.guid, 'osfstorage/データ/litter-2-3.csv', null);
    expect(own?.generated).toBe(false);
    expect(own?.created).toMatch(/\+00:00$/);
  });

  it('10: tells 400, 401, 403, 404 and 410 apart, in its own form', async () => {
    const ask = async (guid: string, who: string | null): Promise<[number, string]> => {
      const answer = await get(`/api/v1/project/${guid}/metadata/project`, who);
      const body = V1Error.parse(await answer.json());
      expect(body.code).toBe(answer.status);
      return [answer.status, body.message_short];
    };
    expect((await ask(nodeOf('personal/furui').guid, 'furui'))[0]).toBe(400);
    expect((await ask(privateNode.guid, null))[0]).toBe(401);
    expect(await ask(privateNode.guid, 'shinjin')).toEqual([403, 'Forbidden']);
    expect((await ask('zzzzz', 'umino'))[0]).toBe(404);
    expect((await ask(nodeOf('deleted/one').guid, 'umino'))[0]).toBe(410);
    expect((await get(`/api/v1/project/${privateNode.guid}/metadata/project`, 'umino')).status).toBe(200);
  });

  it('10: answers who does not ask for JSON with pages, the login page with 200', async () => {
    const html = { headers: { Accept: 'text/html' } };
    const login = await get(`/api/v1/project/${privateNode.guid}/metadata/project`, null, html);
    expect([login.status, login.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await get(`/api/v1/project/${privateNode.guid}/metadata/project`, 'shinjin', html)).status).toBe(403);
  });

  it('10: lists the forms for those who are logged in', async () => {
    expect((await get(`/api/v1/project/${publicNode.guid}/metadata/schemas`)).status).toBe(401);
    const answer = await get(`/api/v1/project/${publicNode.guid}/metadata/schemas`, 'shinjin');
    expect(await answer.json()).toMatchObject({
      data: { type: 'metadata-node-schema', attributes: { formats: [{ schema_id: publicFunding.id }, {}] } },
    });
  });

  it('13: holds both generations, and what is odd in each', () => {
    const works = nodes.flatMap((node) => (node.work !== null && metadataOf(node).length > 0 ? [node.work] : []));
    const some = (test: (quirks: ReturnType<typeof quirksOf>) => boolean): boolean =>
      works.some((work) => test(quirksOf(work)));
    expect(some(({ generation }) => generation === 2024) && some(({ generation }) => generation === 2026)).toBe(true);
    expect(some(({ oldNames, generation }) => oldNames && generation === 2026)).toBe(true);
    expect(some(({ nulls }) => nulls) && some(({ nulls }) => !nulls)).toBe(true);
    const entries = nodes.flatMap((node) => metadataOf(node));
    const value = (qid: string): unknown[] =>
      entries.flatMap(({ items }) => items.map(({ data }) => Answer.safeParse(data[qid]).data?.value));
    expect(value('grdm-file:repo-url-doi-link').some((link) => typeof link === 'object')).toBe(true);
    expect(entries.some(({ items }) => items.length === 2 && items[0]?.active === false)).toBe(true);
    expect(entries.some(({ file }) => file === null)).toBe(true);
    const text = JSON.stringify(entries);
    for (const form of ['"name_ja":"', '"name-ja":{', '"name-ja-last":"', '|open access']) expect(text).toContain(form);
  }); // prettier-ignore

  it('gives a DOI to data that the world holds here, and to papers', () => {
    for (const { holdings, key, doi } of world.works) {
      if (!holdings.rdm) continue;
      expect(JSON.stringify(metadataOf(nodeOf(`work/${key}`)))).toContain(`https://doi.org/${doi ?? '-'}`);
    }
    const papers = nodes.flatMap((node) => node.manuscripts.map((paper) => ({ node, paper })));
    expect(papers.length).toBeGreaterThan(10);
    for (const { node, paper } of papers) {
      const found = metadataOf(node).find(({ path }) => path === `osfstorage${manuscriptPath(paper)}`);
      expect(found?.items[0]?.data['grdm-file:doi']).toMatchObject({ value: paper.doi });
    }
  });
});

describe('WaterButler', () => {
  const at = (guid: string, rest: string): string => `/files/v1/resources/${guid}/providers/${rest}`;
  const listing = async (path: string, who: string | null = 'umino'): Promise<z.infer<typeof Listing>> =>
    Listing.parse(await (await get(path, who)).json());

  it('12: lists a folder whole, with names of its own for what API v2 calls otherwise', async () => {
    const top = await listing(at(steward, 'osfstorage/'));
    const folder = top.data.find(({ attributes }) => attributes.name === '一覧');
    expect(folder?.attributes).toMatchObject({ materialized: '/一覧/', size: null, sizeInt: null });
    expect(folder?.links.new_folder).toMatch(/\?kind=folder$/);
    const files = await listing(at(steward, folder?.id ?? ''));
    expect(files.data).toHaveLength(120);
    expect(files.data[0]?.attributes).toMatchObject({ extra: { guid: null, hashes: { sha512: createHash('sha512').update('1\n').digest('hex') } } });
  }); // prettier-ignore

  it('12: hands out listings of S3 in parts', async () => {
    const names: unknown[] = [];
    let token: string | undefined = '';
    while (token !== undefined) {
      const part: z.infer<typeof Listing> = await listing(at(steward, `s3/?next_token=${token}`));
      names.push(...part.data.map(({ attributes }) => attributes.name));
      token = part.next_token;
    }
    expect([names.length, new Set(names).size]).toEqual([25, 25]);
  });

  it('12: sends a download to a signed address at another host, which takes no token', async () => {
    const file = filesIn(publicNode, 'osfstorage').find(({ name }) => name === 'litter-2-3.csv');
    const redirect = await get(at(publicNode.guid, `osfstorage${file?.path ?? ''}`), 'umino');
    const location = redirect.headers.get('location') ?? '';
    expect([redirect.status, new URL(location).hostname]).toEqual([302, 'localhost']);
    const signed = location.replace('//localhost', '//127.0.0.1');
    expect((await get(signed, 'umino')).status).toBe(400);
    expect(Buffer.from(await (await get(signed)).arrayBuffer())).toEqual(file?.content);
    expect(await (await get(at(steward, 's3/run-01.csv'), 'umino')).text()).toContain('date,value,quality');
  });

  it('12: describes a file by meta, by versions and in a header of HEAD', async () => {
    const file = filesIn(publicNode, 'osfstorage').find(({ name }) => name === 'litter-2-3.csv');
    const path = at(publicNode.guid, `osfstorage${file?.path ?? ''}`);
    const meta = z.object({ data: Entity }).parse(await (await get(`${path}?meta=`)).json());
    expect(meta.data.attributes).toMatchObject({ sizeInt: file?.content.length, materialized: '/データ/litter-2-3.csv' });
    const head = await get(path, null, { method: 'HEAD' });
    expect(JSON.parse(head.headers.get('x-waterbutler-metadata') ?? '')).toEqual(meta);
    expect(head.headers.get('content-length')).toBe(String(file?.content.length));
    expect(await (await get(`${path}?versions`)).json()).toMatchObject({ data: [{ type: 'file_versions' }, {}] });
  }); // prettier-ignore

  it('12: has errors of its own, and passes those of the web API on where the right is missing', async () => {
    const missing = await get(at(steward, 'osfstorage/nothing'), 'umino');
    expect([missing.status, await missing.json()]).toEqual([404, { code: 404, message: 'Could not retrieve file or directory /nothing' }]);
    const failing = await get(at(steward, 'owncloud/'), 'umino');
    expect([failing.status, await failing.json()]).toEqual([503, { code: 503, message: 'Unable to connect to auth sever' }]);
    for (const [guid, who, status] of [[privateNode.guid, null, 401], [privateNode.guid, 'shinjin', 403], ['zzzzz', 'umino', 404], [nodeOf('deleted/one').guid, 'umino', 410]] as const) {
      const answer = await get(at(guid, 'osfstorage/'), who);
      expect([answer.status, V1Error.parse(await answer.json()).code]).toEqual([status, status]);
    }
  }); // prettier-ignore
});

describe('the switches', () => {
  it('narrow a fault to one of the three services', async () => {
    await get('/__fault', null, { method: 'POST', body: JSON.stringify({ kind: '503', part: 'web' }) });
    const path = `/api/v1/project/${publicNode.guid}/metadata/project`;
    expect([(await get('/v2/')).status, (await get(path)).status]).toEqual([200, 503]);
    await get('/__fault', null, { method: 'POST', body: JSON.stringify({ kind: null }) });
    expect((await get(path)).status).toBe(200);
  });

  it('points Kakehashi’s settings at the three services', () => {
    const { address, settings } = sandbox;
    expect(settings).toEqual({ RDM_URL: `${address}/v2`, RDM_WEB_URL: `${address}/api/v1`, RDM_FILES_URL: `${address}/files/v1` });
  }); // prettier-ignore
});
