/** The pages of one dataset in Japanese and English as one source's values: texts are joined by section label (fact sheet 8.1). */
import { hasCjk, langString, localizedTextOrNull } from '../common/localized-text.js';
import type { Creator, LangString, License, LocalizedText, Subject } from '../common/record.js';
import { license, spdxOf } from '../common/vocabulary.js';
import { parseInstant } from '../common/edtf.js';
import { accountRequired } from './account.js';
import type { DiasPage, PageKeyword, PagePerson, TextField } from './html/page.js';
import type { DiasContact } from './record.js';
import type { Coverage, DiasValues } from './values.js';

/** The pages that could be read, the Japanese one first. */
export type Pages = readonly DiasPage[];

/**
 * A text of a page. In the Japanese page what is written in Japanese script is Japanese, and a title in Latin letters is in no
 * known language; in the English page Latin letters are English, and Japanese script is not.
 */
function tagged(text: string, language: DiasPage['language']): LangString {
  if (language === 'ja' && hasCjk(text)) return { value: text, lang: 'ja' };
  if (language === 'en' && !hasCjk(text)) return { value: text, lang: 'en' };
  return langString(text);
}

function joined(pages: Pages, read: (page: DiasPage) => string | null | undefined): LocalizedText | null {
  return localizedTextOrNull(
    pages.flatMap((page) => {
      const text = read(page) ?? '';
      return text === '' ? [] : [tagged(text, page.language)];
    }),
  );
}

function first<T>(pages: Pages, read: (page: DiasPage) => T | null): T | null {
  for (const page of pages) {
    const value = read(page);
    if (value !== null) return value;
  }
  return null;
}

function firstList<T>(pages: Pages, read: (page: DiasPage) => readonly T[]): readonly T[] {
  return pages.map(read).find((list) => list.length > 0) ?? [];
}

interface Paired<T> {
  readonly item: T;
  readonly language: DiasPage['language'];
}

/**
 * The entries of a list that both pages have, each in its languages: they are the same entries only where the lists are equally
 * long and nothing that `alike` compares speaks against it; otherwise the first page's list stands alone.
 */
function paired<T>(pages: Pages, read: (page: DiasPage) => readonly T[], alike: (one: T, other: T) => boolean): Paired<T>[][] {
  const lists = pages.map((page) => read(page).map((item) => ({ item, language: page.language }))).filter((list) => list.length > 0);
  const [one = [], ...others] = lists;
  const fitting = others.filter(
    (list) => list.length === one.length && list.every(({ item }, index) => one[index] !== undefined && alike(one[index].item, item)),
  );
  return one.map((entry, index) => [entry, ...fitting.flatMap((list) => list[index] ?? [])]);
} // prettier-ignore

function inLanguages<T>(entry: readonly Paired<T>[], read: (item: T) => string | null): LocalizedText | null {
  return localizedTextOrNull(
    entry.flatMap(({ item, language }) => {
      const text = read(item);
      return text === null ? [] : [tagged(text, language)];
    }),
  );
}

/** Two entries with an e-mail each are the same person only when it is the same. */
function samePerson(one: PagePerson, other: PagePerson): boolean {
  return one.email === null || other.email === null || one.email.toLowerCase() === other.email.toLowerCase();
}

function contactsOf(pages: Pages, role: string, read: (page: DiasPage) => readonly PagePerson[]): DiasContact[] {
  return paired(pages, read, samePerson).map((entry) => ({
    name: inLanguages(entry, ({ name }) => name),
    organization: inLanguages(entry, ({ organization }) => organization),
    role,
    email: entry.find(({ item }) => item.email !== null)?.item.email ?? null,
  }));
}

function creatorsOf(pages: Pages): Creator[] {
  return paired(pages, ({ creators }) => creators, samePerson).flatMap((entry) => {
    const person = inLanguages(entry, ({ name }) => name);
    const organization = inLanguages(entry, (item) => item.organization);
    // A body that is the creator is printed as an organisation without a name.
    const name = person ?? organization;
    if (name === null) return [];
    const affiliations =
      person === null || organization === null ? [] : [{ name: organization, ror: null, identifiers: [] }];
    return [
      { name, familyName: null, givenName: null, orcid: null, nrid: null, eRadId: null, identifiers: [], affiliations },
    ];
  });
}

function sameKeyword(one: PageKeyword, other: PageKeyword): boolean {
  return one.thesaurus === other.thesaurus;
}

function keywordsOf(pages: Pages): Subject[] {
  return paired(pages, ({ keywords }) => keywords, sameKeyword).flatMap((entry) => {
    const value = inLanguages(entry, ({ text }) => text);
    return value === null ? [] : [{ value, scheme: entry[0]?.item.thesaurus ?? null, url: null }];
  });
}

