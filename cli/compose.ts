import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { CompositionError, composeSupergraph } from '../schema/compose.js';
import { subgraphDefinitions } from '../schema/subgraphs.js';
import { CommandFailure, tell } from './exit.js';

/** From the clone: the committed file, not the copy beside the compiled modules. */
const FILE = 'schema/supergraph.graphql';

/** `kakehashi compose`: writes schema/supergraph.graphql, or with --check fails when it is out of date. */
export function compose({ check }: { readonly check?: boolean }): void {
  let supergraph: string;
  try {
    supergraph = composeSupergraph(subgraphDefinitions());
  } catch (error) {
    if (error instanceof CompositionError) throw new CommandFailure(`The subgraphs do not compose:\n${error.message}`);
    throw error;
  }
  const current = existsSync(FILE) ? readFileSync(FILE, 'utf8') : null;
  if (check !== true) {
    if (current === null && !existsSync('schema'))
      throw new CommandFailure('compose writes schema/supergraph.graphql: run it in the clone.');
    writeFileSync(FILE, supergraph);
    tell(current === supergraph ? `${FILE} is up to date.` : `${FILE} written.`);
    return;
  }
  if (current !== supergraph) throw new CommandFailure(`${FILE} is out of date: run kakehashi compose and commit it.`);
  tell(`${FILE} is up to date.`);
}
