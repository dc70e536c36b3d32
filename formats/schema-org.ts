import type {
  Affiliation,
  Container,
  Creator,
  Funding,
  Identifier,
  License,
  LocalizedText,
  Place,
  RelatedWork,
  Subject,
  WorkFile,
  WorkType,
} from '../subgraphs/common/record.js';
import { iri, linkedTexts, type LinkedText } from './linked-text.js';
import { isPerson, ownLanguage, present, said, type FormatWork, type ReadingLanguage } from './work.js';

/** schema.org's class for each kind of work. */
export const SCHEMA_ORG_TYPES: Readonly<Record<WorkType, string>> = {
  ARTICLE: 'ScholarlyArticle',
  BOOK: 'Book',
  CONFERENCE_PAPER: 'ScholarlyArticle',
  DATASET: 'Dataset',
  PROJECT: 'ResearchProject',
  REPORT: 'Report',
  SOFTWARE: 'SoftwareSourceCode',
  THESIS: 'Thesis',
  OTHER: 'CreativeWork',
};

type Node = Readonly<Record<string, unknown>>;

/** The text in the work's own language comes first and plain, as search engines expect it; the others with their language. */
function texts(text: LocalizedText | null, language: ReadingLanguage): { first: string | null; others: LinkedText[] } {
  const first = said(text, language);
  return {
    first,
    others: linkedTexts(text).filter((item) => (typeof item === 'string' ? item : item['@value']) !== first),
  };
}

/** One text plain, several as a list. */
function oneOrAll(text: LocalizedText | null, language: ReadingLanguage): string | LinkedText[] | null {
  const { first, others } = texts(text, language);
  if (first === null) return null;
  return others.length === 0 ? first : [first, ...others];
}

function propertyValue({ scheme, value, url }: Identifier): Node {
  return present({ '@type': 'PropertyValue', propertyID: scheme, value, url });
}

function organization({ name, ror, identifiers }: Affiliation, language: ReadingLanguage): Node {
  return present({
    '@id': iri(ror),
    '@type': 'Organization',
    name: oneOrAll(name, language),
    identifier: identifiers.filter(({ scheme }) => scheme !== 'ROR').map(propertyValue),
  });
}

/** A person where the source says something that only persons have; a body where it has a ROR; else it is not said what it is. */
function kindOf(creator: Creator): string | null {
  if (isPerson(creator)) return 'Person';
  return creator.identifiers.some(({ scheme }) => scheme === 'ROR') ? 'Organization' : null;
}

function agent(creator: Creator, language: ReadingLanguage): Node {
  const ror = creator.identifiers.find(({ scheme }) => scheme === 'ROR')?.url;
  return present({
    '@id': creator.orcid === null ? iri(ror) : `https://orcid.org/${creator.orcid}`,
    '@type': kindOf(creator),
    name: oneOrAll(creator.name, language),
    familyName: oneOrAll(creator.familyName, language),
    givenName: oneOrAll(creator.givenName, language),
    identifier: creator.identifiers.filter(({ scheme }) => scheme !== 'ORCID' && scheme !== 'ROR').map(propertyValue),
    affiliation: creator.affiliations.map((item) => organization(item, language)),
  });
}

function licenseOf({ url, spdx, name }: License): string | null {
  return iri(url) ?? (spdx === null ? name : `https://spdx.org/licenses/${spdx}`);
}

/** A keyword; one of a vocabulary as its term. */
function keyword({ value, scheme, url }: Subject): readonly unknown[] {
  if (scheme === null && url === null) return linkedTexts(value);
  const term = present({ '@id': iri(url), '@type': 'DefinedTerm', name: linkedTexts(value), inDefinedTermSet: scheme });
  return 'name' in term || '@id' in term ? [term] : [];
}

function place({ name, box, point }: Place, language: ReadingLanguage): Node {
  const geo = [
    box && { '@type': 'GeoShape', box: [box.south, box.west, box.north, box.east].map(String).join(' ') },
    point && { '@type': 'GeoCoordinates', latitude: point.lat, longitude: point.lon },
  ].filter((item) => item !== null);
  return present({ '@type': 'Place', name: oneOrAll(name, language), geo });
}

function download({ name, url, mediaType, bytes, size }: WorkFile, type: string): Node {
  return present({
    '@type': type,
    name,
    contentUrl: url,
    encodingFormat: mediaType,
    contentSize: bytes === null ? size : `${String(bytes)} B`,
  });
}

function grant({ funder, funderIds, awardNumber, awardTitle }: Funding, language: ReadingLanguage): Node {
  const body = present({
    '@id': iri(funderIds.find(({ url }) => url !== null)?.url),
    '@type': 'Organization',
    name: oneOrAll(funder, language),
    identifier: funderIds.map(propertyValue),
  });
  return present({
    '@type': 'Grant',
    identifier: awardNumber,
    name: oneOrAll(awardTitle, language),
    funder: Object.keys(body).length > 1 ? body : null,
  });
}

