import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import type { ApolloServerPlugin } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import type { UpstreamObserver } from '../upstream/types.js';
import type { GatewayContext } from './context.js';
import { SettingsError } from './settings.js';

/** Requests whose spans may still get parts; more are forgotten, whose parts become traces of their own. */
const MAX_OPEN = 10_000;

/** Traces of requests: what the plan fetched, and what platforms were asked. No words of a query, no variables, no addresses. */
export interface Tracing {
  readonly plugin: ApolloServerPlugin<GatewayContext>;
  /** Told of each request to a platform. */
  readonly sent: UpstreamObserver['sent'];
  /** Sends what is left. */
  close(): Promise<void>;
}

type Api = Awaited<ReturnType<typeof packages>>['api'];

/** The packages are optional peers: who wants no traces installs none. */
async function packages() {
  try {
    const [api, sdk, resources, exporter] = await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ]);
    return { api, sdk, resources, exporter };
  } catch {
    throw new SettingsError([
      'OTEL_EXPORTER_OTLP_ENDPOINT: traces need packages that are not installed: npm install @opentelemetry/api @opentelemetry/sdk-trace-base @opentelemetry/resources @opentelemetry/exporter-trace-otlp-http',
    ]);
  }
}

/**
 * Sends traces to a collector by OTLP over HTTP, and nowhere else.
 * @param endpoint the collector's base address, as OTEL_EXPORTER_OTLP_ENDPOINT gives it
 * @throws SettingsError where the packages are missing
 */
export async function startTracing(endpoint: string, service: { name: string; version: string }): Promise<Tracing> {
  const { api, sdk, resources, exporter } = await packages();
  const provider = new sdk.BasicTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': service.name, 'service.version': service.version }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(new exporter.OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })),
    ],
  });
  const spans = new Spans(provider.getTracer('kakehashi', service.version), api);
  return {
    plugin: tracingPlugin(spans),
    sent: (platform, outcome, seconds, { kind, requestId, status }) => {
      spans.ended(
        `${platform} ${kind}`,
        { kind: api.SpanKind.CLIENT, startedAt: Date.now() - seconds * 1000, tookMs: seconds * 1000, requestId },
        {
          'kakehashi.platform': platform,
          'kakehashi.outcome': outcome,
          ...(status === undefined ? {} : { 'http.response.status_code': status }),
        },
        outcome !== 'OK',
      );
    },
    close: () => provider.shutdown(),
  };
}

interface Part {
  readonly kind: number;
  /** ms since 1970 */
  readonly startedAt: number;
  readonly tookMs: number;
  readonly requestId: string;
}

/** Spans of requests that are being answered, and of their parts, which are known when they end. */
class Spans {
  private readonly open = new LRUCache<string, Context>({ max: MAX_OPEN });

  constructor(
    private readonly tracer: Tracer,
    private readonly api: Api,
  ) {}

  begin(requestId: string, name: string, attributes: Attributes): Span {
    const span = this.tracer.startSpan(name, { kind: this.api.SpanKind.SERVER, attributes }, this.api.ROOT_CONTEXT);
    this.open.set(requestId, this.api.trace.setSpan(this.api.ROOT_CONTEXT, span));
    return span;
  }

  ended(name: string, { kind, startedAt, tookMs, requestId }: Part, attributes: Attributes, failed: boolean): void {
    const parent = this.open.get(requestId) ?? this.api.ROOT_CONTEXT;
    const span = this.tracer.startSpan(name, { kind, startTime: startedAt, attributes }, parent);
    if (failed) span.setStatus({ code: this.api.SpanStatusCode.ERROR });
    span.end(startedAt + tookMs);
  }

  end(requestId: string, span: Span, failed: boolean): void {
    if (failed) span.setStatus({ code: this.api.SpanStatusCode.ERROR });
    span.end();
    this.open.delete(requestId);
  }

  get internal(): number {
    return this.api.SpanKind.INTERNAL;
  }
}

/** One span for each operation, and one for each fetch of its plan. */
function tracingPlugin(spans: Spans): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart({ contextValue: { scope, fetches } }) {
      const { requestId } = scope;
      const span = spans.begin(requestId, 'graphql', { 'kakehashi.request_id': requestId });
      return Promise.resolve({
        didResolveOperation({ operation, operationName }) {
          if (operation !== undefined) span.setAttribute('graphql.operation.type', operation.operation);
          if (operationName !== null) span.setAttribute('graphql.operation.name', operationName);
          return Promise.resolve();
        },
        willSendResponse({ response, contextValue: { cost } }) {
          for (const { subgraph, path, representations, startedAt, tookMs } of fetches)
            spans.ended(
              `fetch ${subgraph}`,
              { kind: spans.internal, startedAt, tookMs, requestId },
              { 'kakehashi.subgraph': subgraph, 'kakehashi.path': path, 'kakehashi.representations': representations },
              false,
            );
          if (cost !== undefined) span.setAttribute('kakehashi.cost', cost.estimated);
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))];
          if (codes.length > 0) span.setAttribute('kakehashi.errors', codes);
          spans.end(requestId, span, codes.length > 0);
          return Promise.resolve();
        },
      });
    },
  };
}