/** A Creative Commons licence printed within a text, and not denied there. */
const CC_LABEL = /\bCC[\s-]BY(?:-(?:NC-SA|NC-ND|NC|SA|ND))?[\s-]\d\.\d\b|\bCC0(?:[\s-]1\.0)?\b/gi;
const DENIAL = /\bnot\b|\bexcept\b|ではな|ではありません|を除/i;
/** A longer text is no name of a licence: it is in `licenseText`. */
const LONGEST_NAME = 200;
const CC_ADDRESS = /^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\//;

/** The licence that a page's section 11 states: what Creative Commons names by an address or a short label, else the text. */
function licenseOf(page: DiasPage): License | null {
  const text = page.texts.license;
  if (text === undefined) return null;
  const links = [...new Set(page.licenseLinks.filter((address) => CC_ADDRESS.test(address)))];
  const labels = DENIAL.test(text) || text.length > 1000 ? [] : [...new Set(text.match(CC_LABEL) ?? [])];
  const words = text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = words === '' || words.length > LONGEST_NAME ? null : words;
  if (links.length === 1 && links[0] !== undefined && !DENIAL.test(text)) return license(name, links[0]);
  const spdx = labels.length === 1 ? spdxOf(labels[0] ?? '') : null;
  if (spdx !== null) return { name: name ?? labels[0] ?? null, spdx, url: null };
  return name === null ? null : license(name, null);
}

function coverageOf(pages: Pages): Coverage | null {
  return first(pages, ({ period }) =>
    period.begin === null && period.end === null && !period.ongoing ? null : period,
  );
}

/** The texts that may say whether an account is needed. */
const POLICY_TEXTS: readonly TextField[] = ['policyProvider', 'policyProject', 'license', 'remarks'];

function policyOf({ texts }: DiasPage): string {
  const parts = [texts.policyProvider, texts.policyProject].filter((text) => text !== undefined);
  return [...new Set(parts)].join('\n');
}

/** The values of a dataset's pages of one kind. */
export function valuesOfPages(pages: Pages): DiasValues {
  const prose = pages.flatMap(({ texts }) => POLICY_TEXTS.flatMap((field) => texts[field] ?? []));
  const text = (field: TextField): LocalizedText | null => joined(pages, ({ texts }) => texts[field]);
  const place = text('places');
  const box = first(pages, (page) => page.box);
  const licence = first(pages, licenseOf);
  const documentDate = first(pages, (page) => page.documentDate);
  return {
    title: joined(pages, ({ name }) => name),
    alternativeTitles: [],
    shortName: first(pages, ({ abbreviation }) => abbreviation),
    version: first(pages, ({ edition }) => edition),
    doi: first(pages, ({ doi }) => doi),
    identifiers: [],
    metadataIdentifier: first(pages, ({ metadataIdentifier }) => metadataIdentifier),
    contacts: [
      ...contactsOf(pages, 'dataset', ({ datasetContacts }) => datasetContacts),
      ...contactsOf(pages, 'project', ({ projectContacts }) => projectContacts),
      ...contactsOf(pages, 'author', ({ documentAuthors }) => documentAuthors),
    ],
    creators: creatorsOf(pages),
    contributors: [],
    publisher: joined(pages, ({ citation }) => citation?.publisher),
    created: first(pages, ({ created }) => created),
    issued: first(pages, ({ published }) => published) ?? first(pages, ({ citation }) => citation?.year ?? null),
    revised: first(pages, ({ revised }) => revised),
    updated: documentDate === null ? null : parseInstant(documentDate),
    abstract: text('abstract'),
    languages: [],
    keywords: keywordsOf(pages),
    topicCategories: firstList(pages, ({ topicCategories }) => topicCategories),
    coverage: coverageOf(pages),
    temporalResolution: text('temporalResolution'),
    boxes: box === null ? [] : [box],
    places: place === null ? [] : [place],
    grid: firstList(pages, ({ grid }) => grid),
    online: [...new Set(pages.flatMap(({ online }) => online))],
    formats: firstList(pages, ({ formats }) => formats),
    size: null,
    environment: text('environment'),
    processing: text('processing'),
    remarks: text('remarks'),
    constraints: joined(pages, policyOf),
    licenseText: text('license'),
    licenses: licence === null ? [] : [licence],
    acknowledgement: text('acknowledgement'),
    references: firstList(pages, ({ references }) => references),
    funding: [],
    related: [],
    accountRequired: accountRequired(prose),
    fileListUrl: first(pages, ({ fileListUrl }) => fileListUrl),
  };
}
