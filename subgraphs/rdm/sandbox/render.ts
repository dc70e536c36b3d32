/** From a view to the document that is sent: sparse fields, embeds, counts, pages, `meta.version` (fact sheet 3 to 5). Pure. */
import type { Context } from './context.js';
import {
  badParameter,
  failure,
  type ErrorView,
  type Json,
  type JsonObject,
  type Resource,
  type View,
} from './jsonapi.js';
import { paginate } from './paging.js';

/** Follows a link of the API with the caller's rights. */
export type Follow = (href: string) => View;

interface Wishes {
  readonly embed: readonly string[];
  readonly counts: readonly string[] | 'all' | 'none';
  readonly follow: Follow;
}

const NOTHING: Wishes = { embed: [], counts: 'none', follow: () => failure(404, 'Not found.') };
/** Relationships that are left out where they lead nowhere, and may be asked for all the same. */
const MAY_BE_EMPTY = ['parent', 'license', 'forked_from', 'template_node', 'wikis', 'node'];

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a relationship leads; null for an empty one. */
function hrefOf(relationship: JsonObject | undefined): string | null {
  const links = relationship?.links;
  const target = isObject(links) ? links.related : undefined;
  return isObject(target) && typeof target.href === 'string' ? target.href : null;
}

function withCount(relationship: JsonObject, count: number): JsonObject {
  const { links } = relationship;
  if (!isObject(links) || !isObject(links.related)) return relationship;
  const meta = isObject(links.related.meta) ? links.related.meta : {};
  return { ...relationship, links: { ...links, related: { ...links.related, meta: { ...meta, count } } } };
}

/** `fields[type]=a,b`: what is left of attributes or relationships. */
function sparse<Value>(values: Readonly<Record<string, Value>>, wanted: string | null): Record<string, Value> {
  const names = wanted?.split(',').map((name) => name.trim());
  return Object.fromEntries(Object.entries(values).filter(([name]) => names === undefined || names.includes(name)));
}

/** An embedded document: the first page of a list, a resource, or the error that stood in the way. Counts are not computed inside. */
function embedded(view: View, context: Context): JsonObject {
  const inner = { ...context, parameters: new URLSearchParams() };
  switch (view.kind) {
    case 'one':
      return { data: renderResource(view.resource, inner) };
    case 'list': {
      const page = paginate(view, { address: '', parameters: inner.parameters, minor: context.minor });
      return {
        data: (page?.rows ?? []).map((row) => renderResource(row(), inner)),
        links: page?.links ?? {},
        ...(context.minor < 1 ? {} : { meta: page?.meta ?? {} }),
      };
    }
    case 'error':
      return { errors: view.errors };
    case 'wait':
      return embedded(view.then, context);
    case 'document':
    case 'text':
      return {};
  }
}

/** A list that was followed links to its own pages, not to the request's. */
function embeddedAt(href: string, view: View, context: Context): JsonObject {
  const document = embedded(view, context);
  const { links } = document;
  if (view.kind !== 'list' || !isObject(links)) return document;
  const address = href.split('?')[0] ?? href;
  const absolute = (value: Json): Json => (typeof value === 'string' ? `${address}${value}` : value);
  return {
    ...document,
    links: Object.fromEntries(Object.entries(links).map(([name, value]) => [name, absolute(value)])),
  };
}

/** A resource as it is sent. */
export function renderResource(resource: Resource, context: Context, wishes: Wishes = NOTHING): JsonObject {
  const wanted = context.parameters.get(`fields[${resource.type}]`);
  const counted = Object.entries(resource.relationships).map(([name, relationship]): [string, JsonObject] => {
    const href = hrefOf(relationship);
    if (href === null || wishes.counts === 'none' || (wishes.counts !== 'all' && !wishes.counts.includes(name)))
      return [name, relationship];
    const view = 'data' in relationship ? null : wishes.follow(href);
    return [name, view?.kind === 'list' ? withCount(relationship, view.rows.length) : relationship];
  });
  const own = Object.entries(resource.embeds ?? {}).map(([name, view]) => [name, embedded(view, context)] as const);
  const asked = wishes.embed.flatMap((name) => {
    const href = hrefOf(resource.relationships[name]);
    return href === null || resource.embeds?.[name]
      ? []
      : [[name, embeddedAt(href, wishes.follow(href), context)] as const];
  });
  const embeds = [...own, ...asked];
  return {
    id: resource.id,
    type: resource.type,
    attributes: sparse(resource.attributes, wanted),
    relationships: sparse(Object.fromEntries(counted), wanted),
    ...(embeds.length > 0 ? { embeds: Object.fromEntries(embeds) } : {}),
    links: resource.links,
  };
}

/** What `embed` and `related_counts` ask for, checked against what a resource of the answer can give. */
function wishesFor(sample: Resource | undefined, context: Context, follow: Follow): Wishes | ErrorView {
  const { parameters } = context;
  const known = [...Object.keys(sample?.relationships ?? {}), ...MAY_BE_EMPTY];
  const embed = [...parameters.getAll('embed'), ...parameters.getAll('embed[]')].flatMap((value) => value.split(','));
  const unknown = embed.filter((name) => sample !== undefined && !known.includes(name));
  if (unknown.length > 0)
    return badParameter('embed', `The following fields are not embeddable: ${unknown.join(', ')}`);
  const counts = parameters.get('related_counts');
  if (counts === null || counts === 'false') return { embed, counts: 'none', follow };
  if (counts === 'true') return { embed, counts: 'all', follow };
  const names = counts.split(',');
  if (sample !== undefined && names.some((name) => !known.includes(name)))
    return badParameter(
      'related_counts',
      `Acceptable values for the related_counts query param are 'true', 'false', or any of the relationship fields; got '${counts}'`,
    );
  return { embed, counts: names, follow };
}

/** A document to be sent, without `meta.version`. */
export type Rendered = { readonly body: JsonObject; readonly meta: JsonObject } | ErrorView;

/** Renders a resource or a list at its address. `endless` pages it without an end. */
export function render(
  view: Extract<View, { kind: 'one' | 'list' }>,
  address: string,
  context: Context,
  follow: Follow,
  endless: boolean,
): Rendered {
  if (view.kind === 'one') {
    const wishes = wishesFor(view.resource, context, follow);
    return 'kind' in wishes
      ? wishes
      : { body: { data: renderResource(view.resource, context, wishes) }, meta: view.meta ?? {} };
  }
  const page = paginate(view, { address, parameters: context.parameters, minor: context.minor }, endless);
  if (!page) return failure(404, 'Invalid page.');
  const resources = page.rows.map((row) => row());
  const wishes = wishesFor(resources[0], context, follow);
  if ('kind' in wishes) return wishes;
  return {
    body: { data: resources.map((resource) => renderResource(resource, context, wishes)), links: page.links },
    meta: page.meta,
  };
}
