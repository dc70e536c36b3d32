import type { Retrieval } from './record.js';

/**
 * Makes a mapping of a decoded document to something with its retrieval run once per document: the client gives the same
 * decoded value for as long as the answer stays in its cache, and only how it was come by differs from reader to reader. Those
 * who came by it alike are given the very same thing, so that what is made of it is made once as well.
 */
export function mappedOnce<Document extends object, Mapped>(
  map: (document: Document, retrieved: Retrieval) => Mapped,
  withRetrieval: (mapped: Mapped, retrieved: Retrieval) => Mapped,
): (document: Document, retrieved: Retrieval) => Mapped {
  const known = new WeakMap<Document, { readonly mapped: Mapped; readonly retrieved: Retrieval }>();
  return (document, retrieved) => {
    const before = known.get(document);
    if (before?.retrieved === retrieved) return before.mapped;
    const mapped = before === undefined ? map(document, retrieved) : withRetrieval(before.mapped, retrieved);
    known.set(document, { mapped, retrieved });
    return mapped;
  };
}
