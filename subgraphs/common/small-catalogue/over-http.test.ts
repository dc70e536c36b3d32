import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { createUpstreamClient } from '../../../upstream/client.js';
import type { UpstreamClient } from '../../../upstream/client.js';
import { scopeWith, testPolicy, testServer } from '../../../upstream/testing.js';
import type { TestServer } from '../../../upstream/testing.js';
import { SmallCatalogue } from './catalogue.js';
import { testEntry } from './testing.js';

let client: UpstreamClient | undefined;
let server: TestServer | undefined;

afterEach(async () => {
  await client?.close();
  await server?.close();
});

async function catalogueAt(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  freshMs: number,
): Promise<SmallCatalogue<string>> {
  const running = await testServer(answer);
  server = running;
  const policies = [testPolicy({ platform: 'DIAS', name: 'DIAS', concurrency: 4, retries: 1 })];
  client = createUpstreamClient({
    policies,
    userAgent: 'kakehashi/test (+https://kakehashi.test)',
    cacheMaxBytes: 1e6,
  });
  return new SmallCatalogue<string>({
    platform: 'DIAS',
    name: 'DIAS',
    client,
    freshMs,
    source: {
      ids: ['a', 'b', 'moved', 'gone', 'secret/c'],
      async load(id, { ask }) {
        const read = await ask(`${running.url}/doc/${id}`, ({ body }) => body.toString());
        return read.state === 'read' ? read.value : null;
      },
      index: (id, title) => testEntry(id, { title }),
    },
  });
}

it('reads documents over HTTP as a guest: rules first, one at a time, conditionally the next time', async () => {
  let [active, most] = [0, 0];
  const catalogue = await catalogueAt((request, response) => {
    active += 1;
    most = Math.max(most, active);
    setTimeout(() => {
      active -= 1;
      const path = request.url ?? '';
      if (path === '/robots.txt') response.end('User-agent: *\nDisallow: /doc/secret/\n');
      else if (path === '/doc/moved') response.writeHead(302, { location: '/new' }).end();
      else if (path === '/doc/gone') response.writeHead(410).end();
      else if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"' }).end(`snow at ${path}`);
    }, 5);
  }, 150);
  const first = await catalogue.search({ query: 'snow', sort: 'RELEVANCE' }, scopeWith(5000));
  expect(first.hits.map(({ id, value }) => [id, value]).sort()).toEqual([
    ['a', 'snow at /doc/a'],
    ['b', 'snow at /doc/b'],
    ['moved', 'snow at /new'],
  ]);
  expect(first).toMatchObject({ complete: false, read: 3, of: 4 });
  expect(most).toBe(1);
  const paths = (): (string | undefined)[] => server?.seen.map(({ url }) => url) ?? [];
  expect(paths()).toEqual(['/robots.txt', '/doc/a', '/doc/b', '/doc/moved', '/new', '/doc/gone']);
  expect(server?.seen.every(({ headers }) => headers['user-agent']?.startsWith('kakehashi/'))).toBe(true);

  await new Promise((resolve) => setTimeout(resolve, 160));
  const stale = await catalogue.search({ query: 'snow', sort: 'RELEVANCE' }, scopeWith(5000));
  expect(stale.cache).toBe('STALE');
  await vi.waitFor(() => {
    const conditional = server?.seen.filter(({ headers }) => headers['if-none-match'] === '"v1"');
    expect(conditional?.map(({ url }) => url)).toEqual(expect.arrayContaining(['/doc/a', '/doc/b', '/new']));
  }, 4000);
  const fresh = await catalogue.search({ query: 'snow', sort: 'RELEVANCE' }, scopeWith(5000));
  expect(fresh.hits.map(({ value }) => value).sort()).toEqual(first.hits.map(({ value }) => value).sort());
});

it('answers within the deadline from a server that hangs, and the client has nothing under way once it is closed', async () => {
  const catalogue = await catalogueAt((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/doc/a') response.end('snow');
  }, 10_000);
  const started = Date.now();
  const found = await catalogue.search({ query: null, sort: 'NEWEST' }, scopeWith(300));
  expect(Date.now() - started).toBeLessThan(300);
  expect(found).toMatchObject({ complete: false, read: 1, of: 5 });
  await client?.close();
  await vi.waitFor(() => {
    expect(client?.activity()).toEqual({ flights: 0, active: 0, waiting: 0 });
  }, 4000);
});
