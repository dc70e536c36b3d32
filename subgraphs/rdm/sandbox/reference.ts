/** What is the same for everybody, and the small lists of a node: root, institutions, licences, regions, wikis, logs. */
import { world, type WorldOrganization } from '../../../sandbox/world/index.js';
import { accountOf } from '../fixtures/accounts.js';
import { guid, objectId } from '../fixtures/ids.js';
import { nodes, type SandboxNode } from '../fixtures/nodes.js';
import { readableNode } from './access.js';
import { api, isError, WEB, type Context } from './context.js';
import { filtered, type FilterFields } from './filter.js';
import { date, notFound, related, toOne, type JsonObject, type Resource, type View } from './jsonapi.js';
import { licenceId, nodeList } from './nodes.js';

const INSTITUTION_PAGE = 1000;

/** `/v2/`; whoever is logged in is shown as a whole user document. */
export function root(me: JsonObject | null, context: Context): View {
  const names = ['nodes', 'users', 'collections', 'registrations', 'institutions', 'licenses', 'addons'];
  return {
    kind: 'document',
    body: {
      meta: { message: 'Welcome to the GakuNin RDM API.', current_user: me, active_flags: [] },
      links: {
        ...Object.fromEntries(names.map((name) => [name, api(context, `${name}/`)])),
        schemas: api(context, 'schemas/registrations/'),
      },
    },
  };
}

function institutionResource({ key, name }: WorldOrganization, context: Context): Resource {
  const self = api(context, `institutions/${key}/`);
  return {
    id: key,
    type: 'institutions',
    attributes: {
      name: name.ja,
      description: name.en,
      auth_url: null,
      assets: { logo: `${WEB}/static/img/institutions/${key}.png`, logo_rounded: null },
      ...(context.minor <= 13 ? { logo_path: `/static/img/institutions/${key}.png` } : {}),
    },
    relationships: Object.fromEntries(
      ['nodes', 'registrations', 'users', 'department_metrics', 'user_metrics', 'summary_metrics'].map((list) => [
        list,
        related(`${self}${list.replace('_metrics', '/metrics')}/`),
      ]),
    ),
    links: { self, html: `${WEB}/institutions/${key}/` },
  };
}

const INSTITUTION_FILTER: FilterFields<WorldOrganization> = {
  fields: {
    id: { type: 'id', get: ({ key }) => key },
    name: { type: 'text', get: ({ name }) => name.ja },
    auth_url: { type: 'text', get: () => null },
  },
  others: ['description', 'assets', 'logo_path'],
};

/** All institutions, or those named by key. */
export function institutionList(keys: readonly string[] | null, context: Context): View {
  const listed = world.organizations.filter(({ key }) => keys === null || keys.includes(key));
  const kept = filtered(listed, context.parameters, INSTITUTION_FILTER);
  if (isError(kept)) return kept;
  return {
    kind: 'list',
    fixedPageSize: INSTITUTION_PAGE,
    rows: kept.map((organization) => () => institutionResource(organization, context)),
  };
}

export function institutionDetail(key: string, context: Context): View {
  const found = world.organizations.find((organization) => organization.key === key);
  return found ? { kind: 'one', resource: institutionResource(found, context) } : notFound();
}

/** Public nodes of an institution: its private ones are not listed, whoever asks. */
export function institutionNodes(key: string, context: Context): View {
  return nodeList(
    nodes.filter((node) => node.public && node.institutions.includes(key)),
    context,
  );
}

function simple(type: string, path: string, id: string, attributes: JsonObject, context: Context): Resource {
  return { id, type, attributes, relationships: {}, links: { self: api(context, `${path}/${id}/`) } };
}

const LICENCES = [...new Set(nodes.flatMap(({ licence }) => licence?.name ?? []))];

export function licenceList(context: Context): View {
  return {
    kind: 'list',
    rows: LICENCES.map(
      (name) => () =>
        simple('licenses', 'licenses', licenceId(name), { name, text: name, required_fields: [] }, context),
    ),
  };
}

export function licenceDetail(id: string, context: Context): View {
  const name = LICENCES.find((candidate) => licenceId(candidate) === id);
  if (name === undefined) return notFound();
  return {
    kind: 'one',
    resource: simple('licenses', 'licenses', id, { name, text: name, required_fields: [] }, context),
  };
}

