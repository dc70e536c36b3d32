/** Projects and components of API v2 (fact sheet 9, nodes). */
import { hash } from '../../../sandbox/world/ids.js';
import { accountOf, type Account } from '../fixtures/accounts.js';
import { objectId } from '../fixtures/ids.js';
import { nodes, type SandboxNode } from '../fixtures/nodes.js';
import { canRead, permissionOn } from './access.js';
import { api, isError, WEB, type Context } from './context.js';
import { filtered, sorted, type FilterFields } from './filter.js';
import { date, emptyToOne, related, toOne, type Json, type JsonObject, type Resource, type View } from './jsonapi.js';

/** Under which id a licence is listed (sandbox-reference.ts). */
export function licenceId(name: string): string {
  return objectId(`licence/${name}`);
}

const PERMISSIONS = { admin: ['admin', 'write', 'read'], write: ['write', 'read'], read: ['read'] } as const;

function permissions(node: SandboxNode, context: Context): readonly string[] {
  const own = permissionOn(node, context.caller);
  return own === null ? (context.minor < 11 ? ['read'] : []) : PERMISSIONS[own];
}

/** The attributes that nodes and registrations share. */
export function nodeAttributes(node: SandboxNode, context: Context): JsonObject {
  const { minor, caller } = context;
  const own = permissionOn(node, caller);
  const licence: Json =
    node.licence === null ? null : { copyright_holders: node.licence.holders, year: node.licence.year };
  return {
    title: node.title,
    description: node.description,
    category: node.category,
    custom_citation: '',
    date_created: date(node.created, minor),
    date_modified: date(node.modified, minor),
    registration: false,
    preprint: false,
    fork: false,
    collection: false,
    tags: node.tags,
    ...(minor <= 8 ? { access_requests_enabled: true } : {}),
    node_license: licence,
    ...(caller === null || own === 'admin' ? { analytics_key: objectId(`analytics/${node.key}`) } : {}),
    current_user_can_comment: own !== null,
    current_user_permissions: permissions(node, context),
    current_user_is_contributor: own !== null,
    current_user_is_contributor_or_group_member: own !== null,
    wiki_enabled: node.award !== null,
    public: node.public,
    subjects: [],
    quota_rate: (hash(`${node.key}/quota`) % 950) / 1000,
    quota_threshold: 0.9,
  };
}

/** Lists that a node has in name only here: their addresses answer with nothing in them. */
export const EMPTY_LISTS = [
  'comments', 'implicit_contributors', 'forks', 'groups', 'node_links', 'linked_by_nodes', 'linked_by_registrations', 'identifiers', 'linked_nodes',
  'linked_registrations', 'view_only_links', 'preprints', 'subjects',
]; // prettier-ignore

export function nodeRelationships(node: SandboxNode, context: Context): Resource['relationships'] {
  const { minor } = context;
  const self = api(context, `nodes/${node.guid}/`);
  const list = (name: string): JsonObject => related(`${self}${name}/`);
  const one = (guid: string): JsonObject => toOne(api(context, `nodes/${guid}/`), 'nodes', guid);
  const creator = accountOf(node.contributors[0]?.account ?? '');
  return {
    ...(node.licence === null
      ? emptyToOne('license', minor)
      : {
          license: toOne(
            api(context, `licenses/${licenceId(node.licence.name)}/`),
            'licenses',
            licenceId(node.licence.name),
          ),
        }),
    creator: toOne(api(context, `users/${creator.guid}/`), 'users', creator.guid),
    children: list('children'),
    comments: related(`${self}comments/?filter%5Btarget%5D=${node.guid}`),
    contributors: list('contributors'),
    bibliographic_contributors: list('bibliographic_contributors'),
    implicit_contributors: list('implicit_contributors'),
    files: list('files'),
    addons: list('addons'),
    settings: list('settings'),
    ...(minor >= 8 && node.award === null ? {} : { wikis: list('wikis') }),
    ...emptyToOne('forked_from', minor),
    ...emptyToOne('template_node', minor),
    forks: list('forks'),
    groups: list('groups'),
    ...(minor === 0 ? { node_links: list('node_links') } : {}),
    linked_by_nodes: list('linked_by_nodes'),
    linked_by_registrations: list('linked_by_registrations'),
    ...(node.parent === null ? emptyToOne('parent', minor) : { parent: one(node.parent) }),
    identifiers: list('identifiers'),
    affiliated_institutions: related(`${self}institutions/`, `${self}relationships/institutions/`),
    draft_registrations: list('draft_registrations'),
    registrations: list('registrations'),
    region: toOne(api(context, 'regions/us/'), 'regions', 'us'),
    root: one(node.root),
    logs: list('logs'),
    linked_nodes: related(`${self}linked_nodes/`, `${self}relationships/linked_nodes/`),
    linked_registrations: related(`${self}linked_registrations/`, `${self}relationships/linked_registrations/`),
    view_only_links: list('view_only_links'),
    citation: list('citation'),
    preprints: list('preprints'),
    subjects: related(`${self}subjects/`, `${self}relationships/subjects/`),
  };
}

