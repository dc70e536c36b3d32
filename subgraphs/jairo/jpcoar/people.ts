import { identifier, parseOrcid, parseRor, personIds, uniqueIdentifiers } from '../../common/identifiers.js';
import { localizedText, localizedTextOrNull, NO_TEXT } from '../../common/localized-text.js';
import type { Affiliation, Contributor, Creator, Identifier, LangString, LocalizedText } from '../../common/record.js';
import { attribute, type XmlElement } from '../../common/xml.js';
import { elements, line, siblings, siblingsOrNull, tagged } from './elements.js';

/** The 13-digit number in an address of NII's researcher index. */
const NRID_ADDRESS = /^https?:\/\/nrid\.nii\.ac\.jp\/(?:[a-z]{2}\/)?nrid\/(\d{13})\/?$/i;

/**
 * What one nameIdentifier states: its scheme's identifier (the content is the bare value or its URI: fact sheet 3.4), and
 * the NRID or ORCID iD that its address names where the content is of another scheme (an e-Rad number with an NRID address).
 */
function statedIdentifiers(element: XmlElement): Identifier[] {
  const address = attribute(element, 'nameIdentifierURI') ?? null;
  const scheme = attribute(element, 'nameIdentifierScheme') ?? 'Other';
  const content = line(element) || (address ?? '');
  const stated = content === '' ? [] : [identifier(scheme, content, address)];
  const nrid = NRID_ADDRESS.exec(address ?? '')?.[1];
  const orcid = /^https?:\/\/(?:www\.)?orcid\.org\//i.test(address ?? '') ? parseOrcid(address ?? '') : null;
  return [
    ...stated,
    ...(nrid === undefined ? [] : [identifier('NRID', nrid)]),
    ...(orcid === null || scheme.toUpperCase() === 'ORCID' ? [] : [identifier('ORCID', orcid)]),
  ];
}

/** The identifiers of a person, body or place of work. */
export function nameIdentifiers(parent: XmlElement, name = 'nameIdentifier'): Identifier[] {
  return uniqueIdentifiers(elements(parent, 'jpcoar', name).flatMap(statedIdentifiers));
}

function affiliation(element: XmlElement): Affiliation | null {
  const identifiers = nameIdentifiers(element);
  const name = siblings(elements(element, 'jpcoar', 'affiliationName'));
  if (name.values.length === 0 && identifiers.length === 0) return null;
  const ror = identifiers.find(({ scheme }) => scheme === 'ROR');
  return { name, ror: ror === undefined ? null : parseRor(ror.value), identifiers };
}

/**
 * A name where the source gives only its parts (the Cabinet Office's records): JPCOAR writes a name as "姓, 名", so the
 * parts of one language are joined that way.
 */
function joinedName(family: readonly LangString[], given: readonly LangString[]): LocalizedText {
  const languages = new Set([...family, ...given].map(({ lang }) => lang));
  return localizedText(
    [...languages].map((lang) => {
      const parts = [family, given].map((names) => names.find((name) => name.lang === lang)?.value ?? '');
      return { value: parts.filter((part) => part !== '').join(', '), lang };
    }),
  );
}

/** A person or body under a creator-like element, or null where WEKO3 left nothing of it (fact sheet 2.9: `<jpcoar:creator/>`). */
function person(element: XmlElement, prefix: 'creator' | 'contributor' | 'rightsHolder'): Creator | null {
  const family = elements(element, 'jpcoar', 'familyName').map(tagged);
  const given = elements(element, 'jpcoar', 'givenName').map(tagged);
  const printed = siblings(elements(element, 'jpcoar', `${prefix}Name`));
  const joined = printed.values.length > 0 ? printed : joinedName(family, given);
  const name = joined.values.length > 0 ? joined : siblings(elements(element, 'jpcoar', `${prefix}Alternative`));
  const identifiers = nameIdentifiers(element);
  const affiliations = elements(element, 'jpcoar', 'affiliation').flatMap((item) => affiliation(item) ?? []);
  if (name.values.length === 0 && identifiers.length === 0 && affiliations.length === 0) return null;
  return {
    name: name.values.length === 0 ? NO_TEXT : name,
    familyName: localizedTextOrNull(family),
    givenName: localizedTextOrNull(given),
    ...personIds(identifiers),
    identifiers,
    affiliations,
  };
}

export function creators(root: XmlElement): Creator[] {
  return elements(root, 'jpcoar', 'creator').flatMap((element) => person(element, 'creator') ?? []);
}

/**
 * Contributors by role. JPCOAR's roles are DataCite's; a contributor without one is "Other", as both vocabularies have it.
 * A rights holder is a contributor in DataCite's terms.
 */
export function contributors(root: XmlElement): Contributor[] {
  const named = elements(root, 'jpcoar', 'contributor').flatMap((element) => {
    const creator = person(element, 'contributor');
    return creator === null ? [] : [{ role: attribute(element, 'contributorType') ?? 'Other', creator }];
  });
  const holders = elements(root, 'jpcoar', 'rightsHolder').flatMap((element) => {
    const creator = person(element, 'rightsHolder');
    return creator === null ? [] : [{ role: 'RightsHolder', creator }];
  });
  return [...named, ...holders];
}

/** The names of a body that is given by name alone (degreeGrantor). */
export function bodyName(element: XmlElement, name: string): LocalizedText | null {
  return siblingsOrNull(elements(element, 'jpcoar', name));
}
