import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { createUpstreamClient } from './client.js';
import type { UpstreamClient } from './client.js';
import { UpstreamAbandoned, UpstreamMalformed, UpstreamTimeout } from './errors.js';
import { userAgent } from './identity.js';
import { RequestScope } from './scope.js';
import { failureOf, scopeWith, testPolicy, testRequest, testServer } from './testing.js';
import type { TestServer } from './testing.js';
import type { UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';

const text = (response: UpstreamResponse): string => response.body.toString();
const IDLE = { flights: 0, active: 0, waiting: 0 };
const NAME = 'CINII_RESEARCH';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Bench {
  readonly client: UpstreamClient;
  readonly server: TestServer;
  readonly log: { readonly debug: ReturnType<typeof vi.fn>; readonly warn: ReturnType<typeof vi.fn> };
  readonly request: (changes?: Partial<UpstreamRequest>) => UpstreamRequest;
}

async function bench(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  changes: Partial<UpstreamPolicy> = {},
): Promise<Bench> {
  const server = await testServer(answer);
  const log = { debug: vi.fn(), warn: vi.fn() };
  const client = createUpstreamClient({
    policies: [testPolicy({ allows: (url) => url.origin === server.url, ...changes })],
    userAgent: userAgent('0.1.0', 'https://example.org'),
    cacheMaxBytes: 10_000_000,
    log,
  });
  open.push(client, server);
  return { client, server, log, request: (own = {}) => testRequest({ url: `${server.url}/all?q=1`, ...own }) };
}

/** The server has so many requests, or it never will. */
const arrived = (server: TestServer, count: number): Promise<void> =>
  vi.waitFor(() => {
    expect(server.seen.length).toBeGreaterThanOrEqual(count);
  });

describe('how long the answer to a caller stays fresh', () => {
  const fresh = (scope: RequestScope): number => scope.freshness.leftMs(Date.now());

  it('is what is left of the read answer, also of one from the cache', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { client, request } = await bench((_, response) => response.end('a'));
      const [first, second] = [scopeWith(2000), scopeWith(60_000)];
      await client.read(request(), text, first);
      expect(fresh(first)).toBe(60_000);
      vi.setSystemTime(Date.now() + 20_000);
      await client.read(request(), text, second);
      expect(fresh(second)).toBe(40_000);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is none when a reading failed, when what was read is of a kind that is not kept, and with the caller’s own token', async () => {
    const { client, request } = await bench((message, response) => {
      response.writeHead(message.url?.includes('fails') === true ? 500 : 200).end('a');
    });
    for (const asked of [
      request({ url: request().url.replace('all', 'fails') }),
      request({ kind: 'never kept' }),
      request({ credential: 'a token' }),
    ]) {
      const scope = scopeWith(2000);
      await client.read(request(), text, scope);
      await client.read(asked, text, scope).catch(() => undefined);
      expect(fresh(scope), asked.url).toBe(0);
    }
  });

  it('is none for an answer that did not wait for a reading', async () => {
    const { client, request, server } = await bench(() => undefined);
    const scope = scopeWith(2000);
    scope.freshness.limit(Infinity);
    const reading = failureOf(client.read(request(), text, scope.within(Date.now() + 200)));
    await arrived(server, 1);
    expect(fresh(scope)).toBe(0);
    await reading;
  });
});

