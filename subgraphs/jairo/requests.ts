import type { UpstreamRequest } from '../../upstream/types.js';
import type { OaiVerb } from '../common/oai-pmh/envelope.js';

/** The platform's code in the API. */
export const PLATFORM = 'JAIRO_CLOUD';

/** A lifetime of the policy's `freshMs` (platform.ts). `absent`: a record that was not there when it was asked for. */
export type RequestKind = 'search' | 'record' | 'absent' | 'list' | 'identify';

/** Arguments of OAI-PMH beside the verb, under the protocol's own names. */
export interface OaiArguments {
  readonly metadataPrefix?: string;
  readonly identifier?: string;
  readonly set?: string;
  /** RFC 3339, UTC. */
  readonly from?: string;
  readonly until?: string;
}

/** Longer URLs are refused by front ends; a resumption token embeds an Elasticsearch scroll id (fact sheet 2.6, 9.3). */
const MAX_URL = 2_000;

/**
 * 422 carries the protocol's errors (fact sheet 2.8). A 400 is not accepted: on a well-formed request it is a hiccup of the
 * front end that all hosts share (fact sheet 1), which the policy has tried again.
 */
const ACCEPTED = [422] as const;

/** ListRecords of 100 records takes tens of seconds (fact sheet 2.6). */
const LIST_TIMEOUT_MS = 60_000;

function oai(base: string, parameters: URLSearchParams, kind: RequestKind): UpstreamRequest {
  const url = `${base}/oai`;
  const query = parameters.toString();
  const common = {
    platform: PLATFORM,
    kind,
    accept: ACCEPTED,
    ...(kind === 'list' ? { timeoutMs: LIST_TIMEOUT_MS } : {}),
  };
  if (url.length + 1 + query.length <= MAX_URL) return { ...common, method: 'GET', url: `${url}?${query}` };
  return {
    ...common,
    method: 'POST',
    safe: true,
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: query,
  };
}

/** An OAI-PMH request to a repository by its base URL (no slash at its end). */
export function oaiRequest(base: string, verb: OaiVerb, args: OaiArguments, kind: RequestKind): UpstreamRequest {
  const parameters = new URLSearchParams({ verb });
  for (const name of ['metadataPrefix', 'identifier', 'set', 'from', 'until'] as const) {
    const value = args[name];
    if (value !== undefined) parameters.set(name, value);
  }
  return oai(base, parameters, kind);
}

/**
 * The next page of a list: beside the token nothing may be sent (fact sheet 2.6: "You have passed
 * too many arguments."). Never tried again by itself: a repeated token moves the list on, and 100 records are lost (2.6).
 */
export function oaiContinuation(base: string, verb: OaiVerb, token: string, kind: RequestKind): UpstreamRequest {
  return { ...oai(base, new URLSearchParams({ verb, resumptionToken: token }), kind), once: true };
}

/**
 * `until` as a repository has to be told it: at midnight it would be stretched to the day's end (fact sheet 2.4), a second
 * later it stays what it is.
 */
export function untilArgument(until: string): string {
  return until.replace(/T00:00:00Z$/, 'T00:00:01Z');
}

/**
 * A keyword search at one repository, 1-based page. The parameter is `keyword`: `q` is the id of an index there (fact sheet
 * 4.3.1). Page and size are explicit (4.3.5), and Accept must be anything (4.3.6: otherwise 406).
 */
export function hostSearchRequest(base: string, keyword: string | null, page: number, size: number): UpstreamRequest {
  const parameters = new URLSearchParams({ format: 'jpcoar' });
  if (keyword !== null) parameters.set('keyword', keyword);
  parameters.set('page', String(page));
  parameters.set('size', String(size));
  return {
    platform: PLATFORM,
    method: 'GET',
    url: `${base}/api/opensearch/search?${parameters.toString()}`,
    headers: { accept: '*/*' },
    kind: 'search',
  };
}

/** A look-up of a record by its DOI at one repository (fact sheet 4.1: `id` with `id_attr`). */
export function hostLookUpRequest(base: string, doi: string): UpstreamRequest {
  const parameters = new URLSearchParams({ format: 'jpcoar', id: doi, id_attr: 'DOI', page: '1', size: '5' });
  return {
    platform: PLATFORM,
    method: 'GET',
    url: `${base}/api/opensearch/search?${parameters.toString()}`,
    headers: { accept: '*/*' },
    kind: 'search',
  };
}

/** What IRDB can search by itself: words everywhere, and in the fields of an author's name and identifier and a publisher's name. */
export interface IrdbQuery {
  readonly q: string | null;
  readonly author?: string | undefined;
  /** ORCID iD, NRID or e-Rad number, bare. */
  readonly authorId?: string | undefined;
  readonly publisher?: string | undefined;
}

/** IRDB knows three page sizes and takes 20 for any other (fact sheet 8): the smallest that holds as many hits as wanted. */
export function irdbCount(first: number): 20 | 50 | 100 {
  return first <= 20 ? 20 : first <= 50 ? 50 : 100;
}

/** A search over all repositories. `start` is 1-based. Atom, since it is the richer format (fact sheet 8). */
export function irdbRequest(base: string, query: IrdbQuery, start: number, count: 20 | 50 | 100): UpstreamRequest {
  const parameters = new URLSearchParams();
  if (query.q !== null) parameters.set('q', query.q);
  if (query.author !== undefined) parameters.set('author', query.author);
  if (query.authorId !== undefined) parameters.set('authorid', query.authorId);
  if (query.publisher !== undefined) parameters.set('publisher', query.publisher);
  parameters.set('count', String(count));
  parameters.set('start', String(start));
  parameters.set('format', 'atom');
  return {
    platform: PLATFORM,
    method: 'GET',
    url: `${base}/opensearch/search?${parameters.toString()}`,
    kind: 'search',
  };
}
