import { identifier, parseOrcid, parseRor, personIds, uniqueIdentifiers } from '../identifiers.js';
import { bestText, localizedText, localizedTextOrNull } from '../localized-text.js';
import type { Contributor, Creator, Funding, Identifier, LocalizedText } from '../record.js';
import { fold } from '../text.js';
import { childElement, type XmlElement } from '../xml.js';
import { code, hrefOf, isA, objects, printed, properties } from './elements.js';
import { line, plainLines, type Locales } from './texts.js';

/** A responsible party: one person, or an organisation alone. */
export interface IsoContact {
  /** The person. */
  readonly name: LocalizedText | null;
  readonly organization: LocalizedText | null;
  readonly position: LocalizedText | null;
  /** CI_RoleCode as the record has it. */
  readonly role: string | null;
  readonly emails: readonly string[];
  readonly personIdentifiers: readonly Identifier[];
  readonly organizationIdentifiers: readonly Identifier[];
}

/**
 * CI_RoleCode as DataCite's contributor types. Creators are who the standard says made the resource: author and co-author,
 * originator ("created the resource"), principal investigator ("gathered the information and conducted the research").
 * An owner owns it, which is a right and no work: RightsHolder. A user is no contributor at all.
 */
const CREATORS = new Set(['author', 'coauthor', 'originator', 'principalinvestigator']);
const NO_CONTRIBUTORS = new Set(['publisher', 'user', 'funder']);
const DATACITE_ROLES = new Map(
  Object.entries({
    owner: 'RightsHolder',
    rightsholder: 'RightsHolder',
    custodian: 'DataManager',
    distributor: 'Distributor',
    resourceprovider: 'Distributor',
    pointofcontact: 'ContactPerson',
    processor: 'DataCurator',
    editor: 'Editor',
    sponsor: 'Sponsor',
  }),
);

/** An identifier of a party by its own form, else by the code space that names its scheme. */
function partyIdentifier(element: XmlElement): Identifier | null {
  const text = printed(childElement(element, 'code')) ?? '';
  if (parseOrcid(text) !== null) return identifier('ORCID', text);
  if (parseRor(text) !== null) return identifier('ROR', text);
  const scheme = printed(childElement(element, 'codeSpace')) ?? '';
  return text === '' || !/^[\w-]{1,30}$/.test(scheme) ? null : identifier(scheme, text);
}

/** ORCID and ROR also stand as the anchor of a name or as the party's web address. */
function identifiersOf(element: XmlElement, names: readonly string[]): Identifier[] {
  const addresses = [
    ...names.flatMap((name) => properties(element, name).flatMap((property) => hrefOf(property) ?? [])),
    ...properties(element, 'contactInfo', 'onlineResource', 'linkage').flatMap((linkage) => printed(linkage) ?? []),
  ];
  return uniqueIdentifiers([
    ...objects(element, 'partyIdentifier').flatMap((item) => partyIdentifier(item) ?? []),
    ...addresses.flatMap((address) =>
      /orcid\.org/i.test(address) && parseOrcid(address) ? identifier('ORCID', address) : [],
    ),
    ...addresses.flatMap((address) =>
      /ror\.org/i.test(address) && parseRor(address) ? identifier('ROR', address) : [],
    ),
  ]);
}

const ofScheme = (identifiers: readonly Identifier[], scheme: string, is: boolean): Identifier[] =>
  identifiers.filter((item) => (item.scheme === scheme) === is);

function emailsOf(element: XmlElement): string[] {
  return plainLines(properties(element, 'contactInfo', 'address', 'electronicMailAddress'));
}

/** The Swiss profile (CHE) has a person's names apart. */
function individualName(party: XmlElement, locales: Locales): LocalizedText | null {
  const whole = line(properties(party, 'individualName'), locales);
  if (whole !== null) return whole;
  const parts = plainLines([...properties(party, 'individualFirstName'), ...properties(party, 'individualLastName')]);
  return localizedTextOrNull([{ value: parts.join(' '), lang: null }]);
}

/** ISO 19139: one element holds person, organisation and position. */
function responsibleParty(party: XmlElement, locales: Locales): IsoContact {
  const identifiers = identifiersOf(party, ['individualName', 'organisationName']);
  const name = individualName(party, locales);
  return {
    name,
    organization: line(properties(party, 'organisationName'), locales),
    position: line(properties(party, 'positionName'), locales),
    role: code(childElement(party, 'role')),
    emails: emailsOf(party),
    personIdentifiers: name === null ? [] : ofScheme(identifiers, 'ROR', false),
    organizationIdentifiers: name === null ? identifiers : ofScheme(identifiers, 'ROR', true),
  };
}

