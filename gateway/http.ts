import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { RequestScope } from '../upstream/scope.js';
import { CachedAnswering, varyOf } from './answer-cache/answering.js';
import type { GatewayContext } from './context.js';
import { EXPLAIN_HEADER, explanation } from './explain.js';
import { tokenHeadersOf } from './credentials.js';
import type { Gateway } from './gateway.js';
import { HttpFault } from './http-fault.js';
import { answerGraphQL, send, startServer } from './http-server.js';
import { homePage } from './pages.js';
import type { Settings } from './settings.js';

const SDL = 'text/plain; charset=utf-8';

/** What the health routes say: the platforms' states are told and decide nothing. */
function health(gateway: Gateway, ready: boolean): string {
  const platforms = Object.fromEntries(
    gateway.infos().map(({ platform, status }) => [platform, { state: status.state, message: status.message }]),
  );
  return JSON.stringify({ status: ready ? 'ok' : 'draining', platforms });
}

/** The running HTTP side. */
export interface HttpFront {
  readonly address: string;
  /** Stops taking requests, lets the running ones end, then stops the gateway. */
  close(): Promise<void>;
}

/** Everything but GraphQL. */
function routePages(gateway: Gateway, draining: boolean, path: string, response: ServerResponse): void {
  switch (path) {
    case '/':
      send(response, 200, 'text/html; charset=utf-8', homePage(gateway.infos()), {
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      });
      return;
    case '/health/live':
      send(response, 200, 'application/json', '{"status":"ok"}');
      return;
    case '/health/ready':
      send(response, draining ? 503 : 200, 'application/json', health(gateway, !draining));
      return;
    case '/schema.graphql':
      send(response, 200, SDL, gateway.sdl.api);
      return;
    case '/supergraph.graphql':
      send(response, 200, SDL, gateway.sdl.supergraph);
      return;
    default: {
      const subgraph = /^\/subgraphs\/([a-z]+)\.graphql$/.exec(path)?.[1] ?? '';
      const sdl = gateway.sdl.subgraphs.get(subgraph);
      if (sdl === undefined)
        throw new HttpFault(404, 'There is nothing here: the API is at /graphql, a page with the routes at /.');
      send(response, 200, SDL, sdl);
    }
  }
}

/** Serves a gateway over HTTP. Rejects with the system's error where the port is taken. */
export async function serveHttp(gateway: Gateway, settings: Settings, log: Logger): Promise<HttpFront> {
  const state = { draining: false };
  const tokenHeaders = tokenHeadersOf(gateway.facts);
  const { answers } = gateway;
  const unasked = (): object => explanation(gateway.configured, new Map(), []);
  const graphql = {
    server: gateway.server,
    tokenHeaders,
    ...(answers === null ? {} : { answers: new CachedAnswering(answers, varyOf(tokenHeaders), unasked) }),
    timeoutMs: () => settings.requestTimeoutMs,
    contextOf: (scope: RequestScope, request: IncomingMessage): GatewayContext => ({
      scope,
      explain: request.headers[EXPLAIN_HEADER] === '1',
      fetches: [],
      roots: [],
    }),
  };
  const listening = await startServer(
    (request, response) => {
      const url = new URL(request.url ?? '/', 'http://gateway.invalid');
      if (url.pathname === '/graphql') return answerGraphQL(request, response, url, graphql);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new HttpFault(405, 'Only /graphql takes other methods than GET.');
      }
      routePages(gateway, state.draining, url.pathname, response);
    },
    settings,
    log,
  );
  return {
    address: listening.address,
    async close() {
      state.draining = true;
      await listening.close();
      await gateway.stop();
    },
  };
}
