import { UnreadableDocument } from './errors.js';
import { parseXml, XmlError, type XmlElement } from './xml.js';

/** No answer of a catalogue or repository is as large; a larger document is refused before it is decoded. */
const MAX_BYTES = 100_000_000;

/** The encoding of a byte order mark or the XML declaration; UTF-8 where there is neither (WEKO3 leaves the declaration out of its errors). */
function declaredEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
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
 * Reads an XML document, with or without declaration or byte order mark.
 * @throws UnreadableDocument that says where and why, and shows none of the document.
 */
export function readXmlDocument(bytes: Buffer): XmlElement {
  if (bytes.length > MAX_BYTES) throw new UnreadableDocument(`the document is larger than ${String(MAX_BYTES)} bytes`);
  const text = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableDocument('the document is empty');
  // A closed page or a front end in trouble answers with HTML and status 200.
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
