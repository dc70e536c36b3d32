import { z } from 'zod';
import { parseInstant } from '../edtf.js';
import { UnreadableDocument } from '../errors.js';
import { identifier, parseDoi, parseHttpUrl, parseIssn } from '../identifiers.js';
import { decodeAs, documentText, isObject, parseJsonText } from '../json.js';
import { hasCjk, langString, localizedText, localizedTextOrNull } from '../localized-text.js';
import type { Affiliation, Container, Creator, LangString, LocalizedText, Subject, WorkFields } from '../record.js';
import { cleanLine } from '../text.js';
import { languageTag, relationType } from '../vocabulary.js';
import { affiliationOf, creatorOf, issuedOf, linesOf, relatedOf } from './parts.js';

/** What JaLC's answers carry of a work. Their abstracts are excluded from the licence of the metadata (fact sheet DIAS 6.1), and are not read. */
export type JalcFields = Omit<
  WorkFields,
  | 'description'
  | 'contributors'
  | 'event'
  | 'degree'
  | 'accessRight'
  | 'embargoUntil'
  | 'licenses'
  | 'formats'
  | 'size'
  | 'funding'
  | 'places'
  | 'period'
>;

/** "No publisher" and "no author", as the National Institute of Japanese Literature prints them. */
const NOBODY = /^[[［【(（].*(?:なし|不明)[\]］】)）]$/;
/** JaLC's kinds of content (fact sheet DIAS 6.1); EL is learning material, GD anything else. */
const TYPES: Readonly<Record<string, WorkFields['type']>> = { JA: 'ARTICLE', BK: 'BOOK', RD: 'DATASET' };

const text = z.string().nullish();
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish();
/** Numbers are texts in every answer that was seen. */
const date = z.object({ publication_year: text, publication_month: text, publication_day: text }).nullish();

const creatorShape = z.object({
  names: list(z.object({ lang: text, last_name: text, first_name: text })),
  affiliation_list: list(z.object({ affiliation_name: text, sequence: text, lang: text })),
  researcher_id_list: list(z.object({ id_code: text, type: text })),
});
const titleShape = z.object({ lang: text, title: text, subtitle: text });

const dataShape = z.object({
  doi: z.string(),
  url: text,
  content_type: text,
  publisher_list: list(z.object({ publisher_name: text, lang: text })),
  title_list: list(titleShape),
  creator_list: list(creatorShape),
  publication_date: date,
  relation_list: list(z.object({ content: text, type: text, relation: text })),
  content_language: text,
  updated_date: text,
  edition: text,
  keyword_list: list(z.object({ keyword: text, sequence: text, lang: text })),
  citation_list: list(z.object({ doi: text, title_list: list(titleShape), original_text: text })),
  journal_id_list: list(z.object({ journal_id: text, type: text })),
  journal_title_name_list: list(z.object({ journal_title_name: text, type: text, lang: text })),
  volume: text,
  issue: text,
  first_page: text,
  last_page: text,
});

type Data = z.output<typeof dataShape>;

/**
 * One answer of JaLC's `/dois/{doi}`.
 * @throws UnreadableDocument also for an error answer, and for lists of DOIs and prefixes, which describe no work.
 */
export function readJalc(body: Uint8Array): JalcFields {
  const answer = parseJsonText(documentText(body));
  if (!isObject(answer)) throw new UnreadableDocument('a JaLC answer: expected an object');
  const { apiType, message, data } = answer;
  if (isObject(message) && 'errors' in message) throw new UnreadableDocument('the answer of JaLC is an error');
  if (apiType === 'doilist' || apiType === 'prefixes') {
    const what = apiType === 'doilist' ? 'DOIs' : 'prefixes';
    throw new UnreadableDocument(`this is JaLC’s list of ${what}, which describes no work: /dois/{doi} does`);
  }
  return fieldsOf(decodeAs(dataShape, data, 'a JaLC answer (data)'));
}

function fieldsOf(data: Data): JalcFields {
  const doi = parseDoi(data.doi);
  const titles = data.title_list ?? [];
  return {
    doi,
    identifiers: doi === null ? [] : [identifier('DOI', doi)],
    type: TYPES[data.content_type ?? ''] ?? 'OTHER',
    title: titleOf(titles),
    alternativeTitles: alternativeTitlesOf(titles),
    creators: (data.creator_list ?? []).flatMap(personOf),
    publisher: publisherOf(data),
    container: containerOf(data),
    version: data.edition?.trim() || null,
    issued: publicationDate(data),
    updated: data.updated_date == null ? null : parseInstant(data.updated_date),
    languages: data.content_language == null ? [] : [languageTag(data.content_language)].filter((tag) => tag !== null),
    subjects: subjectsOf(data),
    files: filesOf(data),
    url: landingPage(data.url ?? null),
    related: [...relationsOf(data), ...citationsOf(data)],
  };
}

function titleOf(titles: NonNullable<Data['title_list']>): LocalizedText {
  return linesOf(titles.flatMap(({ title, lang }) => (title == null ? [] : [{ text: title, lang: lang ?? null }])));
}

function alternativeTitlesOf(titles: NonNullable<Data['title_list']>): LocalizedText[] {
  const subtitles = titles.flatMap(({ subtitle, lang }) =>
    subtitle == null ? [] : [{ text: subtitle, lang: lang ?? null }],
  );
  const title = linesOf(subtitles);
  return title.values.length === 0 ? [] : [title];
}

