/** All subgraphs over HTTP in one process, and their supergraph in the file that its argument names. Run as a process of its own. */
import { writeFileSync } from 'node:fs';
import { print } from '../cli/exit.js';
import { prepare } from '../cli/runtime.js';
import { serveSubgraph, SUBGRAPH_NAMES } from '../gateway/subgraph-server.js';
import { composeSupergraph } from '../schema/compose.js';
import { subgraphDefinitions } from '../schema/subgraphs.js';

const { settings, environment, userAgent, log } = await prepare({});
const urls = new Map<string, string>();
for (const name of SUBGRAPH_NAMES) {
  const { address } = await serveSubgraph(name, settings, environment, userAgent, log);
  urls.set(name, `${address}/graphql`);
}
const subgraphs = subgraphDefinitions().map(({ name, sdl }) => ({ name, sdl, url: urls.get(name) ?? '' }));
writeFileSync(process.argv[2] ?? '', composeSupergraph(subgraphs));
print(`subgraphs on ${[...urls.values()].join(' ')}`);
