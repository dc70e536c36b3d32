import { describe, expect, it, vi } from 'vitest';
import { ownReadings } from './first-readings.js';
import { Holdings, NotYet, type ReadSet } from './holdings.js';
import { PlatformsAway } from './port.js';
import type { SetReading } from './read-set.js';
import type { HarvestSet } from './sets.js';

const set = (spec: string): HarvestSet => ({
  spec,
  name: spec,
  written: '',
  question: { query: spec, filter: {}, sort: 'RELEVANCE' },
});
const reading = (...ids: string[]): SetReading => ({ works: ids.map((id) => ({ id, updated: 100 })), gaps: [] });

/** Holdings over two sets, a and b, by a clock that the test moves. */
function holdings(read: ReadSet, patienceMs = 60_000) {
  const clock = { now: 1_000_000 };
  const failures: unknown[] = [];
  const held = new Holdings({
    sets: [set('a'), set('b')],
    read,
    firstReadings: ownReadings,
    patienceMs,
    onFailure: (_, error) => failures.push(error),
    now: () => clock.now,
  });
  const ids = (): string[] =>
    held.ledger.page({ set: null, from: null, until: null }, null, 100).headers.map(({ id }) => id);
  return { held, clock, failures, ids };
}

describe('what the sets hold', () => {
  it('is read when it is asked for, of the set that is asked for, once for all who ask', async () => {
    const read = vi.fn<ReadSet>(({ spec }) => Promise.resolve(reading(`in ${spec}`)));
    const { held, ids } = holdings(read);
    expect(read).not.toHaveBeenCalled();
    await Promise.all([held.ready('a'), held.ready('a')]);
    expect(ids()).toEqual(['in a']);
    expect(held.areKnown).toBe(false);
    await held.ready(null);
    expect(ids()).toEqual(['in a', 'in b']);
    expect(held.areKnown).toBe(true);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is not waited for without end: whoever asks may come again', async () => {
    const { held } = holdings(() => new Promise(() => undefined), 5);
    await expect(held.ready('a')).rejects.toMatchObject({ name: 'NotYet', retryAfterS: 10 });
  });

  it('is read anew behind an answer when it is an hour old', async () => {
    const read = vi.fn<ReadSet>(() => Promise.resolve(reading('x')));
    const { held, clock } = holdings(read);
    await held.ready('a');
    clock.now += 3599;
    await held.ready('a');
    expect(read).toHaveBeenCalledTimes(1);
    clock.now += 1;
    await held.ready('a');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('stands while it cannot be read anew', async () => {
    let works = reading('x');
    let isAway = false;
    const { held, clock, failures, ids } = holdings(() =>
      isAway ? Promise.reject(new PlatformsAway('away')) : Promise.resolve(works),
    );
    await held.ready('a');
    isAway = true;
    clock.now += 4000;
    await held.ready('a');
    await vi.waitFor(() => {
      expect(failures).toHaveLength(1);
    });
    expect(ids()).toEqual(['x']);
    isAway = false;
    works = reading('x', 'y');
    clock.now += 31;
    await held.ready('a');
    await vi.waitFor(() => {
      expect(ids()).toEqual(['x', 'y']);
    });
  });

  it('is refused where a platform is away, and not tried again at once', async () => {
    const read = vi.fn<ReadSet>(() => Promise.reject(new PlatformsAway('away')));
    const { held, clock } = holdings(read);
    await expect(held.ready('a')).rejects.toThrow(NotYet);
    clock.now += 10;
    await expect(held.ready('a')).rejects.toMatchObject({ retryAfterS: 20 });
    expect(read).toHaveBeenCalledTimes(1);
    clock.now += 20;
    await expect(held.ready('a')).rejects.toThrow(NotYet);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('says why a list is shorter, and takes nothing for deleted then', async () => {
    let answer: SetReading = reading('x', 'y');
    const { held, clock, ids } = holdings(() => Promise.resolve(answer));
    await held.ready('a');
    expect(held.gapsOf('a')).toEqual([]);
    answer = { ...reading('x'), gaps: ['DIAS: half of it'] };
    clock.now += 4000;
    await held.ready('a');
    await vi.waitFor(() => {
      expect(held.gapsOf('a')).toEqual(['DIAS: half of it']);
    });
    expect(ids()).toEqual(['x', 'y']);
    expect(held.ledger.get('y')?.deleted).toBe(false);
  });

  it('is read no further when the server ends, and that is no failure', async () => {
    const { held, failures } = holdings(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
    );
    const waiting = held.ready('a');
    held.close();
    await expect(waiting).rejects.toThrow(NotYet);
    expect(failures).toEqual([]);
  });
});
