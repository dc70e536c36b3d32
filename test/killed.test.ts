import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasRedis, redisAt, redisNeeded, startRedis, type TestRedis } from '../upstream/redis-testing.js';
import { createUpstreamClient } from '../upstream/client.js';
import { scopeWith, testPolicy, testRequest, testServer } from '../upstream/testing.js';
import { askAt, startWorld, type World } from './support.js';

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const isBuilt = existsSync(CLI);

/** What lies in Redis, its body unpacked. */
function readable(text: string): string {
  const { value } = JSON.parse(text.startsWith('{') ? text : '{}') as { value?: { body: string; packed: boolean } };
  if (value === undefined) return text;
  const bytes = Buffer.from(value.body, 'base64');
  return (value.packed ? brotliDecompressSync(bytes) : bytes).toString('utf8');
}

describe.skipIf(!hasRedis || !isBuilt)(
  `a process that is killed${redisNeeded}${isBuilt ? '' : ' (skipped where there is no build: npm run build)'}`,
  () => {
    let world: World;
    let redis: TestRedis;
    const processes: ChildProcess[] = [];

    beforeAll(async () => {
      world = await startWorld();
      redis = await startRedis();
    });
    afterAll(async () => {
      for (const child of processes) child.kill('SIGKILL');
      await Promise.all([world.close(), redis.kill()]);
    });

    async function serve(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
      const child = spawn(process.execPath, [CLI, 'serve', '--port', '0'], {
        env: {
          ...process.env,
          ...world.environment,
          CACHE_URL: redis.url,
          KAKEHASHI_SECRET: 'the same in every process',
          LOG_LEVEL: 'silent',
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      processes.push(child);
      const url = await new Promise<string>((resolve, reject) => {
        child.once('exit', (code) => {
          reject(new Error(`it ended with ${String(code)}`));
        });
        let output = '';
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString('utf8');
          const address = /on (http:\S+)/.exec(output)?.[1];
          if (address !== undefined) resolve(`${address}/graphql`);
        });
      });
      return { url, child };
    }

    const PROJECTS = '{ rdmMe { id } rdmProjects(first: 50) { nodes { id public } } }';
    const SEARCH = '{ search(query: "海洋", first: 20) { nodes { id records { id } } sources { platform state } } }';
    const token = { 'X-GakuNin-RDM-Token': 'sandbox-token-umino' };

    it('at any moment leaves nothing that keeps the next one from answering, and nothing of one caller to another', async () => {
      for (const afterMs of [5, 60, 200]) {
        const { url, child } = await serve();
        const asking = [
          askAt(url, SEARCH).catch(() => null),
          askAt(url, PROJECTS, {}, token).catch(() => null),
          askAt(url, SEARCH, {}, token).catch(() => null),
        ];
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        child.kill('SIGKILL');
        await Promise.all(asking);
      }
      const { url } = await serve();
      const mine = await askAt(url, PROJECTS, {}, token);
      const { rdmProjects } = mine.data as unknown as {
        rdmProjects: { nodes: { id: string; public: boolean }[] };
      };
      const own = rdmProjects.nodes.filter((project) => !project.public);
      const privates = own.map(({ id }) => id);
      expect(privates.length).toBeGreaterThan(0);
      const { data, errors } = await askAt(url, SEARCH);
      expect(errors).toBeUndefined();
      const { search } = data as unknown as { search: { nodes: { records: { id: string }[] }[] } };
      expect(search.nodes.length).toBeGreaterThan(5);
      const others = JSON.stringify([
        data,
        await askAt(url, PROJECTS),
        await askAt(url, SEARCH, {}, { 'X-GakuNin-RDM-Token': 'sandbox-token-shinjin' }),
      ]);
      for (const id of privates) expect(others).not.toContain(`"${id}"`);
      // Nor does anything of it lie where processes share.
      const look = await redisAt(redis.url);
      const keys = await look.keys('kakehashi:*');
      const values = await Promise.all(keys.map(async (key) => `${key} ${readable((await look.get(key)) ?? '')}`));
      look.destroy();
      expect(values.length).toBeGreaterThan(0);
      expect(values.join()).not.toContain('sandbox-token');
      // (That a public project names its private parent's id is the platform's own saying.)
      for (const id of privates)
        expect(values.join()).not.toContain(`"id":"${id.replace(/^rdm:/, '')}","type":"nodes","attributes"`);
    }, 60_000);

    it('needs no Redis to go on: with that killed, questions are answered', async () => {
      const { url } = await serve();
      await askAt(url, SEARCH);
      await redis.kill();
      for (const words of ['津波', '黒潮', '海洋']) {
        const { errors, data } = await askAt(url, SEARCH.replace('海洋', words));
        expect(errors).toBeUndefined();
        const { search } = data as unknown as { search: { sources: { platform: string; state: string }[] } };
        expect(search.sources.find(({ platform }) => platform === 'EOSC')?.state).toBe('OK');
      }
    }, 60_000);
  },
);

/** A process with a client of its own: asks for something so that its connection is there, and for `/asked` when it is told to. */
const ASKING = `
const { createUpstreamClient } = await import(process.env.CLIENT);
const { RequestScope } = await import(process.env.SCOPE);
const policy = {
  platform: 'CINII_RESEARCH', name: 'CiNii Research', allows: () => true, concurrency: 4, rate: null, lane: (url) => url.host,
  timeoutMs: 60_000, maxBytes: 100_000, retries: 0, freshMs: { search: 60_000 }, secretParameters: [],
};
const client = createUpstreamClient({
  policies: [policy], userAgent: 'kakehashi/test', cacheMaxBytes: 10_000_000, cacheUrl: process.env.REDIS,
});
const read = (path) =>
  client.read(
    { platform: 'CINII_RESEARCH', method: 'GET', kind: 'search', url: process.env.SERVER + path },
    ({ body }) => body.toString(),
    new RequestScope({ deadline: Date.now() + 60_000 }),
  );
process.stdin.once('data', () => void read('/asked'));
for (let count = 0; ; count += 1) {
  await read('/connected/' + count);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
`;

describe.skipIf(!hasRedis || !isBuilt)(
  `a process that is killed while it asks for others too${redisNeeded}${isBuilt ? '' : ' (skipped where there is no build: npm run build)'}`,
  () => {
    it('is not waited for: the next one asks, and leaves no flight behind', async () => {
      const redis = await startRedis();
      const look = await redisAt(redis.url);
      const asked = (): number => server.seen.filter(({ url }) => url === '/asked').length;
      // The first one who asks is not answered.
      const server = await testServer((request, response) => {
        if (request.url !== '/asked' || asked() > 1) response.end('answer');
      });
      const child = spawn(process.execPath, ['--input-type=module', '-e', ASKING], {
        env: {
          ...process.env,
          CLIENT: new URL('../dist/upstream/client.js', import.meta.url).href,
          SCOPE: new URL('../dist/upstream/scope.js', import.meta.url).href,
          REDIS: redis.url,
          SERVER: server.url,
        },
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      const client = createUpstreamClient({
        policies: [testPolicy({ timeoutMs: 60_000 })],
        userAgent: 'kakehashi/test',
        cacheMaxBytes: 10_000_000,
        cacheUrl: redis.url,
      });
      const read = (path: string) =>
        client.read(testRequest({ url: server.url + path }), ({ body }) => body.toString(), scopeWith(30_000));
      const flights = () => look.keys('kakehashi:flight:*');
      try {
        await vi.waitFor(
          async () => {
            expect((await look.keys('*/connected/*')).length).toBeGreaterThan(0);
          },
          { timeout: 15_000, interval: 50 },
        );
        // Each time another one: what is in memory is not written to Redis again.
        let own = 0;
        await vi.waitFor(
          async () => {
            own += 1;
            await read(`/own/${String(own)}`);
            expect((await look.keys('*/own/*')).length).toBeGreaterThan(0);
          },
          { timeout: 15_000, interval: 50 },
        );
        child.stdin.write('go');
        await vi.waitFor(
          () => {
            expect(asked()).toBe(1);
          },
          { timeout: 10_000 },
        );
        const waiting = read('/asked');
        // While it lives it holds its flight, which would end by itself after a second.
        await new Promise((resolve) => setTimeout(resolve, 2500));
        expect(asked()).toBe(1);
        child.kill('SIGKILL');
        expect((await waiting).value).toBe('answer');
        expect(asked()).toBe(2);
        await vi.waitFor(async () => {
          expect(await flights()).toEqual([]);
        });
      } finally {
        child.kill('SIGKILL');
        look.destroy();
        await client.close();
        await Promise.all([server.close(), redis.kill()]);
      }
    }, 60_000);
  },
);
