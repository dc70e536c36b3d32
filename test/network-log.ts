import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Fails when a process of the suite tried to leave this machine. */
export function expectNobodyLeft(log: string): void {
  const attempts = readFileSync(log, 'utf8').trim();
  if (attempts !== '') throw new Error(`The test suite tried to leave this machine:\n${attempts}`);
}

/**
 * Around the whole suite (vitest's globalSetup): every Node.js process of it, also one that a test starts, refuses and logs
 * connections to other machines. The run fails at its end when there was one.
 */
export default function denyNetwork(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kakehashi-network-'));
  const log = join(folder, 'attempts');
  writeFileSync(log, '');
  process.env['KAKEHASHI_NETWORK_LOG'] = log;
  const preload = `--import ${new URL('./deny-network.mjs', import.meta.url).href}`;
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], preload].filter(Boolean).join(' ');
  return () => {
    try {
      expectNobodyLeft(log);
    } catch (error) {
      // vitest prints what is thrown here, and ends well all the same.
      process.exitCode = 1;
      throw error;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}
