import { identifier, parseOrcid, personIds, uniqueIdentifiers } from '../common/identifiers.js';
import { hasCjk, localizedText, localizedTextOrNull, NO_TEXT, plainText } from '../common/localized-text.js';
import type { Affiliation, Creator, Identifier } from '../common/record.js';
import { cleanLine } from '../common/text.js';
import { isObject } from './json.js';
import type { RdmAccount } from './record.js';
import type { ContributorDocument, UserDocument } from './shapes.js';

type Employment = NonNullable<UserDocument['attributes']['employment']>[number];

/** An unset institution reads "none" (fact sheet 9). */
function institution(name: string | null): string | null {
  return name === null || name.toLowerCase() === 'none' ? null : cleanLine(name);
}

function affiliationOf({ institution: printed, institution_ja }: Employment): Affiliation[] {
  const [name, ja] = [institution(printed), institution(institution_ja)];
  const texts = [
    ...(ja === null ? [] : [{ value: ja, lang: 'ja' }]),
    // The form asks for both: the one beside a Japanese name is the English one, unless its script says otherwise.
    ...(name === null ? [] : ja !== null && !hasCjk(name) ? [{ value: name, lang: 'en' }] : plainText(name).values),
  ];
  const text = localizedText(texts);
  return text.values.length === 0 ? [] : [{ name: text, ror: null, identifiers: [] }];
}

/** Where someone works now: an employment that has ended is none. */
function affiliations(user: UserDocument): Affiliation[] {
  const current = (user.attributes.employment ?? []).filter(
    ({ ongoing, endYear }) => ongoing === true || endYear === null || endYear === undefined || endYear === '',
  );
  return current.flatMap(affiliationOf);
}

/** The ORCID of a profile's social links: a text, or a list of one (fact sheet 2). */
function orcidOf({ attributes: { social } }: UserDocument): string | null {
  const stated = isObject(social) ? social['orcid'] : undefined;
  const first: unknown = Array.isArray(stated) ? stated[0] : stated;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

function nameText(name: string | null) {
  return name === null ? null : localizedTextOrNull(plainText(cleanLine(name)).values);
}

function unidentified(name: string): Creator {
  return {
    name: plainText(cleanLine(name)),
    familyName: null,
    givenName: null,
    orcid: null,
    nrid: null,
    eRadId: null,
    identifiers: [],
    affiliations: [],
  };
}

/** A user as a creator; null where an anonymised link blanks the name out (fact sheet 5). */
function creatorOfUser(user: UserDocument): Creator | null {
  const { full_name, family_name, given_name } = user.attributes;
  const name = nameText(full_name) ?? NO_TEXT;
  const orcid = orcidOf(user);
  const identifiers: Identifier[] = uniqueIdentifiers([
    ...(orcid === null ? [] : [identifier('ORCID', orcid)]),
    identifier('RDM_GUID', user.id),
  ]);
  if (name.values.length === 0) return null;
  return {
    name,
    familyName: nameText(family_name),
    givenName: nameText(given_name),
    ...personIds(identifiers),
    identifiers,
    affiliations: affiliations(user),
  };
}

/** A contributor as a creator: a user, one who has no account yet, or one whose account is disabled; null where nobody is named. */
export function creatorOf({ attributes, embeds }: ContributorDocument): Creator | null {
  const { user = null, formerName = null } = embeds?.users ?? {};
  const creator = user === null ? null : creatorOfUser(user);
  const name = attributes?.unregistered_contributor ?? formerName;
  return creator ?? (name === null ? null : unidentified(name));
}

/** Contributors in the project's own order. */
export function inOrder(contributors: readonly ContributorDocument[]): ContributorDocument[] {
  const indexOf = ({ attributes }: ContributorDocument): number => attributes?.index ?? Number.MAX_SAFE_INTEGER;
  return [...contributors].sort((one, other) => indexOf(one) - indexOf(other));
}

/** The caller's account. */
export function mapAccount(user: UserDocument): RdmAccount {
  const orcid = orcidOf(user);
  return {
    id: user.id,
    name: user.attributes.full_name ?? user.id,
    orcid: orcid === null ? null : parseOrcid(orcid),
    affiliations: affiliations(user),
  };
}
