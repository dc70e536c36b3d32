import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GraphQLPort } from './graphql-port.js';
import { walkAll, type WalkPage, type WalkState } from './walk-all.js';
import type { Question } from './walk.js';

interface Held {
  readonly id: string;
  readonly year: number | null;
}
interface Holder {
  readonly platform: string;
  readonly records: readonly Held[];
  /** Records of a search that it shows at most. */
  readonly window?: number;
  /** It cannot count by years. */
  readonly isUndated?: boolean;
}
interface Asked {
  readonly filter: { readonly from?: string; readonly until?: string; readonly platforms?: readonly string[] };
  readonly first?: number;
  readonly after?: string | null;
}

/** The API over some holders, with the cursors of a long walk; `away` says which do not answer. */
function portOver(holders: readonly Holder[], away: (platform: string) => boolean = () => false) {
  const cursors = new Map<
    string,
    { readonly of: string; readonly at: Map<string, number>; readonly given: Set<string> }
  >();
  const periods: string[] = [];
  const port: GraphQLPort = {
    ask(_, variables) {
      const { filter, first = 100, after = null } = variables as unknown as Asked;
      const of = JSON.stringify(filter);
      if (first === 100 && after === null && periods.at(-1) !== of) periods.push(of);
      const before = after === null ? undefined : cursors.get(after);
      const at = new Map(before?.of === of ? before.at : []);
      const given = new Set(before?.given);
      const [from, until] = [Number(filter.from?.slice(0, 4) ?? 0), Number(filter.until?.slice(0, 4) ?? 9999)];
      const isDated = filter.from !== undefined || filter.until !== undefined;
      const nodes: { id: string; platform: string }[] = [];
      let more = false;
      const sources = holders.map(({ platform, records, window = Infinity, isUndated = false }) => {
        const base = { platform, totalKind: 'EXACT', message: null, attribution: null };
        if (filter.platforms?.includes(platform) === false)
          return { ...base, state: 'SKIPPED', total: null, passed: 0, totalKind: 'UNKNOWN' };
        const place = at.get(platform) ?? 0;
        if (away(platform)) {
          more = true;
          return { ...base, state: 'FAILED', total: null, totalKind: 'UNKNOWN', passed: place, message: 'It is away.' };
        }
        const hits = records.filter(({ year }) => !isDated || (year !== null && year >= from && year <= until));
        const end = Math.min(hits.length, window, place + Math.ceil(first / holders.length));
        for (const { id } of hits.slice(place, end)) if (!given.has(id)) nodes.push({ id, platform });
        for (const { id } of hits.slice(place, end)) given.add(id);
        at.set(platform, end);
        const isCut = end === window && window < hits.length;
        if (end < hits.length && !isCut) more = true;
        const total = isDated && isUndated ? null : hits.length;
        return { ...base, state: 'OK', total, passed: end, totalKind: isCut ? 'AT_LEAST' : 'EXACT' };
      });
      const text = `cursor ${String(cursors.size)}`;
      cursors.set(text, { of, at, given });
      return Promise.resolve({
        search: { nodes, pageInfo: { hasNextPage: more, endCursor: text }, sources },
      });
    },
  };
  return { port, periods };
}

const held = (platform: string, count: number, year: (index: number) => number | null): Holder['records'] =>
  Array.from({ length: count }, (_, index) => ({ id: `${platform}:${String(index)}`, year: year(index) }));

const QUESTION: Question = { query: 'water', filter: {}, sort: 'RELEVANCE' };
const NODE = z.object({ id: z.string(), platform: z.string() });
const EVERYTHING = {
  fields: 'id',
  shape: NODE,
  limit: Number.POSITIVE_INFINITY,
  before: null,
  patience: [],
  most: 1000,
};

async function pagesOf(port: GraphQLPort, before: WalkState | null = null, most = Number.POSITIVE_INFINITY) {
  const pages: WalkPage<z.infer<typeof NODE>>[] = [];
  for await (const page of walkAll(port, QUESTION, { ...EVERYTHING, before })) {
    // As it is written beside a file, and read again.
    pages.push({ ...page, state: JSON.parse(JSON.stringify(page.state)) as WalkState | null });
    if (page.left || pages.length === most) break;
  }
  return pages;
}
const idsOf = (pages: readonly WalkPage<{ id: string }>[]): string[] => pages.flatMap(({ works }) => works.map(({ id }) => id)); // prettier-ignore

