import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from './context.js';

/**
 * Refuses a variable with the name under which the gateway hands entities to subgraphs: @apollo/gateway fails in the middle
 * of such a query, with an error that helps nobody.
 */
export const reservedNamesPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation }) {
        const taken = operation?.variableDefinitions?.some(({ variable }) => variable.name.value === 'representations');
        if (taken === true) {
          throw new GraphQLError(
            'No variable can be named $representations here (the gateway uses the name): rename it.',
            {
              extensions: { code: 'BAD_USER_INPUT' },
            },
          );
        }
        return Promise.resolve();
      },
    }),
};
