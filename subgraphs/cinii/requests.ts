import type { UpstreamRequest } from '../../upstream/types.js';
import { awardIdOfNumber, normalizeAwardNumber } from '../common/award-number.js';
import { BadUserInput } from '../common/errors.js';
import { parseIssn } from '../common/identifiers.js';
import type { ReadLanguage } from '../common/record.js';
import type { WorkSort } from '../common/connector.js';

export type CiniiSegment = 'ALL' | 'DATA' | 'ARTICLES' | 'BOOKS' | 'DISSERTATIONS' | 'PROJECTS' | 'RESEARCHERS';

/** The contract's CiniiFilter: scalars in canonical form. A null and an empty list narrow nothing. */
export interface CiniiFilter {
  readonly title?: string | null | undefined;
  readonly creator?: string | null | undefined;
  readonly affiliation?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly issn?: string | null | undefined;
  readonly isbn?: string | null | undefined;
  readonly doi?: string | null | undefined;
  readonly projectId?: string | null | undefined;
  readonly hasLinkToFullText?: boolean | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
  readonly dataSources?: readonly string[] | null | undefined;
  readonly resourceTypes?: readonly string[] | null | undefined;
  /** The CRID of a researcher; the contract's filter has none, the catalog asks by it. */
  readonly researcherId?: string | null | undefined;
}

/** The contract's segments, and everything but people: the one of v2 that holds products and projects, v1's `all` (fact sheet 2). */
export type SearchedSegment = CiniiSegment | 'WORKS';

/** What is searched for: the same in every language and on every page. */
export interface CiniiCriteria {
  readonly segment: SearchedSegment;
  readonly query: string | null;
  readonly filter: CiniiFilter;
  readonly sort: WorkSort;
}

/** One page of a search in one language. */
export interface CiniiSearch extends CiniiCriteria {
  readonly lang: ReadLanguage;
  /** 1 is the first hit. */
  readonly start: number;
  readonly count: number;
}

/** Where CiNii Research stands. */
export interface CiniiServer {
  readonly url: string;
  readonly appid: string | null;
}

export const CINII_PLATFORM = 'CINII_RESEARCH';
/** Fact sheet 3.1. */
export const MAX_COUNT = 200;
/** Fact sheet 3.3: no record beyond it can be reached, whatever the total. */
export const WINDOW = 10_000;
export const NARROW =
  'narrow the search by years (from, until), by kind of record, by language or by a word more to reach the rest';

const CRID = /^\d{19}$/;
const SORT_ORDER: Readonly<Record<WorkSort, string>> = { NEWEST: '0', OLDEST: '1', RELEVANCE: '4' };

/** A CRID is 19 digits (fact sheet 7.1): always a string, since it is larger than what a number holds. */
export function isCrid(text: string): boolean {
  return CRID.test(text);
}

/** One parameter of a search under the name of each generation; `v2` null: not confirmed there, and an unknown name is ignored without an error (fact sheet 3.2, trap 12). */
interface Parameter {
  readonly field: keyof CiniiFilter;
  readonly value: string;
  readonly v1: string;
  readonly v2: string | null;
}

function trimmed(field: keyof CiniiFilter, value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value.trim() === '') throw new BadUserInput(`filter.${field} is empty: leave it out, or give a text.`);
  return value.trim();
}

/** A bound as CiNii Research compares it: YYYY, or YYYYMM on v1. */
function bound(field: 'from' | 'until', value: string | null | undefined): string | null {
  const date = trimmed(field, value);
  if (date !== null && !/^\d{4}(?:-\d{2})?$/.test(date)) {
    throw new BadUserInput(
      `filter.${field} is ${date}: CiNii Research compares years and months, give for example 2019 or 2019-03.`,
    );
  }
  return date;
}

/** Years go to v2's productYear…, months only to v1; the start of a project is on v1 alone (v2's projectYear… is not confirmed). */
function boundParameters({ segment, filter }: CiniiCriteria): Parameter[] {
  const from = bound('from', filter.from);
  const until = bound('until', filter.until);
  if (from !== null && until !== null && from > (until.length < from.length ? `${until}-99` : until)) {
    throw new BadUserInput(`filter.from (${from}) is after filter.until (${until}): swap them.`);
  }
  const years = [from, until].every((date) => date === null || date.length === 4);
  const confirmed = years && segment !== 'PROJECTS' && segment !== 'RESEARCHERS';
  const parameter = (field: 'from' | 'until', date: string, v2: string): Parameter => ({
    field,
    value: date.replace('-', ''),
    v1: field,
    v2: confirmed ? v2 : null,
  });
  return [
    ...(from === null ? [] : [parameter('from', from, 'productYearFrom')]),
    ...(until === null ? [] : [parameter('until', until, 'productYearUntil')]),
  ];
}

