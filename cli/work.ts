import { readFileSync } from 'node:fs';
import { readTerms } from '../exports/terms.js';
import { readWorks } from '../exports/works-by-id.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { startRuntime } from './runtime.js';
import { printedWorks, worksTable, type WorkFormat } from './works-output.js';

export interface WorkOptions {
  readonly ids?: string;
  readonly format: WorkFormat;
}

/** Ids from a file: one a line, DOIs in any form; empty lines and what follows a # are left out. `-` is standard input. */
export function idsIn(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new CommandFailure(`--ids ${file}: the file cannot be read.`);
  }
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** `kakehashi work`: works by DOI or id. What nobody knows is told on standard error. */
export async function work(given: readonly string[], options: WorkOptions): Promise<void> {
  const ids = [...given, ...(options.ids === undefined ? [] : idsIn(options.ids))];
  if (ids.length === 0) throw new CommandFailure('Give ids or DOIs, or a file of them with --ids.', EXIT_USAGE);
  const runtime = await startRuntime({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  try {
    const port = commandPort(runtime);
    const { works, unknown, refused } = await readWorks(port, ids);
    const text =
      options.format === 'table' ? worksTable(works) : printedWorks(works, options.format, await readTerms(port));
    if (text !== '') print(text);
    for (const { id, why } of refused) tell(`${id}: ${why}`);
    for (const id of unknown) tell(`${id}: no platform knows it.`);
    if (refused.length > 0)
      throw new CommandFailure(`${String(refused.length)} of ${String(ids.length)} ids are none.`);
  } finally {
    await runtime.close();
  }
}
