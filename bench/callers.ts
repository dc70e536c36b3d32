/**
 * npm run bench:callers [-- CALLERS QUERIES]: so many callers at once (500) with so many different cold searches (20), over
 * simulated platforms that take a second for each answer, in a process of their own. Prints how long those waited who were served
 * and those who were refused. Wanted: p99 under 2.5 s for the served, the others refused with a code in under 200 ms.
 */
import { Agent, request } from 'undici';
import { startCommand } from './servers.js';

const CALLERS = Number(process.argv[2] ?? '500');
const QUERIES = Number(process.argv[3] ?? '20');
const READING_MS = 20_000;
const WORDS = ['海洋', '津波', '黒潮', '森林', '電池', '地震', '観測', '衛星', '気候', '材料'];

const QUERY = `query ($words: String) { search(query: $words, first: 20) {
  nodes { id title { ja en } issued records { id platform } } sources { platform state total }
} }`;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const sandbox = await startCommand(['sandbox', '--port-base', '0', '--latency', '1000'], {}, /EOSC_CATALOGUE_URL=\S+/);
const settings = Object.fromEntries(
  [...sandbox.output.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);
const gateway = await startCommand(
  ['serve', '--port', '0'],
  { ...settings, LOG_LEVEL: 'silent', RATE_LIMIT: '1000000/min' },
  /on (http:\S+)/,
);
const agent = new Agent({ connections: CALLERS, pipelining: 1 });

interface Outcome {
  readonly status: number;
  readonly code: string;
  readonly ms: number;
}

async function call(url: string, words: string): Promise<Outcome> {
  const began = performance.now();
  const { statusCode, body } = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { words } }),
    dispatcher: agent,
  });
  const answer = (await body.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: statusCode, code: answer.errors?.[0]?.extensions.code ?? 'OK', ms: performance.now() - began };
}

try {
  const url = /on (http:\S+)/.exec(gateway.output)?.[1] ?? '';
  // DIAS and GED are read after the start; the connections and the code are warm before it counts.
  await new Promise((resolve) => setTimeout(resolve, READING_MS));
  for (let round = 0; round < 5; round += 1) await call(url, `warm ${String(round)}`);
  await Promise.all(Array.from({ length: CALLERS }, () => call(url, 'warm')));
  const outcomes = await Promise.all(
    Array.from({ length: CALLERS }, (_, index) => {
      const number = index % QUERIES;
      return call(url, `${WORDS[number % WORDS.length] ?? ''} OR x${String(number)}`);
    }),
  );
  const groups = [...new Set(outcomes.map(({ status, code }) => `${String(status)} ${code}`))];
  process.stdout.write('| answered with | callers | p50 ms | p99 ms | most |\n| --- | --- | --- | --- | --- |\n');
  for (const group of groups.sort()) {
    const times = outcomes
      .filter(({ status, code }) => `${String(status)} ${code}` === group)
      .map(({ ms }) => ms)
      .sort((one, other) => one - other);
    const cells = [percentile(times, 0.5), percentile(times, 0.99), times.at(-1) ?? 0].map((ms) => ms.toFixed(0));
    process.stdout.write(`| ${group} | ${String(times.length)} | ${cells.join(' | ')} |\n`);
  }
  const metrics = await (await request(`${url}/metrics`)).body.text();
  const heap = /^kakehashi_process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1] ?? '0';
  process.stdout.write(
    `\n${String(QUERIES)} different searches; ${(Number(heap) / 1e6).toFixed(0)} MB resident after\n`,
  );
} finally {
  gateway.process.kill();
  sandbox.process.kill();
  await agent.destroy();
}
