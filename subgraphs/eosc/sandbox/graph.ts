/** The simulated OpenAIRE Graph: routes, lists, single records and refusals (fact sheet 2). */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import type { Entity, Json, JsonObject, Resource, Version } from './entity.js';
import { mentions } from './expression.js';
import { linksPage, relationsInfo } from './links.js';
import { organizationResource } from './organizations.js';
import { readListQuery, type ListQuery } from './parameters.js';
import { personResource } from './persons.js';
import { productResource } from './product-list.js';
import { projectResource } from './projects.js';
import { sourceResource } from './sources.js';

const RESOURCES = [productResource, organizationResource, projectResource, sourceResource, personResource];
/** Told by an endless list. */
const ENDLESS_TOTAL = 380_387_557;
/** Sent as floats, whole or not (fact sheet 2.5). */
const FLOATS = /(?<!\\)"(citationCount|impulse|totalCost|fundedAmount|maxScore)":(\d+)(?=[,}])/g;

export function json(status: number, body: Json): SandboxResponse {
  const text = JSON.stringify(body).replace(FLOATS, '"$1":$2.0');
  return { status, headers: { 'Content-Type': 'application/json' }, body: text };
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  500: 'Internal Server Error',
};

/** The application's own errors have three keys, the gateway's two others (fact sheet 2.7). */
function failure(status: number, message: string): SandboxResponse {
  return json(status, { message, error: REASONS[status] ?? '', code: status });
}

const noSuchPath = (): SandboxResponse => json(404, { error: 'Not found', description: 'Invald request path.' });

/** Cursors begin as the real ones do, and hold + and =, so that they must be encoded (fact sheet 2.2). */
const CURSOR_HEAD = Buffer.from([0x02, 0x83, 0x3f, 0x0f, 0x3f, 0xbf, 0xfb, 0xef, 0xbe]);

function cursorAt(offset: number): string {
  // A length that leaves a remainder of one: two signs of equality at its end.
  return Buffer.concat([CURSOR_HEAD, Buffer.from(String(offset).padStart(10, '0'))]).toString('base64');
}

/** The offset of a cursor; null where it is none of ours. */
function offsetOf(cursor: string): number | null {
  if (cursor === '*') return 0;
  const bytes = Buffer.from(cursor, 'base64');
  const digits = bytes.subarray(CURSOR_HEAD.length).toString('latin1');
  const genuine = bytes.subarray(0, CURSOR_HEAD.length).equals(CURSOR_HEAD) && /^\d{10}$/.test(digits);
  return genuine ? Number(digits) : null;
}

