import type { Agent } from 'undici';
import { request } from 'undici';
import { z } from 'zod';
import type { RequestScope, UpstreamTally } from '../upstream/scope.js';
import { freshMsOf } from './answer-cache/cache-control.js';
import type { GatewayContext } from './context.js';
import type { SubgraphError } from './errors.js';
import { EXPLAIN_HEADER } from './explain.js';
import { REQUEST_ID_HEADER } from './request-id.js';
import { SubgraphDataSource, type SubgraphResponse } from './subgraph-data-source.js';
import { TRACEPARENT_HEADER } from './tracing.js';

/** Milliseconds that are left for an answer: what the gateway's caller will not wait for, a subgraph need not read. */
export const REMAINING_HEADER = 'x-kakehashi-remaining-ms';
/** The walk that is begun is an export's: its cursors are the gateway's own. */
export const LONG_WALK_HEADER = 'x-kakehashi-long-walk';
/** Under this name a subgraph tells what the platforms were asked for its answer. */
export const TALLIES_EXTENSION = 'kakehashi.upstream';

/** The largest answer of a subgraph that is read: a hundred works with all their fields are about a megabyte. */
const MAX_BYTES = 64 * 1024 * 1024;

const tally = z.object({
  requests: z.number(),
  cacheHits: z.number(),
  collapsed: z.number(),
  retries: z.number(),
  tookMs: z.number(),
});

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .optional(),
  extensions: z.object({ [TALLIES_EXTENSION]: z.record(z.string(), tally).optional() }).optional(),
});

/** A subgraph that runs elsewhere. */
export interface RemoteSubgraph {
  readonly name: string;
  /** Where its GraphQL is asked. */
  readonly url: string;
  /** The platform (EOSC) that it wraps, where it is one of ours. */
  readonly platform: string | null;
}

function addTally(scope: RequestScope, platform: string, told: UpstreamTally): void {
  const own = scope.tally(platform);
  own.requests += told.requests;
  own.cacheHits += told.cacheHits;
  own.collapsed += told.collapsed;
  own.retries += told.retries;
  own.tookMs = Math.max(own.tookMs, told.tookMs);
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Error('the answer of a subgraph is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * A subgraph over HTTP. A caller's token goes to the subgraphs that `tokenHeaders` names and to no other. That a subgraph
 * is away is an error of its own fields; the rest of the answer stands.
 */
export class RemoteDataSource extends SubgraphDataSource {
  constructor(
    private readonly subgraph: RemoteSubgraph,
    private readonly agent: Agent,
    /** The callers' token headers that this subgraph is to have, by platform. */
    private readonly tokenHeaders: ReadonlyMap<string, string>,
    private readonly reportError: (error: unknown, scope: RequestScope) => void,
    /** By a request's id, what its trace is called; absent where there are none. */
    private readonly traceparent: (requestId: string) => string | undefined = () => undefined,
  ) {
    super(subgraph.name);
  }

  async run(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    { scope, explain }: GatewayContext,
  ): Promise<SubgraphResponse> {
    scope.signal.throwIfAborted();
    const remainingMs = Number.isFinite(scope.deadline) ? scope.remainingMs : 60_000;
    // The subgraph answers by the deadline with what it has; a little longer than that is waited for the way back.
    const late = AbortSignal.timeout(remainingMs + 500);
    try {
      const { statusCode, headers, body } = await request(this.subgraph.url, {
        method: 'POST',
        dispatcher: this.agent,
        headers: this.headers(scope, explain, remainingMs),
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.any([scope.signal, late]),
      });
      const text = await readText(body);
      // A GraphQL answer with errors may have any status; what is no JSON of that shape is none.
      const { data, errors, extensions } = answer.parse(JSON.parse(text));
      if (data === undefined && errors === undefined) throw new Error(`status ${String(statusCode)} without an answer`);
      for (const [platform, told] of Object.entries(extensions?.[TALLIES_EXTENSION] ?? {}))
        addTally(scope, platform, told);
      scope.freshness.limit(Date.now() + freshMsOf(one(headers['cache-control']), one(headers['age'])));
      return { data: data ?? null, ...(errors === undefined ? {} : { errors: errors.map(withPath) }) };
    } catch (error) {
      scope.signal.throwIfAborted();
      this.reportError(error, scope);
      return { data: null, errors: [this.away(late.aborted)] };
    }
  }

  private headers(scope: RequestScope, explain: boolean, remainingMs: number): Record<string, string> {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      [REQUEST_ID_HEADER]: scope.requestId,
      [REMAINING_HEADER]: String(Math.floor(remainingMs)),
      ...(explain ? { [EXPLAIN_HEADER]: '1' } : {}),
      ...(scope.longWalk ? { [LONG_WALK_HEADER]: '1' } : {}),
    };
    const traceparent = this.traceparent(scope.requestId);
    if (traceparent !== undefined) headers[TRACEPARENT_HEADER] = traceparent;
    for (const [platform, header] of this.tokenHeaders) {
      const token = scope.credentials.get(platform);
      if (token !== undefined) headers[header] = token;
    }
    return headers;
  }

  private away(late: boolean): SubgraphError {
    const { name, platform } = this.subgraph;
    return {
      message: late
        ? `The subgraph ${name} did not answer in time.`
        : `The subgraph ${name} is away or gave no GraphQL answer.`,
      extensions: {
        code: late ? 'UPSTREAM_TIMEOUT' : 'UPSTREAM_UNAVAILABLE',
        ...(platform === null ? {} : { platform }),
      },
    };
  }
}

/** A header's value, also where it came in several lines. */
function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}

type WireError = NonNullable<z.infer<typeof answer>['errors']>[number];

function withPath({ message, path, extensions }: WireError): SubgraphError {
  return { message, extensions, ...(path === undefined ? {} : { path }) };
}
