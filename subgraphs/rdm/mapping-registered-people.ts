/** The people and bodies of registered metadata (metadata sheet 3 and 7.1). */
import { identifier, parseRor, personIds } from '../common/identifiers.js';
import { localizedText, NO_TEXT, plainText } from '../common/localized-text.js';
import type { Affiliation, Contributor, Creator, Identifier, LocalizedText } from '../common/record.js';
import {
  answerTo,
  bilingual,
  codeIn,
  nameIn,
  oneText,
  personOf,
  type RegisteredPerson,
  type Values,
} from './metadata-values.js';

/** A researcher whose number is not one of e-Rad's eight digits keeps it among the identifiers. */
export function creatorOf({ name, family, given, number, affiliation }: RegisteredPerson): Creator {
  const identifiers = number === null ? [] : [identifier('ERAD', number)];
  return {
    name,
    familyName: family,
    givenName: given,
    ...personIds(identifiers),
    identifiers,
    affiliations: affiliation === null ? [] : [{ name: affiliation, ror: null, identifiers: [] }],
  };
}

function body(name: LocalizedText, identifiers: readonly Identifier[], affiliations: readonly Affiliation[]): Creator {
  return { name, familyName: null, givenName: null, orcid: null, nrid: null, eRadId: null, identifiers, affiliations };
}

/** The data manager: a person with the organisation to ask at, or that organisation (metadata sheet 7.1). */
function dataManager(values: Values): Creator | null {
  const organization = bilingual(values, 'data-man-org');
  if (codeIn(values, 'data-man-type') === 'organization') {
    return organization === null ? null : body(organization, [], []);
  }
  const names = {
    ja: nameIn(answerTo(values, 'data-man-name-ja'), 'ja'),
    en: nameIn(answerTo(values, 'data-man-name-en'), 'en'),
  };
  const person = personOf(names, oneText(values, 'data-man-number'), organization);
  return person === null ? null : creatorOf(person);
}

/** The contact in one text, as GakuNin RDM hands it on (metadata sheet 7.1): organisation, address, telephone, e-mail. */
function contact(values: Values): Creator | null {
  const [tel, mail] = [oneText(values, 'data-man-tel'), oneText(values, 'data-man-email')];
  const numbers = [...(tel === null ? [] : [`TEL: ${tel}`]), ...(mail === null ? [] : [`E-Mail: ${mail}`])];
  const texts = ['ja', 'en'].flatMap((lang) => {
    const place = ['data-man-org', 'data-man-address'].flatMap((key) => oneText(values, `${key}-${lang}`) ?? []);
    return place.length === 0 ? [] : [{ value: [...place, ...numbers].join(' '), lang }];
  });
  if (texts.length > 0) return body(localizedText(texts), [], []);
  return numbers.length === 0 ? null : body(plainText(numbers.join(' ')), [], []);
}

/** Who keeps the data, who answers for it, and where to ask. */
export function contributorsOf(values: Values): Contributor[] {
  const host = bilingual(values, 'hosting-inst');
  const ror = oneText(values, 'hosting-inst-id');
  const hosting =
    host === null && ror === null
      ? null
      : body(host ?? NO_TEXT, ror === null ? [] : [identifier(parseRor(ror) === null ? 'LOCAL' : 'ROR', ror)], []);
  return (
    [
      ['HostingInstitution', hosting],
      ['DataManager', dataManager(values)],
      ['ContactPerson', contact(values)],
    ] as const
  ).flatMap(([role, creator]) => (creator === null ? [] : [{ role, creator }]));
}
