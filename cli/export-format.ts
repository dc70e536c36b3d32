import { csv, exchange, NDJSON, type LineFormat } from '../exports/lines.js';
import { FORMATS } from '../formats/registry.js';
import { CommandFailure, EXIT_USAGE } from './exit.js';

/** A format of `kakehashi export`. Parquet is made of NDJSON when all is there: a file of columns cannot grow by lines. */
interface ExportFormat {
  readonly name: string;
  /** By which the name of a file tells it. */
  readonly endings: readonly string[];
  readonly lines: (options: { readonly bom: boolean }) => LineFormat;
}

const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: 'ndjson', endings: ['ndjson'], lines: () => NDJSON },
  { name: 'csv', endings: ['csv'], lines: csv },
  { name: 'parquet', endings: ['parquet'], lines: () => NDJSON },
  ...FORMATS.map((format) => ({
    name: format.name,
    // XML that says no more is DataCite's.
    endings: [format.ending, ...(format.name === 'datacite-xml' ? ['xml'] : [])],
    lines: () => exchange(format),
  })),
];

/**
 * The format that is asked for, else that of the file's name.
 * @throws CommandFailure
 */
export function exportFormat(asked: string | undefined, file: string): ExportFormat {
  if (asked !== undefined) {
    const format = EXPORT_FORMATS.find(({ name }) => name === asked);
    if (format !== undefined) return format;
    throw new CommandFailure(
      `--format ${asked}: is none of ${EXPORT_FORMATS.map(({ name }) => name).join(', ')}.`,
      EXIT_USAGE,
    );
  }
  const lower = file.toLowerCase();
  // The longest ending tells most: works.jpcoar.xml is JPCOAR.
  const [named] = EXPORT_FORMATS.flatMap((format) => format.endings.map((ending) => ({ format, ending })))
    .filter(({ ending }) => lower.endsWith(`.${ending}`))
    .sort((one, other) => other.ending.length - one.ending.length);
  if (named !== undefined) return named.format;
  throw new CommandFailure(
    `--out ${file}: give a name that ends in .ndjson, .csv, .parquet, .bib, .ris or .xml, or say --format.`,
    EXIT_USAGE,
  );
}
