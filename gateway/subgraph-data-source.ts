import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { FetchTrace, GatewayContext } from './context.js';
import { representationPaths } from './entity-paths.js';
import type { SubgraphError } from './errors.js';

type Representation = Readonly<Record<string, unknown>>;

/** What a subgraph answers, its errors in public form. */
export interface SubgraphResponse {
  data?: Record<string, unknown> | null;
  errors?: readonly SubgraphError[];
}

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

/** The entities of the distinct representations, in the places of all that were given. */
function spreadEntities(
  data: Record<string, unknown> | null | undefined,
  indexOf: readonly number[],
): Record<string, unknown> | null | undefined {
  const entities = data?.['_entities'];
  return Array.isArray(entities) ? { _entities: indexOf.map((index) => entities[index] as unknown) } : data;
}

/** One response of entities out of several; what befell a response as a whole is told once. */
function joined(parts: readonly { readonly response: SubgraphResponse; readonly index: number }[]): SubgraphResponse {
  const entities = parts.map(({ response, index }): unknown => {
    const all = response.data?.['_entities'];
    return Array.isArray(all) ? (all[index] as unknown) : null;
  });
  const own = parts.flatMap(({ response, index }, place) =>
    (response.errors ?? []).flatMap((error): SubgraphError[] =>
      error.path?.[1] === index ? [{ ...error, path: ['_entities', place, ...error.path.slice(2)] }] : [],
    ),
  );
  const whole = [...new Set(parts.map(({ response }) => response))].flatMap(({ errors }) =>
    (errors ?? []).filter(({ path }) => typeof path?.[1] !== 'number'),
  );
  return { data: { _entities: entities }, errors: [...own, ...whole] };
}

/** One fetch of a plan. */
export interface PlanFetch {
  readonly query: string;
  /** Without the representations. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where its result goes, lists as `@`. */
  readonly path: readonly (string | number)[];
  /** What it asks of; null: it is a root fetch. */
  readonly entities: {
    readonly representations: readonly Representation[];
    /** Where each of them stands in the answer; null: it is not known. Asked when one failed. */
    readonly pathsOf: () => readonly (readonly (string | number)[] | null)[];
  } | null;
}

/** Gives each error of an entity every place at which the entity stands. */
function placed(
  errors: readonly SubgraphError[],
  indexOf: readonly number[],
  pathsOf: () => readonly (readonly (string | number)[] | null)[],
): SubgraphError[] {
  if (errors.length === 0) return [];
  const paths = pathsOf();
  return errors.flatMap((error): SubgraphError[] => {
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
}

function withoutNoErrors({ data, errors }: SubgraphResponse): SubgraphResponse {
  return { ...(data === undefined ? {} : { data }), ...(errors && errors.length > 0 ? { errors } : {}) };
}

/**
 * A subgraph as the gateway fetches from it, wherever it runs. Unlike @apollo/gateway's own data sources it asks for equal
 * entity representations once, and names the real path of an entity's error.
 */
export abstract class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  constructor(protected readonly name: string) {}

  /** Runs one document at the subgraph. */
  abstract run(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    context: GatewayContext,
  ): Promise<SubgraphResponse>;

  /** Runs one fetch of a plan as @apollo/gateway asks for it. */
  async process(
    options: GraphQLDataSourceProcessOptions<GatewayContext>,
  ): Promise<{ data?: Record<string, unknown> | null; errors?: SubgraphError[] }> {
    if (!('incomingRequestContext' in options)) return { data: {} };
    const context = options.incomingRequestContext.context;
    const path = options.pathInIncomingRequest ?? [];
    const { representations, ...variables } = options.request.variables ?? {};
    const given = (representations ?? null) as readonly Representation[] | null;
    const pathsOf = (of: readonly Representation[]): ReturnType<typeof representationPaths> =>
      representationPaths(Object.assign({}, ...context.roots) as Record<string, unknown>, path, of);
    const entities = given && { representations: given, pathsOf: () => pathsOf(given) };
    const { data, errors } = await this.fetch(
      { query: options.request.query ?? '', variables, path, entities },
      context,
    );
    if (entities === null && data) context.roots.push(data);
    return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors: [...errors] }) };
  }

  /** Runs one fetch of a plan. */
  async fetch({ query, variables, path, entities }: PlanFetch, context: GatewayContext): Promise<SubgraphResponse> {
    const trace: FetchTrace = {
      subgraph: this.name,
      path: path.join('.'),
      query,
      representations: entities?.representations.length ?? 0,
      startedAt: Date.now(),
      tookMs: 0,
    };
    context.fetches.push(trace);
    const began = performance.now();
    try {
      if (entities === null) return withoutNoErrors(await this.run(query, variables, context));
      const { distinct, indexOf } = collapse(entities.representations);
      const { data, errors } = await this.entities(
        query,
        { ...variables, representations: distinct },
        distinct,
        context,
      );
      const all = spreadEntities(data, indexOf);
      return withoutNoErrors({
        ...(all === undefined ? {} : { data: all }),
        errors: placed(errors ?? [], indexOf, entities.pathsOf),
      });
    } finally {
      trace.tookMs = Math.round(performance.now() - began);
    }
  }

  /** Runs one document for entities: those that were begun before (look-ahead.ts) are waited for, the others asked now. */
  private async entities(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    representations: readonly Representation[],
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const begun = context.lookAhead?.begun(this.name, query, variables);
    if (begun === undefined) return this.run(query, variables, context);
    const early = representations.map((representation) => begun.get(JSON.stringify(representation)));
    const left = representations.filter((_, place) => early[place] === undefined);
    const now = left.length === 0 ? null : this.run(query, { ...variables, representations: left }, context);
    let index = 0;
    const parts = await Promise.all(
      early.map(async (one) => {
        const part = one ?? { response: now ?? Promise.resolve<SubgraphResponse>({}), index: index++ };
        return { response: await part.response, index: part.index };
      }),
    );
    return joined(parts);
  }
}
