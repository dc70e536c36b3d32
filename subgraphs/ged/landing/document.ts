import { UnreadableDocument } from '../../common/errors.js';

/** Encodings of Japanese pages besides UTF-8, as a page names them itself. */
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,20})/i;
const READABLE = new Set(['shift_jis', 'shift-jis', 'sjis', 'x-sjis', 'windows-31j', 'cp932', 'euc-jp', 'iso-2022-jp']);

/** A page's bytes as text: UTF-8, else what the page itself says to be in. @throws UnreadableDocument */
export function pageText(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    const head = Buffer.from(body.subarray(0, 2048)).toString('latin1');
    const declared = DECLARED.exec(head)?.[1]?.toLowerCase() ?? '';
    if (!READABLE.has(declared))
      throw new UnreadableDocument('it is no text in UTF-8, and names no other encoding that is read');
    try {
      return new TextDecoder(declared === 'cp932' ? 'shift_jis' : declared, { fatal: true }).decode(body);
    } catch {
      throw new UnreadableDocument(`it is no text in the encoding that it names (${declared})`);
    }
  }
}
