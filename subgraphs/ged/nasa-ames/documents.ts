import type { DocumentFormat } from '../../common/platform.js';
import { datasetId, PREFIX } from '../record.js';
import { commonMetadataOf } from './common-metadata.js';
import { nasaAmesCsv } from './csv.js';
import { readNasaAmesNow } from './read.js';
import type { NasaAmesFile } from './types.js';
import { workOf } from './work.js';

/** A file that is at hand may be as large as it is: the gateway's limit is for what it fetches. */
function fileOf(document: Buffer): NasaAmesFile {
  return readNasaAmesNow(document, { maxBytes: document.length });
}

/** What the file is warned of, a line each. */
function warningsOf({ warnings }: NasaAmesFile): string[] {
  return warnings.map(({ line, text }) => `line ${String(line)}: ${text}`);
}

/**
 * What `convert` reads: NASA Ames files, to a work, to the common metadata elements that a file states, or, as the only
 * format with rows, to CSV.
 */
export const nasaAmesDocuments: readonly DocumentFormat[] = [
  {
    name: 'nasa-ames',
    read(document) {
      const file = fileOf(document);
      const fields = workOf(file);
      const own = datasetId(fields.doi ?? '');
      const record = {
        ...fields,
        id: own === null ? '' : `${PREFIX}${own}`,
        platform: 'NIES_GED' as const,
        retrieved: { at: new Date(), cache: 'MISS' as const, ageSeconds: 0 },
      };
      return {
        records: [record],
        many: false,
        deleted: 0,
        commonMetadata: [commonMetadataOf(file, record, document.length)],
        warnings: warningsOf(file),
      };
    },
    csv(document) {
      const file = fileOf(document);
      return { pieces: nasaAmesCsv(file), warnings: warningsOf(file) };
    },
  },
];
