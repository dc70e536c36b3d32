import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { platforms as registry } from '../subgraphs/index.js';

/** Every simulated platform out of service. */
const ALL_AWAY = registry.map(({ name }) => `${name}=503`).join(',');

// What a user runs is the build (npm test makes it first).
const CLI = resolve('dist/cli/main.js');

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Process = ChildProcessByStdio<null, Readable, Readable>;

function start(
  args: readonly string[],
  environment: Record<string, string> = {},
  nodeOptions: readonly string[] = [],
): Process {
  const env = { ...process.env, LOG_LEVEL: 'warn', ...environment };
  return spawn(process.execPath, [...nodeOptions, CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function finish(child: Process): Promise<Run> {
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ code, out, err });
    });
  });
}

const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Run> =>
  finish(start(args, environment));

/** Waits until a server says where it is. */
function addressOf(child: Process): Promise<string> {
  return new Promise((done, fail) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      const address = /on (http:\S+)/.exec(out)?.[1];
      if (address) done(address);
    });
    child.once('close', () => {
      fail(new Error('it ended before it served'));
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'kakehashi-cli-'));
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const RECORD = `<jpcoar:jpcoar xmlns:jpcoar="https://github.com/JPCOAR/schema/blob/master/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:datacite="https://schema.datacite.org/meta/kernel-4/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<dc:title xml:lang="ja">海の観測</dc:title><dc:title xml:lang="en">Observing the sea</dc:title><datacite:date dateType="Issued">2021-04</datacite:date>
<dc:type rdf:resource="http://purl.org/coar/resource_type/c_ddb1">dataset</dc:type></jpcoar:jpcoar>`;

describe.skipIf(!existsSync(CLI))('the commands (skipped where there is no build: npm run build)', () => {
  it.each([
    [['--version'], 0],
    [['--help'], 0],
    [['serve', '--help'], 0],
    [['nonsense'], 2],
    [['serve', '--profile', 'other'], 2],
    [['convert', '--from', 'nonsense', '--to', 'work', 'x'], 2],
    [['convert', 'x'], 2],
    [['search', 'x', '--limit', '0'], 2],
    [['search', 'x', '--filter', 'colour=red'], 2],
    [['sandbox', '--fault', 'jairo=nonsense'], 2],
    [['sandbox', '--fault', 'nowhere=503'], 2],
    [['search', 'x', '--filter', 'types=NONSENSE'], 1],
    [['serve', '--platforms', 'nowhere'], 1],
    [['convert', '--from', 'jpcoar', '--to', 'work', 'not-there.xml'], 1],
    [['compose', '--check'], 0],
  ])('%j ends with %i and no stack', async (args, code) => {
    const { code: ended, err } = await run(args);
    expect(err).not.toMatch(/\n\s+at /);
    expect(ended).toBe(code);
  });

  it.each([
    ['bibtex', /^@dataset\{work-[0-9a-f]{10},\n/],
    ['ris', /^TY {2}- DATA\r\n/],
    ['csl-json', /^\{\n {2}"type": "dataset"/],
    ['schema-org', /^\{\n {2}"@context": "https:\/\/schema\.org"/],
    ['dcat-ap', /^\{\n {2}"@context": \{/],
  ])('convert writes one record in %s', async (to, form) => {
    const { code, out } = await run(['convert', '--from', 'jpcoar', '--to', to, file('record.xml', RECORD)]);
    expect(code).toBe(0);
    expect(out).toMatch(form);
    expect(out).toContain('海の観測');
    if (out.startsWith('{')) expect(JSON.parse(out)).not.toHaveProperty('length');
  });

  it('convert prints the API names, null for what is missing, and no `text`', async () => {
    const { code, out } = await run(['convert', '--from', 'jpcoar', '--to', 'work', file('record.xml', RECORD)]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: null,
      doi: null,
      type: 'DATASET',
      title: {
        ja: '海の観測',
        en: 'Observing the sea',
        values: [
          { value: '海の観測', lang: 'ja' },
          { value: 'Observing the sea', lang: 'en' },
        ],
      },
      issued: '2021-04',
      creators: [],
      license: null,
      accessRight: 'UNKNOWN',
    });
    expect(out).not.toContain('"text"');
  });

  it('convert refuses a document in one line that says where, and still converts the others', async () => {
    const { code, out, err } = await run([
      'convert',
      '--from',
      'jpcoar',
      '--to',
      'work',
      file('broken.xml', RECORD.slice(0, -30)),
      file('record.xml', RECORD),
    ]);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/broken\.xml: .*line 3/);
    expect(JSON.parse(out)).toMatchObject({ issued: '2021-04' });
  });

  it('search prints works in every format, and how the platforms did beside them', async () => {
    const [table, json, ndjson, csv] = await Promise.all(
      // Four gateways with six simulated platforms each, at once.
      ['table', 'json', 'ndjson', 'csv'].map((format) =>
        run(['search', '海洋プラスチック', '--limit', '3', '--format', format]),
      ),
    );
    expect(table?.out).toMatch(/^issued +type +access +title/);
    expect((JSON.parse(json?.out ?? '') as { works: unknown[] }).works).toHaveLength(3);
    expect(
      ndjson?.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toHaveLength(3);
    expect(csv?.out.split('\r\n')[0]).toBe(
      'id,doi,type,issued,title_ja,title_en,creators,access_right,platforms,url,orcids,affiliations,publisher,container,issn,volume,issue,first_page,last_page,version,embargo_until,languages,subjects,licenses,funders,awards,identifiers,description,updated,record_ids,year,issued_on,attribution,terms',
    );
    expect(csv?.err).toMatch(/CINII_RESEARCH: OK, \d+ records/);
  }, 60_000);

  it('search ends where only platforms that are away could have more', async () => {
    const { code, err } = await run(['search', '衛星', '--limit', '100'], {
      SANDBOX_FAULTS: 'cinii=503,jairo=503,eosc=503',
    });
    expect(code).toBe(0);
    expect(err).toMatch(/CINII_RESEARCH: FAILED/);
  });

  it('search ends with 3 when every platform failed', async () => {
    const { code, err } = await run(['search', 'x'], { SANDBOX_FAULTS: ALL_AWAY });
    expect(code).toBe(3);
    expect(err).toMatch(/None of the platforms answered/);
  });

  it('serve on a taken port ends with one line', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as { port: number };
    const { code, err, out } = await run(['serve'], { PORT: String(port) });
    taken.close();
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(err).toContain(`Port ${String(port)}`);
  });

  it('serve answers, tells its health, never leaves this machine, and ends well when told to', async () => {
    const child = start(['serve', '--port', '0'], {}, ['--import', resolve('test/deny-network.mjs')]);
    const ended = finish(child);
    const address = await addressOf(child);
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ search(query: \\"海\\", first: 2) { nodes { id } } }"}',
    });
    expect(((await answer.json()) as { data: { search: { nodes: unknown[] } } }).data.search.nodes).toHaveLength(2);
    expect(await (await fetch(`${address}/health/ready`)).json()).toMatchObject({
      status: 'ok',
      platforms: { CINII_RESEARCH: { state: 'UP' }, JAIRO_CLOUD: { state: 'UP' } },
    });
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    const page = await (await fetch(address)).text();
    expect(page).toContain('/graphql');
    expect(page).not.toMatch(/<script|src=|@import/);
    child.kill('SIGTERM');
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(err).not.toContain('NETWORK');
  });
});
