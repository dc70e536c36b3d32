import './no-telemetry.js';
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLSchema, printSchema } from 'graphql';
import type { Logger } from 'pino';
import { Agent } from 'undici';
import { filterFaults, parseSets, type HarvestSet } from '../harvest/sets.js';
import { installScalars } from '../schema/scalars.js';
import { subgraphDefinitions } from '../schema/subgraphs.js';
import type { PlatformInfoModel } from '../subgraphs/catalog/model.js';
import type { PlatformFacts } from '../subgraphs/common/platform.js';
import { VERSION } from '../cli/package-info.js';
import { platforms as registry } from '../subgraphs/index.js';
import { RedisConnection } from '../upstream/redis-connection.js';
import type { RequestScope } from '../upstream/scope.js';
import { AnswerCache } from './answer-cache/answer-cache.js';
import type { GatewayContext } from './context.js';
import { formatError } from './errors.js';
import { OwnGateway } from './execution/own-gateway.js';
import { explainPlugin } from './explain.js';
import { LocalDataSource } from './local-data-source.js';
import { localSubgraphs } from './local-subgraphs.js';
import { lookingAhead } from './look-ahead.js';
import { CostEstimator } from './limits/cost.js';
import { readCostModel } from './limits/cost-model.js';
import { costPlugin } from './limits/cost-plugin.js';
import { finiteNumbers } from './limits/finite-numbers.js';
import { countingPlugin, Metrics } from './metrics.js';
import { operationGate } from './operation-gate.js';
import { partialSourcesPlugin } from './partial-sources.js';
import { platformInfos, servePlatforms } from './platforms.js';
import { MemoryBuckets } from './rate-limit/memory-buckets.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';
import { RedisBuckets } from './rate-limit/redis-buckets.js';
import { RemoteDataSource } from './remote-data-source.js';
import { readRemoteSupergraph, tokenHeadersFor } from './remote-subgraphs.js';
import { SettingsError, type Environment, type Settings } from './settings.js';
import type { SubgraphDataSource } from './subgraph-data-source.js';
import { startTracing, type Tracing } from './tracing.js';
import { manifestFaults, readManifest, type TrustedDocument } from './trusted-documents/manifest.js';
import { QueryStore } from './trusted-documents/query-store.js';
import { TrustedDocuments } from './trusted-documents/trusted-documents.js';

/** The supergraph that is committed and served. */
export const SUPERGRAPH_FILE = new URL('../schema/supergraph.graphql', import.meta.url);

/** Faults of a document that are told at once. */
const MAX_FAULTS = 20;

