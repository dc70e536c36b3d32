import {
  defaultFieldResolver,
  defaultTypeResolver,
  GraphQLError,
  isObjectType,
  locatedError,
  responsePathAsArray,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ResponsePath,
} from 'graphql';
import { put, type JsonObject } from '../execution/json.js';
import { CollectedErrors } from './collected-errors.js';
import type { Arguments, FieldPlan, TypePlan } from './plan.js';

type Path = ResponsePath | undefined;

/** What all runs of an operation have in common. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly definition: OperationDefinitionNode;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

async function settled(values: JsonObject): Promise<JsonObject> {
  const names = Object.keys(values);
  const resolved = await Promise.all(Object.values(values));
  const object: JsonObject = {};
  names.forEach((name, index) => {
    put(object, name, resolved[index]);
  });
  return object;
}

function leafValue(type: GraphQLLeafType, value: unknown): unknown {
  const serialized: unknown = type.serialize(value);
  if (serialized === null || serialized === undefined)
    throw new Error(`A value of ${type.name} was serialized to nothing.`);
  return serialized;
}

/**
 * One execution of a planned operation, step by step what graphql-js does: the same values, the same errors at the same
 * places in the same order. It does less for it: what a field is, its arguments and selections are not worked out for each
 * object, and a property that is a scalar has neither path nor info until something needs one.
 */
export class Run {
  readonly errors = new CollectedErrors();
  private readonly known = new Map<FieldPlan, Arguments>();

  constructor(
    private readonly operation: Operation,
    private readonly variables: Record<string, unknown>,
    private readonly context: unknown,
  ) {}

  /** The fields of an object. */
  fields(plans: readonly FieldPlan[], source: unknown, path: Path): JsonObject | Promise<JsonObject> {
    const results: JsonObject = {};
    let isAsync = false;
    try {
      for (const plan of plans) {
        const value = this.field(plan, source, path);
        if (plan.responseName === '__proto__') put(results, plan.responseName, value);
        else results[plan.responseName] = value;
        if (isPromise(value)) isAsync = true;
      }
    } catch (error) {
      // What the other fields wait for may fail as well, and has to be heard.
      if (isAsync)
        return settled(results).finally(() => {
          throw error;
        });
      throw error;
    }
    return isAsync ? settled(results) : results;
  }

  /** The fields of a mutation's root, one after another. */
  serially(plans: readonly FieldPlan[]): JsonObject | Promise<JsonObject> {
    return plans.reduce<JsonObject | Promise<JsonObject>>((before, plan) => {
      const next = (results: JsonObject): JsonObject | Promise<JsonObject> => {
        const value = this.field(plan, undefined, undefined);
        const done = (resolved: unknown): JsonObject => {
          put(results, plan.responseName, resolved);
          return results;
        };
        return isPromise(value) ? value.then(done) : done(value);
      };
      return isPromise(before) ? before.then(next) : next(before);
    }, {});
  }

  private field(plan: FieldPlan, source: unknown, parent: Path): unknown {
    if (plan.constant !== null) return plan.constant;
    if (plan.leaf === null || typeof source !== 'object' || source === null) return this.resolved(plan, source, parent);
    const value = (source as JsonObject)[plan.name];
    if (typeof value === 'function') return this.resolved(plan, source, parent);
    if (typeof value === 'object' || value === undefined) {
      // Null where that may be, a promise, an error, or what a scalar of our own makes something of.
      if ((value === null || value === undefined) && plan.type.kind === 'leaf') return null;
      return this.guarded(plan, this.pathOf(plan, parent), () => value);
    }
    try {
      return leafValue(plan.leaf, value);
    } catch (error) {
      return this.failed(error, plan, plan.type, this.pathOf(plan, parent));
    }
  }

  private pathOf({ responseName, parent }: FieldPlan, prev: Path): ResponsePath {
    return { prev, key: responseName, typename: parent.name };
  }

  private resolved(plan: FieldPlan, source: unknown, parent: Path): unknown {
    const path = this.pathOf(plan, parent);
    return this.guarded(plan, path, () => {
      if (plan.resolve === null && typeof source === 'object' && source !== null) {
        const value = (source as JsonObject)[plan.name];
        if (typeof value !== 'function') return value;
      }
      const resolve = plan.resolve ?? defaultFieldResolver;
      return resolve(source, this.argumentsOf(plan), this.context, this.info(plan, path));
    });
  }

