import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import {
  FAULT_KINDS,
  faultAnswer,
  isFaultKind,
  malformed,
  send,
  sendStream,
  sendTruncated,
  SLOW_MS,
  type FaultKind,
  type SandboxResponse,
} from './faults.js';

export type { FaultKind, SandboxResponse } from './faults.js';

/** A request to a simulated platform. */
export interface SandboxRequest {
  readonly method: string;
  /** Path and query as sent; its origin is the sandbox's own address. */
  readonly url: URL;
  /** The request target as it stood in the request line. */
  readonly target: string;
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly remote: string;
  /** `endless` where a platform that pages is to page without an end; null otherwise. */
  readonly fault: 'endless' | null;
}

export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** RFC 3339, UTC. */
  readonly time: string;
}

/** A fault that is switched on. */
interface FaultSetting {
  readonly kind: FaultKind;
  /** Answers that are still to fail; Infinity until it is switched off. */
  times: number;
  /** Narrows the fault to a part of the platform: what POST /__fault said beside kind, times and latencyMs. */
  readonly where: Readonly<Record<string, string>>;
}

export interface SandboxServerOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Milliseconds before each answer. */
  readonly latencyMs: number;
  /** A fault that is on from the start. */
  readonly fault: string | null;
  /** The platform, for messages. */
  readonly name: string;
  /** Answers one request. What it throws becomes a 500 with the message as text: a mistake in the sandbox, not a simulated fault. */
  readonly handle: (request: SandboxRequest) => SandboxResponse | Promise<SandboxResponse>;
  /** Whether `handle` itself pages without an end when `request.fault` is `endless`; otherwise the body is endless. */
  readonly pagesEndlessly?: boolean;
  /** Whether a fault with a `where` concerns a request; without it such a fault concerns all. */
  readonly concerns?: (where: Readonly<Record<string, string>>, request: SandboxRequest) => boolean;
}

export interface RunningServer {
  /** http://127.0.0.1:4100 */
  readonly address: string;
  readonly port: number;
  /** The requests so far, `/__fault` and `/__requests` left out. */
  requests(): readonly LoggedRequest[];
  close(): Promise<void>;
}

/** A request's body may be this long; no platform takes more from us. */
const MAX_BODY_BYTES = 1_000_000;

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) reject(new Error('request body too long'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

/** What `POST /__fault` takes; names beside these narrow the fault to a part of the platform. */
const faultOrder = z
  .object({
    kind: z.enum(FAULT_KINDS).nullable().optional(),
    times: z.int().min(1).optional(),
    latencyMs: z.number().min(0).optional(),
  })
  .catchall(z.string());

function json(status: number, value: unknown): SandboxResponse {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

function readOrder(body: string): z.infer<typeof faultOrder> | null {
  try {
    return faultOrder.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** One simulated platform's switchboard: latency, faults, the log of requests. */
class Switchboard {
  private fault: FaultSetting | null;
  private latencyMs: number;
  readonly log: LoggedRequest[] = [];

  constructor(private readonly options: SandboxServerOptions) {
    if (options.fault !== null && !isFaultKind(options.fault))
      throw new Error(`${options.name} has no fault named ${options.fault}`);
    this.fault = options.fault === null ? null : { kind: options.fault, times: Number.POSITIVE_INFINITY, where: {} };
    this.latencyMs = options.latencyMs;
  }

  /** `POST /__fault`: {"kind": "503" or null, "times"?: n, "latencyMs"?: n, …where}. */
  private setFault(body: string): SandboxResponse {
    const order = readOrder(body);
    if (order === null)
      return json(400, {
        error: 'expected {"kind": a fault or null, "times"?: 1 or more, "latencyMs"?: 0 or more, and texts}',
      });
    const { kind, times, latencyMs, ...where } = order;
    if (latencyMs !== undefined) this.latencyMs = latencyMs;
    if (kind === null) this.fault = null;
    else if (kind !== undefined) this.fault = { kind, times: times ?? Number.POSITIVE_INFINITY, where };
    return json(200, { kind: this.fault?.kind ?? null, latencyMs: this.latencyMs });
  }

  /** The switches' own answers, which are no traffic of the platform; null for everything else. */
  control(request: SandboxRequest): SandboxResponse | null {
    if (request.url.pathname === '/__fault')
      return request.method === 'POST' ? this.setFault(request.body) : json(405, { error: 'POST only' });
    if (request.url.pathname !== '/__requests') return null;
    if (request.method === 'DELETE') this.log.length = 0;
    return json(200, this.log);
  }

  /** The fault for this request, counted down; null when it is to be answered as it should. */
  private takeFault(request: SandboxRequest): FaultKind | null {
    const fault = this.fault;
    if (!fault) return null;
    const narrowed = Object.keys(fault.where).length > 0 && this.options.concerns !== undefined;
    if (narrowed && this.options.concerns?.(fault.where, request) === false) return null;
    fault.times -= 1;
    if (fault.times <= 0) this.fault = null;
    return fault.kind;
  }

  /** Answers one request of the platform, as the switches say. */
  async answer(request: SandboxRequest, response: ServerResponse): Promise<void> {
    const kind = this.takeFault(request);
    if (kind === 'hang') return;
    if (kind === 'reset') {
      response.socket?.resetAndDestroy();
      return;
    }
    const wait = this.latencyMs + (kind === 'slow' ? SLOW_MS : 0);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref());
    if (response.destroyed) return;
    const plain = kind === null ? null : faultAnswer(kind);
    if (plain) {
      send(response, plain);
      return;
    }
    const own = this.options.pagesEndlessly === true && kind === 'endless';
    const answer = await this.options.handle(own ? { ...request, fault: 'endless' } : request);
    const type = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
    if (kind === 'huge' || (kind === 'endless' && !own)) {
      sendStream(response, typeof type === 'string' ? type : 'application/octet-stream', kind === 'endless');
    } else if (kind === 'truncated') sendTruncated(response, answer);
    else send(response, kind === 'malformed' ? malformed(answer) : answer);
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

async function respond(
  board: Switchboard,
  address: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = incoming.url ?? '/';
  // Logged before the body is read: a test counts what was sent, whatever became of it.
  const own = target.startsWith('/__');
  const method = incoming.method ?? 'GET';
  if (!own) board.log.push({ method, path: target, time: new Date().toISOString() });
  const base = {
    method,
    url: new URL(`${address}${target}`),
    target,
    headers: headersOf(incoming),
    remote: incoming.socket.remoteAddress ?? '',
  };
  const request: SandboxRequest = { ...base, body: await readBody(incoming), fault: null };
  const controlled = board.control(request);
  if (controlled) send(response, controlled);
  else await board.answer(request, response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/**
 * Starts a simulated platform on 127.0.0.1: answers with `handle`, behind latency and faults that can be switched on at the
 * start or while it runs (`POST /__fault`), and logs what it was asked (`GET`/`DELETE /__requests`).
 * @throws where the port is taken (EADDRINUSE) or the fault is unknown.
 */
export async function startSandboxServer(options: SandboxServerOptions): Promise<RunningServer> {
  const board = new Switchboard(options);
  let address = '';
  const server = createServer((incoming, response) => {
    respond(board, address, incoming, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else
        send(response, {
          status: 500,
          headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
          body: `sandbox ${options.name}: ${String(error)}`,
        });
    });
  });
  const port = await listen(server, options.port);
  address = `http://127.0.0.1:${String(port)}`;
  return {
    address,
    port,
    requests: () => [...board.log],
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
