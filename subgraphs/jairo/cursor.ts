import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { BadUserInput } from '../common/errors.js';

/** A short fingerprint of what a cursor belongs to. */
export function fingerprint(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

/** An opaque text that holds where a walk stands, and of which walk. */
export function encodeCursor(of: string, position: unknown): string {
  return Buffer.from(JSON.stringify({ v: 1, of, at: position })).toString('base64url');
}

/**
 * Reads a cursor back.
 * @throws BadUserInput for a text that is none, or one of another walk.
 */
export function decodeCursor<T>(text: string, of: string, position: z.ZodType<T>): T {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    parsed = null;
  }
  const cursor =
    typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : new Map<string, unknown>();
  const at = position.safeParse(cursor.get('at'));
  if (cursor.get('v') !== 1 || !at.success) {
    throw new BadUserInput('`after` is no cursor of this list: pass an endCursor as it was given, or none to start.');
  }
  if (cursor.get('of') !== of) {
    throw new BadUserInput('`after` belongs to another list: pass it with the arguments that it was given for.');
  }
  return at.data;
}

/** @throws BadUserInput unless 1 to 100. */
export function checkedFirst(first: number | null | undefined): number {
  const wanted = first ?? 20;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 100) {
    throw new BadUserInput(`first: ${String(wanted)} is out of bounds: ask for 1 to 100 at once.`);
  }
  return wanted;
}
