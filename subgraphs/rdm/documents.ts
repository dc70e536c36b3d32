import { UnreadableDocument } from '../common/errors.js';
import type { DocumentFormat } from '../common/platform.js';
import type { Retrieval } from '../common/record.js';
import { elementsOfSet } from './mapping-common-metadata.js';
import { mapRegistered, mapRegisteredFile } from './mapping-registered.js';
import { asFullRecord, mapNode } from './mapping.js';
import { readMetadataDocument } from './metadata-document.js';
import { readNodes } from './responses.js';

/** A file is read now, and from nowhere. */
function readNow(): Retrieval {
  return { at: new Date(), cache: 'MISS', ageSeconds: 0 };
}

/** What `convert` reads: projects (one or a list), and registered metadata of a project, a draft, a registration or one file. */
export const rdmDocuments: readonly DocumentFormat[] = [
  {
    name: 'rdm-node',
    read(document) {
      const { nodes, many, refused } = readNodes(document);
      const kept = nodes.filter(({ attributes }) => attributes.withdrawn !== true);
      if (!many && kept.length === 0) throw new UnreadableDocument('the record is withdrawn');
      const records = kept.map((node) => asFullRecord(mapNode(node, readNow())));
      return { records, many, deleted: nodes.length - kept.length, refused };
    },
  },
  {
    name: 'rdm-metadata',
    read(document) {
      const { sets, many } = readMetadataDocument(document);
      const kept = sets.filter(({ withdrawn }) => !withdrawn);
      const retrieved = readNow();
      return {
        records: mapRegistered(kept, retrieved),
        commonMetadata: kept.flatMap((set) => elementsOfSet(set, (file) => mapRegisteredFile(file, set, retrieved).id)),
        many,
        deleted: sets.length - kept.length,
      };
    },
  },
];
