import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from './context.js';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** Marks a platform's line in a connection's `sources`, where it says OK and its state was asked for. */
function mark(connection: Json, platform: string, message: string): void {
  const { sources } = connection;
  if (!Array.isArray(sources)) return;
  for (const line of sources as unknown[]) {
    if (!isObject(line) || line['platform'] !== platform || line['state'] !== 'OK') continue;
    line['state'] = 'PARTIAL';
    if (line['message'] === null) line['message'] = `A record could not be read in full: ${message}`;
  }
}

/**
 * Corrects `sources` by what failed after the catalog had answered: a field of a platform's own (jairo { files }) is read
 * by the platform's subgraph, and when its record cannot be read the search's source is PARTIAL, not OK.
 */
export function correctSources(data: unknown, errors: readonly GraphQLFormattedError[]): void {
  for (const { path, message, extensions } of errors) {
    const platform = extensions?.['platform'];
    if (typeof platform !== 'string' || path === undefined) continue;
    let place: unknown = data;
    for (const step of path) {
      if (!isObject(place)) break;
      mark(place, platform, message);
      place = place[step];
    }
  }
}

/** Runs correctSources on every answer that carries errors, and sees to it that nobody keeps it. */
export const partialSourcesPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response, contextValue: { scope } }) {
        if (response.body.kind === 'single') {
          const { data, errors } = response.body.singleResult;
          if (errors && errors.length > 0) {
            correctSources(data, errors);
            scope.freshness.forbid();
          }
        }
        return Promise.resolve();
      },
    }),
};
