import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer, type BaseContext, type HTTPGraphQLResponse } from '@apollo/server';
import type { Logger } from 'pino';
import { RequestScope } from '../upstream/scope.js';
import type { Admission } from './admission.js';
import {
  cacheControlOf,
  varyOf,
  type CachedAnswering,
  type MadeAnswer,
  type RequestParams,
} from './answer-cache/answering.js';
import { NOT_KEPT } from './answer-cache/cache-control.js';
import { tellClientErrors } from './client-errors.js';
import { readCredentials } from './credentials.js';
import { EXPLAIN_HEADER } from './explain.js';
import { HttpFault } from './http-fault.js';
import type { DocumentGate } from './limits/document-gate.js';
import { checkRequest } from './limits/request-gate.js';
import type { RateLimiter } from './rate-limit/rate-limiter.js';
import { readBody } from './read-body.js';
import { Reply } from './reply.js';
import { giveRequestId, REQUEST_ID_HEADER } from './request-id.js';
import type { SharedAnswers } from './shared-answers.js';
import type { TrustedDocuments } from './trusted-documents/trusted-documents.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const INTERNAL = '{"errors":[{"message":"An internal error occurred.","extensions":{"code":"INTERNAL"}}]}';

const NO_BODY = Buffer.alloc(0);

/** Sends a whole answer, unless nobody is there to take it. */
export function send(
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
    ...headers,
  });
  response.end(body);
}

function sendFault(response: ServerResponse, fault: HttpFault): void {
  const body = { errors: [{ message: fault.message, extensions: { code: fault.code } }] };
  // The rest of a body that is too large is not read: the connection cannot be used again.
  const rest = fault.status === 413 ? { connection: 'close' } : {};
  const headers = { 'cache-control': NOT_KEPT, ...fault.headers, ...rest };
  send(response, fault.status, JSON_TYPE, JSON.stringify(body), headers);
}

/** A form of another page can send any body, but none that says it is JSON. @throws HttpFault 415 */
function requireJson({ headers }: IncomingMessage): void {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new HttpFault(415, 'A POST to /graphql is JSON: send it with Content-Type: application/json.');
  // A few bytes can stand for as many as one likes.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new HttpFault(415, 'Compressed request bodies are not read here: send it without Content-Encoding.');
}

function parseBody(body: Buffer): unknown {
  if (!isUtf8(body)) throw new HttpFault(400, 'The request body is not UTF-8.');
  const text = body.toString('utf8');
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
function headerMap(request: IncomingMessage, withheld: ReadonlyMap<string, string>): HeaderMap {
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

/** How a server answers GraphQL over HTTP. */
export interface GraphQLOverHttp<Context extends BaseContext> {
  readonly server: ApolloServer<Context>;
  /** Of the callers' own tokens: lower-case header name to platform. */
  readonly tokenHeaders: ReadonlyMap<string, string>;
  /** The longest that the answer to a request may take. */
  readonly timeoutMs: (request: IncomingMessage) => number;
  /** Whether a walk that is begun is a long one: for a gateway in front alone. */
  readonly longWalk?: (request: IncomingMessage) => boolean;
  /** `spend` takes points of the caller; absent where nothing is counted, or nobody waits for the answer. */
  readonly contextOf: (scope: RequestScope, request: IncomingMessage, spend?: Spend) => Context;
  /** Counts what callers ask for; absent: nobody does. */
  readonly limiter?: RateLimiter;
  /** How much is worked on at once; absent: who is in front decides (a subgraph's gateway). */
  readonly capacity?: { readonly admission: Admission; readonly shared: SharedAnswers<MadeAnswer> };
  /** Of a request's body. */
  readonly maxBodyBytes: number;
  /** Refuses what is too large; absent: who is in front does. */
  readonly gate?: DocumentGate;
  /** Documents that callers name by an id; absent: there are none. */
  readonly documents?: TrustedDocuments;
  /** Keeps whole answers for callers without a token; none: nothing is kept. */
  readonly answers?: CachedAnswering;
}

/** Takes points of the caller. @throws HttpFault 429 when they are not there */
export type Spend = (points: number) => Promise<void> | void;

/** Headers that change nothing of an answer. */
const IDLE_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'user-agent',
  'accept-encoding',
  'date',
  REQUEST_ID_HEADER,
]);

/**
 * What two requests must have in common to have one answer: everything that is sent but what identifies the connection. Null for
 * a request with a token of its own or with anything that may be one: its answer is nobody else's.
 */
function sharedKey(
  request: IncomingMessage,
  search: string,
  body: Buffer,
  tokens: ReadonlyMap<string, string>,
): string | null {
  const headers = Object.entries(request.headers).filter(([name]) => !IDLE_HEADERS.has(name));
  if (headers.some(([name]) => name === 'authorization' || name === 'cookie' || tokens.has(name))) return null;
  return JSON.stringify([request.method, search, headers, body.toString('utf8')]);
}

/** Path and query of a request's target as it came; taking it apart as a URL costs more than finding an answer that is kept. */
export function targetOf({ url = '/' }: IncomingMessage): { readonly path: string; readonly search: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, search: '' } : { path: url.slice(0, mark), search: url.slice(mark) };
}

/**
 * Answers one GraphQL request: its scope ends with the caller's connection, or of callers who wait for one answer with the last
 * one's.
 */
