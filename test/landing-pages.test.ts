/** The pages of works: every work of the sandbox for people and programs, where links lead, and what stands where there is no work. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FORMATS } from '../formats/registry.js';
import { expanded } from '../formats/testing/readers.js';
import { nodeOf } from '../subgraphs/rdm/fixtures/nodes.js';
import { startWorld, type World } from './support.js';

const PLATFORMS = ['cinii', 'jairo', 'rdm', 'dias', 'ged', 'eosc'];

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
});
afterAll(() => world.close());
afterEach(async () => {
  for (const platform of PLATFORMS) await world.fault(platform, null);
});

const get = (path: string, headers: Record<string, string> = {}, at = world.address): Promise<Response> =>
  fetch(path.startsWith('http') ? path : `${at}${path}`, { headers, redirect: 'manual' });

const page = z.object({
  search: z.object({
    nodes: z.array(z.object({ id: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/** Ids of all works that a search without a word finds, as they are once their records were read. */
async function everyWork(): Promise<string[]> {
  const query =
    'query ($after: String) { search(first: 100, after: $after) { nodes { id accessRight } pageInfo { hasNextPage endCursor } } }';
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const answer = await world.ask(query, { after });
    const { nodes, pageInfo } = page.parse(answer.data).search;
    ids.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return [...new Set(ids)];
}

const target = z.looseObject({ href: z.url(), type: z.string().optional(), profile: z.array(z.string()).optional() });
/** RFC 9264, 4.2: each context has an anchor, and each relation a list of targets. */
const linksetShape = z.object({
  linkset: z.array(z.looseObject({ anchor: z.url() }).catchall(z.array(target))).min(1),
});

/** The links of a header or of an application/linkset document, read by a parser of their own. */
function readLinks(text: string): { href: string; attributes: Record<string, string> }[] {
  return [...text.matchAll(/<([^>]*)>((?:\s*;\s*[a-z]+="(?:[^"\\]|\\.)*")*)/g)].map(([, href = '', rest = '']) => ({
    href,
    attributes: Object.fromEntries<string>(
      [...rest.matchAll(/([a-z]+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']): [string, string] => [
        name,
        value,
      ]),
    ),
  }));
}

const bare = (type: string | null): string => type?.split(';', 1)[0] ?? '';

const jsonLdOf = (html: string): string =>
  /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? '';

/** Work by work, several at a time. */
async function each<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await run(item);
    }),
  );
}

describe('every work of the sandbox', () => {
  let ids: string[] = [];
  beforeAll(async () => {
    ids = await everyWork();
  }, 120_000);

  it('has a page with JSON-LD and links, a linkset of which every target here is what it is said to be, and every format', async () => {
    expect(ids.length).toBeGreaterThan(300);
    const problems: string[] = [];
    await each(ids, async (id) => {
      const address = `${world.address}/works/${id.split('/').map(encodeURIComponent).join('/')}`;
      let response = await get(address, { accept: 'text/html' });
      // The id of a hit whose own document tells more leads on.
      if (response.status === 303)
        response = await get(response.headers.get('location') ?? '', { accept: 'text/html' });
      const html = await response.text();
      if (response.status !== 200) {
        problems.push(`${id}: ${String(response.status)}`);
        return;
      }
      const [node] = await expanded(jsonLdOf(html));
      if (node?.['@type'] === undefined) problems.push(`${id}: JSON-LD without a type`);
      const links = readLinks(response.headers.get('link') ?? '');
      const set = links.find(({ attributes }) => attributes['type'] === 'application/linkset+json');
      const answer = await get(set?.href ?? '');
      if (bare(answer.headers.get('content-type')) !== 'application/linkset+json') problems.push(`${id}: no linkset`);
      const { linkset } = linksetShape.parse(await answer.json());
      const targets = linkset.flatMap(({ anchor: _, ...relations }) => Object.values(relations).flat());
      const own = new Map(targets.filter(({ href }) => href.startsWith(world.address)).map((one) => [one.href, one]));
      if (own.size !== FORMATS.length + 3) problems.push(`${id}: ${String(own.size)} targets`);
      for (const { href, type } of own.values()) {
        const told = await get(href, { accept: '*/*' });
        await told.arrayBuffer();
        if (told.status !== 200 || bare(told.headers.get('content-type')) !== type)
          problems.push(
            `${href}: ${String(told.status)} ${String(told.headers.get('content-type'))}, not ${String(type)}`,
          );
      }
    });
    expect(problems).toEqual([]);
  }, 400_000);
});

describe('the links of a page', () => {
  it('are the same in its header, in its linkset and in the text form of it', async () => {
    const response = await get('/works/doi:10.20783/dias.90019');
    const header = readLinks(response.headers.get('link') ?? '').map(
      ({ href, attributes: { rel } }) => `${String(rel)} ${href}`,
    );
    const text = await (await get('/works/doi:10.20783/dias.90019', { accept: 'application/linkset' })).text();
    const anchor = `${world.address}/works/doi:10.20783/dias.90019`;
    const listed = readLinks(text).filter(({ attributes }) => attributes['anchor'] === anchor);
    expect(listed.map(({ href, attributes: { rel } }) => `${String(rel)} ${href}`)).toEqual(header);
    for (const rel of ['cite-as', 'type', 'linkset', 'describedby', 'author'])
      expect(header.join('\n')).toContain(`${rel} http`);
  });
});

