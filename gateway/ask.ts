import { AskFailure, type GraphQLPort } from '../exports/graphql-port.js';
import { RequestScope } from '../upstream/scope.js';
import type { GatewayContext } from './context.js';
import type { Gateway } from './gateway.js';

export interface AskOptions {
  /** Of one operation. */
  readonly timeoutMs: number;
  /** Of the caller, by platform. */
  readonly credentials?: ReadonlyMap<string, string>;
  readonly requestId?: string;
  /** Walks are long ones: their cursors stay in the process. */
  readonly longWalk?: boolean;
  /** Takes points of the caller for each operation. @throws HttpFault 429 */
  readonly spend?: GatewayContext['spend'];
}

/** The API of a gateway in this process, without HTTP: for its own routes and for commands. */
export function askGateway(
  { server }: Pick<Gateway, 'server'>,
  { timeoutMs, credentials, requestId, longWalk, spend }: AskOptions,
): GraphQLPort {
  return {
    async ask(query, variables, signal) {
      signal?.throwIfAborted();
      const scope = new RequestScope({
        deadline: Date.now() + timeoutMs,
        ...(signal === undefined ? {} : { signal }),
        ...(credentials === undefined ? {} : { credentials }),
        ...(requestId === undefined ? {} : { requestId }),
        ...(longWalk === undefined ? {} : { longWalk }),
      });
      const { body } = await server.executeOperation(
        { query, variables: { ...variables } },
        { contextValue: { scope, explain: false, fetches: [], roots: [], ...(spend === undefined ? {} : { spend }) } },
      );
      if (body.kind !== 'single') throw new AskFailure('The gateway answered in parts.', 'INTERNAL');
      const { data, errors } = body.singleResult;
      // What was asked for at the root is there, or there is an error that says why not.
      const error = (errors ?? []).find(({ path }) => path === undefined || data?.[String(path[0])] === null);
      if (data && error === undefined) return data;
      const code = error?.extensions?.['code'];
      throw new AskFailure(
        error?.message ?? 'The gateway gave no answer.',
        typeof code === 'string' ? code : 'INTERNAL',
      );
    },
  };
}
