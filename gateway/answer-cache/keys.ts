import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Variables that are nested more deeply than this have no canonical form: such a request is known by its bytes alone. */
const MAX_DEPTH = 32;
/** GraphQL over HTTP as a body or the parameters of a GET tell it. */
export interface GraphQLParams {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/**
 * What decides besides the document how a request is answered: two requests that differ in it share no answer. Of the headers
 * without which a GET from a foreign page is refused only matters whether one is there.
 */
function circumstances({ method = '', headers }: IncomingMessage): string {
  const preflight = headers['apollo-require-preflight'] || headers['x-apollo-operation-name'] ? '1' : '0';
  // No header's value holds a line's end.
  return `${method}${preflight}\n${headers['content-type'] ?? ''}\n${headers.accept ?? ''}\n`;
}

/** Knows a request by its bytes: what costs least, before anything of it is parsed. */
export function keyOfBytes(request: IncomingMessage, search: string, body: Buffer): string {
  const before = Buffer.from(`${circumstances(request)}${search}\n`);
  return hash('sha256', Buffer.concat([before, body]), 'base64url');
}

/** JSON with the names of objects in order, as lists of pairs, so that no name can mean anything else. */
function inOrder(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
  if (Array.isArray(value)) return [0, ...value.map((item) => inOrder(item, depth + 1))];
  if (typeof value !== 'object' || value === null) return value;
  return [
    1,
    ...Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, inOrder(item, depth + 1)]),
  ];
}

/** Clients write an empty object for nothing. */
function orNothing(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0 ? null : value;
}

/**
 * Knows a request by what it says: the same for every order and spacing of its JSON, for POST alone or GET alone. Null where it is
 * no request that GraphQL knows, or is nested too deeply.
 */
export function keyOfParams(request: IncomingMessage, params: unknown): string | null {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return null;
  const { query, operationName, variables, extensions } = params as GraphQLParams;
  try {
    const said = inOrder([query ?? null, operationName ?? null, orNothing(variables), orNothing(extensions)]);
    return hash('sha256', `${circumstances(request)}${JSON.stringify(said)}`, 'base64url');
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
