import { fold } from '../../common/text.js';
import {
  world,
  type Bilingual,
  type WorldAward,
  type WorldPerson,
  type WorldWork,
} from '../../../sandbox/world/index.js';
import { peculiarities } from '../fixtures/peculiarities.js';

/** JSON as the platform writes it: all leaves but OpenSearch's counts are strings, and nothing is null. */
export type Json = string | number | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export type Kind = 'Article' | 'Book' | 'Dissertation' | 'Dataset' | 'Product' | 'Project' | 'Researcher';

/** One record of the simulated index: what a search looks at, and from whom its documents are written. */
export interface SandboxRecord {
  readonly crid: string;
  readonly kind: Kind;
  readonly source:
    | { readonly kind: 'work'; readonly work: WorldWork }
    | { readonly kind: 'award'; readonly award: WorldAward }
    | { readonly kind: 'person'; readonly person: WorldPerson };
  readonly title: Bilingual;
  readonly creators: readonly Bilingual[];
  readonly abstract: Bilingual;
  /** W3CDTF or a year; null where no date is known. */
  readonly issued: string | null;
  readonly languages: readonly string[];
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  readonly links: readonly { readonly url: string; readonly title?: string }[];
  readonly dataSources: readonly string[];
  /** The English token of the parameter resourceType. */
  readonly resourceType: string | null;
  /** Of its journal, with hyphen. */
  readonly issns: readonly string[];
  readonly projectIds: readonly string[];
  readonly moonshot: boolean;
  readonly hasFullText: boolean;
  /** Number of records that cite it: the order "most cited". */
  readonly cited: number;
  /** Folded texts per field of the query language. */
  readonly texts: Readonly<Record<TextField, string>>;
}

export type TextField =
  | 'all'
  | 'title'
  | 'creator'
  | 'affiliation'
  | 'publicationTitle'
  | 'publisher'
  | 'description'
  | 'department'
  | 'jobTitle'
  | 'keyword';

const KIND_OF_WORK: Readonly<Record<WorldWork['kind'], Kind>> = {
  article: 'Article',
  bulletin: 'Article',
  conference: 'Article',
  report: 'Article',
  thesis: 'Dissertation',
  dataset: 'Dataset',
  book: 'Book',
  software: 'Product',
};

const RESOURCE_TYPE: Readonly<Record<WorldWork['kind'], string>> = {
  article: 'journal article',
  bulletin: 'departmental bulletin paper',
  conference: 'conference paper',
  report: 'Text',
  thesis: 'Text',
  dataset: 'Dataset',
  book: 'book',
  software: 'Software',
};

/** Both texts that exist, in the order of Japanese, English. */
export function both(text: Bilingual): string[] {
  return [text.ja, text.en].filter((value) => value !== null);
}

/** A bilingual text cut to the languages that a platform holds. */
export function cut(text: Bilingual, languages: 'both' | 'ja' | 'en' | 'none'): Bilingual {
  return {
    ja: languages === 'en' || languages === 'none' ? null : text.ja,
    en: languages === 'ja' || languages === 'none' ? null : text.en,
  };
}

/** `姓 名` and `FAMILY Given`; catalogued books write `姓, 名` (fact sheet 10.7). */
export function personName(
  person: WorldPerson,
  separator = ' ',
): { readonly ja: string; readonly kana: string; readonly en: string } {
  return {
    ja: `${person.family.ja}${separator}${person.given.ja}`,
    kana: `${person.family.kana}${separator}${person.given.kana}`,
    en: `${person.family.en.toUpperCase()} ${person.given.en}`,
  };
}

function folded(...texts: readonly (string | null | undefined)[]): string {
  return texts
    .filter((text) => typeof text === 'string')
    .map(fold)
    .join('\n');
}

