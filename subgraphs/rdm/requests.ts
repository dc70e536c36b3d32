import type { UpstreamRequest } from '../../upstream/types.js';
import { fold } from '../common/text.js';

export const RDM_PLATFORM = 'GAKUNIN_RDM';
/** The request header with the caller's own token. */
export const TOKEN_HEADER = 'X-GakuNin-RDM-Token';
/** Fact sheet 4: a larger page is silently lowered to this. */
export const MAX_PAGE_SIZE = 100;

/** Where GakuNin RDM stands. */
export interface RdmServer {
  /** API v2. */
  readonly url: string;
  /** API v1, which has the registered metadata. */
  readonly webUrl: string;
  /** WaterButler, which has the files. */
  readonly filesUrl: string;
}

/** One page of a list. */
export interface ListPage {
  /** 1 is the first. */
  readonly page: number;
  readonly size: number;
}

/** What projects are looked for. */
export interface NodeCriteria {
  /** Whose: all that the caller may see, or those that the caller takes part in. */
  readonly of: 'all' | 'mine';
  /** A part of the title or description; null: everything. */
  readonly word: string | null;
  /** Null: both. */
  readonly public: boolean | null;
}

/**
 * The ids of nodes, users and registrations are opaque (fact sheet 3: five characters of a-z and 0-9 today, 24 hex digits
 * for other things): short, and nothing that could leave its place in a path.
 */
export function isGuid(text: string): boolean {
  return /^[a-z0-9]{5,24}$/.test(text);
}

/** The words of a query, phrases in quotes as one. */
function wordsOf(query: string | null): string[] {
  const words = [...(query ?? '').matchAll(/"([^"]+)"|([^\s"]+)/gu)].map(([, phrase, word]) => phrase ?? word ?? '');
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

/**
 * How a query is put to the platform, which compares one text with a part of the title or description (fact sheet 5): the longest word
 * is sent, the others are looked for in what comes back.
 */
export function queryPlan(query: string | null): { readonly word: string | null; readonly others: readonly string[] } {
  const words = wordsOf(query);
  const [word = null] = [...words].sort((one, other) => other.length - one.length);
  const others = words.filter((other) => other !== word).map(fold);
  return { word, others };
}

