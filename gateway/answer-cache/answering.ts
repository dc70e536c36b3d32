import type { IncomingMessage } from 'node:http';
import type { HTTPGraphQLResponse } from '@apollo/server';
import { EXPLAIN_HEADER } from '../explain.js';
import type { Reply } from '../reply.js';
import { type AnswerCache, lifetimeOf, type StoredAnswer } from './answer-cache.js';
import { NOT_KEPT, seconds } from './cache-control.js';
import { CachedRequest } from './cached-request.js';
import { sendStored } from './send-stored.js';

/** An answer as it was just made. */
export interface MadeAnswer {
  readonly answer: HTTPGraphQLResponse;
  /** For how long its parts are fresh; 0: it may not be kept. */
  readonly freshMs: number;
}

/** What a request says: in the query of its address, and in its body as JSON. */
export interface RequestParams {
  readonly search: string;
  readonly body: unknown;
}

/** A request to GraphQL, and what can be done with it. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly response: Reply;
  readonly search: string;
  readonly body: Buffer;
  /** Whether the caller wants extensions, which are made for one request. */
  readonly explain: boolean;
  /** With the document that it names by an id. @throws HttpFault where the body cannot be read, or such a document may not run */
  readonly params: () => RequestParams;
  /** Has the answer made; `forCaller` is false for one that outlives the caller's request. */
  readonly make: (params: RequestParams, forCaller: boolean) => Promise<MadeAnswer>;
  readonly send: (answer: HTTPGraphQLResponse) => Promise<void>;
}

/** The request headers that decide what is sent. */
export function varyOf(tokenHeaders: ReadonlyMap<string, string>): string {
  return ['accept', EXPLAIN_HEADER, ...tokenHeaders.keys()].join(', ');
}

/** Cache-Control of an answer that was just made and is not kept here, for those who may keep it. */
export function cacheControlOf(freshMs: number): string {
  const lifetime = lifetimeOf(freshMs);
  return lifetime === 0 ? NOT_KEPT : `public, max-age=${seconds(lifetime)}`;
}

/** The body without extensions; only explained answers have some. */
function bare(text: string, explain: boolean): string {
  if (!explain) return text;
  const { data } = JSON.parse(text) as { data?: unknown };
  return `${JSON.stringify({ data })}\n`;
}

/** Answers requests of callers without a token from what is kept, and keeps what may be kept. */
export class CachedAnswering {
  constructor(
    private readonly cache: AnswerCache,
    /** By varyOf. */
    private readonly vary: string,
    /** Extensions of an answer that nobody was asked for. */
    private readonly unasked: () => object,
    /** Told of each answer that was kept, for traces; null: nobody is. */
    private readonly onKept: ((requestId: string, startedAt: number) => void) | null,
  ) {}

  /** See AnswerCache.generation. */
  get generation(): number {
    return this.cache.generation;
  }

  async answer(asked: Asked): Promise<void> {
    const { request, search, body } = asked;
    const cached = new CachedRequest(this.cache, request, search, body);
    let params: RequestParams | undefined;
    let stored = cached.find(Date.now());
    if (stored === undefined) {
      params = asked.params();
      stored = cached.findByParams(params.body, Date.now());
      if (stored === undefined) {
        await this.make(cached, params, asked);
        return;
      }
    }
    const now = Date.now();
    if (now >= stored.freshUntil) {
      cached.refresh(async () => this.keep(cached, await asked.make(params ?? asked.params(), false), asked), now);
    }
    this.give(stored, asked, now);
    this.onKept?.(asked.response.requestId, now);
  }

  private give(stored: StoredAnswer, { request, response, explain }: Asked, now: number): void {
    const { vary } = this;
    sendStored(request, response, stored, { now, vary, ...(explain ? { extensions: this.unasked() } : {}) });
  }

  private async make(cached: CachedRequest, params: RequestParams, asked: Asked): Promise<void> {
    const made = await asked.make(params, true);
    const stored = this.keep(cached, made, asked);
    if (stored !== null && !asked.explain) {
      this.give(stored, asked, stored.madeAt);
      return;
    }
    asked.response.appendHeader('vary', this.vary);
    made.answer.headers.set('cache-control', NOT_KEPT);
    await asked.send(made.answer);
  }

  private keep(cached: CachedRequest, { answer, freshMs }: MadeAnswer, { explain }: Asked): StoredAnswer | null {
    const contentType = answer.headers.get('content-type');
    if ((answer.status ?? 200) !== 200 || answer.body.kind !== 'complete' || contentType === undefined) return null;
    // An answer for which nothing was read costs little to make again, and nothing vouches for how long it holds.
    if (!Number.isFinite(freshMs) || lifetimeOf(freshMs) === 0) return null;
    return cached.keep(bare(answer.body.string, explain), contentType, freshMs, Date.now());
  }
}
