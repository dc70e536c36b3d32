import { parseFaults } from '../gateway/settings.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { sandboxSettings, startSandboxes, stopSandboxes } from './sandboxes.js';

export interface SandboxCommandOptions {
  readonly portBase: string;
  readonly latency: string;
  readonly fault: readonly string[];
  readonly throttle: boolean;
}

function wholeNumber(text: string, option: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new CommandFailure(`--${option} ${text}: give a whole number from 0 to ${String(most)}.`, EXIT_USAGE);
  }
  return value;
}

/** `kakehashi sandbox`: the simulated platforms on fixed ports, until told to end; prints the settings that point at them. */
export async function sandbox(options: SandboxCommandOptions): Promise<void> {
  const sandboxes = await startSandboxes({
    portBase: wholeNumber(options.portBase, 'port-base', 65_000),
    latencyMs: wholeNumber(options.latency, 'latency', 60_000),
    faults: parseFaults(options.fault.join(',')),
    throttle: options.throttle,
    only: null,
  });
  for (const { name, sandbox: running } of sandboxes) tell(`simulated ${name} on ${running.address}`);
  tell('These settings point Kakehashi at them, in the live profile too:');
  for (const [name, value] of Object.entries(sandboxSettings(sandboxes))) print(`${name}=${value}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  await stopSandboxes(sandboxes);
}
