import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Admission } from './admission.js';
import { HttpFault } from './http-fault.js';

const staying = new AbortController().signal;
const refusalOf = (entering: Promise<unknown>): Promise<unknown> =>
  entering.then(
    () => null,
    (error: unknown) => error,
  );

describe('the admission of answers', () => {
  let admission: Admission;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    admission = new Admission(2);
  });
  afterEach(() => {
    admission.close();
    vi.useRealTimers();
  });

  it('lets so many work at once, and the next one as soon as one has ended', async () => {
    const leave = await admission.enter(staying);
    await admission.enter(staying);
    let isIn = false;
    const third = admission.enter(staying).then((leaveThird) => {
      isIn = true;
      return leaveThird;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(isIn).toBe(false);
    leave();
    leave();
    await third;
    expect(admission.shed).toBe(0);
    expect(await refusalOf(admission.enter(AbortSignal.abort()))).toBeInstanceOf(HttpFault);
  });

  it('refuses who finds no place in a moment, with a code and a time', async () => {
    await admission.enter(staying);
    await admission.enter(staying);
    const refusal = refusalOf(admission.enter(staying));
    await vi.advanceTimersByTimeAsync(150);
    expect(await refusal).toMatchObject({ status: 503, code: 'RATE_LIMITED', headers: { 'retry-after': '1' } });
    expect(admission.shed).toBe(1);
  });

  it('refuses at once when as many wait as may work', async () => {
    for (let count = 0; count < 2; count += 1) await admission.enter(staying);
    const waiting = [1, 2].map(() => refusalOf(admission.enter(staying)));
    expect(await refusalOf(admission.enter(staying))).toBeInstanceOf(HttpFault);
    await vi.advanceTimersByTimeAsync(150);
    for (const refusal of await Promise.all(waiting)) expect(refusal).toBeInstanceOf(HttpFault);
  });

  it('keeps no place for a caller who left while waiting', async () => {
    const leave = await admission.enter(staying);
    await admission.enter(staying);
    const leaving = new AbortController();
    const gone = refusalOf(admission.enter(leaving.signal));
    leaving.abort();
    await gone;
    leave();
    const next = await admission.enter(staying);
    next();
  });
});
