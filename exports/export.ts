import type { Terms } from './columns.js';
import type { GraphQLPort } from './graphql-port.js';
import type { LineFormat } from './lines.js';
import { ExportRecord, type ExportState } from './receipt.js';
import { readTerms } from './terms.js';
import { walkWorks, type Question } from './walk.js';
import { WORK_FIELDS, workShape, type ExportedWork, type Source } from './work.js';

/** What was exported of a page. */
export interface ExportedPage {
  readonly bytes: Buffer;
  /** Where the export goes on; null: nowhere. On the last page: platforms that are away have more. */
  readonly after: string | null;
}

/** An export under way. */
export interface RunningExport {
  readonly record: ExportRecord;
  readonly pages: AsyncIterable<ExportedPage>;
}

/**
 * Exports all works of a search as lines. Nothing is asked before the pages are read; each is asked for when the one before it was
 * taken, so that a slow reader slows the platforms' work and nothing piles up.
 * @param limit works at most; null: all
 * @param before what there is of the file already; null: nothing
 */
export async function exportLines(
  port: GraphQLPort,
  question: Question,
  format: LineFormat,
  limit: number | null,
  { before = null, signal }: { readonly before?: ExportState | null; readonly signal?: AbortSignal } = {},
): Promise<RunningExport> {
  const terms = await readTerms(port, signal);
  const record = new ExportRecord(question, limit, terms, before);
  return { record, pages: pagesOf(port, question, format, { limit, before, record, terms, signal }) };
}

interface Run {
  readonly limit: number | null;
  readonly before: ExportState | null;
  readonly record: ExportRecord;
  readonly terms: Map<string, Terms>;
  readonly signal: AbortSignal | undefined;
}

async function* pagesOf(
  port: GraphQLPort,
  question: Question,
  format: LineFormat,
  { limit, before, record, terms, signal }: Run,
): AsyncGenerator<ExportedPage, void, void> {
  let head = before === null ? format.head : '';
  const walk = walkWorks<ExportedWork>(port, question, {
    fields: WORK_FIELDS,
    shape: workShape,
    limit: (limit ?? Number.POSITIVE_INFINITY) - record.rows,
    after: before?.after ?? null,
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const { works, sources, after } of walk) {
    credit(terms, sources);
    record.page(sources);
    const lines = works.map((work) => {
      record.work(new Set(work.records.map(({ platform }) => platform)));
      return format.line(work, terms);
    });
    const bytes = Buffer.from(head + lines.join(''));
    head = '';
    record.bytes(bytes);
    yield { bytes, after };
  }
}

/** The credit lines come with the answers. */
function credit(terms: Map<string, Terms>, sources: readonly Source[]): void {
  for (const { platform, attribution } of sources) {
    const known = terms.get(platform);
    if (known !== undefined && attribution !== null) terms.set(platform, { ...known, attribution });
  }
}
