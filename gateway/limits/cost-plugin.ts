import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../context.js';
import { HttpFault } from '../http-fault.js';
import { pointsOf } from '../rate-limit/rate-limiter.js';
import type { CostEstimator } from './cost.js';

/** A fault of HTTP in GraphQL's form, for what is found out within Apollo Server. */
function graphqlError({ message, code, status, headers }: HttpFault): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code, http: { status, headers: new HeaderMap(Object.entries(headers)) } },
  });
}

/**
 * Estimates each operation before it runs: refuses what may cost more than `most`, and counts what costs more than one request
 * as several. The estimate is told among the extensions to who asks for them.
 */
export function costPlugin(estimator: () => CostEstimator, most: number): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (operation === undefined) return;
          const estimated = estimator().estimate(document, operation, request.variables ?? {});
          const points = pointsOf(estimated);
          contextValue.cost = { estimated, limit: most, points };
          if (estimated > most)
            throw graphqlError(
              new HttpFault(
                400,
                `The request may cost ${String(estimated)}; ${String(most)} is allowed. Ask for fewer works at once (first, ids) or for fewer fields of each.`,
                'QUERY_TOO_COMPLEX',
              ),
            );
          try {
            // One was taken when the request came.
            if (points > 1) await contextValue.spend?.(points - 1);
          } catch (error) {
            throw error instanceof HttpFault ? graphqlError(error) : error;
          }
        },
      }),
  };
}
