import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@keyv/redis';

/** A redis-server of the tests' own: on a free port, without persistence. */
export interface TestRedis {
  readonly url: string;
  /** Stops it at once, as a crash does. */
  kill(): Promise<void>;
  /** Leaves it running without a word, or lets it go on. */
  hang(on: boolean): void;
}

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
/** Closes the name of a group of tests, so that skipping it tells why. */
export const redisNeeded = hasRedis ? '' : ' (skipped: there is no redis-server here)';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A connection to look at what lies in a store, or to put something there. */
export async function redisAt(url: string) {
  const client = createClient({ url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Starts a redis-server, and waits until it answers. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'kakehashi-redis-'));
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', settings, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
  });
  const url = `redis://127.0.0.1:${String(port)}`;
  (await redisAt(url)).destroy();
  return {
    url,
    kill() {
      server.kill('SIGKILL');
      return ended;
    },
    hang(on) {
      server.kill(on ? 'SIGSTOP' : 'SIGCONT');
    },
  };
}