/** ISO 19115-3: an organisation with its people, or people alone; the people are the parties where there are any. */
function responsibility(element: XmlElement, locales: Locales): IsoContact[] {
  const role = code(childElement(element, 'role'));
  return objects(element, 'party').flatMap((party) => {
    if (isA(party, 'CI_Individual')) return [individual(party, null, role, locales)];
    const people = objects(party, 'individual');
    if (people.length > 0) return people.map((person) => individual(person, party, role, locales));
    return [
      {
        name: null,
        organization: line(properties(party, 'name'), locales),
        position: null,
        role,
        emails: emailsOf(party),
        personIdentifiers: [],
        organizationIdentifiers: identifiersOf(party, ['name']),
      },
    ];
  });
}

function individual(
  person: XmlElement,
  organization: XmlElement | null,
  role: string | null,
  locales: Locales,
): IsoContact {
  return {
    name: line(properties(person, 'name'), locales),
    organization: organization && line(properties(organization, 'name'), locales),
    position: line(properties(person, 'positionName'), locales),
    role,
    emails: [...emailsOf(person), ...(organization === null ? [] : emailsOf(organization))],
    personIdentifiers: identifiersOf(person, ['name']),
    organizationIdentifiers: organization === null ? [] : identifiersOf(organization, ['name']),
  };
}

/** The parties at the end of a path, those without any name left out. */
export function contacts(parent: XmlElement, locales: Locales, ...path: readonly string[]): IsoContact[] {
  return objects(parent, ...path)
    .flatMap((element) =>
      isA(element, 'CI_Responsibility') ? responsibility(element, locales) : [responsibleParty(element, locales)],
    )
    .filter(({ name, organization, position }) => name !== null || organization !== null || position !== null);
}

/** The party as a creator: the person with their organisation, else the organisation; a mere position is nobody. */
function creatorOf(contact: IsoContact): Creator | null {
  const { name, organization, personIdentifiers, organizationIdentifiers } = contact;
  const ror = (identifiers: readonly Identifier[]): string | null =>
    identifiers.map(({ scheme, value }) => (scheme === 'ROR' ? parseRor(value) : null)).find((id) => id !== null) ??
    null;
  if (name === null && organization === null) return null;
  const identifiers = name === null ? organizationIdentifiers : personIdentifiers;
  return {
    name: name ?? organization ?? localizedText([]),
    familyName: null,
    givenName: null,
    ...personIds(identifiers),
    identifiers,
    affiliations:
      name === null || organization === null
        ? []
        : [{ name: organization, ror: ror(organizationIdentifiers), identifiers: organizationIdentifiers }],
  };
}

const roleOf = ({ role }: IsoContact): string => role?.toLowerCase() ?? '';
const nameKey = ({ name }: Creator): string => fold(bestText(name));

/** Who made the resource, each once, in the record's order; of a person named twice the entry that says more. */
export function creators(parties: readonly IsoContact[]): Creator[] {
  const found = new Map<string, Creator>();
  for (const party of parties) {
    const creator = CREATORS.has(roleOf(party)) ? creatorOf(party) : null;
    if (creator === null) continue;
    const key = nameKey(creator);
    const before = found.get(key);
    if (before === undefined || (before.affiliations.length === 0 && before.identifiers.length === 0))
      found.set(key, creator);
  }
  return [...found.values()];
}

/** Everybody else who had a part in it, by DataCite's roles, each once in a role; a party without a role had none. */
export function contributors(parties: readonly IsoContact[]): Contributor[] {
  const found = new Map<string, Contributor>();
  for (const party of parties) {
    const role = roleOf(party);
    const creator = role === '' || CREATORS.has(role) || NO_CONTRIBUTORS.has(role) ? null : creatorOf(party);
    if (creator === null) continue;
    const named = { role: DATACITE_ROLES.get(role) ?? 'Other', creator };
    const key = `${named.role} ${nameKey(creator)}`;
    if (!found.has(key)) found.set(key, named);
  }
  return [...found.values()];
}

/** The first publisher: its organisation, else the person. */
export function publisher(parties: readonly IsoContact[]): LocalizedText | null {
  const found = parties.find((party) => roleOf(party) === 'publisher');
  return found?.organization ?? found?.name ?? null;
}

/** Funders; ISO names no award. */
export function funding(parties: readonly IsoContact[]): Funding[] {
  return parties
    .filter((party) => roleOf(party) === 'funder')
    .map((party) => ({
      funder: party.organization ?? party.name,
      funderIds: party.organization === null ? party.personIdentifiers : party.organizationIdentifiers,
      stream: null,
      streamId: null,
      awardNumber: null,
      awardTitle: null,
    }));
}
