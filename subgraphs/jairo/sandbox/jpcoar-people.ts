import { type Generation, type JpcoarContext, langAttribute } from './jpcoar-context.js';
import type { WorldOrganization, WorldPerson } from '../../../sandbox/world/index.js';

import { element, textElement, type XmlContent, type XmlNode } from './xml.js';

function nameIdentifier(scheme: string, value: string | null, uri?: string): XmlNode | undefined {
  return value === null
    ? undefined
    : element('jpcoar:nameIdentifier', { nameIdentifierScheme: scheme, nameIdentifierURI: uri }, value);
}

/** e-Rad in JPCOAR 1.0, e-Rad_Researcher in 2.0; WEKO3's conversion is defective, so that either occurs in both (fact sheet 2.9). */
function eRadScheme(generation: Generation, swapped: boolean): string {
  return (generation === '2.0') !== swapped ? 'e-Rad_Researcher' : 'e-Rad';
}

function personIdentifiers(context: JpcoarContext, person: WorldPerson, position: number): XmlContent[] {
  const known = !context.held.holding.withoutOrcid.includes(position);
  const orcid = known ? person.orcid : null;
  const orcidUri = `https://orcid.org/${person.orcid ?? ''}`;
  const follows = person.eRad === null ? null : `10000${person.eRad}`;
  return [
    nameIdentifier(
      eRadScheme(context.generation, context.quirks.has('other-generation-e-rad')),
      person.eRad,
      `https://nrid.nii.ac.jp/ja/nrid/${follows ?? ''}`,
    ),
    ...person.nrids
      .filter((nrid) => nrid !== follows)
      .map((nrid) => nameIdentifier('NRID', nrid, `https://nrid.nii.ac.jp/ja/nrid/${nrid}/`)),
    nameIdentifier('ORCID', orcid === null ? null : context.quirks.has('orcid-as-uri') ? orcidUri : orcid, orcidUri),
  ];
}

/** Names in kanji, reading and Latin letters, "family, given"; family and given name apart for most records. */
function personNames(context: JpcoarContext, person: WorldPerson, role: 'creator' | 'contributor'): XmlContent[] {
  const comma = context.quirks.has('full-width-comma') ? '，' : ', ';
  const all = [
    ['ja', person.family.ja, person.given.ja, comma],
    ['ja-Kana', person.family.kana, person.given.kana, comma],
    ['en', person.family.en, person.given.en, ', '],
  ] as const;
  // Someone whose name is written in kana has no reading beside it.
  const scripts = all.filter(([lang, family]) => lang !== 'ja-Kana' || family !== person.family.ja);
  const parts = context.quirks.has('names-without-parts') ? [] : scripts;
  return [
    scripts.map(([lang, family, given, separator]) =>
      textElement(`jpcoar:${role}Name`, `${family}${separator}${given}`, langAttribute(context, lang)),
    ),
    parts.map(([lang, family]) => textElement('jpcoar:familyName', family, langAttribute(context, lang))),
    parts.map(([lang, , given]) => textElement('jpcoar:givenName', given, langAttribute(context, lang))),
  ];
}

function affiliation(context: JpcoarContext, organization: WorldOrganization): XmlNode {
  const bare = organization.ror.replace('https://ror.org/', '');
  // JPCOAR 1.0.2 has no scheme ROR (fact sheet 3.4).
  const ror = context.generation === '1.0' ? null : context.quirks.has('ror-as-uri') ? organization.ror : bare;
  return element(
    'jpcoar:affiliation',
    {},
    nameIdentifier('ISNI', organization.isni, `https://isni.org/isni/${organization.isni ?? ''}`),
    nameIdentifier('kakenhi', organization.kakenhi),
    nameIdentifier('ROR', ror, organization.ror),
    textElement('jpcoar:affiliationName', organization.name.ja, langAttribute(context, 'ja')),
    textElement('jpcoar:affiliationName', organization.name.en, langAttribute(context, 'en')),
  );
}

/** The creators of a record, in order: people with all that is known of them, then those with a name only. */
export function creators(context: JpcoarContext): XmlContent[] {
  const { work } = context.held;
  return [
    // A creator whose every part was dropped before output (fact sheet 2.9).
    context.quirks.has('empty-creator') ? element('jpcoar:creator') : undefined,
    work.creators.map((key, position) => {
      const person = context.world.person(key);
      return element(
        'jpcoar:creator',
        {},
        personIdentifiers(context, person, position),
        personNames(context, person, 'creator'),
        affiliation(context, context.world.organization(person.organization)),
      );
    }),
    work.otherCreators.map((name) =>
      element(
        'jpcoar:creator',
        {},
        element('jpcoar:creatorName', langAttribute(context, /[\u3040-\u9fff]/u.test(name) ? 'ja' : 'en'), name),
      ),
    ),
  ];
}

/** A dataset names who to ask and where it is kept; a funded one who leads the project. */
export function contributors(context: JpcoarContext): XmlContent[] {
  const { work } = context.held;
  if (work.kind !== 'dataset') return [];
  const contact = work.creators[0];
  const award = work.awards[0];
  const leader =
    award === undefined ? undefined : context.world.award(award).investigators.find(({ role }) => role === 'principal');
  const person = (key: string | undefined, contributorType: string): XmlContent =>
    key === undefined
      ? undefined
      : element(
          'jpcoar:contributor',
          { contributorType },
          personIdentifiers(context, context.world.person(key), -1),
          personNames(context, context.world.person(key), 'contributor'),
        );
  const host = context.world.organization(context.repository.organization).name;
  return [
    person(contact, 'ContactPerson'),
    person(leader?.person, 'ProjectLeader'),
    element(
      'jpcoar:contributor',
      { contributorType: 'HostingInstitution' },
      textElement('jpcoar:contributorName', host.ja, langAttribute(context, 'ja')),
      textElement('jpcoar:contributorName', host.en, langAttribute(context, 'en')),
    ),
  ];
}
