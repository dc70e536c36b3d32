import { identifier, parseRor, personIds, uniqueIdentifiers } from '../common/identifiers.js';
import { localizedTextOrNull, langString, NO_TEXT, plainText } from '../common/localized-text.js';
import type { Affiliation, Contributor, Creator, Identifier, LocalizedText } from '../common/record.js';
import { cleanLine } from '../common/text.js';
import type { Pid, Product, ProductAuthor, ProductOrganization } from './shapes.js';

/** One line of a source's text, or null. */
export function line(text: string | null): LocalizedText | null {
  return text === null ? null : localizedTextOrNull([langString(cleanLine(text))]);
}

/** An identifier of the Graph. `orcid_pending` is an ORCID that a source states and ORCID itself did not (fact sheet 2.5). */
function identifierOf({ scheme, value }: Pid): Identifier[] {
  if (scheme === null || value === null) return [];
  return [identifier(scheme.toLowerCase() === 'orcid_pending' ? 'ORCID' : scheme, value)];
}

function creatorNamed(name: LocalizedText, identifiers: readonly Identifier[] = []): Creator {
  return {
    name,
    familyName: null,
    givenName: null,
    ...personIds(identifiers),
    identifiers,
    // The Graph states organisations of a product, not of each author.
    affiliations: [],
  };
}

function creatorOf(author: ProductAuthor): Creator[] {
  const parts = [author.surname, author.name].filter((part) => part !== null);
  const name = line(author.fullName) ?? line(parts.length === 0 ? null : parts.join(', '));
  const pid = author.pid?.id ?? null;
  if (name === null && pid === null) return [];
  const identifiers = pid === null ? [] : uniqueIdentifiers(identifierOf(pid));
  return [
    { ...creatorNamed(name ?? NO_TEXT, identifiers), familyName: line(author.surname), givenName: line(author.name) },
  ];
}

/** The authors by their rank where the Graph gives one, else as they stand. */
export function creatorsOf({ authors }: Product): Creator[] {
  const rank = ({ rank: given }: ProductAuthor): number => given ?? Number.POSITIVE_INFINITY;
  return [...authors]
    .sort((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)))
    .flatMap(creatorOf);
}

/** Contributors are bare names without a role; DataCite's word for that is Other. */
export function contributorsOf({ contributors, contactPeople, contactGroups }: Product): Contributor[] {
  const inRole = (role: string, names: readonly string[]): Contributor[] =>
    names.flatMap((name) => {
      const text = line(name);
      return text === null ? [] : [{ role, creator: creatorNamed(text) }];
    });
  return [...inRole('Other', contributors), ...inRole('ContactPerson', [...contactPeople, ...contactGroups])];
}

/**
 * An organisation of a product. Its pids repeat with the scheme in another case, and another organisation's may be mixed in
 * (fact sheet 2.10 trap 3): where two ROR ids are stated, neither is taken for its own.
 */
export function organizationOf({ legalName, acronym, id, pids }: ProductOrganization): Affiliation[] {
  const own = id === null ? [] : [identifier('OPENAIRE', id)];
  const identifiers = uniqueIdentifiers([...own, ...pids.flatMap(identifierOf)]);
  const rors = new Set(
    identifiers.filter(({ scheme }) => scheme === 'ROR').flatMap(({ value }) => parseRor(value) ?? []),
  );
  const printed = legalName ?? acronym;
  if (printed === null && identifiers.length === 0) return [];
  const [ror] = rors;
  return [
    {
      name: printed === null ? NO_TEXT : plainText(cleanLine(printed)),
      ror: rors.size === 1 && ror !== undefined ? ror : null,
      identifiers,
    },
  ];
}
