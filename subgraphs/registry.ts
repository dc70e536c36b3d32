import type { z } from 'zod';
import type { UpstreamReader } from '../upstream/client.js';
import type { UpstreamPolicy } from '../upstream/types.js';
import type { Connector } from './common/connector.js';
import type { PlatformFacts, PlatformModule, SubgraphResolvers } from './common/platform.js';

export type Profile = 'sandbox' | 'live';

/** A platform with its settings read. */
export interface ConfiguredPlatform {
  readonly policy: UpstreamPolicy;
  /** The connector and the subgraph's resolvers over a client. */
  build(client: UpstreamReader): {
    readonly connector: Connector;
    readonly resolvers: SubgraphResolvers;
  };
}

/** A platform as everything outside its folder sees it: the type of its settings stays inside. */
export interface RegisteredPlatform extends PlatformFacts {
  /** Reads the platform's settings of an environment. Faults name the setting. */
  configure(
    environment: Readonly<Record<string, string | undefined>>,
    profile: Profile,
  ): { readonly ok: true; readonly platform: ConfiguredPlatform } | { readonly ok: false; readonly error: z.ZodError };
}

/** Registers a platform's module. */
export function registered<Settings>(module: PlatformModule<Settings>): RegisteredPlatform {
  const { settings, policy, build, ...facts } = module;
  return {
    ...facts,
    configure(environment, profile) {
      const given = Object.fromEntries(
        Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
      );
      const parsed = settings.safeParse(given);
      if (!parsed.success) return { ok: false, error: parsed.error };
      return {
        ok: true,
        platform: { policy: policy(parsed.data, profile), build: (client) => build(parsed.data, client) },
      };
    },
  };
}
