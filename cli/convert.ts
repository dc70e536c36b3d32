import { platforms as registry } from '../subgraphs/index.js';
import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { XmlError } from '../subgraphs/common/xml.js';
import type { DocumentFormat } from '../subgraphs/common/platform.js';
import { readBounded } from './bounded-file.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { toJson, type Json } from '../formats/api-json.js';
import { recordAsWork } from '../formats/record-as-work.js';
import { FORMATS as EXCHANGE_FORMATS, written, type Format } from '../formats/registry.js';
import type { FormatWork } from '../formats/work.js';
import type { FullRecord } from '../subgraphs/common/record.js';
import { workJson } from './work-json.js';

export interface ConvertOptions {
  readonly from: string;
  readonly to: string;
}

const FORMATS: readonly DocumentFormat[] = registry.flatMap(({ documents }) => documents);

/** Names of the formats that `convert` reads. */
export const SOURCE_FORMATS = FORMATS.map(({ name }) => name);
/** Names of the formats that `convert` writes. */
export const TARGET_FORMATS = ['work', ...EXCHANGE_FORMATS.map(({ name }) => name), 'csv'];

/** One line that says where and why. */
function explain(file: string, error: unknown): string {
  if (error instanceof UnreadableDocument) return `${file}: ${error.message}`;
  if (error instanceof XmlError) return `${file}: is no well-formed XML: ${error.message}`;
  if (error instanceof CommandFailure) return error.message;
  return `${file}: cannot be read as this format (${error instanceof Error ? error.name : 'unknown fault'}).`;
}

/** A document of the API's JSON: its works, or the metadata that are registered of them. */
function jsonOf({ records, commonMetadata }: ReturnType<DocumentFormat['read']>, to: string): Json[] | null {
  if (to === 'work') return records.map(workJson);
  return to === 'common-metadata' && commonMetadata !== undefined ? commonMetadata.map(toJson) : null;
}

/** The records in an exchange format, a work at a time. */
function* exchanged(records: readonly FullRecord[], many: boolean, format: Format): Generator<string, void, void> {
  const [first] = records;
  if (many) yield* written(mapped(records), format);
  else if (first !== undefined) yield `${format.write(recordAsWork(first)).replace(/\r?\n$/, '')}\n`;
}

function* mapped(records: readonly FullRecord[]): Generator<FormatWork, void, void> {
  for (const record of records) yield recordAsWork(record);
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
  const json = jsonOf(document, options.to);
  if (!many && (json ?? document.records).length === 0)
    throw new UnreadableDocument(deleted > 0 ? 'the record is deleted' : 'it holds no record');
  const exchange = EXCHANGE_FORMATS.find(({ name }) => name === options.to);
  if (json !== null) print(JSON.stringify(many ? json : json[0], null, 2));
  else if (exchange !== undefined)
    for (const piece of exchanged(document.records, many, exchange)) process.stdout.write(piece);
}

/** `kakehashi convert`: documents to works, to exchange formats or to CSV, offline. A file that cannot be read does not keep the others from being converted. */
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
