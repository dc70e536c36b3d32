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
}

/** How long `slow` waits before it answers. */
export const SLOW_MS = 5_000;
/** More than any client should read. */
const HUGE_BYTES = 300_000_000;
const CHUNK = Buffer.alloc(64 * 1024, 'あ');

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
  response.writeHead(
    answer.status,
    chunked ? headers : { ...headers, 'Content-Length': String(Buffer.byteLength(answer.body)) },
  );
  response.end(answer.body);
}

/** Promises the whole body, sends half of it and hangs up. */
export function sendTruncated(response: ServerResponse, answer: SandboxResponse): void {
  const { 'Transfer-Encoding': _chunked, ...headers } = outgoing(answer.headers);
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...headers, 'Content-Length': String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end());
}

/** Streams 64 KiB chunks: 300 MB of them, or without an end; stops when the reader goes away. */
export function sendStream(response: ServerResponse, contentType: string, endless: boolean): void {
  response.writeHead(200, { 'Content-Type': contentType });
  let left = endless ? Number.POSITIVE_INFINITY : HUGE_BYTES;
  const pump = (): void => {
    while (left > 0 && !response.destroyed) {
      const chunk = CHUNK.subarray(0, Math.min(CHUNK.length, left));
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', pump);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  response.on('error', () => response.destroy());
  pump();
}