describe('a work', () => {
  const path = '/works/doi:10.20783/dias.90019';

  it.each(FORMATS.map(({ mediaType, exportFormat }) => [mediaType, exportFormat]))(
    'is given as %s to who accepts it, as the API writes it, and tells where that form is',
    async (mediaType, exportFormat) => {
      const response = await get(path, { accept: `text/turtle, ${mediaType};q=0.4` });
      expect(response.headers.get('content-type')).toBe(mediaType);
      expect(response.headers.get('vary')).toMatch(/accept, accept-language/);
      const { data } = await world.ask(`{ work(id: "doi:10.20783/dias.90019") { export(format: ${exportFormat}) } }`);
      const body = await response.text();
      expect(body).toBe((data as unknown as { work: { export: string } }).work.export);
      const location = await get(response.headers.get('content-location') ?? '');
      expect(await location.text()).toBe(body);
    },
  );

  it('is shown in the language that the reader prefers, and in the one that the address names', async () => {
    const lang = async (query: string, accept: string): Promise<string | null> => {
      const response = await get(`${path}${query}`, { 'accept-language': accept });
      return response.headers.get('content-language');
    };
    expect(await lang('', 'ja,en;q=0.5')).toBe('ja');
    expect(await lang('', 'en-US,ja;q=0.5')).toBe('en');
    expect(await lang('', 'fr')).toBe('en');
    expect(await lang('?lang=ja', 'en')).toBe('ja');
    expect((await get(`${path}?lang=fr`)).status).toBe(400);
  });

  it('is at the address of its DOI in canonical form: other forms, and the ids of its records, lead there', async () => {
    for (const other of ['10.20783/DIAS.90019', 'https://doi.org/10.20783/dias.90019', 'dias:CMIP_SBX_Downscale']) {
      const response = await get(`/works/${other}?format=ris`);
      expect([other, response.status]).toEqual([other, 303]);
      expect(response.headers.get('location')).toBe(`${world.address}${path}?format=ris`);
    }
  });

  it('answers HEAD with the same headers, and 304 to who has it', async () => {
    const full = await get(path);
    const head = await fetch(`${world.address}${path}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('link')]).toEqual([200, full.headers.get('link')]);
    const etag = full.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('that nobody can have as it is asked for is 406, with what there is', async () => {
    const response = await get(path, { accept: 'text/turtle' });
    expect(response.status).toBe(406);
    const offered = readLinks(response.headers.get('link') ?? '');
    expect(offered.every(({ attributes }) => attributes['rel'] === 'alternate')).toBe(true);
    for (const { href, attributes } of offered)
      expect(bare((await get(href)).headers.get('content-type'))).toBe(attributes['type']);
    expect((await get(`${path}?format=turtle`)).status).toBe(400);
  });
});

describe('where there is no work', () => {
  it.each(['doi:10.20783/nothing.there', 'cinii:1999999999999999999', 'no-id', ''])(
    'a program reads JSON and a person a page: %s',
    async (id) => {
      const json = await get(`/works/${id}`, { accept: 'application/ld+json' });
      expect([json.status, bare(json.headers.get('content-type'))]).toEqual([404, 'application/json']);
      const html = await get(`/works/${id}`, { accept: 'text/html', 'accept-language': 'ja' });
      expect([html.status, bare(html.headers.get('content-type'))]).toEqual([404, 'text/html']);
      expect(await html.text()).toContain('見つかりません');
    },
  );

  it('any more, a program and a person are told that there was one', async () => {
    const listed = await world.ask(
      '{ jairoRepositories { id } jairoRecords(repository: "umi.repo.nii.ac.jp", first: 100) { nodes { id deleted } } }',
    );
    const { nodes } = z
      .object({ jairoRecords: z.object({ nodes: z.array(z.object({ id: z.string(), deleted: z.boolean() })) }) })
      .parse(listed.data).jairoRecords;
    const withdrawn = nodes.find(({ deleted }) => deleted)?.id;
    expect(withdrawn).toBeDefined();
    for (const id of [String(withdrawn), `rdm:${nodeOf('deleted/one').guid}`]) {
      const json = await get(`/works/${id}`, { accept: 'application/json' });
      expect([id, json.status]).toEqual([id, 410]);
      expect(await json.text()).toContain('does not show it any more');
      const html = await get(`/works/${id}`, { accept: 'text/html', 'accept-language': 'ja' });
      expect([html.status, await html.text()]).toEqual([410, expect.stringContaining('公開を終えました')]);
    }
  });

  it('to be shown to everybody, it says whom it is shown to', async () => {
    const response = await get(`/works/rdm:${nodeOf('work/eddy-2-3').guid}`);
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('X-GakuNin-RDM-Token')]);
  });

  it('because platforms are away, nobody is told that there is none', async () => {
    const { address } = await world.another();
    for (const platform of PLATFORMS) await world.fault(platform, '503');
    for (const id of ['doi:10.20783/nothing.there', 'cinii:1999999999999999999']) {
      const response = await get(`/works/${id}`, {}, address);
      expect([id, response.status]).toEqual([id, 503]);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  }, 60_000);
});

describe('a server that callers reach at another address than its own', () => {
  it('tells that address in links, redirects and pages', async () => {
    const { address, catalogued } = await world.another({ PUBLIC_URL: 'https://portal.example/kakehashi/' });
    await catalogued();
    const response = await get('/works/doi:10.20783/dias.90019', {}, address);
    const base = 'https://portal.example/kakehashi/works/doi:10.20783/dias.90019';
    expect(response.headers.get('link')).toContain(`<${base}?format=bibtex>`);
    expect(await response.text()).not.toContain(address);
    expect((await get('/works/10.20783/dias.90019', {}, address)).headers.get('location')).toBe(base);
  });
});
