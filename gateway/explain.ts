import type { ApolloServerPlugin } from '@apollo/server';
import type { UpstreamTally } from '../upstream/scope.js';
import type { FetchTrace, GatewayContext, RequestCost } from './context.js';

/** Asks for extensions.upstream and extensions.plan. */
export const EXPLAIN_HEADER = 'x-kakehashi-explain';

const NOTHING = { requests: 0, cacheHits: 0, collapsed: 0, retries: 0, tookMs: 0 };

/** Of an answer that was kept, or a request that was refused before it was estimated. */
export function noCost(limit: number): RequestCost {
  return { estimated: 0, limit, points: 1 };
}

/** What an answer's extensions tell to who asks with the header. */
export function explanation(
  platforms: readonly string[],
  tallies: ReadonlyMap<string, UpstreamTally>,
  plan: readonly FetchTrace[],
  cost: RequestCost,
): { cost: RequestCost; upstream: object[]; plan: readonly object[] } {
  return {
    cost,
    upstream: platforms.map((platform) => ({ platform, ...(tallies.get(platform) ?? NOTHING) })),
    plan: plan.map(({ startedAt: _, ...fetch }) => fetch),
  };
}

/** Adds to an answer what the platforms were asked for it and which fetches its plan made, when the caller wants to know. */
export function explainPlugin(platforms: readonly string[], maxCost: number): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart() {
      return Promise.resolve({
        willSendResponse({ contextValue: { explain, scope, fetches, cost }, response }) {
          if (explain && response.body.kind === 'single') {
            response.body.singleResult.extensions = {
              ...response.body.singleResult.extensions,
              ...explanation(platforms, scope.tallies, fetches, cost ?? noCost(maxCost)),
            };
          }
          return Promise.resolve();
        },
      });
    },
  };
}