/** ISBN and ISSN are confirmed on v2 for books alone (fact sheet 3.1). The form is kept: catalogued forms differ (10.6). */
function numberParameters({ segment, filter }: CiniiCriteria): Parameter[] {
  const v2 = (name: string): string | null => (segment === 'BOOKS' ? name : null);
  const parameters: Parameter[] = [];
  const isbn = trimmed('isbn', filter.isbn)?.normalize('NFKC').replace(/[-\s]/g, '').toUpperCase();
  if (isbn !== undefined) {
    if (!/^(?:\d{9}[\dX]|97[89]\d{10})$/.test(isbn)) {
      throw new BadUserInput('filter.isbn is no ISBN: give its 10 or 13 digits, for example 9784873114521.');
    }
    parameters.push({ field: 'isbn', value: isbn, v1: 'isbn', v2: v2('isbn') });
  }
  const issn = trimmed('issn', filter.issn);
  if (issn !== null) {
    if (parseIssn(issn) === null) {
      throw new BadUserInput('filter.issn is no ISSN: give eight digits with a right check digit, such as 0024-0974.');
    }
    parameters.push({ field: 'issn', value: issn.normalize('NFKC'), v1: 'issn', v2: v2('issn') });
  }
  return parameters;
}

function list(
  field: 'languages' | 'dataSources' | 'resourceTypes',
  values: readonly string[] | null | undefined,
): string | null {
  if (!values || values.length === 0) return null;
  const items = values.map((value) => trimmed(field, value) ?? '');
  if (items.some((item) => item.includes(','))) {
    throw new BadUserInput(`filter.${field} has a value with a comma: give each value as an item of the list.`);
  }
  return [...new Set(items)].join(',');
}

/** A language tag as CiNii Research takes it: ISO 639-1, so ja for ja-JP; null where the language has no such code. */
export function iso6391(tag: string): string | null {
  const language = tag.trim().split(/[-_]/)[0]?.toLowerCase() ?? '';
  return /^[a-z]{2}$/.test(language) ? language : null;
}

function languageCodes(tags: readonly string[] | null | undefined): readonly string[] {
  return (tags ?? []).map((tag) => {
    const code = iso6391(tag);
    if (code === null) {
      throw new BadUserInput(
        `filter.languages has ${tag.slice(0, 20)}: CiNii Research knows two-letter languages, such as ja or en.`,
      );
    }
    return code;
  });
}

/** KAKEN's number stands without the JP of a Japan Grant Number (fact sheet 10.13); other funders print theirs with it (JPMJMS2021). */
function projectNumber(value: string): string {
  const number = normalizeAwardNumber(value);
  return /^[A-Z]/.test(number) && awardIdOfNumber(value) === `jgn:JP${number}` ? `JP${number}` : number;
}

function textParameters({ filter }: CiniiCriteria): Parameter[] {
  const named: readonly [keyof CiniiFilter, string | null, string, string | null][] = [
    ['title', trimmed('title', filter.title), 'title', 'title'],
    ['creator', trimmed('creator', filter.creator), 'creator', 'name'],
    ['affiliation', trimmed('affiliation', filter.affiliation), 'affiliation', 'affiliation'],
    ['publisher', trimmed('publisher', filter.publisher), 'publisher', null],
    ['doi', trimmed('doi', filter.doi), 'doi', null],
    ['projectId', trimmed('projectId', filter.projectId), 'projectId', 'projectId'],
    ['researcherId', trimmed('researcherId', filter.researcherId), 'researcherId', null],
    ['languages', list('languages', languageCodes(filter.languages)), 'languageType', 'languageType'],
    ['dataSources', list('dataSources', filter.dataSources), 'dataSourceType', null],
    ['resourceTypes', list('resourceTypes', filter.resourceTypes), 'resourceType', null],
  ];
  return named.flatMap(([field, value, v1, v2]) => {
    if (value === null) return [];
    return [{ field, value: field === 'projectId' ? projectNumber(value) : value, v1, v2 }];
  });
}

