import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadUserInput } from '../common/errors.js';

/** How many datasets stand before a page, and of which query. Opaque to clients. */
const shape = z.object({ v: z.literal(1), at: z.int().min(0).max(1_000_000), of: z.string() });

function hashOf(query: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify(query?.trim() ?? ''))
    .digest('base64url')
    .slice(0, 12);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function encodeCursor(query: string | null, at: number): string {
  return Buffer.from(JSON.stringify({ v: 1, at, of: hashOf(query) })).toString('base64url');
}

/** @throws BadUserInput for what is no cursor of this query. */
export function decodeCursor(query: string | null, after: string | null | undefined): number {
  if (after === null || after === undefined) return 0;
  const cursor = shape.safeParse(parse(Buffer.from(after, 'base64url').toString('utf8')));
  if (!cursor.success) {
    throw new BadUserInput('after is no cursor of gedDatasets: give the endCursor of its last page, or leave it out.');
  }
  if (cursor.data.of !== hashOf(query)) {
    throw new BadUserInput('after is a cursor of another search: keep query as it was, or leave it out to begin anew.');
  }
  return cursor.data.at;
}
