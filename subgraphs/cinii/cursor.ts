import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadUserInput } from '../common/errors.js';
import { WINDOW, type CiniiCriteria } from './requests.js';

/** Where a page of `ciniiSearch` begins, and of which search. Opaque to clients. */
const shape = z.object({
  v: z.literal(1),
  start: z
    .int()
    .min(2)
    .max(WINDOW + 1),
  of: z.string(),
});

/** What a cursor belongs to: the same words, segment and filter; a filter that is null or an empty list is none. */
function hashOf({ query, segment, filter, sort }: CiniiCriteria): string {
  const set = Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([(query ?? '').trim(), segment, set, sort]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** The cursor after which the hit number `start` (1 is the first) comes. */
export function encodeCursor(criteria: CiniiCriteria, start: number): string {
  return Buffer.from(JSON.stringify({ v: 1, start, of: hashOf(criteria) })).toString('base64url');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The number of the hit that a page begins with.
 * @throws BadUserInput for what is no cursor of this search.
 */
export function decodeCursor(criteria: CiniiCriteria, after: string | null | undefined): number {
  if (after === null || after === undefined) return 1;
  const cursor = shape.safeParse(parse(Buffer.from(after, 'base64url').toString('utf8')));
  if (!cursor.success) {
    throw new BadUserInput('after is no cursor of ciniiSearch: give the endCursor of its last page, or leave it out.');
  }
  if (cursor.data.of !== hashOf(criteria)) {
    throw new BadUserInput(
      'after is a cursor of another search: keep query, segment and filter as they were, or leave it out to begin anew.',
    );
  }
  return cursor.data.start;
}
