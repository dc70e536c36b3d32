/** What the tests of the catalogue clients share: documents of fictional data, and a client that answers from a function. */
import type { UpstreamReader } from '../../../upstream/client.js';
import { UpstreamMalformed } from '../../../upstream/errors.js';
import type { RequestScope } from '../../../upstream/scope.js';
import type { UpstreamAnswer, UpstreamRequest, UpstreamResponse } from '../../../upstream/types.js';

const NAMESPACES =
  'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:csw30="http://www.opengis.net/cat/csw/3.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" xmlns:ows="http://www.opengis.net/ows"';

/** A GetRecordsResponse with the attributes and content of its SearchResults. */
export function recordsXml(attributes: string, content: string): string {
  return `<csw:GetRecordsResponse ${NAMESPACES}><csw:SearchStatus timestamp="x"/><csw:SearchResults ${attributes}>${content}</csw:SearchResults></csw:GetRecordsResponse>`;
}

export function cswRecord(id: string, content = '<dc:title>Sea</dc:title>', name = 'csw:Record'): string {
  return `<${name}><dc:identifier>${id}</dc:identifier>${content}</${name}>`;
}

export const EXCEPTION = (code: string, locator: string): string =>
  `<ows:ExceptionReport ${NAMESPACES} version="1.2.0"><ows:Exception exceptionCode="${code}" locator="${locator}"><ows:ExceptionText>a text of the server</ows:ExceptionText><ows:ExceptionText>and another</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`;

/** A client without network, cache or retries; what cannot be decoded fails as the real client's answers do. */
export class FakeUpstream implements UpstreamReader {
  readonly asked: UpstreamRequest[] = [];

  constructor(private readonly answer: (request: UpstreamRequest) => string) {}

  read<T>(
    request: UpstreamRequest,
    decode: (response: UpstreamResponse) => T,
    _scope: RequestScope,
  ): Promise<UpstreamAnswer<T>> {
    this.asked.push(request);
    const at = new Date('2026-11-24T00:00:00Z');
    const body = Buffer.from(this.answer(request));
    try {
      const value = decode({ status: 200, headers: {}, body, url: request.url, receivedAt: at });
      return Promise.resolve({ value, retrieved: { at, cache: 'MISS', ageSeconds: 0 } });
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      return Promise.reject(new UpstreamMalformed({ platform: request.platform, message }));
    }
  }
}
