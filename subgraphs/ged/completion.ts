/** The metadata of a dataset's DOI: they fill in what its pages lack, and overwrite nothing of them. */
import { UpstreamError } from '../../upstream/errors.js';
import type { DoiMetadata, DoiMetadataAnswer } from '../common/doi/metadata.js';
import { uniqueIdentifiers } from '../common/identifiers.js';
import type { WorkFields } from '../common/record.js';
import type { GedDataset } from './mapping.js';
import { boxAround } from './mapping-places.js';
import type { Completion } from './source.js';

/** What an agency may fill in. Files and addresses are the pages' own. */
const FILLED = [
  'title', 'alternativeTitles', 'description', 'creators', 'contributors', 'publisher', 'version', 'issued', 'updated',
  'languages', 'subjects', 'accessRight', 'licenses', 'formats', 'size', 'funding', 'places', 'period', 'related',
] as const satisfies readonly (keyof WorkFields)[]; // prettier-ignore

function isMissing(value: unknown): boolean {
  if (value === null || value === undefined || value === 'UNKNOWN') return true;
  if (Array.isArray(value)) return value.length === 0;
  // A text without values.
  return typeof value === 'object' && 'values' in value && isMissing(value.values);
}

/** A dataset with what its DOI's metadata say beyond its pages. */
export function completed(
  dataset: GedDataset,
  { source, fields }: Pick<DoiMetadataAnswer, 'source' | 'fields'>,
): GedDataset {
  const filled = FILLED.filter((name) => isMissing(dataset[name]) && !isMissing(fields[name]));
  const identifiers = uniqueIdentifiers([...dataset.identifiers, ...(fields.identifiers ?? [])]);
  if (filled.length === 0) return { ...dataset, identifiers };
  const whole = { ...dataset, identifiers, ...Object.fromEntries(filled.map((name) => [name, fields[name]])) };
  return {
    ...whole,
    license: whole.license ?? whole.licenses[0] ?? null,
    box: whole.box ?? boxAround(whole.places),
    metadataFrom: source,
  };
}

/** An agency that failed is left alone for so long: each dataset would wait for it anew. */
const PAUSE_MS = 60_000;

/** Asks the DOI's agency for each dataset, in the catalogue's own time. Without an answer the dataset is what its pages say. */
export function completionBy(agencies: DoiMetadata): Completion {
  let failure: { readonly error: UpstreamError; readonly at: number } | null = null;
  return async (dataset, reading) => {
    if (dataset.doi === null) return dataset;
    if (failure !== null && Date.now() - failure.at < PAUSE_MS) {
      reading.failed(failure.error);
      return dataset;
    }
    try {
      const answer = await agencies.read(dataset.doi, reading.scope);
      failure = null;
      return answer === null ? dataset : completed(dataset, answer);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      failure = { error, at: Date.now() };
      reading.failed(error);
      return dataset;
    }
  };
}
