import { identifier, parseOrcid, personIds } from '../common/identifiers.js';
import type { Creator } from '../common/record.js';
import { NO_TEXT } from '../common/localized-text.js';
import { mayBeSame, type Person } from './landing/people.js';
import { bothTexts, oneText } from './texts.js';

function creatorOf(ja: Person | null, en: Person | null): Creator {
  const orcid = ja?.orcid ?? en?.orcid ?? null;
  const identifiers = orcid === null ? [] : [identifier('ORCID', parseOrcid(orcid) ?? orcid)];
  const [inJa, inEn] = [ja?.affiliations ?? [], en?.affiliations ?? []];
  const paired = inJa.length === inEn.length;
  const affiliations = paired
    ? inJa.map((name, index) => bothTexts(name, inEn[index] ?? null))
    : // Which belongs to which is not known: those of one page are the whole of it.
      [inJa.length > 0 ? inJa.map((name) => oneText(name, 'ja')) : inEn.map((name) => oneText(name, 'en'))].flat();
  return {
    name: bothTexts(ja?.name ?? null, en?.name ?? null) ?? NO_TEXT,
    familyName: null,
    givenName: null,
    ...personIds(identifiers),
    identifiers,
    affiliations: affiliations.flatMap((name) => (name === null ? [] : [{ name, ror: null, identifiers: [] }])),
  };
}

/**
 * The creators of both pages. They stand in the same order (fact sheet 3), so that lists of one length are joined person by
 * person; where they differ the Japanese page counts, with an English name only where the ORCID iD is the same.
 */
export function mapCreators(ja: readonly Person[], en: readonly Person[]): Creator[] {
  if (ja.length === 0 || en.length === 0) {
    return [...ja.map((person) => creatorOf(person, null)), ...en.map((person) => creatorOf(null, person))];
  }
  const sameOrder = ja.length === en.length && ja.every((person, index) => {
    const other = en[index];
    return other !== undefined && mayBeSame(person, other);
  }); // prettier-ignore
  return ja.map((person, index) => {
    const other = sameOrder ? en[index] : en.find(({ orcid }) => orcid !== null && orcid === person.orcid);
    return creatorOf(person, other ?? null);
  });
}
