import { addFilter, FILTER_NAMES, UnreadableFilter, type PlatformNames } from '../../exports/filter-values.js';
import { HttpFault } from '../http-fault.js';

/** What an address asks for: its own parameters by name, and a WorkFilter from all the others. */
export interface Parameters<Name extends string> {
  readonly own: ReadonlyMap<Name, string>;
  readonly filter: Readonly<Record<string, unknown>>;
}

function bad(message: string): HttpFault {
  return new HttpFault(400, message, 'BAD_USER_INPUT');
}

/**
 * Reads the query of an address. A parameter that is not known is refused: a filter is never silently ignored.
 * @throws HttpFault 400 that names the parameter
 */
export function readParameters<Name extends string>(
  search: string,
  names: readonly Name[],
  platforms: PlatformNames,
): Parameters<Name> {
  const own = new Map<Name, string>();
  const filter: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const known = names.find((one) => one === name);
    if (known !== undefined) {
      if (own.has(known)) throw bad(`${name} is given twice.`);
      own.set(known, value);
    } else if (FILTER_NAMES.includes(name)) {
      try {
        addFilter(filter, name, value, platforms);
      } catch (error) {
        if (!(error instanceof UnreadableFilter)) throw error;
        throw bad(`${name}=${value.slice(0, 100)}: ${error.message}`);
      }
    } else {
      const all = [...names, ...FILTER_NAMES].join(', ');
      throw bad(`${name.slice(0, 50)} is no parameter here; known are ${all}.`);
    }
  }
  return { own, filter };
}

/** A parameter that is on or off. @throws HttpFault 400 */
export function flag(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0' || value === 'false') return false;
  if (value === '1' || value === 'true') return true;
  throw bad(`${name}=${value.slice(0, 50)}: write 1 or 0.`);
}

/** A parameter that is a whole number. @throws HttpFault 400 */
export function wholeNumber(name: string, value: string | undefined, least: number): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (!/^\d{1,9}$/.test(value) || number < least)
    throw bad(`${name}=${value.slice(0, 50)}: write a whole number, ${String(least)} or more.`);
  return number;
}

/** A parameter that is one of some words, whatever its case. @throws HttpFault 400 */
export function oneOf<Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word.toLowerCase() === value.trim().toLowerCase());
  if (found !== undefined) return found;
  throw bad(`${name}=${value.slice(0, 50)}: is none of ${words.join(', ').toLowerCase()}.`);
}
