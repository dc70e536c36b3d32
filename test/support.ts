import { pino } from 'pino';
import { startGateway } from '../gateway/gateway.js';
import { serveHttp } from '../gateway/http.js';
import { readSettings } from '../gateway/settings.js';
import { platforms as registry } from '../subgraphs/index.js';
import { SECRETS } from './secret-markers.js';
import { sandboxSettings, startSandboxes, stopSandboxes, type NamedSandbox } from '../cli/sandboxes.js';

/** A GraphQL answer as a client reads it. */
export interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly platform?: string };
  }[];
  readonly extensions?: {
    readonly upstream: readonly Record<string, unknown>[];
    readonly plan: readonly Record<string, unknown>[];
  };
}

/** What the simulated platforms were asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** A gateway as a client reaches it. */
export interface Endpoint {
  readonly address: string;
  /** Posts a query; `explain` sends the header. */
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Waits until the small catalogues (DIAS, GED) are read, as they are some seconds after a start. */
  readonly catalogued: () => Promise<void>;
}

/** Kakehashi over its simulated platforms, reached over HTTP as a client does. */
export interface World extends Endpoint {
  /** The settings that the gateway was started with: those of the simulated platforms and those of the test. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a simulated platform was asked since the last look. */
  asked(platform: string): Promise<Asked[]>;
  /** Switches a fault on (or off with null) at a simulated platform. */
  fault(platform: string, kind: string | null, more?: Record<string, unknown>): Promise<void>;
  /** Another gateway over the same simulated platforms, with a cache of its own; it is closed with the world. */
  another(environment?: Record<string, string>): Promise<Endpoint>;
  close(): Promise<void>;
}

async function read(address: string): Promise<Asked[]> {
  const response = await fetch(`${address}/__requests`);
  const log = (await response.json()) as Asked[] | { requests: Asked[] };
  await fetch(`${address}/__requests`, { method: 'DELETE' });
  return Array.isArray(log) ? log : log.requests;
}

export const USER_AGENT = 'kakehashi/test (+https://example.org)';

/** Posts a query to a GraphQL server. */
export async function askAt(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** How long and how often a test waits for a machine that has too much to do. */
const BUSY_MS = 500;
const BUSY_TRIES = 30;

/** Asks again while the server says that the machine is too busy for it (503): what a test asks is not whether it is. */
export async function whenAdmitted<T extends { readonly status: number | null }>(ask: () => Promise<T>): Promise<T> {
  let reply = await ask();
  for (let tries = 0; reply.status === 503 && tries < BUSY_TRIES; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
    reply = await ask();
  }
  return reply;
}

interface Front extends Endpoint {
  close(): Promise<void>;
}

const CATALOGUES = '{ search(query: "x", filter: { platforms: [DIAS, NIES_GED] }) { sources { platform state } } }';

/** Until what is kept in the process is whole; a test that needs it says so. */
export async function untilCatalogued(ask: Endpoint['ask']): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await ask(CATALOGUES);
    const { sources } = (data as unknown as { search: { sources: { platform: string; state: string }[] } }).search;
    if (sources.every(({ state }) => state === 'OK' || state === 'SKIPPED')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the catalogues of DIAS and GED were not read within their time');
}

async function startFront(environment: Record<string, string>): Promise<Front> {
  const settings = readSettings(
    // Tests look at what is behind the answer cache, and ask often; those of the cache and of the limit switch them on.
    { PORT: '0', LOG_LEVEL: 'silent', ANSWER_CACHE_MAX_BYTES: '0', RATE_LIMIT: 'none', ...SECRETS, ...environment },
    registry.map(({ name }) => name),
  );
  const log = pino({ level: 'silent' });
  const gateway = await startGateway(settings, { ...SECRETS, ...environment }, USER_AGENT, log);
  const front = await serveHttp(gateway, settings, log);
  const ask: Endpoint['ask'] = (query, variables, headers) =>
    askAt(`${front.address}/graphql`, query, variables, headers);
  return {
    address: front.address,
    ask,
    catalogued: () => untilCatalogued(ask),
    close: () => front.close(),
  };
}

/** Starts the simulated platforms and a gateway over them, in the profile that is asked for. */
export async function startWorld(given: Record<string, string> = {}): Promise<World> {
  const sandboxes: NamedSandbox[] = await startSandboxes({
    portBase: 0,
    latencyMs: 0,
    faults: new Map(),
    throttle: false,
    only: null,
  });
  const addressOf = (platform: string): string =>
    sandboxes.find(({ name }) => name === platform)?.sandbox.address ?? '';
  const environment = { ...sandboxSettings(sandboxes), ...given };
  const front = await startFront(environment);
  const fronts = [front];
  return {
    address: front.address,
    environment,
    ask: front.ask,
    catalogued: front.catalogued,
    asked: (platform) => read(addressOf(platform)),
    async fault(platform, kind, more = {}) {
      const response = await fetch(`${addressOf(platform)}/__fault`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind, ...more }),
      });
      if (!response.ok) throw new Error(`the sandbox refused the fault: ${await response.text()}`);
    },
    async another(more = {}) {
      const other = await startFront({ ...environment, ...more });
      fronts.push(other);
      return other;
    },
    async close() {
      await Promise.all(fronts.map((each) => each.close()));
      await stopSandboxes(sandboxes);
    },
  };
}