const byYear = (index: number): number => 1990 + (index % 36);
const LARGE = [
  { platform: 'CINII_RESEARCH', records: held('cinii', 2500, byYear), window: 1000 },
  { platform: 'JAIRO_CLOUD', records: held('jairo', 90, byYear), isUndated: true },
  { platform: 'EOSC', records: held('eosc', 1200, (index) => (index % 100 === 7 ? null : byYear(index))) },
];

describe('a walk through everything', () => {
  it('is one walk where each platform holds no more than can be walked', async () => {
    const { port, periods } = portOver([{ platform: 'EOSC', records: held('eosc', 950, byYear) }]);
    const pages = await pagesOf(port);
    expect(idsOf(pages)).toHaveLength(950);
    expect(periods).toEqual(['{}']);
    expect(pages.at(-1)).toMatchObject({ state: null, progress: { done: 950, of: 950 } });
  });

  it('is divided by date where one holds more, and gives everything once: also what has no date, and who cannot count by it', async () => {
    const { port, periods } = portOver(LARGE);
    const pages = await pagesOf(port);
    const ids = idsOf(pages);
    expect([ids.length, new Set(ids).size]).toEqual([3790, 3790]);
    expect(periods.length).toBeGreaterThan(3);
    const last = pages.at(-1);
    expect(last).toMatchObject({ state: null, left: false, progress: { done: 3790, of: 3790 } });
    expect(last?.sources.map(({ state, total }) => [state, total])).toEqual([
      ['OK', 2500],
      ['OK', 90],
      ['OK', 1200],
    ]);
  });

  it('tells how far it is within 1 %', async () => {
    const pages = await pagesOf(portOver(LARGE).port);
    let given = 0;
    for (const { works, progress } of pages) {
      given += works.length;
      expect(Math.abs(progress.done / (progress.of ?? 0) - given / 3790)).toBeLessThan(0.01);
    }
  });

  it('goes on from any page with what would have followed', async () => {
    const { port } = portOver(LARGE);
    const whole = await pagesOf(port);
    for (const at of [1, 9, 16, 30, whole.length - 2]) {
      const before = whole.slice(0, at);
      const rest = await pagesOf(port, before.at(-1)?.state ?? null, 10);
      expect(idsOf(rest)).toEqual(idsOf(whole.slice(at, at + 10)));
    }
  });

  it('says how many have no date by which they could be reached', async () => {
    const records = held('cinii', 3000, (index) => (index % 100 === 99 ? null : byYear(index)));
    const pages = await pagesOf(portOver([{ platform: 'CINII_RESEARCH', records, window: 1000 }]).port);
    expect(idsOf(pages)).toHaveLength(2970 + 10);
    const last = pages.at(-1);
    expect(last?.sources[0]).toMatchObject({ state: 'PARTIAL', message: expect.stringMatching(/^30 of its records have no date/) as string }); // prettier-ignore
  });

  it('stops in a part whose platform is away, and goes on with that part when it is back', async () => {
    let isAway = false;
    const { port } = portOver(LARGE, (platform) => isAway && platform === 'EOSC');
    const begun = await pagesOf(port, null, 12);
    isAway = true;
    const stopped = await pagesOf(port, begun.at(-1)?.state ?? null);
    expect(stopped.at(-1)).toMatchObject({ left: true });
    isAway = false;
    const rest = await pagesOf(port, stopped.at(-1)?.state ?? null);
    const ids = [...idsOf(begun), ...idsOf(stopped), ...idsOf(rest)];
    expect([ids.length, new Set(ids).size]).toEqual([3790, 3790]);
    expect(rest.at(-1)?.sources.map(({ state }) => state)).toEqual(['OK', 'OK', 'OK']);
  });

  it('with a limit that can be walked is not divided', async () => {
    const { port, periods } = portOver(LARGE);
    let given = 0;
    for await (const { works } of walkAll(port, QUESTION, { ...EVERYTHING, limit: 300 })) given += works.length;
    expect([given, periods]).toEqual([300, ['{}']]);
  });
});
