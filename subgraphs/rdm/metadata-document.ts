import { z } from 'zod';
import { UnreadableDocument } from '../common/errors.js';
import { decodeAs, isObject, readJson, shown } from './json.js';
import { valuesOf, type Values } from './metadata-values.js';

/** One registered file with its answers. */
export interface RegisteredFile {
  /** Of the storage and in it: osfstorage/folder/file.csv; null where the document does not say. */
  readonly path: string | null;
  readonly folder: boolean;
  /** `/<guid>/` or a longer path of the web pages; null: the file is gone (fact sheet 10). */
  readonly urlpath: string | null;
  readonly values: Values;
  /** As printed. */
  readonly modified: string | null;
}

/** The metadata of one project, draft or registration. */
export interface RegisteredMetadata {
  /** The project that it is of; null where the document does not say. */
  readonly node: string | null;
  /** Answers about the project and its grant. */
  readonly project: Values;
  readonly files: readonly RegisteredFile[];
  /** When it was registered or last changed, as printed; null where the document does not say. */
  readonly at: string | null;
  readonly withdrawn: boolean;
}

/** What a metadata document holds. */
export interface MetadataDocument {
  readonly sets: readonly RegisteredMetadata[];
  /** False for the metadata of one single file. */
  readonly many: boolean;
}

const text = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === null || value.trim() === '' ? null : value.trim()));
const answers = z.record(z.string(), z.unknown(), { error: 'expected answers by question' });

/** A file as API v1 gives it; one file may have answers to several schemas (fact sheet 10). */
const fileMetadata = z.looseObject({
  path: text,
  folder: z.boolean().nullish(),
  urlpath: text,
  modified: text,
  items: z.array(z.looseObject({ active: z.boolean().nullish(), data: answers.nullish() }), {
    error: 'expected a list of answers',
  }),
});

/** A file in the JSON text of a draft or registration. */
const listedFile = z.looseObject({
  path: z.string({ error: 'expected a path' }),
  folder: z.boolean().nullish(),
  urlpath: text,
  metadata: answers.nullish(),
});

const relation = z
  .looseObject({ data: z.looseObject({ id: z.string() }) })
  .nullish()
  .catch(null);

const registered = z.looseObject({
  id: z.string({ error: 'expected an id' }),
  attributes: z
    .looseObject({
      registered_meta: answers.nullish(),
      registration_metadata: answers.nullish(),
      registration_responses: answers.nullish(),
      date_registered: text,
      datetime_updated: text,
      withdrawn: z.boolean().nullish(),
    })
    .nullish(),
  relationships: z.looseObject({ registered_from: relation, branched_from: relation, node: relation }).nullish(),
});

type FileMetadata = z.infer<typeof fileMetadata>;

/** The answers of a file: the active schema's, else of the one that is known, else the first. */
function activeValues({ items }: FileMetadata): Values | null {
  const known = (data: unknown): boolean =>
    isObject(data) && Object.keys(data).some((qid) => qid.startsWith('grdm-file:'));
  const item =
    items.find(({ active, data }) => active === true && isObject(data)) ??
    items.find(({ data }) => known(data)) ??
    items.find(({ data }) => isObject(data));
  return item === undefined ? null : valuesOf(item.data);
}

/** A file that is in the list without answers of its own (a folder on the way) is none that was registered. */
function registeredFile(file: FileMetadata): RegisteredFile[] {
  const values = activeValues(file);
  if (values === null) return [];
  return [{ path: file.path, folder: file.folder === true, urlpath: file.urlpath, values, modified: file.modified }];
}

/** The files of a draft or registration: a JSON text, empty where there is none (fact sheet 10). */
function listedFiles(value: unknown): readonly RegisteredFile[] {
  if (value === undefined || value === null || value === '') return [];
  let list: unknown = value;
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value) as unknown;
    } catch {
      throw new UnreadableDocument('registered metadata that cannot be read: grdm-files is no JSON');
    }
  }
  const shape = z.array(listedFile, { error: 'expected a list' });
  return decodeAs(shape, list, 'registered metadata that cannot be read: grdm-files').map(
    ({ path, folder, urlpath, metadata }) => ({
      path,
      folder: folder === true || path.endsWith('/'),
      urlpath,
      values: valuesOf(metadata),
      modified: null,
    }),
  );
}

