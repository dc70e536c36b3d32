/** The files under `nies_data` (fact sheet 4): text computed when it is first asked for, then kept. */
import { createHash } from 'node:crypto';
import type { GedContent, GedFile } from '../../../sandbox/world/ged-types.js';
import { world, type WorldWork } from '../../../sandbox/world/index.js';
import type { SandboxResponse } from '../../../sandbox/server.js';
import { encodeCp932 } from './cp932.js';
import { flaskLines, plainLines, regionLines } from './sample-files.js';
import { fastLines, profileLines, trackLines } from './shaped-files.js';
import { stationLines } from './station-file.js';
import { errorPage } from './web.js';

/** Larger ones are sent as zeros and never held. */
const HELD_BYTES = 1_000_000;

/** A dataset of GED with its work. */
export interface Held {
  readonly work: WorldWork;
  readonly dataset: NonNullable<WorldWork['holdings']['ged']>;
}

/** All that GED holds, in the world's order. */
export const datasets: readonly Held[] = world.works.flatMap((work) =>
  work.holdings.ged ? [{ work, dataset: work.holdings.ged }] : [],
);

function checksumLines({ work, dataset }: Held): string[] {
  return dataset.files
    .filter(({ content }) => content.kind === 'binary')
    .map((file) => {
      const digest = createHash('md5').update(contentOf({ work, dataset }, file)).digest('hex');
      return `${digest}  ${file.path.split('/').at(-1) ?? ''}`;
    });
}

function linesOf(held: Held, content: Exclude<GedContent, { readonly kind: 'binary' }>): string[] {
  switch (content.kind) {
    case 'station':
      return stationLines(held.work, content);
    case 'flask':
      return flaskLines(held.work, content);
    case 'region':
      return regionLines(held.work, content);
    case 'track':
      return trackLines(held.work);
    case 'fast':
      return fastLines(held.work);
    case 'profiles':
      return profileLines(held.work);
    case 'plain':
      return plainLines();
    case 'checksums':
      return checksumLines(held);
  }
}

/** Bytes that mean nothing, behind the signature that a name promises. */
function binary(path: string, bytes: number): Buffer {
  const signature = path.endsWith('.gz') ? [0x1f, 0x8b, 0x08, 0x00] : [0x43, 0x44, 0x46, 0x01];
  return Buffer.concat([Buffer.from(signature), Buffer.alloc(Math.min(bytes, HELD_BYTES) - signature.length)]);
}

const kept = new Map<string, Buffer>();

/** A file's bytes; of a large binary one its beginning. */
function contentOf(held: Held, file: GedFile): Buffer {
  const key = `${held.dataset.id}/${file.path}`;
  const known = kept.get(key);
  if (known) return known;
  const { content } = file;
  const form = content.kind === 'station' ? content.form : undefined;
  let bytes: Buffer;
  if (content.kind === 'binary') bytes = binary(file.path, content.bytes);
  else {
    const text = linesOf(held, content)
      .map((line) => `${line}${form === 'crlf' ? '\r\n' : '\n'}`)
      .join('');
    bytes = form === 'japanese' ? encodeCp932(text) : Buffer.from(text);
  }
  kept.set(key, bytes);
  return bytes;
}

/**
 * Answers `10.17595/{id}/{path}`. Directories are not listed; files of restricted datasets ask for a password. Nothing is known
 * of validators and ranges on files (fact sheet 4): there are none here, and a range is answered with the whole.
 */
export function answerFile(path: string): SandboxResponse {
  const [, id, rest] = /^10\.17595\/([^/]+)\/(.*)$/.exec(path) ?? [];
  const held = datasets.find(({ dataset }) => dataset.id === id);
  if (!held || rest === undefined) return errorPage(404);
  if (rest === '' || rest.endsWith('/')) return errorPage(403);
  const { dataset } = held;
  const file = dataset.files.find((candidate) => candidate.path === rest);
  if (!file) return errorPage(dataset.files.some((candidate) => candidate.path.startsWith(`${rest}/`)) ? 403 : 404);
  if (dataset.status === 'restricted')
    return errorPage(401, { 'WWW-Authenticate': 'Basic realm="Authorized users only"' });
  const body = contentOf(held, file);
  const zeros = file.content.kind === 'binary' ? file.content.bytes - body.length : 0;
  return { status: 200, headers: { 'Content-Type': file.mediaType }, body, zeros };
}
