/** Documents as profiles take them. */
import { documentText, isObject, parseJsonText } from '../subgraphs/common/json.js';
import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { parseXml, XmlError, type XmlElement } from '../subgraphs/common/xml.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An element, or a JSON object. */
export type CheckedDocument =
  { readonly kind: 'xml'; readonly root: XmlElement } | { readonly kind: 'json'; readonly root: JsonObject };

/**
 * The documents in a text: one, or those of a JSON array.
 * @throws UnreadableDocument where and why
 */
export function readDocuments(bytes: Uint8Array): CheckedDocument[] {
  const text = documentText(bytes);
  if (text === '') throw new UnreadableDocument('it is empty');
  if (text.startsWith('<')) return [{ kind: 'xml', root: readXml(text) }];
  const value = parseJsonText(text);
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => {
    if (!isObject(item)) throw new UnreadableDocument('it is JSON without an object');
    return { kind: 'json', root: item };
  });
}

function readXml(text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) throw new UnreadableDocument(`it is no well-formed XML: ${error.message}`);
    throw error;
  }
}
