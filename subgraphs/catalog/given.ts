import type { SharedRecord } from '../common/record.js';
import { groupByKeys, identityKeys } from './identity.js';
import { keyNumber } from './key-set.js';
import type { CatalogPlatform } from './platforms.js';

/**
 * What a cursor carries of the works that a walk has given: the numbers of their keys.
 * `told`: keys that the platforms' hits tell; null once they are too many, then the pages before are read again for them.
 * `learnt`: keys that only the records' own documents told (the DOIs of JAIRO Cloud).
 */
export interface CarriedKeys {
  readonly told: readonly number[] | null;
  readonly learnt: readonly number[];
}

export const NOTHING_CARRIED: CarriedKeys = { told: [], learnt: [] };

interface SplitKeys {
  readonly dois: readonly string[];
  readonly weak: readonly string[];
}

function split(records: readonly SharedRecord[], platforms: readonly CatalogPlatform[]): SplitKeys {
  const keys = new Set(records.flatMap((record) => identityKeys(record, platforms)));
  const isDoi = (key: string): boolean => key.startsWith('doi:');
  return { dois: [...keys].filter(isDoi), weak: [...keys].filter((key) => !isDoi(key)) };
}

/**
 * The keys under which a given work is remembered. A weaker key says whether its work has a DOI, since two works of
 * different DOIs never meet through it.
 */
export function keysOfGiven(records: readonly SharedRecord[], platforms: readonly CatalogPlatform[]): string[] {
  const { dois, weak } = split(records, platforms);
  return [...dois, ...weak.map((key) => `${dois.length > 0 ? 'd' : 'n'} ${key}`)];
}

/** The keys of a given work that its hits do not tell, only its records as they were read in full. */
export function keysLearnt(
  hits: readonly SharedRecord[],
  records: readonly SharedRecord[],
  platforms: readonly CatalogPlatform[],
): string[] {
  const { dois, weak } = split(records, platforms);
  const told = split(hits, platforms);
  return [
    ...dois.filter((key) => !told.dois.includes(key)),
    ...weak.filter((key) => !told.weak.includes(key)).map((key) => `${dois.length > 0 ? 'd' : 'n'} ${key}`),
  ];
}

/** Knows which works a walk has given. */
export class Given {
  private readonly numbers: ReadonlySet<number>;
  private readonly keys = new Set<string>();

  /** `before`: the records on the pages that were read before, where the cursor no longer carries their keys. */
  constructor(
    carried: CarriedKeys,
    before: readonly SharedRecord[],
    private readonly platforms: readonly CatalogPlatform[],
    /** Whether the carried numbers are those of a long walk. */
    private readonly long = false,
  ) {
    this.numbers = new Set([...(carried.told ?? []), ...carried.learnt]);
    for (const work of groupByKeys(before, (record) => identityKeys(record, platforms))) {
      for (const key of keysOfGiven(work, platforms)) this.keys.add(key);
    }
  }

  private has(key: string): boolean {
    return this.keys.has(key) || (this.numbers.size > 0 && this.numbers.has(keyNumber(key, this.long)));
  }

  /** Of learnt keys, those that the hits have not told since: a record that was counted as late tells its DOI. */
  untold(learnt: readonly number[]): readonly number[] {
    if (learnt.length === 0 || this.keys.size === 0) return learnt;
    const told = new Set([...this.keys].map((key) => keyNumber(key, this.long)));
    return learnt.filter((key) => !told.has(key));
  }

  /** Whether records of one work belong to a work that was given. */
  holds(records: readonly SharedRecord[]): boolean {
    if (this.numbers.size === 0 && this.keys.size === 0) return false;
    const { dois, weak } = split(records, this.platforms);
    if (dois.some((doi) => this.has(doi))) return true;
    return weak.some((key) => this.has(`n ${key}`) || (dois.length === 0 && this.has(`d ${key}`)));
  }

  /** Whether this very record was given, or stands for a given work, as far as it tells no other DOI. */
  holdsRecord(record: SharedRecord): boolean {
    if (record.doi) return this.has(`doi:${record.doi}`);
    return this.has(`n ${record.id}`) || this.has(`d ${record.id}`);
  }
}
