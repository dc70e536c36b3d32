import type { SandboxResponse } from '../../../sandbox/server.js';
import type { SandboxNode } from '../fixtures/nodes.js';
import { callerOf, readableNode, type Caller } from './access.js';
import { isError } from './context.js';

const MESSAGES: Readonly<Record<number, readonly [string, string]>> = {
  400: ['Bad request', 'If this should not have occurred and the issue persists, please report it to the operators.'],
  401: ['Unauthorized', 'You must be logged in to access this resource.'],
  403: ['Forbidden', 'You do not have permission to perform this action. If this should not have occurred and the issue persists, please report it to the operators.'],
  404: ['Page not found', 'The requested resource could not be found. If this should not have occurred and the issue persists, please report it to the operators.'],
  410: ['Resource deleted', 'User has deleted this content.'],
}; // prettier-ignore

/** An error of the older web API, which WaterButler passes on where the right is missing (fact sheet 10, 12). */
export function v1Error(status: number): SandboxResponse {
  const [short, long] = MESSAGES[status] ?? ['Error', 'Something went wrong.'];
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ message_short: short, message_long: long, code: status, referrer: null }),
  };
}

/** The caller of a request to the web API or WaterButler: a token that nobody has is no login there. */
export function webCaller(authorization: string | undefined): Caller | null {
  const caller = callerOf(authorization);
  return caller === null || isError(caller) ? null : caller;
}

/** A node that the caller may read, or the status that they meet: 404, 410, 401 without a login, 403 with one. */
export function webNode(id: string, caller: Caller | null): SandboxNode | number {
  const node = readableNode(id, caller);
  return isError(node) ? node.status : node;
}
