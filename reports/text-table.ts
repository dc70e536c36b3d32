import stringWidth from 'string-width';

/**
 * Rows in aligned columns, two blanks between them; the last column is not padded.
 * @param numbersFrom from this column on they are numbers, which stand at the right
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numbersFrom: number = header.length,
): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => stringWidth(row[column] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const padding = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
          if (column >= numbersFrom) return padding + cell;
          return column === row.length - 1 ? cell : cell + padding;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
