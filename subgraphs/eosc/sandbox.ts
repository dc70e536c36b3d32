/** The simulated EOSC, written from the fact sheet (section 13), not from our client: the OpenAIRE Graph and a resource catalogue. */
import { startSandboxServer, type SandboxRequest, type SandboxResponse } from '../../sandbox/server.js';
import type { RunningSandbox, SandboxOptions } from '../common/platform.js';
import { budgeted, DOCUMENTED, OBSERVED } from './sandbox/budget.js';
import { answerCatalogue } from './sandbox/catalogue.js';
import { answerGraph, json } from './sandbox/graph.js';

const GRAPH = '/graph';
const CATALOGUE = '/api';

/** Starts the OpenAIRE Graph (under `/graph`, versions 1 to 3) and the resource catalogue (under `/api`) on one port. */
export async function startEoscSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const graph = budgeted(
    (request) => answerGraph(request, request.url.pathname.slice(GRAPH.length)),
    options.throttle ? DOCUMENTED : OBSERVED,
  );
  const handle = (request: SandboxRequest): SandboxResponse => {
    const { pathname } = request.url;
    if (pathname.startsWith(`${GRAPH}/`)) return graph(request);
    if (pathname.startsWith(`${CATALOGUE}/`)) return answerCatalogue(request, pathname.slice(CATALOGUE.length + 1));
    return json(404, { error: 'Not found', description: 'Invald request path.' });
  };
  const server = await startSandboxServer({
    port: options.port,
    latencyMs: options.latencyMs,
    fault: options.fault,
    name: 'eosc',
    pagesEndlessly: true,
    handle,
  });
  const settings = {
    OPENAIRE_URL: `${server.address}${GRAPH}`,
    EOSC_CATALOGUE_URL: `${server.address}${CATALOGUE}`,
  };
  return { address: server.address, settings, close: () => server.close() };
}
