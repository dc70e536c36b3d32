import { UnreadableDocument } from '../errors.js';
import type { UpstreamReader } from '../../../upstream/client.js';
import { UpstreamError } from '../../../upstream/errors.js';
import { forbiddenAddress, malformed } from '../../../upstream/failures.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { UpstreamRequest, UpstreamResponse } from '../../../upstream/types.js';
import { RobotsRules } from './robots.js';
import type { DocumentAnswer } from './types.js';

/** Not named in any policy's `freshMs`: what was read is kept here, and asked for conditionally. */
const DOCUMENT_KIND = 'catalogue-document';
const NOT_MODIFIED = 304;
const GONE: readonly number[] = [404, 410];
/** A validator is sent back as it came, when it is one that fits in a header. */
const VALIDATOR = /^[\x20-\x7e]{1,1000}$/;

/** What was read from one address before. */
export interface Remembered {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly value: unknown;
}

/** What was read for one dataset before, by address. */
export type DocumentMemory = Map<string, Remembered>;

interface Outcome<V> {
  readonly status: number;
  readonly decoded: { readonly value: V } | null;
  readonly response: UpstreamResponse;
}

/** Reads documents as a guest: by the rules of robots.txt and at its pace, and conditionally where one was read before. */
export class DocumentReader {
  private readonly robots: RobotsRules;
  /** When each origin was asked last. */
  private readonly askedAt = new Map<string, number>();

  constructor(
    readonly platform: string,
    /** For people. */
    readonly name: string,
    private readonly client: UpstreamReader,
  ) {
    this.robots = new RobotsRules(platform, name, client);
  }

  /** Reads one document; what it says is kept in `memory` for the next time. Never rejects. */
  async read<V>(
    address: string,
    decode: (response: UpstreamResponse) => V,
    headers: Readonly<Record<string, string>>,
    memory: DocumentMemory,
    scope: RequestScope,
  ): Promise<DocumentAnswer<V>> {
    if (!URL.canParse(address)) return { state: 'failed', error: forbiddenAddress(this) };
    const url = new URL(address);
    const verdict = await this.robots.verdict(url, scope);
    if (verdict.state === 'unknown') return { state: 'failed', error: verdict.error };
    if (verdict.state === 'forbidden') return verdict;
    await this.takeTurn(url.origin, verdict.delayMs);
    try {
      return await this.ask(address, decode, headers, memory, scope);
    } catch (error) {
      if (error instanceof UpstreamError) return { state: 'failed', error };
      return { state: 'failed', error: malformed(this, 'an answer that could not be read', error) };
    }
  }

  private async ask<V>(
    address: string,
    decode: (response: UpstreamResponse) => V,
    headers: Readonly<Record<string, string>>,
    memory: DocumentMemory,
    scope: RequestScope,
  ): Promise<DocumentAnswer<V>> {
    const before = memory.get(address);
    const request: UpstreamRequest = {
      platform: this.platform,
      method: 'GET',
      url: address,
      kind: DOCUMENT_KIND,
      headers: { ...headers, ...conditions(before) },
      accept: [NOT_MODIFIED, ...GONE],
    };
    const { value: outcome } = await this.client.read(request, (response) => outcomeOf(response, decode), scope);
    const { status, decoded, response } = outcome;
    if (GONE.includes(status)) {
      memory.delete(address);
      return { state: 'absent' };
    }
    const told = { state: 'read', at: response.receivedAt, url: response.url } as const;
    if (decoded !== null) {
      memory.set(address, { ...validators(response), value: decoded.value });
      return { ...told, value: decoded.value };
    }
    if (before === undefined) throw malformed(this, '“not modified” for a document that was not read before');
    // Under an address there is only what the one `decode` of that address returned.
    return { ...told, value: before.value as V };
  }

  /** Waits until the origin's crawl delay is over. The timer keeps no process alive: nobody waits but the background. */
  private async takeTurn(origin: string, delayMs: number): Promise<void> {
    const waitMs = (this.askedAt.get(origin) ?? -Infinity) + delayMs - Date.now();
    if (delayMs > 0 && waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs).unref());
    this.askedAt.set(origin, Date.now());
  }
}

function outcomeOf<V>(response: UpstreamResponse, decode: (response: UpstreamResponse) => V): Outcome<V> {
  const { status } = response;
  if (status === NOT_MODIFIED || GONE.includes(status)) return { status, decoded: null, response };
  if (status !== 200) throw new UnreadableDocument(`a status that no document comes with (${String(status)})`);
  return { status, decoded: { value: decode(response) }, response };
}

function validators({ headers }: UpstreamResponse): Omit<Remembered, 'value'> {
  const usable = (value: string | undefined): string | null =>
    value !== undefined && VALIDATOR.test(value) ? value : null;
  return { etag: usable(headers['etag']), lastModified: usable(headers['last-modified']) };
}

function conditions(before: Remembered | undefined): Record<string, string> {
  return {
    ...(before?.etag ? { 'if-none-match': before.etag } : {}),
    ...(before?.lastModified ? { 'if-modified-since': before.lastModified } : {}),
  };
}
