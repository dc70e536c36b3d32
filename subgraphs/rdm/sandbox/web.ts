/** The metadata add-on of the older web API (fact sheet 10). */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { digest, filesIn } from '../fixtures/files.js';
import { metadataOf, type MetadataEntry, type MetadataItem } from '../fixtures/metadata.js';
import type { SandboxNode } from '../fixtures/nodes.js';
import { schemas } from '../fixtures/schemas.js';
import { permissionOn, type Caller } from './access.js';
import type { Json, JsonObject } from './jsonapi.js';
import { v1Error, webCaller, webNode } from './v1-errors.js';

const LOGIN_PAGE =
  '<!DOCTYPE html><html lang="ja"><head><title>GakuNin RDM ログイン</title></head><body><form action="/login">機関を選択してください。</form></body></html>';
const ERROR_PAGE =
  '<!DOCTYPE html><html lang="ja"><head><title>GakuNin RDM</title></head><body><h1>ページを表示できません</h1></body></html>';

function json(body: JsonObject): SandboxResponse {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function page(status: number, body: string): SandboxResponse {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}

function itemJson({ schema, active, data }: MetadataItem): Json {
  return { schema, active, data };
}

/** Where people see the file: `/{guid}/`, a page of the node for folders, null for one that is gone. */
function urlPath(node: SandboxNode, entry: MetadataEntry): string | null {
  if (entry.folder) return `/${node.guid}/files/dir/${entry.path}`;
  return entry.file?.guid == null ? null : `/${entry.file.guid}/`;
}

function entryJson(node: SandboxNode, entry: MetadataEntry): JsonObject {
  const hash = entry.file === null || entry.folder ? null : digest(entry.file, 'sha256');
  const items = entry.items.map(itemJson);
  return { generated: false, path: entry.path, hash, folder: entry.folder, urlpath: urlPath(node, entry), items };
}

function projectMetadata(node: SandboxNode, caller: Caller | null): SandboxResponse {
  const permission = permissionOn(node, caller);
  return json({
    data: {
      id: node.guid,
      type: 'metadata-node-project',
      attributes: {
        editable: permission === 'admin' || permission === 'write',
        features: { exporting: false, dataset_importing: false },
        files: metadataOf(node).map((entry) => entryJson(node, entry)),
        repositories: [],
      },
    },
  });
}

/** One file: its own metadata, else those of the nearest folder above it, else null. Only this call inherits. */
function fileMetadata(node: SandboxNode, path: string): SandboxResponse {
  const entries = metadataOf(node);
  const own = entries.find((entry) => entry.path === path);
  const [provider = '', ...rest] = path.split('/');
  const file = filesIn(node, provider).find(({ materialized }) => materialized === `/${rest.join('/')}`);
  const above = [...entries]
    .filter((entry) => entry.folder && path.startsWith(entry.path))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const found = own ?? above;
  const inherited: JsonObject = own
    ? entryJson(node, own)
    : { generated: true, path, hash: null, folder: path.endsWith('/'), urlpath: file?.guid == null ? null : `/${file.guid}/`, items: (above?.items ?? []).map(itemJson) }; // prettier-ignore
  const dates = { created: `${node.created}+00:00`, modified: `${node.modified}+00:00` };
  return json({
    data: {
      id: node.guid,
      type: 'metadata-node-file',
      attributes: found === undefined ? null : { ...inherited, ...dates },
    },
  });
}

function schemaList(node: SandboxNode): SandboxResponse {
  const formats = schemas.map(({ id, name }, index) => ({
    id: `format-${String(index + 1)}`,
    schema_id: id,
    name,
  }));
  return json({ data: { id: node.guid, type: 'metadata-node-schema', attributes: { formats, destinations: [] } } });
}

/** Storage of the project's creator, in bytes (fact sheet 11). */
function quota(node: SandboxNode): SandboxResponse {
  const used = filesIn(node, 'osfstorage').reduce((total, { content }) => total + content.length, 0);
  return json({ max: 100_000_000_000, used });
}

function forNode(node: SandboxNode, what: string, caller: Caller | null): SandboxResponse {
  if (what === 'get_creator_quota/') return quota(node);
  if (!node.metadataAddon) return v1Error(400);
  if (what === 'metadata/project') return projectMetadata(node, caller);
  if (what === 'metadata/schemas') return caller === null ? v1Error(401) : schemaList(node);
  const file = /^metadata\/files\/([a-z0-9]+\/.*)$/su.exec(what)?.[1];
  return file === undefined ? v1Error(404) : fileMetadata(node, file);
}

/**
 * Answers a request whose path begins with `/api/v1/`. Who does not ask for JSON gets a page: an error's, or with status 200
 * the login page in place of a private project.
 */
export function answerWeb(request: SandboxRequest): SandboxResponse {
  const wantsJson = (request.headers.accept ?? '').includes('application/json');
  const caller = webCaller(request.headers.authorization);
  const decoded = decodePath(request.url.pathname.slice('/api/v1/'.length));
  const found = /^project\/([a-z0-9]+)\/(?:node\/([a-z0-9]+)\/)?(.*)$/su.exec(decoded);
  const id = found?.[2] ?? found?.[1];
  const node = id === undefined ? 404 : webNode(id, caller);
  const answer = typeof node === 'number' ? v1Error(node) : forNode(node, found?.[3] ?? '', caller);
  if (wantsJson || answer.status < 400) return answer;
  return answer.status === 401 ? page(200, LOGIN_PAGE) : page(answer.status, ERROR_PAGE);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
