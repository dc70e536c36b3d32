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
