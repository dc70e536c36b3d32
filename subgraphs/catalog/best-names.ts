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

/** One organisation of several affiliations. */
interface Group {
  best: Affiliation;
  /** Where the first of them stood. */
  place: number;
  readonly names: Set<string>;
}

function namesOf({ name }: Affiliation): string[] {
  return name.values.map(({ value }) => fold(value));
}

function better(one: Affiliation, other: Affiliation): boolean {
  if ((one.ror === null) !== (other.ror === null)) return one.ror !== null;
  return quality(one.name) > quality(other.name);
}

/** Puts a group into another one. */
function absorb(group: Group, other: Group): void {
  if (better(other.best, group.best)) group.best = other.best;
  group.place = Math.min(group.place, other.place);
  for (const name of other.names) group.names.add(name);
}

/**
 * Each organisation once, in the order of first appearance: by its ROR id, else by a name that two state alike. Of two the one
 * with a ROR id, then the one named in more languages, stands for both. Two ROR ids never meet by a name.
 */
export function eachOnce(affiliations: Iterable<Affiliation>): Affiliation[] {
  const byRor = new Map<string, Group>();
  const byName = new Set<Group>();
  const all = [...affiliations].map((best, place) => ({ best, place, names: new Set(namesOf(best)) }));
  for (const group of all) {
    const { ror } = group.best;
    const known = ror === null ? undefined : byRor.get(ror);
    if (known !== undefined) absorb(known, group);
    else if (ror !== null) byRor.set(ror, group);
  }
  for (const group of all.filter(({ best }) => best.ror === null)) {
    const alike = [...byRor.values(), ...byName].filter(({ names }) =>
      [...group.names].some((name) => names.has(name)),
    );
    const [first = group] = alike;
    for (const other of [group, ...alike]) {
      // A second organisation with a ROR id and the same name stays what it is.
      if (other === first || other.best.ror !== null) continue;
      absorb(first, other);
      byName.delete(other);
    }
    if (first.best.ror === null) byName.add(first);
  }
  return [...byRor.values(), ...byName].sort((one, other) => one.place - other.place).map(({ best }) => best);
}

/** The affiliations, each in the better form that others state of the same organisation, if they do. */
export function inBestForm(affiliations: readonly Affiliation[], others: Iterable<Affiliation>): Affiliation[] {
  const names = new Set(affiliations.flatMap(namesOf));
  const rors = new Set(affiliations.map(({ ror }) => ror));
  const alike = [...others].filter(
    (other) => (other.ror !== null && rors.has(other.ror)) || namesOf(other).some((name) => names.has(name)),
  );
  // Their own stand first: what comes behind them is another organisation of the same name.
  return eachOnce([...affiliations, ...alike]).slice(0, eachOnce(affiliations).length);
}
