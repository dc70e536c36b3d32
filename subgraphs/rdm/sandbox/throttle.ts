/** The documented throttles of API v2 (fact sheet 7). */
import { failure, type ErrorView } from './jsonapi.js';

interface Rate {
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
}

const USER: Rate = { name: 'user', requests: 10_000, seconds: 86_400 };
const ANONYMOUS: Rate = { name: 'non-cookie-auth', requests: 100, seconds: 3_600 };
const BURST: Rate = { name: 'burst', requests: 10, seconds: 1 };
const ROOT: Rate = { name: 'root-anon-throttle', requests: 1_000, seconds: 3_600 };

/** Who asks, as the throttles tell callers apart. */
export interface Asker {
  /** User id; null for anonymous callers. */
  readonly user: string | null;
  readonly address: string;
  /** Whether any cookie came along. */
  readonly cookie: boolean;
  /** Path below `/v2/`. */
  readonly path: string;
}

function ratesFor(asker: Asker): readonly Rate[] {
  if (asker.user === null && (asker.path === '' || asker.path === 'status/')) return [ROOT];
  return asker.user === null && !asker.cookie ? [USER, ANONYMOUS, BURST] : [USER, BURST];
}

/** The answer to a caller who has to wait so many seconds. */
export function throttled(seconds: number): ErrorView {
  const unit = seconds === 1 ? 'second' : 'seconds';
  return failure(429, `Request was throttled. Expected available in ${String(seconds)} ${unit}.`, {
    'Retry-After': String(seconds),
  });
}

/** Counts requests and refuses those over a rate; a refused one is not counted. `now` in milliseconds. */
export function throttles(now: () => number = () => performance.now()): (asker: Asker) => ErrorView | null {
  const histories = new Map<string, number[]>();
  return (asker) => {
    const time = now();
    const counted: number[][] = [];
    for (const rate of ratesFor(asker)) {
      const key = `${rate.name}/${asker.user ?? asker.address}`;
      const history = histories.get(key) ?? [];
      histories.set(key, history);
      while (history[0] !== undefined && history[0] <= time - rate.seconds * 1000) history.shift();
      if (history.length >= rate.requests)
        return throttled(Math.max(1, Math.ceil(((history[0] ?? time) + rate.seconds * 1000 - time) / 1000)));
      counted.push(history);
    }
    for (const history of counted) history.push(time);
    return null;
  };
}