export async function answerGraphQL<Context extends BaseContext>(
  request: IncomingMessage,
  response: Reply,
  search: string,
  {
    server,
    tokenHeaders,
    timeoutMs,
    contextOf,
    limiter,
    maxBodyBytes,
    gate,
    capacity,
    documents,
    answers,
    longWalk,
  }: GraphQLOverHttp<Context>,
): Promise<void> {
  const credentials = readCredentials(request.headers, tokenHeaders);
  const spend: Spend | undefined = limiter && ((points) => limiter.spend(request, response, credentials, points));
  const counting = spend?.(1);
  if (counting !== undefined) await counting;
  if (request.method === 'POST') requireJson(request);
  const body = request.method === 'POST' ? await readBody(request, maxBodyBytes) : NO_BODY;
  const { requestId } = response;
  const execute = async (params: RequestParams, until: AbortSignal, charged?: Spend): Promise<MadeAnswer> => {
    const scope = new RequestScope({
      signal: until,
      deadline: Date.now() + timeoutMs(request),
      requestId,
      credentials,
      longWalk: longWalk?.(request) ?? false,
    });
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headerMap(request, tokenHeaders),
        ...params,
      },
      context: () => Promise.resolve(contextOf(scope, request, charged)),
    });
    return { answer, freshMs: scope.freshness.leftMs(Date.now()) };
  };
  const admitted = async (params: RequestParams, until: AbortSignal, charged?: Spend): Promise<MadeAnswer> => {
    const leave = (await capacity?.admission.enter(until)) ?? ((): void => undefined);
    try {
      return await execute(params, until, charged);
    } finally {
      leave();
    }
  };
  const make = async (params: RequestParams, forCaller: boolean): Promise<MadeAnswer> => {
    const signal = forCaller ? callerSignal(response) : new AbortController().signal;
    const charged = forCaller ? spend : undefined;
    const key = capacity === undefined ? null : sharedKey(request, search, body, tokenHeaders);
    if (capacity === undefined || key === null) return admitted(params, signal, charged);
    let isOwn = false;
    // Who asks after a reload is not given, and does not have kept, what was begun before it.
    const made = await capacity.shared.answer(`${String(answers?.generation)} ${key}`, signal, (until) => {
      isOwn = true;
      return admitted(params, until, charged);
    });
    // That another caller has asked for too much is not for this one.
    return made.answer.status === 429 && !isOwn ? admitted(params, signal, charged) : made;
  };
  const params = (): RequestParams => {
    const told = request.method === 'POST' ? parseBody(body) : undefined;
    const named =
      request.method === 'POST'
        ? { search, body: documents === undefined ? told : documents.resolve(told) }
        : { search: documents?.resolveSearch(search) ?? search, body: undefined };
    if (gate !== undefined) checkRequest(named, gate);
    return named;
  };
  const send = (answer: HTTPGraphQLResponse): Promise<void> => sendGraphQL(response, answer);
  // What a caller's own token shows is kept for nobody.
  if (answers !== undefined && credentials.size === 0) {
    const explain = request.headers[EXPLAIN_HEADER] === '1';
    await answers.answer({ request, response, search, body, explain, params, make, send });
    return;
  }
  const { answer, freshMs } = await make(params(), true);
  response.appendHeader('vary', varyOf(tokenHeaders));
  answer.headers.set('cache-control', credentials.size === 0 ? cacheControlOf(freshMs) : NOT_KEPT);
  await send(answer);
}

/** Listens, and tells the address with the port that was given. Rejects with the system's error where the port is taken. */
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

/** A listening server that can be closed when what runs has ended. */
export interface ListeningServer {
  readonly address: string;
  /** Ends when no request is being answered. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** How a request has to arrive: its address and headers in so many bytes, and these and all of it in so many milliseconds. */
const ARRIVAL = { maxHeaderSize: 16_384, headersTimeout: 15_000, requestTimeout: 30_000 };

/** Where a server listens. */
export interface Place {
  readonly host: string;
  readonly port: number;
  /** Only reached through somebody whose word on a request's id is believed. */
  readonly isProxied: boolean;
}

/**
 * A server whose faults are answered in one place, and whose every answer has its request's id. Rejects with the system's error where
 * the port is taken.
 */
export async function startServer(
  route: (request: IncomingMessage, response: Reply) => Promise<void> | void,
  { host, port, isProxied }: Place,
  log: Logger,
): Promise<ListeningServer> {
  const running = new Set<Reply>();
  function closed(this: Reply): void {
    running.delete(this);
    this.whenClosed?.();
  }
  const server = createServer({ ...ARRIVAL, ServerResponse: Reply }, (request, response) => {
    running.add(response);
    response.on('close', closed);
    giveRequestId(request, response, isProxied);
    response.tell('x-content-type-options', 'nosniff');
    const failed = (error: unknown): void => {
      if (error instanceof HttpFault) {
        sendFault(response, error);
        return;
      }
      if (response.destroyed) return;
      log.error({ err: error, requestId: response.requestId }, 'a request failed unexpectedly');
      send(response, 500, JSON_TYPE, INTERNAL);
    };
    try {
      route(request, response)?.catch(failed);
    } catch (error) {
      failed(error);
    }
  });
  tellClientErrors(server, (socket) =>
    [...running].some((response) => response.socket === socket && response.headersSent),
  );
  const address = await listen(server, host, port);
  return {
    address,
    async quiet() {
      while (running.size > 0) await Promise.all([...running].map((response) => once(response, 'close')));
    },
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeIdleConnections();
      await closed;
    },
  };
}