export function regionList(context: Context): View {
  return { kind: 'list', rows: [() => simple('regions', 'regions', 'us', { name: 'NII Storage' }, context)] };
}

const ADDONS: Readonly<Record<string, string>> = {
  s3: 'Amazon S3', googledrive: 'Google Drive', nextcloud: 'Nextcloud', owncloud: 'ownCloud', dropbox: 'Dropbox', weko: 'WEKO',
}; // prettier-ignore

export function addonList(context: Context): View {
  return {
    kind: 'list',
    rows: Object.entries(ADDONS).map(
      ([id, name]) =>
        () =>
          simple('addon', 'addons', id, { name, url: '', description: '', categories: ['storage'] }, context),
    ),
  };
}

const wikiOf = (node: SandboxNode): string => guid(`wiki/${node.key}`);
const wikiText = (node: SandboxNode): string =>
  `# ${node.title}\n\n${node.award?.keywords.map(({ ja }) => `- ${ja}`).join('\n') ?? ''}\n`;

function wikiResource(node: SandboxNode, context: Context): Resource {
  const id = wikiOf(node);
  const self = api(context, `wikis/${id}/`);
  const creator = accountOf(node.contributors[0]?.account ?? '').guid;
  return {
    id,
    type: 'wikis',
    attributes: {
      kind: 'file',
      name: 'home',
      date_modified: date(node.modified, context.minor),
      extra: { version: 2 },
      content_type: 'text/markdown',
      path: `/${id}`,
      materialized_path: `/${id}`,
      size: Buffer.byteLength(wikiText(node)),
      current_user_can_comment: context.caller !== null,
    },
    relationships: {
      node: toOne(api(context, `nodes/${node.guid}/`), 'nodes', node.guid),
      user: toOne(api(context, `users/${creator}/`), 'users', creator),
      comments: related(api(context, `nodes/${node.guid}/comments/?filter%5Btarget%5D=${id}`)),
      versions: related(`${self}versions/`),
    },
    links: { info: self, download: `${self}content/`, self },
  };
}

/** Projects of grants have one page, `home`; where the wiki is off there is no list. */
export function wikiList(node: SandboxNode, context: Context): View {
  return node.award === null ? notFound() : { kind: 'list', rows: [() => wikiResource(node, context)] };
}

export function wiki(id: string, content: boolean, context: Context): View {
  const found = nodes.find((node) => node.award !== null && wikiOf(node) === id);
  if (!found) return notFound();
  const node = readableNode(found.guid, context.caller);
  if (isError(node)) return node;
  return content
    ? { kind: 'text', contentType: 'text/markdown', body: wikiText(node) }
    : { kind: 'one', resource: wikiResource(node, context) };
}

interface Log {
  readonly action: string;
  readonly at: string;
}

const LOG_FILTER: FilterFields<Log> = {
  fields: { action: { type: 'choice', get: ({ action }) => action }, date: { type: 'date', get: ({ at }) => at } },
};

/** What happened to a node, the newest first. */
export function logList(node: SandboxNode, context: Context): View {
  const user = accountOf(node.contributors[0]?.account ?? '').guid;
  const all: Log[] = [
    { action: node.work === null ? 'osf_storage_file_added' : 'metadata_file_updated', at: node.modified },
    { action: 'contributor_added', at: node.created },
    { action: 'project_created', at: node.created },
  ];
  const kept = filtered(all, context.parameters, LOG_FILTER);
  if (isError(kept)) return kept;
  const owner = toOne(api(context, `nodes/${node.guid}/`), 'nodes', node.guid);
  const resource = ({ action, at }: Log): Resource => {
    const id = objectId(`log/${node.key}/${action}`);
    const params = {
      params_node: { id: node.guid, title: node.title },
      params_project: null,
      contributors: [],
      storage_name: 'NII Storage',
    };
    return {
      id,
      type: 'logs',
      attributes: { date: date(at, context.minor), action, params },
      relationships: {
        node: owner,
        original_node: owner,
        user: toOne(api(context, `users/${user}/`), 'users', user),
      },
      links: { self: api(context, `logs/${id}/`) },
    };
  };
  return { kind: 'list', rows: kept.map((log) => () => resource(log)) };
}
