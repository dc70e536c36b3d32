/** A gateway that is told to end, or to read its subgraphs again, while ten thousand requests come. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { Pool } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../gateway/gateway.js';
import { serveHttp } from '../gateway/http.js';
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
): Promise<{ outcomes: Outcome[]; failures: string[] }> {
  const pool = new Pool(address, { connections: CALLERS });
  const outcomes: Outcome[] = [];
  const failures: string[] = [];
  let sent = 0;
  const caller = async (): Promise<void> => {
    while (sent < REQUESTS) {
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

describe.skipIf(!isBuilt)(
  `a server that is told to end${isBuilt ? '' : ' (skipped where there is no build: npm run build)'}`,
  () => {
    let child: ChildProcess;
    afterAll(() => child.kill('SIGKILL'));

    it('answers what came before, and says so where it answers no more: nothing is lost', async () => {
      child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0'], {
        env: {
          ...process.env,
          LOG_LEVEL: 'silent',
          RATE_LIMIT: 'none',
          KAKEHASHI_PLATFORMS: 'rdm',
          SHUTDOWN_GRACE_MS: '500',
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const address = await new Promise<string>((resolve) => {
        if (child.stdout === null) throw new Error('The child has no output.');
        createInterface(child.stdout).on('line', (line) => {
          const found = /on (http:\S+)$/.exec(line)?.[1];
          if (found !== undefined && line.startsWith('Kakehashi')) resolve(found);
        });
      });
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
  },
);

describe('a gateway over subgraphs that change', () => {
  let subgraph: Server;
  let isBroken = false;
  /** Another field each time: a changed supergraph. */
  let version = 0;

  const sdl = (): string => `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query { hello: String! version${String(version)}: Int }
  `;

  beforeAll(async () => {
    const answer = (query: string): string => {
      if (isBroken) return 'no JSON';
      if (query.includes('_service')) return JSON.stringify({ data: { _service: { sdl: sdl() } } });
      return JSON.stringify({ data: { hello: 'hello', [`version${String(version)}`]: version } });
    };
    subgraph = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end(answer((JSON.parse(text) as { query: string }).query));
      });
    });
    await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    subgraph.closeAllConnections();
    subgraph.close();
  });

  it('reads them again without losing a request, and keeps what it has where they cannot be read', async () => {
    const environment = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      RATE_LIMIT: 'none',
      ANSWER_CACHE_MAX_BYTES: '0',
      KAKEHASHI_SUBGRAPHS: `http://127.0.0.1:${String((subgraph.address() as AddressInfo).port)}/graphql`,
    };
    const log = pino({ level: 'silent' });
    const settings = readSettings(environment, []);
    const gateway = await startGateway(settings, environment, USER_AGENT, log);
    const front = await serveHttp(gateway, settings, log);
    try {
      const reloads: Promise<void>[] = [];
      const { outcomes, failures } = await storm(front.address, '{ hello }', (done) => {
        if (done % 1000 !== 500) return;
        version += 1;
        reloads.push(gateway.reload());
      });
      await Promise.all(reloads);
      expect(reloads.length).toBe(REQUESTS / 1000);
      expect(failures).toEqual([]);
      expect(new Set(outcomes.map(({ status, text }) => `${String(status)} ${text.trim()}`))).toEqual(
        new Set(['200 {"data":{"hello":"hello"}}']),
      );
      expect(outcomes).toHaveLength(REQUESTS);
      const schema = async (): Promise<string> => (await fetch(`${front.address}/schema.graphql`)).text();
      expect(await schema()).toContain(`version${String(version)}: Int`);

      isBroken = true;
      version += 1;
      await expect(gateway.reload()).rejects.toThrow(/KAKEHASHI_SUBGRAPHS/);
      expect(await schema()).toContain(`version${String(version - 1)}: Int`);
    } finally {
      await front.close();
    }
  }, 120_000);
});
