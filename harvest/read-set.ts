import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { walkAll } from '../exports/walk-all.js';
import type { Question } from '../exports/walk.js';
import type { Source } from '../exports/work.js';
import { secondsOf, type Seconds } from './datestamps.js';
import { isAway, PlatformsAway, type HarvestPort } from './port.js';

/** A work that a set holds. */
export interface FoundWork {
  readonly id: string;
  /** When a platform says that it was updated; null: none says it. */
  readonly updated: Seconds | null;
}

/** What a set holds, as it was read. */
export interface SetReading {
  /** Each work once. */
  readonly works: readonly FoundWork[];
  /** Why it may not be all, in words for people; none: it is all. */
  readonly gaps: readonly string[];
}

/** Works of one set at most: the memory of a process holds all of them. */
const MOST_WORKS = 50_000;
/** Works whose documents are read at once. */
const BATCH = 50;
/** What fails is asked again after so many ms. */
const PATIENCE_MS: readonly number[] = [1000, 2000, 4000];

const hitShape = z.object({ id: z.string() });
const worksShape = z.object({
  works: z.array(z.object({ id: z.string(), updated: z.string().nullable() }).nullable()),
});
const WORKS = 'query HarvestSet($ids: [ID!]!) { works(ids: $ids) { id updated } }';

/** The platforms that a page of a walk shows to be away. */
const AWAY_STATES: ReadonlySet<string> = new Set(['FAILED', 'TIMEOUT']);

/**
 * The ids of a search's hits, by what the hits alone tell, and what the platforms could not give of them.
 * @throws PlatformsAway when one is away, and stays away
 */
async function walk(
  port: HarvestPort,
  question: Question,
  patience: readonly number[],
  signal: AbortSignal,
): Promise<{ readonly ids: readonly string[]; readonly gaps: readonly string[] }> {
  const asking = {
    ask: async (query: string, variables: Readonly<Record<string, unknown>>) =>
      (await port.ask(query, variables, signal)).data,
  };
  // A process that has just started has datasets to read: they are waited for.
  const options = { fields: 'id', shape: hitShape, limit: MOST_WORKS, before: null, patience, signal, whenReady: true };
  const ids: string[] = [];
  const partial = new Set<string>();
  let last: readonly Source[] = [];
  for await (const { works, sources, left } of walkAll(asking, question, options)) {
    if (left) throw new PlatformsAway('A platform of the set does not answer.');
    ids.push(...works.map(({ id }) => id));
    // What a page lacks, the pages behind it say nothing of.
    for (const { platform, state, message } of sources)
      if (state === 'PARTIAL') partial.add(`${platform}: ${message ?? 'not all of it could be read.'}`);
    last = sources;
  }
  if (last.some(({ state }) => AWAY_STATES.has(state)))
    throw new PlatformsAway('A platform of the set did not answer.');
  const over = ids.length >= MOST_WORKS ? [`Only the first ${String(MOST_WORKS)} works are harvested.`] : [];
  return { ids, gaps: [...over, ...partial] };
}

/**
 * Reads which works a set holds: its hits, then each work by its id, since two hits can turn out to be one work when their documents
 * are read.
 * @throws PlatformsAway when a platform that is needed fails and goes on failing; AskFailure
 */
export async function readSet(
  port: HarvestPort,
  question: Question,
  signal: AbortSignal,
  patience: readonly number[] = PATIENCE_MS,
): Promise<SetReading> {
  const { ids, gaps } = await walk(port, question, patience, signal);
  const found = new Map<string, FoundWork>();
  let unreadable = 0;
  for (let start = 0; start < ids.length; start += BATCH) {
    const { works, isWhole } = await readBatch(port, ids.slice(start, start + BATCH), patience, signal);
    for (const work of works) {
      // A hit of what its platform knows no longer is none.
      if (work === null) unreadable += isWhole ? 0 : 1;
      else found.set(work.id, { id: work.id, updated: work.updated === null ? null : secondsOf(work.updated) });
    }
  }
  const missing = unreadable === 0 ? [] : [`${String(unreadable)} records cannot be read and are left out.`];
  return { works: [...found.values()], gaps: [...gaps, ...missing] };
}

interface Batch {
  readonly works: z.infer<typeof worksShape>['works'];
  /** Nothing failed. */
  readonly isWhole: boolean;
}

async function readBatch(
  port: HarvestPort,
  ids: readonly string[],
  patience: readonly number[],
  signal: AbortSignal,
): Promise<Batch> {
  for (const wait of [...patience, null]) {
    const { data, failed } = await port.ask(WORKS, { ids }, signal);
    const isWhole = failed.size === 0;
    if (isWhole) return { ...worksShape.parse(data), isWhole };
    if (wait === null) {
      // What lasts is no reason to give nothing: the other works are known.
      if (isAway(failed)) throw new PlatformsAway('A platform that holds works of the set does not answer.');
      return { ...worksShape.parse(data), isWhole };
    }
    await setTimeout(wait, undefined, { signal });
  }
  throw new Error('unreachable: the last round returns or throws');
}