/** A name in each language. Without a family name the given name is the whole one (fact sheet DIAS 6.1). */
function personOf({ names, affiliation_list, researcher_id_list }: z.output<typeof creatorShape>): Creator[] {
  const printed = (names ?? []).map(({ lang, last_name, first_name }) => ({
    lang: lang ?? null,
    last: cleanLine(last_name ?? ''),
    first: cleanLine(first_name ?? ''),
  }));
  const name = localizedText(printed.map(({ lang, last, first }) => langString(fullName(last, first), lang)));
  if (name.values.length === 0) return [];
  const split = printed.filter(({ last }) => last !== '');
  const parts = {
    family: localizedTextOrNull(split.map(({ last, lang }) => langString(last, lang))),
    given: localizedTextOrNull(split.map(({ first, lang }) => langString(first, lang))),
  };
  const identifiers = (researcher_id_list ?? []).flatMap(({ id_code, type }) =>
    id_code == null || id_code.trim() === '' ? [] : [identifier(type ?? 'Other', id_code)],
  );
  return [creatorOf(name, parts, identifiers, affiliationsOf(affiliation_list ?? []))];
}

function fullName(last: string, first: string): string {
  if (last === '' || first === '') return last + first;
  return hasCjk(last) ? `${last} ${first}` : `${last}, ${first}`;
}

/** What has the same number is one affiliation in several languages. */
function affiliationsOf(list: NonNullable<z.output<typeof creatorShape>['affiliation_list']>): Affiliation[] {
  const bySequence = new Map<string, LangString[]>();
  for (const [at, { affiliation_name, sequence, lang }] of list.entries()) {
    const key = sequence ?? `without a number ${String(at)}`;
    const found = bySequence.get(key) ?? [];
    bySequence.set(key, [...found, langString(cleanLine(affiliation_name ?? ''), lang)]);
  }
  return [...bySequence.values()].flatMap((names) => {
    const name = localizedTextOrNull(names);
    return name === null ? [] : [affiliationOf(name)];
  });
}

function publisherOf({ publisher_list }: Data): LocalizedText | null {
  const names = (publisher_list ?? []).map(({ publisher_name, lang }) => ({
    name: cleanLine(publisher_name ?? ''),
    lang,
  }));
  return localizedTextOrNull(
    names.filter(({ name }) => !NOBODY.test(name)).map(({ name, lang }) => langString(name, lang)),
  );
}

function containerOf(data: Data): Container | null {
  const titles = (data.journal_title_name_list ?? []).filter(({ type }) => type == null || type === 'full');
  const title = localizedTextOrNull(
    titles.map(({ journal_title_name, lang }) => langString(cleanLine(journal_title_name ?? ''), lang)),
  );
  const issn = (data.journal_id_list ?? []).flatMap(({ journal_id, type }) =>
    type === 'ISSN' && journal_id != null ? (parseIssn(journal_id) ?? []) : [],
  );
  if (title === null && issn.length === 0) return null;
  const [volume, issue] = [data.volume?.trim() || null, data.issue?.trim() || null];
  const [firstPage, lastPage] = [data.first_page?.trim() || null, data.last_page?.trim() || null];
  return { title, issn: [...new Set(issn)], volume, issue, firstPage, lastPage };
}

/** With the precision that is given; the year "0000" is none, and what follows a missing part counts no more. */
function publicationDate({ publication_date }: Data): string | null {
  const { publication_year: year, publication_month: month, publication_day: day } = publication_date ?? {};
  if (year == null) return null;
  const parts = [year.trim(), month?.trim(), month == null ? undefined : day?.trim()].filter((part) => part);
  // A month that does not exist takes nothing from the year.
  return issuedOf(parts.join('-')) ?? issuedOf(year);
}

function subjectsOf({ keyword_list }: Data): Subject[] {
  return (keyword_list ?? []).flatMap(({ keyword, lang }) => {
    const value = localizedTextOrNull([langString(cleanLine(keyword ?? ''), lang)]);
    return value === null ? [] : [{ value, scheme: null, url: null }];
  });
}

/** doi.org's address is the DOI once more, and not the landing page (fact sheet DIAS 6.1). */
function landingPage(printed: string | null): string | null {
  const url = printed === null ? null : parseHttpUrl(printed);
  return url === null || /^(?:dx\.|www\.)?doi\.org$/.test(new URL(url).hostname) ? null : url;
}

const FULL_TEXT = /^fulltext/i;

/** Addresses of the full text stand among the relations. */
function filesOf({ relation_list }: Data): WorkFields['files'] {
  return (relation_list ?? []).flatMap(({ content, relation }) => {
    const url = content == null || !FULL_TEXT.test(relation ?? '') ? null : parseHttpUrl(content);
    if (url === null) return [];
    const name = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? url;
    return [
      {
        name,
        url,
        kind: 'fulltext',
        mediaType: null,
        bytes: null,
        size: null,
        accessRight: 'UNKNOWN',
        availableFrom: null,
      },
    ];
  });
}

function relationsOf({ relation_list }: Data): WorkFields['related'] {
  return (relation_list ?? []).flatMap(({ content, type, relation }) => {
    if (content == null || content.trim() === '' || relation == null || FULL_TEXT.test(relation)) return [];
    return [{ relation: relationType(relation), ...relatedOf(type ?? 'URL', content), title: null }];
  });
}

function citationsOf({ citation_list }: Data): WorkFields['related'] {
  return (citation_list ?? []).flatMap(({ doi, title_list, original_text }) => {
    const found = doi == null || parseDoi(doi) === null ? { id: null, identifier: null } : relatedOf('DOI', doi);
    const titled = titleOf(title_list ?? []);
    const title = localizedTextOrNull([...titled.values, ...(titled.values.length > 0 ? [] : original(original_text))]);
    return found.identifier === null && title === null ? [] : [{ relation: 'References', ...found, title }];
  });
}

function original(printed: string | null | undefined): LangString[] {
  return printed == null ? [] : [langString(cleanLine(printed))];
}
