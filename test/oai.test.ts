/** Harvesting by OAI-PMH over HTTP: by another hand's harvester, by our own reader, and by requests that are wrong. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readOaiAnswer, type OaiAnswer } from '../subgraphs/common/oai-pmh/envelope.js';
import { serializeXml, parseXml, type XmlElement } from '../subgraphs/common/xml.js';
import { startWorld, whenAdmitted, type Endpoint, type World } from './support.js';

const HARVESTER = resolve('node_modules/oai-pmh/bin/oai-pmh');
/** It loads its modules in a way that Node.js does not promise to go on allowing. */
const HARVESTS = spawnSync(process.execPath, [HARVESTER, '--version']).status === 0;
const XSD = resolve('../shared/upstreams/jairo-cloud/xsd');
const XMLLINT = spawnSync('xmllint', ['--version']).error === undefined;

const PREFIXES = ['oai_dc', 'oai_datacite', 'jpcoar_2.0'] as const;
const SETS = 'sea?query=海洋&name=The sea; dias?platforms=dias&query=海; none?query=zzzzqqqq';

let world: World;
beforeAll(async () => {
  world = await startWorld({ OAI_SETS: SETS, REQUEST_TIMEOUT_MS: '30000' });
  await world.catalogued();
  // What the sets hold is read when it is asked for first.
  await get({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' });
}, 120_000);
afterAll(() => world.close());

const ask = (parameters: string | Record<string, string>, at: Endpoint): Promise<Response> =>
  fetch(`${at.address}/oai?${new URLSearchParams(parameters).toString()}`);

/** As a harvester asks: who is told to come again does. */
async function get(parameters: string | Record<string, string>, at: Endpoint = world): Promise<Response> {
  return whenAdmitted(() => ask(parameters, at));
}

async function read(parameters: string | Record<string, string>, at: Endpoint = world): Promise<OaiAnswer> {
  const response = await get(parameters, at);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  return readOaiAnswer(parseXml(await response.text()));
}

interface Listed {
  readonly ids: string[];
  readonly metadata: XmlElement[];
  readonly pages: number;
}

/** A whole list, page by page. */
async function harvest(parameters: Record<string, string>, at: Endpoint = world): Promise<Listed> {
  const listed: Listed = { ids: [], metadata: [], pages: 0 };
  let next: Record<string, string> = parameters;
  let pages = 0;
  for (;;) {
    const answer = await read(next, at);
    pages += 1;
    if (answer.kind === 'headers') listed.ids.push(...answer.headers.map(({ identifier }) => identifier));
    else if (answer.kind === 'records')
      for (const { header, metadata, refused } of answer.entries) {
        expect(refused).toBeNull();
        listed.ids.push(header?.identifier ?? '');
        if (metadata !== null) listed.metadata.push(metadata);
      }
    else throw new Error(`the answer is ${JSON.stringify(answer)}`);
    if (answer.next.completeListSize !== null) expect(answer.next.completeListSize).toBeGreaterThan(0);
    if (answer.next.token === null) return { ...listed, pages };
    next = { verb: parameters['verb'] ?? '', resumptionToken: answer.next.token };
  }
}

/** What the search of a set finds, each work once by the id that its documents give it. */
async function worksOf(query: string, filter: string): Promise<string[]> {
  const found = new Set<string>();
  let after = '';
  for (;;) {
    const { data } = await world.ask(
      `{ search(query: "${query}", filter: {${filter}}, first: 100${after}) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    const { search } = data as unknown as {
      search: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const ids = search.nodes.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += 50) {
      const answer = await world.ask('query ($ids: [ID!]!) { works(ids: $ids) { id } }', {
        ids: ids.slice(start, start + 50),
      });
      for (const { id } of (answer.data as unknown as { works: { id: string }[] }).works) found.add(id);
    }
    if (!search.pageInfo.hasNextPage) return [...found].sort();
    after = `, after: "${search.pageInfo.endCursor}"`;
  }
}

const idOf = (identifier: string): string => decodeURIComponent(identifier.replace(/^oai:kakehashi\.invalid:/, ''));

describe.skipIf(!HARVESTS)('another hand’s harvester (skipped where this Node.js cannot run it)', () => {
  const run = async (...given: string[]): Promise<unknown[]> => {
    const { stdout } = await promisify(execFile)(process.execPath, [HARVESTER, ...given], { maxBuffer: 2 ** 26 });
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('{') || line.startsWith('['))
      .map((line) => JSON.parse(line) as unknown);
  };
  const at = (): string => `${world.address}/oai`;
  const item = z.object({ header: z.object({ identifier: z.string() }), metadata: z.object({}) });

  it('reads who answers, the sets and the formats', async () => {
    expect(await run('identify', at())).toMatchObject([
      { protocolVersion: '2.0', baseURL: at(), deletedRecord: 'transient', granularity: 'YYYY-MM-DDThh:mm:ssZ' },
    ]);
    expect(await run('list-sets', at())).toMatchObject([
      { setSpec: 'sea', setName: 'The sea' },
      { setSpec: 'dias', setName: 'dias' },
      { setSpec: 'none', setName: 'none' },
    ]);
    expect(await run('list-metadata-formats', at())).toMatchObject([
      PREFIXES.map((metadataPrefix) => ({ metadataPrefix })),
    ]);
  }, 60_000);

  it.each(PREFIXES)(
    'gets every work of a set once as %s',
    async (prefix) => {
      const lines = await run('list-records', at(), '-p', prefix, '-s', 'sea');
      const ids = lines.map((line) => idOf(item.parse(line).header.identifier));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(100);
      expect([...ids].sort()).toEqual(await worksOf('海洋', ''));
    },
    120_000,
  );

  it('gets the headers of all sets, and one record', async () => {
    const lines = await run('list-identifiers', at(), '-p', 'oai_dc');
    const identifiers = lines.map((line) => z.object({ identifier: z.string() }).parse(line).identifier);
    const [sea, dias] = await Promise.all([worksOf('海洋', ''), worksOf('海', 'platforms: DIAS')]);
    expect(identifiers.map(idOf).sort()).toEqual([...new Set([...sea, ...dias])].sort());
    const [identifier = ''] = identifiers;
    expect(await run('get-record', at(), '-i', identifier, '-p', 'jpcoar_2.0')).toMatchObject([
      { header: { identifier }, metadata: { 'jpcoar:jpcoar': {} }, about: expect.anything() as unknown },
    ]);
  }, 120_000);
});

describe('a list', () => {
  it('is given in parts, each work once, and goes on in another process', async () => {
    const other = await world.another({ OAI_SETS: SETS });
    const whole = await harvest({ verb: 'ListRecords', metadataPrefix: 'oai_dc', set: 'sea' });
    expect(whole.pages).toBeGreaterThan(2);
    expect(new Set(whole.ids).size).toBe(whole.ids.length);
    const first = await read({ verb: 'ListRecords', metadataPrefix: 'oai_dc', set: 'sea' });
    if (first.kind !== 'records') throw new Error('no records');
    expect(first.next).toEqual({ token: expect.any(String) as unknown, completeListSize: whole.ids.length });
    const rest = await harvest({ verb: 'ListRecords', resumptionToken: first.next.token ?? '' }, other);
    // What no platform dates has the datestamp of its first reading, which is another process's own, and later.
    const begun = new Set(first.entries.map(({ header }) => header?.identifier));
    expect(rest.ids.filter((id) => !begun.has(id)).sort()).toEqual(whole.ids.filter((id) => !begun.has(id)).sort());
  }, 120_000);

  it('is in order of its datestamps, which select', async () => {
    const answer = await read({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set: 'dias' });
    if (answer.kind !== 'headers') throw new Error('no headers');
    const dated = answer.headers.map(({ datestamp }) => datestamp ?? '');
    expect(dated.length).toBeGreaterThan(20);
    expect(dated).toEqual([...dated].sort());
    const [from = '', until = ''] = [dated[3], dated[9]].map((day) => day?.slice(0, 10));
    const part = await harvest({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set: 'dias', from, until });
    const meant = answer.headers.filter(({ datestamp }) => {
      const day = datestamp?.slice(0, 10) ?? '';
      return day >= from && day <= until;
    });
    expect(part.ids).toEqual(meant.map(({ identifier }) => identifier));
    const { data } = await world.ask('query ($ids: [ID!]!) { works(ids: $ids) { updated } }', {
      ids: answer.headers.slice(0, 5).map(({ identifier }) => idOf(identifier)),
    });
    const { works } = data as unknown as { works: { updated: string | null }[] };
    expect(works.map(({ updated }) => updated)).toEqual(dated.slice(0, 5));
  }, 60_000);

  it('may be asked for by POST', async () => {
    const response = await fetch(`${world.address}/oai`, {
      method: 'POST',
      body: new URLSearchParams({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set: 'dias' }),
    });
    expect(readOaiAnswer(parseXml(await response.text()))).toMatchObject({ kind: 'headers' });
    const json = await fetch(`${world.address}/oai`, { method: 'POST', body: 'verb=Identify' });
    expect(json.status).toBe(415);
  });

  it('tells where each record comes from', async () => {
    const response = await get({ verb: 'ListRecords', metadataPrefix: 'oai_dc', set: 'dias' });
    const root = parseXml(await response.text());
    const text = serializeXml(root);
    expect(text).toMatch(
      /<originDescription[^>]*harvestDate="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"[^>]*altered="true"[^>]*><baseURL>https:\/\/diasjp\.net\//,
    );
  });
});

describe.skipIf(!existsSync(XSD) || !XMLLINT)('the metadata (skipped where XML Schemas or xmllint are missing)', () => {
  it.each([
    ['oai_dc', 'oai_dc/oai_dc.xsd'],
    ['jpcoar_2.0', 'jpcoar-2.0/jpcoar_scm.xsd'],
  ])(
    'as %s is valid in every record',
    async (metadataPrefix, schema) => {
      const { metadata } = await harvest({ verb: 'ListRecords', metadataPrefix, set: 'sea' });
      expect(metadata.length).toBeGreaterThan(100);
      const folder = mkdtempSync(join(tmpdir(), 'oai-'));
      try {
        const xml = pathToFileURL(join(XSD, 'oai_dc/xml.xsd')).href;
        const uris = ['2001/03/xml.xsd', '2009/01/xml.xsd', '2001/xml.xsd'].map((path) => `http://www.w3.org/${path}`);
        const rows = uris.map((uri) => `<system systemId="${uri}" uri="${xml}"/><uri name="${uri}" uri="${xml}"/>`);
        const catalog = join(folder, 'catalog.xml');
        writeFileSync(
          catalog,
          `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${rows.join('')}</catalog>`,
        );
        const files = metadata.map((element, index) => {
          const file = join(folder, `${String(index)}.xml`);
          writeFileSync(file, serializeXml(element));
          return file;
        });
        const { status, stderr } = spawnSync(
          'xmllint',
          ['--noout', '--nonet', '--schema', join(XSD, schema), ...files],
          {
            encoding: 'utf8',
            env: { ...process.env, XML_CATALOG_FILES: catalog },
          },
        );
        expect(stderr.split('\n').filter((line) => line.includes('fails to validate'))).toEqual([]);
        expect(status).toBe(0);
        expect(readFileSync(files[0] ?? '', 'utf8')).toContain('schemaLocation');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});

describe('a request that cannot be answered', () => {
  it.each([
    ['verb=Nonsense', 'badVerb'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2019-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=a%20b', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a%20b', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=ListRecords&resumptionToken=abc', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=abc', 'badResumptionToken'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:kakehashi.invalid:doi:10.1/none', 'idDoesNotExist'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=nonsense', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=nonsense', 'idDoesNotExist'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=nowhere', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=none', 'noRecordsMatch'],
    ['verb=ListIdentifiers&metadataPrefix=oai_dc&from=2100-01-01', 'noRecordsMatch'],
  ])('%s is told by its code: %s', async (query, code) => {
    expect(await read(query)).toEqual({ kind: 'error', codes: [code] });
  });

  it('tells that there are no sets where none are configured', async () => {
    const other = await world.another({ OAI_SETS: ';' });
    expect(await read('verb=ListSets', other)).toEqual({ kind: 'error', codes: ['noSetHierarchy'] });
    expect(await read('verb=ListRecords&metadataPrefix=oai_dc&set=sea', other)).toEqual({
      kind: 'error',
      codes: ['noSetHierarchy'],
    });
    expect(await read('verb=ListRecords&metadataPrefix=oai_dc', other)).toEqual({
      kind: 'error',
      codes: ['noRecordsMatch'],
    });
  });
});

describe('while a platform is away', () => {
  afterEach(() => world.fault('eosc', null));

  it('a list that it holds a part of is not shorter: its harvester is asked to come again', async () => {
    const other = await world.another({ OAI_SETS: 'sea?query=海&platforms=eosc,dias' });
    await other.catalogued();
    await world.fault('eosc', '503');
    const told = async (): Promise<string> => {
      const refused = await ask({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set: 'sea' }, other);
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const { errors } = (await refused.json()) as { errors: { message: string; extensions: { code: string } }[] };
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
      return errors[0]?.message ?? '';
    };
    // Until it has been waited for in vain.
    await expect.poll(told, { timeout: 110_000 }).toContain('without it the list would be shorter');
  }, 120_000);
});

describe('a harvester that asks too often', () => {
  it('is told by what harvesters know', async () => {
    const other = await world.another({ OAI_SETS: SETS, RATE_LIMIT: '1/min' });
    expect((await ask('verb=Identify', other)).status).toBe(200);
    const refused = await ask('verb=Identify', other);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
