import { parseDoi } from '../../common/identifiers.js';
import type { Line } from './lines.js';

/** The landing page's citation line: `Creator. (year). title [Data set]. データ統合・解析システム(DIAS). https://doi.org/…` (fact sheet 3). */
export interface Citation {
  readonly year: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly doi: string | null;
}

/** Longer lines are no citations. */
const LONGEST = 3000;

/** Null where a line is no citation. The creators in it are left alone: names and their separators cannot be told apart. */
export function parseCitation(text: string): Citation | null {
  if (text.length > LONGEST) return null;
  const kind = /\[\s*(?:data\s?set|データセット)\s*\]/i.exec(text);
  const year = /[(（](\d{4})[)）]\.?\s*/.exec(text);
  if (kind === null || year?.[1] === undefined || year.index > kind.index) return null;
  const title = text.slice(year.index + year[0].length, kind.index).trim();
  const behind = text.slice(kind.index + kind[0].length).replace(/^[.\s]+/, '');
  const address = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s?)\S+/i.exec(behind);
  const publisher = (address === null ? behind : behind.slice(0, address.index)).replace(/[.\s]+$/, '');
  return {
    year: year[1],
    title,
    publisher: publisher === '' ? null : publisher,
    doi: address === null ? null : parseDoi(address[0].replace(/[.,)]+$/, '')),
  };
}

/** The first citation line of a page. */
export function readCitation(lines: readonly Line[]): Citation | null {
  for (const { text } of lines) {
    const citation = parseCitation(text);
    if (citation !== null && citation.title !== '') return citation;
  }
  return null;
}
