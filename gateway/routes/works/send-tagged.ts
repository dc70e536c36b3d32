import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cacheControlOf } from '../../answer-cache/answering.js';
import { isKnownToCaller } from '../../answer-cache/send-stored.js';
import { send } from '../../http-server.js';

/** A document, and how long it may be kept. */
export interface Tagged {
  readonly type: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As long as what it is made of is fresh; 0: nobody may keep it. */
  readonly freshMs: number;
}

/** Sends a document with a tag of its bytes, and 304 to who has them. */
export function sendTagged(
  request: IncomingMessage,
  response: ServerResponse,
  { type, body, headers, freshMs }: Tagged,
): void {
  const kept = { ...headers, 'cache-control': cacheControlOf(freshMs) };
  if (freshMs === 0) {
    send(response, 200, type, body, kept);
    return;
  }
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  if (isKnownToCaller(request, etag)) {
    response.writeHead(304, { ...kept, etag }).end();
    return;
  }
  send(response, 200, type, body, { ...kept, etag });
}
