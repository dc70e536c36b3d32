import { readTerms } from '../exports/terms.js';
import { walkWorks, type Question } from '../exports/walk.js';
import type { Wanted } from '../exports/works-by-id.js';
import { SUMMARY_FIELDS, summaryShape, WORK_FIELDS, workShape, type Source } from '../exports/work.js';
import { platforms as registry } from '../subgraphs/index.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_USAGE, tell } from './exit.js';
import { readFilterOptions } from './filter-options.js';
import { startRuntime, type Runtime } from './runtime.js';
import { checkFormat, documentFormat, printedDocument, printedJson, worksTable } from './works-output.js';

export interface SearchOptions {
  readonly filter: readonly string[];
  readonly sort: string;
  readonly limit: string;
  /** As checkFormat knows it. */
  readonly format: string;
}

interface Found<T> {
  readonly works: readonly T[];
  readonly sources: readonly Source[];
}

async function found<T>(runtime: Runtime, question: Question, limit: number, wanted: Wanted<T>): Promise<Found<T>> {
  const works: T[] = [];
  let sources: readonly Source[] = [];
  for await (const page of walkWorks(commandPort(runtime), question, {
    ...wanted,
    limit,
    after: null,
    patience: [],
  })) {
    works.push(...page.works);
    ({ sources } = page);
  }
  return { works, sources };
}

/** `kakehashi search`: the search, in the terminal. How each platform took part goes to standard error. */
export async function search(query: string, options: SearchOptions): Promise<void> {
  checkFormat(options.format);
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CommandFailure(`--limit ${options.limit}: give a whole number of works, 1 or more.`, EXIT_USAGE);
  const filter = readFilterOptions(options.filter, new Map(registry.map(({ name, platform }) => [name, platform])));
  const question = { query, filter, sort: options.sort.toUpperCase() };
  const { format } = options;
  const runtime = await startRuntime({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  try {
    const { text, sources } = await shown(runtime, question, limit, format);
    process.stdout.write(text);
    for (const { platform, state, total, message } of sources) {
      tell(
        `${platform}: ${state}${total === null ? '' : `, ${String(total)} records`}${message === null ? '' : ` (${message})`}`,
      );
    }
  } finally {
    await runtime.close();
  }
}

interface Shown {
  readonly text: string;
  readonly sources: readonly Source[];
}

async function shown(runtime: Runtime, question: Question, limit: number, format: string): Promise<Shown> {
  const document = documentFormat(format);
  if (document !== null) {
    const { works, sources } = await found(runtime, question, limit, document);
    return { text: printedDocument(works, document, await readTerms(commandPort(runtime))), sources };
  }
  if (format === 'table') {
    const { works, sources } = await found(runtime, question, limit, { fields: SUMMARY_FIELDS, shape: summaryShape });
    return { text: `${worksTable(works)}\n`, sources };
  }
  const { works, sources } = await found(runtime, question, limit, { fields: WORK_FIELDS, shape: workShape });
  return { text: printedJson(works, format === 'ndjson' ? 'ndjson' : 'json', { sources }), sources };
}
