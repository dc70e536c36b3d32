import { parseXml, type XmlElement } from '../../common/xml.js';

/** An answer of a simulated platform as a test reads it. */
export interface TestAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The document; throws where the answer is no well-formed XML. */
  xml(): XmlElement;
}

/** Sends a request to a simulated platform without following redirects. */
export async function ask(url: string, init: RequestInit = {}): Promise<TestAnswer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', text, xml: () => parseXml(text) };
}