export function nodeResource(node: SandboxNode, context: Context): Resource {
  return {
    id: node.guid,
    type: 'nodes',
    attributes: nodeAttributes(node, context),
    relationships: nodeRelationships(node, context),
    links: { html: `${WEB}/${node.guid}/`, self: api(context, `nodes/${node.guid}/`) },
  };
}

/** The fields by which lists of nodes and of what is like them can be filtered. */
export const NODE_FILTER: FilterFields<SandboxNode> = {
  fields: {
    id: { type: 'id', get: ({ guid }) => guid },
    title: { type: 'text', get: ({ title }) => title },
    description: { type: 'text', get: ({ description }) => description },
    public: { type: 'bool', get: (node) => node.public },
    tags: { type: 'tags', get: ({ tags }) => tags },
    category: { type: 'choice', get: ({ category }) => category },
    date_created: { type: 'date', get: ({ created }) => created },
    date_modified: { type: 'date', get: ({ modified }) => modified },
    root: { type: 'relationship', get: ({ root }) => [root] },
    parent: { type: 'relationship', get: ({ parent }) => (parent === null ? [] : [parent]) },
    contributors: {
      type: 'relationship',
      get: ({ contributors }) => contributors.map(({ account }) => accountOf(account).guid),
    },
    preprint: { type: 'bool', get: () => false },
    subjects: { type: 'relationship', get: () => [] },
  },
  others: ['custom_citation', 'node_license', 'quota_rate', 'quota_threshold', 'wiki_enabled', 'fork', 'children', 'files', 'registration', 'collection'],
}; // prettier-ignore

export const NODE_SORT: Readonly<Record<string, (node: SandboxNode) => string>> = {
  title: ({ title }) => title,
  modified: ({ modified }) => modified,
  date_modified: ({ modified }) => modified,
  last_logged: ({ modified }) => modified,
  created: ({ created }) => created,
  date_created: ({ created }) => created,
};

/** A list of nodes: filtered and sorted as the request says, by their last change otherwise. What the caller can't read is not in it. */
export function nodeList(from: readonly SandboxNode[], context: Context): View {
  const readable = from.filter((node) => canRead(node, context.caller));
  const kept = filtered(readable, context.parameters, NODE_FILTER);
  if (isError(kept)) return kept;
  const rows = sorted(kept, context.parameters.get('sort') ?? '-modified', NODE_SORT);
  return { kind: 'list', rows: rows.map((node) => () => nodeResource(node, context)) };
}

/** `/nodes/`: the caller's own and public ones. */
export function allNodes(context: Context): View {
  return nodeList(nodes, context);
}

/** `/users/me/nodes/`: those that the account contributes to. */
export function nodesOf(account: Account, context: Context): View {
  return nodeList(
    nodes.filter(({ contributors }) => contributors.some((row) => row.account === account.key)),
    context,
  );
}

/** One level below a node; components that the caller can't read are left out. */
export function children(node: SandboxNode, context: Context): View {
  return nodeList(
    nodes.filter(({ parent }) => parent === node.guid),
    context,
  );
}
