import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Reply } from './reply.js';

let close = (): void => undefined;
afterEach(() => {
  close();
});

/** What a caller gets of a reply. */
async function got(answer: (reply: Reply) => void): Promise<Response> {
  const server = createServer({ ServerResponse: Reply }, (_, reply) => {
    reply.tell('x-request-id', '7');
    reply.tell('ratelimit', 'r=2');
    answer(reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
}

describe('a reply', () => {
  it.each<[string, (reply: Reply) => void]>([
    ['a list', (reply) => reply.writeHead(200, ['content-type', 'text/plain']).end()],
    ['a list and a reason', (reply) => reply.writeHead(200, 'Fine', ['content-type', 'text/plain']).end()],
    ['names and values', (reply) => reply.writeHead(200, { 'content-type': 'text/plain' }).end()],
    ['headers set one by one', (reply) => reply.setHeader('content-type', 'text/plain').end()],
    [
      'headers set one by one, and a list',
      (reply) => reply.setHeader('vary', 'origin').writeHead(200, ['content-type', 'text/plain']).end(),
    ],
  ])('tells in its head what was to be told, whether it is written with %s', async (_, answer) => {
    const { status, headers } = await got(answer);
    expect([status, headers.get('x-request-id'), headers.get('ratelimit')]).toEqual([200, '7', 'r=2']);
    expect(headers.get('content-type')).toBe('text/plain');
  });

  it('tells the last word on a name, once', async () => {
    const { headers } = await got((reply) => {
      reply.tell('ratelimit', 'r=1');
      reply.writeHead(200, ['age', '0']).end();
    });
    expect(headers.get('ratelimit')).toBe('r=1');
  });

  it('says the reason that it is given', async () => {
    const { status, statusText } = await got((reply) => reply.writeHead(404, 'Gone Away', ['age', '0']).end());
    expect([status, statusText]).toEqual([404, 'Gone Away']);
  });
});
