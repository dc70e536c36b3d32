import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadUserInput } from '../common/errors.js';

/**
 * Where a page begins: behind a dataset, and how many stood before it. The dataset keeps the place when datasets come or go
 * between two pages; where it went itself, the number does.
 */
export interface Place {
  readonly after: string;
  readonly offset: number;
}

const placeShape = z.object({ after: z.string().max(300), offset: z.int().min(1).max(1_000_000) });
const cursorShape = z.object({ v: z.literal(1), of: z.string(), at: placeShape });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A place as the position of a search. */
export function positionOf(place: Place): string {
  return JSON.stringify(place);
}

/** @throws BadUserInput for what is no position of this connector's. */
export function placeOfPosition(position: string | null): Place | null {
  if (position === null) return null;
  const place = placeShape.safeParse(parse(position));
  if (!place.success) {
    throw new BadUserInput('The position in DIAS is none: start the search again without a cursor.');
  }
  return place.data;
}

/** Where the hits behind a place begin. */
export function startOf(place: Place | null, hits: readonly { readonly id: string }[]): number {
  if (place === null) return 0;
  const at = hits.findIndex(({ id }) => id === place.after);
  return at < 0 ? Math.min(place.offset, hits.length) : at + 1;
}

function hashOf(search: unknown): string {
  return createHash('sha256').update(JSON.stringify(search)).digest('base64url').slice(0, 12);
}

/** An opaque cursor for clients, of one search. */
export function encodeCursor(search: unknown, at: Place): string {
  return Buffer.from(JSON.stringify({ v: 1, of: hashOf(search), at })).toString('base64url');
}

/** @throws BadUserInput for what is no cursor of this search. */
export function decodeCursor(search: unknown, after: string | null | undefined): Place | null {
  if (after === null || after === undefined) return null;
  const cursor = cursorShape.safeParse(parse(Buffer.from(after, 'base64url').toString('utf8')));
  if (!cursor.success) {
    throw new BadUserInput('after is no cursor of diasDatasets: give the endCursor of its last page, or leave it out.');
  }
  if (cursor.data.of !== hashOf(search)) {
    throw new BadUserInput(
      'after is a cursor of another search: keep query, bbox, from and until as they were, or leave it out to begin anew.',
    );
  }
  return cursor.data.at;
}