function filterParameters(criteria: CiniiCriteria): Parameter[] {
  const { hasLinkToFullText } = criteria.filter;
  if (hasLinkToFullText === false) {
    throw new BadUserInput(
      'filter.hasLinkToFullText is false: CiNii Research can only search for records with a link, leave it out.',
    );
  }
  const link: Parameter = {
    field: 'hasLinkToFullText',
    value: 'true',
    v1: 'hasLinkToFullText',
    v2: 'hasLinkToFullText',
  };
  return [
    ...textParameters(criteria),
    ...boundParameters(criteria),
    ...numberParameters(criteria),
    ...(hasLinkToFullText === true ? [link] : []),
  ];
}

/** Whether there is anything to search by: without a word and without a filter CiNii Research answers with nothing (fact sheet 4.1). */
export function hasCriterion(criteria: CiniiCriteria): boolean {
  return (criteria.query ?? '').trim() !== '' || filterParameters(criteria).length > 0;
}

function checkPage({ start, count }: CiniiSearch): void {
  if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) {
    throw new BadUserInput(
      `${String(count)} records were asked for: CiNii Research gives 1 to ${String(MAX_COUNT)} at once.`,
    );
  }
  if (!Number.isInteger(start) || start < 1 || start - 1 + count > WINDOW) {
    throw new BadUserInput(
      `CiNii Research gives the first 10,000 records of a search and no more (asked: ${String(count)} from ${String(start)} on): ${NARROW}.`,
    );
  }
}

/** v1 as a whole as soon as one parameter is not confirmed on v2: a name that v2 does not know would widen the result silently (trap 12). */
function generation(segment: SearchedSegment, parameters: readonly Parameter[]): 'v1' | 'v2' {
  const onlyV1 = parameters.find(({ v2 }) => v2 === null);
  if (onlyV1 === undefined) return 'v2';
  if (segment === 'RESEARCHERS') {
    throw new BadUserInput(
      `filter.${onlyV1.field} cannot narrow the segment RESEARCHERS: leave it out, or search another segment.`,
    );
  }
  return 'v1';
}

function pathOf(segment: SearchedSegment, version: 'v1' | 'v2'): string {
  if (segment !== 'WORKS') return segment.toLowerCase();
  return version === 'v2' ? 'projectsAndProducts' : 'all';
}

function encode(parameters: readonly (readonly [string, string])[]): string {
  return parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

function base(server: CiniiServer): string {
  return server.url.replace(/\/+$/, '');
}

/** The secret, where there is one: the client keeps it out of keys, logs and messages. */
function appid({ appid: id }: CiniiServer): [string, string][] {
  return id === null ? [] : [['appid', id]];
}

/**
 * One page of a search. AND, OR, NOT and parentheses of the query are CiNii Research's own operators and pass through.
 * @throws BadUserInput where the platform could not apply what is asked.
 */
export function searchRequest(search: CiniiSearch, server: CiniiServer): UpstreamRequest {
  checkPage(search);
  const parameters = filterParameters(search);
  const version = generation(search.segment, parameters);
  const query = (search.query ?? '').trim();
  const text = encode([
    ...(query === '' ? [] : ([['q', query]] as const)),
    ...parameters.map((parameter) => [parameter[version] ?? parameter.v1, parameter.value] as const),
    // Always sent: a cookie must not decide the language (fact sheet 8.4), and without a format HTML comes (10.10).
    ['lang', search.lang],
    ['count', String(search.count)],
    ['start', String(search.start)],
    ['sortorder', SORT_ORDER[search.sort]],
    ['format', 'json'],
    ...appid(server),
  ]);
  const path = `/opensearch/${version === 'v2' ? 'v2/' : ''}${pathOf(search.segment, version)}`;
  return {
    platform: CINII_PLATFORM,
    method: 'GET',
    url: `${base(server)}${path}?${text}`,
    headers: { accept: 'application/json' },
    kind: 'search',
  };
}

/** A record's own document. 404 and 410 mean that the CRID is not known (any more: records are merged, fact sheet 7.1). */
export function detailRequest(crid: string, server: CiniiServer): UpstreamRequest {
  const query = encode(appid(server));
  return {
    platform: CINII_PLATFORM,
    method: 'GET',
    url: `${base(server)}/crid/${crid}.json${query === '' ? '' : `?${query}`}`,
    headers: { accept: 'application/json' },
    kind: 'detail',
    accept: [404, 410],
  };
}