/** The identifiers of a work, as the item's dc:identifier lists them. */
function identifiersOf(work: WorldWork): SandboxRecord['identifiers'] {
  const quirks = peculiarities(work);
  return [
    ...(work.doi === null ? [] : [{ type: 'DOI', value: work.doi }]),
    ...(work.naid === null ? [] : [{ type: 'NAID', value: work.naid }]),
    ...(work.ncid === null ? [] : [{ type: 'NCID', value: work.ncid }]),
    ...(work.isbn === null ? [] : [{ type: 'ISBN', value: work.isbn }]),
    ...(quirks.cancelledIsbn === null ? [] : [{ type: 'XISBN', value: quirks.cancelledIsbn }]),
    ...(work.handle === null ? [] : [{ type: 'HDL', value: work.handle }]),
    ...linksOf(work).map(({ url }) => ({ type: 'URI', value: url })),
  ];
}

/** Catalogue pages, DOI and repository pages side by side: nothing marks the full text (fact sheet 10.17). */
export function linksOf(work: WorldWork): SandboxRecord['links'] {
  const { jairo } = work.holdings;
  const sources = work.holdings.cinii?.sources ?? [];
  const fromIrdb = jairo !== undefined && sources.some(({ type }) => type === 'IRDB');
  return [
    ...(work.ncid === null ? [] : [{ url: `https://ci.nii.ac.jp/ncid/${work.ncid}#entity` }]),
    ...(work.doi === null ? [] : [{ url: `https://doi.org/${work.doi}`, title: 'DOI' }]),
    ...(fromIrdb
      ? [{ url: `https://${world.repository(jairo.repository).host}/records/${jairo.recid}`, title: '機関リポジトリ' }]
      : []),
    ...(work.naid === null ? [] : [{ url: `https://ci.nii.ac.jp/naid/${work.naid}`, title: 'CiNii Articles' }]),
  ];
}

function workRecord(work: WorldWork): SandboxRecord[] {
  const holding = work.holdings.cinii;
  if (!holding) return [];
  const separator = work.kind === 'book' ? ', ' : ' ';
  const creators = [
    ...work.creators.map((key) => personName(world.person(key), separator)),
    ...work.otherCreators.map((name) => ({ ja: name, en: name })),
  ];
  const people = work.creators.map((key) => world.person(key));
  const title = cut(work.title, holding.titles);
  const abstract = cut(work.abstract, holding.abstracts);
  const journal = work.journal === null ? null : world.journal(work.journal);
  const organizations = people.map(({ organization }) => world.organization(organization).name);
  const awards = work.awards.map((key) => world.award(key));
  const identifiers = identifiersOf(work);
  const names = folded(...creators.flatMap(both), ...people.map((person) => personName(person).kana));
  const keywords = folded(...work.keywords.flatMap(both));
  const publication = folded(...(journal ? both(journal.title) : []), peculiarities(work).container);
  return [
    {
      crid: holding.crid,
      kind: KIND_OF_WORK[work.kind],
      source: { kind: 'work', work },
      title,
      creators,
      abstract,
      issued: holding.issued === '' ? null : holding.issued,
      languages: [work.language],
      identifiers,
      links: linksOf(work),
      dataSources: holding.sources.map(({ type }) => type),
      resourceType: title.ja === null && title.en === null ? null : RESOURCE_TYPE[work.kind],
      issns: journal === null ? [] : [journal.issn, ...(journal.eissn === null ? [] : [journal.eissn])],
      projectIds: awards.filter(({ funder }) => funder !== 'ec').map(({ number }) => number),
      moonshot: awards.some(({ moonshot }) => moonshot),
      hasFullText: work.files.length > 0 && work.access !== 'metadata-only',
      cited: work.relations.filter(({ relation }) => relation === 'isCitedBy' || relation === 'isReferencedBy').length,
      texts: {
        title: folded(title.ja, title.en, work.titleKana, work.alternativeTitle),
        creator: names,
        affiliation: folded(...organizations.flatMap(both)),
        publicationTitle: publication,
        publisher: folded(...both(work.publisher)),
        description: folded(abstract.ja, abstract.en),
        department: '',
        jobTitle: '',
        keyword: keywords,
        all: [
          folded(
            title.ja,
            title.en,
            work.titleKana,
            work.alternativeTitle,
            abstract.ja,
            abstract.en,
            ...identifiers.map(({ value }) => value),
          ),
          names,
          keywords,
          publication,
          folded(...awards.flatMap(({ number, jgn }) => [number, jgn])),
        ].join('\n'),
      },
    },
  ];
}

