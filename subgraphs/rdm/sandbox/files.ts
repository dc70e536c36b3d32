/** Storages, folders, files and versions of API v2 (fact sheet 9, files). */
import { hash } from '../../../sandbox/world/ids.js';
import { accountOf } from '../fixtures/accounts.js';
import { digest, filesIn, type SandboxFile } from '../fixtures/files.js';
import { objectId, timeOf } from '../fixtures/ids.js';
import { nodes, type SandboxNode } from '../fixtures/nodes.js';
import { SLOW_STORAGE_MS, type Storage } from '../fixtures/storages.js';
import { permissionOn, readableNode } from './access.js';
import { api, isError, WEB, type Context } from './context.js';
import { filtered, type FilterFields } from './filter.js';
import {
  date,
  exception,
  failure,
  fileDate,
  forbidden,
  notFound,
  related,
  typeName,
  type JsonObject,
  type Resource,
  type View,
} from './jsonapi.js';

/** A file that was deleted: asked for by id it is gone. */
export const DELETED_FILE = objectId('file/deleted');

function waterButler(context: Context, node: SandboxNode, provider: string, path: string): string {
  return `${context.origin}/files/v1/resources/${node.guid}/providers/${provider}${encodeURI(path)}`;
}

function storageResource(node: SandboxNode, { provider, forInstitutions }: Storage, context: Context): Resource {
  const listing = api(context, `nodes/${node.guid}/files/${provider}/`);
  const butler = waterButler(context, node, provider, '/');
  return {
    id: `${node.guid}:${provider}`,
    type: 'files',
    attributes: {
      kind: 'folder',
      name: provider,
      path: '/',
      node: node.guid,
      provider,
      for_institutions: forInstitutions,
    },
    relationships: {
      files: related(listing),
      root_folder: related(api(context, `files/${objectId(`root/${node.guid}/${provider}`)}/`)),
    },
    links: {
      upload: butler,
      new_folder: `${butler}?kind=folder`,
      storage_addons: api(context, 'addons/?filter%5Bcategories%5D=storage'),
    },
  };
}

/** The storages of a node. Asking for them asks none of the storages. */
export function storageList(node: SandboxNode, context: Context): View {
  return { kind: 'list', rows: node.storages.map((storage) => () => storageResource(node, storage, context)) };
}

function fileRelationships(node: SandboxNode, file: SandboxFile, context: Context): Resource['relationships'] {
  const self = api(context, `files/${file.id}/`);
  const owner = api(context, `nodes/${node.guid}/`);
  const parent = filesIn(node, file.provider).find(({ materialized }) => materialized === file.folder);
  const parentId = parent?.id ?? objectId(`root/${node.guid}/${file.provider}`);
  return {
    parent_folder: { ...related(api(context, `files/${parentId}/`)), data: { id: parentId, type: 'files' } },
    ...(file.kind === 'folder'
      ? { files: related(`${owner}files/${file.provider}${encodeURI(file.path)}`) }
      : { versions: related(`${self}versions/`) }),
    comments: related(`${owner}comments/?filter%5Btarget%5D=${file.guid ?? file.id}`),
    metadata_records: related(`${self}metadata_records/`),
    ...(context.minor <= 7 ? { node: { ...related(owner), data: { id: node.guid, type: 'nodes' } } } : {}),
    target: {
      links: { related: { href: owner, meta: { type: 'nodes' } } },
      data: { id: node.guid, type: 'nodes' },
    },
  };
}

function fileLinks(node: SandboxNode, file: SandboxFile, context: Context): JsonObject {
  const self = api(context, `files/${file.id}/`);
  const butler = waterButler(context, node, file.provider, file.path);
  const common = { info: self, self, move: butler, upload: butler, delete: butler };
  if (file.kind === 'folder') return { ...common, new_folder: `${butler}?kind=folder` };
  const html = `${WEB}/${node.guid}/files/${file.provider}${encodeURI(file.path)}`;
  return { ...common, download: butler, render: `${html}?render`, html };
}

export function fileResource(node: SandboxNode, file: SandboxFile, context: Context): Resource {
  const { minor } = context;
  const folder = file.kind === 'folder';
  const own = file.provider === 'osfstorage';
  const checkedOut = !folder && hash(file.id) % 17 === 0;
  return {
    id: file.id,
    type: 'files',
    attributes: {
      guid: file.guid,
      checkout: checkedOut ? accountOf(node.contributors[0]?.account ?? '').guid : null,
      name: file.name,
      kind: file.kind,
      path: file.path,
      size: folder ? null : file.content.length,
      provider: file.provider,
      materialized_path: file.materialized,
      last_touched: own ? null : date(file.modified, minor),
      date_modified: folder ? null : fileDate(file.modified, minor),
      date_created: folder ? null : fileDate(file.created, minor),
      extra: {
        // Other storages do not tell GRDM their hashes.
        hashes: { md5: own && !folder ? digest(file, 'md5') : null, sha256: own && !folder ? digest(file, 'sha256') : null },
        ...(folder ? {} : { downloads: hash(file.id) % 50 }),
      },
      tags: [],
      current_user_can_comment: permissionOn(node, context.caller) !== null,
      current_version: Math.max(1, file.versions),
      delete_allowed: true,
    },
    relationships: fileRelationships(node, file, context),
    links: fileLinks(node, file, context),
  }; // prettier-ignore
}

