import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';

function isUnresolvableKey({ name, arguments: args = [] }: ConstDirectiveNode): boolean {
  return (
    name.value === 'join__type' &&
    args.some(({ name: { value: argument }, value }) => {
      return argument === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value;
    })
  );
}

/**
 * A supergraph as it is planned: keys that a subgraph does not resolve come after those that it does. Where a plan comes back
 * to a subgraph with required fields, Apollo's planner takes the first key that it finds there, resolvable or not.
 */
export function plannedSupergraph(supergraph: DocumentNode): DocumentNode {
  const ordered = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node): Node => {
    const directives = node.directives ?? [];
    const last = directives.filter(isUnresolvableKey);
    if (last.length === 0) return node;
    return { ...node, directives: [...directives.filter((directive) => !last.includes(directive)), ...last] };
  };
  return visit(supergraph, { ObjectTypeDefinition: ordered, InterfaceTypeDefinition: ordered });
}
