import { describe, expect, it } from 'vitest';
import { parseRate } from './rate-setting.js';

describe('a rate in the settings', () => {
  it.each([
    ['1/s', { requests: 1, perMs: 1000, burst: 1 }],
    ['60/h', { requests: 60, perMs: 3_600_000, burst: 60 }],
    ['100/min', { requests: 100, perMs: 60_000, burst: 100 }],
    ['1/s burst 4', { requests: 1, perMs: 1000, burst: 4 }],
    [' 2 / 3s ', { requests: 2, perMs: 3000, burst: 2 }],
    ['5/D', { requests: 5, perMs: 86_400_000, burst: 5 }],
  ])('%s is read', (text, rate) => {
    expect(parseRate(text)).toEqual(rate);
  });

  it.each(['', '1', '1/', '0/s', '-1/s', '1.5/s', '1/0s', '1/s burst 0', '1/s burst', '1/week', '1/m', '1/s 4'])(
    '"%s" is refused with what would be right',
    (text) => {
      expect(() => parseRate(text)).toThrow(`"${text}" is no rate: write requests per time, such as 1/s`);
    },
  );
});
