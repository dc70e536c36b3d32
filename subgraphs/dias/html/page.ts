/** One metadata document or landing page, in one language: bytes to typed values (fact sheet 3). Nothing is merged or mapped here. */
import { UnreadableDocument } from '../../common/errors.js';
import { parseDoi } from '../../common/identifiers.js';
import type { BoundingBox } from '../../common/record.js';
import { parseMetadataIdentifier } from '../ids.js';
import { readCitation, type Citation } from './citation.js';
import { readEntries, textOf, type Entry } from './entries.js';
import { isKnownLabel, type SectionName } from './labels.js';
import { readLines, type Line } from './lines.js';
import { readBox, readGrid, readKeywords, readPeople, readPeriod } from './parts.js';
import { sectionsOf } from './sections.js';
import { addressesOf, dateOf, type Instants } from './values.js';

export interface PagePerson {
  readonly name: string | null;
  readonly organization: string | null;
  readonly email: string | null;
}

export interface PageKeyword {
  readonly text: string;
  readonly type: string | null;
  readonly thesaurus: string | null;
}

export interface GridDimension {
  readonly dimension: string;
  readonly size: string | null;
  readonly resolution: string | null;
}

export interface DiasPage {
  /** What the document says its language is: its metadata identifier, else <html lang>. */
  readonly language: 'ja' | 'en' | null;
  readonly name: string | null;
  readonly edition: string | null;
  readonly abbreviation: string | null;
  readonly doi: string | null;
  readonly metadataIdentifier: string | null;
  readonly datasetContacts: readonly PagePerson[];
  readonly projectContacts: readonly PagePerson[];
  readonly documentAuthors: readonly PagePerson[];
  readonly creators: readonly PagePerson[];
  readonly documentDate: string | null;
  readonly created: string | null;
  readonly published: string | null;
  readonly revised: string | null;
  readonly topicCategories: readonly string[];
  readonly period: Instants;
  readonly box: BoundingBox | null;
  readonly grid: readonly GridDimension[];
  readonly keywords: readonly PageKeyword[];
  readonly online: readonly string[];
  readonly formats: readonly string[];
  readonly licenseLinks: readonly string[];
  readonly references: readonly string[];
  readonly citation: Citation | null;
  readonly fileListUrl: string | null;
  /** Free texts, as they are. */
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  readonly jsonLd: readonly string[];
}

export type TextField =
  | 'abstract'
  | 'temporalResolution'
  | 'places'
  | 'environment'
  | 'processing'
  | 'remarks'
  | 'policyProvider'
  | 'policyProject'
  | 'license'
  | 'acknowledgement';

/** A document of DIAS's is a few hundred kilobytes at most. */
export const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** A download list of DIAS's (fact sheet 1): a link for people, which nothing here follows. */
const FILE_LIST = /^https?:\/\/[^/]+\/dl\/storages\/filelist\/dataset:\d+/;

/** The bytes as text: UTF-8 (fact sheet 3), or what the page declares itself to be. */
function decodeText(body: Uint8Array): string {
  if (body.byteLength > MAX_PAGE_BYTES) {
    throw new UnreadableDocument(`the page is larger than ${String(MAX_PAGE_BYTES / 1024 / 1024)} MB`);
  }
  const head = new TextDecoder('latin1').decode(body.subarray(0, 1024));
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*(shift_jis|windows-31j|x-sjis|euc-jp)/i.exec(head)?.[1];
  for (const encoding of declared === undefined ? ['utf-8'] : ['utf-8', declared]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(body);
    } catch {
      // The next encoding, if there is one.
    }
  }
  throw new UnreadableDocument('the page is not UTF-8 text');
}

function languageOf(metadataIdentifier: string | null, htmlLang: string | null): 'ja' | 'en' | null {
  const told = parseMetadataIdentifier(metadataIdentifier ?? '')?.language;
  if (told !== undefined) return told;
  const declared = htmlLang?.slice(0, 2).toLowerCase();
  return declared === 'ja' || declared === 'en' ? declared : null;
}

const DATE_FIELDS = ['created', 'published', 'revised', 'date', 'dateType'] as const;

/** The dates of the dataset: by label, or pairs of a date and its type. */
function datesOf(lines: readonly Line[]) {
  const { entries } = readEntries(lines, DATE_FIELDS);
  const typed = (pattern: RegExp): string | null => {
    const pair = entries.find(({ dateType }) => pattern.test(textOf(dateType) ?? ''));
    return dateOf(textOf(pair?.date));
  };
  const labelled = (field: 'created' | 'published' | 'revised'): string | null => {
    for (const entry of entries) {
      const date = dateOf(textOf(entry[field]));
      if (date !== null) return date;
    }
    return null;
  };
  return {
    created: labelled('created') ?? typed(/^(?:creation|作成)/i),
    published: labelled('published') ?? typed(/^(?:publication|公開|出版|発行)/i),
    revised: labelled('revised') ?? typed(/^(?:revision|改訂|改定|更新)/i),
  };
}

