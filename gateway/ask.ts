import type { GraphQLFormattedError } from 'graphql';
import { AskFailure, type GraphQLPort } from '../exports/graphql-port.js';
import type { HarvestPort } from '../harvest/port.js';
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
  /** Told with each answer: for how many milliseconds it may be kept. */
  readonly onFreshness?: (leftMs: number) => void;
  /** Takes points of the caller for each operation. @throws HttpFault 429 */
  readonly spend?: GatewayContext['spend'];
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL';
}

/** The API of a gateway in this process, without HTTP: for its own routes and for commands. */
export function askGateway(gateway: Pick<Gateway, 'server'>, options: AskOptions): GraphQLPort {
  const port = harvestGateway(gateway, options);
  return {
    async ask(query, variables, signal) {
      return (await port.ask(query, variables, signal)).data;
    },
  };
}

/** The same, for whom has to know whether an answer is whole. */
export function harvestGateway(
  { server }: Pick<Gateway, 'server'>,
  { timeoutMs, credentials, requestId, longWalk, onFreshness, spend }: AskOptions,
): HarvestPort {
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
      onFreshness?.(scope.freshness.leftMs(Date.now()));
      if (data && error === undefined)
        return { data, failed: new Set([...scope.failed, ...(errors ?? []).map(codeOf)]) };
      throw new AskFailure(
        error?.message ?? 'The gateway gave no answer.',
        error === undefined ? 'INTERNAL' : codeOf(error),
      );
    },
  };
}
