/** What the tests of this folder share: documents in the platform's shape, and a client that answers from a function. */
import { createHash } from 'node:crypto';
import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamRequest, UpstreamResponse } from '../../upstream/types.js';
import type { Retrieval } from '../common/record.js';
import type { EoscServer } from './requests.js';

export const RETRIEVED: Retrieval = { at: new Date('2026-11-20T00:00:00Z'), cache: 'MISS', ageSeconds: 0 };

export const SERVER: EoscServer = {
  graphUrl: 'https://graph.example/graph',
  version: 'v3',
  token: null,
  catalogueUrl: 'https://catalogue.example/api',
};

/** The id that OpenAIRE gives to what goes by a DOI. */
export function idOf(doi: string): string {
  return `doi_________::${createHash('md5').update(doi).digest('hex')}`;
}

/** A product as version 3 sends it: null for what is missing at its top. */
export function product(doi: string, fields: object = {}): Record<string, unknown> {
  const nothing = Object.fromEntries(
    [
      'authors', 'openAccessColor', 'language', 'countries', 'subjects', 'subTitle', 'descriptions', 'publicationDate', 'publisher',
      'embargoEndDate', 'sources', 'formats', 'contributors', 'coverages', 'bestAccessRight', 'container', 'contactPeople', 'contactGroups',
      'tools', 'size', 'version', 'geoLocations', 'originalIds', 'indicators', 'projects', 'organizations', 'communities', 'instances',
    ].map((name) => [name, null]),
  ); // prettier-ignore
  const pids = [{ scheme: 'doi', value: doi }];
  return { ...nothing, type: 'publication', mainTitle: `On ${doi}`, id: idOf(doi), pids, ...fields };
}

/** A list of products. */
export function list(results: readonly unknown[] | null, header: object = {}): Buffer {
  return Buffer.from(JSON.stringify({ header: { numFound: results?.length ?? 0, queryTime: 3, ...header }, results }));
}

export type Answer = Buffer | { readonly status: number; readonly body?: string } | Error;

/** A client that keeps no cache and remembers what it was asked. */
export class FakeClient implements UpstreamReader {
  readonly asked: UpstreamRequest[] = [];

  constructor(private readonly answer: (url: URL) => Answer) {}

  async read<T>(request: UpstreamRequest, decode: (response: UpstreamResponse) => T, _scope: RequestScope) {
    this.asked.push(request);
    const answer = await Promise.resolve(this.answer(new URL(request.url)));
    if (answer instanceof Error) throw answer;
    const [status, body] = Buffer.isBuffer(answer) ? [200, answer] : [answer.status, Buffer.from(answer.body ?? '{}')];
    const headers = { 'content-type': 'application/json' };
    return {
      value: decode({ status, headers, body, url: request.url, receivedAt: RETRIEVED.at }),
      retrieved: RETRIEVED,
    };
  }

  /** What was asked, as path and the parameters named (those that were sent). */
  paths(...parameters: readonly string[]): string[] {
    return this.asked.map(({ url: address }) => {
      const url = new URL(address);
      const values = parameters.flatMap((name) => url.searchParams.getAll(name).map((value) => `${name}=${value}`));
      return [url.pathname, ...values].join(' ');
    });
  }
}
