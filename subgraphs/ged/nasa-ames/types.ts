/** What a NASA Ames file holds once it was read (fact sheet 6). Numbers stand as recorded; scaling.ts makes values of them. */

export const FILE_FORMAT_INDEXES = [1001, 1010, 1020, 2010, 2110, 2160, 2310, 3010, 4010] as const;
export type FileFormatIndex = (typeof FILE_FORMAT_INDEXES)[number];

/** How the file's text was read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932' | 'euc-jp' | 'latin-1';

export type WarningCode =
  | 'encoding-guessed'
  | 'line-before-header'
  | 'header-lines-differ'
  | 'date-unreadable'
  | 'revision-unreadable'
  | 'surplus-numbers'
  | 'row-incomplete'
  | 'no-data';

/** Something in the file that is not as it should be, and what was made of it. `line` is counted from 1 in the file. */
export interface FileWarning {
  readonly line: number;
  readonly code: WarningCode;
  readonly text: string;
}

/** What a variable is called: `NAME: description [unit]` in GED's style, `NAME; description; [unit]` in CARIBIC's. */
export interface Naming {
  /** The short name; the whole line (without its unit) where the line has none. */
  readonly name: string;
  readonly description: string;
  readonly unit: string | null;
  /** The line as it stands in the file. */
  readonly printed: string;
}

/** An independent variable; the last one is unbounded: its values (marks) stand in the data. */
export interface IndependentVariable extends Naming {
  /** DX: the constant step, 0 where there is none. */
  readonly step: number;
}

/** A primary or auxiliary variable: value = recorded × scale, unless recorded equals missing. */
export interface Variable extends Naming {
  readonly scale: number;
  /** VMISS or AMISS: compared with the recorded number, before scaling. */
  readonly missing: number;
}

/** An auxiliary variable of characters (FFI 2160). */
export interface TextVariable extends Naming {
  readonly missing: string;
}

/** A bounded independent variable whose values stand in the header (FFI 2010, 3010, 4010). */
export interface Axis {
  readonly count: number;
  /** One value: the first, the others follow by the step; else all of them. */
  readonly values: readonly number[];
}

export interface NasaAmesHeader {
  readonly ffi: FileFormatIndex;
  /** Header lines by the counters, line 1 included; NLHEAD is reported where it differs. */
  readonly headerLines: number;
  /** ONAME, ORG, SNAME and MNAME as they stand. */
  readonly originators: string;
  readonly organisation: string;
  readonly source: string;
  readonly mission: string;
  readonly volume: { readonly number: number; readonly of: number };
  /** DATE: the UT date at which the data begin, YYYY-MM-DD. */
  readonly dataDate: string | null;
  /** RDATE: the date of revision, YYYY-MM-DD. */
  readonly revisionDate: string | null;
  /** Fastest first. */
  readonly independent: readonly IndependentVariable[];
  readonly axes: readonly Axis[];
  /** NVPM of FFI 1020: values a mark, each a step after the one before. */
  readonly valuesPerMark: number | null;
  readonly variables: readonly Variable[];
  readonly auxiliary: readonly Variable[];
  readonly textAuxiliary: readonly TextVariable[];
  readonly specialComments: readonly string[];
  readonly normalComments: readonly string[];
  /** `KEY: value` comments. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** A file that was read. A missing number is NaN; numbers stand as recorded. */
export interface NasaAmesFile {
  readonly header: NasaAmesHeader;
  readonly encoding: TextEncoding;
  readonly warnings: readonly FileWarning[];
  /** Values of the unbounded independent variable: numbers, or texts in FFI 2160. */
  readonly marks: Float64Array | readonly string[];
  /** Index of each mark's first point, and after the last mark the number of points. */
  readonly firstPoints: Float64Array;
  /** Of each auxiliary variable, a number a mark. */
  readonly auxiliary: readonly Float64Array[];
  /** Of each auxiliary variable of characters, a text a mark; null: missing. */
  readonly textAuxiliary: readonly (readonly (string | null)[])[];
  /** The first independent variable at each point, where the data state it (FFI 2110 and 2160). */
  readonly boundedX: Float64Array | null;
  /** Of each primary variable, a number a point. */
  readonly values: readonly Float64Array[];
}

/** What a file may be at most; see limits.ts. */
export interface ReadLimits {
  /** Bytes of the file; a longer one is refused. */
  readonly maxBytes: number;
}
