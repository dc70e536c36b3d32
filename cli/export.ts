import { randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';
import { exportLines } from '../exports/export.js';
import { csv, NDJSON, type LineFormat } from '../exports/lines.js';
import { ndjsonToParquet } from '../exports/parquet.js';
import { exportStateShape, type ExportState, type Receipt } from '../exports/receipt.js';
import type { Question } from '../exports/walk.js';
import { platforms as registry } from '../subgraphs/index.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_USAGE, tell } from './exit.js';
import { readFilterOptions } from './filter-options.js';
import { VERSION } from './package-info.js';
import { Progress } from './progress.js';
import { startRuntime, type Runtime } from './runtime.js';

export interface ExportOptions {
  readonly query?: string;
  readonly filter: readonly string[];
  readonly sort: string;
  readonly limit?: string;
  readonly out: string;
  readonly resume: boolean;
  readonly bom: boolean;
}

/** How files by their endings are made. Parquet is made of NDJSON when all is there: a file of columns cannot grow by lines. */
const FORMATS: Readonly<Record<string, (options: ExportOptions) => LineFormat>> = {
  ndjson: () => NDJSON,
  csv: ({ bom }) => csv({ bom }),
  parquet: () => NDJSON,
};

/** What is written beside an unfinished file, to go on from. */
const stateShape = z.object({
  question: z.object({ query: z.string().nullable(), filter: z.record(z.string(), z.unknown()), sort: z.string() }),
  limit: z.number().nullable(),
  bom: z.boolean(),
  /** Bytes of the file that are whole. */
  bytes: z.number(),
  export: exportStateShape.nullable(),
  /** Signs the cursor, where no KAKEHASHI_SECRET is set. */
  secret: z.string(),
});
type State = z.infer<typeof stateShape>;

const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();

function limitOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CommandFailure(`--limit ${text}: give a whole number of works, 1 or more.`, EXIT_USAGE);
  return limit;
}

/** A file under way: lines go to FILE.part, what is needed to go on to FILE.resume; FILE is there when it is whole. */
class Unfinished {
  readonly part: string;
  private readonly stateFile: string;

  constructor(readonly file: string) {
    this.part = `${file}.part`;
    this.stateFile = `${file}.resume`;
  }

  get exists(): boolean {
    return existsSync(this.stateFile);
  }

  read(): State {
    try {
      return stateShape.parse(JSON.parse(readFileSync(this.stateFile, 'utf8')));
    } catch {
      throw new CommandFailure(`${this.stateFile} cannot be read: remove it and ${this.part} to begin anew.`);
    }
  }

