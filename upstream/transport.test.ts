import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { Lanes } from './bulkhead.js';
import { UpstreamMalformed, UpstreamTooLarge, UpstreamUnavailable } from './errors.js';
import { policyLookup } from './policies.js';
import { RequestScope } from './scope.js';
import { failureOf, testPolicy, testRequest, testServer } from './testing.js';
import type { TestServer } from './testing.js';
import { transport } from './transport.js';
import type { UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<TestServer> {
  const server = await testServer(answer);
  open.unshift(server);
  return server;
}

/** Sends over a transport of its own, or the given one. */
function sender(
  changes: Partial<UpstreamPolicy> = {},
  lanes = new Lanes(),
): (request: Partial<UpstreamRequest>, scope?: RequestScope) => Promise<UpstreamResponse> {
  const wire = transport(policyLookup([testPolicy(changes)]), lanes);
  open.unshift(wire);
  return (request, scope = new RequestScope()) => wire.send(testRequest(request), scope);
}

describe('an answer', () => {
  it('has its status, headers in lower case without cookies, body and address without secrets', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'X-Total': '7', 'Set-Cookie': ['SESSION=1', 'CIR_LANGUAGE=ja'] });
      response.end('海洋');
    });
    const answer = await sender()({ url: `${server.url}/all?q=%E6%B5%B7&appid=SECRET&lang=ja` });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'x-total': '7' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.body.toString()).toBe('海洋');
    expect(answer.url).toBe(`${server.url}/all?q=%E6%B5%B7&lang=ja`);
    expect(server.seen[0]?.url).toBe('/all?q=%E6%B5%B7&appid=SECRET&lang=ja');
  });

  it.each([
    ['gzip', gzipSync('海洋')],
    ['x-gzip', gzipSync('海洋')],
    ['deflate', deflateSync('海洋')],
    ['deflate', deflateRawSync('海洋')],
    ['br', brotliCompressSync('海洋')],
    ['identity', Buffer.from('海洋')],
  ])('packed as %s is unpacked', async (encoding, bytes) => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(bytes);
    });
    expect((await sender()({ url: server.url })).body.toString()).toBe('海洋');
  });

  it('of a POST comes for its body', async () => {
    const server = await serve((request, response) => request.pipe(response));
    const answer = await sender()({ url: server.url, method: 'POST', body: 'verb=Identify' });
    expect(answer.body.toString()).toBe('verb=Identify');
    expect(server.seen[0]?.method).toBe('POST');
  });

  it('comes over a connection that is kept, also after errors', async () => {
    const server = await serve((request, response) => {
      response.statusCode = request.url === '/missing' ? 404 : 200;
      response.end('text');
    });
    const send = sender({ concurrency: 1 });
    await send({ url: server.url });
    await failureOf(send({ url: `${server.url}/missing` }));
    // An unused answer is read on beside; only then its connection is free.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await send({ url: server.url });
    expect(server.seen).toHaveLength(3);
    expect(server.connections()).toBe(1);
  });
});

describe('a status', () => {
  it.each([
    [400, 'UPSTREAM_REJECTED', 'CiNii Research refused the request (400). Check the arguments.'],
    [401, 'UNAUTHENTICATED', 'CiNii Research asks for a valid token or key (401). Check the one that was given.'],
    [404, 'UPSTREAM_REJECTED', 'CiNii Research refused the request (404). Check the arguments.'],
    [429, 'UPSTREAM_RATE_LIMITED', 'CiNii Research takes no more requests for now (429). Try again in 7 s.'],
    [500, 'UPSTREAM_UNAVAILABLE', 'CiNii Research is out of service (500). Try again in 7 s.'],
    [503, 'UPSTREAM_UNAVAILABLE', 'CiNii Research is out of service (503). Try again in 7 s.'],
    [304, 'UPSTREAM_MALFORMED', 'CiNii Research sent a status that has no meaning here (304).'],
  ])('%i is %s', async (status, code, message) => {
    const server = await serve((_, response) => {
      response.writeHead(status, status === 429 || status >= 500 ? { 'retry-after': '7' } : {});
      response.end('Exception in /srv/app.py');
    });
    const failure = await failureOf(sender()({ url: server.url }));
    expect(failure).toMatchObject({ code, message, platform: 'CINII_RESEARCH' });
    if (status !== 304) expect(failure).toMatchObject({ status });
    expect(failure).toHaveProperty('retryAfterMs', status === 429 || status >= 500 ? 7000 : undefined);
  });

  it.each([302, 404, 422, 500])('%i is an answer where the request accepts it', async (status) => {
    const server = await serve((_, response) => {
      response.writeHead(status, { location: '/login' });
      response.end('body');
    });
    const answer = await sender()({ url: server.url, accept: [status] });
    expect([answer.status, answer.body.toString()]).toEqual([status, 'body']);
    expect(server.seen).toHaveLength(1);
  });
});

