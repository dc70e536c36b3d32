import { expect, it } from 'vitest';
import { throttles, type Asker } from './throttle.js';

const stranger: Asker = { user: null, address: '203.0.113.1', cookie: false, path: 'nodes/' };

/** Asks so often, `step` milliseconds apart, and tells the statuses' last detail. */
function ask(count: number, step: number, asker: Asker): unknown {
  let now = 0;
  const throttle = throttles(() => now);
  let last: unknown = null;
  for (let index = 0; index < count; index += 1) {
    last = throttle(asker)?.errors[0]?.detail ?? null;
    now += step;
  }
  return last;
}

it('lets strangers ask a hundred times an hour, whoever brings a cookie more often', () => {
  expect(ask(100, 200, stranger)).toBeNull();
  expect(ask(101, 200, stranger)).toBe('Request was throttled. Expected available in 3580 seconds.');
  expect(ask(101, 200, { ...stranger, cookie: true })).toBeNull();
});

it('has a rate of its own for strangers at the root', () => {
  expect(ask(1000, 1, { ...stranger, path: '' })).toBeNull();
  expect(ask(1001, 1, { ...stranger, path: '' })).toBe('Request was throttled. Expected available in 3599 seconds.');
});

it('counts the second from the oldest request, and says so in the singular', () => {
  const user = { ...stranger, user: 'uv76d' };
  expect(ask(11, 50, user)).toBe('Request was throttled. Expected available in 1 second.');
  expect(ask(11, 101, user)).toBeNull();
  expect(ask(10_001, 101, user)).toMatch(/^Request was throttled\. Expected available in \d{5} seconds\.$/);
});