  /** Whole or not at all: a process may be killed at any moment. The lines are on the disk before it says so. */
  write(state: State): void {
    const next = `${this.stateFile}.next`;
    writeFileSync(next, JSON.stringify(state), { mode: 0o600 });
    const descriptor = openSync(next, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(next, this.stateFile);
  }

  /** The file got its name, and the process ended before this was forgotten: the part is made before the first state and goes last but it. */
  get wasFinished(): boolean {
    return this.exists && !existsSync(this.part) && existsSync(this.file);
  }

  finish(make: () => void): void {
    make();
    this.forget();
  }

  forget(): void {
    rmSync(this.part, { force: true });
    rmSync(this.stateFile, { force: true });
  }
}

/** `kakehashi export`: all works of a search to a file; one that was broken off goes on with --resume. */
export async function exportWorks(options: ExportOptions): Promise<void> {
  const ending = endingOf(options.out);
  const formatOf = FORMATS[ending];
  if (formatOf === undefined)
    throw new CommandFailure(
      `--out ${options.out}: give a name that ends in ${Object.keys(FORMATS)
        .map((name) => `.${name}`)
        .join(', ')}.`,
      EXIT_USAGE,
    );
  const unfinished = new Unfinished(options.out);
  if (options.resume && unfinished.wasFinished) unfinished.forget();
  if (options.resume && !unfinished.exists && existsSync(options.out)) {
    tell(`${options.out} is whole: there is nothing to resume.`);
    return;
  }
  if (!options.resume && unfinished.exists)
    throw new CommandFailure(`An export to ${options.out} was broken off: --resume goes on with it.`);
  const wanted = begun(options);
  const state = unfinished.exists ? unfinished.read() : wanted;
  const asked = ({ question, limit }: State): string => JSON.stringify([question, limit]);
  if (asked(state) !== asked(wanted))
    throw new CommandFailure(
      `The export to ${options.out} that was broken off has another query, filter or limit: give the same ones, or another --out.`,
    );
  const runtime = await startRuntime({
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    ...(process.env['KAKEHASHI_SECRET'] === undefined ? { KAKEHASHI_SECRET: state.secret } : {}),
  });
  try {
    await run(runtime, unfinished, state, formatOf({ ...options, bom: state.bom }), ending);
  } finally {
    await runtime.close();
  }
}

function begun(options: ExportOptions): State {
  const names = new Map(registry.map(({ name, platform }) => [name, platform]));
  return {
    question: {
      query: options.query ?? null,
      filter: readFilterOptions(options.filter, names),
      sort: options.sort.toUpperCase(),
    },
    limit: limitOf(options.limit),
    bom: options.bom,
    bytes: 0,
    export: null,
    secret: randomBytes(32).toString('base64url'),
  };
}

async function run(
  runtime: Runtime,
  unfinished: Unfinished,
  state: State,
  format: LineFormat,
  ending: string,
): Promise<void> {
  const question: Question = state.question;
  const before: ExportState | null = state.export;
  const { record, pages } = await exportLines(commandPort(runtime), question, format, state.limit, { before });
  // What was written after the last word on it is cut off, and comes again.
  const descriptor = openSync(unfinished.part, existsSync(unfinished.part) ? 'r+' : 'w+');
  const progress = new Progress();
  const began = Date.now();
  try {
    if (statSync(unfinished.part).size < state.bytes)
      throw new CommandFailure(
        `${unfinished.part} is shorter than it was: remove it and ${unfinished.file}.resume to begin anew.`,
      );
    ftruncateSync(descriptor, state.bytes);
    if (state.bytes > 0) for await (const chunk of createReadStream(unfinished.part)) record.bytes(chunk as Buffer);
    let bytes = state.bytes;
    let after: string | null = null;
    const rowsBefore = record.rows;
    unfinished.write({ ...state, bytes });
    for await (const page of pages) {
      writeSync(descriptor, page.bytes, 0, page.bytes.byteLength, bytes);
      fsyncSync(descriptor);
      bytes += page.bytes.byteLength;
      ({ after } = page);
      if (page.after !== null) unfinished.write({ ...state, bytes, export: record.state(page.after) });
      const perSecond = Math.round(((record.rows - rowsBefore) / Math.max(1, Date.now() - began)) * 1000);
      const { done, of } = record.progress();
      progress.show(done, of ?? done, `${String(record.rows)} works, ${String(perSecond)}/s`);
    }
    if (after !== null && (state.limit === null || record.rows < state.limit))
      throw new CommandFailure(
        `The export stopped after ${String(record.rows)} works: ${awayIn(record.receipt(VERSION, new Date()))} Go on with --resume.`,
      );
  } finally {
    progress.clear();
    closeSync(descriptor);
  }
  const receipt = record.receipt(VERSION, new Date());
  writeFileSync(`${unfinished.file}.receipt.json`, `${JSON.stringify(receipt, null, 2)}\n`);
  if (ending === 'parquet') {
    const made = `${unfinished.file}.made`;
    await ndjsonToParquet(unfinished.part, made);
    unfinished.finish(() => {
      renameSync(made, unfinished.file);
    });
  } else
    unfinished.finish(() => {
      renameSync(unfinished.part, unfinished.file);
    });
  tell(ended(receipt, unfinished.file));
}

/** Which platforms could not be asked, and why. */
function awayIn({ sources }: Receipt): string {
  return sources
    .filter(({ state }) => state !== 'OK' && state !== 'SKIPPED' && state !== 'UNAUTHORIZED')
    .map(({ platform, state, message }) => `${platform}: ${message ?? state}`)
    .join(' ');
}

function ended({ rows, complete, sources }: Receipt, file: string): string {
  const lines = sources
    .filter(({ state }) => state !== 'OK')
    .map(({ platform, state, message }) => `${platform}: ${state}${message === null ? '' : ` (${message})`}`);
  return [
    `${String(rows)} works in ${file}${complete ? '' : '; not all platforms gave all they have'}.`,
    ...lines,
  ].join('\n');
}
