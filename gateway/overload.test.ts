/** What the process sees of itself before it refuses work. */
import { getHeapStatistics } from 'node:v8';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Admission } from './admission.js';

vi.mock('node:v8', { spy: true });
vi.mock('node:perf_hooks', { spy: true });

/** How often the process looks at itself. */
const LOOK_MS = 250;
/** What the monitor itself rests between two looks. */
const RESOLUTION_MS = 20;

const staying = new AbortController().signal;
const refusal = { status: 503, code: 'RATE_LIMITED', headers: { 'retry-after': '1' } };

describe('a process that is behind', () => {
  let delay: { mean: number; count: number };
  let heapShare: number;
  let admission: Admission;

  const looks = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * LOOK_MS);
  const delayed = (ms: number): void => {
    delay = { mean: (ms + RESOLUTION_MS) * 1e6, count: 5 };
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    heapShare = 0.5;
    delayed(5);
    const monitor = { enable: () => true, disable: () => true, reset: () => undefined };
    const live = { mean: { get: () => delay.mean }, count: { get: () => delay.count } };
    vi.mocked(monitorEventLoopDelay).mockReturnValue(
      Object.defineProperties(monitor, live) as unknown as ReturnType<typeof monitorEventLoopDelay>,
    );
    const real = getHeapStatistics();
    vi.mocked(getHeapStatistics).mockImplementation(() => ({
      ...real,
      heap_size_limit: 1000,
      used_heap_size: heapShare * 1000,
    }));
    admission = new Admission(8);
  });
  afterEach(() => {
    admission.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('takes work while its event loop turns and its heap has room', async () => {
    await looks(10);
    expect(admission.isOverloaded).toBe(false);
    (await admission.enter(staying))();
    expect(admission.shed).toBe(0);
  });

  it('refuses at once, with a code and a time, while the event loop is late in two looks running, and then no more', async () => {
    delayed(600);
    await looks(1);
    // Once may be a single large answer.
    expect(admission.isOverloaded).toBe(false);
    await looks(1);
    expect(admission.isOverloaded).toBe(true);
    await expect(admission.enter(staying)).rejects.toMatchObject(refusal);
    expect(admission.shed).toBe(1);
    delayed(20);
    await looks(1);
    expect(admission.isOverloaded).toBe(false);
    (await admission.enter(staying))();
  });

  it('bears a lateness that is less than half a second', async () => {
    delayed(480);
    await looks(4);
    expect(admission.isOverloaded).toBe(false);
  });

  it('refuses while nearly all of its heap is in use', async () => {
    heapShare = 0.95;
    await looks(1);
    expect(admission.isOverloaded).toBe(true);
    await expect(admission.enter(staying)).rejects.toMatchObject(refusal);
    heapShare = 0.8;
    await looks(1);
    expect(admission.isOverloaded).toBe(false);
  });
});
