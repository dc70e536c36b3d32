import { serveHttp } from '../gateway/http.js';
import { CommandFailure, print, tell } from './exit.js';
import { startRuntime } from './runtime.js';
import { stopSandboxes } from './sandboxes.js';

export interface ServeOptions {
  readonly profile?: string;
  readonly port?: string;
  readonly host?: string;
  readonly platforms?: string;
}

function exampleQuery(address: string): string {
  const query =
    '{ search(query: "海洋プラスチック", first: 3) { nodes { id title { ja en } } sources { platform state total } } }';
  return `curl -s ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

/** Resolves when the process is asked to end. */
function endSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}

/** `kakehashi serve`: the gateway until it is told to end; what runs then is finished first. */
export async function serve(options: ServeOptions): Promise<void> {
  const runtime = await startRuntime({
    KAKEHASHI_PROFILE: options.profile,
    PORT: options.port,
    HOST: options.host,
    KAKEHASHI_PLATFORMS: options.platforms,
  });
  const { gateway, settings, log, sandboxes } = runtime;
  let front;
  try {
    front = await serveHttp(gateway, settings, log);
  } catch (error) {
    await runtime.close();
    if (isTaken(error))
      throw new CommandFailure(
        `Port ${String(settings.port)} on ${settings.host} cannot be used: it is taken or not allowed. Choose another with --port or PORT.`,
      );
    throw error;
  }
  if (settings.secretIsRandom) tell('KAKEHASHI_SECRET is not set: cursors of this start end with it.');
  for (const { name, sandbox } of sandboxes) tell(`simulated ${name} on ${sandbox.address}`);
  print(`Kakehashi (${settings.profile}) on ${front.address}`);
  print(`Try: ${exampleQuery(front.address)}`);
  await endSignal();
  await front.close();
  await stopSandboxes(sandboxes);
}
