/** Encodes text in cp932, which Node.js only decodes: by decoding every pair of bytes once. */

let pairs: Map<string, number> | null = null;

/** Lead bytes 0x81-0x9f and 0xe0-0xfc, trail bytes 0x40-0xfc; the first pair that gives a character is the one that Windows writes. */
function doubleBytes(): Map<string, number> {
  const decoder = new TextDecoder('shift_jis');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd' && !found.has(character))
        found.set(character, lead * 256 + trail);
    }
  }
  return found;
}

/** @throws where a character is neither ASCII nor in JIS X 0208: a mistake in the world's data. */
export function encodeCp932(text: string): Buffer {
  pairs ??= doubleBytes();
  const bytes = Buffer.alloc(text.length * 2);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = pairs.get(character);
    if (code < 0x80) length = bytes.writeUInt8(code, length);
    else if (pair === undefined) throw new Error(`cp932 has no ${character}`);
    else length = bytes.writeUInt16BE(pair, length);
  }
  return bytes.subarray(0, length);
}
