/**
 * Every fault of the simulated platforms on each of them, alone and on all at once, cold, warm and with answers that have become
 * old: the others' data stay whole, what happened is told, and nothing takes longer than it may.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FAULT_KINDS, type FaultKind } from '../../sandbox/faults.js';
import { startWorld, type Answer, type Endpoint, type World } from '../support.js';

const SEARCH_MS = 900;
/** Ten in a hundred, and what a machine with much to do may add. */
const MOST_MS = SEARCH_MS * 1.1 + 2500;
const HOURS = 3_600_000;

interface Source {
  readonly platform: string;
  readonly state: string;
  readonly total: number | null;
  readonly cache: string | null;
  readonly message: string | null;
}
interface Found {
  readonly sources: readonly Source[];
  readonly records: ReadonlyMap<string, readonly string[]>;
}

/** Platforms that are asked for each search; DIAS and GED are read into the process. */
const ASKED = [
  ['cinii', 'CINII_RESEARCH'],
  ['jairo', 'JAIRO_CLOUD'],
  ['rdm', 'GAKUNIN_RDM'],
  ['eosc', 'EOSC'],
] as const;
const READ = [
  ['dias', 'DIAS'],
  ['ged', 'NIES_GED'],
] as const;
const ALL = [...ASKED, ...READ];
/** Each has less than a hundred works. */
const WORDS = ['マイクロプラスチック', '津波', '黒潮', '森林', '電池', '地震', '観測', '衛星'];

/** The code of the error when a platform alone is asked; endless lists are no failure of a first page. */
const CODE: Readonly<Record<FaultKind, string | null>> = {
  slow: 'UPSTREAM_TIMEOUT',
  hang: 'UPSTREAM_TIMEOUT',
  '500': 'UPSTREAM_UNAVAILABLE',
  '503': 'UPSTREAM_UNAVAILABLE',
  '429': 'UPSTREAM_RATE_LIMITED',
  truncated: 'UPSTREAM_UNAVAILABLE',
  malformed: 'UPSTREAM_MALFORMED',
  'wrong-type': 'UPSTREAM_MALFORMED',
  reset: 'UPSTREAM_UNAVAILABLE',
  huge: 'UPSTREAM_MALFORMED',
  redirect: 'UPSTREAM_MALFORMED',
  endless: null,
};
/** To read more than may be read takes its time: whichever comes first ends it. */
const STATES = (kind: FaultKind): readonly string[] =>
  kind === 'huge' ? ['FAILED', 'TIMEOUT'] : [CODE[kind] === 'UPSTREAM_TIMEOUT' ? 'TIMEOUT' : 'FAILED'];
const CODES = (kind: FaultKind): readonly unknown[] =>
  kind === 'huge' ? ['UPSTREAM_MALFORMED', 'UPSTREAM_TIMEOUT'] : [CODE[kind]];
const FAILING = FAULT_KINDS.filter((kind) => CODE[kind] !== null);

let world: World;
let healthy: Map<string, Found>;

beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
  healthy = new Map();
  for (const words of WORDS) healthy.set(words, await search(world, words));
}, 60_000);
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(ALL.map(([name]) => world.fault(name, null)));
});
afterAll(() => world.close());

/** What no answer may hold: the platforms' own texts and the machine's. */
function expectClean(answer: Answer): void {
  const text = JSON.stringify(answer);
  for (const marker of ['メンテナンス', '<html', '169.254', 'あああ', '<<<', 'node_modules', 'at Object.'])
    expect(text).not.toContain(marker);
}

async function timed(asking: Promise<Answer>): Promise<Answer> {
  const began = performance.now();
  const answer = await asking;
  expect(performance.now() - began).toBeLessThan(MOST_MS);
  expectClean(answer);
  return answer;
}

const queryFor = (words: string, platforms?: readonly string[]): string =>
  `{ search(query: "${words}", first: 100${platforms ? `, filter: { platforms: [${platforms.join()}] }` : ''}) {
    nodes { id title { ja en } records { id platform } } sources { platform state total cache message } } }`;

function foundIn({ data }: Answer): Found {
  const { search: found } = data as unknown as {
    search: { nodes: { records: { id: string; platform: string }[] }[]; sources: Source[] };
  };
  const records = new Map<string, string[]>();
  for (const { id, platform } of found.nodes.flatMap((node) => node.records))
    records.set(platform, [...(records.get(platform) ?? []), id]);
  for (const ids of records.values()) ids.sort();
  return { sources: found.sources, records };
}

async function search(at: Endpoint, words: string): Promise<Found> {
  const answer = await timed(at.ask(queryFor(words)));
  expect(answer.errors).toBeUndefined();
  return foundIn(answer);
}

/** The others' records, totals and states are those of a day without a fault. */
function expectOthersWhole(found: Found, words: string, failing: readonly string[]): void {
  const expected = healthy.get(words) as Found;
  for (const { platform, state, total } of expected.sources) {
    if (failing.includes(platform)) continue;
    expect(found.sources.find((source) => source.platform === platform)).toMatchObject({ state, total });
    expect(found.records.get(platform)).toEqual(expected.records.get(platform));
  }
}

const sourceOf = ({ sources }: Found, platform: string): Source | undefined =>
  sources.find((source) => source.platform === platform);

async function gateway(): Promise<Endpoint> {
  const made = await world.another({ SEARCH_TIMEOUT_MS: String(SEARCH_MS), REQUEST_TIMEOUT_MS: '2000' });
  await made.catalogued();
  return made;
}

