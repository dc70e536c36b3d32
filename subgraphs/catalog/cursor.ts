import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { BadUserInput } from '../common/errors.js';

/** Where a walk stands at one platform. */
export interface PlatformPosition {
  /** The connector's own position of the page that holds the first hit not yet given; null: its start. */
  readonly at: string | null;
  /** How many hits lie before that page. */
  readonly base: number;
  /** Offsets, from that page's start, of hits that were given already. */
  readonly given: readonly number[];
  /** The platform has no more. */
  readonly end: boolean;
  /** The platform's own number of hits, as it said when it was last asked. */
  readonly total: number | null;
}

/** What a cursor holds. */
export interface SearchCursor {
  /** Hash of what was searched: a cursor belongs to one search. */
  readonly of: string;
  /** Hits asked of each platform at once: the same on every page of a walk, so that offsets keep their meaning. */
  readonly window: number;
  /** By the platform (CINII_RESEARCH). */
  readonly positions: Readonly<Record<string, PlatformPosition>>;
}

const VERSION = 1;
const SIGNATURE_BYTES = 12;

const wire = z.tuple([
  z.literal(VERSION),
  z.string(),
  z.number().int().min(1).max(1000),
  z.record(
    z.string(),
    z.tuple([z.string().nullable(), z.number().int().min(0), z.string(), z.boolean(), z.number().nullable()]),
  ),
]);

/** 0,1,2,3,7 as "0-3,7": a page is mostly given from its start. */
function packOffsets(offsets: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === offset) last[1] = offset;
    else runs.push([offset, offset]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join(',');
}

function unpackOffsets(packed: string): number[] {
  if (packed === '') return [];
  return packed.split(',').flatMap((run) => {
    const [from, to] = run.split('-').map(Number);
    if (from === undefined || !Number.isInteger(from) || from > 10_000) throw new Error('offset');
    const end = to ?? from;
    if (!Number.isInteger(end) || end < from || end > 10_000) throw new Error('offset');
    return Array.from({ length: end - from + 1 }, (_, index) => from + index);
  });
}

function sign(payload: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`cursor ${payload}`).digest().subarray(0, SIGNATURE_BYTES);
}

/** An opaque, signed text that holds where the walk stands. */
export function encodeCursor(cursor: SearchCursor, secret: string): string {
  const positions = Object.fromEntries(
    Object.entries(cursor.positions).map(([name, position]) => [
      name,
      [position.at, position.base, packOffsets(position.given), position.end, position.total],
    ]),
  );
  const payload = Buffer.from(JSON.stringify([VERSION, cursor.of, cursor.window, positions])).toString('base64url');
  return `${payload}.${sign(payload, secret).toString('base64url')}`;
}

/**
 * Reads a cursor back.
 * @throws BadUserInput for a text that is no cursor, a changed one, or one of another search.
 */
export function decodeCursor(text: string, of: string, secret: string): SearchCursor {
  const [payload = '', signature = '', ...rest] = text.split('.');
  const expected = sign(payload, secret);
  const given = Buffer.from(signature, 'base64url');
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new BadUserInput(
      '`after` is not a cursor of this service, or was changed: pass an endCursor or an edge cursor as it was given.',
    );
  }
  let parsed: z.infer<typeof wire>;
  try {
    parsed = wire.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  } catch {
    throw new BadUserInput(
      '`after` is a cursor of another version of this service: start the search again without it.',
    );
  }
  const [, cursorOf, window, positions] = parsed;
  if (cursorOf !== of) {
    throw new BadUserInput(
      '`after` belongs to another search: query, filter and sort must be the ones that it was given for.',
    );
  }
  return {
    of: cursorOf,
    window,
    positions: Object.fromEntries(
      Object.entries(positions).map(([name, [at, base, packed, end, total]]) => [
        name,
        { at, base, given: unpackOffsets(packed), end, total },
      ]),
    ),
  };
}
