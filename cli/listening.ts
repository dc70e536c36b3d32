import type { Settings } from '../gateway/settings.js';
import { CommandFailure } from './exit.js';

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

/**
 * Starts a server; where it cannot, what was started for it is stopped.
 * @throws CommandFailure where the port cannot be used.
 */
export async function listening<T>(
  start: () => Promise<T>,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  stop: () => Promise<void>,
): Promise<T> {
  try {
    return await start();
  } catch (error) {
    await stop();
    if (!isTaken(error)) throw error;
    throw new CommandFailure(
      `Port ${String(port)} on ${host} cannot be used: it is taken or not allowed. Choose another with --port or PORT.`,
    );
  }
}

/** Resolves when the process is asked to end. */
export function endSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}
