import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { BadUserInput } from '../common/errors.js';
import type { HitPage } from '../common/connector.js';
import { openSigned, signed } from '../common/signed-text.js';
import type { CarriedKeys } from './given.js';
import { packKeys, packWideKeys, unpackKeys, unpackWideKeys } from './key-set.js';

/** Where a walk stands at one platform. */
export interface PlatformPosition {
  /** The connector's own position of the page that holds the first hit not yet given; null: its start. */
  readonly at: string | null;
  /** How many hits lie before that page. */
  readonly base: number;
  /** Offsets, from that page's start, of hits that need not be looked at again: given, counted as late, or not meeting the filter. */
  readonly given: readonly number[];
  /** The platform has no more, or no more that can be reached. */
  readonly end: boolean;
  /** The platform's own number of hits, as it said when it was last asked. */
  readonly total: number | null;
  readonly totalKind: HitPage['totalKind'];
  /** Records so far that belong to works which were given before them. */
  readonly late: number;
}

/** What a cursor holds. */
export interface SearchCursor {
  /** Hash of what was searched: a cursor belongs to one search. */
  readonly of: string;
  /** By the platform (CINII_RESEARCH). */
  readonly positions: Readonly<Record<string, PlatformPosition>>;
  /** What was given. */
  readonly carried: CarriedKeys;
  /** A long walk: everything that was given is carried, and the cursor has room for it (MAX_LONG_CURSOR). */
  readonly long: boolean;
  /** The walk was too long to be carried on: this cursor leads to its end. */
  readonly over: boolean;
}

/** 2: carries what was given. */
const VERSION = 2;
/** Characters of a cursor: it has its place in a URL and in a log line. */
export const MAX_CURSOR = 2048;
/**
 * Characters of a long walk's cursor, which no client sees: some 390,000 keys, of 130,000 to 200,000 works. It is sent to a catalog
 * that runs elsewhere in a body of at most 4 MiB.
 */
export const MAX_LONG_CURSOR = 3_200_000;

/** Bytes of a cursor's head once it is unpacked. It is ours, since it is signed, and still no reason to unpack without bound. */
const MAX_HEAD = 64 * 1024;

const KINDS = ['EXACT', 'AT_LEAST', 'UNKNOWN'] as const;

