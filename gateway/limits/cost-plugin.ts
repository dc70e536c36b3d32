import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.js';
import { refusal } from '../graphql-fault.js';
import { HttpFault } from '../http-fault.js';
import { pointsOf } from '../rate-limit/rate-limiter.js';
import type { CostEstimator } from './cost.js';

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
            throw refusal(
              'QUERY_TOO_COMPLEX',
              `The request may cost ${String(estimated)}; ${String(most)} is allowed. Ask for fewer works at once (first, ids) or for fewer fields of each.`,
            );
          try {
            // One was taken when the request came.
            if (points > 1) await contextValue.spend?.(points - 1);
          } catch (error) {
            throw error instanceof HttpFault ? refusal(error.code, error.message, error) : error;
          }
        },
      }),
  };
}
