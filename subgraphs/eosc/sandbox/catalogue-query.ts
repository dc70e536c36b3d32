/** The catalogue's parser of parameters, with all that it does to values (fact sheet 3.2). */
import type { CatalogueRecord } from './services.js';
import { indexed, mentions } from './expression.js';
import { labelOf } from './vocabulary.js';
import type { Json, JsonObject } from './entity.js';

/** Index fields: their labels, and where their values stand in each profile. */
const FIELDS: Readonly<Record<string, { readonly label: string; readonly paths: readonly string[] }>> = {
  resource_internal_id: { label: 'Id', paths: ['id'] },
  catalogue_id: { label: 'Catalogue ID', paths: ['catalogueId'] },
  name: { label: 'Service Name', paths: ['name'] },
  description: { label: 'Description', paths: ['description'] },
  node: { label: 'Node', paths: ['nodePID', 'node'] },
  type: { label: 'Type', paths: ['type'] },
  resource_owner: { label: 'Resource Owner', paths: ['resourceOwner', 'resourceOrganisation'] },
  service_providers: { label: 'Service Provider', paths: ['serviceProviders', 'resourceProviders'] },
  scientific_domains: { label: 'Scientific Domain', paths: ['scientificDomains.scientificDomain'] },
  scientific_subdomains: { label: 'Scientific Subdomain', paths: ['scientificDomains.scientificSubdomain'] },
  categories: { label: 'Category', paths: ['categories.category'] },
  subcategories: { label: 'Subcategory', paths: ['categories.subcategory'] },
  tags: { label: 'Tag', paths: ['tags'] },
  accessTypes: { label: 'Access Type', paths: ['accessTypes'] },
  jurisdiction: { label: 'Jurisdiction', paths: ['jurisdiction'] },
  trl: { label: 'TRL', paths: ['trl'] },
  order_type: { label: 'Order Type', paths: ['orderType'] },
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !isList(value);

function textsAt(value: Json | undefined, path: readonly string[]): string[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap((item) => textsAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' && value !== '' ? [value] : [];
  return isObject(value) ? textsAt(value[name], rest) : [];
}

/** The values of an index field; a field that the index lacks has none. */
export function valuesOf({ record }: CatalogueRecord, field: string): string[] {
  return (FIELDS[field]?.paths ?? []).flatMap((path) => textsAt(record, path.split('.')));
}

export interface CatalogueQuery {
  readonly keyword: string;
  readonly from: number;
  readonly quantity: number;
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
  readonly browseBy: readonly string[];
  readonly suspended: boolean;
  readonly filters: readonly { readonly field: string; readonly values: readonly string[] }[];
}

const OWN = ['keyword', 'from', 'quantity', 'sort', 'order', 'browseBy', 'suspended', 'catalogue', 'catalogue_id', 'active']; // prettier-ignore
const MAX_QUANTITY = 10_000;

/** Decoded once more, brackets taken out, parted at commas. */
function filterValues(raw: string): string[] {
  let value = raw;
  try {
    value = decodeURIComponent(raw.replace(/\+/g, ' '));
  } catch {
    value = raw;
  }
  return value.replace(/[[\]]/g, '').split(',');
}

function sortOf(parameters: URLSearchParams): CatalogueQuery['sort'] | string {
  const fields = parameters.getAll('sort');
  const orders = parameters.getAll('order');
  if (fields.length !== orders.length) return 'sort and order fields must be 1-1';
  if (!orders.every((order) => order === 'asc' || order === 'desc')) return 'Unsupported order by type';
  return fields.map((field, index) => ({ field, descending: orders[index] === 'desc' }));
}

/** Reads the parameters of a list, or says why they are refused. */
export function readCatalogueQuery(parameters: URLSearchParams): CatalogueQuery | string {
  const number = (name: string, fallback: number): number => {
    const text = parameters.get(name);
    return text === null ? fallback : /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  };
  const [from, quantity] = [number('from', 0), number('quantity', 10)];
  if (Number.isNaN(from) || Number.isNaN(quantity)) return 'Invalid number';
  if (quantity > MAX_QUANTITY) return `Quantity should be up to ${String(MAX_QUANTITY)}.`;
  if (quantity < 0) return 'Quantity cannot be negative.';
  const sort = sortOf(parameters);
  if (typeof sort === 'string') return sort;
  const catalogue = parameters.get('catalogue_id') ?? parameters.get('catalogue');
  const others = [...new Set(parameters.keys())].filter((name) => !OWN.includes(name));
  return {
    keyword: parameters.get('keyword') ?? '',
    from,
    quantity,
    sort,
    browseBy: parameters.getAll('browseBy'),
    suspended: parameters.get('suspended') === 'true',
    filters: [
      ...(catalogue === null || catalogue === 'all' ? [] : [{ field: 'catalogue_id', values: [catalogue] }]),
      ...others.map((field) => ({ field, values: parameters.getAll(field).flatMap(filterValues) })),
    ],
  };
}

/** The records that fit; only active ones, ever. */
export function findRecords(records: readonly CatalogueRecord[], query: CatalogueQuery): CatalogueRecord[] {
  const hits = records.filter((record) => {
    if (!record.active || record.suspended !== query.suspended) return false;
    const text = indexed(['name', 'description', 'tags'].flatMap((field) => valuesOf(record, field)).join(' '));
    if (!mentions(text, query.keyword, false)) return false;
    return query.filters.every(({ field, values }) => {
      const own = valuesOf(record, field);
      return values.some((value) => own.includes(value));
    });
  });
  const [order] = query.sort;
  if (!order) return hits;
  const key = (record: CatalogueRecord): string => valuesOf(record, order.field)[0] ?? '';
  return hits.sort((one, other) => key(one).localeCompare(key(other), 'en') * (order.descending ? -1 : 1));
}

/** Counts by field, the least frequent value first (fact sheet 3.3). */
export function facetsOf(hits: readonly CatalogueRecord[], fields: readonly string[]): JsonObject[] {
  return fields.map((field) => {
    const counts = new Map<string, number>();
    for (const hit of hits) for (const value of valuesOf(hit, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts].sort(([, one], [, other]) => one - other);
    return {
      field,
      label: FIELDS[field]?.label ?? field,
      values: values.map(([value, count]) => ({ value, label: labelOf(value), count })),
    };
  });
}
