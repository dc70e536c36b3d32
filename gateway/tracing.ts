import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import type { ApolloServerPlugin } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import type { RequestScope } from '../upstream/scope.js';
import type { UpstreamObserver } from '../upstream/types.js';
import type { GatewayContext } from './context.js';
import { SettingsError } from './settings.js';

/** Requests whose spans may still get parts; more are forgotten, whose parts become traces of their own. */
const MAX_OPEN = 10_000;

/** Under this name W3C Trace Context tells whose part a request is: version, trace, span, flags. */
export const TRACEPARENT_HEADER = 'traceparent';
const TRACEPARENT = /^00-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}$/;

/** What a span is made of: a gateway's requests have fetches and a cost, a subgraph's own have not. */
interface TracedContext {
  readonly scope: RequestScope;
  readonly fetches?: GatewayContext['fetches'];
  readonly cost?: GatewayContext['cost'];
}

/** Traces of requests: what the plan fetched, and what platforms were asked. No words of a query, no variables, no addresses. */
export interface Tracing {
  readonly plugin: ApolloServerPlugin<TracedContext>;
  /** Told of an answer that was kept, for which nothing else is done. */
  kept(requestId: string, startedAt: number): void;
  /** What a subgraph elsewhere is told, so that its spans are parts of the request's; absent where that is answered already. */
  traceparent(requestId: string): string | undefined;
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
 * @param service `isProxied`: who is in front is believed when it says whose part a request is; `subgraph`: whose server this is
 * @throws SettingsError where the packages are missing
 */
export async function startTracing(
  endpoint: string,
  service: { readonly name: string; readonly version: string; readonly isProxied: boolean; readonly subgraph?: string },
): Promise<Tracing> {
  const { api, sdk, resources, exporter } = await packages();
  const provider = new sdk.BasicTracerProvider({
    resource: resources.resourceFromAttributes({
      'service.name': service.name,
      'service.version': service.version,
      ...(service.subgraph === undefined ? {} : { 'kakehashi.subgraph': service.subgraph }),
    }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(new exporter.OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })),
    ],
  });
  const spans = new Spans(provider.getTracer('kakehashi', service.version), api);
  return {
    plugin: tracingPlugin(spans, service.isProxied),
    kept(requestId, startedAt) {
      const tookMs = Date.now() - startedAt;
      spans.ended('graphql', { kind: api.SpanKind.SERVER, startedAt, tookMs, requestId }, KEPT, false);
    },
    traceparent: (requestId) => spans.traceparent(requestId),
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

const KEPT = { 'kakehashi.answer_cache': 'HIT' };

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

  /** @param told by who is in front: the span that this one is a part of */
  begin(requestId: string, name: string, attributes: Attributes, told: string | undefined): Span {
    const { ROOT_CONTEXT, SpanKind, trace, TraceFlags } = this.api;
    const [, traceId, spanId] = TRACEPARENT.exec(told ?? '') ?? [];
    const parent =
      traceId === undefined || spanId === undefined
        ? ROOT_CONTEXT
        : trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
    const span = this.tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
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

  traceparent(requestId: string): string | undefined {
    const open = this.open.get(requestId);
    const context = open && this.api.trace.getSpanContext(open);
    return context && `00-${context.traceId}-${context.spanId}-01`;
  }

  get internal(): number {
    return this.api.SpanKind.INTERNAL;
  }
}

/** One span for each operation, and one for each fetch of its plan. */
function tracingPlugin(spans: Spans, isProxied: boolean): ApolloServerPlugin<TracedContext> {
  return {
    requestDidStart({ request, contextValue: { scope, fetches = [] } }) {
      const { requestId } = scope;
      const told = isProxied ? request.http?.headers.get(TRACEPARENT_HEADER) : undefined;
      const span = spans.begin(requestId, 'graphql', { 'kakehashi.request_id': requestId }, told);
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