function encode(parameters: readonly (readonly [string, string])[]): string {
  return parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

function base(address: string): string {
  return address.replace(/\/+$/, '');
}

/** Answers that responses.ts reads itself: each says by its body what was refused (fact sheet 6). */
const REFUSALS: readonly number[] = [400, 401, 403, 404, 410];

function v2(
  path: string,
  parameters: readonly (readonly [string, string])[],
  kind: string,
  server: RdmServer,
): UpstreamRequest {
  const query = encode(parameters);
  return {
    platform: RDM_PLATFORM,
    method: 'GET',
    // A canonical address ends with a slash (fact sheet 1).
    url: `${base(server.url)}/${path}/${query === '' ? '' : `?${query}`}`,
    // Without this a browser's page may come (fact sheet 2); no version is asked for, so the shapes are those of 2.0.
    headers: { accept: 'application/vnd.api+json' },
    kind,
    accept: REFUSALS,
  };
}

function pageParameters({ page, size }: ListPage): [string, string][] {
  return [...(page === 1 ? [] : ([['page', String(page)]] as [string, string][])), ['page[size]', String(size)]];
}

/** Contributors come with the projects: names for the whole page without a request for each (the first ten of each project). */
const WITH_CONTRIBUTORS = ['embed', 'contributors'] as const;

/** One page of projects and components. */
export function nodesRequest(criteria: NodeCriteria, page: ListPage, server: RdmServer): UpstreamRequest {
  return v2(
    criteria.of === 'mine' ? 'users/me/nodes' : 'nodes',
    [
      ...(criteria.word === null ? [] : ([['filter[title,description]', criteria.word]] as const)),
      ...(criteria.public === null ? [] : ([['filter[public]', String(criteria.public)]] as const)),
      ...pageParameters(page),
      WITH_CONTRIBUTORS,
    ],
    'search',
    server,
  );
}

/** Many projects by id in one request; at most a page of them. */
export function nodesByIdRequest(guids: readonly string[], server: RdmServer): UpstreamRequest {
  const page = pageParameters({ page: 1, size: MAX_PAGE_SIZE });
  return v2('nodes', [['filter[id]', guids.join(',')], ...page, WITH_CONTRIBUTORS], 'node', server);
}

/** One project. */
export function nodeRequest(guid: string, server: RdmServer): UpstreamRequest {
  return v2(`nodes/${guid}`, [WITH_CONTRIBUTORS], 'node', server);
}

/** One page of a project's components, contributors, registrations or drafts. */
export function partsRequest(
  guid: string,
  part: 'children' | 'contributors' | 'registrations' | 'draft_registrations',
  page: number,
  server: RdmServer,
): UpstreamRequest {
  const parameters = pageParameters({ page, size: MAX_PAGE_SIZE });
  return v2(
    `nodes/${guid}/${part}`,
    part === 'children' ? [...parameters, WITH_CONTRIBUTORS] : parameters,
    part === 'children' || part === 'contributors' ? 'node' : 'metadata',
    server,
  );
}

/** The account behind the token. */
export function meRequest(server: RdmServer): UpstreamRequest {
  return v2('users/me', [], 'me', server);
}

/** The institutions of an account. */
export function institutionsRequest(user: string, server: RdmServer): UpstreamRequest {
  return v2(`users/${user}/institutions`, pageParameters({ page: 1, size: MAX_PAGE_SIZE }), 'me', server);
}

/** Whether a provider's name is one: lower-case letters and digits in every case known (fact sheet 9). */
export function isProvider(provider: string): boolean {
  return /^[a-z][a-z0-9]{0,39}$/.test(provider);
}

/** The storage that the platform itself keeps: its lists come from the platform's database. */
export const OWN_STORAGE = 'osfstorage';

/** A path within a storage, each step encoded; it begins and ends with a slash. */
function folderPath(path: string): string {
  // A path comes from a storage: a step upwards would lead out of it.
  const steps = path.split('/').filter((step) => !['', '.', '..'].includes(step));
  return steps.length === 0 ? '/' : `/${steps.map(encodeURIComponent).join('/')}/`;
}

/** One page of a folder of NII Storage; the slash at the end makes it a list (fact sheet 1). */
export function folderRequest(guid: string, path: string, page: number, server: RdmServer): UpstreamRequest {
  const folder = folderPath(path).replace(/\/$/, '');
  const parameters = pageParameters({ page, size: MAX_PAGE_SIZE });
  const request = v2(`nodes/${guid}/files/${OWN_STORAGE}${folder}`, parameters, 'files', server);
  return { ...request, accept: [...REFUSALS, 503] };
}

/**
 * A folder of any other storage, from WaterButler, which asks the storage each time: whole, or with a token for the rest
 * (fact sheet 12).
 */
export function storageRequest(
  guid: string,
  provider: string,
  path: string,
  next: string | null,
  server: RdmServer,
): UpstreamRequest {
  const query = next === null ? '' : `?${encode([['next_token', next]])}`;
  return {
    platform: RDM_PLATFORM,
    method: 'GET',
    url: `${base(server.filesUrl)}/resources/${guid}/providers/${provider}${folderPath(path)}${query}`,
    headers: { accept: 'application/json' },
    kind: 'files',
    accept: [...REFUSALS, 503],
  };
}

/** The metadata of all registered files of a project (API v1). A redirect leads to the login page (fact sheet 10). */
export function fileMetadataRequest(guid: string, server: RdmServer): UpstreamRequest {
  return {
    platform: RDM_PLATFORM,
    method: 'GET',
    url: `${base(server.webUrl)}/project/${guid}/metadata/project`,
    // With text/html an error comes as a page.
    headers: { accept: 'application/json' },
    kind: 'metadata',
    accept: [...REFUSALS, 302],
  };
}
