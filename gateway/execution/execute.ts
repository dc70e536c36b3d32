import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.js';
import type { SubgraphError } from '../errors.js';
import type { SubgraphDataSource } from '../subgraph-data-source.js';
import type { ConditionValues } from './conditions.js';
import { isObject, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import { askedName } from './private-names.js';
import { objectsAt, pathsAt } from './places.js';
import type { PreparedOperation } from './prepared-operation.js';
import { representationOf } from './representations.js';
import { rewriteInto } from './rewrites.js';
import type { FetchStep, Step } from './steps.js';
import type { TypeConditions } from './type-conditions.js';

type Variables = Readonly<Record<string, unknown>>;

/** An answer before it is formatted. */
export interface ExecutionResult {
  data?: JsonObject | null;
  errors?: GraphQLError[];
  extensions?: Record<string, unknown>;
}

/** What one operation is executed with. */
export interface Execution {
  readonly prepared: PreparedOperation;
  readonly variables: Variables;
  readonly context: GatewayContext;
  readonly sources: ReadonlyMap<string, SubgraphDataSource>;
  readonly typeConditions: TypeConditions;
}

interface Run extends Execution {
  readonly conditions: ConditionValues;
  /** What was fetched so far. */
  readonly merged: JsonObject;
  readonly errors: GraphQLError[];
}

/** Runs an operation's plan and gives its answer, errors in the order in which the fetches ended. */
export async function execute(execution: Execution): Promise<ExecutionResult> {
  const { prepared, variables } = execution;
  const conditions = prepared.conditions(variables);
  const run: Run = { ...execution, conditions, merged: {}, errors: [] };
  if (prepared.steps !== null) await runStep(run, prepared.steps);
  // Composition lets an interface pass that no subgraph can tell the types of; its plan is empty.
  else if (prepared.shape(conditions).asksSubgraphs) return { data: null, errors: [unanswerable()] };
  return complete(run);
}

/** The answer out of what was fetched. That a value is missing is told only where no fetch has told why. */
function complete({ prepared, variables, conditions, merged, errors }: Run): ExecutionResult {
  const missing: GraphQLError[] = [];
  let data: JsonObject | null;
  try {
    const shape = prepared.shape(conditions);
    const introspect = (field: string): unknown => prepared.introspect(shape, field, variables);
    data = shape.apply(merged, { errors: missing, path: [], introspect });
  } catch (error) {
    return { errors: [asGraphQLError(error)] };
  }
  if (errors.length > 0) return { errors, data };
  return missing.length === 0 ? { data } : { extensions: { valueCompletion: missing }, data };
}

function unanswerable(): GraphQLError {
  return new GraphQLError('No subgraph can give what this operation asks for.', { extensions: { code: 'INTERNAL' } });
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}

async function runStep(run: Run, step: Step): Promise<void> {
  switch (step.kind) {
    case 'sequence':
      for (const one of step.steps) await runStep(run, one);
      return;
    case 'parallel':
      await Promise.all(step.steps.map((one) => runStep(run, one)));
      return;
    case 'condition': {
      const branch = run.conditions.get(step.variable) === true ? step.yes : step.no;
      if (branch !== null) await runStep(run, branch);
      return;
    }
    case 'fetch':
      try {
        await runFetch(run, step);
      } catch (error) {
        run.errors.push(asGraphQLError(error));
      }
  }
}

/** The variables that a fetch hands on: those of its own that were given. */
function variablesOf({ variableUsages }: FetchNode, given: Variables): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const name of variableUsages ?? [])
    if (Object.hasOwn(given, name) && given[name] !== undefined) variables[name] = given[name];
  return variables;
}

async function runFetch(run: Run, step: FetchStep): Promise<void> {
  const { serviceName, requires } = step.fetch;
  const source = run.sources.get(serviceName);
  if (source === undefined) throw new Error(`There is no subgraph ${serviceName}.`);
  if (requires === undefined) await fetchRoot(run, step, source);
  else await fetchEntities(run, step, requires, source);
}

async function fetchRoot(run: Run, { fetch, path, shownPath }: FetchStep, source: SubgraphDataSource): Promise<void> {
  const objects = objectsAt(run.merged, path);
  if (objects.length === 0) return;
  const { data, errors } = await source.fetch(
    { query: fetch.operation, variables: variablesOf(fetch, run.variables), path: shownPath, entities: null },
    run.context,
  );
  tell(run, errors, path);
  if (!data) return;
  rewriteInto(run.typeConditions, fetch.outputRewrites, data);
  for (const object of objects) mergeInto(object, data);
}

async function fetchEntities(
  run: Run,
  { fetch, path, shownPath }: FetchStep,
  requires: NonNullable<FetchNode['requires']>,
  source: SubgraphDataSource,
): Promise<void> {
  const objects: JsonObject[] = [];
  const representations: JsonObject[] = [];
  const places: number[] = [];
  objectsAt(run.merged, path).forEach((object, place) => {
    const representation = representationOf(run.typeConditions, object, requires);
    if (representation === null) return;
    rewriteInto(run.typeConditions, fetch.inputRewrites, representation);
    objects.push(object);
    representations.push(representation);
    places.push(place);
  });
  if (representations.length === 0) return;
  const pathsOf = (): (readonly (string | number)[] | null)[] => {
    const paths = pathsAt(run.merged, path);
    return places.map((place) => paths[place] ?? null);
  };
  const { data, errors } = await source.fetch(
    {
      query: fetch.operation,
      variables: variablesOf(fetch, run.variables),
      path: shownPath,
      entities: { representations, pathsOf },
    },
    run.context,
  );
  tell(run, errors, path);
  if (!data) return;
  const received = data['_entities'];
  if (!Array.isArray(received) || received.length !== objects.length)
    throw new Error(`${fetch.serviceName} did not answer with as many entities as it was asked for.`);
  objects.forEach((object, index) => {
    const entity: unknown = received[index];
    if (!isObject(entity)) return;
    entity['__typename'] ||= object['__typename'];
    rewriteInto(run.typeConditions, fetch.outputRewrites, entity);
    mergeInto(object, entity);
  });
}

/** Adds a fetch's errors to those of the answer, at the places that they are about. */
function tell(run: Run, errors: readonly SubgraphError[] | undefined, path: ResponsePath): void {
  for (const { message, extensions, path: below } of errors ?? []) {
    const real = extensions['realPath'] as readonly (string | number)[] | undefined;
    const place = (real ?? (below && [...path, ...below]))?.map(askedName);
    const code = extensions['code'] ?? 'DOWNSTREAM_SERVICE_ERROR';
    run.errors.push(
      new GraphQLError(message, {
        extensions: { ...extensions, code, ...(place && { realPath: place }) },
        ...(place === undefined ? {} : { path: place }),
      }),
    );
  }
}
