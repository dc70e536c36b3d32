import type { ApolloServerPlugin } from '@apollo/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { UpstreamClient } from '../upstream/client.js';
import type { UpstreamObserver } from '../upstream/types.js';

/** Seconds. The platforms answer in tenths, and JAIRO Cloud's slowest hundredth in nine seconds (fact sheet 1). */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];
const CIRCUIT = { closed: 0, 'half-open': 1, open: 2 } as const;

/** What `GET /metrics` serves: names of platforms, routes, statuses and codes, and nothing that a caller or a platform wrote. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly http = new Counter({
    name: 'kakehashi_http_requests_total',
    help: 'Answers of this server by route and HTTP status.',
    labelNames: ['route', 'status'],
    registers: [this.registry],
  });
  private readonly httpSeconds = new Histogram({
    name: 'kakehashi_http_request_seconds',
    help: 'From a request to the end of its answer.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly inFlight = new Gauge({
    name: 'kakehashi_http_requests_in_flight',
    help: 'Requests that are being answered.',
    registers: [this.registry],
  });
  private readonly graphqlErrors = new Counter({
    name: 'kakehashi_graphql_errors_total',
    help: 'Errors in GraphQL answers by code.',
    labelNames: ['code'],
    registers: [this.registry],
  });
  private readonly sent = new Counter({
    name: 'kakehashi_upstream_requests_total',
    help: 'Requests to a platform, each try, by outcome: OK, or the code of the failure.',
    labelNames: ['platform', 'outcome'],
    registers: [this.registry],
  });
  private readonly sentSeconds = new Histogram({
    name: 'kakehashi_upstream_request_seconds',
    help: 'A try of a request to a platform, without waiting for a place.',
    labelNames: ['platform'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly unreadable = new Counter({
    name: 'kakehashi_upstream_unreadable_total',
    help: 'Answers of a platform that could not be read.',
    labelNames: ['platform'],
    registers: [this.registry],
  });
  private readonly refused = new Counter({
    name: 'kakehashi_upstream_refused_total',
    help: 'Requests to a platform that were not sent: an open circuit, or no place in time.',
    labelNames: ['platform', 'code'],
    registers: [this.registry],
  });
  private readonly lookups = new Counter({
    name: 'kakehashi_upstream_cache_lookups_total',
    help: 'Look-ups in the cache of the platforms’ answers: MISS, HIT or STALE.',
    labelNames: ['platform', 'state'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'kakehashi_' });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** For the upstream client. */
  readonly observer: UpstreamObserver = {
    sent: (platform, outcome, seconds) => {
      this.sent.inc({ platform, outcome });
      this.sentSeconds.observe({ platform }, seconds);
    },
    unreadable: (platform) => {
      this.unreadable.inc({ platform });
    },
    refused: (platform, code) => {
      this.refused.inc({ platform, code });
    },
    lookedUp: (platform, state) => {
      this.lookups.inc({ platform, state });
    },
  };

  /** Reads the state of each platform when the metrics are asked for. */
  watch(client: Pick<UpstreamClient, 'load' | 'circuit'>, platforms: readonly string[]): void {
    const gauge = (name: string, help: string, value: (platform: string) => number): void => {
      const made = new Gauge({
        name,
        help,
        labelNames: ['platform'],
        registers: [this.registry],
        collect: () => {
          for (const platform of platforms) made.set({ platform }, value(platform));
        },
      });
    };
    gauge('kakehashi_upstream_active', 'Requests to a platform under way.', (platform) => client.load(platform).active);
    gauge('kakehashi_upstream_waiting', 'Requests that wait for a place.', (platform) => client.load(platform).waiting);
    gauge(
      'kakehashi_upstream_circuit_state',
      'Whether a platform is asked: 0 yes, 1 it is being tried, 2 not for now; the worst of its hosts.',
      (platform) => CIRCUIT[client.circuit(platform)],
    );
  }

  /** Counts a request from now on. @returns what is called when its answer has ended, and tells how long it took in milliseconds. */
  begin(route: string): (status: number) => number {
    const since = performance.now();
    this.inFlight.inc();
    return (status) => {
      this.inFlight.dec();
      this.http.inc({ route, status: String(status) });
      const tookMs = performance.now() - since;
      this.httpSeconds.observe({ route }, tookMs / 1000);
      return Math.round(tookMs);
    };
  }

  graphqlError(code: string): void {
    this.graphqlErrors.inc({ code });
  }
}

/** Counts the errors of GraphQL answers by their codes, which are those of the allow-list by then. */
export function countingPlugin(metrics: Metrics): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ response: { body } }) {
          if (body.kind === 'single')
            for (const { extensions } of body.singleResult.errors ?? [])
              metrics.graphqlError(typeof extensions?.['code'] === 'string' ? extensions['code'] : 'INTERNAL');
          return Promise.resolve();
        },
      }),
  };
}
