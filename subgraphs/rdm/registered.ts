/** The registered metadata of one project: where it stands, and what of it counts. */
import type { StatedMetadata } from '../common/common-metadata.js';
import type { Funding } from '../common/record.js';
import type { ReadAs } from './connector.js';
import { statedIn } from './mapping-common-metadata.js';
import { fundingOf } from './mapping-registered.js';
import type { RegisteredFile, RegisteredMetadata } from './metadata-document.js';
import { codeIn, type Values } from './metadata-values.js';
import { PREFIX } from './record.js';
import { fileMetadataRequest, partsRequest, type RdmServer } from './requests.js';
import { decodeMetadata } from './responses.js';

/** The newest registration, else the newest draft; null: there is neither. */
export type RegisteredParts = RegisteredMetadata | null;

/** The newest of those that say something: a registration is the word that was given, so it beats a draft. */
function newest(sets: readonly RegisteredMetadata[]): RegisteredMetadata | null {
  const stating = sets.filter(({ withdrawn, project, files }) => !withdrawn && (project.size > 0 || files.length > 0));
  return [...stating].sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))[0] ?? null;
}

/**
 * What is registered of a project and its grant.
 * @param mayReadDrafts whether the caller administrates the project: nobody else is shown its drafts (fact sheet 9).
 */
export async function readRegistered(
  guid: string,
  mayReadDrafts: boolean,
  server: RdmServer,
  read: ReadAs,
): Promise<RegisteredParts> {
  const registrations = await read(partsRequest(guid, 'registrations', 1, server), decodeMetadata);
  const registered = newest(registrations.value?.sets ?? []);
  if (registered !== null || !mayReadDrafts) return registered;
  const drafts = await read(partsRequest(guid, 'draft_registrations', 1, server), decodeMetadata);
  return newest(drafts.value?.sets ?? []);
}

/** The files of a project that have metadata, as they stand now. */
export async function readRegisteredFiles(
  guid: string,
  server: RdmServer,
  read: ReadAs,
): Promise<readonly RegisteredFile[]> {
  const { value } = await read(fileMetadataRequest(guid, server), decodeMetadata);
  return (value?.sets ?? []).flatMap(({ files }) => files);
}

/** The grants of a project. */
export function registeredFunding(registered: RegisteredParts): readonly Funding[] {
  return registered === null ? [] : fundingOf(registered.project);
}

/** The files whose values stand for the project: its data, or its papers where it has nothing else. */
function telling(files: readonly RegisteredFile[]): readonly Values[] {
  const values = files.map((file) => file.values);
  const data = values.filter((one) => codeIn(one, 'file-type') !== 'manuscript');
  return data.length > 0 ? data : values;
}

/** What is registered of the common metadata elements of a project; null where nothing is. */
export function registeredElements(
  registered: RegisteredParts,
  guid: string,
  isOwn: boolean,
  current: readonly RegisteredFile[],
): StatedMetadata | null {
  const files = current.length > 0 ? current : (registered?.files ?? []);
  const project: Values = registered?.project ?? new Map();
  if (files.length === 0 && project.size === 0) return null;
  return statedIn(project, telling(files), `${PREFIX}${guid}`, isOwn);
}
