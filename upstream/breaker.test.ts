import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breaker, Circuits, refuseWhileOpen } from './breaker.js';
import {
  UpstreamAbandoned,
  UpstreamCircuitOpen,
  UpstreamRateLimited,
  UpstreamRejected,
  UpstreamTimeout,
  UpstreamUnavailable,
} from './errors.js';
import { policyLookup } from './policies.js';
import { failureOf, scopeWith, testPolicy, testRequest, testResponse } from './testing.js';
import type { UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';

const NAME = 'CINII_RESEARCH';
const details = { platform: NAME, message: 'no' };
type Outcome = 'fine' | Error | ((request: UpstreamRequest) => Promise<UpstreamResponse>);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function bench(changes: Partial<UpstreamPolicy> = {}) {
  const policyOf = policyLookup([testPolicy(changes)]);
  const circuits = new Circuits(() => 0);
  const sent: UpstreamRequest[] = [];
  let outcome: Outcome = 'fine';
  const send = refuseWhileOpen(
    policyOf,
    circuits,
    breaker(policyOf, circuits, async (request) => {
      sent.push(request);
      if (outcome instanceof Error) throw outcome;
      return outcome === 'fine' ? testResponse() : outcome(request);
    }),
  );
  const ask = (url = 'http://a.test/1'): Promise<UpstreamResponse> => send(testRequest({ url }), scopeWith(60_000));
  return {
    circuits,
    sent,
    answerWith: (next: Outcome) => (outcome = next),
    ask,
    askTimes: async (times: number, url?: string): Promise<void> => {
      for (let time = 0; time < times; time += 1) await ask(url).catch(() => undefined);
    },
  };
}

const away = new UpstreamUnavailable(details);

describe('the circuit breaker', () => {
  it('opens when at least five requests of ten seconds, and half of them, failed, and refuses at once then', async () => {
    const { ask, askTimes, answerWith, sent, circuits } = bench();
    await askTimes(3);
    answerWith(away);
    await askTimes(2);
    expect(circuits.stateOf(NAME)).toBe('closed');
    await askTimes(1);
    expect(circuits.stateOf(NAME)).toBe('open');
    const failure = await failureOf(ask());
    expect(failure).toBeInstanceOf(UpstreamCircuitOpen);
    expect(failure).toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: 4000 });
    expect(sent).toHaveLength(6);
  });

  it('stays closed for single failures, however many in a day', async () => {
    const { askTimes, answerWith, circuits } = bench();
    answerWith(away);
    for (let times = 0; times < 50; times += 1) {
      await askTimes(4);
      vi.advanceTimersByTime(10_001);
    }
    expect(circuits.stateOf(NAME)).toBe('closed');
  });

  it('lets a single request try after four seconds, without tries of its own, and closes when that one is answered', async () => {
    const { ask, askTimes, answerWith, sent, circuits } = bench();
    answerWith(away);
    await askTimes(5);
    vi.advanceTimersByTime(4000);
    expect(circuits.stateOf(NAME)).toBe('half-open');
    let come: () => void = () => undefined;
    answerWith(() => new Promise((resolve) => (come = () => resolve(testResponse()))));
    const probe = ask();
    await vi.advanceTimersByTimeAsync(0);
    expect(await failureOf(ask())).toBeInstanceOf(UpstreamCircuitOpen);
    expect(sent).toHaveLength(6);
    expect(sent.at(-1)).toMatchObject({ once: true });
    come();
    await probe;
    expect(circuits.stateOf(NAME)).toBe('closed');
    answerWith('fine');
    await ask();
    expect(sent.at(-1)?.once).toBeUndefined();
  });

  it('opens anew when the probe fails, and lets another try when the probe’s caller left', async () => {
    const { ask, askTimes, answerWith, circuits, sent } = bench();
    answerWith(away);
    await askTimes(5);
    vi.advanceTimersByTime(4000);
    await askTimes(3);
    expect(sent).toHaveLength(6);
    vi.advanceTimersByTime(4000);
    answerWith(new UpstreamAbandoned(details));
    await askTimes(1);
    expect(circuits.stateOf(NAME)).toBe('half-open');
    answerWith('fine');
    await ask();
    expect(circuits.stateOf(NAME)).toBe('closed');
  });

  it('sends a platform that answers 503 for half a minute less than one request a second, and is back within ten', async () => {
    const { askTimes, answerWith, sent, circuits } = bench();
    answerWith(away);
    for (let tenths = 0; tenths < 300; tenths += 1) {
      await askTimes(3);
      vi.advanceTimersByTime(100);
    }
    expect(sent.length).toBeLessThan(15);
    answerWith('fine');
    let waited = 0;
    while (circuits.stateOf(NAME) !== 'closed') {
      await askTimes(3);
      vi.advanceTimersByTime(100);
      waited += 100;
    }
    expect(waited).toBeLessThan(10_000);
  });

  it('gives a platform the time that it asks for, up to a minute', async () => {
    const { ask, askTimes, answerWith } = bench();
    answerWith(new UpstreamUnavailable({ ...details, status: 503, retryAfterMs: 3_600_000 }));
    await askTimes(5);
    expect(await failureOf(ask())).toMatchObject({ retryAfterMs: 60_000 });
  });

  it.each([
    ['what the caller asked wrongly', new UpstreamRejected({ ...details, status: 400 })],
    ['a rate that is used up', new UpstreamRateLimited({ ...details, status: 429 })],
    ['our own rate', new UpstreamRateLimited(details)],
    ['a caller who left', new UpstreamAbandoned(details)],
    ['a caller who had no time', new UpstreamTimeout(details)],
  ])('does not count %s', async (_, error) => {
    const { askTimes, answerWith, circuits } = bench();
    answerWith(error);
    await askTimes(20);
    expect(circuits.stateOf(NAME)).toBe('closed');
  });

  it('counts a platform that hangs', async () => {
    const { ask, answerWith, circuits } = bench();
    answerWith(() => new Promise((_resolve, reject) => setTimeout(() => reject(new UpstreamTimeout(details)), 2500)));
    const asking = Array.from({ length: 5 }, () => failureOf(ask()));
    await vi.advanceTimersByTimeAsync(2500);
    await Promise.all(asking);
    expect(circuits.stateOf(NAME)).toBe('open');
  });

  it('keeps one host’s trouble to that host', async () => {
    const { ask, askTimes, answerWith, circuits } = bench({ frontEnd: () => 'hosts' });
    answerWith(away);
    await askTimes(20, 'http://a.test/1');
    answerWith('fine');
    await expect(ask('http://b.test/1')).resolves.toBeDefined();
    expect(circuits.stateOf(NAME)).toBe('open');
  });

  it('asks none of the hosts when several behind one front end fail', async () => {
    const { ask, answerWith, sent } = bench({
      frontEnd: (url) => (url.hostname === 'index.test' ? null : 'hosts'),
    });
    answerWith(away);
    for (const host of ['a', 'b', 'c', 'd', 'e']) await failureOf(ask(`http://${host}.test/1`));
    expect(await failureOf(ask('http://f.test/1'))).toBeInstanceOf(UpstreamCircuitOpen);
    expect(sent).toHaveLength(5);
    answerWith('fine');
    await expect(ask('http://index.test/1')).resolves.toBeDefined();
  });
});