describe('a request that renews an old answer', () => {
  const conditions = { 'if-none-match': '"1"' };

  it('sends its validators, and 304 is an answer to it', async () => {
    const server = await serve((_, response) => response.writeHead(304).end());
    expect(await sender()({ url: server.url, conditions })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect(server.seen[0]?.headers).toMatchObject(conditions);
  });

  it('has none from an origin that it was led to and that was not told the validators', async () => {
    const other = await serve((_, response) => response.writeHead(304).end());
    const server = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    expect(await failureOf(sender()({ url: server.url, conditions }))).toBeInstanceOf(UpstreamMalformed);
    expect(other.seen[0]?.headers).not.toHaveProperty('if-none-match');
  });
});

describe('the rest of an answer that is not wanted', () => {
  it.each([
    ['never ends', (response: ServerResponse) => response.write('x')],
    ['is long', (response: ServerResponse) => response.end(Buffer.alloc(5_000_000))],
    ['breaks off', (response: ServerResponse) => response.write('x', () => response.socket?.destroy())],
  ])('keeps nobody waiting and harms nobody when it %s', async (_, rest) => {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const server = await serve((__, response) => {
      response.on('close', closed);
      response.writeHead(503, { 'content-type': 'text/html' });
      rest(response);
    });
    const started = Date.now();
    expect(await failureOf(sender()({ url: server.url }))).toMatchObject({ status: 503 });
    expect(Date.now() - started).toBeLessThan(400);
    await gone;
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe('a body that is too large', () => {
  it('is refused by its announced length, before any of it is read', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100001' });
      response.write('x');
    });
    const failure = await failureOf(sender()({ url: server.url }));
    expect(failure).toBeInstanceOf(UpstreamMalformed);
    expect(failure).toMatchObject({
      message: 'CiNii Research sent an answer larger than 100000 bytes, which is the most that is read of one.',
    });
  });

  it('is one larger than the request itself allows, be that less or more than the policy allows', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '150000' }).end(Buffer.alloc(150_000));
    });
    const answer = await sender()({ url: server.url, maxBytes: 150_000 });
    expect(answer.body.byteLength).toBe(150_000);
    const failure = await failureOf(sender()({ url: server.url, maxBytes: 149_999 }));
    expect(failure).toBeInstanceOf(UpstreamTooLarge);
    expect(failure).toHaveProperty('message', expect.stringContaining('larger than 149999 bytes'));
  });

  it('is refused while it comes, without reading it whole', async () => {
    let written = 0;
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const server = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) written += 16_384;
      };
      response.on('drain', more).on('close', closed);
      more();
    });
    expect(await failureOf(sender()({ url: server.url }))).toBeInstanceOf(UpstreamMalformed);
    // An endless answer: that it ends at all is the proof; what the sockets hold is some megabytes.
    await gone;
    expect(written).toBeLessThan(50_000_000);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['deflate', deflateSync(Buffer.alloc(50_000_000))],
  ])('is refused while it is unpacked from %s', async (encoding, bomb) => {
    expect(bomb.byteLength).toBeLessThan(100_000);
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(bomb);
    });
    const before = process.memoryUsage().arrayBuffers;
    const failure = await failureOf(sender()({ url: server.url }));
    expect(failure).toBeInstanceOf(UpstreamMalformed);
    expect(failure).toHaveProperty('message', expect.stringContaining('larger than 100000 bytes'));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it('is refused when it unpacks to nothing without end', async () => {
    const empty = gzipSync('');
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const more = (): void => {
        while (!response.destroyed && response.write(empty));
      };
      response.on('drain', more);
      more();
    });
    expect(await failureOf(sender()({ url: server.url }))).toBeInstanceOf(UpstreamMalformed);
  });

  it('is not one that has just the allowed size', async () => {
    const server = await serve((_, response) => response.end(Buffer.alloc(100_000)));
    expect((await sender()({ url: server.url })).body.byteLength).toBe(100_000);
  });
});

