import {
  executeSync,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** Answers `__schema` or `__type` by graphql-js: they ask the API's schema and no subgraph. */
export function introspect(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  nodes: readonly FieldNode[],
  variableValues: Readonly<Record<string, unknown>>,
): unknown {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
  const { data, errors } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments.values()] },
    variableValues,
  });
  const [error] = errors ?? [];
  if (error) throw error;
  const [first] = nodes;
  return first === undefined ? null : data?.[first.alias?.value ?? first.name.value];
}
