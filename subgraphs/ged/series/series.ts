import { BadUserInput } from '../../common/errors.js';
import { scaled } from '../nasa-ames/scaling.js';
import { NoTimes, timesOf } from '../nasa-ames/time.js';
import type { NasaAmesFile, Variable } from '../nasa-ames/types.js';
import { thin } from './thinning.js';

export const MAX_POINTS = 5_000;

export interface SeriesRequest {
  /** As the file names it, or its whole line where several have one name; the case and the width of its letters do not matter where only one variable fits. */
  readonly variable: string;
  /** Inclusive. */
  readonly from: Date | null;
  /** Inclusive. */
  readonly until: Date | null;
  /** 1 to 5,000. */
  readonly maxPoints: number;
}

export interface SeriesPoint {
  readonly at: Date;
  /** Scaled. */
  readonly value: number;
  /** Between the point before and this one values are missing, for so long that a line would tell what is not known. */
  readonly afterGap: boolean;
}

export interface Series {
  readonly variable: string;
  readonly description: string;
  readonly unit: string | null;
  /** In file order, missing values left out, thinned to `maxPoints`. */
  readonly points: readonly SeriesPoint[];
  /** Values in the period, before thinning. */
  readonly total: number;
  /** Rows in the period whose value is missing. */
  readonly missing: number;
  /** Rows whose time is missing or impossible: no period holds them. */
  readonly withoutTime: number;
}

function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

interface Chosen {
  readonly variable: Variable;
  readonly recorded: Float64Array;
}

/** What tells a variable from others of its name: `NAME: description`. */
function lineOf({ name, description, printed }: Variable): string {
  return description === '' || description === printed ? name : `${name}: ${description}`;
}

/** The variable asked for: by its line, else by its very name, else by the only one that differs in case or width alone. */
function choose({ header, values, auxiliary }: NasaAmesFile, name: string): Chosen {
  const columns = [...values, ...(header.valuesPerMark === null ? auxiliary : [])];
  const all = [...header.variables, ...header.auxiliary].flatMap((variable, index) => {
    const recorded = columns[index];
    return recorded === undefined ? [] : [{ variable, recorded }];
  });
  const whole = all.filter(({ variable }) => variable.printed === name || lineOf(variable) === name);
  const exact = all.filter(({ variable }) => variable.name === name);
  const folded = all.filter(({ variable }) => foldName(variable.name) === foldName(name));
  const found = [whole, exact, folded].find((some) => some.length > 0) ?? [];
  const [chosen] = found;
  if (chosen !== undefined && found.length === 1) return chosen;
  if (found.length > 0) {
    const lines = found.map(({ variable }) => `"${lineOf(variable)}"`).join(', ');
    throw new BadUserInput(
      `variable: "${name}" fits ${String(found.length)} variables of this file: ask for one of ${lines}.`,
    );
  }
  const names = [...new Set(all.map(({ variable }) => variable.name))].join(', ');
  throw new BadUserInput(`variable: "${name}" is no variable of this file; it has: ${names}.`);
}

interface Period {
  readonly instants: Float64Array;
  /** Recorded: scaling changes no picture, and few of them are kept. */
  readonly values: Float64Array;
  /** Of each value, how many rows of the period were missing before it. */
  readonly missingBefore: Float64Array;
  readonly missing: number;
  readonly withoutTime: number;
}

function within(recorded: Float64Array, instants: Float64Array, from: number, until: number): Period {
  const [at, values, missingBefore] = [0, 1, 2].map(() => new Float64Array(recorded.length));
  let count = 0;
  let missing = 0;
  let withoutTime = 0;
  for (const [row, value] of recorded.entries()) {
    const instant = instants[row] ?? NaN;
    if (Number.isNaN(instant)) withoutTime += 1;
    else if (instant >= from && instant <= until) {
      if (Number.isNaN(value)) missing += 1;
      else {
        if (at !== undefined) at[count] = instant;
        if (values !== undefined) values[count] = value;
        if (missingBefore !== undefined) missingBefore[count] = missing;
        count += 1;
      }
    }
  }
  const taken = (column: Float64Array | undefined) => column?.subarray(0, count) ?? new Float64Array();
  return { instants: taken(at), values: taken(values), missingBefore: taken(missingBefore), missing, withoutTime };
}

/**
 * Whether a line from one kept point to the next would hide a gap: rows are missing between, and, where points were thinned
 * out, for longer than kept points lie apart on the average. A shorter gap has no width in the picture.
 */
function gapTest({ instants, missingBefore }: Period, kept: readonly number[]): (from: number, to: number) => boolean {
  const span = (instants.at(-1) ?? 0) - (instants[0] ?? 0);
  const least = kept.length < instants.length ? span / Math.max(kept.length - 1, 1) : 0;
  return (from, to) => {
    for (let index = from + 1; index <= to; index += 1) {
      const missing = (missingBefore[index] ?? 0) > (missingBefore[index - 1] ?? 0);
      if (missing && Math.abs((instants[index] ?? 0) - (instants[index - 1] ?? 0)) > least) return true;
    }
    return false;
  };
}

function pointsOf(period: Period, scale: number, maxPoints: number): SeriesPoint[] {
  const kept = thin(period.instants, period.values, maxPoints);
  const isGap = gapTest(period, kept);
  return kept.map((index, position) => {
    const before = kept[position - 1];
    return {
      at: new Date(period.instants[index] ?? NaN),
      value: scaled(period.values[index] ?? NaN, scale),
      afterGap: before !== undefined && isGap(before, index),
    };
  });
}

/**
 * One variable of a file in time. Throws BadUserInput for a name that the file does not have, for `maxPoints` out of
 * bounds, for a period that ends before it begins, and where the file's values have no place in time.
 */
export function seriesOf(file: NasaAmesFile, { variable: name, from, until, maxPoints }: SeriesRequest): Series {
  if (!Number.isInteger(maxPoints) || maxPoints < 1 || maxPoints > MAX_POINTS) {
    throw new BadUserInput(`maxPoints: ${String(maxPoints)} is not within 1 and ${String(MAX_POINTS)}.`);
  }
  if (from !== null && until !== null && from > until) throw new BadUserInput('from: lies after until.');
  const times = timesOf(file);
  if (times instanceof NoTimes) throw new BadUserInput(`series: this file gives none: ${times.why}.`);
  const { variable, recorded } = choose(file, name);
  const period = within(recorded, times.instants, from?.getTime() ?? -Infinity, until?.getTime() ?? Infinity);
  return {
    variable: variable.name,
    description: variable.description,
    unit: variable.unit,
    points: pointsOf(period, variable.scale, maxPoints),
    total: period.values.length,
    missing: period.missing,
    withoutTime: period.withoutTime,
  };
}
