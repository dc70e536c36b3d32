import { pino, type Logger } from 'pino';
import { startGateway, type Gateway } from '../gateway/gateway.js';
import { platformFaults } from '../gateway/platforms.js';
import { loadEnvironment, readSettings, type Environment, type Settings } from '../gateway/settings.js';
import { platforms as registry } from '../subgraphs/index.js';
import { sandboxSettings, startSandboxes, stopSandboxes, type NamedSandbox } from './sandboxes.js';
import { VERSION } from './package-info.js';

/** What a command over the platforms runs in: its settings and, in the sandbox profile, the simulated platforms. */
export interface Surroundings {
  readonly settings: Settings;
  /** Everything that is set, the simulated platforms' addresses included. */
  readonly environment: Environment;
  readonly userAgent: string;
  readonly log: Logger;
  readonly sandboxes: readonly NamedSandbox[];
}

/** A gateway in this process with all it needs. */
export interface Runtime extends Surroundings {
  readonly gateway: Gateway;
  close(): Promise<void>;
}

/**
 * Reads the settings and starts the simulated platforms where they are wanted. Options of the command line are given as
 * settings and win. `needed` names the platforms that are asked from this process; null: those that are switched on.
 * @throws SettingsError
 */
export async function prepare(
  options: Environment = {},
  needed: (settings: Settings) => readonly string[] | null = () => null,
): Promise<Surroundings> {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const environment = { ...loadEnvironment(process.env), ...given };
  const profile = environment['KAKEHASHI_PROFILE'] === 'live' ? 'live' : 'sandbox';
  const settings = readSettings(
    environment,
    registry.map(({ name }) => name),
    platformFaults(registry, environment, profile),
  );
  const log = pino({ level: settings.logLevel, base: null }, pino.destination(2));
  const sandboxes =
    settings.profile === 'sandbox'
      ? await startSandboxes({
          portBase: 0,
          latencyMs: settings.sandboxLatencyMs,
          faults: settings.sandboxFaults,
          throttle: false,
          only: needed(settings) ?? settings.platforms,
        })
      : [];
  return {
    settings,
    // An address that is set beats the sandbox's: one platform can be real while the others are simulated.
    environment: { ...sandboxSettings(sandboxes), ...environment },
    userAgent: `kakehashi/${VERSION} (+${settings.contactUrl})`,
    log,
    sandboxes,
  };
}

/**
 * Starts everything that a command over the platforms needs.
 * @throws SettingsError
 */
export async function startRuntime(options: Environment = {}): Promise<Runtime> {
  // Subgraphs that run elsewhere ask the platforms themselves.
  const here = await prepare(options, ({ subgraphs }) => (subgraphs === null ? null : []));
  try {
    const gateway = await startGateway(here.settings, here.environment, here.userAgent, here.log);
    return {
      ...here,
      gateway,
      async close() {
        await gateway.stop();
        await stopSandboxes(here.sandboxes);
      },
    };
  } catch (error) {
    await stopSandboxes(here.sandboxes);
    throw error;
  }
}
