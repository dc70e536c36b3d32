import { readFileSync } from 'node:fs';
import { platforms as registry } from '../subgraphs/index.js';
import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { XmlError } from '../subgraphs/common/xml.js';
import type { DocumentFormat } from '../subgraphs/common/platform.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { workJson } from './work-json.js';

export interface ConvertOptions {
  readonly from: string;
  readonly to: string;
}

const FORMATS: readonly DocumentFormat[] = registry.flatMap(({ documents }) => documents);

/** Names of the formats that `convert` reads. */
export const SOURCE_FORMATS = FORMATS.map(({ name }) => name);
/** Names of the formats that `convert` writes. */
export const TARGET_FORMATS = ['work'];

function readDocument(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch {
    throw new CommandFailure(`${file}: cannot be read.`);
  }
}

/** One line that says where and why. */
function explain(file: string, error: unknown): string {
  if (error instanceof UnreadableDocument) return `${file}: ${error.message}`;
  if (error instanceof XmlError) return `${file}: is no well-formed XML: ${error.message}`;
  if (error instanceof CommandFailure) return error.message;
  return `${file}: cannot be read as this format (${error instanceof Error ? error.name : 'unknown fault'}).`;
}

function convertFile(file: string, format: DocumentFormat): void {
  const { records, many, deleted, refused = [] } = format.read(readDocument(file));
  if (deleted > 0) tell(`${file}: ${String(deleted)} deleted record(s) left out.`);
  for (const reason of refused) tell(`${file}: one record left out: ${reason}`);
  const [first] = records;
  if (!many && first === undefined)
    throw new UnreadableDocument(deleted > 0 ? 'the record is deleted' : 'it holds no record');
  print(JSON.stringify(many ? records.map(workJson) : workJson(first as (typeof records)[number]), null, 2));
}

/** `kakehashi convert`: documents to works, offline. A file that cannot be read does not keep the others from being converted. */
export function convert(files: readonly string[], { from, to }: ConvertOptions): void {
  const format = FORMATS.find(({ name }) => name === from);
  if (!format)
    throw new CommandFailure(`--from ${from}: is no format; known are ${SOURCE_FORMATS.join(', ')}.`, EXIT_USAGE);
  if (!TARGET_FORMATS.includes(to))
    throw new CommandFailure(`--to ${to}: is no format; known are ${TARGET_FORMATS.join(', ')}.`, EXIT_USAGE);
  const faults: string[] = [];
  for (const file of files) {
    try {
      convertFile(file, format);
    } catch (error) {
      faults.push(explain(file, error).replace(/\s*\n\s*/g, ' '));
    }
  }
  if (faults.length > 0) throw new CommandFailure(faults.join('\n'));
}
