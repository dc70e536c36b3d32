import { scaled } from './scaling.js';
import type { NasaAmesFile } from './types.js';

/** A value of an independent, auxiliary or primary variable; null: missing. */
export type Value = number | string | null;

const present = (number: number | undefined): number | null =>
  number === undefined || Number.isNaN(number) ? null : number;

/** The values that stand in the header or follow by a step, of the bounded dimensions at the n-th point of a mark (fastest first). */
function headerAxes({ header }: NasaAmesFile, within: number): number[] {
  let rest = within;
  return header.axes.map(({ count, values }, dimension) => {
    const index = rest % count;
    rest = Math.floor(rest / count);
    const [first = NaN] = values;
    return values[index] ?? stepped(first, header.independent[dimension]?.step ?? 0, index);
  });
}

/** first + index × step, as decimal numbers add: 0.1 and two steps of 0.1 are 0.3. */
function stepped(first: number, step: number, index: number): number {
  const sum = first + scaled(index, step);
  return Number(sum.toPrecision(15));
}

/** The first independent variable of FFI 2310: X1 and DX1 stand in the mark's own auxiliary variables (fact sheet 6.3). */
function markAxis({ header, auxiliary }: NasaAmesFile, mark: number, within: number): number | null {
  const value = (index: number) => scaled(auxiliary[index]?.[mark] ?? NaN, header.auxiliary[index]?.scale ?? 1);
  return present(stepped(value(1), value(2), within));
}

function independentValues(file: NasaAmesFile, mark: number, within: number, point: number): Value[] {
  const { header, marks, boundedX } = file;
  const last = marks[mark];
  const unbounded = typeof last === 'number' ? present(last) : (last ?? null);
  if (header.valuesPerMark !== null && typeof last === 'number') {
    return [present(stepped(last, header.independent[0]?.step ?? 0, within))];
  }
  if (boundedX !== null) return [present(boundedX[point]), unbounded];
  if (header.ffi === 2310) return [markAxis(file, mark, within), unbounded];
  return [...headerAxes(file, within), unbounded];
}

/** Scaled values of a mark's auxiliary variables, those of characters last. */
function auxiliaryValues({ header, auxiliary, textAuxiliary }: NasaAmesFile, mark: number): Value[] {
  const numbers = header.auxiliary.map(({ scale }, index) => present(scaled(auxiliary[index]?.[mark] ?? NaN, scale)));
  return [...numbers, ...textAuxiliary.map((texts) => texts[mark] ?? null)];
}

/** Every point in file order: its independent variables (fastest first), its mark's auxiliary ones, its values; all scaled. */
export function* eachPoint(file: NasaAmesFile): Generator<readonly Value[]> {
  const { header, firstPoints, values } = file;
  for (let mark = 0; mark < file.marks.length; mark += 1) {
    const auxiliary = auxiliaryValues(file, mark);
    const first = firstPoints[mark] ?? 0;
    const end = firstPoints[mark + 1] ?? first;
    for (let point = first; point < end; point += 1) {
      yield [
        ...independentValues(file, mark, point - first, point),
        ...auxiliary,
        ...header.variables.map(({ scale }, index) => present(scaled(values[index]?.[point] ?? NaN, scale))),
      ];
    }
  }
}
