/** Detail documents of projects and researchers: no real one is public, so they follow the field table and fact sheet 6.4 and 6.5. */
import { world, type WorldAward, type WorldPerson } from '../../../sandbox/world/index.js';
import { CONTEXT, localized, personIdentifiers, typed } from './documents.js';
import { cridUrl } from './item.js';
import { cut, personName, type JsonObject, type SandboxRecord } from './records.js';

/** Outputs of a project or a person, in the world's order. */
function products(works: typeof world.works, titleKey: string, relation: string | null): JsonObject[] {
  return works.flatMap((work): JsonObject[] => {
    const holding = work.holdings.cinii;
    if (!holding) return [];
    return [
      {
        '@id': cridUrl(holding.crid),
        '@type': work.kind === 'dataset' ? 'Dataset' : 'Article',
        ...(work.doi === null ? {} : { productIdentifier: [typed('DOI', work.doi)] }),
        [titleKey]: localized(cut(work.title, holding.titles)),
        ...(relation === null ? {} : { relation: [{ type: relation }] }),
      },
    ];
  });
}

/** `/crid/{CRID}.json` of a project: `foaf:name`, `jpcoar:funderName`, `allocationAmount`, `projectStatus` (fact sheet 6.4). */
export function projectDocument(award: WorldAward, record: SandboxRecord): JsonObject {
  const organization = world.organization(award.organization);
  const { name: funder } = world.funder(award.funder);
  return {
    '@context': CONTEXT,
    '@id': `${cridUrl(record.crid)}.json`,
    '@type': 'Project',
    projectIdentifier: [typed('KAKEN', award.number), ...(award.jgn === null ? [] : [typed('JGN', award.jgn)])],
    'jpcoar:awardTitle': localized(award.title),
    description: [{ type: 'abstract', notation: localized(award.summary) }],
    researcher: award.investigators.map(({ person: key, role }) => ({
      '@id': cridUrl(world.person(key).crid),
      '@type': 'Researcher',
      personIdentifier: personIdentifiers(key, true),
      'foaf:name': localized(personName(world.person(key))),
      'jpcoar:affiliationName': localized(world.organization(world.person(key).organization).name),
      role: role === 'principal' ? 'principal_investigator' : 'co_investigator',
    })),
    since: award.from,
    until: award.until,
    projectStatus: award.until < world.today ? 'project_closed' : 'granted',
    institution: [
      {
        ...(organization.kakenhi === null ? {} : { institutionIdentifier: [typed('kakenhi', organization.kakenhi)] }),
        notation: localized(organization.name),
      },
    ],
    fundingProgram: [{ 'jpcoar:funderName': localized(funder) }],
    grant: { 'jpcoar:fundingStream': localized(award.stream) },
    allocationAmount: [{ totalCost: { amount: String(award.amount), currency: 'JPY' } }],
    'foaf:topic': award.keywords.map(({ ja }) => ({
      '@id': `https://cir.nii.ac.jp/all?q=${encodeURIComponent(ja)}`,
      'dc:title': ja,
    })),
    product: products(
      world.works.filter(({ awards }) => awards.includes(award.key)),
      'jpcoar:relatedTitle',
      null,
    ),
    url: record.links.map(({ url }) => ({ '@id': url })),
    dataSourceIdentifier: [typed('KAKEN', `KAKENHI-PROJECT-${award.number}`)],
  };
}

/** `/crid/{CRID}.json` of a researcher. */
export function researcherDocument(person: WorldPerson, record: SandboxRecord): JsonObject {
  const organization = world.organization(person.organization);
  const identifiers = personIdentifiers(person.key, true);
  const names: (key: 'family' | 'given') => JsonObject[] = (key) => [
    ...localized({ ja: person[key].ja, en: person[key].en }),
    { '@language': 'ja-Kana', '@value': person[key].kana },
  ];
  const full = personName(person);
  const awards = world.awards.filter(({ investigators }) => investigators.some((one) => one.person === person.key));
  return {
    '@context': CONTEXT,
    '@id': `${cridUrl(record.crid)}.json`,
    '@type': 'Researcher',
    ...(identifiers.length === 0 ? {} : { personIdentifier: identifiers }),
    'foaf:Person': [
      {
        'foaf:name': [...localized(full), { '@language': 'ja-Kana', '@value': full.kana }],
        'foaf:familyName': names('family'),
        'foaf:givenName': names('given'),
      },
    ],
    career: [
      {
        institution: {
          ...(organization.kakenhi === null ? {} : { institutionIdentifier: [typed('kakenhi', organization.kakenhi)] }),
          notation: localized(organization.name),
        },
        department: { notation: localized(person.department) },
        jobTitle: { notation: localized(person.jobTitle) },
        since: '2015-04',
      },
    ],
    url: record.links.map(({ url }) => ({ '@id': url })),
    project: awards.flatMap((award): JsonObject[] =>
      award.crid === null
        ? []
        : [
            {
              '@id': cridUrl(award.crid),
              '@type': 'Project',
              projectIdentifier: [typed('KAKEN', award.number)],
              notation: localized(award.title),
              role:
                award.investigators.find((one) => one.person === person.key)?.role === 'principal'
                  ? 'principal_investigator'
                  : 'co_investigator',
            },
          ],
    ),
    product: products(
      world.works.filter(({ creators }) => creators.includes(person.key)),
      'notation',
      'creator',
    ),
    dataSourceIdentifier: person.nrids.map((nrid) => typed('KAKEN', nrid)),
  };
}
