import {
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type ConditionValues } from './conditions.js';
import type { PrivateNames } from './private-names.js';

/** What all selections of one response name come to, in one type. */
export interface SelectedField {
  readonly name: string;
  readonly responseName: string;
  /** Its name in what was fetched. */
  readonly source: string;
  /** Of the first selection; absent for `__typename`, `__schema` and `__type`. */
  readonly type: GraphQLOutputType | null;
  /** The type in which the first selection stands. */
  readonly parent: GraphQLCompositeType;
  readonly nodes: FieldNode[];
}

/** What is collected with: the API's schema, the document's fragments, the names in fetches, and what the conditions are. */
export interface SelectionContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly names: PrivateNames;
  readonly conditions: ConditionValues;
}

/**
 * The fields of some selection sets for objects of one type, fragments spread and conditions decided, in the order of the
 * answer. An object that does not say what it is (`saysType` false) counts as the type it was declared as.
 */
export function collectFields(
  context: SelectionContext,
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  saysType: boolean,
): SelectedField[] {
  const fields = new Map<string, { -readonly [Key in keyof SelectedField]: SelectedField[Key] }>();
  const visited = new Set<string>();
  const walk = (set: SelectionSetNode, parent: GraphQLCompositeType): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, context.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const responseName = selection.alias?.value ?? selection.name.value;
        const known = fields.get(responseName);
        if (known) known.nodes.push(selection);
        else
          fields.set(responseName, {
            name: selection.name.value,
            responseName,
            source: context.names.of(selection),
            type: fieldType(parent, selection.name.value),
            parent,
            nodes: [selection],
          });
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition && context.schema.getType(fragment.typeCondition.name.value);
      if (condition === undefined) walk(fragment.selectionSet, parent);
      else if (isCompositeType(condition) && isWithin(context.schema, saysType ? type : parent, condition))
        walk(fragment.selectionSet, condition);
    }
  };
  for (const set of sets) walk(set, type);
  return [...fields.values()];
}

function isWithin(schema: GraphQLSchema, type: GraphQLCompositeType, condition: GraphQLCompositeType): boolean {
  if (type === condition) return true;
  return (
    isAbstractType(condition) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(condition, type)
  );
}

function fieldType(parent: GraphQLCompositeType, name: string): GraphQLOutputType | null {
  if ([TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].some((field) => field.name === name)) return null;
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (field === undefined) throw new TypeError(`${parent.name} has no field ${name}.`);
  return field.type;
}
