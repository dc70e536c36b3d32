import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startSandboxServer, type RunningServer, type SandboxServerOptions } from './server.js';

const BODY = JSON.stringify({ hello: '海'.repeat(500) });

let server: RunningServer | null = null;

async function start(options: Partial<SandboxServerOptions> = {}): Promise<string> {
  server = await startSandboxServer({
    port: 0,
    latencyMs: 0,
    fault: null,
    name: 'test',
    handle: () => ({ status: 200, headers: { 'Content-Type': 'application/json' }, body: BODY }),
    ...options,
  });
  return server.address;
}

function setFault(address: string, order: unknown): Promise<Response> {
  return fetch(`${address}/__fault`, { method: 'POST', body: JSON.stringify(order) });
}

/** Reads an answer until it ends, breaks or is longer than enough. */
function read(
  url: string,
  enough: number,
): Promise<{
  readonly length: number;
  readonly outcome: 'end' | 'broken' | 'enough';
  readonly promised: string | undefined;
}> {
  return new Promise((resolve) => {
    const outgoing = httpRequest(url, (response) => {
      let length = 0;
      const promised = response.headers['content-length'];
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= enough) return;
        resolve({ length, outcome: 'enough', promised });
        outgoing.destroy();
      });
      response.on('end', () => resolve({ length, outcome: response.complete ? 'end' : 'broken', promised }));
      response.on('error', () => resolve({ length, outcome: 'broken', promised }));
    });
    outgoing.on('error', () => resolve({ length: 0, outcome: 'broken', promised: undefined }));
    outgoing.end();
  });
}

afterEach(async () => {
  await server?.close();
  server = null;
});

