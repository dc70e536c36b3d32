import { readNasaAmes, type NasaAmesFile } from './nasa-ames/index.js';
import { FILE_FORMAT_INDEXES } from './nasa-ames/types.js';

/** So much of a file shows what it begins with: two lines of a header, and a mark of its encoding. */
const HEAD_BYTES = 1024;
const INDEXES: ReadonlySet<number> = new Set(FILE_FORMAT_INDEXES);

/** `NLHEAD FFI`, perhaps with an annotation behind it. */
function isFirstLine(line: string): boolean {
  const [, length, index] = /^\s*(\d{1,7})\s+(\d{4})(?=\s|\{|$)/.exec(line) ?? [];
  return length !== undefined && INDEXES.has(Number(index));
}

/**
 * Whether bytes begin as NASA Ames does: the first line says so, else the second one, behind NDACC's line of a catalogue
 * (fact sheet 6.4). Neither the page's "text" nor the media type tells (fact sheet 3, 4).
 */
export function beginsAsNasaAmes(body: Uint8Array): boolean {
  // The digits are ASCII in every encoding that is read; in UTF-16 there is a zero beside each.
  const head = Buffer.from(body.subarray(0, HEAD_BYTES)).toString('latin1').replace(/^(?:ï»¿|ÿþ|þÿ)|\0/g, ''); // prettier-ignore
  const [first = '', second = ''] = head.split(/\r\n?|\n/);
  return isFirstLine(first) || isFirstLine(second);
}

/** A data file that was fetched; its columns are read when they are asked for, and once. */
export class DataFile {
  private parsed: Promise<NasaAmesFile> | null = null;

  constructor(
    private readonly body: Buffer,
    private readonly maxBytes: number,
  ) {}

  /** Null: it is no NASA Ames. @throws UnreadableDocument for one that breaks its format, with the line */
  async nasaAmes(): Promise<NasaAmesFile | null> {
    if (!beginsAsNasaAmes(this.body)) return null;
    this.parsed ??= readNasaAmes(this.body, { maxBytes: this.maxBytes });
    return this.parsed;
  }
}
