import { isPublicHost } from './addresses.js';
import { forbiddenAddress } from './failures.js';
import type { UpstreamPolicy } from './types.js';

/**
 * The address as a URL when the platform may be asked there: http(s), no user name or password in it, and allowed by the
 * policy; on this machine or in its network only where a setting names it (of names, addresses.ts sees to that). For requests, redirects and links found in answers alike.
 * @throws UpstreamMalformed
 */
export function allowedUrl(address: string, policy: UpstreamPolicy, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
  const fit = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!fit || !policy.allows(url)) throw forbiddenAddress(policy);
  if (policy.isConfigured?.(url) === false && !isPublicHost(url)) throw forbiddenAddress(policy);
  return url;
}
