import type { QueryPlan } from '@apollo/query-planner';
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { conditionValues, conditionVariables, type ConditionValues } from './conditions.js';
import { introspect } from './introspection.js';
import type { PrivateNames } from './private-names.js';
import { AnswerShape } from './shape.js';
import { stepsOf, type Step } from './steps.js';

type Variables = Readonly<Record<string, unknown>>;

/** Choices of an operation's conditions whose shapes are kept. */
const MAX_SHAPES = 16;

/** An operation that was planned once, and what its answers look like. No variable's value is part of it. */
export class PreparedOperation {
  readonly steps: Step | null;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly conditionNames: readonly string[];
  private readonly shapes = new LRUCache<string, AnswerShape>({ max: MAX_SHAPES });

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    readonly plan: QueryPlan,
    private readonly names: PrivateNames,
  ) {
    this.steps = stepsOf(plan);
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
    this.conditionNames = conditionVariables(document);
  }

  conditions(variables: Variables): ConditionValues {
    return conditionValues(this.conditionNames, this.operation, variables);
  }

  shape(conditions: ConditionValues): AnswerShape {
    const key = [...conditions.values()].join();
    let shape = this.shapes.get(key);
    if (shape === undefined) {
      shape = new AnswerShape(this.schema, this.operation, this.fragments, this.names, conditions);
      this.shapes.set(key, shape);
    }
    return shape;
  }

  /** The value of `__schema` or `__type`. */
  introspect(shape: AnswerShape, field: string, variables: Variables): unknown {
    const nodes = shape.introspection.get(field) ?? [];
    return introspect(this.schema, this.operation, this.fragments, nodes, variables);
  }
}
