/** The DOIs that the simulated agencies know: those of the world's data sets at DIAS and GED. */
import { hash } from '../world/ids.js';
import { world, type DoiRegistration, type WorldPerson, type WorldWork } from '../world/index.js';

export interface RegisteredDoi {
  /** As it was registered: DIAS writes its own in capitals (dias fact sheet 2). */
  readonly doi: string;
  readonly prefix: string;
  readonly registration: DoiRegistration;
  readonly work: WorldWork;
  /** Spreads peculiarities; the same at every start. */
  readonly turn: number;
}

function registered(work: WorldWork, doi: string): RegisteredDoi {
  const prefix = doi.slice(0, doi.indexOf('/'));
  return {
    doi: doi.replace(/^10\.20783\/dias\./, '10.20783/DIAS.'),
    prefix,
    registration: work.registration ?? (prefix === '10.5072' ? 'DataCite' : 'JaLC'),
    work,
    turn: hash(`${work.key}/agency`),
  };
}

export const registeredDois: readonly RegisteredDoi[] = world.works.flatMap((work) =>
  work.doi !== null && (work.holdings.dias ?? work.holdings.ged) !== undefined ? [registered(work, work.doi)] : [],
);

const byDoi = new Map(registeredDois.map((entry) => [entry.doi.toLowerCase(), entry]));

/** By DOI in any case. */
export function findDoi(doi: string): RegisteredDoi | undefined {
  return byDoi.get(doi.toLowerCase());
}

/** A DOI in a path: plain, `%2F` or `%252F` for its slash (dias fact sheet 6.1); null where it cannot be decoded. */
export function doiInPath(path: string): string | null {
  try {
    const once = decodeURIComponent(path);
    return /%2f/i.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return null;
  }
}

export function creatorsOf(work: WorldWork): readonly WorldPerson[] {
  return work.creators.map((key) => world.person(key));
}

/** The day on which a record was last changed, YYYY-MM-DD. */
export function updatedOf({ work }: RegisteredDoi): string {
  return work.deposited;
}
