import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { conditionVariables } from '../execution/conditions.js';
import { fieldPlans, type FieldPlan } from './plan.js';
import { Run, type Operation } from './run.js';

/** Choices of an operation's conditions that are kept planned. */
const MAX_PLANS = 16;

/** An operation of a subgraph: read, validated and planned once, then executed as often as it is asked for. */
export class PreparedExecution {
  private readonly operation: Operation;
  private readonly conditionNames: readonly string[];
  private readonly plans = new LRUCache<string, readonly FieldPlan[]>({ max: MAX_PLANS });

  /** @throws GraphQLError for a text that is no one operation which the subgraph can answer */
  constructor(
    private readonly schema: GraphQLSchema,
    text: string,
  ) {
    const document = parse(text, { noLocation: true });
    const [fault] = validate(schema, document);
    if (fault) throw fault;
    const definition = getOperationAST(document);
    if (!definition) throw new GraphQLError('A fetch is one operation.');
    const fragments: Record<string, FragmentDefinitionNode> = {};
    for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
    this.operation = { schema, fragments, definition };
    this.conditionNames = conditionVariables(document);
  }

  /** Answers as graphql-js `execute` does. */
  execute(inputs: Readonly<Record<string, unknown>>, context: unknown): ExecutionResult | Promise<ExecutionResult> {
    const { definition } = this.operation;
    const { coerced, errors } = getVariableValues(this.schema, definition.variableDefinitions ?? [], inputs, {
      maxErrors: 50,
    });
    if (errors) return { errors };
    const run = new Run(this.operation, coerced, context);
    const done = (data: ExecutionResult['data'] = null): ExecutionResult => {
      const all = run.errors.errors;
      return all.length === 0 ? { data } : { errors: all, data };
    };
    const failed = (error: unknown): ExecutionResult => {
      run.errors.add(error as GraphQLError, undefined);
      return done(null);
    };
    try {
      const fields = this.plan(coerced);
      const isMutation = definition.operation === OperationTypeNode.MUTATION;
      const data = isMutation ? run.serially(fields) : run.fields(fields, undefined, undefined);
      return data instanceof Promise ? data.then(done, failed) : done(data);
    } catch (error) {
      return failed(error);
    }
  }

  private plan(variables: Readonly<Record<string, unknown>>): readonly FieldPlan[] {
    const conditions = new Map(this.conditionNames.map((name) => [name, variables[name] === true]));
    const key = [...conditions.values()].join();
    let plan = this.plans.get(key);
    if (plan === undefined) {
      const { schema, fragments, definition } = this.operation;
      const root = schema.getRootType(definition.operation);
      if (!root) throw new GraphQLError(`The subgraph has no ${definition.operation}.`);
      plan = fieldPlans({ schema, fragments, conditions }, [definition.selectionSet], root);
      this.plans.set(key, plan);
    }
    return plan;
  }
}
