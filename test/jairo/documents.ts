import type { UpstreamError } from '../../upstream/errors.js';
import { UpstreamMalformed } from '../../upstream/errors.js';
import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamAnswer, UpstreamRequest, UpstreamResponse } from '../../upstream/types.js';
import { parseXml, type XmlElement } from '../../subgraphs/common/xml.js';

const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:datacite="https://schema.datacite.org/meta/kernel-4/" xmlns:oaire="http://namespace.openaire.eu/schema/oaire/" xmlns:dcndl="http://ndl.go.jp/dcndl/terms/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

/** A JPCOAR record with the given content, as text. */
export function jpcoarXml(content: string, version = '2.0'): string {
  const namespace = `https://github.com/JPCOAR/schema/blob/master/${version}/`;
  return `<jpcoar:jpcoar xmlns:jpcoar="${namespace}" ${NAMESPACES} xmlns="${namespace}">${content}</jpcoar:jpcoar>`;
}

/** A JPCOAR record with the given content, parsed. */
export function jpcoar(content: string, version?: string): XmlElement {
  return parseXml(jpcoarXml(content, version));
}

/** An OAI-PMH answer around the given content, as a repository writes it. */
export function oaiXml(content: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate><request>https://umi.repo.nii.ac.jp/oai</request>${content}</OAI-PMH>`;
}

export function oaiError(code: string): string {
  return oaiXml(`<error code="${code}">a text of the server that nobody is shown</error>`);
}

/** One record of an OAI-PMH answer; `content` is the JPCOAR record's content, null for a deleted one. */
export function oaiRecord(identifier: string, content: string | null): string {
  const header = `<identifier>${identifier}</identifier><datestamp>2025-06-06T02:17:39Z</datestamp>`;
  if (content === null) return `<record><header status="deleted">${header}</header></record>`;
  return `<record><header>${header}<setSpec>3:62</setSpec></header><metadata>${jpcoarXml(content)}</metadata></record>`;
}

export interface Asked {
  readonly url: string;
  readonly request: UpstreamRequest;
  /** Query or form parameters. */
  readonly parameters: URLSearchParams;
}

/** What a fake platform answers: a body (status 200), a status with a body, or a failure. */
export type FakeAnswer = string | { readonly status: number; readonly body: string } | UpstreamError;

/** A client without network: every request is answered by a function, and noted. Undecodable answers fail as the real client's do. */
export class FakeUpstream implements UpstreamReader {
  readonly asked: Asked[] = [];
  /** How old its answers are. */
  ageSeconds = 0;

  constructor(private readonly answer: (asked: Asked) => FakeAnswer) {}

  read<T>(
    request: UpstreamRequest,
    decode: (response: UpstreamResponse) => T,
    _scope: RequestScope,
  ): Promise<UpstreamAnswer<T>> {
    const url = new URL(request.url);
    const parameters = new URLSearchParams(request.body ?? url.search);
    const asked = { url: `${url.origin}${url.pathname}`, request, parameters };
    this.asked.push(asked);
    const answer = this.answer(asked);
    if (answer instanceof Error) return Promise.reject(answer);
    const { status, body } = typeof answer === 'string' ? { status: 200, body: answer } : answer;
    const at = new Date('2026-11-24T00:00:00Z');
    const response = { status, headers: {}, body: Buffer.from(body), url: request.url, receivedAt: at };
    try {
      return Promise.resolve({
        value: decode(response),
        retrieved: { at, cache: 'MISS', ageSeconds: this.ageSeconds },
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      return Promise.reject(new UpstreamMalformed({ platform: request.platform, message }));
    }
  }
}
