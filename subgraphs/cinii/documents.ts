import type { DocumentFormat } from '../common/platform.js';
import type { Retrieval } from '../common/record.js';
import { asFullRecord, mapDetail, mapHits } from './mapping.js';
import { readDetail, readSearch } from './responses.js';

/** A file is read now, and from nowhere. */
function readNow(): Retrieval {
  return { at: new Date(), cache: 'MISS', ageSeconds: 0 };
}

/** What `convert` reads: search answers (JSON, RSS) and records' own documents (JSON, RDF). */
export const ciniiDocuments: readonly DocumentFormat[] = [
  {
    name: 'cinii-search',
    read(document) {
      const answer = readSearch(document);
      return {
        records: mapHits(answer, readNow()).map(asFullRecord),
        many: true,
        deleted: 0,
        refused: answer.refused,
      };
    },
  },
  {
    name: 'cinii-detail',
    read: (document) => ({ records: [mapDetail(readDetail(document), readNow())], many: false, deleted: 0 }),
  },
];
