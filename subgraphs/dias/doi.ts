import { UpstreamError } from '../../upstream/errors.js';
import type { DoiMetadata } from '../common/doi/metadata.js';
import { valuesOfFields } from './shared-fields.js';
import type { DoiReader } from './source.js';

/**
 * DOI metadata as a source of values: title, creators, year, publisher, licence where DIAS's pages leave them open (fact sheet
 * 8.2). An agency that cannot be asked leaves the dataset incomplete, and does not take away what the pages say.
 */
export function doiReader(agencies: DoiMetadata): DoiReader {
  return async (doi, { scope, failed }) => {
    try {
      const answer = await agencies.read(doi, scope);
      if (answer === null) return null;
      const { source, fields, retrieved } = answer;
      return { source, retrievedAt: retrieved.at, values: valuesOfFields(fields) };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      failed(error);
      return null;
    }
  };
}
