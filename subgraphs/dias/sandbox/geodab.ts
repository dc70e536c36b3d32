/** The OpenSearch interface of the simulated GEO DAB (fact sheet 6.3): JSON and Atom. */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { contains, overlaps, type Box } from './boxes.js';
import { atomError, atomFeed } from './geodab-atom.js';
import { reports, sourceReports, type Report } from './geodab-reports.js';

export const GEODAB_PATH = '/gs-service/services/essi/view/geoss/opensearch';
const JSON_TYPE = 'application/json';
const ATOM_TYPE = 'application/atom+xml';

/** One page of what was found. */
export interface ResultPage {
  readonly found: readonly Report[];
  readonly shown: readonly Report[];
  readonly start: number;
  readonly count: number;
  /** Facets that were asked for. */
  readonly facets: readonly string[];
}

/** A parameter that cannot be read; its name. */
class BadParameter extends Error {}

function whole(parameters: URLSearchParams, name: string, fallback: number): number {
  const text = parameters.get(name);
  if (text === null || text === '') return fallback;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new BadParameter(name);
  return Number(text);
}

/** `W,S,E,N`, several joined by `_`. */
function boxesOf(parameters: URLSearchParams): Box[] {
  const text = parameters.get('bbox') ?? '';
  if (text === '') return [];
  return text.split('_').map((one) => {
    const [west, south, east, north, ...rest] = one.split(',').map((number) => (/^-?\d+(\.\d+)?$/.test(number) ? Number(number) : Number.NaN)); // prettier-ignore
    if (west === undefined || south === undefined || east === undefined || north === undefined || rest.length > 0) throw new BadParameter('bbox'); // prettier-ignore
    if ([west, south, east, north].some(Number.isNaN)) throw new BadParameter('bbox');
    return { west, south, east, north };
  });
}

function dateOf(parameters: URLSearchParams, name: string): string {
  const text = parameters.get(name) ?? '';
  if (text !== '' && !/^\d{4}(-\d{2}(-\d{2}(T[\d:.]+Z?)?)?)?$/.test(text)) throw new BadParameter(name);
  return text.slice(0, 10);
}

/** Without `rel` a resource has to lie within the box: few do (fact sheet 6.3). */
function within(report: Report, boxes: readonly Box[], rel: string): boolean {
  if (boxes.length === 0) return true;
  if (rel === 'DISJOINT') return !report.where.some((where) => boxes.some((box) => overlaps(box, where)));
  const test = rel === 'OVERLAPS' ? overlaps : contains;
  return report.where.some((where) => boxes.some((box) => test(box, where)));
}

function during(report: Report, from: string, until: string): boolean {
  if (from === '' && until === '') return true;
  if (report.when === null) return false;
  return (until === '' || report.when.from.slice(0, until.length) <= until) && (from === '' || report.when.to >= from.slice(0, report.when.to.length)); // prettier-ignore
}

/** `title,subject` unless `searchFields` says otherwise; every word somewhere, in any case. */
function mentions(report: Report, term: string, fields: readonly string[]): boolean {
  const texts: Readonly<Record<string, string>> = {
    title: `${report.title} ${report.alternateTitle ?? ''}`,
    subject: report.keywords.join(' '),
    keywords: report.keywords.join(' '),
    abstract: report.description ?? '',
    description: report.description ?? '',
  };
  const text = fields.map((field) => texts[field] ?? '').join(' ').normalize('NFKC').toLowerCase(); // prettier-ignore
  return term.normalize('NFKC').toLowerCase().split(/\s+/).every((word) => text.includes(word)); // prettier-ignore
}

function list(parameters: URLSearchParams, name: string, fallback = ''): string[] {
  return (parameters.get(name) ?? fallback).split(',').filter((item) => item !== '');
}

