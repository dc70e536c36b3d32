import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.js';

/** Under this name an answer tells the id by which the log tells of its request. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** What proxies make: UUIDs, hex, trace ids, with what separates their parts. Nothing that could break a line of a log. */
const ID = /^[\w.:=+/@-]{1,128}$/;

/**
 * Gives a request its id, which its answer tells: the one that who is in front gave it, so that both logs tell of it by one
 * name; else a new one.
 * @param isProxied whether the word of who is in front is believed (TRUST_PROXY; a subgraph's gateway)
 */
export function giveRequestId({ headers }: IncomingMessage, reply: Reply, isProxied: boolean): void {
  const given = headers[REQUEST_ID_HEADER];
  const isId = isProxied && typeof given === 'string' && ID.test(given);
  reply.requestId = isId ? given : randomUUID();
  reply.tell(REQUEST_ID_HEADER, reply.requestId);
}
