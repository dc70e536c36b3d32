import { Kind, visit, type DocumentNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';

/** The values of the variables that `@skip` and `@include` ask. */
export type ConditionValues = ReadonlyMap<string, boolean>;

/** The variables that decide what of a document is answered, each once. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** What these variables are: as given, else by the operation's defaults. */
export function conditionValues(
  names: readonly string[],
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): ConditionValues {
  const values = new Map<string, boolean>();
  for (const name of names) {
    const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    const fallback = definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const known = value === undefined ? fallback : value;
    if (typeof known !== 'boolean') throw new TypeError(`$${name} has no value that @skip or @include could ask.`);
    values.set(name, known);
  }
  return values;
}

/** Whether a selection is part of the answer. */
export function isIncluded({ directives = [] }: SelectionNode, values: ConditionValues): boolean {
  return directives.every(({ name, arguments: args = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const condition = args[0]?.value;
    const value =
      condition?.kind === Kind.VARIABLE
        ? values.get(condition.name.value)
        : condition?.kind === Kind.BOOLEAN && condition.value;
    return value === (name.value === 'include');
  });
}
