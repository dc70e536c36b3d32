import type { z } from 'zod';
import { readTerms } from '../exports/terms.js';
import { walkWorks, type Question } from '../exports/walk.js';
import { SUMMARY_FIELDS, summaryShape, WORK_FIELDS, workShape, type Source } from '../exports/work.js';
import { platforms as registry } from '../subgraphs/index.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { readFilterOptions } from './filter-options.js';
import { startRuntime, type Runtime } from './runtime.js';
import { printedWorks, worksTable, type WorkFormat } from './works-output.js';

export interface SearchOptions {
  readonly filter: readonly string[];
  readonly sort: string;
  readonly limit: string;
  readonly format: WorkFormat;
}

interface Found<T> {
  readonly works: readonly T[];
  readonly sources: readonly Source[];
}

async function found<T>(
  runtime: Runtime,
  question: Question,
  limit: number,
  fields: string,
  shape: z.ZodType<T>,
): Promise<Found<T>> {
  const works: T[] = [];
  let sources: readonly Source[] = [];
  for await (const page of walkWorks(commandPort(runtime), question, {
    fields,
    shape,
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
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CommandFailure(`--limit ${options.limit}: give a whole number of works, 1 or more.`, EXIT_USAGE);
  const filter = readFilterOptions(options.filter, new Map(registry.map(({ name, platform }) => [name, platform])));
  const question = { query, filter, sort: options.sort.toUpperCase() };
  const { format } = options;
  const runtime = await startRuntime({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  try {
    const { text, sources } =
      format === 'table' ? await asTable(runtime, question, limit) : await asData(runtime, question, limit, format);
    if (text !== '') print(text);
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

async function asTable(runtime: Runtime, question: Question, limit: number): Promise<Shown> {
  const { works, sources } = await found(runtime, question, limit, SUMMARY_FIELDS, summaryShape);
  return { text: worksTable(works), sources };
}

async function asData(
  runtime: Runtime,
  question: Question,
  limit: number,
  format: Exclude<WorkFormat, 'table'>,
): Promise<Shown> {
  const { works, sources } = await found(runtime, question, limit, WORK_FIELDS, workShape);
  const terms = await readTerms(commandPort(runtime));
  return { text: printedWorks(works, format, terms, { sources }), sources };
}