describe('an answer that breaks off', () => {
  const cut = (response: ServerResponse): void => {
    setTimeout(() => response.socket?.destroy(), 20);
  };

  it.each([
    ['before its announced length', { 'content-length': '1000' }, 'half'],
    ['within its chunks', {}, 'half'],
    ['within what is packed', { 'content-encoding': 'gzip' }, gzipSync('海洋'.repeat(1000)).subarray(0, 20)],
  ])('%s is no answer', async (_, headers, part) => {
    const server = await serve((__, response) => {
      response.writeHead(200, headers);
      response.write(part);
      cut(response);
    });
    const failure = await failureOf(sender()({ url: server.url }));
    expect(failure).toBeInstanceOf(UpstreamUnavailable);
    expect(failure).toMatchObject({ message: 'The answer of CiNii Research broke off. Try again.', status: undefined });
  });

  it('within what is packed is noticed although the transfer ends in order', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync('海洋'.repeat(1000)).subarray(0, 20));
    });
    expect(await failureOf(sender()({ url: server.url }))).toBeInstanceOf(UpstreamUnavailable);
  });

  it('before it began is a platform that could not be reached', async () => {
    const server = await serve((_, response) => response.socket?.destroy());
    expect(await failureOf(sender()({ url: server.url }))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: 'CiNii Research could not be reached. Try again later.',
    });
  });
});

describe('an answer that is not what it says', () => {
  it.each(['gzip', 'br', 'deflate'])('%s that is none is malformed', async (encoding) => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end('{"items": [1, 2, 3], "more": "and more and more and more"}');
    });
    expect(await failureOf(sender()({ url: server.url }))).toMatchObject({
      code: 'UPSTREAM_MALFORMED',
      message: 'CiNii Research sent an answer that is not packed as it says.',
    });
  });

  it.each(['zstd', 'gzip, gzip'])('an encoding of %s is refused', async (encoding) => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end('x');
    });
    expect(await failureOf(sender()({ url: server.url }))).toBeInstanceOf(UpstreamMalformed);
  });

  it('what is no HTTP is malformed', async () => {
    const server = createServer((socket) => socket.resume().end('SSH-2.0-OpenSSH_9.6\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({
      close: () =>
        new Promise((resolve) =>
          server.close(() => {
            resolve();
          }),
        ),
    });
    const { port } = server.address() as AddressInfo;
    expect(await failureOf(sender()({ url: `http://127.0.0.1:${String(port)}/` }))).toBeInstanceOf(UpstreamMalformed);
  });
});

describe('a platform that is away', () => {
  it('refuses the connection', async () => {
    const server = await testServer(() => undefined);
    await server.close();
    expect(await failureOf(sender()({ url: server.url }))).toBeInstanceOf(UpstreamUnavailable);
  });

  it('is not looked for at an address that is not allowed', async () => {
    const server = await serve((_, response) => response.end());
    expect(await failureOf(sender({ allows: () => false })({ url: server.url }))).toBeInstanceOf(UpstreamMalformed);
    expect(server.seen).toEqual([]);
  });

  it('is not sent what no header can hold', async () => {
    const server = await serve((_, response) => response.end());
    expect(await failureOf(sender()({ url: server.url, headers: { 'x-token': 'a\r\nb' } }))).toMatchObject({
      code: 'UPSTREAM_REJECTED',
    });
    expect(server.seen).toEqual([]);
  });
});