function search(parameters: URLSearchParams): Report[] {
  if (list(parameters, 'parents').includes('ROOT')) return [...sourceReports];
  const sources = list(parameters, 'sources');
  const keywords = list(parameters, 'kwd');
  const [boxes, from, until] = [boxesOf(parameters), dateOf(parameters, 'ts'), dateOf(parameters, 'te')];
  const rel = parameters.get('rel') ?? 'CONTAINS';
  if (!['CONTAINS', 'OVERLAPS', 'DISJOINT'].includes(rel)) throw new BadParameter('rel');
  const term = (parameters.get('st') ?? '').trim();
  const fields = list(parameters, 'searchFields', 'title,subject');
  return reports.filter(
    (report) =>
      (sources.length === 0 || sources.includes(report.source.id)) &&
      (keywords.length === 0 || keywords.some((keyword) => report.keywords.includes(keyword))) &&
      within(report, boxes, rel) &&
      during(report, from, until) &&
      (term === '' || mentions(report, term, fields)),
  );
}

/** Fields without a value are left out. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

function reportJson(report: Report): Record<string, unknown> {
  const { keywords, topics, formats, online, where, when, authors } = report;
  return filled({
    id: report.id,
    type: report.type,
    ...(report.type === 'simple' ? { parentId: report.source.id } : {}),
    title: report.title,
    alternateTitle: report.alternateTitle,
    description: report.description,
    source: report.source,
    keyword: keywords,
    keyword_type: keywords.map(() => 'theme'),
    topic: topics,
    format: formats,
    online: online.map((link) => ({ ...link, description: '', protocol: 'WWW:LINK', accessType: 'simple' })),
    where: where.map(({ south, west, north, east }) => ({ south, west, north, east })),
    when: when === null ? [] : [when],
    created: report.created === null ? [] : [report.created],
    updated: report.updated === null ? [] : [report.updated],
    rights: report.rights,
    author: authors.map(({ organization, name, email }) =>
      filled({ orgName: organization, individualName: name, email }),
    ),
    hierarchyLevel: report.type === 'simple' ? 'dataset' : null,
  });
}

function json(status: number, value: unknown): SandboxResponse {
  return { status, headers: { 'Content-Type': `${JSON_TYPE};charset=UTF-8` }, body: JSON.stringify(value) };
}

function resultSet({ found, shown, start, count }: ResultPage): Record<string, number> {
  const pageCount = Math.ceil(found.length / count);
  return { size: found.length, start, pageSize: shown.length, pageCount, pageIndex: Math.ceil(start / count) };
}

/** A bad parameter: 400 with an empty result, in the format that was asked for. */
function refused(format: string, name: string): SandboxResponse {
  const empty = { size: 0, start: 0, pageSize: 0, pageCount: 0, pageIndex: 0 };
  if (format === JSON_TYPE) return json(400, { resultSet: { ...empty, errors: [`Invalid parameter: ${name}`] }, reports: [] }); // prettier-ignore
  return { status: 400, headers: { 'Content-Type': `${ATOM_TYPE};charset=UTF-8` }, body: atomFeed({ found: [], shown: [], start: 1, count: 10, facets: [] }, '') }; // prettier-ignore
}

/** Answers `…/opensearch/query`, by GET or as a form. */
export function answerGeodab(request: SandboxRequest): SandboxResponse {
  const parameters = request.method === 'POST' ? new URLSearchParams(request.body) : request.url.searchParams;
  const format = parameters.get('outputFormat') ?? ATOM_TYPE;
  if (format !== JSON_TYPE && format !== ATOM_TYPE)
    return { status: 400, headers: { 'Content-Type': 'application/xml;charset=UTF-8' }, body: atomError(`Unsupported output format: ${format}`) }; // prettier-ignore
  try {
    const [start, count] = [whole(parameters, 'si', 1), whole(parameters, 'ct', 10)];
    const found = search(parameters);
    const page = {
      found,
      shown: found.slice(start - 1, start - 1 + count),
      start,
      count,
      facets: list(parameters, 'tf'),
    };
    if (format === JSON_TYPE) return json(200, { resultSet: resultSet(page), reports: page.shown.map(reportJson) });
    return { status: 200, headers: { 'Content-Type': `${ATOM_TYPE};charset=UTF-8` }, body: atomFeed(page, request.url.href) }; // prettier-ignore
  } catch (error) {
    if (error instanceof BadParameter) return refused(format, error.message);
    throw error;
  }
}
