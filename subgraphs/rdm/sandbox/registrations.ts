/** Registrations and drafts of API v2 (fact sheet 9). */
import { accountOf } from '../fixtures/accounts.js';
import type { SandboxNode } from '../fixtures/nodes.js';
import { drafts, registrations, type DraftRegistration, type Registration } from '../fixtures/registrations.js';
import { canRead, permissionOn, refusal } from './access.js';
import { api, isError, WEB, type Context } from './context.js';
import { filtered, sorted, type FilterFields } from './filter.js';
import {
  date,
  exception,
  notFound,
  related,
  toOne,
  typeName,
  unauthenticated,
  type ErrorView,
  type JsonObject,
  type Resource,
  type View,
} from './jsonapi.js';
import { NODE_FILTER, nodeAttributes, nodeRelationships } from './nodes.js';

/** GRDM makes registrations private: who can read the project, but not by its being public, reads them. */
function canReadRegistration({ node }: Registration, context: Context): boolean {
  return permissionOn(node, context.caller) !== null;
}

/** What a registration shows of the form, and loses when it is withdrawn. */
function formAttributes(registration: Registration): JsonObject {
  return {
    registered_meta: registration.meta,
    registration_responses: registration.responses,
  };
}

const HIDDEN_IF_WITHDRAWN = [
  'tags',
  'custom_citation',
  'node_license',
  'analytics_key',
  'wiki_enabled',
  'quota_rate',
  'quota_threshold',
];