describe('a simulated platform without a fault', () => {
  it('answers what its handler says, on the loopback address only', async () => {
    const address = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${address}/x`)).text()).toBe(BODY);
  });

  it('hands method, query, headers and body to the handler', async () => {
    const address = await start({
      handle: ({ method, url, headers, body, fault }) => ({
        status: 202,
        headers: { 'Content-Type': 'text/plain' },
        body: [method, url.pathname, url.searchParams.get('q'), headers.accept, body, String(fault)].join('|'),
      }),
    });
    const answer = await fetch(`${address}/p?q=%E6%B5%B7`, {
      method: 'POST',
      headers: { Accept: 'text/x' },
      body: 'verb=Identify',
    });
    expect(answer.status).toBe(202);
    expect(await answer.text()).toBe('POST|/p|海|text/x|verb=Identify|null');
  });

  it('logs what it was asked but not its switches, and forgets on DELETE', async () => {
    const address = await start();
    await fetch(`${address}/a?b=%E6%B5%B7`);
    await setFault(address, { kind: null });
    const log: unknown = await (await fetch(`${address}/__requests`)).json();
    expect(log).toEqual([
      { method: 'GET', path: '/a?b=%E6%B5%B7', time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown },
    ]);
    await fetch(`${address}/__requests`, { method: 'DELETE' });
    expect(server?.requests()).toEqual([]);
  });

  it("streams zeros behind a body at the reader's pace, and promises their number to HEAD", async () => {
    const answer = {
      status: 200,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: 'CDF',
      zeros: 1_800_000_000,
    };
    const address = await start({ handle: () => answer });
    const before = process.memoryUsage().rss;
    expect(await read(address, 1_000_000)).toMatchObject({ outcome: 'enough', promised: '1800000003' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    const head = await fetch(address, { method: 'HEAD' });
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['1800000003', '']);
  });

  it('sends the zeros whole to whoever reads them all', async () => {
    const address = await start({ handle: () => ({ status: 200, headers: {}, body: 'CDF', zeros: 200_000 }) });
    expect(await read(address, 1_000_000)).toEqual({ length: 200_003, outcome: 'end', promised: '200003' });
  });

  it('promises no length with a 304', async () => {
    const address = await start({ handle: () => ({ status: 304, headers: { ETag: '"1"' }, body: '' }) });
    const answer = await fetch(address);
    expect([answer.status, answer.headers.get('content-length'), answer.headers.get('etag')]).toEqual([
      304,
      null,
      '"1"',
    ]);
  });

  it('waits before each answer as long as it is told', async () => {
    const address = await start({ latencyMs: 80 });
    const from = performance.now();
    await fetch(address);
    expect(performance.now() - from).toBeGreaterThanOrEqual(75);
    await setFault(address, { latencyMs: 0 });
    const again = performance.now();
    await fetch(address);
    expect(performance.now() - again).toBeLessThan(75);
  });

  it('tells a mistake of its own handler apart from a simulated fault', async () => {
    const address = await start({
      handle: () => {
        throw new Error('broken fixture');
      },
    });
    const answer = await fetch(address);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('sandbox test: Error: broken fixture');
  });

  it('refuses a port that is taken, and an unknown fault', async () => {
    await start();
    await expect(
      startSandboxServer({
        port: server?.port ?? 0,
        latencyMs: 0,
        fault: null,
        name: 'second',
        handle: () => ({ status: 200, headers: {}, body: '' }),
      }),
    ).rejects.toThrow('EADDRINUSE');
    await expect(start({ fault: 'mood' })).rejects.toThrow('no fault named mood');
  });
});

describe('a simulated platform with a fault', () => {
  it.each([
    ['500', 500],
    ['503', 503],
    ['429', 429],
  ])('%s answers HTML with that status', async (fault, status) => {
    const answer = await fetch(await start({ fault }));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('retry-after')).toBe(status === 429 ? '2' : null);
  });

  it('wrong-type is an HTML page with 200', async () => {
    const answer = await fetch(await start({ fault: 'wrong-type' }));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html;charset=UTF-8']);
  });

  it('redirect points at an address inside', async () => {
    const answer = await fetch(await start({ fault: 'redirect' }), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://169.254.169.254/']);
  });

  it('malformed is a whole answer that is no JSON', async () => {
    const answer = await fetch(await start({ fault: 'malformed' }));
    expect(answer.headers.get('content-type')).toBe('application/json');
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  it('truncated promises more than it sends', async () => {
    const { length, outcome, promised } = await read(await start({ fault: 'truncated' }), 1e6);
    expect(outcome).toBe('broken');
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(Number(promised));
  });

  it('reset destroys the socket', async () => {
    await expect(fetch(await start({ fault: 'reset' }))).rejects.toThrow();
  });

  it('hang never answers, and close ends it', async () => {
    const address = await start({ fault: 'hang' });
    await expect(fetch(address, { signal: AbortSignal.timeout(150) })).rejects.toThrow(/timeout|aborted/i);
    const pending = fetch(address);
    const failed = expect(pending).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server?.close();
    server = null;
    await failed;
  });

  it('slow waits five seconds', async () => {
    const from = performance.now();
    expect((await fetch(await start({ fault: 'slow' }))).status).toBe(200);
    expect(performance.now() - from).toBeGreaterThanOrEqual(4_900);
  });

  it.each(['huge', 'endless'])('%s streams far more than any client should read', async (fault) => {
    expect((await read(await start({ fault }), 20_000_000)).outcome).toBe('enough');
  });

  it('endless is left to a platform that pages by itself', async () => {
    const address = await start({
      fault: 'endless',
      pagesEndlessly: true,
      handle: ({ fault }) => ({ status: 200, headers: {}, body: String(fault) }),
    });
    expect(await (await fetch(address)).text()).toBe('endless');
  });
});

describe('the switch', () => {
  it('turns a fault on for the next answers and off again', async () => {
    const address = await start();
    await setFault(address, { kind: '503', times: 2 });
    const statuses = [(await fetch(address)).status, (await fetch(address)).status, (await fetch(address)).status];
    expect(statuses).toEqual([503, 503, 200]);
    await setFault(address, { kind: '500' });
    expect((await fetch(address)).status).toBe(500);
    await setFault(address, { kind: null });
    expect((await fetch(address)).status).toBe(200);
  });

  it('narrows a fault to the part of the platform that it names', async () => {
    const address = await start({
      concerns: (where, { url }) => url.pathname.startsWith(`/r/${where.repository ?? ''}/`),
    });
    await setFault(address, { kind: '503', repository: 'umi' });
    expect([(await fetch(`${address}/r/umi/oai`)).status, (await fetch(`${address}/r/kazan/oai`)).status]).toEqual([
      503, 200,
    ]);
  });

  it.each([['not json'], ['{"kind":"mood"}'], ['{"kind":"503","times":0}'], ['{"latencyMs":-1}'], ['[]x']])(
    'refuses %s with 400',
    async (body) => {
      const address = await start();
      expect((await fetch(`${address}/__fault`, { method: 'POST', body })).status).toBe(400);
      expect((await fetch(address)).status).toBe(200);
    },
  );
});
