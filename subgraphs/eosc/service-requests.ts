import type { UpstreamRequest } from '../../upstream/types.js';
import { EOSC_PLATFORM, type EoscServer } from './requests.js';

/** Fact sheet 3.2: more are refused. Far less is read at once here. */
export const SERVICE_WINDOW = 10_000;

/** Index fields by which the catalogue counts (fact sheet 3.2); they are not the names of the records' own fields. */
export const FACET_FIELDS = {
  SCIENTIFIC_DOMAIN: 'scientific_domains',
  CATEGORY: 'categories',
  TRL: 'trl',
  NODE: 'node',
  TAG: 'tags',
} as const;
export type ServiceFacetField = keyof typeof FACET_FIELDS;

export interface ServiceSearch {
  readonly query: string | null;
  /** Hits to skip. */
  readonly from: number;
  readonly quantity: number;
  readonly facets: readonly ServiceFacetField[];
}

/** The path of an id. Its slash stays as it is (fact sheet 3.1); each part is taken by form, so that none can lead elsewhere. */
function pathOf(id: string): string | null {
  const parts = id.split('/');
  const fit = parts.length <= 2 && parts.every((part) => /^[\w.:~-]{1,200}$/.test(part) && !/^\.+$/.test(part));
  return fit ? parts.join('/') : null;
}

/** Whether a text has the form of a service's id: 10.1234/service, or, from the older profile, a name without a slash. */
export function isServiceId(id: string): boolean {
  return pathOf(id) !== null;
}

function request(path: string, server: EoscServer, accept: readonly number[] = []): UpstreamRequest {
  return {
    platform: EOSC_PLATFORM,
    method: 'GET',
    url: `${server.catalogueUrl}/${path}`,
    headers: { accept: 'application/json' },
    kind: 'services',
    ...(accept.length === 0 ? {} : { accept }),
  };
}

/** One page of services. The word is `keyword`: a `query`, as the documentation has it, would be a filter on a field of that name. */
export function servicesRequest(search: ServiceSearch, server: EoscServer): UpstreamRequest {
  const words = (search.query ?? '').trim();
  const parameters = [
    ...(words === '' ? [] : [`keyword=${encodeURIComponent(words)}`]),
    `from=${String(search.from)}`,
    `quantity=${String(search.quantity)}`,
    ...search.facets.map((facet) => `browseBy=${FACET_FIELDS[facet]}`),
  ];
  return request(`public/service/${words === '' ? 'all' : 'search'}?${parameters.join('&')}`, server);
}

/** One service. 404: not known; 403: known and not active (fact sheet 3.1). `id` is one that `isServiceId` takes. */
export function serviceRequest(id: string, server: EoscServer): UpstreamRequest {
  return request(`public/service/${pathOf(id) ?? ''}`, server, [403, 404]);
}
