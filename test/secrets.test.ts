/** Secrets of the server and of callers: in no log, answer, figure or shared cache, whatever fails. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { brotliDecompressSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../gateway/gateway.js';
import { serveHttp, type HttpFront } from '../gateway/http.js';
import { readSettings } from '../gateway/settings.js';
import { platforms as registry } from '../subgraphs/index.js';
import { hasRedis, redisAt, redisNeeded, startRedis, type TestRedis } from '../upstream/redis-testing.js';
import { CALLER_TOKEN, expectNoSecrets, SECRETS } from './secret-markers.js';
import { startWorld, USER_AGENT, type World } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'kakehashi-secret-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the watch over the suite', () => {
  const run = (code: string): string => {
    const log = join(folder, `finds-${String(Math.random())}`);
    writeFileSync(log, '');
    const env = { ...process.env, KAKEHASHI_SECRETS_LOG: log };
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env });
    expect(status).toBe(0);
    return log;
  };
  const ANSWERING = (body: string, headers: string): string => `
    import { createServer } from 'node:http';
    const server = createServer((_, response) => { response.writeHead(200, ${headers}); response.end(${body}); });
    server.listen(0, '127.0.0.1', async () => {
      await (await fetch('http://127.0.0.1:' + server.address().port)).text();
      server.close();
      server.closeAllConnections();
    });`;

  it.each([
    ['printed', "console.log('it is ' + process.env.CINII_APPID)"],
    ['printed as an error', 'console.error({ token: process.env.OPENAIRE_TOKEN })'],
    ['printed in base64', "console.log(Buffer.from('id:' + process.env.KAKEHASHI_SECRET + ':x').toString('base64'))"],
  ])('finds what is %s', (_, code) => {
    const log = run(code);
    expect(() => {
      expectNoSecrets(log);
    }).toThrow(/the output of/);
  });

  it('finds nothing where there is nothing', () => {
    expectNoSecrets(run("console.log('marker-'); console.error(new Error('appid'))"));
  });

  it.each([
    ['answered', ANSWERING('process.env.CINII_APPID', '{}')],
    ['in a header of an answer', ANSWERING("''", "{ 'x-token': process.env.CINII_APPID }")],
  ])('finds what is %s by a server of ours', (_, code) => {
    const ours = code.replace(
      'response.writeHead',
      "response.setHeader('x-content-type-options', 'nosniff'); response.writeHead",
    );
    if (code.includes('x-token')) {
      const set = ours.replace(
        "response.writeHead(200, { 'x-token': process.env.CINII_APPID })",
        "response.setHeader('x-token', process.env.CINII_APPID)",
      );
      expect(() => {
        expectNoSecrets(run(set));
      }).toThrow(/the headers of an answer of/);
      return;
    }
    expect(() => {
      expectNoSecrets(run(ours));
    }).toThrow(/an answer of/);
    expectNoSecrets(run(code));
  });
});

const SEARCH = `{
  search(query: "海洋プラスチック", first: 5) {
    nodes { id url title { ja } cinii { crid } jairo { id files { url } } rdm { id } eosc { id } provenance { url } }
    sources { platform state message }
  }
}`;
const QUERIES = [
  SEARCH,
  '{ person(nrid: "1000090000001") { id } organization(ror: "https://ror.org/04ksd4g47") { name { ja } } }',
  '{ rdmMe { id } rdmProjects { nodes { id } } }',
  '{ platforms { platform status { message } } }',
  '{ nothing }',
  '{ search(query: "x", after: "bad") { nodes { id } } }',
];
const FAULTS = [null, '500', 'malformed', 'redirect', '429', 'wrong-type', 'reset'];

describe.skipIf(!hasRedis)(`secrets of the server and of a caller${redisNeeded}`, () => {
  let redis: TestRedis;
  let world: World;
  let front: HttpFront;
  let logged = '';
  let told = '';

  beforeAll(async () => {
    redis = await startRedis();
    world = await startWorld();
    const environment = {
      ...world.environment,
      ...SECRETS,
      PORT: '0',
      LOG_LEVEL: 'trace',
      CACHE_URL: redis.url,
      RATE_LIMIT: '100000/min',
    };
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        logged += chunk.toString();
        done();
      },
    });
    const log = pino({ level: 'trace', base: null }, stream);
    const settings = readSettings(
      environment,
      registry.map(({ name }) => name),
    );
    front = await serveHttp(await startGateway(settings, environment, USER_AGENT, log), settings, log);
  }, 60_000);
  afterAll(async () => {
    await front.close();
    await world.close();
    await redis.kill();
  });

  const read = async (path: string, init?: RequestInit): Promise<void> => {
    const response = await fetch(`${front.address}${path}`, init);
    told += JSON.stringify([...response.headers]) + (await response.text());
  };
  const secret = [...Object.values(SECRETS), CALLER_TOKEN];
  const expectNone = (text: string): void => {
    for (const marker of secret) {
      expect(text).not.toContain(marker);
      expect(text).not.toContain(Buffer.from(marker).toString('base64').slice(0, -4));
    }
  };

  it('come out nowhere, whatever is asked and whatever fails', async () => {
    for (const kind of FAULTS) {
      for (const platform of ['cinii', 'jairo', 'rdm', 'dias', 'ged', 'eosc']) await world.fault(platform, kind);
      for (const query of QUERIES) {
        await read('/graphql', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-kakehashi-explain': '1',
            'x-gakunin-rdm-token': CALLER_TOKEN,
            authorization: `Bearer ${CALLER_TOKEN}`,
          },
          body: JSON.stringify({ query: query.replace('海洋', `海洋${String(kind)}`) }),
        });
        await read(`/graphql?query=${encodeURIComponent(query)}`, {
          headers: { 'apollo-require-preflight': 'true', 'x-gakunin-rdm-token': CALLER_TOKEN },
        });
      }
    }
    for (const path of ['/', '/metrics', '/health/ready', '/health/live', '/schema.graphql', '/graphiql', '/nothing'])
      await read(path, { headers: { authorization: `Bearer ${CALLER_TOKEN}` } });
    // The run did what it was to do: platforms were asked with the secrets, failed, and it was told.
    expect(JSON.stringify(await world.asked('cinii'))).toContain(SECRETS.CINII_APPID);
    expect(told).toContain('UPSTREAM_');
    expect(logged).toContain('UPSTREAM_');
    expectNone(told);
    expectNone(logged);
  }, 120_000);

  it('lie not in Redis, neither in keys nor in values', async () => {
    const look = await redisAt(redis.url);
    const keys = await look.keys('*');
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) {
      const value = (await look.type(key)) === 'string' ? ((await look.get(key)) ?? '') : '';
      expectNone(key + value + unpacked(value));
    }
    look.destroy();
  });

  it('of what people search for, nothing is in the log of the usual level', () => {
    const lines = logged.split('\n').filter((line) => line !== '');
    const usual = lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 30);
    expect(usual.length).toBeGreaterThan(0);
    expect(usual.join('\n')).not.toMatch(/海洋|%E6%B5%B7%E6%B4%8B/i);
  });
});

/** The body of a kept answer, which is compressed where it is large. */
function unpacked(value: string): string {
  try {
    const body = /"body":"([^"]*)"/.exec(value)?.[1] ?? '';
    const bytes = Buffer.from(body, 'base64');
    return value.includes('"packed":true') ? brotliDecompressSync(bytes).toString() : bytes.toString();
  } catch {
    return '';
  }
}
