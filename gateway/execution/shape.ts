import {
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  completeFields,
  FAILED,
  LeafCompleter,
  ListCompleter,
  NonNullCompleter,
  ObjectCompleter,
  type CompletedField,
  type Completer,
  type Completion,
  type FieldsOf,
} from './completion.js';
import type { ConditionValues } from './conditions.js';
import type { JsonObject } from './json.js';
import { leafCheck } from './leaf.js';
import type { PrivateNames } from './private-names.js';
import { collectFields, type SelectedField, type SelectionContext } from './selection.js';

/**
 * What the answer to an operation looks like, for one choice of its conditions: aliases, fragments, `__typename` and
 * nullability are worked out once, type by type as answers hold them, and applied to each answer.
 */
export class AnswerShape {
  /** The selections of `__schema` and `__type`, by response name. */
  readonly introspection = new Map<string, readonly FieldNode[]>();
  private readonly context: SelectionContext;
  private readonly root: readonly CompletedField[];

  constructor(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    names: PrivateNames,
    conditions: ConditionValues,
  ) {
    this.context = { schema, fragments, names, conditions };
    const type = schema.getRootType(operation.operation);
    if (!type) throw new TypeError(`The API has no ${operation.operation}.`);
    this.root = this.fields([operation.selectionSet], type, false);
  }

  /** Whether anything is asked for that only subgraphs have. */
  get asksSubgraphs(): boolean {
    return this.root.some(({ fill }) => fill.kind === 'value');
  }

  /** The answer's data out of what the fetches gave; null where that cannot be without something that is missing. */
  apply(merged: Readonly<JsonObject>, completion: Completion): JsonObject | null {
    const data = completeFields(merged, this.root, completion);
    return data === FAILED ? null : data;
  }

  private fields(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, saysType: boolean): CompletedField[] {
    return collectFields(this.context, sets, type, saysType).map((field) => ({
      responseName: field.responseName,
      source: field.source,
      plain: !(field.responseName in Object.prototype),
      fill: this.fill(field),
    }));
  }

  private fill(field: SelectedField): CompletedField['fill'] {
    if (field.type !== null) return { kind: 'value', completer: this.completer(field.type, field) };
    if (field.name !== TypeNameMetaFieldDef.name) {
      this.introspection.set(field.responseName, field.nodes);
      return { kind: 'introspection' };
    }
    const { schema } = this.context;
    return {
      kind: 'typename',
      typeOf(value) {
        const type = (typeof value === 'string' ? schema.getType(value) : undefined) ?? field.parent;
        return isObjectType(type) ? type.name : null;
      },
    };
  }

  private completer(type: GraphQLOutputType, field: SelectedField): Completer {
    const parent = field.parent.name;
    if (isNonNullType(type))
      return new NonNullCompleter(this.completer(type.ofType, field), String(type.ofType), parent);
    if (isListType(type)) return new ListCompleter(this.completer(type.ofType, field), String(type));
    if (!isCompositeType(type)) return new LeafCompleter(leafCheck(type), type.name, parent);
    const sets = field.nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
    return new ObjectCompleter(this.fieldsByType(sets, type), type.name, parent);
  }

  /** The fields of a selection for each type that an object may say it is; null: the API has no such type. */
  private fieldsByType(sets: readonly SelectionSetNode[], declared: GraphQLCompositeType): FieldsOf {
    const known = new Map<string | undefined, readonly CompletedField[]>();
    return (typename) => {
      let fields = known.get(typename);
      if (fields === undefined) {
        const type = typename === undefined ? declared : this.context.schema.getType(typename);
        if (!isCompositeType(type)) return null;
        fields = this.fields(sets, type, typename !== undefined);
        known.set(typename, fields);
      }
      return fields;
    };
  }
}
