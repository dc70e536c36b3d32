import { firstDay, lastDay } from '../subgraphs/common/edtf.js';

/** A period by which a search is narrowed, as `from` and `until` of a WorkFilter; null: open. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** Where an open period is cut first: before it, little is dated. */
const EARLIEST = 1950;
/** Before that year nothing is divided any more. */
const FIRST = 1000;

type Unit = 4 | 7 | 10;

/** A day as a number that counts on by one: of its year, its month, or the day itself. */
function ordinal(day: string, unit: Unit): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (unit === 4) return year;
  return unit === 7 ? year * 12 + month - 1 : Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function text(number: number, unit: Unit): string {
  if (unit === 4) return String(number).padStart(4, '0');
  if (unit === 7)
    return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Two periods that are one together, the earlier one first: between years, else between months, else between days. Null: a day, or
 * what lies open before or behind all dates.
 */
export function halves({ from, until }: Period, thisYear: number): readonly [Period, Period] | null {
  // What is announced for years to come is little.
  const last = until === null ? `${String(Math.max(thisYear, from === null ? 0 : ordinal(firstDay(from), 4)) + 1)}-12-31` : lastDay(until); // prettier-ignore
  const end = ordinal(last, 4);
  const first = from === null ? `${String(end > EARLIEST ? EARLIEST : end - 200)}-01-01` : firstDay(from);
  if (ordinal(first, 4) < FIRST || (until === null && ordinal(first, 4) > thisYear)) return null;
  const unit = ([4, 7, 10] as const).find((one) => ordinal(first, one) < ordinal(last, one));
  if (unit === undefined) return null;
  const middle = Math.floor((ordinal(first, unit) + ordinal(last, unit)) / 2);
  return [
    { from, until: text(middle, unit) },
    { from: text(middle + 1, unit), until },
  ];
}