describe('a redirect', () => {
  const redirecting = (location: string, status = 302): Promise<TestServer> =>
    serve((request, response) => {
      response.writeHead(request.url === '/start' ? status : 200, request.url === '/start' ? { location } : {});
      response.end('there');
    });

  it.each([301, 302, 303, 307, 308])('of %i is followed, and counts as a request', async (status) => {
    const server = await redirecting('/end?x=1', status);
    const scope = new RequestScope();
    const answer = await sender()({ url: `${server.url}/start` }, scope);
    expect([answer.url, answer.body.toString()]).toEqual([`${server.url}/end?x=1`, 'there']);
    expect(scope.tally('CINII_RESEARCH').requests).toBe(2);
  });

  it('is charged to the rate', async () => {
    const server = await redirecting('/end');
    const lanes = new Lanes();
    const rate = { requests: 1, perMs: 60_000, burst: 1 };
    await sender({ rate }, lanes)({ url: `${server.url}/start` });
    expect(lanes.of(testPolicy({ rate }), new URL(server.url)).waitMs()).toBeGreaterThan(50_000);
  });

  it('to an address that is not allowed is not followed', async () => {
    const other = await serve((_, response) => response.end('internal'));
    const server = await redirecting(`${other.url}/secret`);
    const allows = (url: URL): boolean => url.origin === server.url;
    const failure = await failureOf(sender({ allows })({ url: `${server.url}/start` }));
    expect(failure).toBeInstanceOf(UpstreamMalformed);
    expect(failure).not.toHaveProperty('message', expect.stringContaining('127.0.0.1'));
    expect(other.seen).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'http://user:password@127.0.0.1/', 'http://['])(
    'to %s is not followed',
    async (to) => {
      const server = await redirecting(to);
      expect(await failureOf(sender()({ url: `${server.url}/start` }))).toBeInstanceOf(UpstreamMalformed);
    },
  );

  it('takes no token to another origin', async () => {
    const other = await serve((_, response) => response.end('there'));
    const server = await redirecting(other.url);
    const headers = { authorization: 'Bearer t', 'x-token': 't', accept: 'text/plain' };
    await sender()({ url: `${server.url}/start`, headers });
    expect(server.seen[0]?.headers).toMatchObject(headers);
    expect(other.seen[0]?.headers).toMatchObject({ accept: 'text/plain' });
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization');
    expect(other.seen[0]?.headers).not.toHaveProperty('x-token');
  });

  it('keeps a credential within the origin that it was sent to', async () => {
    const other = await serve((_, response) => response.end('there'));
    const server = await serve((request, response) => {
      const location = request.url === '/start' ? '/next' : other.url;
      response.writeHead(302, { location });
      response.end();
    });
    await sender()({ url: `${server.url}/start`, credential: 't' });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer t', 'Bearer t']);
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('in a circle is left after five', async () => {
    const server = await serve((_, response) => {
      response.writeHead(302, { location: '/again' });
      response.end();
    });
    expect(await failureOf(sender()({ url: server.url }))).toMatchObject({
      code: 'UPSTREAM_MALFORMED',
      message: 'CiNii Research sent more than 5 redirects in a row.',
    });
    expect(server.seen).toHaveLength(6);
  });

  it('of a POST is refused, and so is one to nowhere', async () => {
    const server = await redirecting('/end');
    const post = sender()({ url: `${server.url}/start`, method: 'POST', body: 'a=1' });
    expect(await failureOf(post)).toBeInstanceOf(UpstreamMalformed);
    expect(server.seen).toHaveLength(1);
    const nowhere = await serve((_, response) => {
      response.statusCode = 302;
      response.end();
    });
    expect(await failureOf(sender()({ url: nowhere.url }))).toBeInstanceOf(UpstreamMalformed);
  });
});

describe('the scope’s signal', () => {
  it.each([
    ['before the answer', false],
    ['within the answer', true],
  ])('ends a request %s', async (_, begun) => {
    const server = await serve((__, response) => {
      if (begun) response.write('begun');
    });
    const controller = new AbortController();
    const failure = failureOf(sender()({ url: server.url }, new RequestScope({ signal: controller.signal })));
    setTimeout(() => {
      controller.abort();
    }, 50);
    expect(await failure).toBeInstanceOf(UpstreamUnavailable);
  });
});
