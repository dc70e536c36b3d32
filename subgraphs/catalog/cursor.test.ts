import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCursor,
  encodeCursor,
  MAX_CURSOR,
  surelyGoesOn,
  type PlatformPosition,
  type SearchCursor,
} from './cursor.js';

const SECRET = 'a secret that processes share';
const OF = 'abcdefghijkl';

const position: fc.Arbitrary<PlatformPosition> = fc.record({
  at: fc.option(fc.string({ maxLength: 80 })),
  base: fc.nat({ max: 10_000 }),
  given: fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 60 }).map((offsets) => offsets.sort((a, b) => a - b)),
  end: fc.boolean(),
  total: fc.option(fc.nat()),
  totalKind: fc.constantFrom('EXACT' as const, 'AT_LEAST' as const, 'UNKNOWN' as const),
  late: fc.nat({ max: 5_000 }),
});
const numbers = (maxLength: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 36 - 1 }), { maxLength }).map((keys) => keys.sort((a, b) => a - b));
const cursor: fc.Arbitrary<SearchCursor> = fc.record({
  of: fc.constant(OF),
  positions: fc.dictionary(fc.constantFrom('CINII_RESEARCH', 'JAIRO_CLOUD', 'EOSC'), position, {
    noNullPrototype: true,
  }),
  carried: fc.record({ told: fc.option(numbers(40)), learnt: numbers(40) }),
  long: fc.constant(false),
  over: fc.constant(false),
});

function start(told: number, learnt: number): SearchCursor {
  const keys = (count: number, step: number): number[] => Array.from({ length: count }, (_, index) => index * step + 7);
  return {
    of: OF,
    positions: {
      EOSC: { at: 'AoM/D', base: 100, given: [0, 1], end: false, total: 900, totalKind: 'EXACT', late: 3 },
    },
    carried: { told: keys(told, 65_000_011), learnt: keys(learnt, 61_000_001) },
    long: false,
    over: false,
  };
}

describe('a cursor', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(cursor, (given) => {
        expect(decodeCursor(encodeCursor(given, SECRET).text, OF, SECRET)).toEqual(given);
      }),
    );
  });

  it('carries what was given while it has room, then what the pages do not tell, and then leads to the end', () => {
    const read = (told: number, learnt: number): SearchCursor => {
      const { text } = encodeCursor(start(told, learnt), SECRET);
      expect(text.length).toBeLessThanOrEqual(MAX_CURSOR);
      return decodeCursor(text, OF, SECRET);
    };
    expect(read(300, 50).carried.told).toHaveLength(300);
    expect(read(500, 50).carried).toMatchObject({ told: null, learnt: start(0, 50).carried.learnt });
    expect(encodeCursor(start(500, 300), SECRET).over).toBe(false);
    expect(encodeCursor(start(500, 500), SECRET).over).toBe(true);
    const over = read(500, 500);
    expect(over).toMatchObject({ over: true, carried: { told: null, learnt: [] } });
    expect(over.positions['EOSC']).toMatchObject({ end: true, total: 900, totalKind: 'AT_LEAST', late: 3 });
  });

  it('is never the end where it was said to go on before it was made', () => {
    fc.assert(
      fc.property(cursor, numbers(400), (given, learnt) => {
        const long = { ...given, carried: { ...given.carried, learnt } };
        expect(surelyGoesOn(long, learnt.length) && encodeCursor(long, SECRET).over).toBe(false);
      }),
    );
    expect(surelyGoesOn(start(500, 100), 100)).toBe(true);
    expect(surelyGoesOn({ ...start(0, 0), over: true }, 0)).toBe(false);
  });

  it('is refused where one character of it was changed, added or taken away', () => {
    const { text } = encodeCursor(start(20, 3), SECRET);
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom('A', 'z', '_', '.', ''), (at, letter) => {
        const changed = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
        fc.pre(changed !== text);
        expect(() => decodeCursor(changed, OF, SECRET)).toThrow(/not a cursor of this service, or was changed/);
      }),
      { numRuns: 300 },
    );
    for (const none of ['', '.', 'nonsense', `${text}A`]) {
      expect(() => decodeCursor(none, OF, SECRET)).toThrow(/not a cursor of this service/);
    }
  });

  it('is refused with another secret, and for another search', () => {
    const { text } = encodeCursor(start(20, 3), SECRET);
    expect(() => decodeCursor(text, OF, 'another secret')).toThrow(/not a cursor of this service/);
    expect(() => decodeCursor(text, 'another', SECRET)).toThrow(/belongs to another search/);
  });

  it('of the version before is refused as such', () => {
    const payload = Buffer.from(JSON.stringify([1, OF, 20, { EOSC: ['*', 0, '0-19', false, 900] }])).toString(
      'base64url',
    );
    const signature = createHmac('sha256', SECRET).update(`cursor ${payload}`).digest().subarray(0, 12);
    expect(() => decodeCursor(`${payload}.${signature.toString('base64url')}`, OF, SECRET)).toThrow(
      /another version of this service: start the search again/,
    );
  });
});
