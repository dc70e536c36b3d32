import { hash } from '../../../sandbox/world/ids.js';
import type { Held } from './repositories.js';

/**
 * Peculiarities of real JPCOAR output (fact sheet 2.9, 3.3, 3.5 and 9), each on about one record in `every`.
 * `valid` tells whether a record that shows it is still valid by the XSD.
 */
const QUIRKS = {
  'empty-creator': { every: 9, valid: true },
  'empty-conference': { every: 8, valid: true },
  'no-language-tags': { every: 12, valid: true },
  'full-width-comma': { every: 10, valid: true },
  'names-without-parts': { every: 5, valid: true },
  'orcid-as-uri': { every: 10, valid: true },
  'ror-as-uri': { every: 10, valid: true },
  'other-generation-e-rad': { every: 14, valid: false },
  'repeated-singletons': { every: 16, valid: false },
  'two-types': { every: 25, valid: false },
  'date-without-type': { every: 25, valid: false },
  'issn-without-hyphen': { every: 5, valid: true },
  'issn-obsolete-type': { every: 9, valid: true },
  'relation-without-type': { every: 12, valid: true },
  'info-doi': { every: 9, valid: true },
  'escaped-markup': { every: 8, valid: true },
  'blank-before-award-uri': { every: 6, valid: true },
  'unknown-award-type': { every: 15, valid: true },
  'access-without-uri': { every: 20, valid: false },
  'access-mismatch': { every: 33, valid: true },
  'typed-garbage-doi': { every: 30, valid: true },
  'registration-only-doi': { every: 40, valid: true },
  'file-without-label': { every: 4, valid: true },
} as const;

export type Quirk = keyof typeof QUIRKS;

const NAMES = Object.keys(QUIRKS).filter((name): name is Quirk => name in QUIRKS);

/** The peculiarities that the record of a work shows: the same at every start. */
export function quirksOf(held: Held): ReadonlySet<Quirk> {
  return new Set(NAMES.filter((name) => hash(`${held.work.key}#${name}`) % QUIRKS[name].every === 0));
}

/** Whether a record of a work is to be valid by the XSD: it shows nothing that the XSD forbids. */
export function showsNoForbiddenQuirk(held: Held): boolean {
  return [...quirksOf(held)].every((quirk) => QUIRKS[quirk].valid);
}
