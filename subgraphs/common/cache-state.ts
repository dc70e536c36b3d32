import type { CacheState } from './record.js';

/** From the freshest on; what was kept and is fresh weighs less than what had to be read. */
const STATES: readonly CacheState[] = ['HIT', 'MISS', 'STALE'];

/** The state of an answer that was made of several: the least fresh. Of none it is HIT: nobody had to be asked. */
export function leastFresh(states: readonly CacheState[]): CacheState {
  return STATES.findLast((state) => states.includes(state)) ?? 'HIT';
}
