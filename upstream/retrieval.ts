import type { UpstreamAnswer } from './types.js';

export type Retrieved = UpstreamAnswer<unknown>['retrieved'];

/** What was told last of each thing that was read. */
const told = new WeakMap<object, Retrieved>();

/**
 * How something that was read at a time was come by. The very same object for all who come by it alike, so that what is made of both
 * can be the same, too (subgraphs/common/mapped-once.ts); its age is that of the moment in which it is looked at.
 * @param read what was read: an answer, or what is kept of one
 */
export function retrieval(read: object, at: Date, cache: Retrieved['cache']): Retrieved {
  const before = told.get(read);
  if (before?.cache === cache) return before;
  const now: Retrieved = {
    at,
    cache,
    get ageSeconds() {
      return Math.max(0, Math.floor((Date.now() - at.getTime()) / 1000));
    },
  };
  told.set(read, now);
  return now;
}
