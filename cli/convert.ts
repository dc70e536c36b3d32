import { FORMATS as EXCHANGE_FORMATS, written } from '../formats/registry.js';
import { platforms as registry } from '../subgraphs/index.js';
import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { XmlError } from '../subgraphs/common/xml.js';
import type { DocumentFormat } from '../subgraphs/common/platform.js';
import { readBounded } from './bounded-file.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { toJson, workJson, type Json } from './work-json.js';

export interface ConvertOptions {
  readonly from: string;
  readonly to: string;
}

const FORMATS: readonly DocumentFormat[] = registry.flatMap(({ documents }) => documents);

/** Names of the formats that `convert` reads. */
export const SOURCE_FORMATS = FORMATS.map(({ name }) => name);
/** Names of the formats that `convert` writes. */
export const TARGET_FORMATS = ['work', 'common-metadata', 'csv', ...EXCHANGE_FORMATS.map(({ name }) => name)];

/** One line that says where and why. */
function explain(file: string, error: unknown): string {
  if (error instanceof UnreadableDocument) return `${file}: ${error.message}`;
  if (error instanceof XmlError) return `${file}: is no well-formed XML: ${error.message}`;
  if (error instanceof CommandFailure) return error.message;
  return `${file}: cannot be read as this format (${error instanceof Error ? error.name : 'unknown fault'}).`;
}

/** What is written of one document: each of its records, or what is registered of them, in the target format. */
function convertedOf(
  { records, commonMetadata }: ReturnType<DocumentFormat['read']>,
  { from, to }: ConvertOptions,
): Json[] {
  if (to === 'work') return records.map(workJson);
  if (commonMetadata === undefined) {
    throw new UnreadableDocument(`documents of ${from} hold no registered metadata: convert them to work`);
  }
  return commonMetadata.map(toJson);
}

function printCsv(file: string, { name, csv }: DocumentFormat): void {
  if (csv === undefined) throw new UnreadableDocument(`documents of ${name} hold no rows: convert them to work`);
  const { pieces, warnings } = csv(readBounded(file));
  for (const warning of warnings) tell(`${file}: ${warning}`);
  for (const piece of pieces) process.stdout.write(piece);
}

function convertFile(file: string, format: DocumentFormat, options: ConvertOptions): void {
  if (options.to === 'csv') {
    printCsv(file, format);
    return;
  }
  const document = format.read(readBounded(file));
  const { many, deleted } = document;
  if (deleted > 0) tell(`${file}: ${String(deleted)} deleted record(s) left out.`);
  for (const reason of document.refused ?? []) tell(`${file}: left out: ${reason}`);
  for (const warning of document.warnings ?? []) tell(`${file}: ${warning}`);
  const exchange = EXCHANGE_FORMATS.find(({ name }) => name === options.to);
  const converted = exchange === undefined ? convertedOf(document, options) : document.records;
  const [first] = converted;
  if (!many && first === undefined)
    throw new UnreadableDocument(deleted > 0 ? 'the record is deleted' : 'it holds no record');
  if (exchange !== undefined) {
    const entries = many || exchange.many === 'entries';
    for (const piece of entries ? written(document.records, exchange) : document.records.map(exchange.write))
      process.stdout.write(piece);
    if (!entries) process.stdout.write('\n');
    return;
  }
  print(JSON.stringify(many ? converted : first, null, 2));
}

/** `kakehashi convert`: documents to works, to common metadata elements, to exchange formats or to CSV, offline. A file that cannot be read does not keep the others from being converted. */
export function convert(files: readonly string[], options: ConvertOptions): void {
  const { from, to } = options;
  const format = FORMATS.find(({ name }) => name === from);
  if (!format)
    throw new CommandFailure(`--from ${from}: is no format; known are ${SOURCE_FORMATS.join(', ')}.`, EXIT_USAGE);
  if (!TARGET_FORMATS.includes(to))
    throw new CommandFailure(`--to ${to}: is no format; known are ${TARGET_FORMATS.join(', ')}.`, EXIT_USAGE);
  const faults: string[] = [];
  for (const file of files) {
    try {
      convertFile(file, format, options);
    } catch (error) {
      faults.push(explain(file, error).replace(/\s*\n\s*/g, ' '));
    }
  }
  if (faults.length > 0) throw new CommandFailure(faults.join('\n'));
}
