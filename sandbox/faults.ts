import type { ServerResponse } from 'node:http';

/** What can go wrong at a platform, as the commands name it (interfaces.md, `sandbox --fault`). */
export const FAULT_KINDS = [
  'slow',
  'hang',
  '500',
  '503',
  '429',
  'truncated',
  'malformed',
  'wrong-type',
  'reset',
  'huge',
  'redirect',
  'endless',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export function isFaultKind(text: unknown): text is FaultKind {
  return typeof text === 'string' && FAULT_KINDS.some((kind) => kind === text);
}

export interface SandboxResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
  /** So many bytes of zero follow the body: a file too large to be held in memory. */
  readonly zeros?: number;
}

/** How long `slow` waits before it answers. */
export const SLOW_MS = 5_000;
/** More than any client should read. */
const HUGE_BYTES = 300_000_000;
const CHUNK = Buffer.alloc(64 * 1024, 'あ');
const ZEROS = Buffer.alloc(64 * 1024);

const HTML_PAGE =
  '<!DOCTYPE html><html lang="ja"><head><title>メンテナンス中</title></head><body><p>ただいまメンテナンス中です。</p></body></html>';

/** An answer of the fault kinds that are plain answers; null for the others. */
export function faultAnswer(kind: FaultKind): SandboxResponse | null {
  const html = { 'Content-Type': 'text/html;charset=UTF-8' };
  switch (kind) {
    case '500':
      return { status: 500, headers: html, body: HTML_PAGE };
    case '503':
      return { status: 503, headers: html, body: HTML_PAGE };
    case '429':
      return { status: 429, headers: { ...html, 'Retry-After': '2' }, body: HTML_PAGE };
    case 'wrong-type':
      return { status: 200, headers: html, body: HTML_PAGE };
    case 'redirect':
      // A cloud machine's own metadata service: a client that follows it has been turned against its host.
      return { status: 302, headers: { Location: 'http://169.254.169.254/' }, body: '' };
    default:
      return null;
  }
}

/** A whole answer whose body is no longer what its media type promises. */
export function malformed(answer: SandboxResponse): SandboxResponse {
  const body = Buffer.from(answer.body);
  return { ...answer, body: Buffer.concat([body.subarray(0, Math.floor(body.length * 0.6)), Buffer.from('<<<')]) };
}

function outgoing(headers: SandboxResponse['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}

/** Sends an answer whole. Where it does not state `Transfer-Encoding: chunked` itself it gets a Content-Length. */
export function send(response: ServerResponse, answer: SandboxResponse): void {
  const headers = outgoing(answer.headers);
  const chunked = Object.keys(headers).some((name) => name.toLowerCase() === 'transfer-encoding');
  const zeros = answer.zeros ?? 0;
  response.writeHead(
    answer.status,
    // The length of a 304 would be that of the body which it does not repeat.
    chunked || answer.status === 304
      ? headers
      : { ...headers, 'Content-Length': String(Buffer.byteLength(answer.body) + zeros) },
  );
  // An answer to HEAD promises a length and has no body.
  if (zeros === 0 || response.req.method === 'HEAD') response.end(answer.body);
  else {
    response.write(answer.body);
    pump(response, ZEROS, zeros);
  }
}

/** Promises the whole body, sends half of it and hangs up. */
export function sendTruncated(response: ServerResponse, answer: SandboxResponse): void {
  const { 'Transfer-Encoding': _chunked, ...headers } = outgoing(answer.headers);
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...headers, 'Content-Length': String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end());
}

/** Writes the filling over and over, at the reader's pace, and ends the answer; stops when the reader goes away. */
function pump(response: ServerResponse, filling: Buffer, bytes: number): void {
  let left = bytes;
  const write = (): void => {
    while (left > 0 && !response.destroyed) {
      const chunk = filling.subarray(0, Math.min(filling.length, left));
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', write);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  response.on('error', () => response.destroy());
  write();
}

/** Streams 300 MB, or without an end. */
export function sendStream(response: ServerResponse, contentType: string, endless: boolean): void {
  response.writeHead(200, { 'Content-Type': contentType });
  pump(response, CHUNK, endless ? Number.POSITIVE_INFINITY : HUGE_BYTES);
}
