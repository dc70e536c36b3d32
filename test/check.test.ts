/** kakehashi check over platforms, files and endpoints. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkEndpoint, UnknownEndpoint } from '../conformance/endpoint/check-endpoint.js';
import type { EndpointReport } from '../conformance/endpoint/report.js';
import { parseXml } from '../subgraphs/common/xml.js';
import { startWorld, USER_AGENT, type World } from './support.js';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'kakehashi-check-'));
const servers: Server[] = [];
beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
}, 60_000);
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
  await world.close();
});

const question = { words: '海', userAgent: USER_AGENT };
const failed = ({ checks }: EndpointReport): string[] => checks.filter(({ status }) => status === 'FAIL').map(({ id }) => id); // prettier-ignore

/** A server that answers everything alike. */
async function always(status: number, type: string, body: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

describe('an endpoint', () => {
  it('of OAI-PMH is asked every verb and every error, and its records are checked', async () => {
    const report = await checkEndpoint(`${world.address}/oai`, question);
    expect(report.kind).toBe('OAI_PMH');
    expect(failed(report)).toEqual([]);
    expect(report.sample).toHaveLength(10);
    expect(new Set(report.sample.flatMap(({ checks }) => checks.map(({ profile }) => profile)))).toEqual(
      new Set(['DATACITE_4_6']),
    );
    // What its sets hold is read when they are asked for first.
  }, 180_000);

  it('of GraphQL tells its schema and how it refuses, and its works are checked', async () => {
    const report = await checkEndpoint(`${world.address}/graphql`, question);
    expect(report.kind).toBe('GRAPHQL');
    expect(failed(report)).toEqual([]);
    expect(report.capabilities.find(({ name }) => name === 'introspection')?.value).toBe('on');
    expect(report.sample).toHaveLength(10);
    expect(report.unreadable).toEqual([]);
  }, 60_000);

  it('like the OpenAIRE Graph is paged, and its products are checked by our exports of them', async () => {
    const graph = world.environment['OPENAIRE_URL'] ?? '';
    const report = await checkEndpoint(`${graph}/v2/researchProducts`, question);
    expect(report.kind).toBe('OPENAIRE');
    expect(failed(report)).toEqual([]);
    expect(report.sample.length).toBeGreaterThan(5);
  }, 60_000);

  it('that breaks OAI-PMH fails exactly what it breaks', async () => {
    const identify = '<Identify><repositoryName>x</repositoryName></Identify>';
    const address = await always(200, 'text/xml', `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">${identify}</OAI-PMH>`); // prettier-ignore
    const report = await checkEndpoint(address, question);
    expect(report.checks.find(({ id }) => id === 'oai-pmh:Identify')?.evidence).toContain('without baseURL');
    expect(failed(report)).toEqual(
      expect.arrayContaining(['oai-pmh:ListRecords', 'oai-pmh:badVerb', 'oai-pmh:badArgument']),
    );
  }, 60_000);

  it.each([
    ['pages', 200, 'text/html', '<html></html>'],
    ['an error page', 500, 'text/html', '<html>secret stack</html>'],
    ['JSON of something else', 404, 'application/json', '{"errors":[{"message":"none"}]}'],
  ])(
    'that answers with %s is told to be none, with what each protocol met',
    async (_, status, type, body) => {
      const address = await always(status, type, body);
      const checking = checkEndpoint(address, question);
      await expect(checking).rejects.toThrow(UnknownEndpoint);
      await expect(checking).rejects.toThrow(/neither as OAI-PMH nor as GraphQL nor as the OpenAIRE Graph/);
      await expect(checking).rejects.not.toThrow(/secret/);
    },
    60_000,
  );

  it.each(['not an address', 'ftp://example.org/'])('%j is refused as no address', async (address) => {
    await expect(checkEndpoint(address, question)).rejects.toThrow(/is no http or https address/);
  });
});

describe('the page of conformance', () => {
  it('tells for each platform what its works pass and lack, with one of them, and needs nothing from elsewhere', async () => {
    const response = await fetch(`${world.address}/conformance?query=%E6%B5%B7&platforms=jairo,dias&first=5`);
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.match(/<section>/g)).toHaveLength(2);
    expect(page).toContain('UPSTREAM_MISSING');
    const example = /<a href="(\/works\/[^"]+)">/.exec(page)?.[1] ?? '';
    expect((await fetch(`${world.address}${example}`)).status).toBe(200);
  }, 60_000);

  it('says of a platform that is away that it is, and tells of the others', async () => {
    await world.fault('eosc', '503');
    try {
      const other = await world.another();
      const page = await (
        await fetch(`${other.address}/conformance?query=%E6%B5%B7&platforms=jairo,eosc&first=3`)
      ).text();
      expect(page.match(/<section>/g)).toHaveLength(2);
      expect(page).toContain('JPCOAR_2');
      expect(page).toMatch(/OpenAIRE|EOSC/);
    } finally {
      await world.fault('eosc', null);
    }
  }, 60_000);

  it.each(['first=101', 'first=x', 'profiles=marc', 'platforms=arxiv', 'x=1'])(
    'refuses %s with the reason',
    async (search) => {
      const response = await fetch(`${world.address}/conformance?${search}`);
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('BAD_USER_INPUT')]);
    },
  );
});

