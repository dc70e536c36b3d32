import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { Logger } from 'pino';
import { RequestScope } from '../upstream/scope.js';
import { EXPLAIN_HEADER } from './explain.js';
import { readCredentials, tokenHeadersOf } from './credentials.js';
import type { Gateway } from './gateway.js';
import { HttpFault } from './http-fault.js';
import { homePage } from './pages.js';
import { platformInfos } from './platforms.js';
import type { Settings } from './settings.js';

/** The largest request body in bytes: the API's largest queries are a few kilobytes. */
const MAX_BODY = 256 * 1024;
const SDL = 'text/plain; charset=utf-8';

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
}

function sendFault(response: ServerResponse, fault: HttpFault): void {
  const body = { errors: [{ message: fault.message, extensions: { code: 'BAD_REQUEST' } }] };
  // The rest of a body that is too large is not read: the connection cannot be used again.
  send(
    response,
    fault.status,
    'application/json; charset=utf-8',
    JSON.stringify(body),
    fault.status === 413 ? { connection: 'close' } : {},
  );
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new HttpFault(413, `The request body is larger than ${String(MAX_BODY)} bytes.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpFault(
      400,
      'The request body is not JSON: send {"query": "…", "variables": {…}} with Content-Type: application/json.',
    );
  }
}

/** The headers for Apollo, without the callers' tokens: what is below reads them from the scope alone. */
function headerMap(request: IncomingMessage, withheld: ReadonlySet<string>): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !withheld.has(name)) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Aborts when the caller's connection closes before the answer was sent: everything that works for it stops. */
function callerSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort(new Error('The caller went away.'));
  });
  return controller.signal;
}

async function sendGraphQL(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  if (response.destroyed) return;
  response.statusCode = answer.status ?? 200;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === 'complete') {
    response.setHeader('content-length', Buffer.byteLength(answer.body.string));
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

async function graphql(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  gateway: Gateway,
  settings: Settings,
): Promise<void> {
  const requestId = randomUUID();
  const tokenHeaders = tokenHeadersOf(gateway.served.platforms.map(({ facts }) => facts));
  const scope = new RequestScope({
    signal: callerSignal(response),
    deadline: Date.now() + settings.requestTimeoutMs,
    requestId,
    credentials: readCredentials(request.headers, tokenHeaders),
  });
  const httpGraphQLRequest: HTTPGraphQLRequest = {
    method: request.method ?? 'GET',
    headers: headerMap(request, new Set(tokenHeaders.keys())),
    search: url.search,
    body: request.method === 'POST' ? await readBody(request) : undefined,
  };
  const explain = request.headers[EXPLAIN_HEADER] === '1';
  response.setHeader('x-request-id', requestId);
  const answer = await gateway.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: () => Promise.resolve({ scope, explain, fetches: [], roots: [] }),
  });
  await sendGraphQL(response, answer);
}

/** What the health routes say: the platforms' states are told and decide nothing. */
function health(gateway: Gateway, ready: boolean): string {
  const platforms = Object.fromEntries(
    platformInfos(gateway.served).map(({ platform, status }) => [
      platform,
      { state: status.state, message: status.message },
    ]),
  );
  return JSON.stringify({ status: ready ? 'ok' : 'draining', platforms });
}

/** The running HTTP side. */
export interface HttpFront {
  readonly address: string;
  /** Stops taking requests, lets the running ones end, then stops the gateway. */
  close(): Promise<void>;
}

function route(
  gateway: Gateway,
  settings: Settings,
  state: { draining: boolean },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  const url = new URL(request.url ?? '/', 'http://gateway.invalid');
  if (url.pathname === '/graphql') return graphql(request, response, url, gateway, settings);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new HttpFault(405, 'Only /graphql takes other methods than GET.');
  }
  switch (url.pathname) {
    case '/':
      send(response, 200, 'text/html; charset=utf-8', homePage(platformInfos(gateway.served)), {
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      });
      return;
    case '/health/live':
      send(response, 200, 'application/json', '{"status":"ok"}');
      return;
    case '/health/ready':
      send(response, state.draining ? 503 : 200, 'application/json', health(gateway, !state.draining));
      return;
    case '/schema.graphql':
      send(response, 200, SDL, gateway.sdl.api);
      return;
    case '/supergraph.graphql':
      send(response, 200, SDL, gateway.sdl.supergraph);
      return;
    default: {
      const subgraph = /^\/subgraphs\/([a-z]+)\.graphql$/.exec(url.pathname)?.[1] ?? '';
      const sdl = gateway.sdl.subgraphs.get(subgraph);
      if (sdl !== undefined) {
        send(response, 200, SDL, sdl);
        return;
      }
      throw new HttpFault(404, 'There is nothing here: the API is at /graphql, a page with the routes at /.');
    }
  }
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(bound)}`;
}

/** Serves a gateway over HTTP. Rejects with the system's error where the port is taken. */
export async function serveHttp(gateway: Gateway, settings: Settings, log: Logger): Promise<HttpFront> {
  const state = { draining: false };
  const server = createServer((request, response) => {
    Promise.resolve()
      .then(() => route(gateway, settings, state, request, response))
      .catch((error: unknown) => {
        if (error instanceof HttpFault) {
          sendFault(response, error);
          return;
        }
        if (response.destroyed) return;
        log.error({ err: error }, 'a request failed unexpectedly');
        send(
          response,
          500,
          'application/json; charset=utf-8',
          '{"errors":[{"message":"An internal error occurred.","extensions":{"code":"INTERNAL"}}]}',
        );
      });
  });
  const address = await listen(server, settings.host, settings.port);
  return {
    address,
    async close() {
      state.draining = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeIdleConnections();
      await closed;
      await gateway.stop();
    },
  };
}
