import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './context.js';

/** Asks for extensions.upstream and extensions.plan. */
export const EXPLAIN_HEADER = 'x-kakehashi-explain';

const NOTHING = { requests: 0, cacheHits: 0, collapsed: 0, retries: 0, tookMs: 0 };

/** Adds to an answer what the platforms were asked for it and which fetches its plan made, when the caller wants to know. */
export function explainPlugin(platforms: readonly string[]): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart() {
      return Promise.resolve({
        willSendResponse({ contextValue: { explain, scope, fetches }, response }) {
          if (explain && response.body.kind === 'single') {
            response.body.singleResult.extensions = {
              ...response.body.singleResult.extensions,
              upstream: platforms.map((platform) => ({ platform, ...(scope.tallies.get(platform) ?? NOTHING) })),
              plan: fetches,
            };
          }
          return Promise.resolve();
        },
      });
    },
  };
}
