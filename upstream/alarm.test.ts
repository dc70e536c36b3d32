import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alarm, pause } from './alarm.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an alarm', () => {
  it('rings once when its moment has come', () => {
    const ring = vi.fn();
    const at = Date.now() + 100;
    alarm(() => at, ring);
    vi.advanceTimersByTime(99);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(ring).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits on for a moment that moved', () => {
    const ring = vi.fn();
    let at = Date.now() + 100;
    alarm(() => at, ring);
    at += 100;
    vi.advanceTimersByTime(150);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('does not ring at once for a moment that never comes or is months away', () => {
    const ring = vi.fn();
    alarm(() => Number.POSITIVE_INFINITY, ring);
    const far = Date.now() + 2 ** 40;
    alarm(() => far, ring);
    vi.advanceTimersByTime(60_000);
    expect(ring).not.toHaveBeenCalled();
  });

  it('leaves no timer when it is cancelled', () => {
    const ring = vi.fn();
    const cancel = alarm(() => Date.now() + 100, ring);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a pause', () => {
  it('ends when its time is over, and leaves no listener', async () => {
    const controller = new AbortController();
    const waiting = pause(50, controller.signal);
    await vi.advanceTimersByTimeAsync(50);
    await expect(waiting).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends at once when the signal aborts, and leaves no timer', async () => {
    const controller = new AbortController();
    const waiting = pause(60_000, controller.signal);
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(pause(60_000, controller.signal)).rejects.toThrow('gone');
    expect(vi.getTimerCount()).toBe(0);
  });
});
