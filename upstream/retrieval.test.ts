import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retrieval } from './retrieval.js';

describe('how an answer was come by', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => vi.useRealTimers());

  it('is the same object for all who come by it alike, and another for the others', () => {
    const [answer, at] = [{}, new Date()];
    const miss = retrieval(answer, at, 'MISS');
    const hit = retrieval(answer, at, 'HIT');
    expect(hit).not.toBe(miss);
    expect(hit.cache).toBe('HIT');
    expect(miss.cache).toBe('MISS');
    expect(retrieval(answer, at, 'HIT')).toBe(hit);
    expect(retrieval({}, at, 'HIT')).not.toBe(hit);
  });

  it('has the age of the moment in which it is looked at, in whole seconds, and none of a clock that went back', () => {
    const at = new Date();
    const told = retrieval({}, at, 'HIT');
    expect(told.ageSeconds).toBe(0);
    vi.setSystemTime(at.getTime() + 61_900);
    expect(told.ageSeconds).toBe(61);
    expect({ ...told }).toEqual({ at, cache: 'HIT', ageSeconds: 61 });
    vi.setSystemTime(at.getTime() - 5000);
    expect(told.ageSeconds).toBe(0);
  });
});