describe.each(FAILING)('the fault %s', (kind) => {
  let at: Endpoint;
  beforeAll(async () => {
    at = await gateway();
  }, 30_000);

  it('of one platform leaves the others whole, is told in sources and by a code, and is over when it is over', async () => {
    for (const [index, [name, platform]] of ASKED.entries()) {
      const words = WORDS[index] as string;
      await world.fault(name, kind);
      const found = await search(at, words);
      expectOthersWhole(found, words, [platform]);
      const source = sourceOf(found, platform);
      expect(STATES(kind), platform).toContain(source?.state);
      expect(source?.message).toMatch(/\S.*\./);
      const alone = await timed(at.ask(queryFor(words, [platform])));
      expect(CODES(kind), platform).toContain(alone.errors?.[0]?.extensions.code);
      await world.fault(name, null);
    }
  }, 60_000);

  it('of a platform whose answers are kept changes nothing while they are fresh, and is STALE when they are not', async () => {
    const words = WORDS[4] as string;
    await search(at, words);
    await Promise.all(ASKED.map(([name]) => world.fault(name, kind)));
    expectOthersWhole(await search(at, words), words, []);
    // Hours later, by the clock that ages are told by; what waits, waits as before.
    const now = Date.now.bind(Date);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 3 * HOURS);
    const old = await search(at, words);
    expect(old.records).toEqual((healthy.get(words) as Found).records);
    for (const [, platform] of ASKED) {
      const source = sourceOf(old, platform);
      const expected = sourceOf(healthy.get(words) as Found, platform);
      expect(source?.total).toBe(expected?.total);
      if (expected?.state === 'OK') {
        expect(source).toMatchObject({ state: 'STALE', cache: 'STALE' });
        expect(source?.message).toMatch(/could not be asked: this is its last answer/);
      }
    }
  }, 60_000);

  it('of all platforms at once is an error with a code, and what is kept in the process is still there', async () => {
    await Promise.all(ALL.map(([name]) => world.fault(name, kind)));
    const words = WORDS[5] as string;
    const all = await timed(at.ask(queryFor(words)));
    expect(all.errors).toBeUndefined();
    expectOthersWhole(
      foundIn(all),
      words,
      ASKED.map(([, platform]) => platform),
    );
    const asked = await timed(
      at.ask(
        queryFor(
          WORDS[6] as string,
          ASKED.map(([, platform]) => platform),
        ),
      ),
    );
    expect(asked.data).toEqual({ search: null });
    expect([...CODES(kind), 'UPSTREAM_UNAVAILABLE']).toContain(asked.errors?.[0]?.extensions.code);
  }, 60_000);

  it('of all platforms at the start is an error as well, not an empty success, and the next question after it is answered', async () => {
    await Promise.all(ALL.map(([name]) => world.fault(name, kind)));
    const at = await world.another({ SEARCH_TIMEOUT_MS: String(SEARCH_MS), REQUEST_TIMEOUT_MS: '2000' });
    const words = WORDS[7] as string;
    const cold = await timed(at.ask(queryFor(words)));
    // HTML that was cut is still HTML: pages of DIAS and GED that are malformed in this way can be read.
    if (kind === 'malformed' && cold.errors === undefined) {
      for (const [, platform] of ASKED) expect(sourceOf(foundIn(cold), platform)?.state).toBe('FAILED');
    } else {
      expect(cold.data).toEqual({ search: null });
      expect(cold.errors?.[0]?.extensions.code).toMatch(/^(UPSTREAM_|CIRCUIT_OPEN)/);
    }
    await Promise.all(ALL.map(([name]) => world.fault(name, null)));
    await vi.waitFor(
      async () => {
        expectOthersWhole(foundIn(await at.ask(queryFor(words))), words, []);
      },
      { timeout: 45_000, interval: 500 },
    );
  }, 90_000);
});

describe('lists that never end', () => {
  it('are read within bounds and give no work twice, on a page, in a walk, in facets and in a report', async () => {
    const at = await gateway();
    await Promise.all(ALL.map(([name]) => world.fault(name, 'endless')));
    const first = await timed(at.ask(queryFor(WORDS[0] as string)));
    expect(first.errors).toBeUndefined();
    const ids = [...foundIn(first).records.values()].flat();
    expect(new Set(ids).size).toBe(ids.length);
    const counted = await timed(
      at.ask(
        `{ search(query: "${WORDS[1] as string}", first: 1) { facets(by: [YEAR]) { buckets { value complete } } } }`,
      ),
    );
    expect(counted.errors).toBeUndefined();
    const report = await at.ask(
      `{ report(by: [LANGUAGE], query: "${WORDS[2] as string}") { coverage { platform method } } }`,
    );
    expect(report.errors).toBeUndefined();
    expectClean(report);
  }, 60_000);
});

describe('a work of several platforms, one of which fails', () => {
  it.each(ASKED)(
    'is told from the others: %s',
    async (name, platform) => {
      const at = await gateway();
      const { data } = await world.ask(queryFor(WORDS[0] as string));
      const { nodes } = (data as unknown as { search: { nodes: { id: string; records: { platform: string }[] }[] } })
        .search;
      const work = nodes.find(
        ({ id, records }) =>
          id.startsWith('doi:') && records.some((record) => record.platform === platform) && records.length > 1,
      );
      if (work === undefined) {
        // No work of GakuNin RDM has a DOI.
        expect(platform).toBe('GAKUNIN_RDM');
        return;
      }
      await world.fault(name, '503');
      const answer = await timed(
        at.ask(`{ work(id: "${work.id}") { id title { ja en } records { platform } description { ja en } } }`),
      );
      expect(
        (answer.data as unknown as { work: { records: { platform: string }[] } }).work.records.length,
      ).toBeGreaterThan(0);
      expectClean(answer);
    },
    30_000,
  );
});
