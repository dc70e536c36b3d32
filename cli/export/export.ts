import { randomBytes } from 'node:crypto';
import { existsSync, unlinkSync } from 'node:fs';
import { platforms as registry } from '../../subgraphs/index.js';
import { CommandFailure, EXIT_USAGE, tell } from '../exit.js';
import { readFilterOptions } from '../filter-options.js';
import { MAX_PAGE } from '../found-works.js';
import { Progress } from '../progress.js';
import { startRuntime, type Runtime } from '../runtime.js';
import { EXPORT_FORMATS, type ExportFormat } from './formats.js';
import { wholePage, type SearchPage } from './pages.js';
import { forget, newState, partOf, PartFile, put, readState, stateOf, sync, type ExportState } from './state.js';

export interface ExportOptions {
  readonly query?: string;
  readonly filter: readonly string[];
  readonly limit?: string;
  readonly out: string;
  readonly resume?: true;
}

/** An export waits for platforms that a portal's visitor would not wait for: milliseconds for a page's hits, and for all of it. */
const PATIENCE = { SEARCH_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '90000' };

function formatOf(out: string): ExportFormat {
  const format = EXPORT_FORMATS.get(/\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? '');
  if (format !== undefined) return format;
  const known = [...EXPORT_FORMATS.keys()].map((name) => `.${name}`).join(', ');
  throw new CommandFailure(`--out ${out}: the name ends with the format, one of ${known}.`, EXIT_USAGE);
}

function limitOf({ limit }: ExportOptions): number {
  if (limit === undefined) return Infinity;
  const number = Number(limit);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new CommandFailure(`--limit ${limit}: give a whole number of works, 1 or more.`, EXIT_USAGE);
}

/** Where an export begins: anew, or where it was interrupted. */
function beginning({ out, resume }: ExportOptions, question: string): ExportState {
  const known = readState(out);
  if (known === null) {
    if (existsSync(partOf(out))) unlinkSync(partOf(out));
    return newState(question, randomBytes(32).toString('base64url'));
  }
  if (resume !== true)
    throw new CommandFailure(
      `${out} was interrupted after ${String(known.rows)} works: --resume goes on; remove ${stateOf(out)} to begin anew.`,
    );
  if (known.question !== question)
    throw new CommandFailure(`${stateOf(out)} is of another query, filter or limit: give the same ones, or remove it.`);
  return known;
}

/** What progress is told by: the works of a limit, else the records that the platforms count. */
function progressOf({ rows, records }: ExportState, limit: number, page: SearchPage): [done: number, whole: number] {
  const all = page.sources.reduce((sum, { total }) => sum + (total ?? 0), 0);
  return rows / limit > records / Math.max(1, all) ? [rows, limit] : [records, Math.max(records, all)];
}

async function writePages(
  runtime: Runtime,
  part: PartFile,
  search: Record<string, unknown>,
  { page }: ExportFormat,
  limit: number,
): Promise<SearchPage | null> {
  const progress = new Progress();
  const [begun, before] = [Date.now(), part.state.rows];
  const tolerated = new Set<string>();
  let last: SearchPage | null = null;
  try {
    while (!part.state.done) {
      const { cursor, rows, records } = part.state;
      const variables = { ...search, first: Math.min(MAX_PAGE, limit - rows), after: cursor };
      last = await wholePage(runtime, variables, tolerated, (reason) => {
        progress.show(0, 1, `waiting: ${reason}`);
      });
      const { nodes, pageInfo } = last;
      const count = rows + nodes.length;
      part.add(page(nodes, cursor === null), {
        cursor: pageInfo.endCursor,
        rows: count,
        records: records + nodes.reduce((sum, node) => sum + node.records.length, 0),
        done: !pageInfo.hasNextPage || pageInfo.endCursor === null || count >= limit,
      });
      const rate = ((count - before) * 1000) / Math.max(1, Date.now() - begun);
      progress.show(
        ...progressOf(part.state, limit, last),
        `${count.toLocaleString('en')} works, ${rate.toFixed(0)}/s`,
      );
    }
    return last;
  } finally {
    progress.clear();
  }
}

/** Gives the whole export its name. Done again after an interruption it does what is left. */
async function finish(out: string, { finish: make }: ExportFormat): Promise<void> {
  const part = partOf(out);
  if (existsSync(part)) {
    if (make === undefined) put(part, out);
    else {
      await make(part, `${out}.new`);
      sync(`${out}.new`);
      put(`${out}.new`, out);
      unlinkSync(part);
    }
  }
  forget(out);
}

/** `kakehashi export`: all hits of a search to a file. An interrupted one goes on with `--resume`. */
export async function exportWorks(options: ExportOptions): Promise<void> {
  const format = formatOf(options.out);
  const limit = limitOf(options);
  if (options.query === undefined && options.filter.length === 0)
    throw new CommandFailure('Give --query, --filter or both: what is exported.', EXIT_USAGE);
  const filter = readFilterOptions(options.filter, new Map(registry.map(({ name, platform }) => [name, platform])));
  const search = { query: options.query ?? null, filter, sort: 'RELEVANCE' };
  const start = beginning(options, JSON.stringify([search, options.limit ?? null]));
  if (!start.done || existsSync(partOf(options.out))) {
    const part = new PartFile(options.out, start);
    try {
      if (!start.done) await run(part, search, format, limit, start);
    } finally {
      part.close();
    }
  }
  await finish(options.out, format);
  tell(`${options.out} is whole.`);
}

async function run(
  part: PartFile,
  search: Record<string, unknown>,
  format: ExportFormat,
  limit: number,
  { secret }: ExportState,
): Promise<void> {
  const level = process.env['LOG_LEVEL'] ?? 'warn';
  const runtime = await startRuntime({ ...PATIENCE, LOG_LEVEL: level, KAKEHASHI_SECRET: secret });
  try {
    const last = await writePages(runtime, part, search, format, limit);
    tell(`${part.state.rows.toLocaleString('en')} works.`);
    for (const { platform, state, message, attribution } of last?.sources ?? [])
      tell([`${platform}: ${state}`, message, attribution].filter((text) => text !== null).join('. '));
  } finally {
    await runtime.close();
  }
}
