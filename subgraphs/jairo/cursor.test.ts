import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkedFirst, decodeCursor, encodeCursor, fingerprint } from './cursor.js';

const OF = fingerprint(['a', 1]);
const position = z.number().int().min(1);

describe('a cursor', () => {
  it('gives back where the walk stands', () => {
    expect(decodeCursor(encodeCursor(OF, 21), OF, position)).toBe(21);
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
    Buffer.from(JSON.stringify({ v: 2, of: OF, at: 1 })).toString('base64url'),
    encodeCursor(OF, -1),
    encodeCursor(OF, 'x'),
  ])('%j is none, and the error says what to do', (text) => {
    expect(() => decodeCursor(text, OF, position)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining('endCursor') as string }),
    );
  });

  it('belongs to one walk', () => {
    expect(() => decodeCursor(encodeCursor(OF, 1), fingerprint(['a', 2]), position)).toThrow('belongs to another list');
  });
});

describe('first', () => {
  it('is 1 to 100, 20 unless told', () => {
    expect([undefined, null, 1, 100].map(checkedFirst)).toEqual([20, 20, 1, 100]);
    for (const first of [0, -1, 101, 100_000, 1.5]) expect(() => checkedFirst(first)).toThrow('1 to 100');
  });
});
