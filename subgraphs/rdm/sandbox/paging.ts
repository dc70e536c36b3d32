import type { JsonObject, Resource, View } from './jsonapi.js';

const DEFAULT_SIZE = 10;
const MAX_SIZE = 100;
/** Told by a list that pages without an end. */
const ENDLESS_TOTAL = 110_265;

/** `page[size]` after its silent corrections: too large becomes 100, what is no natural number 10 (fact sheet 4). */
export function pageSize(text: string | null): number {
  return text !== null && /^\d+$/.test(text) && Number(text) > 0 ? Math.min(Number(text), MAX_SIZE) : DEFAULT_SIZE;
}

/** The page asked for, counted from 1; null where there is no such page. The first page of an empty list exists. */
export function pageNumber(text: string | null, pages: number): number | null {
  if (text === null || text === '') return 1;
  if (text === 'last') return pages;
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= pages ? Number(text) : null;
}

/** A page's address: the request's own with everything kept but `_`; page 1 has no `page`. */
function pageUrl(address: string, parameters: URLSearchParams, page: number): string {
  const query = new URLSearchParams(parameters);
  query.delete('_');
  query.delete('page');
  if (page > 1) query.append('page', String(page));
  const text = query.toString();
  return text === '' ? address : `${address}?${text}`;
}

export interface Page {
  readonly rows: readonly (() => Resource)[];
  /** `links` of the document, the totals within before 2.1. */
  readonly links: JsonObject;
  /** Totals for the document's `meta`, since 2.1. */
  readonly meta: JsonObject;
}

/**
 * One page of a list. `first` and `prev` are null on the first page, `last` and `next` on the last: a list of one page has
 * four nulls (fact sheet 4). `endless` turns the rows round and round. Null: there is no such page.
 */
export function paginate(
  list: Extract<View, { kind: 'list' }>,
  request: { readonly address: string; readonly parameters: URLSearchParams; readonly minor: number },
  endless = false,
): Page | null {
  const { address, parameters, minor } = request;
  const size = list.fixedPageSize ?? pageSize(parameters.get('page[size]'));
  const total = endless ? ENDLESS_TOTAL : list.rows.length;
  const pages = endless ? Number.MAX_SAFE_INTEGER : Math.max(1, Math.ceil(total / size));
  const page = pageNumber(parameters.get('page'), pages);
  if (page === null) return null;
  const from = (page - 1) * size;
  const rows =
    endless && list.rows.length > 0
      ? Array.from({ length: size }, (_, index) => list.rows[(from + index) % list.rows.length])
      : list.rows.slice(from, from + size);
  const url = (number: number): string => pageUrl(address, parameters, number);
  const links = {
    first: page > 1 ? url(1) : null,
    last: page < pages ? url(pages) : null,
    prev: page > 1 ? url(page - 1) : null,
    next: page < pages ? url(page + 1) : null,
  };
  const totals = { total, per_page: size, ...list.meta };
  return {
    rows: rows.filter((row) => row !== undefined),
    links: minor < 1 ? { ...links, meta: totals } : { self: url(page), ...links },
    meta: minor < 1 ? {} : totals,
  };
}
