import { CATALOG } from '../gateway/local-subgraphs.js';
import { serveSubgraph, SUBGRAPH_NAMES } from '../gateway/subgraph-server.js';
import { CommandFailure, EXIT_USAGE, print, tell } from './exit.js';
import { endSignal, listening } from './listening.js';
import { prepare } from './runtime.js';
import { stopSandboxes } from './sandboxes.js';

export interface SubgraphOptions {
  readonly profile?: string;
  readonly port?: string;
  readonly host?: string;
  readonly platforms?: string;
}

/** `kakehashi subgraph NAME`: one subgraph as a server of its own, until it is told to end. */
export async function subgraph(name: string, options: SubgraphOptions): Promise<void> {
  if (!SUBGRAPH_NAMES.includes(name))
    throw new CommandFailure(`${name} is no subgraph; there are ${SUBGRAPH_NAMES.join(', ')}.`, EXIT_USAGE);
  const { settings, environment, userAgent, log, sandboxes } = await prepare(
    {
      KAKEHASHI_PROFILE: options.profile,
      PORT: options.port,
      HOST: options.host,
      KAKEHASHI_PLATFORMS: options.platforms,
    },
    () => (name === CATALOG ? null : [name]),
  );
  const stop = (): Promise<void> => stopSandboxes(sandboxes);
  const start = () => serveSubgraph(name, settings, environment, userAgent, log);
  const server = await listening(start, settings, stop);
  for (const { name: platform, sandbox } of sandboxes) tell(`simulated ${platform} on ${sandbox.address}`);
  print(`Subgraph ${name} (${settings.profile}) on ${server.address}/graphql`);
  await endSignal();
  await server.close();
  await stop();
}
