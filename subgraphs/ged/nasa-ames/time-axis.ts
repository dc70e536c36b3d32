import { timeZoneHours } from './time-zone.js';

/** How an axis counts time: `at` is the instant of a number, in milliseconds since 1970 (UTC), NaN where there is none. */
export interface TimeAxis {
  at(value: number): number;
}

export const HOUR_MS = 3_600_000;
const MS: ReadonlyMap<string, number> = new Map([
  ['day', 24 * HOUR_MS],
  ['hour', HOUR_MS],
  ['minute', 60_000],
  ['second', 1_000],
]);
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['d', 'day'],
  ['h', 'hour'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['min', 'minute'],
  ['mins', 'minute'],
  ['s', 'second'],
  ['sec', 'second'],
  ['secs', 'second'],
]);

function unitOf(printed: string): string {
  const lower = printed.toLowerCase();
  return SHORT_NAMES.get(lower) ?? lower.replace(/s$/, '');
}

/** A whole calendar month, and of a part of one as much of its days. */
function addMonths(epoch: number, months: number): number {
  const whole = Math.floor(months);
  const monthStart = (count: number): number => {
    const date = new Date(epoch);
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + count);
    // 31 January and a month is the last of February, not 3 March.
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
    return date.getTime();
  };
  const start = monthStart(whole);
  return months === whole ? start : start + (months - whole) * (monthStart(whole + 1) - start);
}

function axisFrom(epoch: number, unit: string): TimeAxis {
  if (unit === 'year') return { at: (value) => addMonths(epoch, value * 12) };
  if (unit === 'month') return { at: (value) => addMonths(epoch, value) };
  const step = MS.get(unit) ?? NaN;
  return { at: (value) => epoch + value * step };
}

const SINCE =
  /(?<![A-Za-z])(years?|months?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?)\s+since\s+(\d{4})(-?)(\d{1,2})\3(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?\s*[([]?(Z\b|UTC\b|UT\b|GMT\b|JST\b|[+-]\d{1,2}:?(?:\d{2})?)?/i;

/**
 * `Months since 2014-01-01 00:00:00 +00:00` (fact sheet 5). Null where the text has no epoch, or has one in a time that
 * cannot be told.
 * @param unstated hours east of UTC of an epoch without an offset; null: not to be told
 */
export function epochAxis(text: string, unstated: number | null): TimeAxis | null {
  const match = SINCE.exec(text);
  if (match === null) return null;
  const [, unit = '', year = '', dash, month = '', day = '', hour, minute, second, zone] = match;
  if (dash === '' && (month.length !== 2 || day.length !== 2)) return null;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(midnight).getUTCMonth() !== Number(month) - 1) return null;
  const isLocal = zone === undefined && LOCAL.test(text.slice(match.index + match[0].length));
  const offset = zone === undefined ? unstated : timeZoneHours(zone);
  if (offset === null || isLocal) return null;
  const clock = (Number(hour ?? 0) * 60 + Number(minute ?? 0)) * 60_000 + Number(second ?? 0) * 1_000;
  return axisFrom(midnight + clock - offset * HOUR_MS, unitOf(unit));
}

const COUNTED = /(?<![A-Za-z])(seconds?|secs?|minutes|mins?|hours|hrs?|days)(?![A-Za-z])/i;
/** Counted from something else than midnight of DATE: a launch, a release; but `hours on the launch date` are the date's. */
const FROM_AN_EVENT =
  /\b(?:after|since|from|elapsed)\b.{0,40}\b(?:launch|release|start(?! of (?:the )?day)|take-?off|ignition)\b(?! date)/i;
/** An epoch of its own, that could not be read: not DATE. */
const FROM_ANOTHER_DATE = /\bsince\s+\d{4}[-/.]?\d/i;
/** Degrees and minutes of an arc are no time. */
const OF_ARC = /\b(?:latitude|longitude|degrees?|arc)\b/i;
const LOCAL = /\blocal\b|\bLT\b|\bLST\b|\bJST\b/i;

/** What X of FFI 1001 and its like counts from midnight (UT) of DATE, where its name says a unit of time; null where it does not. */
export function dateAxis(text: string, unit: string | null, dataDate: string | null): TimeAxis | null {
  const others = [FROM_AN_EVENT, FROM_ANOTHER_DATE, LOCAL, OF_ARC];
  if (dataDate === null || others.some((other) => other.test(text))) return null;
  const named = unit !== null && MS.has(unitOf(unit)) ? unit : COUNTED.exec(text)?.[1];
  return named === undefined ? null : axisFrom(Date.parse(`${dataDate}T00:00:00Z`), unitOf(named));
}
