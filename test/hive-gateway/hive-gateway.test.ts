/** Another gateway over the same subgraphs gives the same answers: the supergraph is plain Federation 2. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListeningServer } from '../../gateway/http-server.js';
import { readSettings } from '../../gateway/settings.js';
import { serveSubgraph, SUBGRAPH_NAMES } from '../../gateway/subgraph-server.js';
import { composeSupergraph } from '../../schema/compose.js';
import { subgraphDefinitions } from '../../schema/subgraphs.js';
import { platforms as registry } from '../../subgraphs/index.js';
import { askAt, startWorld, untilCatalogued, USER_AGENT, type World } from '../support.js';

const HIVE = fileURLToPath(new URL('./node_modules/.bin/hive-gateway', import.meta.url));
const INSTALLED = existsSync(HIVE);
const SECRET = { KAKEHASHI_SECRET: 'the same in every process' };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilReady(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const ready = await fetch(`${address}/readiness`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Hive Gateway did not get ready (exit code ${String(child.exitCode)}).`);
}

describe.skipIf(!INSTALLED)(
  INSTALLED ? 'Hive Gateway over the subgraphs' : 'Hive Gateway is not installed (npm ci in test/hive-gateway)',
  () => {
    let world: World;
    let hive: ChildProcess;
    let address: string;
    let folder: string;
    const servers: ListeningServer[] = [];

    beforeAll(async () => {
      world = await startWorld(SECRET);
      const settings = readSettings(
        { PORT: '0', LOG_LEVEL: 'silent', ...SECRET },
        registry.map(({ name }) => name),
      );
      const urls = new Map<string, string>();
      for (const name of SUBGRAPH_NAMES) {
        const server = await serveSubgraph(name, settings, world.environment, USER_AGENT, pino({ level: 'silent' }));
        servers.push(server);
        urls.set(name, `${server.address}/graphql`);
      }
      await world.catalogued();
      await untilCatalogued((query) => askAt(urls.get('catalog') ?? '', query));
      folder = await mkdtemp(join(tmpdir(), 'kakehashi-hive-'));
      const file = join(folder, 'supergraph.graphql');
      await writeFile(
        file,
        composeSupergraph(subgraphDefinitions().map(({ name, sdl }) => ({ name, sdl, url: urls.get(name) ?? '' }))),
      );
      const port = await freePort();
      hive = spawn(HIVE, ['supergraph', file, '--port', String(port), '--host', '127.0.0.1'], {
        cwd: folder,
        stdio: 'ignore',
      });
      address = `http://127.0.0.1:${String(port)}`;
      await untilReady(address, hive);
    }, 90_000);

    afterAll(async () => {
      hive.kill('SIGKILL');
      await Promise.all(servers.map((server) => server.close()));
      await world.close();
      await rm(folder, { recursive: true, force: true });
    });

    // Fragments on the types of `records` are left out: Hive Gateway 2.15 reads such a list twice and joins the two wrongly.
    // The platforms' own fields of the work (cinii, eosc, …) lead to the same values.
    it.each([
      [
        'a search with fields of the platforms',
        '{ search(query: "海洋プラスチック", first: 5) { totalCount pageInfo { endCursor } sources { platform state total } nodes { id title { ja en text } issued creators { name { ja } } records { id platform title { text } } cinii { crid } jairo { recid files { name } } eosc { openaireId citations } } } }',
      ],
      [
        'one platform as it is',
        '{ ciniiSearch(query: "津波", first: 3) { totalCount nodes { crid title { ja en } work { id jairo { recid } } } } }',
      ],
      ['what the platforms are', '{ platforms { platform name { en } homepage capabilities } }'],
      ['a work that nobody has', '{ work(doi: "10.5072/nothing") { id } }'],
    ])('gives the same answer: %s', async (_, query) => {
      const ours = await world.ask(query);
      expect(ours.errors).toBeUndefined();
      expect(await askAt(`${address}/graphql`, query)).toEqual(ours);
    });

    it('refuses the same bad input', async () => {
      const query = '{ work(id: "no id") { id } }';
      const [ours, theirs] = [await world.ask(query), await askAt(`${address}/graphql`, query)];
      expect(theirs.errors?.[0]).toMatchObject({
        message: ours.errors?.[0]?.message,
        extensions: { code: 'BAD_USER_INPUT' },
      });
    });
  },
);