const FILE_FILTER: FilterFields<SandboxFile> = {
  fields: {
    id: { type: 'id', get: ({ id }) => id },
    name: { type: 'text', get: ({ name }) => name },
    kind: { type: 'choice', get: ({ kind }) => kind },
    path: { type: 'choice', get: ({ path }) => path },
    size: { type: 'int', get: ({ kind, content }) => (kind === 'folder' ? null : content.length) },
    provider: { type: 'choice', get: ({ provider }) => provider },
    tags: { type: 'tags', get: () => [] },
  },
  others: ['guid', 'checkout', 'date_modified', 'date_created', 'extra', 'current_version', 'delete_allowed'],
};
const OTHER_STORAGE_FILTER: FilterFields<SandboxFile> = {
  fields: {
    ...FILE_FILTER.fields,
    materialized_path: { type: 'text', get: ({ materialized }) => materialized },
    last_touched: { type: 'date', get: ({ modified }) => modified },
  },
  others: FILE_FILTER.others ?? [],
};

function listing(node: SandboxNode, provider: string, folder: string, context: Context): View {
  const children = filesIn(node, provider).filter((file) => file.folder === folder);
  // osfstorage lists lack materialized_path and last_touched (fact sheet 5).
  const kept = filtered(
    children,
    context.parameters,
    provider === 'osfstorage' ? { ...FILE_FILTER, others: [...(FILE_FILTER.others ?? []), 'materialized_path', 'last_touched'] } : OTHER_STORAGE_FILTER,
  ); // prettier-ignore
  if (isError(kept)) return kept;
  return { kind: 'list', rows: kept.map((file) => () => fileResource(node, file, context)) };
}

/** Answers through the storage behind a provider: it may fail, refuse or take its time. NII Storage is GRDM's own database. */
function throughStorage({ behaviour }: Storage, view: View): View {
  if (behaviour === 'failing') return failure(503, 'Could not retrieve files information at this time.');
  if (behaviour === 'refusing') return forbidden();
  return behaviour === 'slow' ? { kind: 'wait', milliseconds: SLOW_STORAGE_MS, then: view } : view;
}

/**
 * `/nodes/{id}/files/{provider}{path}`: with a slash at its end the path is a folder and its children are listed (`info` in the
 * query asks for the folder itself), without one it is a file.
 */
export function inStorage(node: SandboxNode, provider: string, path: string, context: Context): View {
  const storage = node.storages.find((candidate) => candidate.provider === provider);
  if (!storage) return failure(404, `The ${provider} provider is not configured for this project.`);
  const found = filesIn(node, provider).find((file) => file.path === path);
  if (path !== '/' && !found) return throughStorage(storage, notFound());
  const wantsItself = !path.endsWith('/') || context.parameters.has('info');
  if (wantsItself) {
    const itself = found ? fileResource(node, found, context) : storageResource(node, storage, context);
    return throughStorage(storage, { kind: 'one', resource: itself });
  }
  return throughStorage(storage, listing(node, provider, found?.materialized ?? '/', context));
}

let index: Map<string, { readonly node: SandboxNode; readonly file: SandboxFile }> | null = null;

/** Finds a file of any node by its id or by its guid. */
function fileById(id: string): { readonly node: SandboxNode; readonly file: SandboxFile } | undefined {
  index ??= new Map(
    nodes
      .filter(({ deleted }) => !deleted)
      .flatMap((node) =>
        node.storages.flatMap(({ provider }) =>
          filesIn(node, provider).flatMap((file) =>
            [file.id, ...(file.guid === null ? [] : [file.guid])].map((key) => [key, { node, file }] as const),
          ),
        ),
      ),
  );
  return index.get(id);
}

function withFile(id: string, context: Context, show: (node: SandboxNode, file: SandboxFile) => View): View {
  if (id === DELETED_FILE) return exception(410, 'The requested resource is no longer available.');
  const found = fileById(id);
  if (!found) return notFound();
  const node = readableNode(found.node.guid, context.caller);
  return isError(node) ? node : show(node, found.file);
}

export function fileDetail(id: string, context: Context): View {
  return withFile(id, context, (node, file) => ({ kind: 'one', resource: fileResource(node, file, context) }));
}

interface Version {
  readonly id: string;
  readonly size: number;
  readonly contentType: string;
}

const VERSION_FILTER: FilterFields<Version> = {
  fields: {
    id: { type: 'id', get: ({ id }) => id },
    identifier: { type: 'id', get: ({ id }) => id },
    size: { type: 'int', get: ({ size }) => size },
    content_type: { type: 'text', get: ({ contentType }) => contentType },
  },
};

/** A file's versions, the newest first. */
export function versionList(id: string, context: Context): View {
  return withFile(id, context, (node, file) => {
    const all = Array.from({ length: file.versions }, (_, place): Version => ({
      id: String(file.versions - place),
      size: file.content.length,
      contentType: file.contentType ?? 'application/octet-stream',
    }));
    const kept = filtered(all, context.parameters, VERSION_FILTER);
    if (isError(kept)) return kept;
    const butler = waterButler(context, node, file.provider, file.path);
    const resource = (version: Version): Resource => ({
      id: version.id,
      type: typeName('file-versions', context.minor),
      attributes: {
        size: version.size,
        content_type: version.contentType,
        date_created: date(timeOf(file.modified.slice(0, 10), `${file.id}/${version.id}`), context.minor),
        name: file.name,
      },
      relationships: {},
      links: {
        self: api(context, `files/${file.id}/versions/${version.id}/`),
        html: `${WEB}/${node.guid}/files/${file.provider}${encodeURI(file.path)}?revision=${version.id}`,
        download: `${butler}?revision=${version.id}`,
        render: `${WEB}/${node.guid}/files/${file.provider}${encodeURI(file.path)}?revision=${version.id}&render`,
      },
    });
    return { kind: 'list', rows: kept.map((version) => () => resource(version)) };
  });
}
