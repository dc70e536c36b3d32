import { Column, TextColumn } from './columns.js';
import { described, unreadable, type Counter } from './header-lines.js';
import { MAX_POINTS_PER_MARK } from './limits.js';
import type { RawHeader } from './raw-header.js';

/**
 * One record of the data: a list that begins on a new line. One column: all numbers go into it; several: one into each.
 * A text record is one line.
 */
export interface RecordPlan {
  readonly columns: readonly Column[];
  readonly count: number;
  readonly text: TextColumn | null;
  /** opening: the first of a mark; mark: the mark's other own records; values: what belongs to its points. */
  readonly place: 'opening' | 'mark' | 'values';
  /** What decides how long it is: "X and NV = 3 (line 10)". */
  readonly because: string;
}

export type RecordPlans = Generator<RecordPlan, never, number>;

/** Columns of a file, filled record by record. */
export class DataColumns {
  readonly marks = new Column(NaN);
  readonly textMarks = new TextColumn();
  readonly auxiliary: readonly Column[];
  readonly textAuxiliary: readonly TextColumn[];
  readonly boundedX = new Column(NaN);
  readonly values: readonly Column[];
  /** Index of each complete mark's first point, and after the last the number of points. */
  readonly firstPoints = new Column(NaN);
  completeMarks = 0;
  completePoints = 0;

  constructor(header: RawHeader) {
    this.auxiliary = header.auxiliary.map(({ missing }) => new Column(missing));
    this.textAuxiliary = header.textAuxiliary.map(() => new TextColumn());
    this.values = header.variables.map(({ missing }) => new Column(missing));
    this.firstPoints.push(0);
  }

  markIsComplete(points: number): void {
    this.completeMarks += 1;
    this.completePoints += points;
    this.firstPoints.push(this.completePoints);
  }
}

function across(columns: readonly Column[], because: string): RecordPlan {
  return { columns, count: columns.length, text: null, place: 'values', because };
}

/** X, and what stands beside it: the values themselves in FFI 1001, else the auxiliary variables. */
function markPlan(header: RawHeader, columns: DataColumns): RecordPlan {
  const { auxiliaryCounter } = header;
  const plan =
    auxiliaryCounter === null
      ? across([columns.marks, ...columns.values], `X and ${described(header.variableCounter)}`)
      : across([columns.marks, ...columns.auxiliary], `X and ${described(auxiliaryCounter)}`);
  return { ...plan, place: 'opening' };
}

/** Values of a variable, one after another: as many as the header's dimensions make. */
function listPlan(column: Column, count: number, because: string): RecordPlan {
  return { columns: [column], count, text: null, place: 'values', because };
}

/** NX of a mark, from the data (fact sheet 6.3). With a constant step in the last dimension a mark without values may say so by 0 or AMISS(1). */
function boundedCount(header: RawHeader, columns: DataColumns, line: number): number {
  const count = (columns.auxiliary[0]?.last() ?? NaN) * (header.auxiliary[0]?.scale ?? 1);
  if (Number.isNaN(count) && (header.independent[1]?.step ?? 0) !== 0) return 0;
  if (Number.isInteger(count) && count >= 0 && count <= MAX_POINTS_PER_MARK) return count;
  throw unreadable(line, `NX of the record is no count within 0 and ${String(MAX_POINTS_PER_MARK)}`);
}

/** FFI 1001 and 1010: one value a mark. */
function* pointPlans(header: RawHeader, columns: DataColumns): RecordPlans {
  const mark = markPlan(header, columns);
  const values = across(columns.values, described(header.variableCounter));
  for (;;) {
    yield mark;
    if (header.auxiliaryCounter !== null) yield values;
    columns.markIsComplete(1);
  }
}

/** FFI 1020, 2010, 3010, 4010: for each variable lists of the fastest dimension, as many as the others make. */
function* gridPlans(header: RawHeader, columns: DataColumns): RecordPlans {
  const mark = markPlan(header, columns);
  const [fastest, ...others]: (Counter | undefined)[] =
    header.valuesPerMark === null ? [...header.axisCounters] : [header.valuesPerMark];
  const count = fastest?.value ?? 1;
  const lists = others.reduce((product, counter) => product * (counter?.value ?? 1), 1);
  const because = fastest === undefined ? 'one' : described(fastest);
  for (;;) {
    yield mark;
    for (const column of columns.values) {
      for (let list = 0; list < lists; list += 1) yield listPlan(column, count, because);
    }
    columns.markIsComplete(count * lists);
  }
}

/** FFI 2110 and 2160: NX rows of X1 and the values; 2160 has text lines around the mark's numbers. */
function* rowPlans(header: RawHeader, columns: DataColumns, auxiliaryCounter: Counter): RecordPlans {
  const isText = header.ffi === 2160;
  const numbers: RecordPlan = isText
    ? { ...across(columns.auxiliary, described(auxiliaryCounter)), place: 'mark' }
    : markPlan(header, columns);
  const lineOf = (text: TextColumn, place: RecordPlan['place']): RecordPlan => ({
    columns: [],
    count: 0,
    text,
    place,
    because: 'a line of text',
  });
  const row = across([columns.boundedX, ...columns.values], `X1 and ${described(header.variableCounter)}`);
  for (;;) {
    if (isText) yield lineOf(columns.textMarks, 'opening');
    const line = yield numbers;
    for (const text of columns.textAuxiliary) yield lineOf(text, 'mark');
    const count = boundedCount(header, columns, line);
    for (let index = 1; index <= count; index += 1) {
      yield { ...row, because: `${row.because}, row ${String(index)} of NX = ${String(count)} (line ${String(line)})` };
    }
    columns.markIsComplete(count);
  }
}

/** FFI 2310: for each variable a list of NX values. */
function* listPlans(header: RawHeader, columns: DataColumns): RecordPlans {
  const mark = markPlan(header, columns);
  for (;;) {
    const line = yield mark;
    const count = boundedCount(header, columns, line);
    const because = `NX = ${String(count)} (line ${String(line)})`;
    for (const column of columns.values) if (count > 0) yield listPlan(column, count, because);
    columns.markIsComplete(count);
  }
}

/** The records that the data section must hold, one after another; each is answered with the line on which it ended. */
export function recordPlans(header: RawHeader, columns: DataColumns): RecordPlans {
  switch (header.ffi) {
    case 1001:
    case 1010:
      return pointPlans(header, columns);
    case 1020:
    case 2010:
    case 3010:
    case 4010:
      return gridPlans(header, columns);
    case 2110:
    case 2160:
      return rowPlans(header, columns, header.auxiliaryCounter ?? header.variableCounter);
    case 2310:
      return listPlans(header, columns);
  }
}
