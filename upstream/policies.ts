import type { PolicyOf, UpstreamPolicy } from './types.js';

/** Finds policies by platform; to ask for one that was not given is a fault of the program, not of a platform. */
export function policyLookup(policies: readonly UpstreamPolicy[]): PolicyOf {
  const byPlatform = new Map(policies.map((policy) => [policy.platform, policy]));
  return (platform) => {
    const policy = byPlatform.get(platform);
    if (policy === undefined) throw new Error(`no upstream policy for ${platform}`);
    return policy;
  };
}
