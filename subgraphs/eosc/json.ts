import { UnreadableDocument } from '../common/errors.js';
import { documentText, parseJsonText } from '../common/json.js';

export { faultOf, isObject } from '../common/json.js';

/** @throws UnreadableDocument with the place, never with the text. */
export function parseJson(body: Uint8Array): unknown {
  const text = documentText(body);
  if (text === '') throw new UnreadableDocument('it is empty');
  if (text.startsWith('<')) {
    throw new UnreadableDocument(
      `it is no JSON but ${/^<(?:!doctype\s+html|html)\b/i.test(text) ? 'an HTML page' : 'markup'}`,
    );
  }
  return parseJsonText(text);
}
