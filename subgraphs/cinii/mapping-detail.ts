import { interval, parseEdtf, parseInstant } from '../common/edtf.js';
import { identifier, uniqueIdentifiers } from '../common/identifiers.js';
import { langString, localizedText, localizedTextOrNull } from '../common/localized-text.js';
import type { AccessRight, Degree, EventInfo, LocalizedText, Retrieval, Subject } from '../common/record.js';
import { accessRight, languageTag, license } from '../common/vocabulary.js';
import { awardOf } from '../common/value-resolvers.js';
import { cleanLine } from '../common/text.js';
import { containerOf } from './mapping-hit.js';
import { fundingOf, relatedOf } from './mapping-links.js';
import { contributorsOf, creatorsOf } from './mapping-people.js';
import { pageOf, PREFIX, type CiniiPublication, type FullCiniiRecord } from './record.js';
import type { DetailDocument, TaggedText } from './shapes.js';
import { firstOfEach, lines, linesText, linesTextOrNull, mayPassOn, paragraphs, printedTitle } from './texts.js';
import { doiOf, identifiersOf, issnList, issuedOf, typeOfDocument } from './vocabulary.js';

/** A document tags its texts itself; untagged ones are Japanese only where kana say so. */
function titlesOf(titles: readonly TaggedText[], isBook: boolean): LocalizedText {
  const tagger = (value: string): string | null => langString(value).lang;
  return localizedText(titles.flatMap(({ value, lang }) => printedTitle(value, lang, tagger, isBook)));
}

/** A person's record has a name where others have a title. */
function titleOf(document: DetailDocument): LocalizedText {
  if (document['@type'] === 'Researcher') {
    return linesText(document['foaf:Person'].flatMap((person) => person['foaf:name']));
  }
  return titlesOf([...document['dc:title'], ...document['jpcoar:awardTitle']], document['@type'] === 'Book');
}

/** Notes (Other) and catalogue texts (CATP_…) are no abstract (fact sheet 6.3 row 11). */
function isAbstract(type: string | undefined, isProject: boolean): boolean {
  if (type === undefined || /^abstract$/i.test(type)) return true;
  return isProject && !/^other$|^catp_/i.test(type);
}

function abstractOf(document: DetailDocument): LocalizedText | null {
  const texts = document.description
    .filter(({ type }) => isAbstract(type, document['@type'] === 'Project'))
    .filter(({ abstractLicenseFlag }) => mayPassOn(abstractLicenseFlag))
    .flatMap(({ notation }) => paragraphs(notation));
  return localizedTextOrNull(texts);
}

/** The first publisher that the imprint names: those after it distribute (発売) or share. */
function publisherOf(document: DetailDocument): LocalizedText | null {
  const journal = linesTextOrNull(document.publication?.['dc:publisher'] ?? []);
  if (journal !== null) return journal;
  const imprint = document['dcterms:publisher'].find((publisher) => publisher['dc:publisher'].length > 0);
  return linesTextOrNull(imprint?.['dc:publisher'] ?? []);
}

function publicationOf({ publication }: DetailDocument): CiniiPublication | null {
  if (publication === undefined) return null;
  const issn = publication.publicationIdentifier
    .filter(({ type }) => /issn$/i.test(type ?? ''))
    .map(({ value }) => value);
  return {
    name: firstOfEach(publication['prism:publicationName']),
    publisher: linesTextOrNull(publication['dc:publisher']),
    issn: issnList(issn),
    volume: publication['prism:volume'] ?? null,
    number: publication['prism:number'] ?? null,
    startingPage: publication['prism:startingPage'] ?? null,
    endingPage: publication['prism:endingPage'] ?? null,
    date: parseEdtf(publication['prism:publicationDate'] ?? ''),
  };
}

/** A journal whose name is not told is none to be part of; a date alone is the record's own. */
function hasContainer(publication: CiniiPublication | null): boolean {
  return (
    publication !== null &&
    [publication.name, publication.issn[0], publication.volume, publication.startingPage].some(
      (part) => part !== null && part !== undefined,
    )
  );
}

function degreeOf(document: DetailDocument): Degree | null {
  const institution = document.degreeAwardInstitution;
  const degree: Degree = {
    name: linesTextOrNull(document['ndl:degreeName']),
    grantor: linesTextOrNull([...(institution?.['jpcoar:degreeGrantorName'] ?? []), ...(institution?.notation ?? [])]),
    granted: parseEdtf(document['ndl:dateGranted'] ?? ''),
    number: document['ndl:dissertationNumber'] ?? null,
  };
  return Object.values(degree).every((part) => part === null) ? null : degree;
}

/** Year, month and day as they are stated apart; a month without a year is none. */
function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const parts = [year?.trim(), month?.trim(), day?.trim()];
  const end = parts.findIndex((part) => part === undefined || part === '');
  return parseEdtf((end < 0 ? parts : parts.slice(0, end)).join('-'));
}

function eventOf(document: DetailDocument): EventInfo | null {
  const date = document['jpcoar:conferenceDate'];
  const event: EventInfo = {
    name: linesTextOrNull(document['jpcoar:conferenceName']),
    place: linesTextOrNull(document['jpcoar:conferencePlace']),
    period: interval(
      dateOf(date?.['jpcoar:startYear'], date?.['jpcoar:startMonth'], date?.['jpcoar:startDay']),
      dateOf(date?.['jpcoar:endYear'], date?.['jpcoar:endMonth'], date?.['jpcoar:endDay']),
    ),
  };
  return Object.values(event).every((part) => part === null) ? null : event;
}

