import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadUserInput } from '../common/errors.js';
import { MAX_PAGE_SIZE, type ListPage } from './requests.js';

/** Where a page of projects begins: the platform counts in pages of one size, `skip` projects into one of them. */
export interface ProjectPosition extends ListPage {
  readonly skip: number;
}

const shape = z.object({
  v: z.literal(1),
  page: z.int().min(1).max(1_000_000),
  size: z.int().min(1).max(MAX_PAGE_SIZE),
  skip: z.int().min(0).max(MAX_PAGE_SIZE),
  of: z.string(),
});

function hashOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 12);
}

/** The cursor of a position in a list; `list` names which (its query, or whose projects). Opaque to clients. */
export function encodeCursor(list: string, { page, size, skip }: ProjectPosition): string {
  return Buffer.from(JSON.stringify({ v: 1, page, size, skip, of: hashOf(list) })).toString('base64url');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Where a page begins that was asked for with `first` and `after`.
 * @throws BadUserInput for what is no cursor of this list, and for a page size that was changed on the way.
 */
export function decodeCursor(list: string, first: number, after: string | null | undefined): ProjectPosition {
  if (after === null || after === undefined) return { page: 1, size: first, skip: 0 };
  const cursor = shape.safeParse(parse(Buffer.from(after, 'base64url').toString('utf8')));
  if (!cursor.success || cursor.data.of !== hashOf(list)) {
    throw new BadUserInput(
      'after is no cursor of these projects: give the endCursor of the last page with the same query, or leave it out.',
    );
  }
  const { page, size, skip } = cursor.data;
  if (size !== first) {
    throw new BadUserInput(`first is ${String(first)}, and the pages before had ${String(size)}: keep it as it was.`);
  }
  return { page, size, skip };
}
