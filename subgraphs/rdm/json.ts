import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { requireJson } from '../common/json.js';

export { decodeAs, isObject } from '../common/json.js';

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
export function answerJson(response: UpstreamResponse): unknown {
  requireJson(response);
  return readJson(response.body);
}

/** A name from a document that is safe to show. */
export function shown(name: unknown): string {
  return typeof name === 'string' && /^[\w:.-]{1,40}$/.test(name) ? name : 'unnamed things';
}
