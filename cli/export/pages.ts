import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../ask.js';
import { CommandFailure, EXIT_ALL_FAILED } from '../exit.js';
import { SEARCH_QUERY, searchAnswer, type FoundSource, type SearchAnswer } from '../found-works.js';
import type { Runtime } from '../runtime.js';

export type SearchPage = SearchAnswer['search'];

/** Before a page is asked for again that a platform did not answer, seconds. */
const PAUSES = [1, 2, 4, 8];

const isMissing = ({ state }: FoundSource): boolean => state === 'FAILED' || state === 'TIMEOUT';

/**
 * One page on which every platform did its part: the order of an export must not depend on who was slow. A page that a
 * platform failed on is asked for again. A platform that is read only in part after that is taken as it
 * is, and `tolerated` on the pages that follow.
 * @throws CommandFailure that says which platform is away; the export can go on later
 */
export async function wholePage(
  runtime: Runtime,
  variables: Record<string, unknown>,
  tolerated: Set<string>,
  waiting: (reason: string) => void,
): Promise<SearchPage> {
  for (const seconds of [...PAUSES, null]) {
    const { search } = await ask(runtime, SEARCH_QUERY, variables, searchAnswer);
    const missing = search.sources.filter(isMissing);
    const parts = search.sources.filter(({ state, platform }) => state === 'PARTIAL' && !tolerated.has(platform));
    if (missing.length === 0 && parts.length === 0) return search;
    const reason = [...missing, ...parts].map(({ platform, message }) => message ?? platform).join(' ');
    if (seconds !== null) {
      waiting(reason);
      await pause(seconds * 1000);
    } else if (missing.length === 0) {
      for (const { platform } of parts) tolerated.add(platform);
      return search;
    } else {
      const failed = search.sources.every((source) => isMissing(source) || source.state === 'SKIPPED');
      throw new CommandFailure(
        `The export stopped: ${reason} What is written is kept: --resume goes on from there; --filter platforms=… leaves a platform out.`,
        failed ? EXIT_ALL_FAILED : undefined,
      );
    }
  }
  throw new CommandFailure('The export stopped.');
}
