import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadUserInput } from '../common/errors.js';

/** Where a page begins, and of which search. Opaque to clients; `at` is the platform's own position. */
const shape = z.object({ v: z.literal(1), at: z.string().min(1).max(4000), of: z.string() });

function hashOf(search: unknown): string {
  return createHash('sha256').update(JSON.stringify(search)).digest('base64url').slice(0, 12);
}

/** What a search is, whatever order its filter was written in; what is null narrows nothing. */
export function searchKey(query: string | null | undefined, filter: object | null | undefined): unknown {
  const set = Object.entries(filter ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return [(query ?? '').trim(), set];
}

export function encodeCursor(search: unknown, at: string): string {
  return Buffer.from(JSON.stringify({ v: 1, at, of: hashOf(search) })).toString('base64url');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The platform's position that a cursor holds; null for the start.
 * @throws BadUserInput for what is no cursor of this search.
 */
export function decodeCursor(search: unknown, after: string | null | undefined, field: string): string | null {
  if (after === null || after === undefined) return null;
  const cursor = shape.safeParse(parse(Buffer.from(after, 'base64url').toString('utf8')));
  if (!cursor.success) {
    throw new BadUserInput(`after is no cursor of ${field}: give the endCursor of its last page, or leave it out.`);
  }
  if (cursor.data.of !== hashOf(search)) {
    throw new BadUserInput(
      'after is a cursor of another search: keep query and filter as they were, or leave it out to begin anew.',
    );
  }
  return cursor.data.at;
}
