/** GraphQL over HTTP: the audits of the npm package graphql-http, and what a browser of somebody else's page may do. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './support.js';

let world: World;
let url = '';
beforeAll(async () => {
  world = await startWorld({
    KAKEHASHI_PLATFORMS: 'dias',
    ANSWER_CACHE_MAX_BYTES: '10000000',
    CORS_ORIGINS: 'https://portal.example, http://localhost:3000',
  });
  url = `${world.address}/graphql`;
});
afterAll(() => world.close());

describe('the audits of graphql-http', () => {
  const audits = serverAudits({
    url: () => url,
    // The audits' GETs, like those of any client, have to say that they come from no other page's form.
    fetchFn: (address: string, init: RequestInit = {}) =>
      fetch(address, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': 'true' },
      }),
  });

  it('are all there', () => {
    expect(audits).toHaveLength(61);
  });

  /** Advice for clients of before the specification; a refusal is none the better for saying 200. */
  const NOT_FOLLOWED = new Set([
    'SHOULD use 200 status code on document parsing failure when accepting application/json',
    'SHOULD use 200 status code on document validation failure when accepting application/json',
    'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
  ]);

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, name, audit) => {
    const result = await audit.fn();
    if (NOT_FOLLOWED.has(name)) expect(result).toMatchObject({ status: 'warn' });
    else expect('reason' in result ? result.reason : result.status).toBe('ok');
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = JSON_TYPE): Promise<Response> =>
  fetch(url, { method: 'POST', headers, body });

describe('a form of somebody else’s page', () => {
  it.each([
    ['text/plain', '{"query":"{__typename}"}'],
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--\r\n',
    ],
  ])('cannot post a query as %s', async (type, body) => {
    const response = await post(body, { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('cannot even where the answer is kept', async () => {
    const body = JSON.stringify({ query: '{ platforms { platform } }' });
    expect((await post(body)).status).toBe(200);
    expect((await post(body, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('cannot get an answer by a link, which says no word of where it comes from', async () => {
    const address = `${url}?query=${encodeURIComponent('{ __typename }')}`;
    const refused = await fetch(address);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('BAD_REQUEST');
    expect((await fetch(address, { headers: { 'apollo-require-preflight': 'true' } })).status).toBe(200);
    expect((await fetch(address, { headers: JSON_TYPE })).status).toBe(200);
  });
});

it('reads no body that is compressed or no UTF-8', async () => {
  const compressed = await post('{"query":"{__typename}"}', { ...JSON_TYPE, 'content-encoding': 'gzip' });
  expect([compressed.status, await compressed.text()]).toEqual([415, expect.stringContaining('Compressed')]);
  const latin = Buffer.from('{"query":"{ search(query: \\"caf\u00e9\\") { totalCount } }"}', 'latin1');
  const broken = await fetch(url, { method: 'POST', headers: JSON_TYPE, body: latin });
  expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining('UTF-8')]);
});

it('takes one request at a time: a list of them is refused', async () => {
  const response = await post('[{"query":"{__typename}"},{"query":"{__typename}"}]');
  expect(response.status).toBe(400);
});

describe('a page of another origin', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-gakunin-rdm-token',
      },
    });

  it('that is allowed may ask, with its own token, and read the headers that help it', async () => {
    const before = await preflight('https://portal.example');
    expect(before.status).toBe(204);
    expect(before.headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect(before.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(before.headers.get('access-control-allow-headers')).toContain('x-gakunin-rdm-token');
    expect(before.headers.get('vary')).toContain('origin');
    const answer = await post('{"query":"{__typename}"}', { ...JSON_TYPE, origin: 'http://localhost:3000' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(['https://evil.example', 'https://portal.example.evil.example', 'http://portal.example', 'null'])(
    'that is not allowed may not: %s',
    async (origin) => {
      const before = await preflight(origin);
      const answer = await post('{"query":"{__typename}"}', { ...JSON_TYPE, origin });
      for (const { headers } of [before, answer]) {
        expect(headers.get('access-control-allow-origin')).toBeNull();
        expect(headers.get('access-control-allow-headers')).toBeNull();
        expect(headers.get('vary')).toContain('origin');
      }
    },
  );

  it('may ask for nothing where no origin is allowed', async () => {
    const other = await world.another({ CORS_ORIGINS: '' });
    const answer = await fetch(`${other.address}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, origin: 'https://portal.example' },
      body: '{"query":"{__typename}"}',
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
