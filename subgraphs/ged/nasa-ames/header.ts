import type { UnreadableDocument } from '../../common/errors.js';
import { tokensOf, trimmed } from './blanks.js';
import { readDates } from './dates.js';
import { described, HeaderLines, unreadable, type Counter, type HeaderReading } from './header-lines.js';
import { MAX_HEADER_LINES, MAX_POINTS_PER_MARK, MAX_VARIABLES } from './limits.js';
import { numberOf } from './number.js';
import type { RawHeader, RawVariable } from './raw-header.js';
import { FILE_FORMAT_INDEXES, type Axis, type FileFormatIndex } from './types.js';
import type { Warnings } from './warnings.js';

const FIRST_LINE = /^[ \t]*(\d+)[ \t]+(\d+)(?=[ \t]|$)(.*)$/;
export const FIRST_LINE_EXPECTED = 'NLHEAD FFI';
const ICARTT =
  'is an ICARTT file, a descendant of NASA Ames with other rules (flags for values beyond detection); it is not read';

const COMMAS = 'has commas between its numbers, as ICARTT and CSV files have; this is no NASA Ames file';

/** Auxiliary variables that the format's own data need (fact sheet 6.3): NX; NX, X1 and DX1. */
function requiredAuxiliary(ffi: FileFormatIndex): number {
  if (ffi === 2310) return 3;
  return ffi === 2110 || ffi === 2160 ? 1 : 0;
}

/** The refusal of a file that does not begin as one. */
export function notNasaAmes(): UnreadableDocument {
  return unreadable(1, 'is not NLHEAD and FFI (two integers): this is no NASA Ames file');
}

/** Line 1, or line 2 behind NDACC's catalogue line (fact sheet 6.4). */
function* readFirstLine(
  lines: HeaderLines,
  warnings: Warnings,
): HeaderReading<{ ffi: FileFormatIndex; stated: number; at: number }> {
  let text = yield* lines.text(FIRST_LINE_EXPECTED);
  if (/^[ \t]*\d+[ \t]*,[ \t]*\d+[ \t]*(?:,|$)/.test(text)) throw unreadable(1, COMMAS);
  if (!FIRST_LINE.test(text)) {
    text = yield* lines.text(FIRST_LINE_EXPECTED);
    if (!FIRST_LINE.test(text)) throw notNasaAmes();
    warnings.add(1, 'line-before-header', 'a line before NLHEAD and FFI, as NDACC writes it, was left out');
  }
  const [, stated = '', index = '', rest = ''] = FIRST_LINE.exec(text) ?? [];
  if (/^\s+V\d+_\d{4}/.test(rest)) throw unreadable(lines.line, ICARTT);
  const ffi = FILE_FORMAT_INDEXES.find((known) => known === Number(index));
  if (ffi === undefined) {
    throw unreadable(lines.line, `FFI is none of ${FILE_FORMAT_INDEXES.join(', ')}`);
  }
  if (Number(stated) > MAX_HEADER_LINES) {
    throw unreadable(lines.line, `NLHEAD is above ${String(MAX_HEADER_LINES)}; no more header lines are read`);
  }
  return { ffi, stated: Number(stated), at: lines.line };
}

/** The values of the bounded dimensions that stand in the header: NX, NXDEF and X lists. */
function* readAxes(
  lines: HeaderLines,
  steps: readonly number[],
): HeaderReading<{ axes: Axis[]; axisCounters: Counter[] }> {
  const bounded = steps.length - 1;
  const axisCounters = yield* lines.counters('NX', bounded, MAX_POINTS_PER_MARK);
  if (axisCounters.reduce((product, { value }) => product * value, 1) > MAX_POINTS_PER_MARK) {
    throw unreadable(lines.line, `NX make more than ${String(MAX_POINTS_PER_MARK)} points a mark; no more are read`);
  }
  const defined = yield* lines.counters('NXDEF', bounded, MAX_POINTS_PER_MARK);
  const axes: Axis[] = [];
  for (const [index, counter] of defined.entries()) {
    const count = axisCounters[index]?.value ?? 0;
    if (counter.value !== 1 && counter.value !== count) {
      throw unreadable(counter.line, `${counter.name} is neither 1 nor NX = ${String(count)}`);
    }
    if (counter.value < count && (steps[index] ?? 0) === 0) {
      throw unreadable(counter.line, `${counter.name} is 1, which needs a step, and DX is 0`);
    }
    axes.push({ count, values: yield* lines.numbers(`X${String(index + 1)}`, counter.value, counter) });
  }
  return { axes, axisCounters };
}

type Dimensions = Pick<RawHeader, 'independent' | 'axes' | 'axisCounters' | 'valuesPerMark'>;

/** What stands between line 7 and NV: steps, bounded dimensions and names of the independent variables (fact sheet 6.3). */
function* readDimensions(ffi: FileFormatIndex, lines: HeaderLines): HeaderReading<Dimensions> {
  const independentCount = Math.floor(ffi / 1000);
  // 2160 has no step in its text dimension, 2310 takes that of the first from the data.
  const stated = yield* lines.numbers('DX', ffi === 2160 || ffi === 2310 ? 1 : independentCount);
  const steps = ffi === 2160 ? [stated[0] ?? 0, 0] : ffi === 2310 ? [0, stated[0] ?? 0] : stated;
  const valuesPerMark = ffi === 1020 ? yield* lines.counter('NVPM', 1, MAX_POINTS_PER_MARK) : null;
  if (ffi === 1020 && steps[0] === 0) throw unreadable(lines.line - 1, 'DX is 0, and FFI 1020 needs a step');
  const { axes, axisCounters } =
    ffi === 2010 || ffi === 3010 || ffi === 4010 ? yield* readAxes(lines, steps) : { axes: [], axisCounters: [] };
  if (ffi === 2160) yield* lines.counter('LENX2', 1, MAX_HEADER_LINES);
  const independent: { printed: string; step: number }[] = [];
  for (const [index, step] of steps.entries()) {
    independent.push({ printed: yield* lines.text(`XNAME ${String(index + 1)}`), step });
  }
  return { independent, axes, axisCounters, valuesPerMark };
}

