/**
 * The heap of a process that answers many different searches, or many different operations, each of which is planned: it must
 * stay bounded. `node --expose-gc dist/bench/heap.js [count] [operations]`
 */
import { startRuntime } from '../cli/runtime.js';
import { print } from '../cli/exit.js';
import { RequestScope } from '../upstream/scope.js';

const SEARCHES = Number(process.argv[2] ?? 10_000);
const OPERATIONS = process.argv[3] === 'operations';
const STEPS = 10;
/** Small, so that what the caches hold by right is small beside what would grow. */
const CACHE_MAX_BYTES = 32 * 1024 * 1024;
const QUERY = `query ($query: String!) {
  search(query: $query, first: 5) { nodes { id title { text } issued records { id } } sources { platform state } }
}`;
const WORDS = '海 気候 地震 火山 津波 北極 炭素 河川 森林 農業 都市 大気 水温 歴史 観測 モデル データ 環境'.split(' ');

/** The n-th of as many different searches as there are numbers: two words and a number. */
function queryOf(n: number): string {
  const word = (index: number): string => WORDS[index % WORDS.length] ?? '';
  return `${word(n)} ${word(Math.floor(n / WORDS.length))} ${String(n)}`;
}

/** The n-th request: the same document with another search, or another document. */
function requestOf(n: number): { readonly query: string; readonly variables?: Readonly<Record<string, string>> } {
  if (!OPERATIONS) return { query: QUERY, variables: { query: queryOf(n) } };
  return { query: `{ search(query: "海", first: 1) { nodes { a${String(n)}: id cinii { crid } } } }` };
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}

if (globalThis.gc === undefined) throw new Error('run it with node --expose-gc');
const runtime = await startRuntime({ LOG_LEVEL: 'fatal', CACHE_MAX_BYTES: String(CACHE_MAX_BYTES) });
print(`| ${OPERATIONS ? 'operations' : 'searches'} | heap MB |\n| --- | --- |`);
print(`| 0 | ${heapMb().toFixed(0)} |`);
for (let step = 1; step <= STEPS; step += 1) {
  const end = Math.round((SEARCHES * step) / STEPS);
  for (let n = Math.round((SEARCHES * (step - 1)) / STEPS); n < end; n += 1) {
    const scope = new RequestScope({ deadline: Date.now() + 10_000 });
    await runtime.gateway.server.executeOperation(requestOf(n), {
      contextValue: { scope, explain: false, fetches: [], roots: [] },
    });
  }
  print(`| ${String(end)} | ${heapMb().toFixed(0)} |`);
}
await runtime.close();