/** Keywords, subject headings with their scheme, and classes such as NDC9:547.483, whose scheme stands before the colon. */
function subjectsOf(document: DetailDocument): Subject[] {
  const subject = (texts: readonly TaggedText[], scheme: string | null): Subject[] => {
    const value = linesText(texts);
    return value.values.length === 0 ? [] : [{ value, scheme, url: null }];
  };
  const classes = document['dc:subject'].flatMap((printed) => {
    const [, scheme, notation] = /^([A-Z][A-Z\d]*):(\S.*)$/.exec(printed) ?? [];
    return subject([{ value: notation ?? printed, lang: null }], scheme ?? null);
  });
  const fields = document.field.flatMap(({ keyword }) =>
    keyword.flatMap(({ language, textList }) =>
      textList.flatMap((value) => subject([{ value, lang: language ?? null }], null)),
    ),
  );
  return [
    ...document['foaf:topic'].flatMap((topic) => subject(topic['dc:title'], null)),
    ...document['dcterms:subject'].flatMap(({ subjectScheme, notation }) => subject(notation, subjectScheme ?? null)),
    ...classes,
    ...fields,
  ];
}

/** dcterms:accessRights holds a boolean as text: true is open access; false does not say what else it is (fact sheet 6.3). */
function accessRightOf(document: DetailDocument): AccessRight {
  const printed = document['dcterms:accessRights']?.trim() ?? '';
  return /^true$/i.test(printed) ? 'OPEN' : accessRight(printed);
}

/** The size of a data set; of a book, its pages and its height. */
function sizeOf(document: DetailDocument): string | null {
  const own =
    document['jpcoar:extent'].length > 0
      ? document['jpcoar:extent']
      : [document['dcterms:extent'], document['cinii:size']];
  const parts = own.filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(' ; ');
}

function languagesOf(document: DetailDocument): string[] {
  const tags = document['dc:language'].map(languageTag).filter((tag) => tag !== null && tag !== 'und');
  return [...new Set(tags)].filter((tag) => tag !== null);
}

/** The date of issue; a project has a period and none. */
function datesOf(document: DetailDocument): { issued: string | null; period: string | null } {
  if (document['@type'] === 'Project') {
    const period = interval(parseEdtf(document.since ?? ''), parseEdtf(document.until ?? ''));
    return { issued: null, period };
  }
  const imprints = document['dcterms:publisher'].map((publisher) => publisher['prism:publicationDate']);
  const journal = document.publication?.['prism:publicationDate'];
  return { issued: issuedOf([journal, document['dc:date'], ...imprints, document['ndl:dateGranted']]), period: null };
}

/** All identifiers of the record itself, its CRID first. */
function ownIdentifiers(document: DetailDocument) {
  const products = document.productIdentifier.map((product) => product.identifier);
  const stated = identifiersOf([...products, ...document.projectIdentifier, ...document.personIdentifier]);
  return uniqueIdentifiers([identifier('CRID', document['@id']), ...stated]);
}

/** A record's own document as a full record. */
export function mapDetail(document: DetailDocument, retrieved: Retrieval): FullCiniiRecord {
  const crid = document['@id'];
  const kind = document['@type'] ?? null;
  const identifiers = ownIdentifiers(document);
  const publication = publicationOf(document);
  const abstract = abstractOf(document);
  const funding = fundingOf(document, identifiers);
  return {
    id: `${PREFIX}${crid}`,
    platform: 'CINII_RESEARCH',
    retrieved,
    crid,
    kind,
    abstract,
    publication,
    dataSources: identifiersOf(document.dataSourceIdentifier),
    projects: funding.map(awardOf).filter((award) => award !== null),
    sameAs: document.url.map(({ url }) => url),
    doi: doiOf(identifiers),
    identifiers,
    type: typeOfDocument(kind, document.resourceType),
    title: titleOf(document),
    // Nothing says which alternative titles belong together: each stands alone.
    alternativeTitles: lines(document['dcterms:alternative'])
      .map((text) => localizedText([text]))
      .filter((title) => title.values.length > 0),
    description: abstract,
    creators: creatorsOf(kind === 'Project' ? [...document.researcher, ...document.creator] : document.creator),
    contributors: contributorsOf(document.contributor),
    publisher: publisherOf(document),
    container: hasContainer(publication) ? containerOf(publication) : null,
    event: eventOf(document),
    degree: degreeOf(document),
    version: document['datacite:version'] ?? null,
    ...datesOf(document),
    updated: parseInstant(document.modifiedAt ?? ''),
    languages: languagesOf(document),
    subjects: subjectsOf(document),
    accessRight: accessRightOf(document),
    embargoUntil: null,
    licenses: document['dc:rights'].map((rights) => license(cleanLine(rights), null)).filter((item) => item !== null),
    formats: document.format,
    size: sizeOf(document),
    funding,
    places: [],
    // Nothing marks a full text among the addresses (fact sheet 10.17).
    files: [],
    url: pageOf(crid),
    related: relatedOf(document),
  };
}