const wire = z.tuple([
  z.literal(VERSION),
  z.string(),
  /** Whether keys that hits tell are carried, are told by the pages, the walk is over, or it is a long one (and over). */
  z.enum(['carried', 'pages', 'over', 'long', 'long over']),
  z.record(
    z.string(),
    z.tuple([
      z.string().nullable(),
      z.int().min(0),
      z.string(),
      z.int().min(0).max(1),
      z.number().nullable(),
      z.int().min(0).max(2),
      z.int().min(0),
    ]),
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

function stateOf({ over, long, carried }: SearchCursor): z.infer<typeof wire>[2] {
  if (long) return over ? 'long over' : 'long';
  if (over) return 'over';
  return carried.told === null ? 'pages' : 'carried';
}

function headOf(cursor: SearchCursor): string {
  const positions = Object.fromEntries(
    Object.entries(cursor.positions).map(([name, { at, base, given, end, total, totalKind, late }]) => [
      name,
      [at, base, packOffsets(given), end ? 1 : 0, total, KINDS.indexOf(totalKind), late],
    ]),
  );
  return JSON.stringify([VERSION, cursor.of, stateOf(cursor), positions]);
}

/** An opaque, signed text that holds where the walk stands and what it has given. */
function write(cursor: SearchCursor, secret: string): string {
  const { told, learnt } = cursor.carried;
  const pack = cursor.long ? packWideKeys : packKeys;
  const payload = [deflateRawSync(headOf(cursor)), pack(told ?? []), pack(learnt)]
    .map((part) => part.toString('base64url'))
    .join('.');
  return signed(payload, 'cursor', secret);
}

/** The cursor behind which a walk that became too long to be carried has nothing more. */
function overOf(cursor: SearchCursor): SearchCursor {
  const positions = Object.fromEntries(
    Object.entries(cursor.positions).map(([name, position]) => [
      name,
      position.end
        ? position
        : { ...position, at: null, given: [], end: true, totalKind: position.total === null ? 'UNKNOWN' : 'AT_LEAST' },
    ]),
  ) as Record<string, PlatformPosition>;
  return { ...cursor, positions, carried: { told: cursor.long ? [] : null, learnt: [] }, over: true };
}

/**
 * Writes a cursor of at most MAX_CURSOR characters, of a long walk of MAX_LONG_CURSOR. What was given is carried while it has room; then the platforms' pages
 * tell it; and where even what they don't tell has no room, the walk is over.
 */
export function encodeCursor(cursor: SearchCursor, secret: string): { readonly text: string; readonly over: boolean } {
  const forms: readonly SearchCursor[] = cursor.long
    ? [cursor, overOf(cursor)]
    : [cursor, { ...cursor, carried: { ...cursor.carried, told: null } }, overOf(cursor)];
  for (const form of forms) {
    const text = write(form, secret);
    if (text.length <= (cursor.long ? MAX_LONG_CURSOR : MAX_CURSOR) || form.over) return { text, over: form.over };
  }
  throw new RangeError('unreachable: the last form is always taken');
}

/** Bytes that a packed key takes at most, and what packing and signing add to a head that does not get any shorter. */
const KEY_BYTES = 5;
const ADDED_BYTES = 128;

/** Whether a walk surely goes on behind a cursor that carries so many learnt keys: told without packing and signing it. */
export function surelyGoesOn(cursor: Omit<SearchCursor, 'carried'>, learnt: number): boolean {
  // Whoever walks long wants the cursor anyway.
  if (cursor.long) return false;
  const head = Buffer.byteLength(headOf({ ...cursor, carried: { told: null, learnt: [] } }));
  return !cursor.over && ((head + learnt * KEY_BYTES + ADDED_BYTES) * 4) / 3 <= MAX_CURSOR;
}

function parse(payload: string): Omit<SearchCursor, 'carried'> & { readonly carried: CarriedKeys } {
  const [head = '', told = '', learnt = ''] = payload.split('.');
  const text = inflateRawSync(Buffer.from(head, 'base64url'), { maxOutputLength: MAX_HEAD }).toString('utf8');
  const [, of, state, positions] = wire.parse(JSON.parse(text));
  const long = state === 'long' || state === 'long over';
  const unpack = (packed: string): number[] => (long ? unpackWideKeys : unpackKeys)(Buffer.from(packed, 'base64url'));
  return {
    of,
    long,
    over: state === 'over' || state === 'long over',
    carried: { told: long || state === 'carried' ? unpack(told) : null, learnt: unpack(learnt) },
    positions: Object.fromEntries(
      Object.entries(positions).map(([name, [at, base, packed, end, total, kind, late]]) => [
        name,
        {
          at,
          base,
          given: unpackOffsets(packed),
          end: end === 1,
          total,
          totalKind: KINDS[kind] ?? 'UNKNOWN',
          late,
        },
      ]),
    ),
  };
}

/**
 * Reads a cursor back; that of a long walk through another search begins this one, and what was given stays given.
 * @throws BadUserInput for a text that is no cursor, a changed one, one of another version, or one of another search.
 */
export function decodeCursor(text: string, of: string, secret: string): SearchCursor {
  const payload = openSigned(text, 'cursor', secret);
  if (payload === null) {
    throw new BadUserInput(
      '`after` is not a cursor of this service, or was changed: pass an endCursor or an edge cursor as it was given.',
    );
  }
  let cursor: SearchCursor;
  try {
    cursor = parse(payload);
  } catch {
    throw new BadUserInput(
      '`after` is a cursor of another version of this service: start the search again without it.',
    );
  }
  if (cursor.of !== of) {
    // Parts of one long walk are searches of their own: each begins at its start and knows what those before have given.
    if (cursor.long) return { ...cursor, of, positions: {}, over: false };
    throw new BadUserInput(
      '`after` belongs to another search: query, filter and sort must be the ones that it was given for.',
    );
  }
  return cursor;
}
