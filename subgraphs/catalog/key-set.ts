import { createHash } from 'node:crypto';

/**
 * Keys as numbers of 36 bits. The longest walk carries some 380 of them and asks for some 6,000 keys: one in 30,000 such
 * walks counts a record as late that is not. More bits would make all walks shorter.
 */
const HASH_BITS = 36;
const RANGE = 2 ** HASH_BITS;

/** Bytes of a key's number in a long walk: of 300,000 keys that are asked for among as many, one in 3,000 walks takes one for another. */
const WIDE_BYTES = 6;

/** The number of a key: the same in every process. `wide`: in the 48 bits of a long walk. */
export function keyNumber(key: string, wide = false): number {
  const number = createHash('sha256').update(key).digest().readUIntBE(0, WIDE_BYTES);
  return wide ? number : Math.floor(number / 2 ** (8 * WIDE_BYTES - HASH_BITS));
}

/** Wide numbers as they are: there is room, and every page reads and writes all of them. */
export function packWideKeys(keys: Iterable<number>): Buffer {
  const each = [...new Set(keys)];
  const packed = Buffer.allocUnsafe(each.length * WIDE_BYTES);
  each.forEach((key, index) => packed.writeUIntBE(key, index * WIDE_BYTES, WIDE_BYTES));
  return packed;
}

/** The wide numbers of a packed set. @throws RangeError for what is none. */
export function unpackWideKeys(packed: Buffer): number[] {
  if (packed.length % WIDE_BYTES !== 0) throw new RangeError('the set of keys ends early');
  return Array.from({ length: packed.length / WIDE_BYTES }, (_, index) =>
    packed.readUIntBE(index * WIDE_BYTES, WIDE_BYTES),
  );
}

/** How many low bits of a distance are written as they are, so that what is above them is mostly 0 or 1. */
function lowBits(count: number): number {
  return count === 0 ? 0 : Math.floor(Math.log2(RANGE / count));
}

class BitWriter {
  private readonly bytes: number[] = [];
  private used = 8;

  bit(value: number): void {
    if (this.used === 8) {
      this.bytes.push(0);
      this.used = 0;
    }
    if (value === 1) this.bytes[this.bytes.length - 1] = (this.bytes.at(-1) ?? 0) | (0x80 >> this.used);
    this.used += 1;
  }

  number(value: number, bits: number): void {
    for (let at = bits - 1; at >= 0; at -= 1) this.bit(Math.floor(value / 2 ** at) % 2);
  }

  buffer(): Buffer {
    return Buffer.from(this.bytes);
  }
}

class BitReader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  bit(): number {
    const byte = this.bytes[this.at >> 3];
    if (byte === undefined) throw new RangeError('the set of keys ends early');
    const value = (byte >> (7 - (this.at & 7))) & 1;
    this.at += 1;
    return value;
  }

  number(bits: number): number {
    let value = 0;
    for (let read = 0; read < bits; read += 1) value = value * 2 + this.bit();
    return value;
  }
}

const COUNT_BITS = 16;

/** A set of key numbers in about 29 bits each: sorted, the distances Golomb-Rice coded. */
export function packKeys(keys: Iterable<number>): Buffer {
  const sorted = [...new Set(keys)].sort((a, b) => a - b);
  if (sorted.length === 0) return Buffer.alloc(0);
  const low = lowBits(sorted.length);
  const writer = new BitWriter();
  writer.number(sorted.length, COUNT_BITS);
  let before = 0;
  for (const key of sorted) {
    const distance = key - before;
    for (let high = Math.floor(distance / 2 ** low); high > 0; high -= 1) writer.bit(1);
    writer.bit(0);
    writer.number(distance % 2 ** low, low);
    before = key;
  }
  return writer.buffer();
}

/** The key numbers of a packed set. @throws RangeError for what is none. */
export function unpackKeys(packed: Buffer): number[] {
  if (packed.length === 0) return [];
  const reader = new BitReader(packed);
  const count = reader.number(COUNT_BITS);
  const low = lowBits(count);
  const keys: number[] = [];
  let key = 0;
  for (let read = 0; read < count; read += 1) {
    let high = 0;
    while (reader.bit() === 1) high += 1;
    key += high * 2 ** low + reader.number(low);
    keys.push(key);
  }
  return keys;
}
