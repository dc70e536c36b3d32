/** Asks an endpoint that a user names, by the client under all platforms: politely, bounded, and never led to a private network. */
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { UpstreamError } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import type { UpstreamRequest, UpstreamResponse } from '../../upstream/types.js';
import { documentText } from '../../subgraphs/common/json.js';

const ENDPOINT = 'ENDPOINT';
/** Nobody knows what a stranger's server bears: two a second, and a handful at once to begin with. */
const RATE = { requests: 2, perMs: 1000, burst: 5 };
/** Longer than the 25 seconds that our own provider lets a first reader wait. */
const TIMEOUT_MS = 40_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** All that a server may say to a wrong question is an answer to look at. */
const ANSWERS = [400, 401, 403, 404, 405, 406, 409, 410, 415, 422, 500, 501, 502, 503];

export interface Answered {
  readonly status: number;
  /** Without parameters, lower case; empty where none is told. */
  readonly type: string;
  readonly body: Buffer;
  /** As UTF-8; null where it is none. */
  readonly text: string | null;
  /** How long it asks to be left alone, in seconds; null: it says nothing readable. */
  readonly retryAfter: number | null;
}

function textOf({ body }: UpstreamResponse): string | null {
  try {
    return documentText(body);
  } catch {
    return null;
  }
}

/** Questions to one endpoint. Close it when all are asked. */
export class Asking {
  readonly url: URL;
  private readonly client: UpstreamClient;

  /** @param address http or https; the host may be in this network, since the user named it. @throws TypeError where it is no address */
  constructor(address: string, userAgent: string) {
    this.url = new URL(address);
    if (!/^https?:$/.test(this.url.protocol)) throw new TypeError('no http address');
    const { host } = this.url;
    this.client = createUpstreamClient({
      policies: [
        {
          platform: ENDPOINT,
          name: host,
          allows: ({ protocol }) => /^https?:$/.test(protocol),
          isConfigured: (url) => url.host === host,
          concurrency: 2,
          rate: RATE,
          lane: () => ENDPOINT,
          timeoutMs: TIMEOUT_MS,
          maxBytes: MAX_BYTES,
          retries: 1,
          freshMs: {},
          secretParameters: [],
        },
      ],
      userAgent,
      cacheMaxBytes: 1024 * 1024,
    });
  }

  /** @throws UpstreamError where there is no answer */
  get(parameters: Readonly<Record<string, string>>, path = ''): Promise<Answered> {
    const url = new URL(this.url);
    if (path !== '') url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return this.send({ platform: ENDPOINT, method: 'GET', url: url.href, kind: 'get', accept: ANSWERS });
  }

  /** A JSON body by POST. @throws UpstreamError where there is no answer */
  post(body: unknown): Promise<Answered> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send({
      platform: ENDPOINT,
      method: 'POST',
      url: this.url.href,
      kind: 'post',
      accept: ANSWERS,
      safe: true,
      headers: { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json' },
      body: text,
    });
  }

  private async send(request: UpstreamRequest): Promise<Answered> {
    const read = (response: UpstreamResponse): Answered => ({
      status: response.status,
      type: (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
      body: response.body,
      text: textOf(response),
      retryAfter: /^\d{1,6}$/.test(response.headers['retry-after'] ?? '')
        ? Number(response.headers['retry-after'])
        : null,
    });
    const scope = new RequestScope({ deadline: Date.now() + 2 * TIMEOUT_MS });
    return (await this.client.read(request, read, scope)).value;
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

/** An answer, or in one line why there is none. */
export async function orWhy(asked: Promise<Answered>): Promise<Answered | string> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UpstreamError) return error.message;
    throw error;
  }
}
