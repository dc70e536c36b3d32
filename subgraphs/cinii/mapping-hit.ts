import { identifier } from '../common/identifiers.js';
import { localizedText, localizedTextOrNull } from '../common/localized-text.js';
import type { Container, Creator, Degree, LangString, LocalizedText, Retrieval, Subject } from '../common/record.js';
import { parseEdtf } from '../common/edtf.js';
import { cleanLine, cleanText } from '../common/text.js';
import { pageOf, PREFIX, type CiniiPublication, type CiniiRecord } from './record.js';
import type { SearchItem } from './shapes.js';
import { answerTagger, mayPassOn, printedTitle, type AnswerLanguage, type Tagger } from './texts.js';
import { doiOf, identifiersOf, issnList, issuedOf, typeOfKind } from './vocabulary.js';

/** A person or body of whom the source gives a name alone. */
function named(name: LocalizedText): Creator {
  return {
    name,
    familyName: null,
    givenName: null,
    orcid: null,
    nrid: null,
    eRadId: null,
    identifiers: [],
    affiliations: [],
  };
}

function line(value: string, tagger: Tagger): LangString {
  const text = cleanLine(value);
  return { value: text, lang: tagger(text) };
}

function creatorsOf(names: readonly string[], tagger: Tagger): Creator[] {
  return names
    .map((name) => localizedText([line(name, tagger)]))
    .filter((name) => name.values.length > 0)
    .map(named);
}

/** First and last page: stated apart, or as one range (93-120). */
function pagesOf(item: SearchItem): [string | null, string | null] {
  const range = /^([^-\u2010-\u2015]+)[-\u2010-\u2015]([^-\u2010-\u2015]+)$/.exec(item['prism:pageRange'] ?? '');
  const first = item['prism:startingPage'] ?? range?.[1]?.trim() ?? item['prism:pageRange'] ?? null;
  return [first, item['prism:endingPage'] ?? range?.[2]?.trim() ?? null];
}

function publicationOf(item: SearchItem, tagger: Tagger): CiniiPublication | null {
  const name = localizedTextOrNull([line(item['prism:publicationName'] ?? '', tagger)]);
  const issn = issnList(item['prism:issn']);
  const [startingPage, endingPage] = pagesOf(item);
  const volume = item['prism:volume'] ?? null;
  const number = item['prism:number'] ?? null;
  if (name === null && issn.length === 0 && [volume, number, startingPage].every((part) => part === null)) return null;
  return {
    name,
    publisher: publisherOf(item, tagger),
    issn,
    volume,
    number,
    startingPage,
    endingPage,
    date: parseEdtf(item['prism:publicationDate'] ?? ''),
  };
}

/** As printed: it may hold a year or a place (fact sheet 10.8), which no rule tells from a name. */
function publisherOf(item: SearchItem, tagger: Tagger): LocalizedText | null {
  return localizedTextOrNull(item['dc:publisher'].slice(0, 1).map((publisher) => line(publisher, tagger)));
}

/** The publication of a record in the shared record's terms. */
export function containerOf(publication: CiniiPublication | null): Container | null {
  return publication === null
    ? null
    : {
        title: publication.name,
        issn: publication.issn,
        volume: publication.volume,
        issue: publication.number,
        firstPage: publication.startingPage,
        lastPage: publication.endingPage,
      };
}

/** A dissertation's dc:publisher is the institution that granted the degree, its dc:date the day (fact sheet 4.2). */
function degreeOf(item: SearchItem, tagger: Tagger): Degree | null {
  if (item['ndl:degreeName'] === undefined && item['ndl:dissertationNumber'] === undefined) return null;
  return {
    name: localizedTextOrNull([line(item['ndl:degreeName'] ?? '', tagger)]),
    grantor: publisherOf(item, tagger),
    granted: parseEdtf(item['dc:date'] ?? ''),
    number: item['ndl:dissertationNumber'] ?? null,
  };
}

/**
 * A hit's description, where it is one: a book's is a series statement or a note (fact sheet 4.2), which no abstract is, so
 * books do not carry it. Withheld where the licence flag forbids passing it on.
 */
function abstractOf(item: SearchItem, tagger: Tagger): LocalizedText | null {
  if (!mayPassOn(item.abstractLicenseFlag)) return null;
  return localizedTextOrNull(
    item.description.map((text) => {
      const value = cleanText(text);
      return { value, lang: tagger(value) };
    }),
  );
}

function subjectsOf(item: SearchItem, tagger: Tagger): Subject[] {
  return item['dc:subject']
    .map((subject) => localizedText([line(subject, tagger)]))
    .filter((value) => value.values.length > 0)
    .map((value) => ({ value, scheme: null, url: null }));
}

/**
 * A hit in one language. Identifiers of people, funding, relations, access rights and the like are not carried (undefined);
 * what no document of CiNii Research holds (files: nothing marks a full text, fact sheet 10.17; places) is carried as none.
 */
export function mapHit(item: SearchItem, language: AnswerLanguage, retrieved: Retrieval): CiniiRecord {
  const tagger = answerTagger(language);
  const crid = item['@id'];
  const kind = item['dc:type'] ?? null;
  const isBook = kind === 'Book';
  const identifiers = [identifier('CRID', crid), ...identifiersOf(item['dc:identifier'])];
  const publication = publicationOf(item, tagger);
  const degree = degreeOf(item, tagger);
  const title = item.title;
  const abstract = isBook ? {} : { abstract: abstractOf(item, tagger) };
  return {
    id: `${PREFIX}${crid}`,
    platform: 'CINII_RESEARCH',
    retrieved,
    ...(language === null ? {} : { readIn: [language] }),
    creatorsAreNamesOnly: true,
    sameAs: item['dc:source'].map(({ url }) => url),
    crid,
    kind,
    ...(kind === null ? {} : { type: typeOfKind(kind) }),
    doi: doiOf(identifiers),
    identifiers,
    title: localizedText(title === undefined ? [] : printedTitle(title.value, title.lang, tagger, isBook)),
    ...abstract,
    ...('abstract' in abstract ? { description: abstract.abstract } : {}),
    creators: creatorsOf(item['dc:creator'], tagger),
    publisher: publisherOf(item, tagger),
    publication,
    container: containerOf(publication),
    ...(degree === null ? {} : { degree }),
    issued: issuedOf([item['prism:publicationDate'], item['dc:date']]),
    subjects: subjectsOf(item, tagger),
    embargoUntil: null,
    places: [],
    files: [],
    url: pageOf(crid),
  };
}
