import type { IncomingMessage, ServerResponse } from 'node:http';
import { EXPLAIN_HEADER } from './explain.js';

/** What a page of another origin may read beside the body. */
const EXPOSED = 'age, content-location, etag, link, ratelimit, ratelimit-policy, retry-after, x-request-id';
/** How long a browser keeps the answer to its question, in seconds. */
const MAX_AGE = '600';

/**
 * Lets pages of the allowed origins ask this server (CORS_ORIGINS), and those of no other. No cookie is ever read, so nothing
 * is said of credentials.
 * @param origins `*`: any
 * @param tokenHeaders of callers' own tokens, lower case
 * @returns whether it was a browser's question before the request (a preflight), which is answered
 */
export function cors(
  request: IncomingMessage,
  response: ServerResponse,
  origins: ReadonlySet<string>,
  tokenHeaders: Iterable<string>,
): boolean {
  const { origin } = request.headers;
  const isAllowed = origin !== undefined && (origins.has(origin) || origins.has('*'));
  if (origins.size > 0) response.appendHeader('vary', 'origin');
  if (isAllowed) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', EXPOSED);
  }
  if (request.method !== 'OPTIONS') return false;
  if (isAllowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader(
      'access-control-allow-headers',
      ['accept', 'apollo-require-preflight', 'content-type', EXPLAIN_HEADER, ...tokenHeaders].join(', '),
    );
    response.setHeader('access-control-max-age', MAX_AGE);
  }
  response.writeHead(204, { allow: 'GET, HEAD, OPTIONS, POST' }).end();
  return true;
}
