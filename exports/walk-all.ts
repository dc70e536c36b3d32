import { z } from 'zod';
import type { GraphQLPort } from './graphql-port.js';
import { Counter, MOST, partShape, questionOf, wholeOf, type Part } from './parts.js';
import { walkWorks, type Question, type Walk } from './walk.js';
import { sourceShape, type Source } from './work.js';

/** Where a walk through everything stands. */
export const walkStateShape = z.object({
  /** Of the API; it holds what was given, also for the parts behind. Null: nothing was. */
  cursor: z.string().nullable(),
  /** What is left to be walked; the first is under way. */
  parts: z.array(partShape),
  /** How each platform takes part in the whole, with its own number of hits. */
  sources: z.array(sourceShape),
  /** Hits of each platform in the parts that are through. */
  counted: z.record(z.string(), z.number()),
  /** Of platforms that did not give all they have: why. */
  gaps: z.record(z.string(), z.string()),
});
export type WalkState = z.infer<typeof walkStateShape>;

/** A page of a walk through everything. */
export interface WalkPage<T> {
  readonly works: readonly T[];
  /** How each platform takes part in the whole. */
  readonly sources: readonly Source[];
  /** Goes on behind this page; null: there is nothing more. */
  readonly state: WalkState | null;
  /** Platforms that are away have more of this part; what follows is of the next one. */
  readonly left: boolean;
  /** Hits that were passed, of all; null where a platform does not tell. */
  readonly progress: { readonly done: number; readonly of: number | null };
}

const WHOLE = new Set(['OK', 'STALE']);
const NOT_DATED = 'of its records have no date by which the search can be divided: of these, what stands among its first 10,000 was reached.'; // prettier-ignore

/** What is known of the platforms over all parts. */
class Standing {
  private readonly sources: Map<string, Source>;
  private readonly counted: Map<string, number>;
  private readonly gaps: Map<string, string>;

  constructor(before: Pick<WalkState, 'sources' | 'counted' | 'gaps'>) {
    this.sources = new Map(before.sources.map((source) => [source.platform, source]));
    this.counted = new Map(Object.entries(before.counted));
    this.gaps = new Map(Object.entries(before.gaps));
  }

  get all(): readonly Source[] {
    return [...this.sources.values()].map((source) => {
      const gap = this.gaps.get(source.platform);
      return gap === undefined ? source : { ...source, state: 'PARTIAL', message: gap };
    });
  }

  /** Hits that the parts so far have not held. */
  private leftOf(platform: string): number {
    return Math.max(0, (this.sources.get(platform)?.total ?? 0) - (this.counted.get(platform) ?? 0));
  }

  /** Platforms with records that no part has held. */
  get withMore(): readonly string[] {
    return [...this.counted.keys()].filter((platform) => this.leftOf(platform) > 0);
  }

  /** The number of hits that a platform told of the whole stays. */
  page(sources: readonly Source[], isWhole: boolean): void {
    for (const source of sources) {
      const known = this.sources.get(source.platform);
      if (known !== undefined && source.state === 'SKIPPED') continue;
      const total = isWhole ? (source.total ?? known?.total) : known?.total;
      const { total: _, totalKind: kind, ...rest } = source;
      const told = { total: total ?? null, totalKind: isWhole || known === undefined ? kind : known.totalKind };
      this.sources.set(source.platform, { ...rest, ...told });
    }
  }

  /** A part is through, or its platforms are away. */
  ended(sources: readonly Source[], { isRest }: Part): void {
    for (const { platform, state, total, totalKind, passed, message } of sources) {
      if (state === 'SKIPPED') continue;
      const isCut = totalKind === 'AT_LEAST' && passed < (total ?? 0);
      const isReread = isRest && this.counted.has(platform);
      if (isCut && isReread) this.gaps.set(platform, `${String(this.leftOf(platform))} ${NOT_DATED}`);
      else if (isCut || (!WHOLE.has(state) && state !== 'UNAUTHORIZED')) this.gaps.set(platform, message ?? state);
      if (!isReread) this.counted.set(platform, (this.counted.get(platform) ?? 0) + passed);
      else if (!isCut) this.counted.set(platform, Math.max(this.counted.get(platform) ?? 0, total ?? 0));
    }
  }

