import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { GraphQLPort } from './graphql-port.js';
import { SOURCE_FIELDS, sourceShape, type Source } from './work.js';

/** What is looked for: the arguments of the API's `search`. */
export interface Question {
  readonly query: string | null;
  /** A WorkFilter. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: string;
}

/** A page of a walk. */
export interface WalkedPage<T> {
  readonly works: readonly T[];
  readonly sources: readonly Source[];
  /** Goes on behind this page; null: there is nothing more. */
  readonly after: string | null;
  /** Where the page ends, also where nothing is behind it; null: nothing was found. */
  readonly end: string | null;
  /** The walk ends although there is more: at platforms that are away. */
  readonly left: boolean;
}

const PAGE = 100;
/** A page that leads nowhere while there are more: what is left is at platforms that fail. They are given these times to come back. */
export const PATIENCE_MS = [1000, 2000, 4000, 8000];

const OPERATION = (
  fields: string,
): string => `query Walk($query: String, $filter: WorkFilter, $sort: WorkSort, $first: Int, $after: String) {
  search(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { ${fields} }
    pageInfo { hasNextPage endCursor }
    sources { ${SOURCE_FIELDS} }
  }
}`;

export interface Walk<T> {
  /** Of each work. */
  readonly fields: string;
  readonly shape: z.ZodType<T>;
  /** Works that are given at most. */
  readonly limit: number;
  /** Where an earlier walk went on; null: from the start. */
  readonly after: string | null;
  /** How long platforms that are away are waited for, in ms, when nothing else is left: one wait after the other. */
  readonly patience?: readonly number[];
  readonly signal?: AbortSignal;
}

/**
 * All works of a search, page by page, each once. A platform that fails on the way is asked again with each page, and waited for a
 * while when nothing else is left.
 * @throws AskFailure when every platform fails, or the question is none
 */
export async function* walkWorks<T>(
  port: GraphQLPort,
  { query, filter, sort }: Question,
  { fields, shape, limit, after, patience = PATIENCE_MS, signal }: Walk<T>,
): AsyncGenerator<WalkedPage<T>, void, void> {
  const answer = z.object({
    search: z.object({
      nodes: z.array(shape),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      sources: z.array(sourceShape),
    }),
  });
  const operation = OPERATION(fields);
  let [given, waited, passed] = [0, 0, -1];
  let cursor = after;
  while (given < limit) {
    const variables = { query, filter, sort, first: Math.min(limit - given, PAGE), after: cursor };
    const { nodes, pageInfo, sources } = answer.parse(await port.ask(operation, variables, signal)).search;
    given += nodes.length;
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    // Hits of works that were given before are passed without a work.
    const before = passed;
    passed = sources.reduce((sum, source) => sum + source.passed, 0);
    const stands = nodes.length === 0 && passed <= before;
    const wait = stands && cursor !== null ? patience[waited] : undefined;
    const left = stands && cursor !== null && wait === undefined;
    yield { works: nodes, sources, after: cursor, end: pageInfo.endCursor, left };
    if (cursor === null || left) return;
    waited = stands ? waited + 1 : 0;
    if (wait !== undefined) await setTimeout(wait, undefined, { ...(signal === undefined ? {} : { signal }) });
  }
}
