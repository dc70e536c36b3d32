import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { failureOf, scopeWith, testServer, type TestServer } from '../../upstream/testing.js';
import { createEoscConnector, type EoscConnector } from './connector.js';
import { eosc, serverOf } from './platform.js';
import { list, product } from './testing.js';

/** The platform's policy, the real client and a server that plays the Graph: what no test with a stand-in shows. */

const open: { client: UpstreamClient; server: TestServer }[] = [];
afterEach(async () => {
  for (const { client, server } of open.splice(0)) {
    await client.close();
    await server.close();
  }
});

async function live(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  more: Record<string, string> = {},
): Promise<{ connector: EoscConnector; server: TestServer; client: UpstreamClient }> {
  const server = await testServer(answer);
  const settings = eosc.settings.parse({
    OPENAIRE_URL: `${server.url}/graph`,
    EOSC_CATALOGUE_URL: `${server.url}/api`,
    ...more,
  });
  const policies = [eosc.policy(settings, 'live')];
  const client = createUpstreamClient({ policies, userAgent: 'kakehashi/test', cacheMaxBytes: 1_000_000 });
  open.push({ client, server });
  return { connector: createEoscConnector(serverOf(settings), client), server, client };
}

const search = (query: string) =>
  ({ query, filter: {}, sort: 'RELEVANCE', languages: ['en'], position: null, first: 20 }) as const;
const JSON_TYPE = { 'content-type': 'application/json' };
const found = list([product('10.5072/a')]);

describe('EOSC over HTTP', () => {
  it('is asked no more often than its answers allow', async () => {
    let used = 58;
    const { connector, server } = await live((_, response) => {
      used += 1;
      response.writeHead(200, { ...JSON_TYPE, 'x-ratelimit-limit': '60', 'x-ratelimit-used': String(used) }).end(found);
    });
    await connector.search(search('a'), scopeWith(2000));
    await connector.search(search('b'), scopeWith(2000));
    const failure = await failureOf(connector.search(search('c'), scopeWith(2000)));
    expect(failure).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED' });
    expect(String(failure)).toContain('Try again in 60 s');
    expect(server.seen).toHaveLength(2);
    // What was read before is still there, and asks for nothing.
    expect((await connector.search(search('a'), scopeWith(2000))).cache).toBe('HIT');
  });

  it('is asked more often than the terms say where its answers allow it, but not than was set', async () => {
    const generous = (_: IncomingMessage, response: ServerResponse): void => {
      response.writeHead(200, { ...JSON_TYPE, 'x-ratelimit-limit': '7199', 'x-ratelimit-used': '1' }).end(found);
    };
    const told = await live(generous);
    for (let turn = 0; turn < 65; turn += 1) await told.connector.search(search(`w${String(turn)}`), scopeWith(2000));
    expect(told.server.seen).toHaveLength(65);
    const set = await live(generous, { EOSC_RATE: '2/h' });
    await set.connector.search(search('a'), scopeWith(2000));
    await set.connector.search(search('b'), scopeWith(2000));
    expect(await failureOf(set.connector.search(search('c'), scopeWith(2000)))).toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
    });
  });

  it.each([
    ['and nothing else', {}],
    ['and of a rate that is hardly used', { 'x-ratelimit-limit': '7199', 'x-ratelimit-used': '3' }],
  ])('is left alone after a 429, which tells no time, %s', async (_what, told) => {
    const { connector, server } = await live((_, response) => {
      response.writeHead(429, { ...JSON_TYPE, ...told }).end('{"error":"Too many requests","description":"secret"}');
    });
    const failure = await failureOf(connector.search(search('a'), scopeWith(2500)));
    expect(failure).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', status: 429 });
    expect(await failureOf(connector.search(search('b'), scopeWith(2500)))).toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
    });
    expect(server.seen).toHaveLength(1);
  });

  it('gets the token with requests to the Graph alone', async () => {
    const { connector, server } = await live(
      (request, response) => {
        const services = Buffer.from('{"total":0,"results":[]}');
        response.writeHead(200, JSON_TYPE).end(request.url?.startsWith('/api') === true ? services : found);
      },
      { OPENAIRE_TOKEN: 'tok' },
    );
    await connector.search(search('a'), scopeWith(2000));
    await connector.services({ query: 'a', from: 0, quantity: 1, facets: [] }, scopeWith(2000));
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer tok', undefined]);
  });

  it.each([
    [403, { OPENAIRE_TOKEN: 'tok' }, 'UNAUTHENTICATED', /OPENAIRE_TOKEN.*may have expired/],
    [403, {}, 'UPSTREAM_REJECTED', /refused/],
    [400, {}, 'UPSTREAM_REJECTED', /refused/],
    [404, {}, 'UPSTREAM_REJECTED', /refused/],
    [405, {}, 'UPSTREAM_REJECTED', /refused/],
    [500, {}, 'UPSTREAM_UNAVAILABLE', /out of service/],
  ])('that answers %i (settings %j) is %s, without a word of its own', async (status, more, code, message) => {
    const { connector } = await live((_, response) => {
      response.writeHead(status, JSON_TYPE).end(`{"message":"secret","error":"secret","code":${String(status)}}`);
    }, more);
    const failure = await failureOf(connector.search(search('a'), scopeWith(2000)));
    expect(failure).toMatchObject({ code });
    expect(String(failure)).toMatch(message);
    expect(String(failure)).not.toMatch(/secret|tok\b/);
  });

  it('that answers 200 with an error or a page for people is unreadable', async () => {
    const { connector } = await live((request, response) => {
      if (request.url?.includes('page') === true)
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>secret');
      else response.writeHead(200, JSON_TYPE).end('{"message":"secret","error":"x","code":500}');
    });
    for (const query of ['page', 'error']) {
      const failure = await failureOf(connector.search(search(query), scopeWith(2000)));
      expect(failure).toMatchObject({ code: 'UPSTREAM_MALFORMED' });
      expect(String(failure)).not.toContain('secret');
    }
  });
});
