/** The documents of API v2: what a resource object, a list and an error look like (fact sheet 3). Pure. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A resource object. The renderer adds `embeds`, and takes away what `fields[]` does not ask for. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly attributes: JsonObject;
  readonly relationships: Readonly<Record<string, JsonObject>>;
  /** What this resource embeds without being asked: relationship name -> its document. */
  readonly embeds?: Readonly<Record<string, View>>;
  readonly links: JsonObject;
}

export interface ErrorView {
  readonly kind: 'error';
  readonly status: number;
  readonly errors: readonly JsonObject[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What a path of API v2 answers with, before paging, embedding and versions of the envelope. */
export type View =
  | ErrorView
  | { readonly kind: 'one'; readonly resource: Resource; readonly meta?: JsonObject }
  | {
      readonly kind: 'list';
      readonly rows: readonly (() => Resource)[];
      /** Beside total and per_page: total_bibliographic. */
      readonly meta?: JsonObject;
      /** Largest page, where it is not the usual 100; the page size parameter is then ignored. */
      readonly fixedPageSize?: number;
    }
  /** A document of its own kind: the root, a wiki's text. */
  | { readonly kind: 'document'; readonly body: JsonObject }
  | { readonly kind: 'text'; readonly contentType: string; readonly body: string }
  | { readonly kind: 'wait'; readonly milliseconds: number; readonly then: View };

/** An error of Django REST Framework: nothing but a detail. */
export function failure(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): ErrorView {
  return { kind: 'error', status, errors: [{ detail }], headers };
}

/** An error of GRDM's own exceptions: source and meta are there even when they say nothing. */
export function exception(status: number, detail: string, source: JsonObject = {}, meta: JsonObject = {}): ErrorView {
  return { kind: 'error', status, errors: [{ source, detail, meta }], headers: {} };
}

export function badParameter(parameter: string, detail: string): ErrorView {
  return exception(400, detail, { parameter });
}

export const notFound = (): ErrorView => failure(404, 'Not found.');
export const forbidden = (): ErrorView => failure(403, 'You do not have permission to perform this action.');
export const unauthenticated = (): ErrorView =>
  failure(401, 'Authentication credentials were not provided.', {
    'WWW-Authenticate': 'Documentation realm="api"',
  });

/** `links.related` (and `links.self` of editable relationships), always wrapped. */
export function related(href: string, self: string | null = null): JsonObject {
  return { links: { related: { href, meta: {} }, ...(self === null ? {} : { self: { href: self, meta: {} } }) } };
}

/** A to-one relationship that resolves to one object. */
export function toOne(href: string, type: string, id: string): JsonObject {
  return { ...related(href), data: { id, type } };
}

/** An empty to-one relationship: left out before 2.9. */
export function emptyToOne(name: string, minor: number): Readonly<Record<string, JsonObject>> {
  return minor < 9 ? {} : { [name]: { data: null } };
}

/** A date as versions print it: naive before 2.2 with microseconds only where there are any, six digits and Z since. */
export function date(utc: string, minor: number): string {
  return minor < 2 ? utc.replace(/\.000000$/, '') : `${utc}Z`;
}

/** A file's date: always with Z. The version test there compares texts, so that 2.10 to 2.19 count as older than 2.2. */
export function fileDate(utc: string, minor: number): string {
  return `2.${String(minor)}` >= '2.2' ? `${utc}Z` : `${utc.replace(/\.000000$/, '')}Z`;
}

/** Resource types whose spelling changed with 2.18. */
export function typeName(
  name: 'draft-registrations' | 'file-versions' | 'registration-schemas',
  minor: number,
): string {
  return minor < 18 ? name.replace('-', '_') : name;
}
