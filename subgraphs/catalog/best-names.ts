/** How the names, places and grants that several sources state become one: chosen whole, never mixed. */
import { textIn } from '../common/localized-text.js';
import type { Affiliation, LocalizedText } from '../common/record.js';
import { fold } from '../common/text.js';

/** A name in both scripts beats one in one, a name whose languages are told one whose are not. */
function quality(text: LocalizedText): number {
  if (text.values.length === 0) return 0;
  return 1 + Math.min(text.values.length - 1, 1) + 4 * ['ja', 'en'].filter((tag) => textIn(text, tag) !== null).length;
}

/** The best of some texts, the first of equals; null where none has a value. */
export function bestName(texts: Iterable<LocalizedText | null>): LocalizedText | null {
  let best: LocalizedText | null = null;
  for (const text of texts) if (text !== null && quality(text) > (best === null ? 0 : quality(best))) best = text;
  return best;
}

function isSame(one: Affiliation, other: Affiliation): boolean {
  if (one.ror !== null && other.ror !== null) return one.ror === other.ror;
  const names = new Set(one.name.values.map(({ value }) => fold(value)));
  return other.name.values.some(({ value }) => names.has(fold(value)));
}

/**
 * Each organisation once, by its ROR id, else by a name that two state alike: of two the one with a ROR id, then the one named
 * in more languages, stands for both.
 */
export function eachOnce(affiliations: Iterable<Affiliation>): Affiliation[] {
  const kept: Affiliation[] = [];
  for (const affiliation of affiliations) {
    const place = kept.findIndex((known) => isSame(known, affiliation));
    const known = kept[place];
    if (known === undefined) kept.push(affiliation);
    else if (better(affiliation, known)) kept[place] = affiliation;
  }
  return kept;
}

function better(one: Affiliation, other: Affiliation): boolean {
  if ((one.ror === null) !== (other.ror === null)) return one.ror !== null;
  return quality(one.name) > quality(other.name);
}

/** The affiliations, each in the better form that others state of the same organisation, if they do. */
export function inBestForm(affiliations: readonly Affiliation[], others: Iterable<Affiliation>): Affiliation[] {
  const stated = [...others];
  return eachOnce(
    affiliations.map((affiliation) =>
      stated.reduce((best, other) => (isSame(affiliation, other) && better(other, best) ? other : best), affiliation),
    ),
  );
}
