import type { UpstreamRequest } from '../../upstream/types.js';
import type { WorkSort } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import type { AccessRight } from '../common/record.js';
import { allWords, anyOf, searchExpression, type GraphVersion } from './query.js';

export type ProductType = 'publication' | 'dataset' | 'software' | 'other';

/** What narrows a list of products: every field narrows further, of a list any value may match. */
export interface ProductFilter {
  readonly ids?: readonly string[] | undefined;
  /** Bare identifiers: a resolver in front of one finds nothing (fact sheet 2.10 trap 4). */
  readonly pids?: readonly string[] | undefined;
  readonly types?: readonly ProductType[] | undefined;
  /** Labels of the copies of publications: Article, Thesis, … */
  readonly instanceTypes?: readonly string[] | undefined;
  /** YYYY-MM-DD, inclusive. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly accessRights?: readonly AccessRight[] | undefined;
  readonly author?: string | undefined;
  readonly orcid?: string | undefined;
  readonly publisher?: string | undefined;
  /** Version 3 alone. */
  readonly organizationName?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly ror?: string | undefined;
  /** EC, JSPS, … */
  readonly funderShortName?: string | undefined;
  readonly projectCodes?: readonly string[] | undefined;
  /** The OpenAIRE id of a project. */
  readonly projectId?: string | undefined;
  readonly communityId?: string | undefined;
  /** ISO 3166-1, two letters. */
  readonly country?: string | undefined;
  /** ISO 639-3; version 3 alone. */
  readonly languages?: readonly string[] | undefined;
}

/** What is searched for: the same on every page. */
export interface ProductCriteria {
  readonly query: string | null;
  readonly filter: ProductFilter;
  readonly sort: WorkSort;
}

/** Where the OpenAIRE Graph and the resource catalogue stand. */
export interface EoscServer {
  /** Without a version. */
  readonly graphUrl: string;
  readonly version: GraphVersion;
  readonly token: string | null;
  readonly catalogueUrl: string;
}

export const EOSC_PLATFORM = 'EOSC';
/** Fact sheet 2.2. */
export const MAX_PAGE = 100;
/** The cursor that begins a walk. Pages by number end at 10,000 records, cursors do not (fact sheet 2.4). */
export const FIRST_CURSOR = '*';

/** Version 3 has names of its own, never made from the others by a rule (fact sheet 2.1). */
const PRODUCTS: Readonly<Record<GraphVersion, string>> = {
  v1: 'v1/researchProducts',
  v2: 'v2/researchProducts',
  v3: 'v3/research-products',
};

const RIGHTS: Readonly<Record<AccessRight, Readonly<{ old: readonly string[]; v3: readonly string[] }>>> = {
  OPEN: { old: ['OPEN', 'OPEN SOURCE'], v3: ['Open Access', 'Open Source'] },
  EMBARGOED: { old: ['EMBARGO'], v3: ['Embargo'] },
  RESTRICTED: { old: ['RESTRICTED'], v3: ['Restricted'] },
  METADATA_ONLY: { old: ['CLOSED'], v3: ['Closed Access'] },
  UNKNOWN: { old: ['UNKNOWN'], v3: ['Unknown'] },
};

const SORTS: Readonly<Record<WorkSort, string | null>> = {
  // The platform's own order; the direction is part of the others (fact sheet 2.2).
  RELEVANCE: null,
  NEWEST: 'publicationDate DESC',
  OLDEST: 'publicationDate ASC',
};

type Parameter = readonly [name: string, value: string];

function onlyInV3(name: string, value: readonly string[] | undefined, version: GraphVersion): readonly string[] {
  if (value !== undefined && value.length > 0 && version !== 'v3') {
    throw new BadUserInput(`OpenAIRE Graph ${version} cannot narrow by ${name}: leave it out, or use version 3.`);
  }
  return value ?? [];
}

function filterParameters(filter: ProductFilter, version: GraphVersion): Parameter[] {
  const isV3 = version === 'v3';
  const rights = (filter.accessRights ?? []).flatMap((right) => RIGHTS[right][isV3 ? 'v3' : 'old']);
  const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
  const listed: readonly (readonly [string, readonly string[]])[] = [
    ['id', filter.ids ?? []],
    ['pid', filter.pids ?? []],
    ['type', filter.types ?? []],
    ['instanceType', filter.instanceTypes ?? []],
    [isV3 ? 'accessRightLabel' : 'bestOpenAccessRightLabel', rights],
    [isV3 ? 'authorId' : 'authorOrcid', one(filter.orcid)],
    ['publisher', one(filter.publisher)],
    ['relOrganizationId', one(filter.organizationId)],
    ['rorId', one(filter.ror)],
    ['relProjectFundingShortName', one(filter.funderShortName)],
    ['relProjectCode', filter.projectCodes ?? []],
    ['relProjectId', one(filter.projectId)],
    ['relCommunityId', one(filter.communityId)],
    ['countryCode', one(filter.country)],
    ['language', onlyInV3('language', filter.languages, version)],
    ['relOrganization', onlyInV3('the name of an organisation', filter.organizationName === undefined ? undefined : [filter.organizationName], version)],
  ]; // prettier-ignore
  return [
    ...listed.flatMap(([name, values]) => anyOf(values, version).map((value): Parameter => [name, value])),
    ...(filter.author === undefined ? [] : [['authorFullName', allWords(filter.author, version)] as const]),
    ...(filter.from === undefined ? [] : [['fromPublicationDate', filter.from] as const]),
    ...(filter.until === undefined ? [] : [['toPublicationDate', filter.until] as const]),
  ];
}

function encode(parameters: readonly Parameter[]): string {
  return parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/**
 * One page of products, by cursor. `kind` tells a search from a look-up by ids, for the cache.
 * @throws BadUserInput where this version of the Graph could not apply what is asked.
 */
export function productsRequest(
  criteria: ProductCriteria,
  page: { readonly cursor: string; readonly size: number },
  server: EoscServer,
): UpstreamRequest {
  const words = searchExpression(criteria.query ?? '', server.version);
  const sort = SORTS[criteria.sort];
  // An unknown name is refused with 400 (fact sheet 2.2): only what this version knows is sent.
  const query = encode([
    ...(words === '' ? [] : [['search', words] as const]),
    ...filterParameters(criteria.filter, server.version),
    ...(sort === null ? [] : [['sortBy', sort] as const]),
    ['pageSize', String(Math.min(Math.max(page.size, 1), MAX_PAGE))],
    ['cursor', page.cursor],
  ]);
  return {
    platform: EOSC_PLATFORM,
    method: 'GET',
    url: `${server.graphUrl}/${PRODUCTS[server.version]}?${query}`,
    headers: {
      accept: 'application/json',
      ...(server.token === null ? {} : { authorization: `Bearer ${server.token}` }),
    },
    kind: criteria.filter.ids === undefined && criteria.filter.pids === undefined ? 'search' : 'detail',
    // With a token 403 says that the token is none (fact sheet 2.6).
    ...(server.token === null ? {} : { accept: [403] }),
  };
}
