import { doiDocuments } from '../common/doi/documents.js';
import type { DocumentFormat } from '../common/platform.js';
import type { Retrieval } from '../common/record.js';
import { valuesOfPages } from './bilingual.js';
import { readPage } from './html/page.js';
import { parseMetadataIdentifier } from './ids.js';
import { valuesOfJsonLd } from './json-ld.js';
import { mapDataset } from './mapping.js';
import { metadataDocuments } from './metadata-documents.js';
import { mergeParts } from './values.js';

/** A file is read now, and from nowhere. */
function readNow(): Retrieval {
  return { at: new Date(), cache: 'MISS', ageSeconds: 0 };
}

/** A metadata document or landing page of DIAS's. Which dataset it is of, it says in its metadata identifier alone. */
const diasHtml: DocumentFormat = {
  name: 'dias-html',
  read(document) {
    const page = readPage(document, null);
    const retrieved = readNow();
    const parts = [valuesOfJsonLd(page.jsonLd) ?? {}, valuesOfPages([page])].map((values) => ({
      source: 'DIAS_HTML' as const,
      retrievedAt: retrieved.at,
      values,
    }));
    const { values, sources } = mergeParts(parts);
    const datasetId = parseMetadataIdentifier(page.metadataIdentifier ?? '')?.datasetId ?? null;
    return { records: [mapDataset(values, sources, { datasetId, url: null }, retrieved)], many: false, deleted: 0 };
  },
};

/** What `convert` reads. */
export const diasDocuments: readonly DocumentFormat[] = [diasHtml, ...doiDocuments, ...metadataDocuments];
