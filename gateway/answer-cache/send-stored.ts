import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredAnswer } from './answer-cache.js';
import { NOT_KEPT, seconds } from './cache-control.js';

/** Whether the caller has these very bytes already: If-None-Match, compared as RFC 9110 (13.1.2) says. */
export function isKnownToCaller({ method, headers }: IncomingMessage, etag: string): boolean {
  const known = headers['if-none-match'];
  if (method !== 'GET' || known === undefined) return false;
  return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}

/** A body of JSON with extensions, which are never stored, as its last member. */
function withExtensions(body: Buffer, extensions: object): Buffer {
  const text = body.toString('utf8');
  return Buffer.from(`${text.slice(0, text.lastIndexOf('}'))},"extensions":${JSON.stringify(extensions)}}\n`);
}

/**
 * Sends a stored answer, also one that was stored this very moment: with its age and how long it may be kept, and as 304
 * where the caller has it already. `vary` names the headers that decide what is sent.
 */
export function sendStored(
  request: IncomingMessage,
  response: ServerResponse,
  answer: StoredAnswer,
  { now, vary, extensions }: { readonly now: number; readonly vary: string; readonly extensions?: object },
): void {
  if (response.destroyed) return;
  const { madeAt, etag, contentType, cacheControl } = answer;
  const age = seconds(now - madeAt);
  const before = response.getHeader('vary');
  const varying = before === undefined ? vary : `${String(before)}, ${vary}`;
  // With extensions the answer is this caller's own: it has no tag, and no cache on the way may keep it.
  const own = extensions !== undefined;
  if (!own && isKnownToCaller(request, etag)) {
    response.writeHead(304, ['etag', etag, 'age', age, 'cache-control', cacheControl, 'vary', varying]).end();
    return;
  }
  const body = own ? withExtensions(answer.body, extensions) : answer.body;
  const head = ['content-type', contentType, 'content-length', String(body.byteLength), 'age', age, 'vary', varying];
  // As one list: each header that is set by itself costs a look-up.
  response.writeHead(200, [
    ...head,
    ...(own ? ['cache-control', NOT_KEPT] : ['cache-control', cacheControl, 'etag', etag]),
  ]);
  response.end(body);
}
