/** What platforms give of a search, and how our exports of it measure up: asked of the API. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { GraphQLPort } from '../exports/graphql-port.js';
import type { ConformanceCheck, WorkProfileName } from './check.js';
import type { Subject } from './subject.js';

/** Words that every platform has works of: CiNii Research and JAIRO Cloud answer nothing without. */
export const DEFAULT_WORDS = '海洋';
export const DEFAULT_WORKS = 20;
/** Of a platform at once. */
export const MOST_WORKS = 100;

const TRIES = 20;
const PAUSE_MS = 1000;

const SEARCH = `query ($query: String, $filter: WorkFilter, $first: Int!, $profiles: [ConformanceProfile!]) {
  search(query: $query, filter: $filter, first: $first) {
    nodes { id conformance(profiles: $profiles) { profile id level status evidence cause source { field platform recordId } } }
    sources { platform state total message }
  }
}`;

const check = z.custom<ConformanceCheck>((value) => typeof value === 'object' && value !== null);
const source = z.object({
  platform: z.string(),
  state: z.string(),
  total: z.number().nullable(),
  message: z.string().nullable(),
});
const answer = z.object({
  search: z.object({
    nodes: z.array(z.object({ id: z.string(), conformance: z.array(check) })),
    sources: z.array(source),
  }),
});

export interface PlatformQuestion {
  readonly query: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly first: number;
  readonly profiles: readonly WorkProfileName[];
}

export interface AskedPlatform {
  /** As the API names it. */
  readonly platform: string;
  /** For people. */
  readonly title: string;
}

/**
 * One platform's works of a search.
 * @param isPatient ask again while an answer holds only a part: what is still being read, or needs more requests than one
 * answer's time allows, is there with a later one
 * @throws AskFailure
 */
export async function platformSubject(
  port: GraphQLPort,
  { platform, title }: AskedPlatform,
  { filter, ...question }: PlatformQuestion,
  isPatient: boolean,
  signal?: AbortSignal,
): Promise<Subject> {
  const variables = { ...question, filter: { ...filter, platforms: [platform] } };
  for (let tries = isPatient ? TRIES : 0; ; tries -= 1) {
    const { search } = answer.parse(await port.ask(SEARCH, variables, signal));
    const told = search.sources.find((one) => one.platform === platform);
    if (told?.state === 'PARTIAL' && tries > 0) {
      await pause(PAUSE_MS);
      continue;
    }
    const found = told?.total ?? null;
    return {
      name: title,
      capabilities: [
        { name: 'state', value: told?.state ?? 'SKIPPED' },
        { name: 'found', value: found === null ? 'not counted' : String(found) },
        ...(told?.message ? [{ name: 'message', value: told.message }] : []),
      ],
      checks: [],
      sample: search.nodes.map(({ id, conformance }) => ({ id, checks: conformance })),
      unreadable: [],
    };
  }
}
