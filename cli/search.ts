import { stringify } from 'csv-stringify/sync';
import { cut } from '../reports/text.js';
import { platforms as registry } from '../subgraphs/index.js';
import { ask } from './ask.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import {
  SEARCH_QUERY,
  searchAnswer,
  WORK_COLUMNS,
  workRow,
  type FoundSource,
  type FoundWork,
  MAX_PAGE,
  type SearchAnswer,
} from './found-works.js';
import { readFilterOptions } from './filter-options.js';
import { startRuntime, type Runtime } from './runtime.js';
import { table } from './table.js';

export interface SearchOptions {
  readonly filter: readonly string[];
  readonly sort: string;
  readonly limit: string;
  readonly format: string;
}

async function readWorks(
  runtime: Runtime,
  variables: Record<string, unknown>,
  limit: number,
): Promise<{ works: FoundWork[]; sources: FoundSource[] }> {
  const works: FoundWork[] = [];
  let sources: FoundSource[] = [];
  let after: string | null = null;
  do {
    const first = Math.min(limit - works.length, MAX_PAGE);
    const { search: page }: SearchAnswer = await ask(
      runtime,
      SEARCH_QUERY,
      { ...variables, first, after },
      searchAnswer,
    );
    works.push(...page.nodes);
    sources = page.sources;
    // A page without works while there is a next one: only platforms that are away are left, and they are not waited for.
    after = page.pageInfo.hasNextPage && page.nodes.length > 0 ? page.pageInfo.endCursor : null;
  } while (after !== null && works.length < limit);
  return { works, sources };
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

function render(works: readonly FoundWork[], sources: FoundSource[], format: string): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ works, sources }, null, 2);
    case 'ndjson':
      return works.map((found) => JSON.stringify(found)).join('\n');
    case 'csv':
      return stringify(works.map(workRow), {
        header: true,
        columns: [...WORK_COLUMNS],
        escape_formulas: true,
      }).trimEnd();
    default:
      return asTable(works);
  }
}

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
