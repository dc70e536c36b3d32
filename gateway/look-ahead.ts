import type { Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';
import type { WorkReference } from '../subgraphs/common/work-reference.js';
import type { GatewayContext } from './context.js';
import type { SubgraphDataSource, SubgraphResponse } from './subgraph-data-source.js';

/** A plan as @apollo/gateway's planner makes it. */
export type QueryPlan = Parameters<Experimental_DidResolveQueryPlanCallback>[0]['queryPlan'];
type PlanNode = Exclude<NonNullable<QueryPlan['node']>, { kind: 'Subscription' }>;
type FetchNode = Extract<PlanNode, { kind: 'Fetch' }>;

/** Runs a document for entities at a subgraph: `representations` are among the variables. */
type RunEntities = (
  subgraph: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<SubgraphResponse>;

/** One entity of a fetch that was begun before the plan came to it. */
interface EarlyEntity {
  readonly response: Promise<SubgraphResponse>;
  /** Its place among the entities of that response. */
  readonly index: number;
}

type Variables = Readonly<Record<string, unknown>>;

/** Whether a fetch needs of works nothing but what a reference to one has. */
function startsFromReferences({ requires, inputRewrites, contextRewrites }: FetchNode): boolean {
  if (requires?.length !== 1 || inputRewrites !== undefined || contextRewrites !== undefined) return false;
  const [only] = requires;
  if (only?.kind !== 'InlineFragment' || only.typeCondition !== 'Work') return false;
  return only.selections.every(
    (selection) =>
      selection.kind === 'Field' &&
      selection.alias === undefined &&
      ['__typename', 'id', 'known'].includes(selection.name),
  );
}

/** Whether a path leads to the works of one list below another path: nodes.@, edges.@.node. */
function leadsToWorks(path: readonly (string | number)[], list: readonly (string | number)[]): boolean {
  const below = path.slice(list.length);
  const each = below.indexOf('@');
  return (
    list.every((key, index) => path[index] === key) &&
    each >= 0 &&
    below.lastIndexOf('@') === each &&
    below.length - each <= 2
  );
}

/** The fetches for the works of a list, where no condition stands before them. */
function fetchesFor(node: PlanNode | undefined, list: readonly (string | number)[]): FetchNode[] {
  if (node?.kind === 'Sequence' || node?.kind === 'Parallel') return node.nodes.flatMap((one) => fetchesFor(one, list));
  if (node?.kind !== 'Flatten' || node.node.kind !== 'Fetch' || !leadsToWorks(node.path, list)) return [];
  return startsFromReferences(node.node) ? [node.node] : [];
}

/** The variables of a fetch, as @apollo/gateway gives them. */
function variablesOf({ variableUsages }: FetchNode, given: Variables): Variables {
  const names = (variableUsages ?? []).filter((name) => Object.hasOwn(given, name) && given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}

function nameOf(subgraph: string, query: string, variables: Variables): string {
  const others = Object.entries(variables).filter(([name]) => name !== 'representations');
  return JSON.stringify([subgraph, query, others]);
}

/**
 * A plan fetches the platforms' fields of works when the catalog's own answer is whole. Where that waits for records to be
 * read, the works are known long before: the fetches that follow begin with them, beside that reading, and the plan finds
 * their entities here when it comes to them. A work whose identity changed by what was read is fetched anew.
 */
export class LookAhead {
  private readonly entities = new Map<string, Map<string, EarlyEntity>>();

  constructor(
    private readonly plan: QueryPlan,
    private readonly variables: Variables,
    private readonly run: RunEntities,
  ) {}

  /** Begins what the plan will fetch for the works of the list at a response path. */
  worksAt(list: readonly (string | number)[], works: readonly WorkReference[]): void {
    if (works.length === 0 || this.plan.node === undefined || this.plan.node.kind === 'Subscription') return;
    const representations = works.map(({ id, known }) => ({ __typename: 'Work', id, known }));
    for (const fetch of fetchesFor(this.plan.node, list)) {
      const variables = variablesOf(fetch, this.variables);
      const response = this.run(fetch.serviceName, fetch.operation, { ...variables, representations });
      // Told where the plan comes to it; nobody may come.
      response.catch(() => undefined);
      const name = nameOf(fetch.serviceName, fetch.operation, variables);
      const early = this.entities.get(name) ?? new Map<string, EarlyEntity>();
      representations.forEach((representation, index) => {
        early.set(JSON.stringify(representation), { response, index });
      });
      this.entities.set(name, early);
    }
  }

  /** What was begun of a fetch, by representation as JSON; undefined: nothing. */
  begun(subgraph: string, query: string, variables: Variables): ReadonlyMap<string, EarlyEntity> | undefined {
    return this.entities.size === 0 ? undefined : this.entities.get(nameOf(subgraph, query, variables));
  }
}

/** Gives a request's context its look-ahead over the plan that was made for it. */
export function beginLookAhead(
  context: GatewayContext,
  plan: QueryPlan,
  variables: Variables,
  sources: ReadonlyMap<string, SubgraphDataSource>,
): void {
  const ahead = new LookAhead(plan, variables, (name, query, given) => {
    const source = sources.get(name);
    return source === undefined ? Promise.resolve({}) : source.run(query, given, context);
  });
  context.lookAhead = ahead;
  context.worksAhead = ahead.worksAt.bind(ahead);
}

/** For @apollo/gateway: gives each request's context its look-ahead as soon as there is a plan. */
export function lookingAhead(
  sources: ReadonlyMap<string, SubgraphDataSource>,
): Experimental_DidResolveQueryPlanCallback {
  return ({ queryPlan, requestContext }) => {
    beginLookAhead(
      requestContext.context as GatewayContext,
      queryPlan,
      requestContext.request.variables ?? {},
      sources,
    );
  };
}
