/** The simulated CiNii Research, written from the fact sheet (section 9), not from our client. */
import { startSandboxServer, type SandboxRequest, type SandboxResponse } from '../../sandbox/server.js';
import type { RunningSandbox, SandboxOptions } from '../common/platform.js';
import { atomChannel, htmlChannel, htmlRecord, jsonChannel, rssChannel, type Channel } from './sandbox/channel.js';
import { workDocument } from './sandbox/documents.js';
import { choose, item, type AnswerLanguage } from './sandbox/item.js';
import { projectDocument, researcherDocument } from './sandbox/people.js';
import { rdfDocument } from './sandbox/rdf.js';
import { recordByCrid, records, type JsonObject, type SandboxRecord } from './sandbox/records.js';
import { find, isRecognised, segmentKinds, type Generation } from './sandbox/search.js';

const PUBLIC_HOST = 'https://cir.nii.ac.jp';
const DEFAULT_COUNT = 20;
const MAX_COUNT = 200;
/** The reachable window (fact sheet 3.3). */
const WINDOW = 10_000;
/** Told by an endless list: more than the window. */
const ENDLESS_TOTAL = 110_265;
/** NII: more than one request a second is not guaranteed to work (fact sheet 8.3); the sandbox blocks beyond four. */
const REQUESTS_PER_SECOND = 4;

type Format = 'html' | 'rss' | 'atom' | 'json';

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  html: 'text/html;charset=UTF-8',
  rss: 'application/rss+xml;charset=UTF-8',
  atom: 'application/atom+xml;charset=UTF-8',
  json: 'application/json;charset=UTF-8',
};

/** The headers of every answer: no validators, caching forbidden, fresh cookies for each call without cookies (fact sheet 8.4). */
function commonHeaders(request: SandboxRequest, language: AnswerLanguage): Record<string, string | string[]> {
  const cookies = [
    'AWSALB=sandbox; Path=/',
    'AWSALBCORS=sandbox; Path=/; SameSite=None; Secure',
    `CIR_LANGUAGE=${language}; Path=/`,
    'SESSION=c2FuZGJveA==; Path=/; Secure; HttpOnly; SameSite=Lax',
  ];
  return {
    Server: 'nginx',
    'Strict-Transport-Security': 'max-age=31536000 ; includeSubDomains',
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Content-Type-Options': 'nosniff',
    'X-Xss-Protection': '1; mode=block',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
    Pragma: 'no-cache',
    Expires: '0',
    'X-Cache': 'Miss from cloudfront',
    Via: '1.1 sandbox.cloudfront.net (CloudFront)',
    ...(request.headers.cookie === undefined ? { 'Set-Cookie': cookies } : {}),
  };
}

const VARY = 'Access-Control-Request-Headers, Access-Control-Request-Method, Origin';

function html(request: SandboxRequest, status: number, body: string): SandboxResponse {
  return {
    status,
    headers: { ...commonHeaders(request, 'ja'), 'Content-Type': MEDIA_TYPES.html, Vary: `Accept-Encoding, ${VARY}` },
    body,
  };
}

/** No error body of the real service is known; HTML is the fact sheet's assumption (8.2). */
function errorPage(request: SandboxRequest, status: number, message: string): SandboxResponse {
  return html(
    request,
    status,
    `<!DOCTYPE html>\n<html lang="ja"><head><title>CiNii Research</title></head><body><h1>${String(status)}</h1><p>${message}</p></body></html>`,
  );
}

