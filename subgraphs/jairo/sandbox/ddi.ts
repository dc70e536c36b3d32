import type { World, WorldWork } from '../../../sandbox/world/index.js';
import { recordUrl, type Held, type SandboxRepository } from './repositories.js';
import { element, textElement, type XmlContent, type XmlNode } from './xml.js';

type Lang = 'ja' | 'en';

const ACCESS = {
  ja: {
    open: 'オープンアクセス',
    embargoed: 'エンバーゴ期間中',
    restricted: '制約付きアクセス',
    'metadata-only': 'メタデータのみ',
  },
  en: {
    open: 'open access',
    embargoed: 'embargoed access',
    restricted: 'restricted access',
    'metadata-only': 'metadata only access',
  },
} as const;

/** As real records have it: the Japanese part says jp here and ja elsewhere (samples of prefix ddi). */
const ACCESS_LANGUAGE = { ja: 'jp', en: 'en' } as const;

function producers(world: World, work: WorldWork, lang: Lang): XmlContent[] {
  const tagged = { 'xml:lang': lang };
  return [
    textElement('producer', work.publisher[lang] ?? undefined, tagged),
    textElement('copyright', work.licence?.name, tagged),
    work.awards.map((key) => {
      const award = world.award(key);
      const funder = world.funder(award.funder);
      return [
        element('fundAg', { ID: funder.ror, ...tagged }, funder.name[lang]),
        element('grantNo', {}, award.jgn ?? award.number),
      ];
    }),
  ];
}

function citation(repository: SandboxRepository, held: Held, lang: Lang, identified: boolean): XmlNode {
  const { world } = repository;
  const { work, holding } = held;
  const tagged = { 'xml:lang': lang };
  const people = work.creators.map((key) => world.person(key));
  return element(
    'citation',
    tagged,
    element(
      'titlStmt',
      {},
      textElement(
        'titl',
        (holding.titles === lang || holding.titles === 'both' ? work.title[lang] : null) ?? undefined,
        tagged,
      ),
      identified && work.doi !== null ? element('IDNo', { agency: 'DOI', ...tagged }, work.doi) : undefined,
    ),
    element(
      'rspStmt',
      {},
      people.map((person) =>
        element(
          'AuthEnty',
          { ID: person.orcid ?? undefined, ...tagged, affiliation: world.organization(person.organization).name[lang] },
          `${person.family[lang]}, ${person.given[lang]}`,
        ),
      ),
    ),
    element('prodStmt', {}, producers(world, work, lang)),
    element(
      'distStmt',
      {},
      element('distrbtr', { ...tagged, URI: `https://${repository.host}/` }, repository.repository.name[lang]),
      element('distDate', { date: holding.issued }),
    ),
    work.version === null
      ? undefined
      : element('verStmt', {}, element('version', { date: work.deposited, ...tagged }, work.version)),
    element('holdings', { URI: recordUrl(repository, holding.recid) }),
  );
}

function study(held: Held, lang: Lang): XmlNode {
  const { work } = held;
  const tagged = { 'xml:lang': lang };
  return element(
    'stdyInfo',
    tagged,
    element(
      'subject',
      {},
      work.keywords.map((keyword) => element('topcClas', tagged, keyword[lang])),
    ),
    textElement('abstract', work.abstract[lang] ?? undefined, tagged),
    element(
      'sumDscr',
      {},
      work.period === null
        ? undefined
        : ['timePrd', 'collDate'].flatMap((name) => [
            element(name, { event: 'start' }, work.period?.from),
            element(name, { event: 'end' }, work.period?.until),
          ]),
      work.places.map((place) => element('geogCover', tagged, place.name[lang])),
    ),
  );
}

/** The DDI Codebook 2.5 record of a dataset. What is no dataset has no mapping: the element comes empty. */
export function ddiRecord(repository: SandboxRepository, held: Held): XmlNode {
  const langs: readonly Lang[] = ['ja', 'en'];
  const parts =
    held.work.kind !== 'dataset'
      ? []
      : [
          element(
            'stdyDscr',
            {},
            langs.map((lang, index) => citation(repository, held, lang, index === 0)),
            langs.map((lang) => study(held, lang)),
            langs.map((lang) =>
              element(
                'dataAccs',
                { 'xml:lang': ACCESS_LANGUAGE[lang] },
                element(
                  'setAvail',
                  {},
                  element('avlStatus', { 'xml:lang': ACCESS_LANGUAGE[lang] }, ACCESS[lang][held.work.access]),
                ),
                element('notes', {}, held.work.language === 'en' ? 'eng' : 'jpn'),
              ),
            ),
          ),
        ];
  return element(
    'codeBook',
    {
      'xmlns:dc': 'http://purl.org/dc/terms/',
      'xmlns:fn': 'http://www.w3.org/2005/xpath-functions',
      'xmlns:saxon': 'http://xml.apache.org/xslt',
      'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
      xmlns: 'ddi:codebook:2_5',
      'xsi:schemaLocation': 'https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
    },
    parts,
  );
}
