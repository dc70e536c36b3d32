import { parseEdtf, parseInstant } from '../common/edtf.js';
import { UnreadableDocument } from '../common/errors.js';
import { identifier, parseHttpUrl, parseIssn } from '../common/identifiers.js';
import { hasCjk, langString, localizedText, localizedTextOrNull } from '../common/localized-text.js';
import type { Container, Creator, LangString, LocalizedText, WorkFields } from '../common/record.js';
import { cleanLine, cleanText } from '../common/text.js';
import { languageTag } from '../common/vocabulary.js';
import {
  attribute,
  childElement,
  childElements,
  childText,
  textContent,
  xmlLang,
  type XmlElement,
} from '../common/xml.js';
import { NO_FIELDS } from '../common/no-fields.js';
import { ownDoi } from './jpcoar/identifiers.js';
import { isKatakana, isRomanisation } from './romaji.js';

const ATOM = 'http://www.w3.org/2005/Atom';

/** One entry of IRDB's Atom answer: its number there, the record at its repository, and what it says of the work. */
export interface IrdbEntry {
  /** <5 digits>/<10 digits> */
  readonly number: string;
  /** The record's page at the repository (URI), or null. */
  readonly source: string | null;
  /** The day on which IRDB last changed it, as RFC 3339. */
  readonly updated: string | null;
  readonly fields: WorkFields;
}

export interface IrdbPage {
  /** IRDB's own number of hits; null where it does not tell. */
  readonly total: number | null;
  /** In IRDB's order. */
  readonly entries: readonly IrdbEntry[];
}

function line(element: XmlElement): string {
  return cleanLine(textContent(element));
}

/** A text whose tag is xml:lang or, at prism:publicationName, a `lang` of no namespace; otherwise only kana tells (see langString). */
function tagged(element: XmlElement): LangString {
  return langString(line(element), xmlLang(element) ?? attribute(element, 'lang'));
}

function texts(entry: XmlElement, name: string): LocalizedText | null {
  return localizedTextOrNull(childElements(entry, name).map(tagged));
}

function creator(strings: readonly LangString[]): Creator {
  const name = localizedText(strings);
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

/**
 * IRDB lists all variants of all names in one sequence (fact sheet 8): "佐々, 優香", "サッサ, ユウカ", "Sassa, Yuka" are one
 * person. Three in a row (or a reading and its romanisation) are one creator only where the katakana, romanised, is the
 * Latin form: then the characters are a Japanese name and the katakana is its reading. Every other name stands alone.
 */
export function groupNames(names: readonly string[]): Creator[] {
  const creators: Creator[] = [];
  for (let index = 0; index < names.length; index += 1) {
    const [one = '', two = '', three = ''] = names.slice(index, index + 3);
    if (hasCjk(one) && !isKatakana(one) && isKatakana(two) && isRomanisation(two, three)) {
      creators.push(creator([{ value: one, lang: 'ja' }, { value: two, lang: 'ja-Kana' }, langString(three)]));
      index += 2;
    } else if (isKatakana(one) && isRomanisation(one, two)) {
      creators.push(creator([{ value: one, lang: 'ja-Kana' }, langString(two)]));
      index += 1;
    } else creators.push(creator([langString(one)]));
  }
  return creators;
}

function container(entry: XmlElement): Container | null {
  const issn = childElements(entry, 'issn').flatMap((element) => parseIssn(line(element)) ?? []);
  const one = (name: string): string | null => childText(entry, name) ?? null;
  const title = texts(entry, 'publicationName');
  const volume = one('volume');
  const issue = one('number');
  const firstPage = one('startingPage');
  const lastPage = one('endingPage');
  const empty = [title, volume, issue, firstPage, lastPage].every((value) => value === null) && issn.length === 0;
  return empty ? null : { title, issn: [...new Set(issn)], volume, issue, firstPage, lastPage };
}

function fieldsOf(entry: XmlElement, number: string, source: string | null, page: string): WorkFields {
  const names = childElements(entry, 'author').flatMap((author) => childElements(author, 'name').map(line));
  const content = childElements(entry, 'content').map((element) =>
    langString(cleanText(textContent(element)), xmlLang(element)),
  );
  const identifiers = [
    // The form in which JaLC, DataCite and CiNii quote the record (fact sheet 8).
    identifier('OAI', `oai:irdb.nii.ac.jp:${number.replace('/', ':')}`),
    ...(source === null ? [] : [identifier('URL', source)]),
  ];
  return {
    ...NO_FIELDS,
    doi: ownDoi(identifiers),
    identifiers,
    title: localizedText(childElements(entry, 'title').map(tagged)),
    description: localizedTextOrNull(content),
    creators: groupNames(names.filter((name) => name !== '')),
    publisher: texts(entry, 'publisher'),
    container: container(entry),
    issued: parseEdtf(childText(entry, 'publicationDate') ?? ''),
    languages: childElements(entry, 'language').flatMap((element) => languageTag(line(element)) ?? []),
    url: source ?? page,
  };
}

function readEntry(entry: XmlElement): IrdbEntry {
  const link = childElements(entry, 'link').map((element) => attribute(element, 'href') ?? '');
  for (const address of [...link, childText(entry, 'id') ?? '']) {
    const number = /\/(\d{5}\/\d{10})\/?$/.exec(address)?.[1];
    const page = parseHttpUrl(address);
    if (number === undefined || page === null) continue;
    const source = parseHttpUrl(childText(entry, 'URI') ?? '');
    // `updated` of an entry is a day without time, which Atom does not allow (fact sheet 8).
    const updated = parseInstant(childText(entry, 'updated') ?? '');
    return { number, source, updated, fields: fieldsOf(entry, number, source, page) };
  }
  throw new UnreadableDocument(`the entry at line ${String(entry.line)} has no address of a record of IRDB`);
}

/**
 * Reads IRDB's OpenSearch answer (Atom).
 * @throws UnreadableDocument when it is none.
 */
export function readIrdbFeed(root: XmlElement): IrdbPage {
  if (root.name !== 'feed' || root.namespace !== ATOM) {
    throw new UnreadableDocument(
      `the root element is <${root.name}>; an Atom answer of IRDB's OpenSearch was expected`,
    );
  }
  const total = childText(root, 'totalResults') ?? '';
  if (childElement(root, 'totalResults') === undefined) {
    throw new UnreadableDocument('the Atom feed is no answer to a search: it has no totalResults');
  }
  return {
    total: /^\d{1,15}$/.test(total) ? Number(total) : null,
    entries: childElements(root, 'entry').map(readEntry),
  };
}
