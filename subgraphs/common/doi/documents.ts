import { UnreadableDocument } from '../errors.js';
import { NO_FIELDS } from '../no-fields.js';
import type { DocumentFormat } from '../platform.js';
import type { FullRecord, WorkFields } from '../record.js';
import { readDataciteJson } from './datacite-json.js';
import type { DoiDocument } from './datacite-json.js';
import { readDataciteXml } from './datacite-xml.js';
import { readJalc } from './jalc.js';

/** A DOI's metadata do not say whose record they are: the id is empty, and the platform is the one that lists these formats. */
function recordOf(fields: Partial<WorkFields>, at: Date): FullRecord {
  const retrieved = { at, cache: 'MISS', ageSeconds: 0 } as const;
  return { id: '', platform: 'DIAS', retrieved, ...NO_FIELDS, ...fields };
}

/** JSON begins with a brace or a bracket, whatever stands before it; all else is read as XML, whose reader says what is wrong. */
function readDatacite(document: Buffer): DoiDocument {
  const start = document
    .subarray(0, 1000)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^[[{]/.test(start)) return readDataciteJson(document);
  return { works: [readDataciteXml(document)], many: false, refused: [] };
}

/** Documents of DOI registration agencies, for a platform's `documents`. */
export const doiDocuments: readonly DocumentFormat[] = [
  {
    name: 'jalc',
    read: (document) => ({ records: [recordOf(readJalc(document), new Date())], many: false, deleted: 0 }),
  },
  {
    name: 'datacite',
    read(document) {
      const { works, many, refused } = readDatacite(document);
      const [first] = refused;
      if (works.length === 0 && first !== undefined) throw new UnreadableDocument(first);
      const at = new Date();
      return { records: works.map((fields) => recordOf(fields, at)), many, deleted: 0, refused };
    },
  },
];
