import './no-telemetry.js';
import type { IncomingMessage } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { subgraphDefinitions } from '../schema/subgraphs.js';
import { VERSION } from '../cli/package-info.js';
import { platforms as registry } from '../subgraphs/index.js';
import type { SubgraphContext } from '../subgraphs/common/platform.js';
import { tokenHeadersOf } from './credentials.js';
import { describeError, formatError, isUnexpected } from './errors.js';
import { EXPLAIN_HEADER } from './explain.js';
import { HttpFault } from './http-fault.js';
import { answerGraphQL, send, startServer, targetOf, type ListeningServer } from './http-server.js';
import { CATALOG, localSubgraphs } from './local-subgraphs.js';
import { platformInfos, servePlatforms } from './platforms.js';
import { LONG_WALK_HEADER, REMAINING_HEADER, TALLIES_EXTENSION } from './remote-data-source.js';
import { SUBGRAPH_HEADER } from './remote-subgraphs.js';
import type { Reply } from './reply.js';
import type { Environment, Settings } from './settings.js';
import { startTracing } from './tracing.js';

interface ServerContext extends SubgraphContext {
  readonly explain: boolean;
}

/** The names that `kakehashi subgraph` takes. */
export const SUBGRAPH_NAMES: readonly string[] = [...registry.map(({ name }) => name), CATALOG];

/** The code of a resolver's own error, which a gateway in front needs; of Apollo's own what a gateway shows as well. */
function formatted(shown: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (!(error instanceof GraphQLError) || error.originalError === undefined) return formatError(shown);
  return { ...describeError(error.originalError), ...(shown.path === undefined ? {} : { path: shown.path }) };
}

/** Tells a gateway of ours in front what the platforms were asked, and the log what went wrong unexpectedly. */
function toldPlugin(log: Logger): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors({ errors, contextValue: { scope } }) {
          for (const error of errors)
            if (error.originalError && isUnexpected(error))
              log.error({ err: error, requestId: scope.requestId }, 'a resolver failed unexpectedly');
          return Promise.resolve();
        },
        willSendResponse({ contextValue: { explain, scope }, errors, response }) {
          if (errors !== undefined && errors.length > 0) scope.freshness.forbid();
          if (explain && response.body.kind === 'single') {
            response.body.singleResult.extensions = {
              ...response.body.singleResult.extensions,
              [TALLIES_EXTENSION]: Object.fromEntries(scope.tallies),
            };
          }
          return Promise.resolve();
        },
      }),
  };
}

/** What a gateway sends: documents that it wrote, and the entities of one answer. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

const nothing = (): void => undefined;
/** Figures are the gateway's: what a subgraph sends is traced alone. */
const UNOBSERVED = { unreadable: nothing, lookedUp: nothing, refused: nothing };

/** What is left of the time of the gateway in front; ours where nothing readable is told, and never more. */
function timeoutMs(request: IncomingMessage, ownMs: number): number {
  const told = request.headers[REMAINING_HEADER];
  return typeof told === 'string' && /^\d{1,9}$/.test(told) ? Math.min(Number(told), ownMs) : ownMs;
}

/**
 * Serves one subgraph over HTTP, for a gateway in front: a platform's own, or the catalog over all platforms that are
 * switched on. Its SDL is at /schema.graphql and in `_service { sdl }`.
 * @throws SettingsError; rejects with the system's error where the port is taken.
 */
export async function serveSubgraph(
  name: string,
  settings: Settings,
  environment: Environment,
  userAgent: string,
  log: Logger,
): Promise<ListeningServer> {
  const own = name === CATALOG ? settings : { ...settings, platforms: [name] };
  const tracing =
    settings.tracing &&
    (await startTracing(settings.tracing.endpoint, {
      name: settings.tracing.service,
      version: VERSION,
      isProxied: true,
      subgraph: name,
    }));
  const observer = tracing === null ? undefined : { ...UNOBSERVED, sent: tracing.sent };
  const served = servePlatforms(registry, own, environment, userAgent, log, observer);
  const schema = localSubgraphs(served, own).get(name);
  const sdl = subgraphDefinitions().find((definition) => definition.name === name)?.sdl;
  if (schema === undefined || sdl === undefined) throw new Error(`${name} is no subgraph`);
  const server = new ApolloServer<ServerContext>({
    schema,
    logger: log,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.hints,
    validationOptions: { hideSuggestions: !settings.hints },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: formatted,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      toldPlugin(log),
      ...(tracing === null ? [] : [tracing.plugin]),
    ],
  });
  await server.start();
  const graphql = {
    server,
    maxBodyBytes: MAX_BODY_BYTES,
    tokenHeaders: tokenHeadersOf(served.platforms.filter(({ enabled }) => enabled).map(({ facts }) => facts)),
    timeoutMs: (request: IncomingMessage) => timeoutMs(request, settings.requestTimeoutMs),
    longWalk: (request: IncomingMessage) => request.headers[LONG_WALK_HEADER] === '1',
    contextOf: (scope: ServerContext['scope'], request: IncomingMessage): ServerContext => ({
      scope,
      explain: request.headers[EXPLAIN_HEADER] === '1',
    }),
  };
  const state = { draining: false };
  const route = (request: IncomingMessage, response: Reply): Promise<void> | void => {
    const { path, search } = targetOf(request);
    response.tell(SUBGRAPH_HEADER, name);
    switch (path) {
      case '/graphql':
        return answerGraphQL(request, response, search, graphql);
      case '/schema.graphql':
        send(response, 200, 'text/plain; charset=utf-8', sdl);
        return;
      case '/health/live':
      case '/health/ready': {
        const draining = state.draining && path === '/health/ready';
        const platforms = platformInfos(served)
          .filter(({ status }) => status.state !== 'NOT_CONFIGURED')
          .map(({ platform, status: { state: now, message } }) => [platform, { state: now, message }] as const);
        const body = { status: draining ? 'draining' : 'ok', subgraph: name, platforms: Object.fromEntries(platforms) };
        send(response, draining ? 503 : 200, 'application/json', JSON.stringify(body));
        return;
      }
      default:
        throw new HttpFault(
          404,
          `There is nothing here: the subgraph ${name} is at /graphql, its SDL at /schema.graphql.`,
        );
    }
  };
  const { host, port } = settings;
  const listening = await startServer(route, { host, port, isProxied: true }, log);
  return {
    address: listening.address,
    quiet: () => listening.quiet(),
    async close() {
      state.draining = true;
      await listening.close();
      await server.stop();
      await served.client.close();
      await tracing?.close();
    },
  };
}
