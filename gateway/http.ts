import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RequestScope } from '../upstream/scope.js';
import { Admission } from './admission.js';
import { CachedAnswering, varyOf, type MadeAnswer } from './answer-cache/answering.js';
import type { GatewayContext } from './context.js';
import { cors } from './cors.js';
import { EXPLAIN_HEADER, explanation, noCost } from './explain.js';
import { tokenHeadersOf } from './credentials.js';
import type { Gateway } from './gateway.js';
import { DocumentGate } from './limits/document-gate.js';
import { HttpFault } from './http-fault.js';
import { answerGraphQL, send, startServer, targetOf, type Spend } from './http-server.js';
import { graphiqlFiles, type PageFile } from './pages/graphiql.js';
import { HOME_HEADERS, homePage } from './pages/home.js';
import { WORKS } from './routes/works/work-path.js';
import { WorkRoutes } from './routes/works/work-routes.js';
import { DATA_ROUTES, DataRoutes } from './routes/data-routes.js';
import { OAI_ROUTE, OaiRoute } from './routes/oai.js';
import { SharedAnswers } from './shared-answers.js';
import type { Settings } from './settings.js';

/** The routes that the metrics tell apart: no caller's words become a label. */
const ROUTES = [
  ...DATA_ROUTES,
  WORKS,
  OAI_ROUTE,
  '/',
  '/graphql',
  '/graphiql',
  '/metrics',
  '/health/live',
  '/health/ready',
  '/schema.graphql',
  '/supergraph.graphql',
];

const SDL = 'text/plain; charset=utf-8';

/** A server that ends refuses for so long at least: who has just found a connection is told, not cut off. */
const REFUSING_MS = 500;

/** Why the server takes nothing more for now; null: it does. */
type Unready = 'draining' | 'overloaded' | null;

/** What the health routes say: the platforms' states are told and decide nothing. */
function health(gateway: Gateway, unready: Unready): string {
  const platforms = Object.fromEntries(
    gateway.infos().map(({ platform, status }) => [platform, { state: status.state, message: status.message }]),
  );
  return JSON.stringify({ status: unready ?? 'ok', platforms });
}

function ending(): HttpFault {
  const message = 'This server is shutting down. Try again: another one, or the next, will answer.';
  return new HttpFault(503, message, 'RATE_LIMITED', { 'retry-after': '1' });
}

/** The running HTTP side. */
export interface HttpFront {
  readonly address: string;
  /**
   * Says that it is not ready, answers on for the grace, then refuses what comes, lets end what runs, and stops the gateway.
   */
  close(): Promise<void>;
}

/** Everything but GraphQL. */
async function routePages(
  gateway: Gateway,
  files: ReadonlyMap<string, PageFile>,
  base: string,
  unready: Unready,
  path: string,
  response: ServerResponse,
): Promise<void> {
  switch (path) {
    case '/': {
      const html = homePage(gateway.infos(), { base, hasGraphiql: files.has('/graphiql') });
      send(response, 200, 'text/html; charset=utf-8', html, HOME_HEADERS);
      return;
    }
    case '/health/live':
      send(response, 200, 'application/json', '{"status":"ok"}');
      return;
    case '/health/ready':
      send(response, unready === null ? 200 : 503, 'application/json', health(gateway, unready));
      return;
    case '/metrics':
      send(response, 200, gateway.metrics.contentType, await gateway.metrics.text());
      return;
    case '/schema.graphql':
      send(response, 200, SDL, gateway.sdl().api);
      return;
    case '/supergraph.graphql':
      send(response, 200, SDL, gateway.sdl().supergraph);
      return;
    default: {
      const file = files.get(path);
      if (file !== undefined) {
        send(response, 200, file.type, file.body, file.headers);
        return;
      }
      const subgraph = /^\/subgraphs\/([a-z]+)\.graphql$/.exec(path)?.[1] ?? '';
      const sdl = gateway.sdl().subgraphs.get(subgraph);
      if (sdl === undefined)
        throw new HttpFault(404, 'There is nothing here: the API is at /graphql, a page with the routes at /.');
      send(response, 200, SDL, sdl);
    }
  }
}

