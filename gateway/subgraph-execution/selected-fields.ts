import {
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type ConditionValues } from '../execution/conditions.js';

/** What selections are collected with. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly conditions: ConditionValues;
}

/** The selections for objects of a type by response name, in the order of the answer: what graphql-js calls collectFields. */
export function selectedFields(
  { schema, fragments, conditions }: Selecting,
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const isOf = (condition: string): boolean => {
    const wanted = schema.getType(condition);
    if (isObjectType(wanted)) return wanted === type;
    return isAbstractType(wanted) && schema.isSubType(wanted, type);
  };
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(name);
        if (nodes === undefined) fields.set(name, [selection]);
        else nodes.push(selection);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (fragment === undefined) continue;
      if (fragment.typeCondition === undefined || isOf(fragment.typeCondition.name.value)) walk(fragment.selectionSet);
    }
  };
  for (const set of sets) walk(set);
  return fields;
}