function awardRecord(award: WorldAward): SandboxRecord[] {
  if (award.crid === null) return [];
  const kaken = award.funder === 'jsps';
  const url = kaken
    ? `https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-${award.number}/`
    : `https://projectdb.jst.go.jp/grant/JST-PROJECT-${award.number}/`;
  const people = award.investigators.map(({ person }) => world.person(person));
  const creators = people.map((person) => personName(person));
  const numbers = [
    { type: 'KAKEN', value: award.number },
    ...(award.jgn === null ? [] : [{ type: 'JGN', value: award.jgn }]),
  ];
  const organization = world.organization(award.organization).name;
  const keywords = folded(...award.keywords.flatMap(both));
  return [
    {
      crid: award.crid,
      kind: 'Project',
      source: { kind: 'award', award },
      title: award.title,
      creators,
      abstract: award.summary,
      // Projects carry their dates in since/until; the order "newest" goes by the start (fact sheet 3.1).
      issued: award.from,
      languages: [],
      identifiers: [...numbers, { type: 'URI', value: url }],
      links: [{ url, title: 'KAKEN' }],
      dataSources: ['KAKEN'],
      resourceType: null,
      issns: [],
      projectIds: [award.number],
      moonshot: award.moonshot,
      hasFullText: false,
      cited: 0,
      texts: {
        title: folded(award.title.ja, award.title.en),
        creator: folded(...creators.flatMap(both)),
        affiliation: folded(organization.ja, organization.en),
        publicationTitle: '',
        publisher: '',
        description: folded(award.summary.ja, award.summary.en),
        department: '',
        jobTitle: '',
        keyword: keywords,
        all: [
          folded(
            award.title.ja,
            award.title.en,
            award.summary.ja,
            award.summary.en,
            ...numbers.map(({ value }) => value),
          ),
          folded(...creators.flatMap(both)),
          keywords,
        ].join('\n'),
      },
    },
  ];
}

function personRecord(person: WorldPerson): SandboxRecord {
  const name = personName(person);
  const organization = world.organization(person.organization).name;
  const names = folded(name.ja, name.kana, name.en);
  return {
    crid: person.crid,
    kind: 'Researcher',
    source: { kind: 'person', person },
    title: name,
    creators: [],
    abstract: { ja: null, en: null },
    issued: null,
    languages: [],
    identifiers: [
      ...person.nrids.map((value) => ({ type: 'NRID', value })),
      ...(person.orcid === null ? [] : [{ type: 'ORCID', value: person.orcid }]),
    ],
    links: person.nrids.slice(0, 1).map((nrid) => ({ url: `https://nrid.nii.ac.jp/nrid/${nrid}/`, title: 'KAKEN' })),
    dataSources: person.eRad === null ? [] : ['KAKEN'],
    resourceType: null,
    issns: [],
    projectIds: [],
    moonshot: false,
    hasFullText: false,
    cited: 0,
    texts: {
      title: names,
      creator: names,
      affiliation: folded(organization.ja, organization.en),
      publicationTitle: '',
      publisher: '',
      description: '',
      department: folded(person.department.ja, person.department.en),
      jobTitle: folded(person.jobTitle.ja, person.jobTitle.en),
      keyword: '',
      // That words find identifiers, as they do those of works here, is assumed: nothing public shows it (fact sheet 11).
      all: [names, folded(organization.ja, organization.en), folded(person.orcid, ...person.nrids)].join('\n'),
    },
  };
}

/** The simulated index: works that CiNii Research holds, projects, researchers. */
export const records: readonly SandboxRecord[] = [
  ...world.works.flatMap(workRecord),
  ...world.awards.flatMap(awardRecord),
  ...world.people.map(personRecord),
];

const byCrid = new Map(records.map((record) => [record.crid, record]));

/** The record with a CRID, where there is one. */
export function recordByCrid(crid: string): SandboxRecord | undefined {
  return byCrid.get(crid);
}
