import { readTerms } from '../exports/terms.js';
import type { GraphQLPort } from '../exports/graphql-port.js';
import { readWorks, type WorksById } from '../exports/works-by-id.js';
import { SUMMARY_FIELDS, summaryShape, WORK_FIELDS, workShape } from '../exports/work.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_USAGE, tell } from './exit.js';
import { idsIn } from './ids-file.js';
import { startRuntime } from './runtime.js';
import { checkFormat, documentFormat, printedDocument, printedJson, worksTable } from './works-output.js';

export interface WorkOptions {
  readonly ids?: string;
  /** As checkFormat knows it. */
  readonly format: string;
}

type Shown = Pick<WorksById<unknown>, 'unknown' | 'refused'> & { readonly text: string };

async function shown(port: GraphQLPort, ids: readonly string[], format: string): Promise<Shown> {
  const document = documentFormat(format);
  if (document !== null) {
    const { works, ...rest } = await readWorks(port, ids, document);
    return { text: printedDocument(works, document, await readTerms(port)), ...rest };
  }
  if (format === 'table') {
    const { works, ...rest } = await readWorks(port, ids, { fields: SUMMARY_FIELDS, shape: summaryShape });
    return { text: `${worksTable(works)}\n`, ...rest };
  }
  const { works, ...rest } = await readWorks(port, ids, { fields: WORK_FIELDS, shape: workShape });
  return { text: printedJson(works, format === 'ndjson' ? 'ndjson' : 'json'), ...rest };
}

/** `kakehashi work`: works by DOI or id. What nobody knows is told on standard error. */
export async function work(given: readonly string[], options: WorkOptions): Promise<void> {
  checkFormat(options.format);
  const ids = [...given, ...(options.ids === undefined ? [] : idsIn(options.ids))];
  if (ids.length === 0) throw new CommandFailure('Give ids or DOIs, or a file of them with --ids.', EXIT_USAGE);
  const runtime = await startRuntime({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  try {
    const port = commandPort(runtime);
    const { text, unknown, refused } = await shown(port, ids, options.format);
    process.stdout.write(text);
    for (const { id, why } of refused) tell(`${id}: ${why}`);
    for (const id of unknown) tell(`${id}: no platform knows it.`);
    if (refused.length > 0)
      throw new CommandFailure(`${String(refused.length)} of ${String(ids.length)} ids are none.`);
  } finally {
    await runtime.close();
  }
}