describe('reading from a platform', () => {
  it('gives the decoded answer, and how it was come by', async () => {
    const { client, server, request } = await bench((_, response) => response.end('海洋'));
    const scope = scopeWith(2000);
    const first = await client.read(request(), text, scope);
    expect(first).toMatchObject({ value: '海洋', retrieved: { cache: 'MISS', ageSeconds: 0 } });
    const second = await client.read(request(), text, scope);
    expect(second).toMatchObject({ value: '海洋', retrieved: { cache: 'HIT', at: first.retrieved.at } });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]?.headers['user-agent']).toBe('kakehashi/0.1.0 (+https://example.org)');
    expect(scope.tally(NAME)).toMatchObject({ requests: 1, cacheHits: 1, collapsed: 0, retries: 0 });
  });

  it('makes one request of a hundred equal ones, decodes once, and leaves nothing behind', async () => {
    const { client, server, request } = await bench((_, response) => setTimeout(() => response.end('{"a":1}'), 50));
    const decode = vi.fn((response: UpstreamResponse): unknown => JSON.parse(text(response)));
    const scopes = Array.from({ length: 100 }, () => scopeWith(2000));
    const answers = await Promise.all(scopes.map((scope) => client.read(request(), decode, scope)));
    expect(server.seen).toHaveLength(1);
    expect(decode).toHaveBeenCalledTimes(1);
    expect(new Set(answers.map(({ value }) => value)).size).toBe(1);
    const tallies = scopes.map((scope) => scope.tally(NAME));
    expect(tallies.map(({ requests }) => requests).reduce((sum, one) => sum + one)).toBe(1);
    expect(tallies.map(({ collapsed }) => collapsed).reduce((sum, one) => sum + one)).toBe(99);
    expect(client.activity()).toEqual(IDLE);
  });

  it('asks no address that is not allowed, not even from the cache', async () => {
    const { client, request } = await bench((_, response) => response.end());
    const failure = await failureOf(client.read(request({ url: 'http://evil.test/' }), text, scopeWith(1000)));
    expect(failure).toBeInstanceOf(UpstreamMalformed);
  });

  it('never gives one caller what another one’s token opened', async () => {
    const { client, server, request } = await bench((asked, response) => response.end(asked.headers.authorization));
    const as = (token: string): Promise<{ value: string }> =>
      client.read(request({ headers: { authorization: token } }), text, scopeWith(1000));
    expect((await Promise.all([as('one'), as('two'), as('one')])).map(({ value }) => value)).toEqual([
      'one',
      'two',
      'one',
    ]);
    expect((await as('two')).value).toBe('two');
    expect(server.seen).toHaveLength(2);
  });

  it('gives callers with different credentials who ask the same at once, warm and cold, each their own answer', async () => {
    const { client, server, log, request } = await bench((asked, response) => {
      const who = asked.headers.authorization ?? 'nobody';
      setTimeout(() => response.end(who), 20);
    });
    const askers = ['token-a', 'token-b', undefined, 'token-a', undefined, 'token-b'];
    const ask = (credential: string | undefined) =>
      client.read(request(credential === undefined ? {} : { credential }), text, scopeWith(2000));
    const expected = askers.map((credential) => (credential === undefined ? 'nobody' : `Bearer ${credential}`));
    const cold = await Promise.all(askers.map(ask));
    expect(cold.map(({ value }) => value)).toEqual(expected);
    const warm = await Promise.all(askers.map(ask));
    expect(warm.map(({ value }) => value)).toEqual(expected);
    expect(warm.every(({ retrieved }) => retrieved.cache === 'HIT')).toBe(true);
    expect(server.seen).toHaveLength(3);
    expect(JSON.stringify([log.debug.mock.calls, log.warn.mock.calls, client.status(NAME)])).not.toContain('token-');
  });

  it('shows a secret parameter in no message, log or answer', async () => {
    const { client, server, log, request } = await bench((asked, response) => {
      response.statusCode = asked.url?.includes('bad') === true ? 503 : 200;
      response.end('ok');
    });
    const good = await client.read(
      request({ url: `${server.url}/good?appid=SECRET` }),
      (answer) => answer,
      scopeWith(1000),
    );
    const bad = await failureOf(client.read(request({ url: `${server.url}/bad?appid=SECRET` }), text, scopeWith(1000)));
    const shown = JSON.stringify([
      good,
      bad,
      String(bad),
      log.debug.mock.calls,
      log.warn.mock.calls,
      client.status(NAME),
    ]);
    expect(server.seen.map(({ url }) => url)).toEqual(['/good?appid=SECRET', '/bad?appid=SECRET']);
    expect(log.warn).toHaveBeenCalled();
    expect(shown).not.toContain('SECRET');
  });
});

describe('an unreadable answer', () => {
  it('fails with the reader’s words for all who share it, counts once, and is not kept', async () => {
    const { client, server, request } = await bench((_, response) => setTimeout(() => response.end('<html>'), 20));
    const decode = (): never => {
      throw new UnreadableDocument('it is no JSON');
    };
    const both = [1, 2].map(() => failureOf(client.read(request(), decode, scopeWith(1000))));
    for (const failure of await Promise.all(both)) {
      expect(failure).toBeInstanceOf(UpstreamMalformed);
      expect(failure).toHaveProperty('message', 'CiNii Research sent an answer that could not be read: it is no JSON.');
    }
    expect(client.status(NAME)).toMatchObject({ requests: 1, errors: 1 });
    // For a second the failure is the answer to whoever asks again.
    await new Promise((resolve) => setTimeout(resolve, 1050));
    await client.read(request(), text, scopeWith(1000));
    expect(server.seen).toHaveLength(2);
  });
});

