import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Secrets of the whole suite's gateways, which no output may hold. Names of settings. */
export const SECRETS = {
  CINII_APPID: 'marker-appid-4f1c09d2',
  OPENAIRE_TOKEN: 'marker-openaire-77ab31e0',
  KAKEHASHI_SECRET: 'marker-secret-of-the-suite-5d20',
} as const;

/** Tokens of callers that no platform knows. */
export const CALLER_TOKEN = 'marker-caller-token-90be';

const MARKERS: readonly string[] = [...Object.values(SECRETS), CALLER_TOKEN];

/** Fails when a process of the suite let a secret out. */
export function expectNoSecrets(log: string): void {
  const finds = readFileSync(log, 'utf8').trim();
  if (finds !== '') throw new Error(`Secrets came out of the test suite:\n${finds}`);
}

/**
 * Around the whole suite (vitest's globalSetup): every gateway of it has marker secrets, and every process looks for them in what it
 * prints and answers (watch-secrets.mjs). The run fails at its end when one was found.
 */
export default function watchSecrets(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kakehashi-secrets-'));
  const log = join(folder, 'finds');
  writeFileSync(log, '');
  process.env['KAKEHASHI_SECRETS_LOG'] = log;
  process.env['KAKEHASHI_SECRET_MARKERS'] = JSON.stringify(MARKERS);
  const preload = `--import ${new URL('./watch-secrets.mjs', import.meta.url).href}`;
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], preload].filter(Boolean).join(' ');
  return () => {
    try {
      expectNoSecrets(log);
    } catch (error) {
      // vitest prints what is thrown here, and ends well all the same.
      process.exitCode = 1;
      throw error;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}
