import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestScope } from '../upstream/scope.js';
import type { GatewayContext } from './context.js';
import { isUnexpected, subgraphError } from './errors.js';
import { SubgraphDataSource, type SubgraphResponse } from './subgraph-data-source.js';

/** Plans repeat few texts: as many parsed and validated documents are kept per subgraph. */
const MAX_DOCUMENTS = 1000;

/**
 * A subgraph in the process. Unlike @apollo/gateway's LocalGraphQLDataSource it parses and validates a fetch's text once,
 * and stops when the caller is gone.
 */
export class LocalDataSource extends SubgraphDataSource {
  private readonly documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });

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

  private document(query: string): DocumentNode {
    let document = this.documents.get(query);
    if (!document) {
      document = parse(query, { noLocation: true });
      const [fault] = validate(this.schema, document);
      if (fault) throw fault;
      this.documents.set(query, document);
    }
    return document;
  }

  private async execute(
    query: string,
    variableValues: Readonly<Record<string, unknown>>,
    context: GatewayContext,
  ): Promise<Awaited<ReturnType<typeof execute>>> {
    const { signal } = context.scope;
    signal.throwIfAborted();
    const execution = Promise.resolve(
      execute({ schema: this.schema, document: this.document(query), variableValues, contextValue: context }),
    );
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