/** The journal, through volume and issue where they are told. */
function partOf({ title, issn, volume, issue }: Container, type: WorkType, language: ReadingLanguage): Node | null {
  let node: Node | null = null;
  const name = oneOrAll(title, language);
  if (name !== null || issn.length > 0)
    node = present({ '@type': type === 'ARTICLE' || issn.length > 0 ? 'Periodical' : 'CreativeWork', name, issn });
  if (volume !== null) node = present({ '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: node });
  if (issue !== null) node = present({ '@type': 'PublicationIssue', issueNumber: issue, isPartOf: node });
  return node;
}

/** DataCite's relations that schema.org has a property for. */
const RELATIONS: Readonly<Record<string, string>> = {
  IsPartOf: 'isPartOf',
  HasPart: 'hasPart',
  Cites: 'citation',
  References: 'citation',
  IsDerivedFrom: 'isBasedOn',
  IsIdenticalTo: 'sameAs',
  IsTranslationOf: 'translationOfWork',
};

function relations(related: readonly RelatedWork[], language: ReadingLanguage): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const { relation, identifier, title } of related) {
    const property = RELATIONS[relation];
    if (property === undefined) continue;
    const id = iri(identifier?.url);
    // sameAs is an address or nothing.
    const node =
      property === 'sameAs'
        ? id
        : present({
            '@id': id,
            '@type': 'CreativeWork',
            name: oneOrAll(title, language),
            identifier: identifier?.value,
          });
    if (node === null || (typeof node === 'object' && Object.keys(node).length < 2)) continue;
    (found[property] ??= []).push(node);
  }
  return found;
}

/** Where and how long: what a period says without an end that the source does not tell. */
function about(work: FormatWork, language: ReadingLanguage): Node {
  return { spatialCoverage: work.places.map((item) => place(item, language)), temporalCoverage: work.period };
}

/** What works of all kinds but projects have. */
function creativeWork(work: FormatWork, language: ReadingLanguage): Node {
  const { container, degree, contributors } = work;
  const related = relations(work.related, language);
  const part = container === null ? null : partOf(container, work.type, language);
  const publisher = oneOrAll(work.publisher, language);
  const withRole = (roles: readonly string[]): Node[] =>
    contributors.filter(({ role }) => roles.includes(role)).map(({ creator }) => agent(creator, language));
  const files = work.files.map((file) => download(file, work.type === 'DATASET' ? 'DataDownload' : 'MediaObject'));
  return {
    ...related,
    ...about(work, language),
    creator: work.creators.map((creator) => agent(creator, language)),
    editor: withRole(['Editor']),
    contributor: contributors.filter(({ role }) => role !== 'Editor').map(({ creator }) => agent(creator, language)),
    publisher: publisher === null ? null : { '@type': 'Organization', name: publisher },
    isPartOf: [...(part === null ? [] : [part]), ...(related['isPartOf'] ?? [])],
    pageStart: container?.firstPage,
    pageEnd: container?.lastPage,
    datePublished: work.issued?.split('/')[0],
    dateModified: work.updated,
    inLanguage: work.languages,
    version: work.version,
    license: work.licenses.map(licenseOf).filter((item) => item !== null),
    // Open access is free of charge by its definition; of the others nobody says so.
    isAccessibleForFree: work.accessRight === 'OPEN' ? true : null,
    conditionsOfAccess: ACCESS[work.accessRight],
    encodingFormat: work.formats,
    inSupportOf: said(degree?.name ?? null, language),
    sourceOrganization: degree?.grantor ? { '@type': 'Organization', name: oneOrAll(degree.grantor, language) } : null,
    [work.type === 'DATASET' ? 'distribution' : 'encoding']: files,
    size: work.size,
  };
}

/** In the words of COAR's vocabulary. */
const ACCESS: Readonly<Record<FormatWork['accessRight'], string | null>> = {
  OPEN: 'open access',
  EMBARGOED: 'embargoed access',
  RESTRICTED: 'restricted access',
  METADATA_ONLY: 'metadata only access',
  UNKNOWN: null,
};

/** A work as schema.org describes it. What no source tells is left out. */
export function schemaOrg(work: FormatWork): Node {
  const language = ownLanguage(work);
  const { first, others } = texts(work.title, language);
  const own =
    work.type === 'PROJECT'
      ? { member: work.creators.map((creator) => agent(creator, language)) }
      : creativeWork(work, language);
  return {
    '@context': 'https://schema.org',
    ...present({
      '@id': iri(work.doi === null ? work.url : `https://doi.org/${encodeURI(work.doi)}`),
      '@type': SCHEMA_ORG_TYPES[work.type],
      name: first,
      alternateName: [...others, ...work.alternativeTitles.flatMap((title) => linkedTexts(title))],
      description: oneOrAll(work.description, language),
      url: work.url,
      identifier: work.identifiers.map(propertyValue),
      keywords: work.subjects.flatMap(keyword),
      funding: work.funding.map((item) => grant(item, language)).filter((item) => Object.keys(item).length > 1),
      ...own,
    }),
  };
}

/** A work as schema.org JSON-LD. */
export function writeSchemaOrg(work: FormatWork): string {
  return JSON.stringify(schemaOrg(work), null, 2);
}
