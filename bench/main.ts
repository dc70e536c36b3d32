/**
 * npm run bench: the 20-work search over the sandbox, warm and cold, beside a bare node:http server that returns the same
 * bytes, in one run. Times on a shared machine are noisy: the ratios are what counts.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { startCommand } from './servers.js';

const SECONDS = 8;
const CONNECTIONS = 10;
const COLD_QUERIES = 40;

/** The query of the first issue: hits, their details, and both platforms' own fields. */
const QUERY = `query ($q: String) { search(query: $q, first: 20) {
  nodes { id title { ja en } issued creators { name { ja en } } accessRight records { id platform } cinii { crid } jairo { recid files { name url } } }
  sources { platform state total totalKind tookMs }
} }`;

interface Line {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const body = (query: string): string => JSON.stringify({ query: QUERY, variables: { q: query } });

async function ask(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body(query),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`the benchmark's query failed: ${text.slice(0, 300)}`);
  return text;
}

async function load(name: string, url: string): Promise<Line> {
  const options = {
    url: `${url}/graphql`,
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: body('海洋プラスチック'),
    connections: CONNECTIONS,
  };
  await autocannon({ ...options, duration: 2 });
  const result = await autocannon({ ...options, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${name}: ${String(result.non2xx + result.errors)} requests failed`);
  return { name, perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Different queries one after another: nothing is in the cache. */
async function cold(url: string): Promise<Line> {
  const words = ['海洋', '気候', '津波', '地震', '材料', '電池', '遺伝子', '森林', '観測', '衛星'];
  const times: number[] = [];
  for (let index = 0; index < COLD_QUERIES; index += 1) {
    const began = performance.now();
    await ask(
      url,
      `${words[index % words.length] ?? ''} ${String(2000 + index)} OR ${words[(index + 3) % words.length] ?? ''}`,
    );
    times.push(performance.now() - began);
  }
  const sorted = [...times].sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return {
    name: 'kakehashi, cold (one at a time)',
    perSecond: 1000 / mean,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
  };
}

function startBare(bytes: string): Promise<{ url: string; stop: () => void }> {
  const file = join(mkdtempSync(join(tmpdir(), 'kakehashi-bench-')), 'answer.json');
  writeFileSync(file, bytes);
  const child = spawn(process.execPath, [fileURLToPath(new URL('./bare.js', import.meta.url)), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => {
      resolve({ url: chunk.toString('utf8').trim(), stop: () => child.kill() });
    });
  });
}

function report(lines: readonly Line[], bytes: number): string {
  const bare = lines.at(-1)?.perSecond ?? 1;
  const rows = lines.map(
    ({ name, perSecond, p50, p99 }) =>
      `| ${name} | ${perSecond.toFixed(1)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${(perSecond / bare).toFixed(4)} |`,
  );
  return [
    `Node.js ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}; answer of ${String(bytes)} bytes; warm and bare: ${String(CONNECTIONS)} connections, ${String(SECONDS)} s`,
    '',
    '| server | requests/s | p50 ms | p99 ms | ratio to bare |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const gateway = await startCommand(['serve', '--port', '0'], { LOG_LEVEL: 'error' }, /on (http:\S+)/);
try {
  const url = /on (http:\S+)/.exec(gateway.output)?.[1] ?? '';
  const coldLine = await cold(url);
  const bytes = await ask(url, '海洋プラスチック');
  const warmLine = await load('kakehashi, warm', url);
  const bare = await startBare(bytes);
  const bareLine = await load('bare node:http, same bytes', bare.url);
  bare.stop();
  process.stdout.write(`${report([warmLine, coldLine, bareLine], Buffer.byteLength(bytes))}\n`);
} finally {
  gateway.process.kill();
}
