/** What the tests of this folder share: documents in the platform's shape, and a client that answers from a function. */
import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamRequest, UpstreamResponse } from '../../upstream/types.js';
import type { Retrieval } from '../common/record.js';

export const RETRIEVED: Retrieval = { at: new Date('2026-11-20T00:00:00Z'), cache: 'MISS', ageSeconds: 0 };
export const SERVER = {
  url: 'https://api.rdm.example/v2',
  webUrl: 'https://rdm.example/api/v1/',
  filesUrl: 'https://files.rdm.example/v1',
};

/** An answer as it comes from the platform. */
export function response(
  body: unknown,
  status = 200,
  type = 'application/vnd.api+json; charset=utf-8',
): UpstreamResponse {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    status,
    headers: { 'content-type': type },
    body: bytes,
    url: 'https://api.rdm.example/',
    receivedAt: RETRIEVED.at,
  };
}

/** An error as API v2 writes it. */
export function refusal(detail: string): object {
  return { errors: [{ detail }], meta: { version: '2.0' } };
}

/** A page of a list in the form of version 2.0. */
export function list(items: readonly object[], total = items.length, next: string | null = null): object {
  const links = { first: null, last: null, prev: null, next, meta: { total, per_page: 10 } };
  return { data: items, links, meta: { version: '2.0' } };
}

/** A contributor with an embedded user. */
export function contributor(name: string, index = 0, more: { attributes?: object; user?: object } = {}): object {
  const attributes = {
    index,
    bibliographic: true,
    permission: 'read',
    unregistered_contributor: null,
    ...more.attributes,
  };
  const user = { full_name: name, given_name: '', family_name: '', social: {}, employment: [], ...more.user };
  return {
    id: `abcde-${String(index)}`,
    type: 'contributors',
    attributes,
    embeds: { users: { data: { id: `user${String(index)}`, type: 'users', attributes: user } } },
  };
}

/** A project. */
export function node(
  guid: string,
  attributes: object = {},
  contributors: object | null = list([contributor('青海 波子')]),
): object {
  return {
    id: guid,
    type: 'nodes',
    attributes: {
      title: `Project ${guid}`,
      description: '',
      category: 'project',
      public: false,
      tags: [],
      date_created: '2024-04-01T02:03:04.000005',
      date_modified: '2026-05-06T07:08:09',
      current_user_permissions: ['read'],
      ...attributes,
    },
    relationships: {},
    ...(contributors === null ? {} : { embeds: { contributors } }),
    links: { html: `https://rdm.example/${guid}/`, self: `https://api.rdm.example/v2/nodes/${guid}/` },
  };
}

export type Answer = UpstreamResponse | Error;

/** A client that keeps no cache and remembers what it was asked, and by whose token. */
export class FakeClient implements UpstreamReader {
  readonly asked: { readonly url: URL; readonly credential: string | undefined }[] = [];

  constructor(private readonly answer: (url: URL, credential: string | undefined) => Answer) {}

  async read<T>(request: UpstreamRequest, decode: (response: UpstreamResponse) => T, _scope: RequestScope) {
    const url = new URL(request.url);
    this.asked.push({ url, credential: request.credential });
    const answer = await Promise.resolve(this.answer(url, request.credential));
    if (answer instanceof Error) throw answer;
    return { value: decode(answer), retrieved: RETRIEVED };
  }

  /** The paths that were asked for. */
  get paths(): string[] {
    return this.asked.map(({ url }) => url.pathname);
  }
}