/** Answers with their extras first; the flat ones where there are none. */
function registeredSet(value: unknown): RegisteredMetadata {
  const { attributes, relationships } = decodeAs(registered, value, 'registered metadata that cannot be read');
  const given = [
    attributes?.registered_meta,
    attributes?.registration_metadata,
    attributes?.registration_responses,
  ].find((candidate) => isObject(candidate) && Object.keys(candidate).length > 0);
  const project = new Map(valuesOf(given));
  const files = listedFiles(project.get('grdm-files'));
  project.delete('grdm-files');
  const of = relationships?.registered_from ?? relationships?.branched_from ?? relationships?.node ?? null;
  return {
    node: of?.data.id ?? null,
    project,
    files,
    at: attributes?.date_registered ?? attributes?.datetime_updated ?? null,
    withdrawn: attributes?.withdrawn === true,
  };
}

const projectMetadata = z.looseObject({
  id: text,
  attributes: z.looseObject({ files: z.array(fileMetadata, { error: 'expected a list of files' }) }),
});

function ofProject(value: unknown): RegisteredMetadata {
  const { id, attributes } = decodeAs(projectMetadata, value, 'project metadata that cannot be read');
  return { node: id, project: new Map(), files: attributes.files.flatMap(registeredFile), at: null, withdrawn: false };
}

const singleFile = z.looseObject({ id: text, attributes: fileMetadata.nullish() });

function ofFile(value: unknown): RegisteredMetadata {
  const { id, attributes } = decodeAs(singleFile, value, 'file metadata that cannot be read');
  const files = attributes === undefined || attributes === null ? [] : registeredFile(attributes);
  return { node: id, project: new Map(), files, at: null, withdrawn: false };
}

const script = z.looseObject({
  node_id: text,
  files: z.array(z.array(z.looseObject({ name: text })).nullish()).nullish(),
  file_metadatas: z.array(fileMetadata, { error: 'expected a list of files' }),
  project_metadatas: z.array(answers).nullish(),
});

/** The input of GakuNin RDM's own deposit script: the same answers under other outer keys. */
function ofScript(value: unknown): RegisteredMetadata {
  const { node_id, files, file_metadatas, project_metadatas } = decodeAs(
    script,
    value,
    'the metadata of a deposit that cannot be read',
  );
  return {
    node: node_id,
    project: valuesOf(project_metadatas?.[0]),
    files: file_metadatas.flatMap((file, index) =>
      registeredFile({ ...file, path: file.path ?? files?.[index]?.[0]?.name ?? null }),
    ),
    at: null,
    withdrawn: false,
  };
}

const REGISTERED = new Set(['registrations', 'draft-registrations']);

/** Reads registered metadata of any kind. @throws UnreadableDocument */
export function readMetadata(value: unknown): MetadataDocument {
  if (!isObject(value))
    throw new UnreadableDocument('not registered metadata of GakuNin RDM: it is JSON of another kind');
  if (Array.isArray(value['file_metadatas'])) return { sets: [ofScript(value)], many: true };
  if (Array.isArray(value['errors']) || 'message_short' in value) {
    throw new UnreadableDocument('not registered metadata of GakuNin RDM: it is an error answer');
  }
  const { data } = value;
  if (Array.isArray(data) && data.length === 0) return { sets: [], many: true };
  const first: unknown = Array.isArray(data) ? data[0] : data;
  const type = isObject(first) && typeof first['type'] === 'string' ? first['type'].replace(/_/g, '-') : '';
  if (REGISTERED.has(type)) return { sets: (Array.isArray(data) ? data : [data]).map(registeredSet), many: true };
  if (type === 'metadata-node-project' || type === 'project-metadata') return { sets: [ofProject(data)], many: true };
  if (type === 'metadata-node-file') return { sets: [ofFile(data)], many: false };
  throw new UnreadableDocument(
    `not registered metadata of GakuNin RDM: it is ${type === '' ? 'JSON of another kind' : `a document of ${shown(type)}`}`,
  );
}

/** As readMetadata, from bytes. @throws UnreadableDocument: also for one single registration that was withdrawn. */
export function readMetadataDocument(body: Uint8Array): MetadataDocument {
  const value = readJson(body);
  const document = readMetadata(value);
  const isList = isObject(value) && Array.isArray(value['data']);
  if (!isList && document.sets.some(({ withdrawn }) => withdrawn)) {
    throw new UnreadableDocument('the record is withdrawn');
  }
  return document;
}
