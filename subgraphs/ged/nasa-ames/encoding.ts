import { UnreadableDocument } from '../../common/errors.js';
import { LEAST_PLAUSIBLE, plausibilityAsCp932, plausibilityAsEucJp } from './plausibility.js';
import type { TextEncoding } from './types.js';

export interface TextDecision {
  readonly encoding: TextEncoding;
  /** Decodes a text of which each character is a byte. */
  readonly decode: (bytes: string) => string;
}

/** WHATWG names; shift_jis is Windows-31J there (cp932), and latin1 is Windows-1252, which only adds to it. */
const LABELS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
  'latin-1': 'windows-1252',
};

function isValid(text: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(LABELS[encoding], { fatal: true }).decode(text);
    return true;
  } catch {
    return false;
  }
}

function encodingOf(text: Uint8Array): TextEncoding {
  if (isValid(text, 'utf-8')) return 'utf-8';
  const cp932 = isValid(text, 'cp932') ? plausibilityAsCp932(text) : 0;
  const eucJp = isValid(text, 'euc-jp') ? plausibilityAsEucJp(text) : 0;
  if (Math.max(cp932, eucJp) < LEAST_PLAUSIBLE) return 'latin-1';
  return eucJp > cp932 ? 'euc-jp' : 'cp932';
}

/**
 * How a file's texts are to be read: strict UTF-8, else cp932 or EUC-JP, whichever reads more like Japanese, else Latin-1
 * (fact sheet 11.3). To be asked once with all of its texts: the first letter beyond ASCII may come late.
 */
export function decideEncoding(texts: Uint8Array): TextDecision {
  const encoding = encodingOf(texts);
  const decoder = new TextDecoder(LABELS[encoding]);
  return { encoding, decode: (bytes) => decoder.decode(Buffer.from(bytes, 'latin1')) };
}

/**
 * Takes a file's byte order mark off, and makes UTF-8 of UTF-16, chunk by chunk. All other encodings keep ASCII bytes
 * for blanks, digits and line ends, so their numbers are read undecoded.
 */
export class ByteOrderMark {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | null = null;
  private held: Buffer | null = Buffer.alloc(0);
  private decoder: InstanceType<typeof TextDecoder> | null = null;

  take(chunk: Uint8Array): Uint8Array {
    if (this.held === null) return this.transcode(chunk, true);
    this.held = Buffer.concat([this.held, chunk]);
    return this.held.length < 3 ? Buffer.alloc(0) : this.begin(this.held);
  }

  /** What was held back: a file of less than three bytes, the end of a broken UTF-16 pair. */
  end(): Uint8Array {
    const rest = this.held === null ? Buffer.alloc(0) : this.begin(this.held);
    return this.decoder === null ? rest : Buffer.concat([rest, this.transcode(Buffer.alloc(0), false)]);
  }

  private begin(start: Buffer): Uint8Array {
    this.held = null;
    const [first, second, third] = start;
    if (first === 0xef && second === 0xbb && third === 0xbf) {
      this.encoding = 'utf-8';
      return start.subarray(3);
    }
    if (first === 0xff && second === 0xfe) this.encoding = 'utf-16le';
    else if (first === 0xfe && second === 0xff) this.encoding = 'utf-16be';
    if (this.encoding === null) return start;
    this.decoder = new TextDecoder(this.encoding, { fatal: true });
    return this.transcode(start, true);
  }

  private transcode(chunk: Uint8Array, stream: boolean): Uint8Array {
    if (this.decoder === null) return chunk;
    try {
      return Buffer.from(this.decoder.decode(chunk, { stream }), 'utf8');
    } catch {
      throw new UnreadableDocument(`its byte order mark says ${this.encoding ?? ''}, and it is not that`);
    }
  }
}
