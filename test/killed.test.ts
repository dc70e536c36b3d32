import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis, redisAt, redisNeeded, startRedis, type TestRedis } from '../upstream/redis-testing.js';
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
