import { GraphQLError, type ASTVisitor, type ValidationContext, type ValueNode } from 'graphql';

/** Letters of a number that an error repeats. */
const SHOWN = 20;

/** Refuses numbers such as 1e999, which graphql-js reads as Infinity and @apollo/gateway cannot plan with. */
export function finiteNumbers(context: ValidationContext): ASTVisitor {
  const check = (node: ValueNode & { readonly value: string }): void => {
    if (Number.isFinite(Number(node.value))) return;
    context.reportError(
      new GraphQLError(`The number ${node.value.slice(0, SHOWN)} is out of bounds.`, { nodes: node }),
    );
  };
  return { IntValue: check, FloatValue: check };
}