function without(attributes: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

function schemaLink(schema: { readonly id: string }, context: Context): JsonObject {
  // Spelled with a hyphen at every version, unlike the schemas' own type (fact sheet 2).
  return toOne(api(context, `schemas/registrations/${schema.id}/`), 'registration-schemas', schema.id);
}

function provider(context: Context): JsonObject {
  return toOne(api(context, 'providers/registrations/osf/'), 'registration-providers', 'osf');
}

function registrationResource(registration: Registration, context: Context): Resource {
  const { minor } = context;
  const { node, withdrawn } = registration;
  const self = api(context, `registrations/${registration.guid}/`);
  const from = nodeAttributes(node, context);
  const lists = ['children', 'comments', 'contributors', 'bibliographic_contributors', 'logs', 'forks', 'linked_nodes'];
  const by = accountOf(registration.registeredBy);
  return {
    id: registration.guid,
    type: 'registrations',
    attributes: {
      ...(withdrawn === null ? from : without(from, HIDDEN_IF_WITHDRAWN)),
      registration: true,
      public: false,
      date_registered: date(registration.registered, minor),
      date_withdrawn: withdrawn === null ? null : date(withdrawn, minor),
      embargo_end_date: null,
      embargoed: false,
      pending_embargo_approval: false,
      pending_embargo_termination_approval: false,
      pending_registration_approval: false,
      pending_withdrawal: false,
      archiving: false,
      withdrawn: withdrawn !== null,
      withdrawal_justification: withdrawn === null ? null : '内容に誤りがあったため。',
      article_doi: null,
      registration_supplement: registration.schema.name,
      ...(withdrawn === null ? formAttributes(registration) : {}),
    },
    relationships: {
      ...Object.fromEntries(lists.map((name) => [name, related(`${self}${name}/`)])),
      ...(withdrawn === null ? { files: related(`${self}files/`), wikis: related(`${self}wikis/`) } : {}),
      affiliated_institutions: related(`${self}institutions/`),
      root: toOne(self, 'registrations', registration.guid),
      region: nodeRelationships(node, context).region ?? {},
      registered_by: toOne(api(context, `users/${by.guid}/`), 'users', by.guid),
      registered_from: toOne(api(context, `nodes/${node.guid}/`), 'nodes', node.guid),
      registration_schema: schemaLink(registration.schema, context),
      provider: provider(context),
    },
    links: { self, html: `${WEB}/${registration.guid}/` },
  };
}

/** The nodes' fields; a filter on what a withdrawn registration hides drops it. */
const REGISTRATION_FILTER: FilterFields<Registration> = {
  fields: {
    ...Object.fromEntries(
      Object.entries(NODE_FILTER.fields).map(([name, field]) => [name, lifted(field)]),
    ),
    id: { type: 'id', get: ({ guid }) => guid },
    public: { type: 'bool', get: () => false },
    parent: { type: 'relationship', get: () => [] },
    root: { type: 'relationship', get: ({ guid }) => [guid] },
  },
  others: NODE_FILTER.others ?? [],
}; // prettier-ignore

function lifted(field: FilterFields<SandboxNode>['fields'][string]): FilterFields<Registration>['fields'][string] {
  switch (field.type) {
    case 'text':
    case 'choice':
    case 'id':
      return { type: field.type, get: ({ node }) => field.get(node) };
    case 'tags':
    case 'relationship':
      return { type: field.type, get: ({ node, withdrawn }) => (withdrawn === null ? field.get(node) : []) };
    case 'bool':
      return { type: 'bool', get: ({ node }) => field.get(node) };
    case 'int':
      return { type: 'int', get: ({ node }) => field.get(node) };
    case 'date':
      return { type: 'date', get: ({ node }) => field.get(node) };
  }
}

/** Registrations that the caller may read; of one node where it is given. */
export function registrationList(node: SandboxNode | null, context: Context): View {
  const readable = registrations.filter(
    (registration) => (node === null || registration.node === node) && canReadRegistration(registration, context),
  );
  const kept = filtered(readable, context.parameters, REGISTRATION_FILTER);
  if (isError(kept)) return kept;
  const rows = sorted(kept, context.parameters.get('sort') ?? '-date_registered', {
    title: (registration) => registration.node.title,
    date_registered: ({ registered }) => registered,
  });
  return { kind: 'list', rows: rows.map((registration) => () => registrationResource(registration, context)) };
}

export function readableRegistration(id: string, context: Context): Registration | ErrorView {
  const found = registrations.find(({ guid }) => guid === id);
  if (!found) return notFound();
  return canReadRegistration(found, context) ? found : refusal(context.caller);
}

export function registrationDetail(id: string, context: Context): View {
  const found = readableRegistration(id, context);
  return isError(found) ? found : { kind: 'one', resource: registrationResource(found, context) };
}

/** What the newer serializer adds: everywhere at `/draft_registrations/`, at a node's own list since 2.20. */
function newerDraftAttributes(draft: DraftRegistration, context: Context): JsonObject {
  const { node } = draft;
  return {
    title: node.title,
    description: node.description ?? '',
    category: node.category,
    tags: node.tags,
    node_license: nodeAttributes(node, context).node_license ?? null,
    has_project: true,
  };
}

function draftResource(draft: DraftRegistration, newer: boolean, self: string, context: Context): Resource {
  const { minor } = context;
  const { node } = draft;
  const initiator = accountOf(draft.initiator);
  const own = api(context, `draft_registrations/${draft.id}/`);
  return {
    id: draft.id,
    type: typeName('draft-registrations', minor),
    attributes: {
      registration_metadata: draft.metadata,
      registration_responses: draft.responses,
      datetime_initiated: date(draft.initiated, minor),
      datetime_updated: date(draft.updated, minor),
      ...(newer ? newerDraftAttributes(draft, context) : {}),
    },
    relationships: {
      initiator: toOne(api(context, `users/${initiator.guid}/`), 'users', initiator.guid),
      branched_from: toOne(api(context, `nodes/${node.guid}/`), 'nodes', node.guid),
      registration_schema: schemaLink(draft.schema, context),
      provider: provider(context),
      ...(newer
        ? {
            contributors: related(`${own}contributors/`),
            affiliated_institutions: related(`${own}institutions/`, `${own}relationships/institutions/`),
            subjects: related(`${own}subjects/`, `${own}relationships/subjects/`),
          }
        : {}),
    },
    links: { self },
  };
}

function draftRows(from: readonly DraftRegistration[], show: (draft: DraftRegistration) => Resource): View {
  const rows = sorted(
    from.filter(({ registered }) => !registered),
    '-modified',
    { modified: ({ updated }) => updated },
  );
  return { kind: 'list', rows: rows.map((draft) => () => show(draft)) };
}

/** Drafts of a node: for those who administer it alone. */
export function nodeDrafts(node: SandboxNode, context: Context): View {
  if (permissionOn(node, context.caller) !== 'admin') return refusal(context.caller);
  return draftRows(
    drafts.filter((draft) => draft.node === node),
    (draft) =>
      draftResource(draft, context.minor >= 20, api(context, `nodes/${node.guid}/draft_registrations/${draft.id}/`), context),
  ); // prettier-ignore
}

/** Drafts to whose project the caller contributes. */
export function ownDrafts(context: Context): View {
  if (context.caller === null) return unauthenticated();
  return draftRows(
    drafts.filter(({ node }) => permissionOn(node, context.caller) !== null),
    (draft) => draftResource(draft, true, api(context, `draft_registrations/${draft.id}/`), context),
  );
}

export function draftDetail(id: string, context: Context): View {
  if (context.caller === null) return unauthenticated();
  const draft = drafts.find((candidate) => candidate.id === id);
  if (!draft) return notFound();
  if (permissionOn(draft.node, context.caller) === null || !canRead(draft.node, context.caller))
    return refusal(context.caller);
  if (draft.registered) return exception(410, 'This draft has already been registered.');
  return { kind: 'one', resource: draftResource(draft, true, api(context, `draft_registrations/${id}/`), context) };
}
