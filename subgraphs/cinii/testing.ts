/** What the tests of this folder share: documents in the platform's shape, and a client that answers from a function. */
import type { UpstreamReader } from '../../upstream/client.js';
import type { UpstreamRequest, UpstreamResponse } from '../../upstream/types.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { Retrieval } from '../common/record.js';

export const RETRIEVED: Retrieval = { at: new Date('2026-11-20T00:00:00Z'), cache: 'MISS', ageSeconds: 0 };

export function address(crid: string): string {
  return `https://cir.nii.ac.jp/crid/${crid}`;
}

/** A search answer as JSON. */
export function searchDocument(lang: 'ja' | 'en', items: readonly unknown[], total = items.length): Buffer {
  const envelope = { '@context': { '@language': lang }, '@type': 'channel', 'opensearch:totalResults': total, items };
  return Buffer.from(JSON.stringify(envelope));
}

/** A record's own document as JSON. */
export function detailDocument(crid: string, kind: string, fields: object = {}): Buffer {
  return Buffer.from(JSON.stringify({ '@id': `${address(crid)}.json`, '@type': kind, ...fields }));
}

export type Answer = Buffer | { readonly status: number } | Error;

/** A client that keeps no cache and remembers what it was asked. */
export class FakeClient implements UpstreamReader {
  readonly asked: URL[] = [];

  constructor(private readonly answer: (url: URL) => Answer) {}

  async read<T>(request: UpstreamRequest, decode: (response: UpstreamResponse) => T, _scope: RequestScope) {
    const url = new URL(request.url);
    this.asked.push(url);
    const answer = await Promise.resolve(this.answer(url));
    if (answer instanceof Error) throw answer;
    const [status, body] = Buffer.isBuffer(answer) ? [200, answer] : [answer.status, Buffer.from('<html></html>')];
    const response = { status, headers: {}, body, url: request.url, receivedAt: RETRIEVED.at };
    return { value: decode(response), retrieved: RETRIEVED };
  }

  /** What was asked, as path and the parameters named. */
  paths(...parameters: readonly string[]): string[] {
    return this.asked.map((url) =>
      [url.pathname, ...parameters.map((name) => `${name}=${url.searchParams.get(name) ?? ''}`)].join(' '),
    );
  }
}
