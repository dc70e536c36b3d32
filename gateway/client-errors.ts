import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** By the code of node:http's error; all others are malformed HTTP. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: 'Address and headers of the request are too long: send long queries by POST.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    message: 'The chunks of the request body have extensions that are too long.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
};
const MALFORMED: Refusal = { status: 400, message: 'The request is not well-formed HTTP/1.1.' };

/** A whole answer as bytes: no request was read that node:http could answer. */
function answerTo({ status, message }: Refusal): string {
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  return [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${String(Buffer.byteLength(body))}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

/**
 * Answers what node:http cannot read as a request with an error like all others, and ends the connection.
 * @param isAnswering whether an answer has begun on a connection: then nothing else may be written to it
 */
export function tellClientErrors(server: Server, isAnswering: (socket: Duplex) => boolean): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) {
      socket.destroy();
      return;
    }
    socket.end(answerTo(REFUSALS[error.code ?? ''] ?? MALFORMED));
  });
}
