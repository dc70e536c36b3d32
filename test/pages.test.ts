/** The pages: what they load, what their headers forbid, and that their examples work. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleQueries } from '../gateway/pages/graphiql.js';
import { startWorld, type World } from './support.js';

const run = promisify(execFile);
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const isBuilt = existsSync(new URL('../dist/web/graphiql/graphiql.js', import.meta.url));
const unbuilt = isBuilt ? '' : ' (skipped where there is no build: npm run build)';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
});
afterAll(() => world.close());

const get = (path: string): Promise<Response> => fetch(`${world.address}${path}`);

/** Addresses that a page's text has something loaded from. */
const loaded = (html: string): string[] =>
  [...html.matchAll(/\b(?:src|srcset|data|action|href)="([^"]*)"/g)].map(([, address]) => address ?? '');

describe('the plain page', () => {
  it('tells the routes and the platforms, loads nothing, and runs no script', async () => {
    const response = await get('/');
    const html = await response.text();
    expect(html).toContain('/graphql');
    expect(html).toContain('CiNii Research');
    expect(html).not.toMatch(/<(?:script|img|iframe|link|object|form)\b/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('every answer', () => {
  it.each(['/', '/graphql', '/graphiql', '/schema.graphql', '/health/live', '/health/ready', '/metrics', '/nothing'])(
    'is what it says, and tells nothing of the server: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );
});

describe('the example queries', () => {
  it('are for portals, analysts and partners', () => {
    const texts = exampleQueries().join('\n');
    for (const who of ['portals', 'analysts', 'partners']) expect(texts).toContain(`For ${who}`);
  });

  it.each(exampleQueries().map((query) => [/^(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? '', query]))(
    'are answered in full: %s',
    async (_, query) => {
      const { data, errors } = await world.ask(query);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).not.toMatch(/^\{"\w+":null\}$/);
    },
    30_000,
  );
});

describe.skipIf(!isBuilt)(`GraphiQL${unbuilt}`, () => {
  it('is served from here alone, under a policy that allows no inline script', async () => {
    const response = await get('/graphiql');
    expect(response.status).toBe(200);
    const addresses = loaded(await response.text());
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      expect(address).toMatch(/^\/[^/]/);
      expect((await get(address)).status).toBe(200);
    }
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toMatch(/connect-src 'self';/);
  });

  it('styles load nothing from elsewhere', async () => {
    for (const name of ['graphiql.css', 'page.css'])
      expect(await (await get(`/graphiql/${name}`)).text()).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
  });

  it.skipIf(CHROMIUM === undefined)(
    `opens in a browser with the examples and the schema${CHROMIUM === undefined ? ' (skipped: there is no Chromium)' : ''}`,
    async () => {
      const profile = mkdtempSync(join(tmpdir(), 'kakehashi-browser-'));
      try {
        const { stdout } = await run(
          CHROMIUM ?? '',
          [
            '--headless=new',
            '--no-sandbox',
            '--disable-gpu',
            '--disable-dev-shm-usage',
            `--user-data-dir=${profile}`,
            '--virtual-time-budget=15000',
            '--dump-dom',
            `${world.address}/graphiql`,
          ],
          { maxBuffer: 20_000_000, timeout: 60_000 },
        );
        expect(stdout).toContain('graphiql-container');
        expect(stdout).toContain('For portals');
        expect(stdout).toContain('Report');
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    90_000,
  );
});

describe('a server that callers reach at another address than its own', () => {
  it('tells that address on its page', async () => {
    const { address } = await world.another({ PUBLIC_URL: 'https://portal.example/kakehashi/' });
    const html = await (await fetch(`${address}/`)).text();
    expect(html).toContain('POST https://portal.example/kakehashi/graphql');
    expect(loaded(html).filter((link) => !/^https?:/.test(link))).toEqual([]);
    expect(html).not.toContain(address);
  });
});