/** The GraphQL side of the gateway, without HTTP. */
export interface Gateway {
  readonly server: ApolloServer<GatewayContext>;
  /** The platforms that are known, configured or not. */
  readonly facts: readonly PlatformFacts[];
  /** The names (EOSC) of those that are configured. */
  readonly configured: readonly string[];
  /** Whole answers that may be given again; null: none are kept. */
  readonly answers: AnswerCache | null;
  /** Documents that callers name by an id; null: there are none. */
  readonly documents: TrustedDocuments | null;
  /** Counts what each client asks for; null: nobody does. */
  readonly limiter: RateLimiter | null;
  /** How the platforms are; of those whose subgraphs run elsewhere nothing is known here. */
  readonly infos: () => PlatformInfoModel[];
  /** What is harvested by OAI-PMH. */
  readonly harvestSets: readonly HarvestSet[];
  /** What processes share beside the platforms' answers; null: nothing. */
  readonly redis: RedisConnection | null;
  readonly metrics: Metrics;
  /** Sends traces; null: nobody wants them. */
  readonly tracing: Tracing | null;
  /** What the routes for schemas serve. */
  readonly sdl: () => Sdl;
  /**
   * Reads again what may have changed elsewhere: the subgraphs' SDL, and the trusted documents. What runs ends as it began.
   * @throws SettingsError with what is wrong, and nothing changes; documents that do not fit subgraphs which did change stay as they were
   */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

/** The schemas as they are served. */
export interface Sdl {
  readonly api: string;
  readonly supergraph: string;
  readonly subgraphs: ReadonlyMap<string, string>;
}

/** Where the subgraphs are: what the gateway is built over. */
interface Subgraphs {
  readonly current: () => { readonly supergraph: string; readonly sdl: ReadonlyMap<string, string> };
  /** Reads them again. @returns what goes back to those before. @throws SettingsError; nothing changes then */
  reload(): Promise<() => void>;
  readonly source: (name: string) => SubgraphDataSource | undefined;
  readonly infos: () => PlatformInfoModel[];
  close(): Promise<void>;
}

type ReportError = (error: unknown, scope: RequestScope) => void;

/** @apollo/gateway tells as news that it has loaded what it was given: that is for those who debug. */
function quiet(log: Logger): Pick<Logger, 'debug' | 'info' | 'warn' | 'error'> {
  return {
    debug: log.debug.bind(log),
    info: log.debug.bind(log),
    warn: log.warn.bind(log),
    error: log.error.bind(log),
  };
}

/** All of our subgraphs in this process, under the committed supergraph. */
function subgraphsHere(
  settings: Settings,
  environment: Environment,
  userAgent: string,
  log: Logger,
  reportError: ReportError,
  metrics: Metrics,
  tracing: Tracing | null,
): Subgraphs {
  const { observer } = metrics;
  const served = servePlatforms(registry, settings, environment, userAgent, log, {
    ...observer,
    sent(...told) {
      observer.sent(...told);
      tracing?.sent(...told);
    },
  });
  metrics.watch(
    served.client,
    served.platforms.filter(({ enabled }) => enabled).map(({ facts }) => facts.platform),
  );
  const schemas = localSubgraphs(served, settings);
  const supergraph = readFileSync(SUPERGRAPH_FILE, 'utf8');
  const sdl = new Map(subgraphDefinitions().map((subgraph) => [subgraph.name, subgraph.sdl]));
  return {
    current: () => ({ supergraph, sdl }),
    // They are of this build, and change with it.
    reload: () => Promise.resolve(() => undefined),
    source(name) {
      const schema = schemas.get(name);
      return schema && new LocalDataSource(name, schema, reportError);
    },
    infos: () => platformInfos(served),
    close: () => served.client.close(),
  };
}

/** Subgraphs that run elsewhere, composed as they are now. */
async function subgraphsElsewhere(
  urls: readonly string[],
  reportError: ReportError,
  tracing: Tracing | null,
): Promise<Subgraphs> {
  const agent = new Agent({ keepAliveTimeout: 30_000 });
  let read = await readRemoteSupergraph(urls, agent);
  return {
    current: () => ({ supergraph: read.supergraph, sdl: new Map(read.subgraphs.map(({ name, sdl }) => [name, sdl])) }),
    async reload() {
      const before = read;
      read = await readRemoteSupergraph(urls, agent);
      return () => {
        read = before;
      };
    },
    source(name) {
      const subgraph = read.subgraphs.find((one) => one.name === name);
      const traceparent = tracing === null ? undefined : (id: string) => tracing.traceparent(id);
      return subgraph && new RemoteDataSource(subgraph, agent, tokenHeadersFor(subgraph), reportError, traceparent);
    },
    infos: () => [],
    close: () => agent.close(),
  };
}

function trustedFault(faults: readonly string[]): SettingsError {
  return new SettingsError(faults.map((fault) => `TRUSTED_DOCUMENTS: ${fault}`));
}

/** Plans, and what runs them. */
interface Planned {
  readonly gateway: OwnGateway | ApolloGateway;
  /** Serves another supergraph from now on. */
  readonly swap: (supergraph: string) => void;
  /** Plans documents before they are asked for. */
  readonly warm: (documents: readonly TrustedDocument[]) => void;
}

type SourceOf = (name: string) => SubgraphDataSource;

function ownExecution(supergraph: string, sourceOf: SourceOf): Planned {
  const gateway = new OwnGateway(supergraph, sourceOf);
  return {
    gateway,
    swap: gateway.update.bind(gateway),
    warm: (documents) => void gateway.warm(documents),
  };
}

/** @apollo/gateway as it comes: what its executor does beyond its plans is slow, and kept to fall back on. */
function apollosExecution(supergraph: string, sourceOf: SourceOf, log: Logger): Planned {
  const sources = new Map<string, SubgraphDataSource>();
  let update: (supergraph: string) => void = () => undefined;
  const gateway = new ApolloGateway({
    supergraphSdl(given) {
      update = given.update;
      return Promise.resolve({ supergraphSdl: supergraph });
    },
    buildService({ name }) {
      const source = sourceOf(name);
      sources.set(name, source);
      return source;
    },
    logger: quiet(log),
    experimental_didResolveQueryPlan: lookingAhead(sources),
  });
  return {
    gateway,
    swap(changed) {
      update(changed);
    },
    // It plans what it is asked, and nothing before.
    warm: () => undefined,
  };
}

/** Clients are counted in Redis where processes share one. */
function limiterOf({ rateLimit, trustProxy, secret }: Settings, redis: RedisConnection | null): RateLimiter | null {
  if (rateLimit === null) return null;
  const own = new MemoryBuckets();
  const buckets = redis === null ? own : new RedisBuckets(redis, secret, own);
  return new RateLimiter(rateLimit, buckets, { proxies: trustProxy, secret });
}

/**
 * Starts the gateway: over the committed supergraph with its subgraphs in the process, or over the subgraphs at the
 * addresses of KAKEHASHI_SUBGRAPHS.
 * @throws SettingsError
 */
export async function startGateway(
  settings: Settings,
  environment: Environment,
  userAgent: string,
  log: Logger,
): Promise<Gateway> {
  const reportError: ReportError = (error, scope) => {
    log.error({ err: error, requestId: scope.requestId }, 'a resolver failed unexpectedly');
  };
  const metrics = new Metrics();
  const tracing =
    settings.tracing &&
    (await startTracing(settings.tracing.endpoint, {
      name: settings.tracing.service,
      version: VERSION,
      isProxied: settings.trustProxy > 0,
    }));
  const subgraphs =
    settings.subgraphs === null
      ? subgraphsHere(settings, environment, userAgent, log, reportError, metrics, tracing)
      : await subgraphsElsewhere(settings.subgraphs, reportError, tracing);
  const answers = settings.answerCacheMaxBytes === 0 ? null : new AnswerCache(settings.answerCacheMaxBytes);
  const configured = registry
    .filter(({ name }) => settings.platforms?.includes(name) ?? true)
    .map(({ platform }) => platform);
  const { cacheUrl, rateLimit } = settings;
  const harvestSets = parseSets(settings.oaiSets, new Map(registry.map(({ name, platform }) => [name, platform]))).sets;
  const isShared = rateLimit !== null || harvestSets.length > 0;
  const redis = cacheUrl === null || !isShared ? null : new RedisConnection(cacheUrl, log);
  const limiter = limiterOf(settings, redis);
  let api = new GraphQLSchema({});
  let apiSdl = '';
  let estimator = new CostEstimator(api, readCostModel(subgraphs.current().supergraph));
  const sourceOf = (name: string): SubgraphDataSource => {
    const source = subgraphs.source(name);
    if (source) return source;
    throw new Error(`The supergraph has a subgraph ${name} that this build does not: run kakehashi compose.`);
  };
  const { gateway, swap, warm } =
    settings.executor === 'own'
      ? ownExecution(subgraphs.current().supergraph, sourceOf)
      : apollosExecution(subgraphs.current().supergraph, sourceOf, log);
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    installScalars(apiSchema);
    answers?.clear();
    api = apiSchema;
    apiSdl = `${printSchema(api)}\n`;
    estimator = new CostEstimator(api, readCostModel(coreSupergraphSdl));
  });
  const server = new ApolloServer<GatewayContext>({
    gateway,
    logger: log,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.hints,
    validationRules: [finiteNumbers],
    validationOptions: { maxErrors: MAX_FAULTS, hideSuggestions: !settings.hints },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError,
    persistedQueries: settings.trustedDocumentsOnly ? false : { cache: new QueryStore() },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      operationGate(settings.hints),
      costPlugin(() => estimator, settings.limits.cost),
      partialSourcesPlugin,
      countingPlugin(metrics),
      ...(tracing === null ? [] : [tracing.plugin]),
      explainPlugin(configured, settings.limits.cost),
    ],
  });
  await server.start();
  const stop = async (): Promise<void> => {
    await server.stop();
    await subgraphs.close();
    await tracing?.close();
    redis?.close();
  };
  const documents =
    settings.trustedDocuments && new TrustedDocuments(settings.trustedDocuments, settings.trustedDocumentsOnly);
  const faults = manifestFaults(settings.trustedDocuments ?? [], api);
  const wrong = [
    ...faults.map((fault) => `TRUSTED_DOCUMENTS: ${fault}`),
    ...filterFaults(harvestSets, api).map((fault) => `OAI_SETS: ${fault}`),
  ];
  if (wrong.length > 0) {
    await stop();
    throw new SettingsError(wrong);
  }
  const reloadOnce = async (): Promise<void> => {
    const trusted = settings.trustedDocumentsFile === null ? null : readManifest(settings.trustedDocumentsFile);
    if (trusted !== null && trusted.faults.length > 0) throw trustedFault(trusted.faults);
    const undo = await subgraphs.reload();
    try {
      swap(subgraphs.current().supergraph);
    } catch (error) {
      // It composes, and the gateway refuses it all the same.
      undo();
      throw error;
    }
    if (trusted === null) return;
    const unfit = manifestFaults(trusted.documents, api);
    if (unfit.length > 0) throw trustedFault(unfit);
    documents?.replace(trusted.documents);
    answers?.clear();
    warm(trusted.documents);
  };
  let reloading = Promise.resolve();
  return {
    server,
    facts: registry,
    configured,
    answers,
    documents,
    limiter,
    infos: subgraphs.infos,
    harvestSets,
    redis,
    metrics,
    tracing,
    sdl() {
      const { supergraph, sdl } = subgraphs.current();
      return { api: apiSdl, supergraph, subgraphs: sdl };
    },
    reload() {
      // One after another, so that what was read last is what stays.
      const reload = reloading.then(reloadOnce);
      reloading = reload.catch(() => undefined);
      return reload;
    },
    stop,
  };
}
