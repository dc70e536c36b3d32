import type { z } from 'zod';
import { UnreadableDocument } from '../common/errors.js';

/** A document's bytes as text: UTF-8, a byte order mark taken off. */
function documentText(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body).trim();
  } catch {
    throw new UnreadableDocument('it is not UTF-8 text');
  }
}

/** Where in a text the JSON reader stopped, for people; its own message shows the text and is not passed on. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return 'it ends too early or is malformed';
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
}

/** @throws UnreadableDocument with the place, never with the text. */
export function parseJson(body: Uint8Array): unknown {
  const text = documentText(body);
  if (text === '') throw new UnreadableDocument('it is empty');
  if (text.startsWith('<')) {
    throw new UnreadableDocument(
      `it is no JSON but ${/^<(?:!doctype\s+html|html)\b/i.test(text) ? 'an HTML page' : 'markup'}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableDocument(`it is not well-formed JSON (${placeOf(error, text)})`);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first fault of a shape: its place and kind, none of the content. */
export function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'unexpected shape'}`;
}
