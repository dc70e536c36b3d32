import { serveHttp } from '../gateway/http.js';
import { print, tell } from './exit.js';
import { endSignal, listening } from './listening.js';
import { startRuntime } from './runtime.js';
import { stopSandboxes } from './sandboxes.js';

export interface ServeOptions {
  readonly profile?: string;
  readonly port?: string;
  readonly host?: string;
  readonly platforms?: string;
  readonly subgraphs?: string;
}

function exampleQuery(address: string): string {
  const query =
    '{ search(query: "海洋プラスチック", first: 3) { nodes { id title { ja en } } sources { platform state total } } }';
  return `curl -s ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}

/** `kakehashi serve`: the gateway until it is told to end; what runs then is finished first. */
export async function serve(options: ServeOptions): Promise<void> {
  const runtime = await startRuntime({
    KAKEHASHI_PROFILE: options.profile,
    PORT: options.port,
    HOST: options.host,
    KAKEHASHI_PLATFORMS: options.platforms,
    KAKEHASHI_SUBGRAPHS: options.subgraphs,
  });
  const { gateway, settings, log, sandboxes } = runtime;
  const front = await listening(
    () => serveHttp(gateway, settings, log),
    runtime.settings,
    () => runtime.close(),
  );
  if (settings.secretIsRandom) tell('KAKEHASHI_SECRET is not set: cursors of this start end with it.');
  for (const { name, sandbox } of sandboxes) tell(`simulated ${name} on ${sandbox.address}`);
  print(`Kakehashi (${settings.profile}) on ${front.address}`);
  print(`Try: ${exampleQuery(front.address)}`);
  process.on('SIGHUP', () => {
    gateway.reload().then(
      () => {
        log.info('reloaded');
      },
      (error: unknown) => {
        log.error({ err: error }, 'not reloaded: what is wrong stays as it was');
      },
    );
  });
  await endSignal();
  await front.close();
  await stopSandboxes(sandboxes);
}
