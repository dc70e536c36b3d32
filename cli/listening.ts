import type { Settings } from '../gateway/settings.js';
import { CommandFailure } from './exit.js';

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/**
 * Starts a server; where it cannot, what was started for it is stopped.
 * @throws CommandFailure where the port or the host cannot be used.
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
    switch (codeOf(error)) {
      case 'EADDRINUSE':
      case 'EACCES':
        throw new CommandFailure(
          `Port ${String(port)} on ${host} cannot be used: it is taken or not allowed. Choose another with --port or PORT.`,
        );
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        throw new CommandFailure(
          `${host} is no address of this machine: listen on another with --host or HOST (0.0.0.0: on all).`,
        );
      default:
        throw error;
    }
  }
}

/** Resolves when the process is asked to end. */
export function endSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}
