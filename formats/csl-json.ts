import type { Creator, WorkType } from '../subgraphs/common/record.js';
import { identifiersOf, keywords, nameParts, ownLanguage, present, said, type FormatWork } from './work.js';

const TYPES: Readonly<Record<WorkType, string>> = {
  ARTICLE: 'article-journal',
  BOOK: 'book',
  CONFERENCE_PAPER: 'paper-conference',
  DATASET: 'dataset',
  PROJECT: 'document',
  REPORT: 'report',
  SOFTWARE: 'software',
  THESIS: 'thesis',
  OTHER: 'document',
};

/** {family, given}, or {literal} where the source does not separate the name. */
function names(creators: readonly Creator[], work: FormatWork): object[] {
  return creators.flatMap((creator): object[] => {
    const name = nameParts(creator, ownLanguage(work));
    if (name === null) return [];
    return 'literal' in name ? [{ literal: name.literal }] : [present({ family: name.family, given: name.given })];
  });
}

/** An EDTF date or interval in CSL's date parts. */
function cslDate(date: string | null): object | null {
  if (date === null) return null;
  return { 'date-parts': date.split('/').map((day) => day.split('-').map(Number)) };
}

/** A work as one item of CSL-JSON. */
export function cslItem(work: FormatWork): Readonly<Record<string, unknown>> {
  const language = ownLanguage(work);
  const { container, degree, event } = work;
  const [first, last] = [container?.firstPage ?? null, container?.lastPage ?? null];
  const thesis = work.type === 'THESIS';
  return present({
    id: work.id,
    type: TYPES[work.type],
    title: said(work.title, language),
    author: names(work.creators, work),
    editor: names(
      work.contributors.filter(({ role }) => role === 'Editor').map(({ creator }) => creator),
      work,
    ),
    issued: cslDate(work.issued),
    'container-title': said(container?.title ?? null, language),
    volume: container?.volume,
    issue: container?.issue,
    page: first !== null && last !== null && first !== last ? `${first}-${last}` : (first ?? last),
    'page-first': first,
    'event-title': said(event?.name ?? null, language),
    'event-place': said(event?.place ?? null, language),
    'event-date': cslDate(event?.period ?? null),
    publisher: (thesis ? said(degree?.grantor ?? null, language) : null) ?? said(work.publisher, language),
    genre: thesis ? said(degree?.name ?? null, language) : null,
    version: work.version,
    DOI: work.doi,
    ISSN: container?.issn.join(', '),
    ISBN: identifiersOf(work, 'ISBN').join(', '),
    PMID: identifiersOf(work, 'PMID')[0],
    PMCID: identifiersOf(work, 'PMCID')[0],
    URL: work.url,
    language: work.languages[0],
    license: work.licenses[0]?.url ?? work.licenses[0]?.spdx ?? work.licenses[0]?.name,
    keyword: keywords(work).join(', '),
    abstract: said(work.description, language),
  });
}

/** A work as CSL-JSON: an array of one item would be a bibliography; this is the item. */
export function writeCslJson(work: FormatWork): string {
  return JSON.stringify(cslItem(work), null, 2);
}
