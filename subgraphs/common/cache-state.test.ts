import { expect, it } from 'vitest';
import { leastFresh } from './cache-state.js';

it('the state of an answer made of several is that of the least fresh', () => {
  expect(leastFresh(['HIT', 'HIT'])).toBe('HIT');
  expect(leastFresh(['HIT', 'MISS'])).toBe('MISS');
  expect(leastFresh(['MISS', 'STALE', 'HIT'])).toBe('STALE');
  expect(leastFresh([])).toBe('HIT');
});
