import type { ReadAs } from './connector.js';
import { mapFile } from './mapping.js';
import type { RdmFile } from './record.js';
import { folderRequest, OWN_STORAGE, storageRequest, type RdmServer } from './requests.js';
import { decodeFolder, decodeStorage } from './responses.js';
import type { FileDocument } from './shapes.js';

/** Parts of a folder that are read at most: a listing without end must not be walked. */
const MAX_PARTS = 50;
/** Folders within folders that are followed: each is a request. */
const MAX_DEPTH = 30;

/** A folder of NII Storage, from the platform's own lists. */
async function ownFolder(guid: string, path: string, server: RdmServer, read: ReadAs): Promise<FileDocument[] | null> {
  const files: FileDocument[] = [];
  for (let page = 1; page <= MAX_PARTS; page += 1) {
    const { value } = await read(folderRequest(guid, path, page, server), decodeFolder);
    if (value === null) return null;
    files.push(...value.items);
    if (!value.more) break;
  }
  return files;
}

/** A folder of another storage, from WaterButler. */
async function storedFolder(
  guid: string,
  provider: string,
  path: string,
  server: RdmServer,
  read: ReadAs,
): Promise<FileDocument[] | null> {
  const files: FileDocument[] = [];
  let next: string | null = null;
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const request = storageRequest(guid, provider, path, next, server);
    const { value }: { value: ReturnType<typeof decodeStorage> } = await read(request, decodeStorage);
    if (value === null) return null;
    files.push(...value.items);
    next = value.next;
    if (next === null) break;
  }
  return files;
}

/**
 * The content of a folder, found by walking from the storage's root: a folder is asked for by the storage's own path, which is
 * an id at most of them (fact sheet 9), not by its name. A path that names a file gives that file.
 * @returns null where there is no such folder or storage.
 * @throws UpstreamError
 */
export async function readFolder(
  guid: string,
  provider: string,
  path: string,
  server: RdmServer,
  read: ReadAs,
): Promise<readonly RdmFile[] | null> {
  const steps = path.split('/').filter((step) => step !== '');
  if (steps.length > MAX_DEPTH) return null;
  let [at, folder] = ['/', '/'];
  for (let depth = 0; ; depth += 1) {
    const listed =
      provider === OWN_STORAGE
        ? await ownFolder(guid, at, server, read)
        : await storedFolder(guid, provider, at, server, read);
    if (listed === null) return null;
    const files = listed.map((file) => mapFile(file, folder));
    const step = steps[depth];
    if (step === undefined) return files;
    const named = files.filter(({ name }) => name.normalize('NFC') === step.normalize('NFC'));
    const next = named.find((file) => file.folder);
    if (next === undefined) return depth === steps.length - 1 && named.length > 0 ? named : null;
    at = next.storagePath;
    folder = next.path;
  }
}
