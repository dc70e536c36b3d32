import type { RequestScope } from '../../upstream/scope.js';
import type { Affiliation, Creator } from './record.js';

/**
 * What the works of one answer call the persons and organisations whom they identify: where no platform has a record of its
 * own of somebody, that is what is known, and it costs no request. The subgraphs of a process share it.
 */
export interface Named {
  /** By the person's id. */
  readonly people: Map<string, Set<Creator>>;
  /** By ROR id. */
  readonly organizations: Map<string, Set<Affiliation>>;
}

export function namedIn(scope: RequestScope): Named {
  return scope.memo('entities.named', () => ({ people: new Map(), organizations: new Map() }));
}

/** Remembers one more thing under a key. */
export function remember<T>(known: Map<string, Set<T>>, key: string, thing: T): void {
  const things = known.get(key);
  if (things === undefined) known.set(key, new Set([thing]));
  else things.add(thing);
}
