import type { UpstreamRequest } from './types.js';

/** What a request must not say by itself: who asks is said here, and nobody's session is carried to a platform. */
const NOT_TO_SET: ReadonlySet<string> = new Set([
  'user-agent',
  'cookie',
  'accept-encoding',
  'host',
  'connection',
  'content-length',
]);

/**
 * Who asks: `kakehashi/<version> (+<address>)`, so that an operator who wonders finds us. Never a browser's: JAIRO Cloud
 * answers those with 406 (JAIRO Cloud fact sheet 1).
 */
export function userAgent(version: string, contact: string): string {
  return `kakehashi/${version} (+${contact})`;
}

/**
 * Puts our name on requests. Cookies are neither sent nor kept: CiNii Research sets the language by one (CiNii Research fact
 * sheet 8.4). `Accept` is everything unless the platform's requests.ts asks for a form (WEKO's OpenSearch answers a
 * narrower one with 406, JAIRO Cloud fact sheet 4.3).
 */
export function identity(agent: string): (request: UpstreamRequest) => UpstreamRequest {
  if (/mozilla|webkit|gecko/i.test(agent)) throw new Error('the User-Agent must not be a browser’s');
  return (request) => {
    const headers: Record<string, string> = { accept: '*/*' };
    for (const [name, value] of Object.entries(request.headers ?? {})) {
      if (!NOT_TO_SET.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
    }
    if (request.body !== undefined) headers['content-type'] ??= 'application/x-www-form-urlencoded';
    headers['user-agent'] = agent;
    headers['accept-encoding'] = 'gzip, deflate, br';
    return { ...request, headers };
  };
}