describe('a failing platform', () => {
  it('is tried again, and every try is counted', async () => {
    let tries = 0;
    const { client, request } = await bench(
      (_, response) => {
        tries += 1;
        response.statusCode = tries < 3 ? 503 : 200;
        response.end('up');
      },
      { retries: 2 },
    );
    const scope = scopeWith(5000);
    expect((await client.read(request(), text, scope)).value).toBe('up');
    expect(scope.tally(NAME)).toMatchObject({ requests: 3, retries: 2 });
    expect(scope.tally(NAME).tookMs).toBeGreaterThan(250);
    expect(client.status(NAME)).toMatchObject({ requests: 3, errors: 2 });
  });

  it('is tried again when a kept connection breaks', async () => {
    let broken = false;
    const { client, request } = await bench(
      (_, response) => {
        if (!broken) response.socket?.destroy();
        else response.end('up');
        broken = true;
      },
      { retries: 1 },
    );
    expect((await client.read(request(), text, scopeWith(5000))).value).toBe('up');
  });

  it('is waited for as long as Retry-After says when there is time, and else not at all', async () => {
    const { client, server, request } = await bench(
      (asked, response) => {
        const first = server.seen.filter(({ url }) => url === asked.url).length === 1;
        response.writeHead(first ? 429 : 200, first ? { 'retry-after': '1' } : {});
        response.end('up');
      },
      { retries: 1 },
    );
    const started = Date.now();
    const hasty = await failureOf(client.read(request({ url: `${server.url}/a` }), text, scopeWith(900)));
    expect(hasty).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', status: 429, retryAfterMs: 1000 });
    expect(Date.now() - started).toBeLessThan(500);
    await client.read(request({ url: `${server.url}/b` }), text, scopeWith(5000));
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
    expect(client.activity()).toEqual(IDLE);
  });
});

describe('a platform that hangs', () => {
  it('never takes more than its time, and the next in the queue has its turn', async () => {
    const { client, request, server } = await bench(
      (asked, response) => {
        if (asked.url === '/ok') response.end('ok');
      },
      { timeoutMs: 200, concurrency: 1 },
    );
    const started = Date.now();
    const stuck = failureOf(client.read(request(), text, scopeWith(10_000)));
    const behind = client.read(request({ url: `${server.url}/ok` }), text, scopeWith(10_000));
    expect(await stuck).toBeInstanceOf(UpstreamTimeout);
    expect((await behind).value).toBe('ok');
    expect(Date.now() - started).toBeLessThan(1000);
    expect(client.activity()).toEqual(IDLE);
  });

  it('within its body is left at the deadline', async () => {
    const { client, request } = await bench((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(Buffer.from([0x1f, 0x8b, 8, 0]));
    });
    const started = Date.now();
    expect(await failureOf(client.read(request(), text, scopeWith(150)))).toBeInstanceOf(UpstreamTimeout);
    expect(Date.now() - started).toBeLessThan(1000);
    await vi.waitFor(() => {
      expect(client.activity()).toEqual(IDLE);
    });
  });

  it('is left when the caller goes away: the request is dropped and its place free', async () => {
    let dropped = false;
    const { client, server, request } = await bench((_, response) => {
      response.on('close', () => (dropped = true));
    });
    const gone = new AbortController();
    const scope = scopeWith(10_000, { signal: gone.signal });
    const all = ['1', '2', '3', '4', '5', '6'].map((path) =>
      failureOf(client.read(request({ url: `${server.url}/${path}` }), text, scope)),
    );
    await arrived(server, 4);
    expect(client.activity()).toEqual({ flights: 6, active: 4, waiting: 2 });
    gone.abort();
    for (const failure of await Promise.all(all)) expect(failure).toBeInstanceOf(UpstreamAbandoned);
    await vi.waitFor(() => {
      expect(client.activity()).toEqual(IDLE);
      expect(dropped).toBe(true);
    });
    expect(server.seen).toHaveLength(4);
    expect(client.status(NAME)).toMatchObject({ requests: 0, errors: 0 });
  });

  it('is left by each caller at its own deadline while another one goes on', async () => {
    const { client, request } = await bench((_, response) => setTimeout(() => response.end('late'), 400));
    const hasty = failureOf(client.read(request(), text, scopeWith(100)));
    const patient = client.read(request(), text, scopeWith(2000));
    expect(await hasty).toBeInstanceOf(UpstreamTimeout);
    expect((await patient).value).toBe('late');
  });

  it('keeps nobody from closing the client', async () => {
    const { client, server, request } = await bench(() => undefined);
    const stuck = failureOf(client.read(request(), text, new RequestScope()));
    await arrived(server, 1);
    await client.close();
    expect(await stuck).toBeInstanceOf(UpstreamAbandoned);
    expect(client.activity()).toEqual(IDLE);
  });
});

describe('the figures', () => {
  it('tell of requests, times and the cache', async () => {
    const { client, request } = await bench((_, response) => response.end('ok'));
    for (let time = 0; time < 4; time += 1) await client.read(request(), text, scopeWith(1000));
    const status = client.status(NAME);
    expect(status).toMatchObject({ requests: 1, errors: 0, cacheHitRatio: 0.75 });
    expect(status.p50Ms).toBeGreaterThan(0);
    expect(status.lastError).toBeUndefined();
  });

  it('are of configured platforms alone', async () => {
    const { client } = await bench(() => undefined);
    expect(() => client.status('DIAS')).toThrow('no upstream policy for DIAS');
  });
});
