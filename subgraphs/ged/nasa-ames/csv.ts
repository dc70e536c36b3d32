import { stringify } from 'csv-stringify/sync';
import { eachPoint, type Value } from './points.js';
import type { NasaAmesFile, Naming } from './types.js';

/** Rows that are made at a time: enough to be quick, few enough to be small. */
const BATCH_ROWS = 1_000;

/** `name [unit]`. */
function headingOf({ name, unit }: Naming): string {
  return unit === null ? name : `${name} [${unit}]`;
}

function lines(rows: readonly (readonly Value[])[]): string {
  // Numbers stay numbers: only a text that a spreadsheet would take for a formula is escaped.
  return stringify([...rows], { escape_formulas: true });
}

/**
 * A file as CSV, in pieces: a row a point in file order, a column each independent, auxiliary and primary variable, values
 * scaled, a missing value an empty cell. A number is printed as the shortest that reads back the same.
 */
export function* nasaAmesCsv(file: NasaAmesFile): Generator<string> {
  const { independent, auxiliary, textAuxiliary, variables } = file.header;
  yield lines([[...independent, ...auxiliary, ...textAuxiliary, ...variables].map(headingOf)]);
  let batch: (readonly Value[])[] = [];
  for (const row of eachPoint(file)) {
    batch.push(row);
    if (batch.length === BATCH_ROWS) {
      yield lines(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield lines(batch);
}
