/** WaterButler, the file service (fact sheet 12). */
import { createHash } from 'node:crypto';
import { hash } from '../../../sandbox/world/ids.js';
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { digest, filesIn, type SandboxFile } from '../fixtures/files.js';
import type { SandboxNode } from '../fixtures/nodes.js';
import { SLOW_STORAGE_MS } from '../fixtures/storages.js';
import type { JsonObject } from './jsonapi.js';
import { v1Error, webCaller, webNode } from './v1-errors.js';

/** S3 and what is like it hands out listings in parts. */
const IN_PARTS = ['s3', 's3compat', 's3compatb3', 's3compatinstitutions'];
const PART = 10;

function json(status: number, body: JsonObject): SandboxResponse {
  return { status, headers: { 'Content-Type': 'application/json; charset=UTF-8' }, body: JSON.stringify(body) };
}

/** WaterButler's own errors are not JSON:API. */
function failed(code: number, message: string): SandboxResponse {
  return json(code, { code, message });
}

function extra(file: SandboxFile): JsonObject {
  if (file.provider !== 'osfstorage') return {};
  return {
    guid: null, // always, whatever API v2 says
    version: file.versions,
    downloads: hash(file.id) % 50,
    checkout: null,
    locked: false,
    latestVersionSeen: null,
    hashes: { md5: digest(file, 'md5'), sha256: digest(file, 'sha256'), sha512: digest(file, 'sha512') },
  };
}

function attributesOf(node: SandboxNode, file: SandboxFile): JsonObject {
  const folder = file.kind === 'folder';
  const etag = createHash('sha256')
    .update(`${file.provider}${String(file.versions)}::${file.path}`)
    .digest('hex');
  const common = {
    kind: file.kind,
    name: file.name,
    path: file.path,
    provider: file.provider,
    materialized: file.materialized,
    etag,
    resource: node.guid,
  };
  if (folder) return { ...common, extra: {}, size: null, sizeInt: null };
  return {
    ...common,
    extra: extra(file),
    contentType: file.contentType,
    modified: `${file.modified}+00:00`,
    modified_utc: `${file.modified}+00:00`,
    created_utc: `${file.created}+00:00`,
    size: file.content.length,
    sizeInt: file.content.length,
  };
}

function entity(node: SandboxNode, file: SandboxFile, origin: string): JsonObject {
  const self = `${origin}/files/v1/resources/${node.guid}/providers/${file.provider}${encodeURI(file.path)}`;
  const folder = file.kind === 'folder';
  return {
    id: `${file.provider}${file.path}`,
    type: 'files',
    attributes: attributesOf(node, file),
    links: {
      move: self,
      delete: self,
      upload: `${self}?kind=file`,
      ...(folder ? { new_folder: `${self}?kind=folder` } : { download: self }),
    },
  };
}

function folderListing(node: SandboxNode, provider: string, folder: string, url: URL): SandboxResponse {
  const children = filesIn(node, provider).filter((file) => file.folder === folder);
  const parts = IN_PARTS.includes(provider);
  const token = url.searchParams.get('next_token') ?? '';
  const from = parts ? children.findIndex(({ id }) => id === token) + 1 : 0;
  const shown = parts ? children.slice(from, from + PART) : children;
  const more = from + shown.length < children.length ? shown.at(-1)?.id : undefined;
  return json(200, {
    data: shown.map((file) => entity(node, file, url.origin)),
    ...(more === undefined ? {} : { next_token: more }),
  });
}

function versions(file: SandboxFile): SandboxResponse {
  const data = Array.from({ length: file.versions }, (_, index) => ({
    id: String(file.versions - index),
    type: 'file_versions',
    attributes: {
      extra: { user: {}, downloads: 0, hashes: { sha256: digest(file, 'sha256') } },
      version: String(file.versions - index),
      modified: `${file.modified}+00:00`,
      modified_utc: `${file.modified}+00:00`,
      versionIdentifier: 'version',
    },
  }));
  return json(200, { data });
}

/** Storage of its own host: the signed address is enough there, and a token that comes along is refused. */
export function answerStorage(request: SandboxRequest): SandboxResponse {
  if (request.headers.authorization !== undefined)
    return {
      status: 400,
      headers: { 'Content-Type': 'application/xml' },
      body: '<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>',
    };
  const content = signed.get(request.url.pathname);
  if (!content) return { status: 403, headers: { 'Content-Type': 'application/xml' }, body: '<Error><Code>AccessDenied</Code></Error>' };
  return { status: 200, headers: { 'Content-Type': content.contentType ?? 'application/octet-stream' }, body: content.content };
} // prettier-ignore

/** Addresses that were handed out, by path. */
const signed = new Map<string, SandboxFile>();

/** A download: NII Storage redirects to a signed address at another host, the other storages are streamed through. */
function download(file: SandboxFile, url: URL): SandboxResponse {
  const redirects = file.provider === 'osfstorage' && !url.searchParams.has('direct');
  if (!redirects) {
    return {
      status: 200,
      headers: {
        'Content-Type': file.contentType ?? 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
      body: file.content,
    };
  }
  const path = `/storage/${file.id}`;
  signed.set(path, file);
  const expires = 'X-Amz-Expires=60&X-Amz-Signature=73616e64626f78';
  return {
    status: 302,
    headers: { Location: `http://localhost:${url.port}${path}?${expires}`, 'Content-Type': 'text/html; charset=UTF-8' },
    body: '',
  };
}

function showFile(node: SandboxNode, file: SandboxFile, request: SandboxRequest): SandboxResponse {
  const { url } = request;
  const document = { data: entity(node, file, url.origin) };
  if (request.method === 'HEAD') {
    return {
      status: 200,
      headers: {
        'Content-Type': file.contentType ?? 'application/octet-stream',
        'Last-Modified': new Date(`${file.modified.slice(0, 19)}Z`).toUTCString(),
        // Header values are ASCII: what is not goes as JSON escapes.
        'X-Waterbutler-Metadata': JSON.stringify(document).replace(
          /[\u0080-\uffff]/g,
          (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        ),
      },
      body: file.content,
    };
  }
  if (url.searchParams.has('meta')) return json(200, document);
  if (url.searchParams.has('versions') || url.searchParams.has('revisions')) return versions(file);
  return download(file, url);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Answers a request whose path begins with `/files/v1/resources/`. */
export async function answerWaterButler(request: SandboxRequest): Promise<SandboxResponse> {
  const found = /^\/files\/v1\/resources\/([a-z0-9]+)\/providers\/([a-z0-9]+)(\/.*)$/su.exec(
    decoded(request.url.pathname),
  );
  if (!found?.[1]) return failed(404, 'Not Found');
  const [, id, provider = '', path = '/'] = found;
  const node = webNode(id, webCaller(request.headers.authorization));
  if (typeof node === 'number') return v1Error(node);
  const storage = node.storages.find((candidate) => candidate.provider === provider);
  if (!storage) return v1Error(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return failed(501, 'This provider is read-only');
  if (storage.behaviour === 'failing') return failed(503, 'Unable to connect to auth sever');
  if (storage.behaviour === 'refusing') return failed(401, `Could not retrieve file or directory ${path}`);
  if (storage.behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_STORAGE_MS).unref());
  const file = filesIn(node, provider).find((candidate) => candidate.path === path);
  if (path !== '/' && !file) return failed(404, `Could not retrieve file or directory ${path}`);
  return file?.kind === 'file'
    ? showFile(node, file, request)
    : folderListing(node, provider, file?.materialized ?? '/', request.url);
}