/** Serves a gateway over HTTP. Rejects with the system's error where the port is taken. */
export async function serveHttp(gateway: Gateway, settings: Settings, log: Logger): Promise<HttpFront> {
  const state = { draining: false, refusing: false };
  const files = settings.graphiql ? graphiqlFiles() : new Map<string, PageFile>();
  const data = new DataRoutes(gateway, settings);
  let at = '';
  const oai = new OaiRoute(gateway, settings, log, () => at);
  const tokenHeaders = tokenHeadersOf(gateway.facts);
  const { answers } = gateway;
  const unasked = (): object => explanation(gateway.configured, new Map(), [], noCost(settings.limits.cost));
  const { tracing } = gateway;
  const kept = tracing === null ? null : tracing.kept.bind(tracing);
  const admission = new Admission(settings.maxExecutions);
  const works = new WorkRoutes(gateway, settings, admission, () => settings.publicUrl ?? at);
  const graphql = {
    capacity: { admission, shared: new SharedAnswers<MadeAnswer>() },
    server: gateway.server,
    maxBodyBytes: settings.limits.bodyBytes,
    gate: new DocumentGate(settings.limits),
    tokenHeaders,
    ...(answers === null ? {} : { answers: new CachedAnswering(answers, varyOf(tokenHeaders), unasked, kept) }),
    timeoutMs: () => settings.requestTimeoutMs,
    ...(gateway.documents === null ? {} : { documents: gateway.documents }),
    ...(gateway.limiter === null ? {} : { limiter: gateway.limiter }),
    contextOf: (scope: RequestScope, request: IncomingMessage, spend?: Spend): GatewayContext => ({
      scope,
      ...(spend === undefined ? {} : { spend }),
      explain: request.headers[EXPLAIN_HEADER] === '1',
      fetches: [],
      roots: [],
    }),
  };
  const listening = await startServer(
    (request, response) => {
      const { path, search } = targetOf(request);
      // Connections end with their answers, so that none is cut when the server closes.
      if (state.draining) response.setHeader('connection', 'close');
      const route = path.startsWith(WORKS) ? WORKS : ROUTES.includes(path) ? path : 'other';
      const ended = gateway.metrics.begin(route);
      response.whenClosed = () => {
        const { method } = request;
        const { statusCode: status } = response;
        // The route alone: what follows in the address is what people search for.
        log.debug({ requestId: response.requestId, method, route, status, tookMs: ended(status) }, 'answered');
      };
      if (cors(request, response, settings.corsOrigins, tokenHeaders.keys())) return;
      if (state.refusing && !path.startsWith('/health/')) throw ending();
      if (path === '/graphql') return answerGraphQL(request, response, search, graphql);
      if (path === OAI_ROUTE && request.method === 'POST') return oai.answer(search, request, response);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new HttpFault(405, 'Only /graphql and /oai take other methods than GET.');
      }
      if (path.startsWith(WORKS)) return works.answer(path, search, request, response);
      if (path === OAI_ROUTE) return oai.answer(search, request, response);
      if (DATA_ROUTES.includes(path)) return data.answer(path, search, request, response);
      const unready = state.draining ? 'draining' : admission.isOverloaded ? 'overloaded' : null;
      return routePages(gateway, files, settings.publicUrl ?? '', unready, path, response);
    },
    { host: settings.host, port: settings.port, isProxied: settings.trustProxy > 0 },
    log,
  );
  at = listening.address;
  return {
    address: listening.address,
    async close() {
      const { shutdownGraceMs } = settings;
      state.draining = true;
      await setTimeout(shutdownGraceMs);
      state.refusing = true;
      // Who asked before is answered: no answer takes longer than this.
      await Promise.race([listening.quiet(), setTimeout(settings.requestTimeoutMs, undefined, { ref: false })]);
      await setTimeout(Math.min(REFUSING_MS, shutdownGraceMs));
      await listening.close();
      admission.close();
      oai.close();
      await gateway.stop();
    },
  };
}
