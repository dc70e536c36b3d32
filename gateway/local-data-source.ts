import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, parse, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestScope } from '../upstream/scope.js';
import { isUnexpected, subgraphError, type SubgraphError } from './errors.js';
import { representationPaths } from './entity-paths.js';

/** One fetch of a plan as it was run (extensions.plan). */
export interface FetchTrace {
  readonly subgraph: string;
  /** Where its result goes; empty for a root fetch. */
  readonly path: string;
  readonly query: string;
  readonly representations: number;
  tookMs: number;
}

/** The context of one GraphQL request: the same for the gateway and all subgraphs in the process. */
export interface GatewayContext extends Record<string, unknown> {
  readonly scope: RequestScope;
  /** The fetches of the plan, in the order in which they began. */
  readonly fetches: FetchTrace[];
  /** What the root fetches gave: the gateway merges later results into these very objects. */
  readonly roots: Record<string, unknown>[];
  readonly explain: boolean;
}

type Representation = Readonly<Record<string, unknown>>;

interface SubgraphResponse {
  data?: Record<string, unknown> | null;
  errors?: SubgraphError[];
}

/** Plans repeat few texts: as many parsed and validated documents are kept per subgraph. */
const MAX_DOCUMENTS = 1000;

/** Equal representations asked once: which of the distinct ones each stands for. */
function collapse(representations: readonly Representation[]): { distinct: Representation[]; indexOf: number[] } {
  const known = new Map<string, number>();
  const distinct: Representation[] = [];
  const indexOf = representations.map((representation) => {
    const key = JSON.stringify(representation);
    const index = known.get(key);
    if (index !== undefined) return index;
    known.set(key, distinct.length);
    return distinct.push(representation) - 1;
  });
  return { distinct, indexOf };
}

/**
 * A subgraph in the process. Unlike @apollo/gateway's LocalGraphQLDataSource it parses and validates a fetch's text once,
 * executes equal representations once, stops when the caller is gone, and names the real path of an entity's error.
 */
export class LocalDataSource implements GraphQLDataSource<GatewayContext> {
  private readonly documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });

  constructor(
    private readonly name: string,
    private readonly schema: GraphQLSchema,
    private readonly reportError: (error: unknown, scope: RequestScope) => void,
  ) {}

  /** Runs one fetch of a plan. */
  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<SubgraphResponse> {
    if (!('incomingRequestContext' in options)) return { data: {} };
    const context = options.incomingRequestContext.context;
    const path = options.pathInIncomingRequest ?? [];
    const query = options.request.query ?? '';
    const given = (options.request.variables?.['representations'] ?? null) as readonly Representation[] | null;
    const trace: FetchTrace = {
      subgraph: this.name,
      path: path.join('.'),
      query,
      representations: given?.length ?? 0,
      tookMs: 0,
    };
    context.fetches.push(trace);
    const began = performance.now();
    try {
      const { distinct, indexOf } = collapse(given ?? []);
      const variables = { ...options.request.variables, ...(given === null ? {} : { representations: distinct }) };
      const result = await this.run(query, variables, context);
      if (given === null) {
        if (result.data) context.roots.push(result.data);
        return this.respond(result.data, result.errors, context);
      }
      return this.spread(result, given, indexOf, path, context);
    } finally {
      trace.tookMs = Math.round(performance.now() - began);
    }
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

  private async run(query: string, variableValues: Record<string, unknown>, context: GatewayContext) {
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

  /** The answer with its errors in public form; what is unexpected goes to the log. */
  private respond(
    data: unknown,
    errors: readonly GraphQLError[] | undefined,
    context: GatewayContext,
  ): SubgraphResponse {
    for (const error of errors ?? []) if (isUnexpected(error)) this.reportError(error, context.scope);
    return {
      data: (data ?? null) as Record<string, unknown> | null,
      ...(errors && errors.length > 0 ? { errors: errors.map(subgraphError) } : {}),
    };
  }

  /** Gives each representation its entity again, and each error of an entity every place at which it stands. */
  private spread(
    result: { data?: unknown; errors?: readonly GraphQLError[] },
    given: readonly Representation[],
    indexOf: readonly number[],
    path: readonly (string | number)[],
    context: GatewayContext,
  ): SubgraphResponse {
    const response = this.respond(result.data, result.errors, context);
    const entities = response.data?.['_entities'];
    const data = Array.isArray(entities)
      ? { _entities: indexOf.map((index) => entities[index] as unknown) }
      : response.data;
    if (!response.errors) return { ...(data === undefined ? {} : { data }) };
    const paths = representationPaths(Object.assign({}, ...context.roots) as Record<string, unknown>, path, given);
    const errors = response.errors.flatMap((error): SubgraphError[] => {
      const [, index, ...rest] = error.path ?? [];
      if (typeof index !== 'number') return [error];
      return indexOf.flatMap((distinct, place) => {
        if (distinct !== index) return [];
        const realPath = paths[place];
        return [
          {
            ...error,
            path: ['_entities', place, ...rest],
            extensions: { ...error.extensions, ...(realPath ? { realPath: [...realPath, ...rest] } : {}) },
          },
        ];
      });
    });
    return { ...(data === undefined ? {} : { data }), errors };
  }
}