  progress(page: readonly Source[], { isRest }: Part): WalkPage<unknown>['progress'] {
    const asked = [...this.sources.values()].filter(({ state }) => state !== 'SKIPPED');
    const of = asked.some(({ total }) => total === null)
      ? null
      : asked.reduce((sum, { total }) => sum + (total ?? 0), 0);
    const done = asked.reduce((sum, { platform, total }) => {
      const counted = this.counted.get(platform) ?? 0;
      const here = page.find((source) => source.platform === platform);
      // Of what is read once more, only what is left is new.
      const share = isRest && counted > 0 ? this.leftOf(platform) / Math.max(1, here?.total ?? 1) : 1;
      return sum + Math.min(total ?? Number.POSITIVE_INFINITY, counted + Math.floor((here?.passed ?? 0) * share));
    }, 0);
    return { done, of };
  }

  state(cursor: string | null, parts: readonly Part[]): WalkState {
    return {
      cursor,
      parts: [...parts],
      sources: [...this.sources.values()],
      counted: Object.fromEntries(this.counted),
      gaps: Object.fromEntries(this.gaps),
    };
  }
}

export interface WholeWalk<T> extends Omit<Walk<T>, 'after'> {
  /** Where an earlier walk went on; null: from the start. */
  readonly before: WalkState | null;
  /** Records of one platform up to which a search is not divided. */
  readonly most?: number;
  /** Begins, and goes on, when all platforms are there, if they come in time: a process that has just started has datasets to read. */
  readonly whenReady?: boolean;
}

/**
 * All works of a search, each once, however many they are. Where a platform holds more than can be walked in one go, the search is
 * divided by date (docs/walking.md): each part is a walk, and its cursor takes what was given to the next.
 * @throws AskFailure when every platform fails, or the question is none
 */
export async function* walkAll<T>(
  port: GraphQLPort,
  question: Question,
  { before, limit, signal, patience, most = MOST, whenReady = false, ...walk }: WholeWalk<T>,
): AsyncGenerator<WalkPage<T>, void, void> {
  const counter = new Counter(port, question, most, signal, patience);
  const standing = new Standing(before ?? { sources: [], counted: {}, gaps: {} });
  let parts: readonly Part[] = before?.parts ?? [{ ...wholeOf(question), isSized: limit <= most }];
  let cursor = before?.cursor ?? null;
  let given = 0;
  if (whenReady && parts[0]?.isSized === true) await counter.count(parts[0]);
  while (given < limit) {
    const [next, ...behind] = parts;
    if (next === undefined) return;
    const isWhole = next.platforms === null;
    const part = next.isRest ? { ...next, platforms: [...new Set([...(next.platforms ?? []), ...standing.withMore])] } : next; // prettier-ignore
    if (part.platforms?.length === 0) {
      parts = behind;
      continue;
    }
    if (!part.isSized) {
      const counted = await counter.count(part);
      standing.page(counted, isWhole);
      const made = await counter.divide(part, counted);
      const isDivided = made.length > 1;
      parts = [...made, ...(isWhole && isDivided ? restOf(part) : []), ...behind];
      continue;
    }
    const pages = walkWorks(port, questionOf(question, part), {
      ...walk,
      limit: limit - given,
      after: cursor,
      ...(signal === undefined ? {} : { signal }),
      ...(patience === undefined ? {} : { patience }),
    });
    for await (const { works, sources, after, end, left } of pages) {
      given += works.length;
      cursor = end ?? cursor;
      standing.page(sources, isWhole);
      const progress = standing.progress(sources, part);
      // Whoever stops where a platform is away goes on with this part, and nothing is known to be missing then.
      const here = after === null ? null : standing.state(after, [part, ...behind]);
      if (after === null || left) standing.ended(sources, part);
      const state = here ?? (behind.length === 0 ? null : standing.state(cursor, behind));
      yield { works, sources: standing.all, state, left, progress };
    }
    parts = behind;
  }
}

/** What is left when all periods are through. Where a period was asked for, what has no date is not meant. */
function restOf({ from, until }: Part): Part[] {
  return from === null && until === null ? [{ from, until, platforms: [], isSized: true, isRest: true }] : [];
}
