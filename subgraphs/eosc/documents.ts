import type { DocumentFormat } from '../common/platform.js';
import type { Retrieval } from '../common/record.js';
import { asFullRecord, mapProduct } from './mapping.js';
import { readProductDocument } from './responses.js';

/** A file is read now, and from nowhere. */
function readNow(): Retrieval {
  return { at: new Date(), cache: 'MISS', ageSeconds: 0 };
}

/** What `convert` reads: research products of the Graph's versions 1, 2 and 3, as lists and as bare records. */
export const eoscDocuments: readonly DocumentFormat[] = [
  {
    name: 'openaire',
    read(document) {
      const { products, many, refused } = readProductDocument(document);
      const retrieved = readNow();
      return {
        records: products.map((product) => asFullRecord(mapProduct(product, retrieved))),
        many,
        deleted: 0,
        refused,
      };
    },
  },
];