/** A natural number as the service reads it, or null. */
function natural(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** `count` and `start` after their silent corrections (fact sheet 3.1). */
export function pageOf(
  count: string | undefined,
  start: string | undefined,
  format: Format,
): { readonly count: number; readonly start: number } {
  const size = Math.min(natural(count) ?? DEFAULT_COUNT, MAX_COUNT);
  const first = natural(start) ?? 1;
  if (format !== 'html') return { count: size, start: first };
  const pageSize = [20, 50, 100, 200].find((step) => size <= step) ?? MAX_COUNT;
  const page = Math.floor(first / pageSize) + (first % pageSize === 0 ? 0 : 1);
  return { count: pageSize, start: (page - 1) * pageSize + 1 };
}

function formatOf(value: string | undefined): Format {
  return value === 'rss' || value === 'atom' || value === 'json' ? value : 'html';
}

/** The values of the recognised parameters in request order; empty ones and unknown names left out (fact sheet 4.1). */
function channelTitle(generation: Generation, segment: string, pairs: readonly (readonly [string, string])[]): string {
  const values = pairs
    .filter(([name, value]) => value !== '' && isRecognised(generation, name))
    .map(([, value]) => value);
  return `CiNii Research ${segment} - ${values.join(' ')}`;
}

/** The request's address on the public host: decoded and encoded anew, so that a blank sent as + comes back as %20. */
function channelUrl(path: string, pairs: readonly (readonly [string, string])[]): string {
  const query = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return `${PUBLIC_HOST}${path}${query === '' ? '' : `?${query}`}`;
}

/** One page of hits. An endless list offers full pages for ever, beyond the window too. */
function pageItems(
  request: SandboxRequest,
  hits: readonly SandboxRecord[],
  start: number,
  count: number,
): { readonly total: number; readonly page: readonly SandboxRecord[] } {
  if (request.fault === 'endless') {
    const works = records.filter(({ kind }) => kind === 'Article');
    return {
      total: ENDLESS_TOTAL,
      page: Array.from({ length: count }, (_, index) => works[(start - 1 + index) % works.length]).filter(
        (record) => record !== undefined,
      ),
    };
  }
  // Beyond the window: 200 with nothing (fact sheet 3.3, assumed).
  return { total: hits.length, page: start > WINDOW ? [] : hits.slice(start - 1, Math.min(start - 1 + count, WINDOW)) };
}

function search(request: SandboxRequest, generation: Generation, segment: string): SandboxResponse {
  if (!segmentKinds(generation, segment)) return errorPage(request, 404, 'ページが見つかりません。');
  const pairs = [...request.url.searchParams];
  const parameters = new Map([...pairs].reverse()); // the first of a repeated name wins
  const format = formatOf(parameters.get('format'));
  const language: AnswerLanguage = parameters.get('lang') === 'en' ? 'en' : 'ja';
  const { count, start } = pageOf(parameters.get('count'), parameters.get('start'), format);
  const { total, page } = pageItems(request, find(generation, segment, parameters), start, count);
  const channel: Channel = {
    url: channelUrl(request.url.pathname, pairs),
    title: channelTitle(generation, segment, pairs),
    language,
    date: new Date(),
    total,
    start: page.length === 0 ? 1 : start,
    items: page.map((record) => item(record, language)),
  };
  const write = { html: htmlChannel, rss: rssChannel, atom: atomChannel, json: jsonChannel }[format];
  return {
    status: 200,
    headers: {
      ...commonHeaders(request, language),
      'Content-Type': MEDIA_TYPES[format],
      Vary: `Accept-Encoding, ${VARY}`,
      'Transfer-Encoding': 'chunked',
    },
    body: write(channel),
  };
}

function documentOf(record: SandboxRecord): JsonObject {
  const { source } = record;
  if (source.kind === 'work') return workDocument(source.work, record);
  return source.kind === 'award' ? projectDocument(source.award, record) : researcherDocument(source.person, record);
}

/** What a bare CRID address answers with, by `Accept`; the fact sheet leaves open whether it redirects (6.1): it answers directly. */
function negotiate(accept: string): 'json' | 'rdf' | 'html' {
  if (/application\/(?:ld\+)?json/.test(accept)) return 'json';
  return accept.includes('application/rdf+xml') ? 'rdf' : 'html';
}

function detail(request: SandboxRequest, crid: string, suffix: string | undefined): SandboxResponse {
  const record = recordByCrid(crid);
  const form = suffix === 'json' || suffix === 'rdf' ? suffix : negotiate(request.headers.accept ?? '');
  // There is no RDF of projects (fact sheet 6.1).
  if (!record || (form === 'rdf' && record.kind === 'Project'))
    return errorPage(request, 404, 'お探しのページは見つかりませんでした。');
  if (form === 'html') return html(request, 200, htmlRecord(crid, choose(record.title, 'ja') ?? 'CiNii Research'));
  const document = documentOf(record);
  const type = form === 'rdf' ? 'application/rdf+xml;charset=UTF-8' : MEDIA_TYPES.json;
  return {
    status: 200,
    headers: { ...commonHeaders(request, 'ja'), 'Content-Type': type, Vary: VARY },
    body: form === 'rdf' ? rdfDocument(document) : JSON.stringify(document),
  };
}

/** Routes one request by its path. */
export function answer(request: SandboxRequest): SandboxResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') return errorPage(request, 405, 'GETのみ利用できます。');
  const searched = /^\/opensearch\/(v2\/)?([^/]+)$/.exec(request.url.pathname);
  if (searched?.[2] !== undefined) return search(request, searched[1] === undefined ? 'v1' : 'v2', searched[2]);
  const record = /^\/crid\/(\d+)(?:\.(json|rdf))?$/.exec(request.url.pathname);
  if (record?.[1] !== undefined) return detail(request, record[1], record[2]);
  return errorPage(request, 404, 'ページが見つかりません。');
}

/** Blocks with 403 what comes faster than the documented pace (fact sheet 8.2, 8.3). */
function throttled(handle: (request: SandboxRequest) => SandboxResponse): (request: SandboxRequest) => SandboxResponse {
  const recent: number[] = [];
  return (request) => {
    const now = performance.now();
    while (recent[0] !== undefined && recent[0] <= now - 1000) recent.shift();
    recent.push(now);
    return recent.length > REQUESTS_PER_SECOND
      ? errorPage(request, 403, 'アクセスが制限されています。')
      : handle(request);
  };
}

/** Starts the simulated CiNii Research on a port of its own. */
export async function startCiniiSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const server = await startSandboxServer({
    port: options.port,
    latencyMs: options.latencyMs,
    fault: options.fault,
    name: 'cinii',
    pagesEndlessly: true,
    handle: options.throttle ? throttled(answer) : answer,
  });
  return { address: server.address, settings: { CINII_URL: server.address }, close: () => server.close() };
}
