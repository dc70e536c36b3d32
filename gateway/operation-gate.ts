import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from './context.js';
import { refusal } from './graphql-fault.js';

/** The name under which the gateway hands entities to subgraphs: @apollo/gateway fails in the middle of a query that takes it. */
const RESERVED = 'representations';

/**
 * Refuses, before anything is fetched, operations that validation lets pass and @apollo/gateway fails at with an error that
 * helps nobody: one that is not there, of a kind that the API has not, with a reserved name, or with variables that do not fit
 * (all faults of which, without a bound, cost seconds).
 * @param hints whether errors name what was perhaps meant
 */
export const operationGate = (hints: boolean): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation, schema, request }) {
        if (operation === undefined)
          throw refusal(
            'OPERATION_RESOLUTION_FAILURE',
            'The document has no such operation: name one of its own by operationName, or send one without others.',
          );
        checkKind(operation, schema);
        checkVariables(operation, schema, request.variables ?? {}, hints);
        return Promise.resolve();
      },
    }),
});

function checkKind(operation: OperationDefinitionNode, schema: GraphQLSchema): void {
  if (schema.getRootType(operation.operation)) return;
  throw refusal('GRAPHQL_VALIDATION_FAILED', `The API has no ${operation.operation}s: it only answers queries.`, {
    nodes: [operation],
  });
}

function checkVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
  given: Readonly<Record<string, unknown>>,
  hints: boolean,
): void {
  if (variableDefinitions.some(({ variable }) => variable.name.value === RESERVED))
    throw refusal(
      'BAD_USER_INPUT',
      `No variable can be named $${RESERVED} here (the gateway uses the name): rename it.`,
    );
  // One fault is told: each takes a look at the whole value.
  const { errors } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 1, hideSuggestions: !hints });
  const [first] = errors ?? [];
  if (first === undefined) return;
  throw refusal('BAD_USER_INPUT', first.message, first.nodes === undefined ? {} : { nodes: first.nodes });
}
