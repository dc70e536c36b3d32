import { allowedUrl } from './allow-list.js';
import { breaker, Circuits, refuseWhileOpen, type CircuitState } from './breaker.js';
import { bulkhead, Lanes } from './bulkhead.js';
import { answerCache } from './cache.js';
import { collapse } from './collapse.js';
import { Decoder } from './decode.js';
import { UpstreamError } from './errors.js';
import { abandoned } from './failures.js';
import { identity } from './identity.js';
import { RequestKeys } from './key.js';
import { policyLookup } from './policies.js';
import { redisCache, tiered } from './redis.js';
import { RedisConnection } from './redis-connection.js';
import { retrieval } from './retrieval.js';
import { retry } from './retry.js';
import type { RequestScope } from './scope.js';
import { sharedFlights } from './shared-flights.js';
import { sharedTurns } from './shared-turns.js';
import { StatusBoard } from './status.js';
import { memoryStore } from './store.js';
import { timeout } from './timeout.js';
import { took } from './took.js';
import { transport } from './transport.js';
import type {
  UpstreamAnswer,
  UpstreamLog,
  UpstreamObserver,
  UpstreamPolicy,
  UpstreamRequest,
  UpstreamResponse,
  UpstreamStatus,
} from './types.js';

/** What connectors need of the client. */
export interface UpstreamReader {
  /**
   * Asks a platform and decodes its answer. `decode` is pure; what it throws becomes UpstreamMalformed. The same answer is
   * decoded once by the same function while it stays in the cache.
   * @throws UpstreamError
   */
  read<T>(
    request: UpstreamRequest,
    decode: (response: UpstreamResponse) => T,
    scope: RequestScope,
  ): Promise<UpstreamAnswer<T>>;
}

/** The one HTTP client under all platforms. */
export interface UpstreamClient extends UpstreamReader {
  /** How a platform has been doing in the last quarter of an hour. */
  status(platform: string): UpstreamStatus;
  /** Whether a platform is asked: the worst of what is known of its hosts. */
  circuit(platform: string): CircuitState;
  /** Requests to one platform under way, and waiting for a place. */
  load(platform: string): { readonly active: number; readonly waiting: number };
  /** What is under way; all zero when nobody asks anything. */
  activity(): UpstreamActivity;
  /** Gives up what is under way and closes all connections. */
  close(): Promise<void>;
}

export interface UpstreamActivity {
  /** Distinct requests under way, queue included. */
  readonly flights: number;
  /** Requests that hold a place in a lane. */
  readonly active: number;
  /** Requests that wait for one. */
  readonly waiting: number;
}

export interface UpstreamClientOptions {
  readonly policies: readonly UpstreamPolicy[];
  /** By `userAgent` of identity.ts. */
  readonly userAgent: string;
  /** Bound of the answer cache; CACHE_MAX_BYTES. */
  readonly cacheMaxBytes: number;
  /** A redis: or rediss: address of a second tier behind the memory, shared with other processes; CACHE_URL. None: memory alone. */
  readonly cacheUrl?: string;
  /** Where trouble with that second tier is told. */
  readonly cacheLog?: UpstreamLog;
  readonly log?: UpstreamLog;
  readonly observer?: UpstreamObserver;
}

/** Builds the client: the stages of README.md, from the inside out. */
export function createUpstreamClient(options: UpstreamClientOptions): UpstreamClient {
  const policyOf = policyLookup(options.policies);
  const keys = new RequestKeys();
  const keyOf = (request: UpstreamRequest): string | null => keys.of(request, policyOf(request.platform));
  const answerKeyOf = (request: UpstreamRequest): string | null => keys.ofAnswer(request, policyOf(request.platform));
  const board = new StatusBoard(options.log ?? null, options.observer ?? null);
  const decoder = new Decoder();
  const lanes = new Lanes();
  const circuits = new Circuits();
  const identify = identity(options.userAgent);
  const memory = memoryStore(options.cacheMaxBytes);
  const redis = options.cacheUrl === undefined ? null : new RedisConnection(options.cacheUrl, options.cacheLog ?? null);
  const behind = redis === null ? null : redisCache(redis);

  const wire = transport(policyOf, lanes);
  const attempt = board.measured(timeout(policyOf, wire.send));
  const turn = redis === null ? attempt : sharedTurns(policyOf, redis, attempt);
  const counted = breaker(policyOf, circuits, retry(policyOf, lanes, turn));
  const inTurn = board.told(refuseWhileOpen(policyOf, circuits, bulkhead(policyOf, lanes, counted)));
  const alone =
    redis === null || behind === null ? inTurn : sharedFlights(policyOf, answerKeyOf, redis, behind, inTurn);
  const shared = collapse(policyOf, keyOf, alone);
  const cache = answerCache(
    {
      policyOf,
      keyOf: answerKeyOf,
      store: behind === null ? memory : tiered(memory, behind),
      privateStore: memory,
      onLookup: (platform, state) => {
        board.lookedUp(platform, state);
      },
    },
    took(shared.send),
  );

  /** @throws what cannot be decoded, which is told once, whoever tries */
  const decoded = <T>(
    response: UpstreamResponse,
    decode: (response: UpstreamResponse) => T,
    policy: UpstreamPolicy,
  ): T => {
    try {
      return decoder.decode(response, decode, policy);
    } catch (error) {
      if (error instanceof UpstreamError) board.unreadableAnswer(response, error);
      throw error;
    }
  };

  return {
    async read(request, decode, scope) {
      const policy = policyOf(request.platform);
      if (scope.signal.aborted) throw abandoned(policy);
      const ended = scope.freshness.begin();
      try {
        allowedUrl(request.url, policy);
        const recalled = await cache.recall(identify(request), scope, (response) => decoded(response, decode, policy));
        // What a caller's own token showed is nobody else's, however fresh.
        if (request.credential !== undefined) scope.freshness.forbid();
        else scope.freshness.limit(recalled.freshUntil);
        return {
          value: recalled.value,
          retrieved: retrieval(recalled.response, recalled.response.receivedAt, recalled.cache),
        };
      } catch (error) {
        scope.freshness.forbid();
        if (error instanceof UpstreamError) scope.failed.add(error.code);
        throw error;
      } finally {
        ended();
      }
    },
    status: (platform) => board.read(policyOf(platform).platform),
    load: (platform) => lanes.countsOf(platform),
    circuit: (platform) => circuits.stateOf(platform),
    activity: () => ({ flights: shared.flights, active: lanes.counts.active, waiting: lanes.counts.waiting }),
    async close() {
      cache.close();
      redis?.close();
      await wire.close();
    },
  };
}
