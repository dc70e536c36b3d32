/**
 * npm run bench:latency [-- MILLISECONDS]: cold searches over six simulated platforms that take so long for each answer (300),
 * in a process of their own. Each search is another one, so nothing but a repository's manners is known from before.
 */
import { startCommand, startPlatforms } from './servers.js';

const LATENCY_MS = Number(process.argv[2] ?? '300');
/** DIAS and GED are read in the background after the start, at their own pace. */
const READING_MS = 20_000;
const PLACES = [
  '対馬',
  '相模湾',
  '沖縄',
  '瀬戸内海',
  '東京湾',
  '大阪湾',
  '黒潮',
  '日本海',
  '駿河湾',
  '富山湾',
  '有明海',
  '三陸',
];
const THINGS = ['プラスチック', '環境', '観測', 'データ'];

const SELECTIONS: readonly (readonly [name: string, fields: string])[] = [
  ['hits: id, title, issued, records', 'id title { ja en } issued records { id platform }'],
  [
    'details: description, subjects, funding',
    'id title { ja en } description { ja en } subjects { value { text } } funding { awardNumber }',
  ],
  [
    'details and all platform fields',
    'id title { ja en } description { ja en } subjects { value { text } } cinii { crid } jairo { recid files { name } } rdm { guid } dias { id } ged { id } eosc { citations }',
  ],
];

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

async function took(url: string, words: string, fields: string): Promise<number> {
  const query = `query ($q: String) { search(query: $q, first: 20) { nodes { ${fields} } sources { platform state message } } }`;
  const began = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { q: words } }),
  });
  const text = await response.text();
  const ms = performance.now() - began;
  if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
  return ms;
}

const { child: sandbox, settings } = await startPlatforms(['--latency', String(LATENCY_MS)]);
/** A process of its own for each selection: what another one has read does not help it. */
async function measured(fields: string): Promise<number[]> {
  const gateway = await startCommand(
    ['serve', '--port', '0'],
    { ...settings, LOG_LEVEL: 'error', RATE_LIMIT: 'none' },
    /on (http:\S+)/,
  );
  try {
    const url = /on (http:\S+)/.exec(gateway.output)?.[1] ?? '';
    await new Promise((resolve) => setTimeout(resolve, READING_MS));
    const times: number[] = [];
    for (const thing of THINGS) for (const place of PLACES) times.push(await took(url, `${place} ${thing}`, fields));
    return times;
  } finally {
    gateway.process.kill();
  }
}

try {
  process.stdout.write(
    `| search over platforms of ${String(LATENCY_MS)} ms | searches | first ms | p50 ms | p95 ms | most |\n| --- | --- | --- | --- | --- | --- |\n`,
  );
  for (const [name, fields] of SELECTIONS) {
    const times = await measured(fields);
    const sorted = [...times].sort((a, b) => a - b);
    const cells = [times[0] ?? 0, percentile(sorted, 0.5), percentile(sorted, 0.95), sorted.at(-1) ?? 0];
    process.stdout.write(`| ${name} | ${String(times.length)} | ${cells.map((ms) => ms.toFixed(0)).join(' | ')} |\n`);
  }
} finally {
  sandbox.process.kill();
}