function variablesOf(scales: readonly number[], missing: readonly number[], names: readonly string[]): RawVariable[] {
  return scales.map((scale, index) => ({ printed: names[index] ?? '', scale, missing: missing[index] ?? NaN }));
}

type Auxiliary = Pick<RawHeader, 'auxiliary' | 'auxiliaryCounter' | 'textAuxiliary'>;

/** The auxiliary part: FFI 1001 has none, without auxiliary variables only NAUXV stands there. */
function* readAuxiliary(ffi: FileFormatIndex, lines: HeaderLines): HeaderReading<Auxiliary> {
  if (ffi === 1001) return { auxiliary: [], auxiliaryCounter: null, textAuxiliary: [] };
  const counter = yield* lines.counter('NAUXV', requiredAuxiliary(ffi), MAX_VARIABLES);
  const texts = ffi === 2160 ? yield* lines.counter('NAUXC', 0, counter.value - 1) : null;
  if (counter.value === 0) return { auxiliary: [], auxiliaryCounter: counter, textAuxiliary: [] };
  const numeric = counter.value - (texts?.value ?? 0);
  const limit = texts === null ? counter : { ...counter, name: 'NAUXV - NAUXC', value: numeric };
  const scales = yield* lines.numbers('ASCAL', numeric, limit);
  const missing = yield* lines.numbers('AMISS', numeric, limit);
  const missingTexts: string[] = [];
  if (texts !== null && texts.value > 0) {
    yield* lines.numbers('LENA', texts.value, texts);
    missingTexts.push(...(yield* lines.texts('AMISS', texts)));
  }
  const names = yield* lines.texts('ANAME', counter);
  return {
    auxiliary: variablesOf(scales, missing, names),
    auxiliaryCounter: counter,
    textAuxiliary: missingTexts.map((text, index) => ({
      printed: names[numeric + index] ?? '',
      missing: trimmed(text),
    })),
  };
}

/** ICARTT's line 1 may look the same: its required comments tell (fact sheet 6.4). */
function refuseIcartt(comments: readonly string[], at: number): void {
  const keys = new Set(comments.map((comment) => /^([A-Z_]+):/.exec(comment)?.[1]));
  if (
    (keys.has('ULOD_FLAG') && keys.has('LLOD_FLAG')) ||
    (keys.has('STIPULATIONS_ON_USE') && keys.has('DM_CONTACT_INFO'))
  ) {
    throw unreadable(at, ICARTT);
  }
}

/** Whether a comment looks like X and the values of a row. */
function isRow(comment: string, variables: number): boolean {
  const tokens = tokensOf(comment);
  return tokens.length === variables + 1 && tokens.every((token) => Number.isFinite(numberOf(token)));
}

/** A header of any of the nine formats, by its counters (fact sheet 6.2 and 6.3). */
export function* readHeader(warnings: Warnings): HeaderReading<RawHeader> {
  const lines = new HeaderLines(warnings);
  const { ffi, stated, at } = yield* readFirstLine(lines, warnings);
  const origin = [
    yield* lines.text('ONAME'),
    yield* lines.text('ORG'),
    yield* lines.text('SNAME'),
    yield* lines.text('MNAME'),
  ] as const;
  const [number = 0, of = 0] = yield* lines.numbers('IVOL NVOL', 2);
  const dates = readDates(yield* lines.text('DATE RDATE'), lines.line, warnings);
  const dimensions = yield* readDimensions(ffi, lines);
  const variableCounter = yield* lines.counter('NV', 1, MAX_VARIABLES);
  const scales = yield* lines.numbers('VSCAL', variableCounter.value, variableCounter);
  const missing = yield* lines.numbers('VMISS', variableCounter.value, variableCounter);
  const names = yield* lines.texts('VNAME', variableCounter);
  const auxiliary = yield* readAuxiliary(ffi, lines);
  const specialComments = yield* lines.texts('SCOM', yield* lines.counter('NSCOML', 0, MAX_HEADER_LINES));
  const normalCounter = yield* lines.counter('NNCOML', 0, MAX_HEADER_LINES);
  const normalComments = yield* lines.texts('NCOM', normalCounter);
  refuseIcartt([...specialComments, ...normalComments], at);
  const headerLines = lines.line - at + 1;
  if (headerLines > stated && ffi === 1001 && isRow(normalComments.at(-1) ?? '', variableCounter.value)) {
    throw unreadable(
      lines.line,
      `${described(normalCounter)} takes a line of data for a comment; NLHEAD says ${String(stated)} header lines`,
    );
  }
  if (headerLines !== stated) {
    const text = `NLHEAD says ${String(stated)} header lines, the counters make ${String(headerLines)}; the counters were followed`;
    warnings.add(at, 'header-lines-differ', text);
  }
  return {
    ffi,
    headerLines,
    origin,
    volume: { number, of },
    ...dates,
    ...dimensions,
    variableCounter,
    variables: variablesOf(scales, missing, names),
    ...auxiliary,
    specialComments,
    normalComments,
  };
}
