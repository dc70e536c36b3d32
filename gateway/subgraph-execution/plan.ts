import {
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { selectedFields, type Selecting } from './selected-fields.js';

/** What resolvers take for their arguments. */
export type Arguments = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** A type as values are completed by it, what it is found out once. */
export type TypePlan =
  | { readonly kind: 'nonNull'; readonly of: TypePlan }
  | { readonly kind: 'list'; readonly of: TypePlan }
  | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
  | { readonly kind: 'abstract'; readonly type: GraphQLAbstractType }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType };

function typePlan(type: GraphQLOutputType): TypePlan {
  if (isNonNullType(type)) return { kind: 'nonNull', of: typePlan(type.ofType) };
  if (isListType(type)) return { kind: 'list', of: typePlan(type.ofType) };
  if (isLeafType(type)) return { kind: 'leaf', type };
  return isAbstractType(type) ? { kind: 'abstract', type } : { kind: 'object', type };
}

const NO_ARGUMENTS: Arguments = Object.freeze({});

function namesVariables(nodes: readonly FieldNode[]): boolean {
  let found = false;
  for (const argument of nodes[0]?.arguments ?? [])
    visit(argument, {
      Variable: () => {
        found = true;
      },
    });
  return found;
}

/** A field of an operation in one type of objects, as it is executed. */
export class FieldPlan {
  readonly name: string;
  readonly returnType: GraphQLOutputType;
  readonly type: TypePlan;
  /** Null: the object's own property. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  /** Of a scalar or enum that is the object's own property. */
  readonly leaf: GraphQLLeafType | null;
  /** A value that is the same for all objects: `__typename`. */
  readonly constant: string | null;
  /** The arguments where no variable is among them. */
  readonly fixedArguments: Arguments | null;
  private readonly objects = new Map<GraphQLObjectType, readonly FieldPlan[]>();
  private readonly sets: readonly SelectionSetNode[];

  constructor(
    private readonly selecting: Selecting,
    readonly responseName: string,
    readonly nodes: readonly FieldNode[],
    readonly parent: GraphQLObjectType,
    private readonly definition: Field,
  ) {
    this.name = definition.name;
    this.returnType = definition.type;
    this.type = typePlan(definition.type);
    this.resolve = definition.resolve ?? null;
    const inner = this.type.kind === 'nonNull' ? this.type.of : this.type;
    this.leaf = this.resolve === null && inner.kind === 'leaf' ? inner.type : null;
    this.constant = definition === TypeNameMetaFieldDef ? parent.name : null;
    this.fixedArguments = this.readFixedArguments();
    this.sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  }

  private readFixedArguments(): Arguments | null {
    if (this.definition.args.length === 0) return NO_ARGUMENTS;
    if (namesVariables(this.nodes)) return null;
    try {
      return this.argumentsOf({});
    } catch {
      // Told of each object, when it is asked for.
      return null;
    }
  }

  /** @throws GraphQLError where a variable is not what the argument has to be */
  argumentsOf(variables: Readonly<Record<string, unknown>>): Arguments {
    return getArgumentValues(this.definition, this.nodes[0] as FieldNode, variables);
  }

  /** What is selected of values that are objects of a type. */
  fieldsOf(type: GraphQLObjectType): readonly FieldPlan[] {
    let fields = this.objects.get(type);
    if (fields === undefined) {
      fields = fieldPlans(this.selecting, this.sets, type);
      this.objects.set(type, fields);
    }
    return fields;
  }
}

function definitionOf({ schema }: Selecting, parent: GraphQLObjectType, name: string): Field | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

/** The fields of some selections in objects of a type, in the order of the answer. */
export function fieldPlans(
  selecting: Selecting,
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
): readonly FieldPlan[] {
  return [...selectedFields(selecting, sets, type)].flatMap(([responseName, nodes]) => {
    const definition = definitionOf(selecting, type, nodes[0]?.name.value ?? '');
    return definition === undefined ? [] : [new FieldPlan(selecting, responseName, nodes, type, definition)];
  });
}
