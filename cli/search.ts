import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { cut } from '../reports/text.js';
import { platforms as registry } from '../subgraphs/index.js';
import { ask } from './ask.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { readFilterOptions } from './filter-options.js';
import { startRuntime, type Runtime } from './runtime.js';
import { table } from './table.js';

export interface SearchOptions {
  readonly filter: readonly string[];
  readonly sort: string;
  readonly limit: string;
  readonly format: string;
}

const MAX_PAGE = 100;

const QUERY = `query Search($query: String, $filter: WorkFilter, $sort: WorkSort, $first: Int, $after: String) {
  search(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes {
      id doi type issued accessRight url
      title { ja en text }
      creators { name { ja en text } orcid }
      records { id platform url }
    }
    pageInfo { hasNextPage endCursor }
    sources { platform state total totalKind tookMs message attribution }
  }
}`;

const text = z.object({ ja: z.string().nullable(), en: z.string().nullable(), text: z.string() });
const work = z.object({
  id: z.string(),
  doi: z.string().nullable(),
  type: z.string(),
  issued: z.string().nullable(),
  accessRight: z.string(),
  url: z.string().nullable(),
  title: text,
  creators: z.array(z.object({ name: text, orcid: z.string().nullable() })),
  records: z.array(z.object({ id: z.string(), platform: z.string(), url: z.string().nullable() })),
});
const source = z.object({
  platform: z.string(),
  state: z.string(),
  total: z.number().nullable(),
  totalKind: z.string(),
  tookMs: z.number(),
  message: z.string().nullable(),
  attribution: z.string().nullable(),
});
const answer = z.object({
  search: z.object({
    nodes: z.array(work),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    sources: z.array(source),
  }),
});

type FoundWork = z.infer<typeof work>;
type Answer = z.infer<typeof answer>;
type FoundPage = Answer['search'];

async function readWorks(
  runtime: Runtime,
  variables: Record<string, unknown>,
  limit: number,
): Promise<{ works: FoundWork[]; sources: FoundPage['sources'] }> {
  const works: FoundWork[] = [];
  let sources: FoundPage['sources'] = [];
  let after: string | null = null;
  do {
    const first = Math.min(limit - works.length, MAX_PAGE);
    const { search: page }: Answer = await ask(runtime, QUERY, { ...variables, first, after }, answer);
    works.push(...page.nodes);
    sources = page.sources;
    // A page without works while there is a next one: only platforms that are away are left, and they are not waited for.
    after = page.pageInfo.hasNextPage && page.nodes.length > 0 ? page.pageInfo.endCursor : null;
  } while (after !== null && works.length < limit);
  return { works, sources };
}

function row(found: FoundWork): Record<string, string> {
  return {
    id: found.id,
    doi: found.doi ?? '',
    type: found.type,
    issued: found.issued ?? '',
    title_ja: found.title.ja ?? '',
    title_en: found.title.en ?? '',
    creators: found.creators.map(({ name }) => name.text).join('; '),
    access_right: found.accessRight,
    platforms: found.records.map(({ platform }) => platform).join(' '),
    url: found.url ?? '',
  };
}

/** Columns that a title may take in a terminal. */
const TITLE_COLUMNS = 60;

function asTable(works: readonly FoundWork[]): string {
  const rows = works.map((found) => [
    found.issued ?? '',
    found.type,
    found.accessRight,
    cut(found.title.text, TITLE_COLUMNS),
    cut(found.creators.map(({ name }) => name.text).join('; '), 30),
    found.id,
  ]);
  return table(['issued', 'type', 'access', 'title', 'creators', 'id'], rows);
}

function render(works: readonly FoundWork[], sources: FoundPage['sources'], format: string): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ works, sources }, null, 2);
    case 'ndjson':
      return works.map((found) => JSON.stringify(found)).join('\n');
    case 'csv':
      return stringify(works.map(row), {
        header: true,
        columns: Object.keys(row(EMPTY_WORK)),
        escape_formulas: true,
      }).trimEnd();
    default:
      return asTable(works);
  }
}

/** Names the columns where there is no work. */
const EMPTY_WORK: FoundWork = {
  id: '', doi: null, type: '', issued: null, accessRight: '', url: null, title: { ja: null, en: null, text: '' }, creators: [], records: [],
}; // prettier-ignore

/** `kakehashi search`: the search, in the terminal. How each platform took part goes to standard error. */
export async function search(query: string, options: SearchOptions): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CommandFailure(`--limit ${options.limit}: give a whole number of works, 1 or more.`, EXIT_USAGE);
  const filter = readFilterOptions(options.filter, new Map(registry.map(({ name, platform }) => [name, platform])));
  const runtime = await startRuntime({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  try {
    const { works, sources } = await readWorks(runtime, { query, filter, sort: options.sort.toUpperCase() }, limit);
    const rendered = render(works, sources, options.format);
    if (rendered !== '') print(rendered);
    for (const { platform, state, total, message } of sources) {
      tell(
        `${platform}: ${state}${total === null ? '' : `, ${String(total)} records`}${message === null ? '' : ` (${message})`}`,
      );
    }
  } finally {
    await runtime.close();
  }
}
