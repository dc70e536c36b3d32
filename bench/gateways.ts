/**
 * Gateways over the same subgraphs and simulated platforms, whose answers are in the caches: @apollo/gateway as it comes, over
 * HTTP and in the process, Hive Gateway where it is installed (npm ci in test/hive-gateway), ours. `--quick`: a shorter look.
 */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from '../cli/exit.js';
import { ask, cpuOf, inTurns, perSecond, type Duration, type Server } from './measure.js';
import { startCommand, startPlatforms, startScript, type Child } from './servers.js';

const DURATION: Duration = process.argv.includes('--quick')
  ? { warmSeconds: 2, seconds: 2, rounds: 1 }
  : { warmSeconds: 3, seconds: 3, rounds: 3 };
const SCRIPT = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));
const HIVE = fileURLToPath(
  new URL('../../test/hive-gateway/node_modules/@graphql-hive/gateway/dist/bin.js', import.meta.url),
);
const CONNECTIONS = 10;

const WORK = 'id title { ja en } issued creators { name { ja en } } accessRight records { id platform }';
const OWN = 'cinii { crid } jairo { recid files { name url } }';
const search = (first: number, fields: string): string =>
  `{ search(query: "海洋", first: ${String(first)}) { nodes { ${fields} } sources { platform state total totalKind } } }`;
const QUERIES: readonly { readonly name: string; readonly query: string }[] = [
  { name: 'tiny', query: '{ platforms { platform } }' },
  { name: 'the 20-work search', query: search(20, `${WORK} ${OWN}`) },
  {
    name: 'a large answer',
    query: search(100, `${WORK} url type publisher { ja en } identifiers { scheme value url } ${OWN}`),
  },
];

const platforms = await startPlatforms();
const children: Child[] = [platforms.child];
const folder = mkdtempSync(join(tmpdir(), 'kakehashi-bench-'));
const settings = { ...platforms.settings, LOG_LEVEL: 'error', NODE_ENV: 'production', RATE_LIMIT: 'none' };
const ON = /on (http:\S+)/;

async function running(starting: Promise<Child>): Promise<Child> {
  const child = await starting;
  children.push(child);
  return child;
}

async function server(name: string, starting: Promise<Child>): Promise<Server> {
  const child = await running(starting);
  return { name, url: ON.exec(child.output)?.[1] ?? '', child };
}

const ours = (name: string, environment: Readonly<Record<string, string>>): Promise<Server> =>
  server(name, startCommand(['serve', '--port', '0'], { ...settings, ...environment }, ON));

async function hive(supergraph: string): Promise<Server[]> {
  if (!existsSync(HIVE)) return [];
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const url = `http://127.0.0.1:${String(port)}`;
  const child = await running(
    startScript(
      HIVE,
      ['supergraph', supergraph, '--port', String(port), '--host', '127.0.0.1'],
      { ...settings, LOG_LEVEL: 'info' },
      /\n/,
    ),
  );
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await fetch(`${url}/readiness`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return [{ name: '@graphql-hive/gateway, HTTP', url, child }];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Hive Gateway did not get ready.');
}

/** One query to all servers, a table of what they did; the first server is what the others are compared to. */
async function measured(query: string, servers: readonly Server[]): Promise<string> {
  const body = JSON.stringify({ query });
  const bytes = await ask(servers[0]?.url ?? '', body);
  const file = join(folder, 'answer.json');
  writeFileSync(file, bytes);
  const child = await running(startScript(SCRIPT('bare'), [file], {}, /http:\S+\n/));
  const all = [...servers, { name: 'bare node:http, same bytes', url: child.output.trim(), child }];
  const sums = await inTurns(all, Array<string>(CONNECTIONS).fill(body), DURATION);
  const [first] = sums;
  const rows = await Promise.all(
    sums.map(async (one, index) => {
      const memory = ((await all[index]?.child.memory()) ?? 0) / 1_000_000;
      const ratio = first === undefined ? 0 : perSecond(one) / perSecond(first);
      return `| ${one.name} | ${perSecond(one).toFixed(0)} | ${ratio.toFixed(1)} | ${cpuOf(one).toFixed(0)} | ${one.p50.toFixed(1)} | ${one.p99.toFixed(1)} | ${memory.toFixed(0)} |`;
    }),
  );
  child.process.kill();
  return [
    `answer of ${String(Buffer.byteLength(bytes))} bytes`,
    '',
    '| gateway | requests/s | times stock over HTTP | CPU µs a request | p50 ms | p99 ms | RSS MB |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

try {
  const supergraph = join(folder, 'supergraph.graphql');
  await running(startScript(SCRIPT('subgraphs'), [supergraph], { ...settings, PORT: '0' }, ON));
  const servers = [
    await server('@apollo/gateway, HTTP', startScript(SCRIPT('stock'), [supergraph], settings, ON)),
    await server('@apollo/gateway, in the process', startScript(SCRIPT('stock'), [], settings, ON)),
    ...(await hive(supergraph)),
    await ours('kakehashi, EXECUTOR=apollo, no answer cache', { EXECUTOR: 'apollo', ANSWER_CACHE_MAX_BYTES: '0' }),
    await ours('kakehashi, no answer cache', { ANSWER_CACHE_MAX_BYTES: '0' }),
    await ours('kakehashi', {}),
  ];
  // Until the small catalogues are read.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  print(
    `Node.js ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}; ${String(CONNECTIONS)} connections, ${String(DURATION.rounds)} × ${String(DURATION.seconds)} s each in turns. CPU and RSS of the gateway's process: over HTTP the subgraphs' are not in it.`,
  );
  for (const { name, query } of QUERIES) print(`\n### ${name}\n\n${await measured(query, servers)}`);
  if (!existsSync(HIVE)) print('\n@graphql-hive/gateway is not installed: npm ci in test/hive-gateway.');
} finally {
  for (const { process: one } of children) one.kill();
}