/** Titles that hold the words come first, then as the list stands. */
function scoreOf(entity: Entity, search: string | null): number {
  if (search === null) return 1;
  const words = search.replace(/["()]/g, ' ').split(/\s+/).filter((word) => !/^(AND|OR|NOT)?$/.test(word));
  const title = entity.values.mainTitle?.[0] ?? entity.values.title?.[0] ?? entity.values.legalName?.[0] ?? '';
  return 1 + words.filter((word) => mentions(title, word, false)).length;
} // prettier-ignore

function compare(one: Entity, other: Entity, query: ListQuery): number {
  for (const { field, descending } of query.sort) {
    const [left, right] = field === 'relevance' ? [scoreOf(one, query.search), scoreOf(other, query.search)] : [one.sort[field] ?? '', other.sort[field] ?? '']; // prettier-ignore
    if (left !== right) return left < right === descending ? 1 : -1;
  }
  return query.sort.length > 0 ? 0 : scoreOf(other, query.search) - scoreOf(one, query.search);
}

function statsOf(hits: readonly Entity[]): JsonObject {
  const count = (type: string): number => hits.filter(({ values }) => values.type?.includes(type)).length;
  return {
    totalCitationsCount: hits.reduce((sum, { sort }) => sum + Number(sort.citationCount ?? 0), 0),
    countsByType: { publication: count('publication'), dataset: count('dataset'), other: count('other'), software: count('software') },
  }; // prettier-ignore
}

/**
 * The header's last part in cursor mode. How a walk ends is documented in three ways (fact sheet 2.4), all met here: a page
 * that is not full has no `nextCursor` (null in version 3); after a last full page comes an empty one that repeats the cursor.
 */
function nextCursor(offset: number, rows: number, query: ListQuery, version: Version): JsonObject {
  if (rows === query.pageSize) return { nextCursor: cursorAt(offset + rows) };
  if (rows === 0 && offset > 0) return { nextCursor: query.cursor };
  return version === 'v3' ? { nextCursor: null } : {};
}

function page(resource: Resource, version: Version, query: ListQuery, endless: boolean): SandboxResponse {
  const offset = query.cursor === null ? (query.page - 1) * query.pageSize : offsetOf(query.cursor);
  if (offset === null) return failure(400, "Invalid value for 'cursor'");
  const hits = resource.entities.filter(query.matches).sort((one, other) => compare(one, other, query));
  const rows = endless
    ? Array.from({ length: query.pageSize }, (_, index) => resource.entities[(offset + index) % resource.entities.length]).filter((row) => row !== undefined)
    : hits.slice(offset, offset + query.pageSize); // prettier-ignore
  const header: JsonObject = {
    numFound: endless ? ENDLESS_TOTAL : hits.length,
    maxScore: hits.reduce((best, hit) => Math.max(best, scoreOf(hit, query.search)), 0),
    queryTime: 12,
    ...(query.cursor === null ? { page: query.page } : {}),
    pageSize: query.pageSize,
    ...(query.cursor === null ? {} : nextCursor(offset, rows.length, query, version)),
    ...(query.includeStats ? statsOf(hits) : {}),
  };
  // Null stands for an empty list where nothing was found at all.
  return json(200, { header, results: hits.length === 0 && !endless ? null : rows.map((row) => row.show(version)) });
}

function list(resource: Resource, version: Version, request: SandboxRequest): SandboxResponse {
  const parameters = request.url.searchParams;
  // A defect of version 1 (fact sheet 2.7), repaired in version 3.
  const broken = ['givenName', 'lastName'].find((name) => parameters.has(name));
  if (resource === personResource && version === 'v1' && broken !== undefined)
    return failure(500, `Error from server at [http://solr.sandbox.invalid:8983/solr]. undefined field ${broken}`);
  const query = readListQuery(resource, version, parameters);
  return 'refused' in query ? failure(400, query.refused) : page(resource, version, query, request.fault === 'endless');
}

function single(resource: Resource, version: Version, id: string): SandboxResponse {
  const found = resource.entities.find((entity) => entity.id === id);
  return found ? json(200, found.show(version)) : failure(404, `Resource with id ${id} not found`);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function linksAnswer(rest: string, query: URLSearchParams): SandboxResponse | null {
  if (rest === 'links/relations-info') return json(200, relationsInfo);
  if (rest !== 'links') return null;
  const answer = linksPage(query);
  return typeof answer === 'string' ? failure(400, answer) : json(200, answer);
}

function versionOf(text: string | undefined): Version | null {
  return text === 'v1' || text === 'v2' || text === 'v3' ? text : null;
}

/** Answers a request below `/graph`; `path` is what follows it, with its first slash. */
export function answerGraph(request: SandboxRequest, path: string): SandboxResponse {
  const [, versionName, name = '', rest] = /^\/([^/]+)\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const version = versionOf(versionName);
  if (version === null) return noSuchPath();
  const resource = RESOURCES.find(({ paths }) => paths[version] === name);
  if (!resource) {
    const other = RESOURCES.some(({ paths }) => paths.v1 === name);
    // The names of version 1 are no names of version 3 (fact sheet 2.1).
    return other && version === 'v3' ? failure(405, `No static resource v3/${name}.`) : noSuchPath();
  }
  if (request.method !== 'GET') return failure(405, `Request method '${request.method}' is not supported`);
  if (rest === undefined) return list(resource, version, request);
  if (resource === productResource && version !== 'v2') {
    const links = linksAnswer(rest, request.url.searchParams);
    if (links) return links;
  }
  const id = decoded(rest);
  return id === null || id.includes('/') ? noSuchPath() : single(resource, version, id);
}
