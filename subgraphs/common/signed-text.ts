import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE_BYTES = 12;

function signature(payload: string, kind: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${kind} ${payload}`).digest().subarray(0, SIGNATURE_BYTES);
}

/**
 * A text with a signature behind its last dot, so that what is handed out to be brought back is known again.
 * @param kind what it is (cursor, …): one kind is never taken for another
 */
export function signed(payload: string, kind: string, secret: string): string {
  return `${payload}.${signature(payload, kind, secret).toString('base64url')}`;
}

/** What was signed; null for a text that is none of this kind, or was changed. */
export function openSigned(text: string, kind: string, secret: string): string | null {
  const dot = text.lastIndexOf('.');
  const payload = text.slice(0, Math.max(dot, 0));
  const expected = signature(payload, kind, secret);
  const given = Buffer.from(text.slice(dot + 1), 'base64url');
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  // Base64 has unused bits at its end: only the very text that was given is ours.
  return isOurs && given.toString('base64url') === text.slice(dot + 1) ? payload : null;
}
