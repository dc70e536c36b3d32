import type { Retrieval } from './record.js';

/**
 * Makes a mapping of a decoded document to something with its retrieval run once per document: the client gives the same
 * decoded value for as long as the answer stays in its cache, and only how it was come by differs from reader to reader.
 */
export function mappedOnce<Document extends object, Mapped>(
  map: (document: Document, retrieved: Retrieval) => Mapped,
  withRetrieval: (mapped: Mapped, retrieved: Retrieval) => Mapped,
): (document: Document, retrieved: Retrieval) => Mapped {
  const known = new WeakMap<Document, Mapped>();
  return (document, retrieved) => {
    const before = known.get(document);
    if (before !== undefined) return withRetrieval(before, retrieved);
    const mapped = map(document, retrieved);
    known.set(document, mapped);
    return mapped;
  };
}
