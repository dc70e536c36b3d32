import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestScope } from '../upstream/scope.js';
import type { GatewayContext } from './context.js';
import { isUnexpected, subgraphError } from './errors.js';
import { SubgraphDataSource, type SubgraphResponse } from './subgraph-data-source.js';
import { PreparedExecution } from './subgraph-execution/prepared-execution.js';

/** Plans repeat few texts: as many prepared operations are kept per subgraph, and as many letters of their texts. */
const MAX_OPERATIONS = 1000;
const MAX_LETTERS = 4_000_000;

/**
 * A subgraph in the process. Unlike @apollo/gateway's LocalGraphQLDataSource a fetch's text is read,
 * validated and planned once, and it stops when the caller is gone.
 */
export class LocalDataSource extends SubgraphDataSource {
  private readonly operations = new LRUCache<string, PreparedExecution>({ max: MAX_OPERATIONS, maxSize: MAX_LETTERS });

  constructor(
    name: string,
    private readonly schema: GraphQLSchema,
    private readonly reportError: (error: unknown, scope: RequestScope) => void,
  ) {
    super(name);
  }

  async run(
    query: string,
    variableValues: Readonly<Record<string, unknown>>,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const { data, errors } = await this.execute(query, variableValues, context);
    for (const error of errors ?? []) if (isUnexpected(error)) this.reportError(error, context.scope);
    return {
      data: data ?? null,
      ...(errors && errors.length > 0 ? { errors: errors.map(subgraphError) } : {}),
    };
  }

  private prepared(query: string): PreparedExecution {
    let prepared = this.operations.get(query);
    if (!prepared) {
      prepared = new PreparedExecution(this.schema, query);
      this.operations.set(query, prepared, { size: query.length });
    }
    return prepared;
  }

  private async execute(
    query: string,
    variableValues: Readonly<Record<string, unknown>>,
    context: GatewayContext,
  ): Promise<ExecutionResult> {
    const { signal } = context.scope;
    signal.throwIfAborted();
    const execution = Promise.resolve(this.prepared(query).execute(variableValues, context));
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
    });
    try {
      return await Promise.race([execution, left]);
    } finally {
      if (leave) signal.removeEventListener('abort', leave);
    }
  }
}
