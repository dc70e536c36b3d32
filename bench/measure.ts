import autocannon from 'autocannon';
import type { Child } from './servers.js';

/** A GraphQL server in a process of its own. */
export interface Server {
  readonly name: string;
  readonly url: string;
  readonly child: Child;
}

/** What a server did under load, all rounds together. */
export interface Measured {
  readonly name: string;
  requests: number;
  seconds: number;
  cpuMicroseconds: number;
  /** Milliseconds, of the last round. */
  p50: number;
  p99: number;
}

/** How long a server is loaded, in seconds and rounds; `warmSeconds` before that are not counted. */
export interface Duration {
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly rounds: number;
}

/** Asks once. @throws Error for an answer with errors */
export async function ask(url: string, body: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`the benchmark's query failed: ${text.slice(0, 300)}`);
  return text;
}

/** Puts load on a server for some seconds, a connection for each of the bodies, and adds what it did. */
async function load({ url, child }: Server, bodies: readonly string[], sum: Measured, seconds: number): Promise<void> {
  let next = 0;
  const before = await child.cpu();
  const result = await autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: bodies.length,
    duration: seconds,
    setupClient(client) {
      client.setBody(bodies[next++ % bodies.length] ?? '');
    },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${sum.name}: ${String(result.non2xx + result.errors)} requests failed`);
  sum.cpuMicroseconds += (await child.cpu()) - before;
  sum.requests += result.requests.total;
  sum.seconds += result.duration;
  [sum.p50, sum.p99] = [result.latency.p50, result.latency.p99];
}

const nothing = (name: string): Measured => ({ name, requests: 0, seconds: 0, cpuMicroseconds: 0, p50: 0, p99: 0 });

/** Measures servers in turns, each warm. */
export async function inTurns(
  servers: readonly Server[],
  bodies: readonly string[],
  { warmSeconds, seconds, rounds }: Duration,
): Promise<Measured[]> {
  for (const server of servers) await load(server, bodies, nothing(server.name), warmSeconds);
  const sums = servers.map(({ name }) => nothing(name));
  for (let round = 0; round < rounds; round += 1)
    for (const [index, server] of servers.entries()) await load(server, bodies, sums[index] as Measured, seconds);
  return sums;
}

export const perSecond = ({ requests, seconds }: Measured): number => requests / seconds;
export const cpuOf = ({ cpuMicroseconds, requests }: Measured): number => cpuMicroseconds / requests;
