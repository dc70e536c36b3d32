import type { Terms } from './columns.js';
import type { GraphQLPort } from './graphql-port.js';
import type { Line, LineFormat } from './lines.js';
import { ExportRecord, type ExportState, type Place } from './receipt.js';
import { readTerms } from './terms.js';
import { walkAll } from './walk-all.js';
import type { Question } from './walk.js';
import { BATCH, idsOf, readWorks } from './works-by-id.js';
import type { Source } from './work.js';

/** What is exported: all works of a search, at most so many (null: all), or the works with some ids. */
export type Asked =
  { readonly question: Question; readonly limit: number | null } | { readonly ids: readonly string[] };

/** What was exported of a page. */
export interface ExportedPage {
  readonly bytes: Buffer;
  /** Where the export goes on; null: nowhere. */
  readonly place: Place | null;
  /** Platforms that are away have more; what follows is behind it. */
  readonly left: boolean;
}

/** An export under way. */
export interface RunningExport {
  readonly record: ExportRecord;
  readonly pages: AsyncIterable<ExportedPage>;
}

export interface ExportOptions {
  /** What there is of the file already; null: nothing. */
  readonly before?: ExportState | null;
  readonly signal?: AbortSignal;
  /** Begins when all platforms are there (walk-all.ts). */
  readonly whenReady?: boolean;
}

/**
 * Exports works as a file. Nothing is asked before the pages are read; each is asked for when the one before it was taken, so that a
 * slow reader slows the platforms' work and nothing piles up. The last page is what the format ends with.
 */
export async function exportLines(
  port: GraphQLPort,
  asked: Asked,
  format: LineFormat,
  { before = null, signal, whenReady = false }: ExportOptions = {},
): Promise<RunningExport> {
  const terms = await readTerms(port, signal);
  const search = 'question' in asked ? asked : { question: null, limit: null };
  const given = 'ids' in asked ? idsOf(asked.ids) : [];
  const record = new ExportRecord({ question: search.question, given }, search.limit, terms, before);
  const run: Run = { port, format, before, record, terms, signal, whenReady };
  const works = 'ids' in asked ? namedWorks(run, given) : foundWorks(run, asked);
  return { record, pages: pagesOf(run, works) };
}

interface Run {
  readonly port: GraphQLPort;
  readonly format: LineFormat;
  readonly before: ExportState | null;
  readonly record: ExportRecord;
  readonly terms: Map<string, Terms>;
  readonly signal: AbortSignal | undefined;
  readonly whenReady: boolean;
}

/** Some works of an export, in its order. */
interface Batch extends Omit<ExportedPage, 'bytes'> {
  readonly works: readonly Line[];
}

async function* foundWorks(
  { port, format, before, record, terms, signal, whenReady }: Run,
  { question, limit }: Extract<Asked, { question: unknown }>,
): AsyncGenerator<Batch, void, void> {
  const walk = walkAll(port, question, {
    fields: format.fields,
    shape: format.shape,
    limit: (limit ?? Number.POSITIVE_INFINITY) - record.rows,
    before: before?.walk ?? null,
    whenReady,
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const { works, sources, state, left, progress } of walk) {
    credit(terms, sources);
    record.page(sources, progress);
    yield { works, place: state === null ? null : { walk: state, ids: null }, left };
  }
}

async function* namedWorks(
  { port, format, before, record, signal }: Run,
  ids: readonly string[],
): AsyncGenerator<Batch, void, void> {
  const { unknown, refused, ...start } = before?.ids ?? { at: 0, unknown: [], refused: [] };
  for (let { at } = start; at < ids.length;) {
    const read = await readWorks(port, ids.slice(at, at + BATCH), format, signal);
    unknown.push(...read.unknown);
    refused.push(...read.refused);
    at = Math.min(at + BATCH, ids.length);
    record.without({ unknown, refused });
    record.page([], { done: at, of: ids.length });
    const place = at === ids.length ? null : { walk: null, ids: { at, unknown: [...unknown], refused: [...refused] } };
    yield { works: read.works, place, left: false };
  }
}

async function* pagesOf(
  { format, before, record, terms }: Run,
  batches: AsyncIterable<Batch>,
): AsyncGenerator<ExportedPage, void, void> {
  let head = before === null ? format.head : '';
  for await (const { works, place, left } of batches) {
    const texts = works.map((work) => {
      const between = record.rows === 0 ? '' : format.between;
      record.work(new Set(work.records.map(({ platform }) => platform)));
      return between + work.text(terms);
    });
    const bytes = Buffer.from(head + texts.join(''));
    head = '';
    record.bytes(bytes);
    yield { bytes, place, left };
  }
  const bytes = Buffer.from(head + format.tail);
  record.bytes(bytes);
  yield { bytes, place: null, left: false };
}

/** The credit lines come with the answers. */
function credit(terms: Map<string, Terms>, sources: readonly Source[]): void {
  for (const { platform, attribution } of sources) {
    const known = terms.get(platform);
    if (known !== undefined && attribution !== null) terms.set(platform, { ...known, attribution });
  }
}
