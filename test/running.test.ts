/** A gateway that is told to end, or to read its subgraphs again, while ten thousand requests come. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { Pool } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGateway } from '../gateway/gateway.js';
import { readSettings } from '../gateway/settings.js';
import { USER_AGENT } from './support.js';

const REQUESTS = 10_000;
const CALLERS = 40;
const COMMAND = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const isBuilt = existsSync(COMMAND);

interface Outcome {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | undefined;
}

/** Posts so many queries from callers who each wait for an answer before they ask again. What is no answer is its code. */
async function storm(
  address: string,
  query: string,
  during: (done: number) => void,
  requests = REQUESTS,
): Promise<{ outcomes: Outcome[]; failures: string[] }> {
  const pool = new Pool(address, { connections: CALLERS });
  const outcomes: Outcome[] = [];
  const failures: string[] = [];
  let sent = 0;
  const caller = async (): Promise<void> => {
    while (sent < requests) {
      sent += 1;
      try {
        const { statusCode, headers, body } = await pool.request({
          path: '/graphql',
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        const retryAfter = headers['retry-after'];
        outcomes.push({ status: statusCode, text: await body.text(), retryAfter: retryAfter?.toString() });
        // Who is refused waits as long as it was told.
        if (statusCode === 503) await new Promise((resolve) => setTimeout(resolve, Number(retryAfter) * 1000));
      } catch (error) {
        failures.push(error instanceof Error && 'code' in error ? String(error.code) : String(error));
      }
      during(outcomes.length + failures.length);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await pool.destroy();
  return { outcomes, failures };
}

const unbuilt = isBuilt ? '' : ' (skipped where there is no build: npm run build)';

/** A gateway in a process of its own. */
async function serve(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0'], {
    env: { ...process.env, LOG_LEVEL: 'silent', RATE_LIMIT: 'none', ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve) => {
    if (child.stdout === null) throw new Error('The child has no output.');
    createInterface(child.stdout).on('line', (line) => {
      const found = /on (http:\S+)$/.exec(line)?.[1];
      if (found !== undefined && line.startsWith('Kakehashi')) resolve(found);
    });
  });
  return { child, address };
}

describe.skipIf(!isBuilt)(`a server that is told to end${unbuilt}`, () => {
  let child: ChildProcess;
  afterAll(() => child.kill('SIGKILL'));

  it('answers what came before, and says so where it answers no more: nothing is lost', async () => {
    const served = await serve({ KAKEHASHI_PLATFORMS: 'rdm', SHUTDOWN_GRACE_MS: '500' });
    const { address } = served;
    child = served.child;
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    let told = false;
    const readiness: Promise<number>[] = [];
    const { outcomes, failures } = await storm(address, '{ platforms { platform } }', (done) => {
      if (told || done < REQUESTS / 5) return;
      told = true;
      child.kill('SIGTERM');
      readiness.push(
        new Promise((resolve) => setTimeout(resolve, 200))
          .then(() => fetch(`${address}/health/ready`))
          .then(({ status }) => status),
      );
    });
    expect(await exited).toBe(0);
    // In the grace it still answers, and says that it is not ready.
    expect(await Promise.all(readiness)).toEqual([503]);
    const answered = outcomes.filter(({ status }) => status === 200);
    const refused = outcomes.filter(({ status }) => status === 503);
    expect(answered.length).toBeGreaterThanOrEqual(REQUESTS / 5);
    expect(answered.length + refused.length).toBe(outcomes.length);
    for (const { text } of answered) expect(text).toMatch(/^\{"data":\{"platforms":\[/);
    for (const { text, retryAfter } of refused) {
      expect(text).toContain('shutting down');
      expect(text).toContain('"code":"RATE_LIMITED"');
      expect(retryAfter).toBe('1');
    }
    // What came after the end found nobody: no connection was accepted and then cut.
    expect(new Set(failures)).toEqual(new Set(failures.length > 0 ? ['ECONNREFUSED'] : []));
    expect(outcomes.length + failures.length).toBe(REQUESTS);
  }, 120_000);
});

describe.skipIf(!isBuilt)(`a gateway over subgraphs that change${unbuilt}`, () => {
  let subgraph: Server;
  let isBroken = false;
  /** Another field each time: a changed supergraph. */
  let version = 0;
  let [imported, more] = ['"@key"', ''];
  /** How often it was asked for its SDL, and how long it takes to tell it, the next times. */
  let asked = 0;
  let delays: number[] = [];
  /** Whether it changes whenever it is asked for it. */
  let isMoving = false;

  const sdl = (): string => `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [${imported}])
    type Query { hello: String! version${String(version)}: Int ${more} }
  `;

  beforeAll(async () => {
    const answer = (query: string): string => {
      if (isBroken) return 'no JSON';
      if (query.includes('_service')) {
        if (isMoving) version += 1;
        return JSON.stringify({ data: { _service: { sdl: sdl() } } });
      }
      return JSON.stringify({ data: { hello: 'hello', [`version${String(version)}`]: version } });
    };
    subgraph = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        const { query } = JSON.parse(text) as { query: string };
        const told = answer(query);
        if (query.includes('_service')) asked += 1;
        setTimeout(() => response.end(told), query.includes('_service') ? (delays.shift() ?? 0) : 0);
      });
    });
    await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    subgraph.closeAllConnections();
    subgraph.close();
  });

  it('reads them again on SIGHUP without losing a request, and keeps what it has where they cannot be read', async () => {
    const { child, address } = await serve({
      ANSWER_CACHE_MAX_BYTES: '0',
      KAKEHASHI_SUBGRAPHS: `http://127.0.0.1:${String((subgraph.address() as AddressInfo).port)}/graphql`,
    });
    const schema = async (): Promise<string> => (await fetch(`${address}/schema.graphql`)).text();
    try {
      let reloads = 0;
      const { outcomes, failures } = await storm(address, '{ hello }', (done) => {
        if (done % 1000 !== 500) return;
        version += 1;
        reloads += 1;
        child.kill('SIGHUP');
      });
      expect(reloads).toBe(REQUESTS / 1000);
      expect(failures).toEqual([]);
      expect(new Set(outcomes.map(({ status, text }) => `${String(status)} ${text.trim()}`))).toEqual(
        new Set(['200 {"data":{"hello":"hello"}}']),
      );
      expect(outcomes).toHaveLength(REQUESTS);
      await vi.waitFor(async () => expect(await schema()).toContain(`version${String(version)}: Int`), 10_000);

      isBroken = true;
      version += 1;
      const before = asked;
      child.kill('SIGHUP');
      await vi.waitFor(() => expect(asked).toBeGreaterThan(before), 10_000);
      isBroken = false;
      expect((await storm(address, '{ hello }', () => undefined, 10)).outcomes.map(({ status }) => status)).toEqual(
        Array.from({ length: 10 }, () => 200),
      );
      expect(await schema()).toContain(`version${String(version - 1)}: Int`);
    } finally {
      child.kill('SIGKILL');
    }
  }, 120_000);

  it('ends with the schema that was read last when it is told several times at once', async () => {
    const environment = {
      PORT: '0',
      KAKEHASHI_SUBGRAPHS: `http://127.0.0.1:${String((subgraph.address() as AddressInfo).port)}/graphql`,
    };
    const gateway = await startGateway(
      readSettings(environment, []),
      environment,
      USER_AGENT,
      pino({ level: 'silent' }),
    );
    try {
      // The first that is asked answers last.
      [delays, isMoving] = [[300, 100, 0], true];
      const reloads = [1, 2, 3].map(() => gateway.reload());
      await Promise.all(reloads);
      expect(gateway.sdl().api).toContain(`version${String(version)}: Int`);
    } finally {
      [delays, isMoving] = [[], false];
      await gateway.stop();
    }
  });

  it('keeps what it has where the gateway refuses what they became', async () => {
    const environment = {
      PORT: '0',
      KAKEHASHI_SUBGRAPHS: `http://127.0.0.1:${String((subgraph.address() as AddressInfo).port)}/graphql`,
    };
    const gateway = await startGateway(
      readSettings(environment, []),
      environment,
      USER_AGENT,
      pino({ level: 'silent' }),
    );
    try {
      const { supergraph } = gateway.sdl();
      imported = '"@key", "@authenticated"';
      more = 'secret: Int @authenticated';
      await expect(gateway.reload()).rejects.toThrow();
      expect(gateway.sdl().supergraph).toBe(supergraph);
    } finally {
      [imported, more] = ['"@key"', ''];
      await gateway.stop();
    }
  });
});
