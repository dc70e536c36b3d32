import type { Counter } from './header-lines.js';
import type { Axis, FileFormatIndex } from './types.js';

/** A variable whose line is not decoded yet (a character a byte). */
export interface RawVariable {
  readonly printed: string;
  readonly scale: number;
  readonly missing: number;
}

/** A header as its counters gave it; texts undecoded, a character a byte. */
export interface RawHeader {
  readonly ffi: FileFormatIndex;
  readonly headerLines: number;
  /** ONAME, ORG, SNAME, MNAME. */
  readonly origin: readonly [string, string, string, string];
  readonly volume: { readonly number: number; readonly of: number };
  readonly dataDate: string | null;
  readonly revisionDate: string | null;
  readonly independent: readonly { readonly printed: string; readonly step: number }[];
  readonly axes: readonly Axis[];
  readonly valuesPerMark: Counter | null;
  /** NX1 … of the header, NV and NAUXV: for faults in the data. */
  readonly axisCounters: readonly Counter[];
  readonly variableCounter: Counter;
  readonly auxiliaryCounter: Counter | null;
  readonly variables: readonly RawVariable[];
  readonly auxiliary: readonly RawVariable[];
  readonly textAuxiliary: readonly { readonly printed: string; readonly missing: string }[];
  readonly specialComments: readonly string[];
  readonly normalComments: readonly string[];
}
