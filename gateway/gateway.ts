import './no-telemetry.js';
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse, printSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { installScalars, scalarResolvers } from '../schema/scalars.js';
import { subgraphDefinitions } from '../schema/subgraphs.js';
import { catalogResolvers } from '../subgraphs/catalog/resolvers.js';
import { platforms as registry } from '../subgraphs/index.js';
import type { SubgraphContext, SubgraphResolvers } from '../subgraphs/common/platform.js';
import type { RequestScope } from '../upstream/scope.js';
import { formatError } from './errors.js';
import { explainPlugin } from './explain.js';
import type { GatewayContext } from './context.js';
import { LocalDataSource } from './local-data-source.js';
import { partialSourcesPlugin } from './partial-sources.js';
import { catalogPlatforms, platformInfos, servePlatforms, type ServedPlatforms } from './platforms.js';
import { reservedNamesPlugin } from './reserved-names.js';
import type { Environment, Settings } from './settings.js';

/** The supergraph that is committed and served. */
export const SUPERGRAPH_FILE = new URL('../schema/supergraph.graphql', import.meta.url);

/** The GraphQL side of the gateway, without HTTP. */
export interface Gateway {
  readonly server: ApolloServer<GatewayContext>;
  readonly served: ServedPlatforms;
  /** What the routes for schemas serve. */
  readonly sdl: { readonly api: string; readonly supergraph: string; readonly subgraphs: ReadonlyMap<string, string> };
  stop(): Promise<void>;
}

/** @apollo/gateway tells as news that it has loaded what it was given: that is for those who debug. */
function quiet(log: Logger): Pick<Logger, 'debug' | 'info' | 'warn' | 'error'> {
  return {
    debug: log.debug.bind(log),
    info: log.debug.bind(log),
    warn: log.warn.bind(log),
    error: log.error.bind(log),
  };
}

/** Every subgraph as an executable schema, by name. */
function subgraphSchemas(served: ServedPlatforms, settings: Settings): Map<string, GraphQLSchema> {
  const catalog = catalogResolvers({
    catalog: {
      platforms: catalogPlatforms(served),
      secret: settings.secret,
      searchTimeoutMs: settings.searchTimeoutMs,
    },
    infos: () => platformInfos(served),
    recordTypes: Object.fromEntries(registry.map(({ platform, recordType }) => [platform, recordType])),
  });
  const resolvers = new Map<string, SubgraphResolvers>([
    ['catalog', catalog],
    ...served.platforms.map(({ facts, parts }) => [facts.name, parts.resolvers] as const),
  ]);
  return new Map(
    subgraphDefinitions().map(({ name, sdl }) => [
      name,
      buildSubgraphSchema([
        {
          typeDefs: parse(sdl),
          resolvers: { ...scalarResolvers, ...resolvers.get(name) } as GraphQLResolverMap<SubgraphContext>,
        },
      ]),
    ]),
  );
}

/**
 * Starts the gateway over the committed supergraph with its subgraphs in the process.
 * @throws SettingsError
 */
export async function startGateway(
  settings: Settings,
  environment: Environment,
  userAgent: string,
  log: Logger,
): Promise<Gateway> {
  const served = servePlatforms(registry, settings, environment, userAgent, log);
  const schemas = subgraphSchemas(served, settings);
  const reportError = (error: unknown, scope: RequestScope): void => {
    log.error({ err: error, requestId: scope.requestId }, 'a resolver failed unexpectedly');
  };
  const supergraph = readFileSync(SUPERGRAPH_FILE, 'utf8');
  let api = '';
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name }) => {
      const schema = schemas.get(name);
      if (!schema)
        throw new Error(`The supergraph has a subgraph ${name} that this build does not: run kakehashi compose.`);
      return new LocalDataSource(name, schema, reportError);
    },
    logger: quiet(log),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    installScalars(apiSchema);
    api = `${printSchema(apiSchema)}\n`;
  });
  const server = new ApolloServer<GatewayContext>({
    gateway,
    logger: log,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.hints,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      reservedNamesPlugin,
      partialSourcesPlugin,
      explainPlugin(served.platforms.filter(({ enabled }) => enabled).map(({ facts }) => facts.platform)),
    ],
  });
  await server.start();
  const subgraphs = new Map(subgraphDefinitions().map(({ name, sdl }) => [name, sdl]));
  return {
    server,
    served,
    sdl: { api, supergraph, subgraphs },
    async stop() {
      await server.stop();
      await served.client.close();
    },
  };
}
