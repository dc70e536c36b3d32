import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.js';

const NOW = Date.parse('2026-11-20T00:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['3', 3000],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 00:00:07 GMT', 7000],
    ['Thu, 19 Nov 2026 00:00:00 GMT', 0],
  ])('"%s" is read', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });

  it.each([undefined, '', '-1', '1.5', 'soon', '2026-11-20', '99999999999999', 'Fri, 99 Nov 2026 00:00:07 GMT'])(
    '"%s" says nothing',
    (header) => {
      expect(retryAfterMs(header, NOW)).toBeUndefined();
    },
  );
});
