import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { XmlError } from '../subgraphs/common/xml.js';
import { UpstreamError } from './errors.js';
import { malformed } from './failures.js';
import type { UpstreamPolicy, UpstreamResponse } from './types.js';

export type Decode<T> = (response: UpstreamResponse) => T;

/**
 * Decodes each answer once per decoding function: callers who share an answer, at once or by the cache, share what was
 * decoded from it. Both ends of the memory are weak: it goes with the answer, and with a function made for one call.
 */
export class Decoder {
  private readonly decoded = new WeakMap<UpstreamResponse, WeakMap<Decode<unknown>, unknown>>();

  /** @throws UpstreamMalformed when `decode` throws; an UpstreamError of its own passes. */
  decode<T>(response: UpstreamResponse, decode: Decode<T>, policy: UpstreamPolicy): T {
    let values = this.decoded.get(response);
    if (values === undefined) this.decoded.set(response, (values = new WeakMap()));
    // Under a function there is only ever what that function returned.
    if (values.has(decode)) return values.get(decode) as T;
    try {
      const value = decode(response);
      values.set(decode, value);
      return value;
    } catch (error) {
      throw error instanceof UpstreamError ? error : unreadable(policy, error);
    }
  }
}

/** Readers' own errors are written to be shown and hold none of the document; the message of any other may quote it. */
function unreadable(policy: UpstreamPolicy, error: unknown): UpstreamError {
  const told = error instanceof UnreadableDocument || error instanceof XmlError;
  return malformed(policy, `an answer that could not be read${told ? `: ${error.message}` : ''}`, error);
}
