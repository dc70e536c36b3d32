import type { IncomingHttpHeaders } from 'node:http';
import type { PlatformFacts } from '../subgraphs/common/platform.js';
import { HttpFault } from './http-fault.js';

/** What HTTP can carry as a bearer token: visible ASCII without blanks. Longer ones than this are no tokens. */
const TOKEN = /^[\x21-\x7e]{1,4096}$/;

/** The header of each platform that takes a caller's own token: lower-case header name to platform. */
export function tokenHeadersOf(
  platforms: readonly Pick<PlatformFacts, 'platform' | 'tokenHeader'>[],
): ReadonlyMap<string, string> {
  return new Map(
    platforms.flatMap(({ platform, tokenHeader }) =>
      tokenHeader === undefined ? [] : [[tokenHeader.toLowerCase(), platform] as const],
    ),
  );
}

/**
 * The caller's own tokens, by platform. An empty header is none; `Bearer ` in front is taken off.
 * @throws HttpFault for what no token can be, without showing it.
 */
export function readCredentials(
  headers: IncomingHttpHeaders,
  tokenHeaders: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const credentials = new Map<string, string>();
  for (const [header, platform] of tokenHeaders) {
    const given = headers[header];
    const token = (typeof given === 'string' ? given : '').trim().replace(/^bearer\s+/i, '');
    if (token === '') continue;
    // Node.js joins a header that came twice with a comma and a blank: two tokens are none.
    if (!TOKEN.test(token)) {
      throw new HttpFault(400, `The header ${header} holds no token: give one personal access token, or leave it out.`);
    }
    credentials.set(platform, token);
  }
  return credentials;
}
