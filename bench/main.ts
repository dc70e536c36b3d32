/**
 * npm run bench: the 20-work search over the sandbox. From the answer cache beside a bare node:http server that returns the
 * same bytes; without the answer cache beside stock @apollo/gateway with LocalGraphQLDataSource over the same subgraphs; and cold. Times on
 * a shared machine are noisy: the ratios within one run are what counts.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from '../cli/exit.js';
import { ask, cpuOf, inTurns, perSecond, type Measured, type Server } from './measure.js';
import { startCommand, startPlatforms, startScript } from './servers.js';

/** Those that are compared are measured in turns. */
const DURATION = { warmSeconds: 2, seconds: 5, rounds: 3 };
const COLD_QUERIES = 40;
const SCRIPT = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

/** The query of the first issue: hits, their details, and both platforms' own fields. */
const QUERY = `query ($q: String) { search(query: $q, first: 20) {
  nodes { id title { ja en } issued creators { name { ja en } } accessRight records { id platform } cinii { crid } jairo { recid files { name url } } }
  sources { platform state total totalKind tookMs }
} }`;
/** One for each connection: equal requests that are under way at once are answered once, which is measured apart. */
const WORDS = ['海洋プラスチック', '海洋', '気候', '津波', '地震', '材料', '電池', '森林', '観測', '衛星'];

const body = (words: string): string => JSON.stringify({ query: QUERY, variables: { q: words } });

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Different queries one after another: nothing is in the cache. */
async function cold(url: string): Promise<string> {
  const words = ['海洋', '気候', '津波', '地震', '材料', '電池', '遺伝子', '森林', '観測', '衛星'];
  const times: number[] = [];
  for (let index = 0; index < COLD_QUERIES; index += 1) {
    const began = performance.now();
    const searched = `${words[index % words.length] ?? ''} ${String(2000 + index)} OR ${words[(index + 3) % words.length] ?? ''}`;
    await ask(url, body(searched));
    times.push(performance.now() - began);
  }
  const sorted = times.sort((a, b) => a - b);
  return `| ${percentile(sorted, 0.5).toFixed(1)} | ${percentile(sorted, 0.99).toFixed(1)} |`;
}

/** Of the first server beside the second. */
function speedUp([ours, theirs]: readonly Measured[]): string {
  return ours && theirs ? (perSecond(ours) / perSecond(theirs)).toFixed(2) : '';
}

function table(measured: readonly Measured[]): string {
  const rows = measured.map(
    (one) =>
      `| ${one.name} | ${perSecond(one).toFixed(1)} | ${cpuOf(one).toFixed(0)} | ${one.p50.toFixed(1)} | ${one.p99.toFixed(1)} |`,
  );
  return [
    '| server | requests/s | CPU µs a request | p50 ms | p99 ms |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const platforms = await startPlatforms();

/** A gateway with a rate limit that nobody meets, so that counting is measured as well. */
async function gateway(name: string, environment: Readonly<Record<string, string>> = {}): Promise<Server> {
  const ready = /on (http:\S+)/;
  const settings = { LOG_LEVEL: 'error', RATE_LIMIT: '9999999/min', ...platforms.settings, ...environment };
  const child = await startCommand(['serve', '--port', '0'], settings, ready);
  return { name, url: ready.exec(child.output)?.[1] ?? '', child };
}

async function stock(): Promise<Server> {
  const ready = /on (http:\S+)/;
  const child = await startScript(
    SCRIPT('stock'),
    [],
    { ...platforms.settings, LOG_LEVEL: 'error', NODE_ENV: 'production' },
    ready,
  );
  return { name: 'stock gateway', url: ready.exec(child.output)?.[1] ?? '', child };
}

async function bare(bytes: string): Promise<Server> {
  const file = join(mkdtempSync(join(tmpdir(), 'kakehashi-bench-')), 'answer.json');
  writeFileSync(file, bytes);
  const child = await startScript(SCRIPT('bare'), [file], {}, /http:\S+\n/);
  return { name: 'bare node:http, same bytes', url: child.output.trim(), child };
}

const started: Server[] = [];
const running = async (server: Promise<Server>): Promise<Server> => {
  started.push(await server);
  return server;
};
const [search = ''] = WORDS;
const same = WORDS.map(() => body(search));

try {
  const cached = await running(gateway('kakehashi, answer cache'));
  const coldTimes = await cold(cached.url);
  // The answer is kept once the small catalogues are read.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  const bytes = await ask(cached.url, body(search));
  const plain = await running(bare(bytes));
  const hits = await inTurns([cached, plain], same, DURATION);
  const [kept, least] = hits as [Measured, Measured];
  const uncached = await running(gateway('kakehashi, no answer cache', { ANSWER_CACHE_MAX_BYTES: '0' }));
  const other = await running(stock());
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  const equal = await inTurns([uncached, other], same, DURATION);
  const executed = await inTurns([uncached, other], WORDS.map(body), DURATION);
  print(
    [
      `Node.js ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}; ${String(WORDS.length)} connections, ${String(DURATION.rounds)} × ${String(DURATION.seconds)} s each in turns; answer of ${String(Buffer.byteLength(bytes))} bytes`,
      '',
      'Answers that are kept:',
      '',
      table(hits),
      '',
      'Answers that are made, one for all callers, with everything of the platforms in the cache:',
      '',
      table(equal),
      '',
      'Answers that are made, a different one for each caller:',
      '',
      table(executed),
      '',
      '| beside one another, in this run | ratio | wanted |',
      '| --- | --- | --- |',
      `| CPU time of an answer that is kept, to the bare server's | ${(cpuOf(kept) / cpuOf(least)).toFixed(2)} | at most 2 |`,
      `| requests a second to the stock gateway's, one answer for all callers | ${speedUp(equal)} | at least 2 |`,
      `| requests a second to the stock gateway's, a different one for each | ${speedUp(executed)} | at least 2 |`,
      '',
      `Cold, ${String(COLD_QUERIES)} different searches one after another:`,
      '',
      '| p50 ms | p99 ms |\n| --- | --- |',
      coldTimes,
    ].join('\n'),
  );
} finally {
  for (const { child } of [...started, platforms]) child.process.kill();
}
