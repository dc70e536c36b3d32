/** The simulated resource catalogue: its public routes (fact sheet 3.1). */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { facetsOf, findRecords, readCatalogueQuery } from './catalogue-query.js';
import type { Json, JsonObject } from './entity.js';
import { catalogueRecords, followers, type CatalogueRecord } from './services.js';
import { showTerm, terms } from './vocabulary.js';

/** Types of both profiles; the older names are read as the newer ones. */
const TYPES: Readonly<Record<string, string>> = {
  service: 'service', datasource: 'datasource', organisation: 'organisation', provider: 'organisation', interoperabilityRecord: 'interoperabilityRecord',
  trainingResource: 'trainingResource', deployableApplication: 'deployableApplication', deployableService: 'deployableApplication', adapter: 'adapter', catalogue: 'catalogue',
  configurationTemplateInstance: 'configurationTemplateInstance', resourceInteroperabilityRecord: 'resourceInteroperabilityRecord',
}; // prettier-ignore
/** Told by an endless list. */
const ENDLESS_TOTAL = 110_265;

function json(status: number, body: Json): SandboxResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

const TITLES: Readonly<Record<number, string>> = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed' }; // prettier-ignore

/** Errors of version 6. Which status the parser's own get is not established: 400 here (fact sheet 3.2). */
function problem(request: SandboxRequest, status: number, detail: string): SandboxResponse {
  const body = { type: 'about:blank', title: TITLES[status] ?? '', status, detail, instance: request.url.pathname };
  return { ...json(status, body), headers: { 'Content-Type': 'application/problem+json' } };
}

function pageOf(hits: readonly CatalogueRecord[], from: number, quantity: number, endless: boolean): readonly CatalogueRecord[] {
  if (!endless || hits.length === 0) return hits.slice(from, from + quantity);
  return Array.from({ length: quantity }, (_, index) => hits[(from + index) % hits.length]).filter((hit) => hit !== undefined);
} // prettier-ignore

function list(request: SandboxRequest, type: string, form: 'all' | 'search'): SandboxResponse {
  const query = readCatalogueQuery(request.url.searchParams);
  if (typeof query === 'string') return problem(request, 400, query);
  const hits = findRecords(catalogueRecords.filter((record) => record.type === type), query); // prettier-ignore
  // Without a hit the page is the same whatever was asked (fact sheet 3.3).
  if (hits.length === 0) return json(200, { total: 0, from: 0, to: 0, results: [], facets: [] });
  const endless = request.fault === 'endless';
  const page = pageOf(hits, query.from, query.quantity, endless);
  const shown = page.map(({ record }): JsonObject => (form === 'all' ? record : { score: 1.5, result: record, highlights: [] })); // prettier-ignore
  // Without browseBy some paths send null, others an empty list.
  const facets = query.browseBy.length > 0 ? facetsOf(hits, query.browseBy) : form === 'all' ? [] : null;
  return json(200, {
    total: endless ? ENDLESS_TOTAL : hits.length,
    from: query.from,
    to: query.from + page.length,
    results: shown,
    facets,
  });
}

function single(request: SandboxRequest, type: string, id: string): SandboxResponse {
  const found = catalogueRecords.find((record) => record.type === type && record.id === id);
  if (!found) return problem(request, 404, `Resource with id ${id} not found`);
  if (found.active) return json(200, found.record);
  // Version 5 says it in its own words.
  return json(403, {
    message:
      found.profile === 5
        ? 'The specific Service does not consist a Public entity'
        : 'The specific resource is not active',
  });
}

const DEFAULT_TYPES = ['service', 'datasource', 'training_resource'];

/** Records by their ids; unknown ones are dropped without a word. */
function byIds(parameters: URLSearchParams): SandboxResponse {
  const types = parameters.has('resourceTypes') ? parameters.getAll('resourceTypes') : DEFAULT_TYPES;
  const found = parameters.getAll('ids').flatMap((id) => catalogueRecords.find((record) => record.active && record.id === id && types.includes(record.type)) ?? []); // prettier-ignore
  return json(200, found.map(({ record }) => record)); // prettier-ignore
}

function vocabulary(request: SandboxRequest, path: string): SandboxResponse {
  const [first = '', second] = path.split('/');
  if (first === 'byType' && second !== undefined) return json(200, terms.filter(({ type }) => type === second).map(showTerm)); // prettier-ignore
  if (first === 'byType') {
    const types = [...new Set(terms.map(({ type }) => type))];
    return json(200, Object.fromEntries(types.map((name) => [name, terms.filter(({ type }) => type === name).map(showTerm)]))); // prettier-ignore
  }
  if (first === 'getChildren') return json(200, terms.filter(({ parentId }) => parentId === second).map(showTerm));
  if (first === 'countries')
    return json(
      200,
      terms.filter(({ type }) => type === 'COUNTRY').map(({ id }) => id),
    );
  const term = terms.find(({ id }) => id === path);
  return term ? json(200, showTerm(term)) : problem(request, 404, `Vocabulary ${path} not found`);
}

function publicRoute(request: SandboxRequest, path: string): SandboxResponse {
  if (path === 'resources/ids') return byIds(request.url.searchParams);
  const [typeName = '', ...rest] = path.split('/');
  const type = TYPES[typeName];
  const id = rest.join('/');
  if (type === undefined || id === '' || rest.length > 3) return problem(request, 404, `No static resource ${path}.`);
  if (id === 'all' || id === 'search') return list(request, type, id);
  if (rest[0] === 'bundle') return problem(request, 403, 'Access Denied');
  if (type === 'interoperabilityRecord' && rest[0] === 'relatedResources')
    return json(200, followers[rest.slice(1).join('/')] ?? []);
  // An id's slash is not encoded (fact sheet 3.1): an encoded one is refused before it reaches a route.
  return id.includes('%2F') || id.includes('%2f') ? problem(request, 400, 'Bad Request') : single(request, type, id);
}

/** Answers a request below `/api`; `path` is what follows it, without its first slash. */
export function answerCatalogue(request: SandboxRequest, path: string): SandboxResponse {
  if (request.method !== 'GET') return problem(request, 405, `Method '${request.method}' is not supported.`);
  if (path.startsWith('public/')) return publicRoute(request, path.slice('public/'.length));
  if (path.startsWith('vocabulary/')) return vocabulary(request, path.slice('vocabulary/'.length));
  return problem(request, 404, `No static resource ${path}.`);
}
