import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type Answer, type Endpoint, type World } from './support.js';

interface Row {
  readonly keys: readonly {
    readonly dimension: string;
    readonly value: string;
    readonly label: { ja: string; en: string };
  }[];
  readonly count: number | null;
  readonly platform: string;
  readonly exact: boolean;
}
interface Report {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly coverage: readonly { platform: string; state: string; method: string; message: string | null }[];
}
interface WalkedRecord {
  readonly id: string;
  readonly platform: string;
  readonly issued: string | null;
  readonly accessRight: string;
}

const FIELDS =
  'rows { keys { dimension value label { ja en } } count platform exact } total coverage { platform state method message }';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
});
afterAll(() => world.close());

async function report(at: Endpoint, args: string): Promise<Report> {
  const { data, errors } = await at.ask(`{ report(${args}) { ${FIELDS} } }`);
  expect(errors).toBeUndefined();
  return (data as unknown as { report: Report }).report;
}

/** Every record of a search, from a walk over all of its works. */
async function walked(args: string, fields: string): Promise<WalkedRecord[]> {
  const records = new Map<string, WalkedRecord>();
  let after: string | null = null;
  do {
    const cursor: string = after === null ? '' : `, after: "${after}"`;
    const { data }: Answer = await world.ask(
      `{ search(${args}, first: 100${cursor}) { nodes { records { id platform ${fields} } } pageInfo { hasNextPage endCursor } } }`,
    );
    const { search } = data as unknown as {
      search: { nodes: { records: WalkedRecord[] }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    for (const record of search.nodes.flatMap((node) => node.records)) records.set(record.id, record);
    after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
  } while (after !== null);
  return [...records.values()];
}

const year = ({ issued }: WalkedRecord): string => issued?.slice(0, 4) ?? 'UNKNOWN';

/** April to March; a date that is only a year lies in two. */
function fiscalYear({ issued }: WalkedRecord): string {
  const [y, m] = (issued?.split('/')[0] ?? '').split('-').map(Number);
  if (y === undefined || m === undefined) return 'UNKNOWN';
  return String(m >= 4 ? y : y - 1);
}

function counted(records: readonly WalkedRecord[], ...keys: ((record: WalkedRecord) => string)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = [record.platform, ...keys.map((of) => of(record))].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The cells that are known, without zeros. */
function cells({ rows }: Report, only?: readonly string[]): Map<string, number> {
  return new Map(
    rows.flatMap(({ keys, count, platform }) =>
      count === null || count === 0 || (only !== undefined && !only.includes(platform))
        ? []
        : [
            [
              [platform, ...keys.filter(({ dimension }) => dimension !== 'PLATFORM').map(({ value }) => value)].join(
                ' ',
              ),
              count,
            ] as const,
          ],
    ),
  );
}

const stateOf = ({ coverage }: Report, platform: string) => coverage.find((one) => one.platform === platform);
const SEARCH = 'query: "海洋プラスチック"';

describe('a report over the simulated platforms', () => {
  it('counts by year what a walk over all works counts, and by the platform where it counts itself', async () => {
    const made = await report(world, `by: [PLATFORM, YEAR], ${SEARCH}`);
    expect(cells(made)).toEqual(counted(await walked(SEARCH, 'issued'), year));
    expect(stateOf(made, 'CINII_RESEARCH')).toMatchObject({ state: 'OK', method: 'UPSTREAM_COUNT' });
    expect(stateOf(made, 'JAIRO_CLOUD')).toMatchObject({ state: 'OK', method: 'RECORDS_READ' });
    expect(made.rows.filter(({ platform }) => platform === 'JAIRO_CLOUD').every(({ exact }) => !exact)).toBe(true);
    expect(made.rows[0]?.keys[1]?.label).toEqual({
      ja: `${made.rows[0]?.keys[1]?.value ?? ''}年`,
      en: made.rows[0]?.keys[1]?.value,
    });
  });

  it("counts by Japan's fiscal year, where a date that is only a year is of none", async () => {
    const made = await report(world, `by: [FISCAL_YEAR], ${SEARCH}`);
    expect(cells(made)).toEqual(counted(await walked(SEARCH, 'issued'), fiscalYear));
    expect(made.rows.find(({ keys }) => keys[0]?.value === '2020')?.keys[0]?.label).toEqual({
      ja: '2020年度',
      en: 'FY2020',
    });
  });

  it('counts by two dimensions, reads the few records whose hits do not tell, and takes none twice', async () => {
    const args = 'query: "マイクロプラスチック", filter: { from: "2018", until: "2021" }';
    const made = await report(world, `by: [ACCESS_RIGHT, YEAR], ${args}`);
    expect(cells(made)).toEqual(
      counted(await walked(args, 'issued accessRight'), ({ accessRight }) => accessRight, year),
    );
    expect(stateOf(made, 'GAKUNIN_RDM')).toMatchObject({ state: 'SKIPPED', method: 'NONE' });
    expect(made.rows.filter(({ platform }) => platform === 'GAKUNIN_RDM').map(({ count }) => count)).not.toContain(0);
  });

  it('adds up to the totals of the sources', async () => {
    const made = await report(world, `by: [TYPE], ${SEARCH}`);
    const { data } = await world.ask(`{ search(${SEARCH}) { sources { platform total } } }`);
    const { sources } = (data as unknown as { search: { sources: { platform: string; total: number | null }[] } })
      .search;
    for (const platform of ['CINII_RESEARCH', 'EOSC', 'DIAS', 'NIES_GED']) {
      const sum = [...cells(made, [platform]).values()].reduce((all, count) => all + count, 0);
      expect([platform, sum]).toEqual([platform, sources.find((one) => one.platform === platform)?.total]);
    }
  });

  it('says that a platform was not searched which answers an empty query with nothing, and never 0', async () => {
    const made = await report(world, 'by: [PLATFORM]');
    for (const platform of ['CINII_RESEARCH', 'JAIRO_CLOUD']) {
      expect(stateOf(made, platform)).toMatchObject({ state: 'SKIPPED', method: 'NONE' });
      expect(made.rows.find((row) => row.platform === platform)?.count).toBeNull();
    }
    expect(made.rows.find(({ platform }) => platform === 'DIAS')?.count).toBeGreaterThan(40);
  });

  it('asks nothing the second time', async () => {
    const args = `by: [YEAR, TYPE, LANGUAGE], query: "津波"`;
    await report(world, args);
    await Promise.all(['cinii', 'jairo', 'rdm', 'dias', 'ged', 'eosc'].map((name) => world.asked(name)));
    const again = await report(world, args);
    expect(again.rows.length).toBeGreaterThan(3);
    const asked = await Promise.all(['cinii', 'jairo', 'rdm', 'dias', 'ged', 'eosc'].map((name) => world.asked(name)));
    expect(asked.flat()).toEqual([]);
  });

  it('refuses no dimension, four of them, and one twice', async () => {
    for (const by of ['[]', '[YEAR, TYPE, LANGUAGE, PUBLISHER]', '[YEAR, YEAR]']) {
      const { errors } = await world.ask(`{ report(by: ${by}, query: "x") { total } }`);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('a report while a platform is away', () => {
  it('has null in its cells and says why; the others count', async () => {
    const other = await world.another();
    await other.catalogued();
    await world.fault('eosc', '503');
    try {
      const made = await report(other, `by: [YEAR], ${SEARCH}`);
      expect(stateOf(made, 'EOSC')).toMatchObject({
        state: 'FAILED',
        method: 'NONE',
        message: expect.stringContaining('503') as string,
      });
      const rows = made.rows.filter(({ platform }) => platform === 'EOSC');
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.every(({ count, exact }) => count === null && !exact)).toBe(true);
      expect(cells(made).size).toBeGreaterThan(5);
    } finally {
      await world.fault('eosc', null);
    }
    await vi.waitFor(
      async () => {
        const back = await report(other, `by: [YEAR], ${SEARCH}`);
        expect(stateOf(back, 'EOSC')).toMatchObject({ state: 'OK', method: 'UPSTREAM_COUNT' });
      },
      { timeout: 10_000, interval: 300 },
    );
  });
});

describe('a report that takes longer than its answer may', () => {
  it('gives what is counted, the rest null and PARTIAL, goes on behind, and is whole at a later call', async () => {
    const slow = await world.another({ CINII_RATE: '3/s', REQUEST_TIMEOUT_MS: '2000' });
    await slow.catalogued();
    const args = `by: [YEAR], ${SEARCH}, filter: { platforms: [CINII_RESEARCH] }`;
    const first = await report(slow, args);
    const coverage = stateOf(first, 'CINII_RESEARCH');
    expect(coverage).toMatchObject({ state: 'PARTIAL' });
    expect(coverage?.message).toMatch(/counts are made so far.*ask again/);
    expect(stateOf(first, 'EOSC')).toMatchObject({ state: 'SKIPPED' });
    let later = first;
    for (let tries = 0; tries < 20 && stateOf(later, 'CINII_RESEARCH')?.state !== 'OK'; tries += 1)
      later = await report(slow, args);
    expect(cells(later)).toEqual(
      counted(await walked(`${SEARCH}, filter: { platforms: [CINII_RESEARCH] }`, 'issued'), year),
    );
  });
});
