import { connect } from 'node:net';

/** A request that nobody means well with, as the bytes that go over the wire. */
export interface Hostile {
  /** What is wrong with it. */
  readonly name: string;
  /** Each part is sent by itself. */
  readonly parts: readonly Buffer[];
  /** The caller leaves in the middle: there is nobody to answer. */
  readonly isLeft?: boolean;
}

export interface Reply {
  /** Null: the connection was closed without an answer. */
  readonly status: number | null;
  readonly head: string;
  readonly body: string;
}

const HOST = 'host: kakehashi.test\r\nconnection: close\r\n';

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}

/** A POST of bytes as they are; JSON unless the headers say otherwise. */
export function postBytes(
  name: string,
  body: Buffer | string,
  headers: Readonly<Record<string, string>> = {},
): Hostile {
  const bytes = Buffer.from(body);
  const all = { 'content-type': 'application/json', 'content-length': String(bytes.byteLength), ...headers };
  return {
    name,
    parts: [Buffer.concat([Buffer.from(`POST /graphql HTTP/1.1\r\n${HOST}${headerLines(all)}\r\n`), bytes])],
  };
}

/** A POST of a value as JSON. */
export function postJson(name: string, value: unknown, headers: Readonly<Record<string, string>> = {}): Hostile {
  return postBytes(name, JSON.stringify(value), headers);
}

/** A POST of a document. */
export function document(name: string, query: string, variables?: unknown): Hostile {
  return postJson(name, variables === undefined ? { query } : { query, variables });
}

/** A request without a body to any target. */
export function bare(
  name: string,
  target: string,
  {
    method = 'GET',
    headers = {},
  }: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Hostile {
  return { name, parts: [Buffer.from(`${method} ${target} HTTP/1.1\r\n${HOST}${headerLines(headers)}\r\n`, 'latin1')] };
}

/** Bytes as they are, each part by itself. */
export function wire(name: string, ...parts: readonly (string | Buffer)[]): Hostile {
  return { name, parts: parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)) };
}

/** The same of a caller who leaves before the request is whole. */
export function left(name: string, ...parts: readonly (string | Buffer)[]): Hostile {
  return { ...wire(name, ...parts), isLeft: true };
}

function replyOf(received: Buffer): Reply {
  const text = received.toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1];
  return { status: status === undefined ? null : Number(status), head, body: end < 0 ? '' : text.slice(end + 4) };
}

/** How long the caller of an unfinished request stays, in milliseconds. */
const STAY_MS = 50;

/** Sends a request and reads until the connection is closed, or for an unfinished one leaves. */
export async function send({ parts, isLeft = false }: Hostile, port: number): Promise<Reply> {
  const received: Buffer[] = [];
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.on('close', () => {
      resolve();
    });
    // A server that hangs up while we write resets the connection: what came before counts.
    socket.on('error', () => undefined);
    socket.on('connect', () => {
      for (const part of parts) socket.write(part);
      if (isLeft) setTimeout(() => socket.destroy(), STAY_MS);
    });
  });
  return replyOf(Buffer.concat(received));
}
