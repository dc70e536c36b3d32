import { randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  statSync,
  writeSync,
} from 'node:fs';
import { exportLines, type Asked, type RunningExport } from '../exports/export.js';
import { ndjsonToParquet } from '../exports/parquet.js';
import { isWhole, type Receipt } from '../exports/receipt.js';
import { idsOf } from '../exports/works-by-id.js';
import { loadEnvironment } from '../gateway/settings.js';
import { platforms as registry } from '../subgraphs/index.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_USAGE, tell } from './exit.js';
import { exportFormat } from './export-format.js';
import { readFilterOptions } from './filter-options.js';
import { idsIn } from './ids-file.js';
import { writeWhole } from './output.js';
import { VERSION } from './package-info.js';
import { Progress } from './progress.js';
import { startRuntime } from './runtime.js';
import { Unfinished, type UnfinishedState } from './unfinished.js';

export interface ExportOptions {
  readonly query?: string;
  readonly filter: readonly string[];
  readonly sort: string;
  readonly limit?: string;
  readonly ids?: string;
  readonly format?: string;
  readonly out: string;
  readonly resume: boolean;
  readonly bom: boolean;
}

/** An export asks for a page once: what it keeps for another time is little. */
const CACHE_MAX_BYTES = String(16 * 1024 * 1024);

function limitOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CommandFailure(`--limit ${text}: give a whole number of works, 1 or more.`, EXIT_USAGE);
  return limit;
}

function begun(options: ExportOptions, format: string): UnfinishedState {
  const { query, filter, sort, ids, limit, bom } = options;
  const names = new Map(registry.map(({ name, platform }) => [name, platform]));
  if (ids !== undefined && (query !== undefined || filter.length > 0 || limit !== undefined))
    throw new CommandFailure('--ids FILE names the works: leave out --query, --filter and --limit.', EXIT_USAGE);
  return {
    question:
      ids === undefined
        ? { query: query ?? null, filter: readFilterOptions(filter, names), sort: sort.toUpperCase() }
        : null,
    ids: ids === undefined ? [] : idsOf(idsIn(ids)),
    limit: limitOf(limit),
    format,
    bom,
    bytes: 0,
    export: null,
    secret: randomBytes(32).toString('base64url'),
  };
}

/** `kakehashi export`: all works of a search, or those with some ids, to a file; one that was broken off goes on with --resume. */
export async function exportWorks(options: ExportOptions): Promise<void> {
  const format = exportFormat(options.format, options.out);
  const unfinished = new Unfinished(options.out);
  if (options.resume && unfinished.wasFinished) unfinished.forget();
  if (options.resume && !unfinished.exists && existsSync(options.out)) {
    tell(`${options.out} is whole: there is nothing to resume.`);
    return;
  }
  if (!options.resume && unfinished.exists)
    throw new CommandFailure(`An export to ${options.out} was broken off: --resume goes on with it.`);
  const wanted = begun(options, format.name);
  const state = unfinished.exists ? unfinished.read() : wanted;
  const asked = ({ question, ids, limit, format: name }: UnfinishedState): string =>
    JSON.stringify([question, ids, limit, name]);
  if (asked(state) !== asked(wanted))
    throw new CommandFailure(
      `The export to ${options.out} that was broken off has another query, filter, limit, format or other ids: give the same ones, or another --out.`,
    );
  const runtime = await startRuntime({
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    CACHE_MAX_BYTES: loadEnvironment(process.env)['CACHE_MAX_BYTES'] ?? CACHE_MAX_BYTES,
    ...(process.env['KAKEHASHI_SECRET'] === undefined ? { KAKEHASHI_SECRET: state.secret } : {}),
  });
  try {
    const { question, ids, limit, bom } = state;
    const what: Asked = question === null ? { ids } : { question, limit };
    const running = await exportLines(commandPort(runtime, { longWalk: true }), what, format.lines({ bom }), {
      before: state.export,
      whenReady: true,
    });
    await write(running, unfinished, state);
  } finally {
    await runtime.close();
  }
}

/** Writes what there is, page by page, and makes the file of it. */
async function write({ record, pages }: RunningExport, unfinished: Unfinished, state: UnfinishedState): Promise<void> {
  const { part, file } = unfinished;
  // What was written after the last word on it is cut off, and comes again.
  const descriptor = openSync(part, existsSync(part) ? 'r+' : 'w+');
  const progress = new Progress();
  const began = Date.now();
  try {
    if (statSync(part).size < state.bytes)
      throw new CommandFailure(`${part} is shorter than it was: remove it and ${unfinished.stateFile} to begin anew.`);
    ftruncateSync(descriptor, state.bytes);
    if (state.bytes > 0) for await (const chunk of createReadStream(part)) record.bytes(chunk as Buffer);
    let { bytes } = state;
    const rowsBefore = record.rows;
    unfinished.write(state);
    for await (const page of pages) {
      for (let at = 0; at < page.bytes.byteLength;)
        at += writeSync(descriptor, page.bytes, at, page.bytes.byteLength - at, bytes + at);
      fsyncSync(descriptor);
      bytes += page.bytes.byteLength;
      if (page.place !== null) unfinished.write({ ...state, bytes, export: record.state(page.place) });
      const perSecond = Math.round(((record.rows - rowsBefore) / Math.max(1, Date.now() - began)) * 1000);
      const { done, of } = record.progress();
      progress.show(done, of ?? done, `${String(record.rows)} works, ${String(perSecond)}/s`);
      if (page.left)
        throw new CommandFailure(
          `The export stopped after ${String(record.rows)} works: ${awayIn(record.receipt(VERSION, new Date()))} Go on with --resume.`,
        );
    }
  } finally {
    progress.clear();
    closeSync(descriptor);
  }
  const receipt = record.receipt(VERSION, new Date());
  writeWhole(`${file}.receipt.json`, `${JSON.stringify(receipt, null, 2)}\n`);
  if (state.format === 'parquet') {
    const made = `${file}.made`;
    await ndjsonToParquet(part, made);
    unfinished.finish(made);
  } else unfinished.finish(part);
  tell(ended(receipt, file));
}

/** Which platforms could not be asked, and why. */
function awayIn({ sources }: Receipt): string {
  return sources
    .filter((source) => !isWhole([source]))
    .map(({ platform, state, message }) => `${platform}: ${message ?? state}`)
    .join(' ');
}

function ended({ rows, complete, sources, ids }: Receipt, file: string): string {
  const lines = sources
    .filter(({ state }) => state !== 'OK')
    .map(({ platform, state, message }) => `${platform}: ${state}${message === null ? '' : ` (${message})`}`);
  return [
    `${String(rows)} works in ${file}${complete ? '' : '; not all platforms gave all they have'}.`,
    ...lines,
    ...(ids?.refused ?? []).map(({ id, why }) => `${id}: ${why}`),
    ...(ids?.unknown ?? []).map((id) => `${id}: no platform knows it.`),
  ].join('\n');
}
