import { pino, type Logger } from 'pino';
import { startGateway, type Gateway } from '../gateway/gateway.js';
import { loadEnvironment, readSettings, type Environment, type Settings } from '../gateway/settings.js';
import { platforms as registry } from '../subgraphs/index.js';
import { sandboxSettings, startSandboxes, stopSandboxes, type NamedSandbox } from './sandboxes.js';
import { VERSION } from './package-info.js';

/** A gateway in this process with all it needs: in the sandbox profile also the simulated platforms. */
export interface Runtime {
  readonly gateway: Gateway;
  readonly settings: Settings;
  readonly log: Logger;
  readonly sandboxes: readonly NamedSandbox[];
  close(): Promise<void>;
}

/**
 * Starts everything that a command over the platforms needs. Options of the command line are given as settings and win.
 * @throws SettingsError
 */
export async function startRuntime(options: Environment = {}): Promise<Runtime> {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const environment = { ...loadEnvironment(process.env), ...given };
  const settings = readSettings(
    environment,
    registry.map(({ name }) => name),
  );
  const log = pino({ level: settings.logLevel, base: null }, pino.destination(2));
  const sandboxes =
    settings.profile === 'sandbox'
      ? await startSandboxes({
          portBase: 0,
          latencyMs: settings.sandboxLatencyMs,
          faults: settings.sandboxFaults,
          throttle: false,
        })
      : [];
  try {
    const userAgent = `kakehashi/${VERSION} (+${settings.contactUrl})`;
    // An address that is set beats the sandbox's: one platform can be real while the others are simulated.
    const gateway = await startGateway(settings, { ...sandboxSettings(sandboxes), ...environment }, userAgent, log);
    return {
      gateway,
      settings,
      log,
      sandboxes,
      async close() {
        await gateway.stop();
        await stopSandboxes(sandboxes);
      },
    };
  } catch (error) {
    await stopSandboxes(sandboxes);
    throw error;
  }
}
