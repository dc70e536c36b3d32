import { HOUR_MS } from './time-axis.js';
import { saysUtc, timeZoneHours } from './time-zone.js';
import type { NasaAmesFile, Variable } from './types.js';

const PART_NAMES = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'] as const;

/** Columns that hold the parts of the date, in the order of PART_NAMES; null: not in the file. */
export interface TimeParts {
  readonly columns: readonly (Float64Array | null)[];
  readonly scales: readonly number[];
  /** Hours east of UTC; null: the file does not say. */
  readonly zone: number | null;
}

interface Found {
  readonly variable: Variable;
  readonly column: Float64Array;
}

function find({ header, values, auxiliary }: NasaAmesFile, name: string): Found | null {
  const among = (variables: readonly Variable[], columns: readonly Float64Array[]): Found | null => {
    const index = variables.findIndex((variable) => variable.name.toUpperCase() === name);
    const [variable, column] = [variables[index], columns[index]];
    return variable === undefined || column === undefined ? null : { variable, column };
  };
  return among(header.variables, values) ?? among(header.auxiliary, auxiliary);
}

/** TIME_ZONE, else UTC where one of the names says so (fact sheet 5, rule 3). */
function zoneOf({ header }: NasaAmesFile, parts: readonly (Found | null)[]): number | null {
  const stated = header.attributes.get('TIME_ZONE');
  if (stated !== undefined) return timeZoneHours(stated);
  return parts.some((part) => part !== null && saysUtc(part.variable.printed)) ? 0 : null;
}

/** The variables named YEAR, MONTH and so on; null where year or month is missing. */
export function timePartsOf(file: NasaAmesFile): TimeParts | null {
  const parts = PART_NAMES.map((name) => find(file, name));
  if (parts[0] === null || parts[1] === null) return null;
  return {
    columns: parts.map((part) => part?.column ?? null),
    scales: parts.map((part) => part?.variable.scale ?? 1),
    zone: zoneOf(file, parts),
  };
}

/** Of each part the least value, and the first that is none: hour 24 and the missing codes 99 are no time (fact sheet 5, rule 4). */
const LEAST = [1000, 1, 1, 0, 0, 0];
const BEYOND = [10_000, 13, 32, 24, 60, 60];

function partOf({ columns, scales }: TimeParts, part: number, row: number): number {
  const least = LEAST[part] ?? NaN;
  const column = columns[part];
  if (column === null || column === undefined) return least;
  const value = (column[row] ?? NaN) * (scales[part] ?? 1);
  // Year, month and day are whole; the rest may have a fraction.
  const isPart = value >= least && value < (BEYOND[part] ?? NaN) && (part > 2 || Number.isInteger(value));
  return isPart ? value : NaN;
}

/** The instant of a row in milliseconds since 1970 (UTC); NaN where a part is missing or impossible. */
export function instantOf(parts: TimeParts, row: number, zone: number): number {
  const day = partOf(parts, 2, row);
  // 31 April would become 1 May: a date that exists comes back the same.
  const midnight = Date.UTC(partOf(parts, 0, row), partOf(parts, 1, row) - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return NaN;
  const hours = partOf(parts, 3, row) - zone;
  return Math.round(midnight + hours * HOUR_MS + partOf(parts, 4, row) * 60_000 + partOf(parts, 5, row) * 1_000);
}
