import { pino } from 'pino';
import { startGateway } from '../gateway/gateway.js';
import { serveHttp } from '../gateway/http.js';
import { readSettings } from '../gateway/settings.js';
import { platforms as registry } from '../subgraphs/index.js';
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

/** Kakehashi over its simulated platforms, reached over HTTP as a client does. */
export interface World {
  readonly address: string;
  /** Posts a query; `explain` sends the header. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** What a simulated platform was asked since the last look. */
  asked(platform: string): Promise<Asked[]>;
  /** Switches a fault on (or off with null) at a simulated platform. */
  fault(platform: string, kind: string | null, more?: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

async function read(address: string): Promise<Asked[]> {
  const response = await fetch(`${address}/__requests`);
  const log = (await response.json()) as Asked[] | { requests: Asked[] };
  await fetch(`${address}/__requests`, { method: 'DELETE' });
  return Array.isArray(log) ? log : log.requests;
}

/** Starts the simulated platforms and a gateway over them, in the profile that is asked for. */
export async function startWorld(environment: Record<string, string> = {}): Promise<World> {
  const sandboxes: NamedSandbox[] = await startSandboxes({
    portBase: 0,
    latencyMs: 0,
    faults: new Map(),
    throttle: false,
  });
  const addressOf = (platform: string): string =>
    sandboxes.find(({ name }) => name === platform)?.sandbox.address ?? '';
  const settings = readSettings(
    { PORT: '0', LOG_LEVEL: 'silent', ...environment },
    registry.map(({ name }) => name),
  );
  const log = pino({ level: 'silent' });
  const gateway = await startGateway(
    settings,
    { ...sandboxSettings(sandboxes), ...environment },
    'kakehashi/test (+https://example.org)',
    log,
  );
  const front = await serveHttp(gateway, settings, log);
  return {
    address: front.address,
    async ask(query, variables = {}, headers = {}) {
      const response = await fetch(`${front.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    asked: (platform) => read(addressOf(platform)),
    async fault(platform, kind, more = {}) {
      const response = await fetch(`${addressOf(platform)}/__fault`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind, ...more }),
      });
      if (!response.ok) throw new Error(`the sandbox refused the fault: ${await response.text()}`);
    },
    async close() {
      await front.close();
      await stopSandboxes(sandboxes);
    },
  };
}
