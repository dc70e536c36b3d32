import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RequestScope } from './scope.js';
import type { ScopeOptions } from './scope.js';
import type { UpstreamPolicy, UpstreamRequest, UpstreamResponse } from './types.js';

/** What the tests of the client share: a platform, requests to it, and a server that plays it. */

export function testPolicy(changes: Partial<UpstreamPolicy> = {}): UpstreamPolicy {
  return {
    platform: 'CINII_RESEARCH',
    name: 'CiNii Research',
    allows: () => true,
    concurrency: 4,
    rate: null,
    lane: (url) => url.host,
    timeoutMs: 2000,
    maxBytes: 100_000,
    retries: 0,
    freshMs: { search: 60_000 },
    secretParameters: ['appid'],
    ...changes,
  };
}

export function testRequest(changes: Partial<UpstreamRequest> = {}): UpstreamRequest {
  return { platform: 'CINII_RESEARCH', method: 'GET', url: 'http://cinii.test/a', kind: 'search', ...changes };
}

export function testResponse(changes: Partial<UpstreamResponse> = {}): UpstreamResponse {
  const body = Buffer.from('ok');
  return { status: 200, headers: {}, body, url: 'http://cinii.test/a', receivedAt: new Date(), ...changes };
}

/** A scope with this much time. */
export function scopeWith(milliseconds: number, options: ScopeOptions = {}): RequestScope {
  return new RequestScope({ deadline: Date.now() + milliseconds, ...options });
}

/** What a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

export interface TestServer {
  readonly url: string;
  /** Every request so far. */
  readonly seen: IncomingMessage[];
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function testServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<TestServer> {
  const seen: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    seen,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
