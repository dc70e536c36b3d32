import type { z } from 'zod';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';

/** The JSON of a document. @throws UnreadableDocument */
export function readJson(body: Uint8Array): unknown {
  const text = new TextDecoder('utf-8').decode(body).trim();
  if (text === '') throw new UnreadableDocument('it is empty');
  if (text.startsWith('<')) throw new UnreadableDocument('it is no JSON but a page or XML');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableDocument('it is no JSON, or is cut off');
  }
}

/** Whatever the status, what is not said to be JSON is no answer: a login page comes with 200 (fact sheet 10). */
export function answerJson({ headers, body }: UpstreamResponse): unknown {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && !/json$/.test(type)) {
    throw new UnreadableDocument(`it is no JSON but ${/^[\w.+/-]{1,60}$/.test(type) ? type : 'of another media type'}`);
  }
  return readJson(body);
}

/** Decodes by a shape; the first fault's place and kind become the error, none of the content. */
export function decodeAs<T extends z.ZodType>(shape: T, value: unknown, what: string): z.output<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  throw new UnreadableDocument(`${what}: ${place === '' ? '' : `${place}: `}${issue?.message ?? 'unexpected shape'}`);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name from a document that is safe to show. */
export function shown(name: unknown): string {
  return typeof name === 'string' && /^[\w:.-]{1,40}$/.test(name) ? name : 'unnamed things';
}
