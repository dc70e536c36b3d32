import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { tellClientErrors } from './client-errors.js';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function start(isAnswering = false): Promise<number> {
  server = createServer({ maxHeaderSize: 4096 }, (_, response) => response.end('fine'));
  tellClientErrors(server, () => isAnswering);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** All that comes back for bytes until the connection is closed. */
function send(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (text: string) => (received += text));
    socket
      .on('error', () => undefined)
      .on('close', () => {
        resolve(received);
      });
  });
}

describe('what is no request', () => {
  it.each([
    ['no HTTP', 'EHLO x\r\n\r\n', 400, /not well-formed/],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      /not well-formed/,
    ],
    ['long headers', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(5000)}\r\n\r\n`, 431, /by POST/],
    ['a long address', `GET /${'a'.repeat(5000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, /by POST/],
  ])('is answered with an error like all others: %s', async (_, bytes, status, message) => {
    const answer = await send(await start(), bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
    expect(head).toContain('x-content-type-options: nosniff');
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: expect.stringMatching(message) as string, extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('is not answered in the middle of another answer', async () => {
    expect(await send(await start(true), 'EHLO x\r\n\r\n')).toBe('');
  });
});
