import type { Affiliation, Creator, Identifier } from '../subgraphs/common/record.js';
import { jpcoar } from './jpcoar-elements.js';
import { JPCOAR_CONTRIBUTOR_TYPES, JPCOAR_NAME_SCHEMES } from './jpcoar-vocabulary.js';
import type { FormatWork } from './work.js';
import { anyUri, langAttribute, perLanguage, type Content } from './xml.js';

/** The identifiers that the schema has a word for. */
function nameIdentifiers(identifiers: readonly Identifier[]): Content {
  return identifiers.map(({ scheme, value, url }) => {
    const nameIdentifierScheme = JPCOAR_NAME_SCHEMES[scheme];
    if (nameIdentifierScheme === undefined) return null;
    const nameIdentifierURI = url === null ? null : anyUri(url);
    return jpcoar('nameIdentifier', { nameIdentifierScheme, nameIdentifierURI }, value);
  });
}

function affiliation({ name, identifiers }: Affiliation): Content {
  return jpcoar(
    'affiliation',
    {},
    nameIdentifiers(identifiers),
    perLanguage(name, (text) => jpcoar('affiliationName', langAttribute(text.lang), text.value)),
  );
}

function person(creator: Creator, nameElement: string): Content {
  const { name, familyName, givenName, identifiers, affiliations } = creator;
  return [
    nameIdentifiers(identifiers),
    perLanguage(name, (text) => jpcoar(nameElement, langAttribute(text.lang), text.value)),
    perLanguage(familyName, (text) => jpcoar('familyName', langAttribute(text.lang), text.value)),
    perLanguage(givenName, (text) => jpcoar('givenName', langAttribute(text.lang), text.value)),
    affiliations.map(affiliation),
  ];
}

export function creatorElements({ creators }: FormatWork): Content {
  return creators.map((creator) => jpcoar('creator', {}, person(creator, 'creatorName')));
}

/** Contributors by role, a role that JPCOAR lacks as Other; those who hold the rights stand elsewhere in its schema. */
export function contributorElements({ contributors }: FormatWork): Content {
  return contributors
    .filter(({ role }) => role !== 'RightsHolder')
    .map(({ role, creator }) =>
      jpcoar(
        'contributor',
        { contributorType: JPCOAR_CONTRIBUTOR_TYPES.has(role) ? role : 'Other' },
        person(creator, 'contributorName'),
      ),
    );
}

export function rightsHolderElements({ contributors }: FormatWork): Content {
  return contributors
    .filter(({ role }) => role === 'RightsHolder')
    .map(({ creator: { name, identifiers } }) =>
      jpcoar(
        'rightsHolder',
        {},
        nameIdentifiers(identifiers),
        perLanguage(name, (text) => jpcoar('rightsHolderName', langAttribute(text.lang), text.value)),
      ),
    );
}
