import { z } from 'zod';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { failureOf, refusalOf, type Refusal } from './failures.js';
import { answerJson, decodeAs, isObject, readJson, shown } from './json.js';
import { readMetadata, type MetadataDocument } from './metadata-document.js';
import {
  contributorShape,
  fileShape,
  institutionShape,
  listOf,
  nodeShape,
  readableListOf,
  storageShape,
  userShape,
  type ContributorDocument,
  type FileDocument,
  type NodeDocument,
  type Page,
  type ReadablePage,
  type UserDocument,
} from './shapes.js';

const nodeList = readableListOf(nodeShape);
const oneNode = z.object({ data: nodeShape });
const contributorList = readableListOf(contributorShape);
const institutionList = listOf(institutionShape);
const fileList = listOf(fileShape);
const oneUser = z.object({ data: userShape });

/** A registration is a project as it was frozen. */
const NODE_TYPES: ReadonlySet<string> = new Set(['nodes', 'registrations']);

/** Of what kind the resources of a document are; null where it does not say (an empty list). */
function typeOf(value: unknown): string | null {
  const data = isObject(value) ? value['data'] : undefined;
  const first: unknown = Array.isArray(data) ? data[0] : data;
  const type = isObject(first) ? first['type'] : undefined;
  return typeof type === 'string' && type !== '' ? type.replace(/_/g, '-') : null;
}

/** What a document of projects holds. */
export interface NodesDocument {
  readonly nodes: readonly NodeDocument[];
  readonly many: boolean;
  /** Of a list: where and why each of the others cannot be read. */
  readonly refused: readonly string[];
}

/** Projects from a document of projects: one, or a list. @throws UnreadableDocument: also where nothing of a list can be read. */
export function readNodes(body: Uint8Array): NodesDocument {
  const value = readJson(body);
  if (isObject(value) && Array.isArray(value['errors'])) {
    throw new UnreadableDocument('not a project of GakuNin RDM: it is an error answer');
  }
  if (!isObject(value) || !('data' in value)) {
    throw new UnreadableDocument('not a project of GakuNin RDM: it is JSON of another kind (no data)');
  }
  const type = typeOf(value);
  const many = Array.isArray(value['data']);
  if (type !== null && !NODE_TYPES.has(type)) {
    throw new UnreadableDocument(`not a project of GakuNin RDM: it is a document of ${shown(type)}`);
  }
  const what = 'a project of GakuNin RDM that cannot be read';
  if (!many) return { nodes: [decodeAs(oneNode, value, what).data], many, refused: [] };
  const { items, refused } = decodeAs(nodeList, value, what);
  return { nodes: items, many, refused: refused.map(({ reason }) => reason) };
}

/** The document of an answer, or null where what was asked for is not there; every other refusal is a failure. */
function answer<T extends z.ZodType>(
  response: UpstreamResponse,
  shape: T,
  what: string,
  absent: readonly Refusal[] = ['unknown', 'gone'],
): z.output<T> | null {
  const refusal = refusalOf(response);
  if (refusal !== null && absent.includes(refusal)) return null;
  if (refusal !== null) throw failureOf(refusal, response.status);
  return decodeAs(shape, answerJson(response), what);
}

/** A page beyond the end is 404 (fact sheet 4): the list has ended. */
function page<T>(read: ReadablePage<T> | null): ReadablePage<T> {
  return read ?? { items: [], refused: [], total: null, more: false };
}

/** A page of projects. */
export function decodeNodes(response: UpstreamResponse): ReadablePage<NodeDocument> {
  return page(answer(response, nodeList, 'a list of projects that cannot be read', ['no-page']));
}

/** A project; null: unknown or deleted. */
export function decodeNode(response: UpstreamResponse): NodeDocument | null {
  return answer(response, oneNode, 'a project that cannot be read')?.data ?? null;
}

/** Whether a project was there and is deleted. */
export function decodeIsGone(response: UpstreamResponse): boolean {
  return refusalOf(response) === 'gone';
}

/** A page of a project's components; a project that is gone has none. */
export function decodeChildren(response: UpstreamResponse): Page<NodeDocument> {
  return page(answer(response, nodeList, 'a list of components that cannot be read', ['no-page', 'unknown', 'gone']));
}

/** A page of a project's contributors. */
export function decodeContributors(response: UpstreamResponse): Page<ContributorDocument> {
  return page(
    answer(response, contributorList, 'a list of contributors that cannot be read', ['no-page', 'unknown', 'gone']),
  );
}

/** The caller's account. */
export function decodeMe(response: UpstreamResponse): UserDocument | null {
  return answer(response, oneUser, 'an account that cannot be read')?.data ?? null;
}

/** Names of institutions. */
export function decodeInstitutions(response: UpstreamResponse): readonly string[] {
  const read = answer(response, institutionList, 'a list of institutions that cannot be read');
  return (read?.items ?? []).flatMap(({ attributes }) => (attributes.name === null ? [] : [attributes.name]));
}

/** A page of a folder; null: there is no such folder, or no such storage at the project. */
export function decodeFolder(response: UpstreamResponse): Page<FileDocument> | null {
  const refusal = refusalOf(response);
  if (refusal === 'no-page') return page<FileDocument>(null);
  return answer(response, fileList, 'a folder that cannot be read');
}

/** A part of a folder from WaterButler, and the token for the next; null as decodeFolder. */
export function decodeStorage(
  response: UpstreamResponse,
): { readonly items: readonly FileDocument[]; readonly next: string | null } | null {
  const read = answer(response, storageShape, 'a folder of a storage that cannot be read');
  return read === null ? null : { items: read.data, next: read.next_token };
}

/** What is not the caller's to see, or is switched off (400), is no metadata of theirs. */
const NO_METADATA: ReadonlySet<Refusal> = new Set([
  'no-token',
  'forbidden',
  'scope',
  'unknown',
  'no-page',
  'gone',
  'rejected',
]);

/** Registered metadata from registrations, drafts or API v1; null: there is none, or none for this caller. */
export function decodeMetadata(response: UpstreamResponse): MetadataDocument | null {
  const refusal = refusalOf(response);
  if (refusal !== null && NO_METADATA.has(refusal)) return null;
  if (refusal !== null) throw failureOf(refusal, response.status);
  return readMetadata(answerJson(response));
}
