import { scaled } from './scaling.js';
import type { NasaAmesFile, Variable } from './types.js';

/** A variable with what its column holds. */
export interface VariableStatistics {
  readonly variable: Variable;
  readonly kind: 'primary' | 'auxiliary';
  /** Numbers that are not missing. */
  readonly count: number;
  readonly missing: number;
  /** Of the scaled values; null where all are missing. */
  readonly min: number | null;
  readonly max: number | null;
}

function statisticsOf(
  variable: Variable,
  kind: VariableStatistics['kind'],
  recorded: Float64Array,
): VariableStatistics {
  let count = 0;
  let least = Infinity;
  let most = -Infinity;
  for (const number of recorded) {
    if (Number.isNaN(number)) continue;
    count += 1;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const ends = count === 0 ? [] : [scaled(least, variable.scale), scaled(most, variable.scale)];
  return {
    variable,
    kind,
    count,
    missing: recorded.length - count,
    min: ends.length === 0 ? null : Math.min(...ends),
    max: ends.length === 0 ? null : Math.max(...ends),
  };
}

const known = new WeakMap<NasaAmesFile, readonly VariableStatistics[]>();

/** Primary variables in the file's order, then the auxiliary ones of numbers. Flag columns are data like others. Computed once a file. */
export function describeVariables(file: NasaAmesFile): readonly VariableStatistics[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const { variables, auxiliary } = file.header;
  const described = [
    ...variables.map((variable, index) => statisticsOf(variable, 'primary', file.values[index] ?? new Float64Array())),
    ...auxiliary.map((variable, index) =>
      statisticsOf(variable, 'auxiliary', file.auxiliary[index] ?? new Float64Array()),
    ),
  ];
  known.set(file, described);
  return described;
}