  /** Completes what a field resolves to; where that fails, the field does. */
  private guarded(plan: FieldPlan, path: ResponsePath, resolve: () => unknown): unknown {
    try {
      const result = resolve();
      const completed = isPromise(result)
        ? result.then((value) => this.completed(plan.type, plan, path, value))
        : this.completed(plan.type, plan, path, result);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error: unknown) => this.failed(error, plan, plan.type, path));
    } catch (error) {
      return this.failed(error, plan, plan.type, path);
    }
  }

  /** @throws the error, located, where the place cannot be null */
  private failed(raw: unknown, plan: FieldPlan, type: TypePlan, path: ResponsePath): null {
    const error = locatedError(raw, plan.nodes, responsePathAsArray(path));
    if (type.kind === 'nonNull') throw error;
    this.errors.add(error, path);
    return null;
  }

  private argumentsOf(plan: FieldPlan): Arguments {
    if (plan.fixedArguments !== null) return plan.fixedArguments;
    let known = this.known.get(plan);
    if (known === undefined) {
      known = plan.argumentsOf(this.variables);
      this.known.set(plan, known);
    }
    return known;
  }

  private info(plan: FieldPlan, path: ResponsePath): GraphQLResolveInfo {
    const { schema, fragments, definition } = this.operation;
    return {
      fieldName: plan.name,
      fieldNodes: plan.nodes,
      returnType: plan.returnType,
      parentType: plan.parent,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation: definition,
      variableValues: this.variables,
    };
  }

  private completed(type: TypePlan, plan: FieldPlan, path: ResponsePath, value: unknown): unknown {
    if (value instanceof Error) throw value;
    if (type.kind === 'nonNull') {
      const completed = this.completed(type.of, plan, path, value);
      if (completed === null)
        throw new Error(`Cannot return null for non-nullable field ${plan.parent.name}.${plan.name}.`);
      return completed;
    }
    if (value === null || value === undefined) return null;
    switch (type.kind) {
      case 'leaf':
        return leafValue(type.type, value);
      case 'list':
        return this.list(type.of, plan, path, value);
      case 'object':
        return this.object(type.type, plan, path, value);
      case 'abstract':
        return this.abstract(type.type, plan, path, value);
    }
  }

  private list(of: TypePlan, plan: FieldPlan, path: ResponsePath, value: unknown): unknown {
    if (!isIterable(value)) throw new GraphQLError(`Expected a list for ${plan.parent.name}.${plan.name}.`);
    const items: readonly unknown[] = Array.isArray(value) ? value : Array.from(value);
    const results = new Array<unknown>(items.length);
    let isAsync = false;
    try {
      for (let index = 0; index < items.length; index += 1) {
        const result = this.item(of, plan, { prev: path, key: index, typename: undefined }, items[index]);
        results[index] = result;
        if (isPromise(result)) isAsync = true;
      }
    } catch (error) {
      // The list is null for this item. What the items before it wait for may fail as well, and nobody hears it.
      for (const result of results) if (isPromise(result)) result.catch(() => undefined);
      throw error;
    }
    return isAsync ? Promise.all(results) : results;
  }

  private item(of: TypePlan, plan: FieldPlan, path: ResponsePath, item: unknown): unknown {
    try {
      const completed = isPromise(item)
        ? item.then((value) => this.completed(of, plan, path, value))
        : this.completed(of, plan, path, item);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error: unknown) => this.failed(error, plan, of, path));
    } catch (error) {
      return this.failed(error, plan, of, path);
    }
  }

  private abstract(type: GraphQLAbstractType, plan: FieldPlan, path: ResponsePath, value: unknown): unknown {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name: unknown = resolveType(value, this.context, this.info(plan, path), type);
    return isPromise(name)
      ? name.then((resolved) => this.object(this.runtimeType(type, plan, resolved), plan, path, value))
      : this.object(this.runtimeType(type, plan, name), plan, path, value);
  }

  private runtimeType(type: GraphQLAbstractType, plan: FieldPlan, name: unknown): GraphQLObjectType {
    const { schema } = this.operation;
    const runtime = typeof name === 'string' ? schema.getType(name) : undefined;
    if (isObjectType(runtime) && schema.isSubType(type, runtime)) return runtime;
    throw new GraphQLError(`A value of ${plan.parent.name}.${plan.name} is of no type that ${type.name} can be.`);
  }

  private object(type: GraphQLObjectType, plan: FieldPlan, path: ResponsePath, value: unknown): unknown {
    const fields = plan.fieldsOf(type);
    if (!type.isTypeOf) return this.fields(fields, value, path);
    const completed = (isOf: boolean): JsonObject | Promise<JsonObject> => {
      if (!isOf) throw new GraphQLError(`A value of ${plan.parent.name}.${plan.name} is no ${type.name}.`);
      return this.fields(fields, value, path);
    };
    const isOf = type.isTypeOf(value, this.context, this.info(plan, path));
    return typeof isOf === 'boolean' ? completed(isOf) : isOf.then(completed);
  }
}