function formatsOf(lines: readonly Line[]): string[] {
  const { entries, loose } = readEntries(lines, ['name', 'formatName', 'edition', 'specification']);
  const named = entries.map(({ name, formatName, edition }) =>
    [textOf(formatName) ?? textOf(name), textOf(edition)].filter((part) => part !== null && part !== '-').join(' '),
  );
  const plain = entries.length > 0 ? [] : loose.map(({ text }) => text);
  return [...new Set([...named, ...plain].map((text) => text.replaceAll('\n', ' ').trim()).filter((text) => text !== ''))];
} // prettier-ignore

const IDENTIFICATION = ['name', 'edition', 'abbreviation', 'doi', 'metadataId'] as const;

function identificationOf(lines: readonly Line[]): Entry<(typeof IDENTIFICATION)[number]> {
  const merged: Entry<(typeof IDENTIFICATION)[number]> = {};
  for (const entry of readEntries(lines, IDENTIFICATION).entries) {
    for (const field of IDENTIFICATION) if (textOf(merged[field]) === null && entry[field]) merged[field] = entry[field];
  }
  return merged;
} // prettier-ignore

function oneLine(text: string | null): string | null {
  return text === null || /^[-ー―]$/.test(text) ? null : text.replaceAll('\n', ' ');
}

/**
 * A metadata document or landing page. `base` is where it was read, for relative links.
 * @throws UnreadableDocument when it has none of the sections.
 */
export function readPage(body: Uint8Array, base: string | null): DiasPage {
  const page = readLines(decodeText(body), isKnownLabel);
  const { preamble, byName, numbered } = sectionsOf(page.lines);
  if (byName.size < 2) throw new UnreadableDocument('the page has none of the sections of a DIAS metadata document');
  const lines = (...names: readonly SectionName[]): readonly Line[] => names.flatMap((name) => byName.get(name) ?? []);
  const text = (...names: readonly SectionName[]): string | null => textOf(lines(...names));
  const { name, edition, abbreviation, doi, metadataId } = identificationOf([
    // The document begins with a table of contents and a heading; the landing page has the identifiers there.
    ...(numbered ? [] : preamble),
    ...lines('identification'),
  ]);
  const citation = readCitation(page.lines);
  const heading = preamble.findLast(({ level }) => level === 1)?.text ?? null;
  const metadataIdentifier = oneLine(textOf(metadataId));
  const temporal = readPeriod(lines('temporalExtent'));
  const texts: Record<TextField, string | null> = {
    abstract: text('abstract') ?? text('overview'),
    temporalResolution: temporal.resolution,
    places: text('places'),
    environment: text('environment'),
    processing: text('processing'),
    remarks: text('remarks'),
    policyProvider: text('policyProvider') ?? text('policy'),
    policyProject: text('policyProject'),
    license: text('license'),
    acknowledgement: text('acknowledgement', 'acknowledgementProvider', 'acknowledgementProject'),
  };
  return {
    language: languageOf(metadataIdentifier, page.lang),
    name: oneLine(textOf(name)) ?? heading ?? citation?.title ?? null,
    edition: oneLine(textOf(edition)),
    abbreviation: oneLine(textOf(abbreviation)),
    doi: parseDoi(textOf(doi) ?? '') ?? citation?.doi ?? null,
    metadataIdentifier,
    datasetContacts: readPeople(lines('contact', 'contactDataset')),
    projectContacts: readPeople(lines('contactProject')),
    documentAuthors: readPeople(lines('documentAuthor')),
    creators: readPeople(lines('creator')),
    documentDate: dateOf(text('documentDate')),
    ...datesOf(lines('datasetDate')),
    topicCategories: lines('topicCategory').map((line) => line.text.replace(/^[\s\-*•・]+/, '')).filter((word) => word !== ''),
    period: temporal.period,
    box: readBox(lines('boundingBox')),
    grid: readGrid(lines('grid')),
    keywords: readKeywords(lines('keywords', 'keywordsDataset', 'keywordsProject')),
    online: addressesOf(lines('online'), base),
    formats: formatsOf(lines('distribution')),
    licenseLinks: addressesOf(lines('license'), base),
    references: lines('references').map((line) => line.text.replace(/^(?:[\s\-*•・]+|\[\d+\]\s*)/, '')).filter((entry) => entry !== ''),
    citation,
    fileListUrl: addressesOf(page.lines, base).find((address) => FILE_LIST.test(address)) ?? null,
    texts: Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null)),
    jsonLd: page.jsonLd,
  };
} // prettier-ignore
