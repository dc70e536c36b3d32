import { dateAxis, epochAxis, type TimeAxis } from './time-axis.js';
import { instantOf, timePartsOf } from './time-parts.js';
import { timeZoneHours } from './time-zone.js';
import type { NasaAmesFile } from './types.js';

/** The instants of a file's points. */
export interface FileTimes {
  /** Milliseconds since 1970 (UTC), one a point; NaN: the row's time is missing or impossible. */
  readonly instants: Float64Array;
}

/** Why a file has no times, in a sentence's second half: "…, so its values have no place in time". */
export class NoTimes {
  constructor(readonly why: string) {}
}

/** The one value of the unbounded independent variable at each point, where its dimension is the only one. */
function positionsOf({ header, marks, firstPoints }: NasaAmesFile): Float64Array {
  if (!(marks instanceof Float64Array)) return new Float64Array();
  const { valuesPerMark } = header;
  if (valuesPerMark === null) return marks;
  const step = header.independent[0]?.step ?? 0;
  const positions = new Float64Array(firstPoints.at(-1) ?? 0);
  for (let point = 0; point < positions.length; point += 1) {
    positions[point] = (marks[Math.floor(point / valuesPerMark)] ?? NaN) + (point % valuesPerMark) * step;
  }
  return positions;
}

/** Milliseconds beyond which a Date has no meaning. */
const LAST_INSTANT = 8.64e15;

function along(file: NasaAmesFile, axis: TimeAxis): FileTimes {
  const instants = positionsOf(file).map((value) => {
    const instant = Math.round(axis.at(value));
    return Math.abs(instant) <= LAST_INSTANT ? instant : NaN;
  });
  return { instants };
}

/** X counted from midnight UT of DATE; a stated zone other than UTC says that midnight is another's. */
function datedAxis({ header }: NasaAmesFile, axisName: string): TimeAxis | null {
  const stated = header.attributes.get('TIME_ZONE');
  if (stated !== undefined && timeZoneHours(stated) !== 0) return null;
  return dateAxis(axisName, header.independent[0]?.unit ?? null, header.dataDate);
}

const known = new WeakMap<NasaAmesFile, FileTimes | NoTimes>();

/**
 * The times of a file with one independent variable (FFI 1001, 1010, 1020): from YEAR, MONTH, … with TIME_ZONE; else from
 * the epoch in XNAME; else from DATE and X, where XNAME says in what it counts (fact sheet 5, rule 3). Nothing is assumed:
 * parts of a date without a zone, X counted from a launch or in local time are no times. Computed once a file.
 */
export function timesOf(file: NasaAmesFile): FileTimes | NoTimes {
  const before = known.get(file);
  if (before !== undefined) return before;
  const times = readTimes(file);
  known.set(file, times);
  return times;
}

function readTimes(file: NasaAmesFile): FileTimes | NoTimes {
  const { ffi } = file.header;
  if (ffi >= 2000) return new NoTimes(`its format (FFI ${String(ffi)}) has more than one independent variable`);
  const axisName = file.header.independent[0]?.printed ?? '';
  const parts = ffi === 1020 ? null : timePartsOf(file);
  if (parts !== null && parts.zone !== null) {
    const { zone } = parts;
    return { instants: Float64Array.from({ length: file.marks.length }, (_, row) => instantOf(parts, row, zone)) };
  }
  const stated = file.header.attributes.get('TIME_ZONE');
  // Without any word of a zone an epoch is in UTC, as in CF.
  const axis = epochAxis(axisName, stated === undefined ? 0 : timeZoneHours(stated)) ?? datedAxis(file, axisName);
  if (axis !== null) return along(file, axis);
  return new NoTimes(
    parts === null
      ? 'neither variables YEAR and MONTH nor the name of its independent variable tell a time'
      : 'its variables YEAR and MONTH come without a time zone that can be read',
  );
}
