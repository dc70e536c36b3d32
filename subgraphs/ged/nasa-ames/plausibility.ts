/**
 * Bytes that are valid as cp932 are often valid as EUC-JP, and nearly any Latin-1 text is valid as one of them: µg/m³ reads
 * as half-width katakana. What was meant is told by how likely the characters are that come out.
 */

/** Weights of a character: what Japanese text is made of, down to what it never holds. */
const COMMON = 1;
/**
 * Between kanji text misread (mostly half-width kana) and half-width kana misread as EUC-JP (two thirds common kanji, one
 * third rare ones: 0.78), so that both are told apart.
 */
const HALF_WIDTH = 0.85;
const RARE = 0.3;
const NEVER = -1;

/** Below this mean the text is not Japanese. */
export const LEAST_PLAUSIBLE = 0.3;

const isAscii = (byte: number | undefined): boolean => byte === undefined || byte < 0x80;
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

interface Character {
  readonly weight: number;
  readonly bytes: 1 | 2 | 3;
}

function cp932Character(lead: number): Character {
  if (lead >= 0xa1 && lead <= 0xdf) return { weight: HALF_WIDTH, bytes: 1 };
  // Symbols and kana; NEC's units; kanji of level 1.
  if ((lead >= 0x81 && lead <= 0x84) || lead === 0x87 || (lead >= 0x88 && lead <= 0x97)) {
    return { weight: COMMON, bytes: 2 };
  }
  return { weight: lead >= 0xf0 && lead <= 0xf9 ? NEVER : RARE, bytes: lead >= 0x81 ? 2 : 1 };
}

function eucJpCharacter(lead: number): Character {
  if (lead === 0x8e) return { weight: HALF_WIDTH, bytes: 2 };
  if (lead === 0x8f) return { weight: RARE, bytes: 3 };
  const common = (lead >= 0xa1 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xcf);
  return { weight: common ? COMMON : RARE, bytes: lead >= 0xa1 ? 2 : 1 };
}

/** A single odd character between ASCII is an accented letter or a sign, not Japanese: common kanji may stand alone between digits. */
function isStray({ weight, bytes }: Character, text: Uint8Array, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + bytes]];
  return weight === COMMON ? isLetter(before) && isLetter(after) : isAscii(before) && isAscii(after);
}

function meanWeight(text: Uint8Array, characterOf: (lead: number) => Character): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length;) {
    const lead = text[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const character = characterOf(lead);
    sum += isStray(character, text, at) ? Math.min(0, character.weight) : character.weight;
    count += 1;
    at += character.bytes;
  }
  return count === 0 ? 0 : sum / count;
}

/** How much like Japanese a text, valid as cp932, reads as such: at most 1. */
export function plausibilityAsCp932(text: Uint8Array): number {
  return meanWeight(text, cp932Character);
}

/** As plausibilityAsCp932, for EUC-JP. */
export function plausibilityAsEucJp(text: Uint8Array): number {
  return meanWeight(text, eucJpCharacter);
}
