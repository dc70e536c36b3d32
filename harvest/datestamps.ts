import { parseInstant } from '../subgraphs/common/edtf.js';
import { OaiFault } from './protocol.js';

/** Seconds since 1970: the finest granularity of the protocol. */
export type Seconds = number;

/** Which datestamps are asked for; both ends belong to it. */
export interface Period {
  readonly from: Seconds | null;
  readonly until: Seconds | null;
}

const DAY_S = 86_400;

export function secondsOf(instant: string): Seconds {
  return Math.floor(Date.parse(instant) / 1000);
}

/** YYYY-MM-DDThh:mm:ssZ */
export function datestamp(seconds: Seconds): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

type Granularity = 'day' | 'second';

function read(name: string, text: string): { readonly start: Seconds; readonly granularity: Granularity } {
  const granularity = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? 'day'
    : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)
      ? 'second'
      : null;
  const instant = granularity === null ? null : parseInstant(text);
  if (granularity === null || instant === null)
    throw new OaiFault(
      'badArgument',
      `${name} is no date here: write 2026-12-01 or 2026-12-01T00:00:00Z, in UTC, one that is in the calendar.`,
    );
  return { start: secondsOf(instant), granularity };
}

/**
 * What `from` and `until` ask for. A day as `until` is that whole day (3.3.1).
 * @throws OaiFault badArgument: what is no date, two granularities, an end before its beginning
 */
export function readPeriod(from: string | undefined, until: string | undefined): Period {
  const first = from === undefined ? null : read('from', from);
  const last = until === undefined ? null : read('until', until);
  if (first !== null && last !== null && first.granularity !== last.granularity)
    throw new OaiFault('badArgument', 'from and until have two granularities: give two days, or two instants.');
  const end = last === null ? null : last.start + (last.granularity === 'day' ? DAY_S - 1 : 0);
  if (first !== null && end !== null && first.start > end)
    throw new OaiFault('badArgument', 'from is after until: swap them.');
  return { from: first?.start ?? null, until: end };
}
