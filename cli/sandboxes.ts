import type { RunningSandbox } from '../subgraphs/common/platform.js';
import { platforms as registry } from '../subgraphs/index.js';
import { isFaultKind, FAULT_KINDS } from '../sandbox/faults.js';
import { CommandFailure, EXIT_USAGE } from './exit.js';

export interface SandboxesOptions {
  /** The first platform's port, the next one the next; 0: any free ports. */
  readonly portBase: number;
  readonly latencyMs: number;
  /** By the platform's name. */
  readonly faults: ReadonlyMap<string, string>;
  readonly throttle: boolean;
  /** Names of the platforms to start; null: all. */
  readonly only: readonly string[] | null;
}

/** A running simulated platform with its name. */
export interface NamedSandbox {
  readonly name: string;
  readonly sandbox: RunningSandbox;
}

function checkFaults(faults: ReadonlyMap<string, string>): void {
  for (const [name, kind] of faults) {
    if (!registry.some((platform) => platform.name === name)) {
      throw new CommandFailure(
        `${name} is no platform; known are ${registry.map((platform) => platform.name).join(', ')}.`,
        EXIT_USAGE,
      );
    }
    if (!isFaultKind(kind)) {
      throw new CommandFailure(`${kind} is no fault; known are ${FAULT_KINDS.join(', ')}.`, EXIT_USAGE);
    }
  }
}

/** Starts the simulated platforms, each on the port of its place in the registry. What was started is stopped again when one cannot. */
export async function startSandboxes(options: SandboxesOptions): Promise<NamedSandbox[]> {
  checkFaults(options.faults);
  const started: NamedSandbox[] = [];
  try {
    for (const [index, platform] of registry.entries()) {
      if (options.only !== null && !options.only.includes(platform.name)) continue;
      const sandbox = await platform.sandbox({
        port: options.portBase === 0 ? 0 : options.portBase + index,
        latencyMs: options.latencyMs,
        fault: options.faults.get(platform.name) ?? null,
        throttle: options.throttle,
      });
      started.push({ name: platform.name, sandbox });
    }
  } catch (error) {
    await stopSandboxes(started);
    throw error;
  }
  return started;
}

export async function stopSandboxes(sandboxes: readonly NamedSandbox[]): Promise<void> {
  await Promise.all(sandboxes.map(({ sandbox }) => sandbox.close()));
}

/** The settings that point Kakehashi at running sandboxes. */
export function sandboxSettings(sandboxes: readonly NamedSandbox[]): Record<string, string> {
  return Object.assign({}, ...sandboxes.map(({ sandbox }) => sandbox.settings)) as Record<string, string>;
}