const CLI = resolve('dist/cli/main.js');
const isBuilt = existsSync(CLI);

function run(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, LOG_LEVEL: 'warn', ...world.environment };
  const child = spawn(process.execPath, [CLI, 'check', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ code, out, err });
    });
  });
}

describe.skipIf(!isBuilt)(
  `kakehashi check${isBuilt ? '' : ' (skipped where there is no build: npm run build)'}`,
  () => {
    it('counts for each platform what its works pass, and tells whose the gaps are', async () => {
      const { code, out } = await run([
        '--platforms',
        'ged,jairo',
        '--first',
        '5',
        '--format',
        'json',
        '--query',
        '海',
      ]);
      const { subjects } = JSON.parse(out) as {
        subjects: { name: string; totals: { profile: string; counts: Record<string, number> }[] }[];
      };
      expect(subjects).toHaveLength(2);
      expect(subjects.at(1)?.totals.map(({ profile }) => profile)).toContain('JPCOAR_2');
      expect(subjects.at(1)?.totals.every(({ counts }) => (counts['PASS'] ?? 0) > 0)).toBe(true);
      expect(out).toContain('UPSTREAM_MISSING');
      expect(code).toBe(1);
    }, 60_000);

    it('checks files by the profiles that they are about, as JUnit too', async () => {
      const file = join(folder, 'untitled.xml');
      const record =
        '<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.5072/1</identifier><creators><creator><creatorName>A</creatorName></creator></creators><titles/><publisher>P</publisher><publicationYear>2020</publicationYear><resourceType resourceTypeGeneral="Dataset"/></resource>';
      writeFileSync(file, record);
      const table = await run([file]);
      expect(table.out).toMatch(/FAIL\s+DATACITE_4_6\s+3 Title/);
      expect(table.out.match(/^FAIL/gm)).toHaveLength(1);
      expect(table.code).toBe(1);
      const junit = parseXml((await run([file, '--format', 'junit'])).out);
      expect(junit.name).toBe('testsuites');
      writeFileSync(file, record.replace('<titles/>', '<titles><title>T</title></titles>'));
      expect((await run([file])).code).toBe(0);
    }, 60_000);

    it.each([
      [['--profile', 'marc'], 2, /--profile marc: is none of DATACITE_4_6/],
      [['--platforms', 'arxiv'], 2, /--platforms arxiv: is none of/],
      [['--endpoint', 'nowhere'], 1, /nowhere is no http or https address/],
      [['x.xml', '--endpoint', 'http://127.0.0.1/'], 2, /one of them/],
    ])(
      '%j ends with %i in one line',
      async (args, code, said) => {
        const ended = await run(args);
        expect([ended.code, ended.out]).toEqual([code, '']);
        expect(ended.err.trim()).toMatch(said);
        expect(ended.err.trim().split('\n')).toHaveLength(1);
      },
      60_000,
    );
  },
);
