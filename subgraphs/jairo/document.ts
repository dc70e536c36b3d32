import { UnreadableDocument } from '../common/errors.js';
import { parseXml, XmlError, type XmlElement } from '../common/xml.js';

/** The encoding that an XML declaration names; UTF-8 where there is none (WEKO3 leaves the declaration out of its errors: fact sheet 2.1). */
function declaredEncoding(bytes: Buffer): string {
  const start = bytes.subarray(0, 200).toString('latin1');
  return /^\s*<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(start.replace(/^\u00ef\u00bb\u00bf/, ''))?.[1] ?? 'utf-8';
}

function decodeText(bytes: Buffer): string {
  const encoding = declaredEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableDocument(`the bytes are no text in ${encoding}`);
  }
}

/**
 * Reads an XML document of a repository or of IRDB, with or without declaration or byte order mark.
 * @throws UnreadableDocument that says where and why, and shows none of the document.
 */
export function readXmlDocument(bytes: Buffer): XmlElement {
  const text = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableDocument('the document is empty');
  // A closed page or a front end in trouble answers with HTML and status 200 (fact sheet 9.1).
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(text)) {
    throw new UnreadableDocument('this is an HTML page, not an XML document');
  }
  if (/^\s*[[{]/.test(text)) throw new UnreadableDocument('this is JSON, not an XML document');
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) throw new UnreadableDocument(`not readable as XML: ${error.message}`);
    throw error;
  }
}
