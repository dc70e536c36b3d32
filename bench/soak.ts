/**
 * npm run soak [-- MINUTES [SEED]]: mixed load on a gateway over the simulated platforms, each in a process of its own, while faults
 * come and go at random. Every answer is compared with what the same question was answered without a fault: a record that was not
 * there, another title, a work twice, a caller's own project shown to another is a wrong answer. Ends with figures, and with 1 where
 * something was wrong or a slot did not come free.
 */
import { FAULT_KINDS } from '../sandbox/faults.js';
import { startCommand } from './servers.js';

const MINUTES = Number(process.argv[2] ?? '5');
const SEED = Number(process.argv[3] ?? String(Date.now() % 1_000_000));
const CALLERS = 12;
const WORDS = ['海洋', '津波', '黒潮', '森林', '電池', '地震', '観測', '衛星', 'プラスチック', '気候', 'data', 'ocean'];
const TOKENS = [null, null, null, 'sandbox-token-umino', 'sandbox-token-shinjin'] as const;
const LEAVES = 0.05;

/** A small generator (mulberry32): the same seed, the same load. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = generator(SEED);
const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

interface Work {
  readonly id: string;
  readonly records: readonly {
    readonly id: string;
    readonly title: { readonly values: readonly { value: string }[] };
  }[];
}
interface Answer {
  readonly data?: { readonly search?: { nodes?: readonly Work[] } | null; readonly work?: Work | null } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const RECORDS = 'id records { id title { values { value } } }';
const QUERIES: readonly ((words: string) => string)[] = [
  (words) => `{ search(query: "${words}", first: 20) { nodes { ${RECORDS} } sources { platform state total } } }`,
  (words) => `{ search(query: "${words}", first: 100) { nodes { ${RECORDS} issued } } }`,
  (words) =>
    `{ search(query: "${words}", first: 10) { nodes { ${RECORDS} description { ja en } subjects { value { text } } eosc { citations } jairo { recid } } } }`,
  (words) =>
    `{ search(query: "${words}", first: 20, sort: NEWEST) { nodes { ${RECORDS} } facets(by: [YEAR, TYPE]) { buckets { value count } } } }`,
  () => `{ person(orcid: "0000-0002-1825-0097") { name { ja en } works(first: 5) { nodes { ${RECORDS} } } } }`,
];

const sandbox = await startCommand(['sandbox', '--port-base', '0'], {}, /EOSC_CATALOGUE_URL=\S+/);
const settings = Object.fromEntries(
  [...sandbox.output.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);
const platforms = Object.values(settings).flatMap((value) => (URL.canParse(value) ? [new URL(value).origin] : []));
const origins = [...new Set(platforms)];
const gateway = await startCommand(
  ['serve', '--port', '0'],
  {
    ...settings,
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '1000000/min',
    CACHE_MAX_BYTES: '67108864',
    NODE_OPTIONS: '--max-old-space-size=640',
  },
  /on (http:\S+)/,
);
const url = /on (http:\S+)/.exec(gateway.output)?.[1] ?? '';

async function ask(query: string, token: string | null, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { 'X-GakuNin-RDM-Token': token }) },
    body: JSON.stringify({ query }),
    ...(signal === undefined ? {} : { signal }),
  });
  return (await response.json()) as Answer;
}

const worksIn = (answer: Answer): readonly Work[] => [
  ...(answer.data?.search?.nodes ?? []),
  ...(answer.data?.work ? [answer.data.work] : []),
];

async function fault(kind: string | null, origin: string): Promise<void> {
  await fetch(`${origin}/__fault`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  }).catch(() => undefined);
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const values = [...text.matchAll(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'gm'))].map(([, value]) => Number(value));
  return values.reduce((sum, value) => sum + value, 0);
}

/** Titles by record, and who may see it: as they are without a fault. */
const known = new Map<string, { readonly titles: Set<string>; readonly seenBy: Set<string | null> }>();
for (let round = 0; round < 40; round += 1) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { data } = await ask(
    '{ search(query: "x", filter: { platforms: [DIAS, NIES_GED] }) { sources { platform state } } }',
    null,
  );
  const { sources } = (data as { search?: { sources?: { platform: string; state: string }[] } }).search ?? {};
  if (sources?.every(({ state }) => state === 'OK' || state === 'SKIPPED') === true) break;
}
for (const token of new Set(TOKENS)) {
  for (const words of WORDS) {
    let after: string | null = null;
    do {
      const cursor: string = after === null ? '' : `, after: "${after}"`;
      const answer = (await ask(
        `{ search(query: "${words}", first: 100${cursor}) { nodes { ${RECORDS} } pageInfo { hasNextPage endCursor } } }`,
        token,
      )) as { data: { search: { nodes: Work[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } };
      const { nodes, pageInfo } = answer.data.search;
      for (const { id, title } of nodes.flatMap(({ records }) => records)) {
        const entry = known.get(id) ?? { titles: new Set(), seenBy: new Set() };
        for (const { value } of title.values) entry.titles.add(value);
        entry.seenBy.add(token);
        known.set(id, entry);
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  }
}
const ids = [...known.keys()];
// A record's own document may say more than its hits: other languages, another form of the title.
for (const token of new Set(TOKENS)) {
  for (let start = 0; start < ids.length; start += 50) {
    const some = JSON.stringify(ids.slice(start, start + 50));
    const { data } = (await ask(`{ works(ids: ${some}) { ${RECORDS} description { ja en } } }`, token)) as {
      data: { works: (Work | null)[] };
    };
    for (const { id, title } of data.works.flatMap((work) => work?.records ?? [])) {
      const entry = known.get(id) ?? { titles: new Set(), seenBy: new Set() };
      for (const { value } of title.values) entry.titles.add(value);
      entry.seenBy.add(token);
      known.set(id, entry);
    }
  }
}
process.stdout.write(`seed ${String(SEED)}, ${String(ids.length)} records known\n`);

const answers = { whole: 0, withErrors: 0, left: 0, refused: 0 };
const codes = new Map<string, number>();
const wrong: string[] = [];
const heapBefore = await metric('kakehashi_nodejs_heap_size_used_bytes');

function check(answer: Answer, token: string | null, query: string, endless: boolean): void {
  const works = worksIn(answer);
  const seen = new Set<string>();
  for (const { id, records } of works) {
    if (seen.has(id)) wrong.push(`${id} twice: ${query}`);
    seen.add(id);
    for (const record of records) {
      const entry = known.get(record.id);
      // A list that never ends holds what no search without the fault has found.
      if (entry === undefined) {
        if (!endless && query.includes('search(')) wrong.push(`${record.id} was never found: ${query}`);
        continue;
      }
      if (record.id.startsWith('rdm:') && !endless && !entry.seenBy.has(token))
        wrong.push(`${record.id} shown to another: ${query}`);
      if (record.title.values.some(({ value }) => !entry.titles.has(value)))
        wrong.push(`${record.id} has another title: ${query}`);
    }
  }
}

const until = Date.now() + MINUTES * 60_000;
let endlessUntil = 0;
async function troublemaker(): Promise<void> {
  while (Date.now() < until) {
    const kind = oneOf(FAULT_KINDS);
    const hit = random() < 0.1 ? origins : [oneOf(origins)];
    if (kind === 'endless') endlessUntil = Infinity;
    await Promise.all(hit.map((origin) => fault(kind, origin)));
    await new Promise((resolve) => setTimeout(resolve, 500 + random() * 4000));
    await Promise.all(hit.map((origin) => fault(null, origin)));
    // Its pages are in the cache for an hour.
    if (kind === 'endless') endlessUntil = Date.now() + 2 * 3_600_000;
    await new Promise((resolve) => setTimeout(resolve, random() * 3000));
  }
}

async function caller(): Promise<void> {
  while (Date.now() < until) {
    const token = oneOf(TOKENS);
    const record = oneOf(ids);
    const query =
      random() < 0.2 && !record.startsWith('rdm:')
        ? `{ work(id: ${JSON.stringify(record)}) { ${RECORDS} } }`
        : oneOf(QUERIES)(`${oneOf(WORDS)}${random() < 0.3 ? ` OR ${oneOf(WORDS)}` : ''}`);
    const leaving = new AbortController();
    if (random() < LEAVES)
      setTimeout(() => {
        leaving.abort();
      }, random() * 300);
    try {
      const answer = await ask(query, token, leaving.signal);
      for (const { extensions } of answer.errors ?? []) {
        const code = extensions?.code ?? 'none';
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      if (answer.errors === undefined) answers.whole += 1;
      else if (answer.data === undefined) answers.refused += 1;
      else answers.withErrors += 1;
      check(answer, token, query, Date.now() < endlessUntil);
    } catch (error) {
      if (!leaving.signal.aborted) wrong.push(`no answer: ${String(error)}`);
      answers.left += 1;
    }
  }
}

try {
  await Promise.all([troublemaker(), ...Array.from({ length: CALLERS }, caller)]);
  await Promise.all(origins.map((origin) => fault(null, origin)));
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  const slots = (await metric('kakehashi_upstream_active')) + (await metric('kakehashi_upstream_waiting'));
  const heapAfter = await metric('kakehashi_nodejs_heap_size_used_bytes');
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  process.stdout.write(
    [
      `${String(MINUTES)} min, ${String(CALLERS)} callers, seed ${String(SEED)}`,
      `answers: ${String(answers.whole)} whole, ${String(answers.withErrors)} with errors, ${String(answers.refused)} refused, ${String(answers.left)} whose caller left`,
      `errors by code: ${[...codes].map(([code, count]) => `${code} ${String(count)}`).join(', ')}`,
      `wrong answers: ${String(wrong.length)}`,
      ...wrong.slice(0, 10),
      `slots not come free: ${String(slots)}`,
      `heap: ${mb(heapBefore)} at the start, ${mb(heapAfter)} at the end`,
      '',
    ].join('\n'),
  );
  if (wrong.length > 0 || slots > 0) process.exitCode = 1;
} finally {
  gateway.process.kill();
  sandbox.process.kill();
}
