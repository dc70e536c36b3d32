/** A dataset's two landing pages as one record. What one page lacks the other fills; nothing is translated. */
import { firstDay, lastDay, parseInstant } from '../common/edtf.js';
import { identifier, parseDoi } from '../common/identifiers.js';
import { NO_TEXT } from '../common/localized-text.js';
import { mappedOnce } from '../common/mapped-once.js';
import { NO_FIELDS } from '../common/no-fields.js';
import type { LocalizedText, RelatedWork, Subject } from '../common/record.js';
import type { LandingPage } from './landing/page.js';
import type { GedStatus } from './landing/status.js';
import { periodOf, type Span } from './landing/values.js';
import { accessRightOf, mapFiles, mapServices } from './mapping-links.js';
import { mapCreators } from './mapping-people.js';
import { boxAround, mapPlaces, mapSites } from './mapping-places.js';
import { PREFIX, DOI_PREFIX, type GedRecord } from './record.js';
import { bothLists, bothTexts } from './texts.js';

/** The landing pages of a dataset that were read; at least one. */
export interface Pages {
  readonly ja: LandingPage | null;
  readonly en: LandingPage | null;
}

/** A record before it is known when it was read. */
export type GedDataset = Omit<GedRecord, 'retrieved'>;

/** What a page says in prose, of both. */
type TextField =
  'title' | 'abstract' | 'provider' | 'contributors' | 'observedItems' | 'resolution' | 'precision' | 'method' | 'acknowledgements' | 'terms'; // prettier-ignore
type ListField = 'history' | 'references' | 'usedIn' | 'keywords' | 'formats';

/** The graver of two states. */
const STATES: readonly GedStatus[] = ['DISCONTINUED', 'RESTRICTED', 'PRELIMINARY', 'FINAL'];

function statusOf(pages: readonly LandingPage[]): GedStatus {
  const said = STATES.find((state) => pages.some(({ status }) => status === state)) ?? 'UNKNOWN';
  const closed = pages.some(({ password }) => password);
  return closed && said !== 'DISCONTINUED' ? 'RESTRICTED' : said;
}

function ongoingOf(spans: readonly (Span | null)[], observed: readonly (Span | null)[]): boolean | null {
  if ([...spans, ...observed].some((span) => span?.open === true)) return true;
  return observed.some((span) => span !== null) ? false : null;
}

/** A publication that a page prints: a relation to a work where it prints a DOI. */
function relatedOf(texts: readonly LocalizedText[], relation: string): RelatedWork[] {
  return texts.map((title) => {
    const printed = title.values
      .map(({ value }) => /10\.\d{4,9}\/[^\s"'<>（）、。]+/.exec(value)?.[0] ?? '')
      .find(Boolean);
    const doi = parseDoi((printed ?? '').replace(/[).,;]+$/, ''));
    return {
      relation,
      id: doi === null ? null : `doi:${doi}`,
      identifier: doi === null ? null : identifier('DOI', doi),
      title,
    };
  });
}

function subjectsOf(keywords: readonly LocalizedText[]): Subject[] {
  return keywords.map((value) => ({ value, scheme: null, url: null }));
}

/**
 * The record of a dataset.
 * @param id the dataset's id, which the DOI follows from; null: as the pages print it
 * @param urls where the pages were read
 */
export function mapPages(
  id: string | null,
  { ja, en }: Pages,
  urls: { ja: string | null; en: string | null },
): GedDataset {
  const pages = [ja, en].flatMap((page) => page ?? []);
  const first = <T>(read: (page: LandingPage) => T | null): T | null => {
    for (const page of pages) {
      const value = read(page);
      if (value !== null) return value;
    }
    return null;
  };
  const text = (field: TextField) => bothTexts(ja?.[field] ?? null, en?.[field] ?? null);
  const list = (field: ListField) => bothLists(ja?.[field] ?? [], en?.[field] ?? []);
  const doi = id === null ? first((page) => page.doi) : `${DOI_PREFIX}${id}`;
  const bare = id ?? (doi?.startsWith(DOI_PREFIX) === true ? doi.slice(DOI_PREFIX.length) : null);
  const sites = mapSites(ja?.sites ?? [], en?.sites ?? []);
  const places = mapPlaces(sites);
  const coverages = pages.map(({ coverage }) => coverage);
  const observed = pages.map(({ observationPeriod }) => observationPeriod);
  const updatedOn = first((page) => page.updated);
  const license = first((page) => page.license);
  const files = mapFiles(ja, en);
  const [usedIn, references, keywords] = [list('usedIn'), list('references'), list('keywords')];
  const language = first((page) => page.language);
  const formats = [...new Set(list('formats').flatMap(({ values }) => values.map(({ value }) => value)))];
  return {
    ...NO_FIELDS,
    id: bare === null ? '' : `${PREFIX}${bare}`,
    platform: 'NIES_GED',
    doi,
    identifiers: doi === null ? [] : [identifier('DOI', doi)],
    type: 'DATASET',
    title: text('title') ?? NO_TEXT,
    description: text('abstract'),
    creators: mapCreators(ja?.creators ?? [], en?.creators ?? []),
    publisher: text('provider'),
    version: first((page) => page.version),
    issued: first((page) => page.issued),
    updated: updatedOn === null ? null : parseInstant(updatedOn),
    updatedOn,
    languages: language === null ? [] : [language],
    subjects: subjectsOf(keywords),
    accessRight: accessRightOf(pages, files, license),
    licenses: license === null ? [] : [license],
    license,
    formats,
    size: first((page) => page.size),
    places,
    period: periodOf(first((page) => page.coverage) ?? first((page) => page.observationPeriod)),
    ongoing: ongoingOf(coverages, observed),
    dataFiles: files,
    files: files.map(({ label: _, ...file }) => ({ ...file, kind: 'dataset', mediaType: null, availableFrom: null })),
    url: urls.ja ?? urls.en,
    related: [...relatedOf(usedIn, 'IsCitedBy'), ...relatedOf(references, 'References')],
    status: statusOf(pages),
    contributorsText: text('contributors'),
    contact: first((page) => page.contact),
    box: boxAround(places),
    sites,
    observedItems: text('observedItems'),
    resolution: text('resolution'),
    precision: text('precision'),
    method: text('method'),
    history: list('history'),
    references,
    usedIn,
    acknowledgements: text('acknowledgements'),
    services: mapServices(ja, en),
    terms: text('terms'),
    metadataFrom: null,
  };
}

/** The first and last day of what a dataset covers; an open end where the observation goes on. */
export function coveredDays({ period, ongoing }: GedDataset): { from: string | null; until: string | null } | null {
  return period === null ? null : { from: firstDay(period), until: ongoing === true ? null : lastDay(period) };
}

/** The record of a dataset that was read at some time. */
export const withRetrieval = mappedOnce<GedDataset, GedRecord>(
  (dataset, retrieved) => ({ ...dataset, retrieved }),
  (record, retrieved) => ({ ...record, retrieved }),
);
