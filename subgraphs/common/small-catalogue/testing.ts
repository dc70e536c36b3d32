import type { UpstreamReader } from '../../../upstream/client.js';
import { UpstreamError, UpstreamRejected } from '../../../upstream/errors.js';
import type { UpstreamRequest, UpstreamResponse } from '../../../upstream/types.js';
import type { IndexedEntry } from './types.js';

/** What the tests of the catalogue and of its connectors share: an entry, and a reader that answers without a network. */

export function testEntry(id: string, changes: Partial<IndexedEntry> & { readonly title?: string } = {}): IndexedEntry {
  const { title = id, ...rest } = changes;
  return {
    id,
    fields: { title: [title], keywords: [], people: [], text: [] },
    boxes: [],
    period: null,
    issued: null,
    ...rest,
  };
}

export type FakeAnswer = Partial<UpstreamResponse> | UpstreamError;

/** Plays the client: `answer` says what comes back, now or later. A 404 that the request does not accept is refused, as the client does. */
export class FakeReader implements UpstreamReader {
  readonly asked: UpstreamRequest[] = [];
  /** Requests under way, and the most that ever were. */
  active = 0;
  mostActive = 0;

  constructor(public answer: (request: UpstreamRequest) => FakeAnswer | Promise<FakeAnswer>) {}

  read: UpstreamReader['read'] = async (request, decode) => {
    this.asked.push(request);
    this.active += 1;
    this.mostActive = Math.max(this.mostActive, this.active);
    try {
      const answer = await this.answer(request);
      if (answer instanceof UpstreamError) throw answer;
      const defaults = { status: 200, headers: {}, body: Buffer.alloc(0), url: request.url, receivedAt: new Date() };
      const response: UpstreamResponse = { ...defaults, ...answer };
      const { platform, accept = [] } = request;
      if (response.status >= 300 && !accept.includes(response.status)) {
        throw new UpstreamRejected({ platform, message: 'Test refused the request.', status: response.status });
      }
      return { value: decode(response), retrieved: { at: response.receivedAt, cache: 'MISS', ageSeconds: 0 } };
    } finally {
      this.active -= 1;
    }
  };

  /** The paths that were asked for, robots.txt apart. */
  get paths(): string[] {
    return this.asked.map(({ url }) => new URL(url).pathname).filter((path) => path !== '/robots.txt');
  }
}
