import { commonMetadata, type CommonMetadata, type StatedElement } from '../../common/common-metadata.js';
import { plainText } from '../../common/localized-text.js';
import type { FullRecord, LocalizedText } from '../../common/record.js';
import type { NasaAmesFile } from './types.js';

/** In the form that the element asks for: 303KB, 9.7MB, rounded as a rough size may be. */
function sizeOf(bytes: number): string {
  const [unit, factor] = bytes < 1e6 ? ['KB', 1e3] : ['MB', 1e6];
  const amount = bytes / factor;
  return `${amount < 10 ? amount.toFixed(1) : amount.toFixed(0)}${unit}`;
}

function texts(...values: readonly (LocalizedText | string | null)[]): LocalizedText[] {
  return values
    .map((value) => (typeof value === 'string' ? plainText(value) : value))
    .filter((value) => value !== null)
    .filter((value) => value.values.length > 0);
}

/**
 * The common metadata elements that a file itself states: name, revision, description, kind, size, people, its provider's
 * address, its DOI. Grant, licence and access right stand on the dataset's page: here they are missing, and nothing is
 * made up for them. The organisation of the people (ORG) is not said to keep the data: it is no hosting institution.
 */
export function commonMetadataOf(file: NasaAmesFile, record: FullRecord, bytes: number): CommonMetadata {
  const { attributes, revisionDate } = file.header;
  const stated: Readonly<Record<string, LocalizedText[]>> = {
    'file-type': texts('dataset'),
    title: texts(record.title),
    'date-issued-updated': texts(revisionDate),
    'data-description': texts(record.description),
    'data-type': texts('dataset'),
    'file-size': texts(sizeOf(bytes)),
    'repo-url-doi-link': texts(record.doi),
    creators: texts(...record.creators.map(({ name }) => name)),
    'data-man-email': texts(attributes.get('CONTACT_EMAIL_OF_THE_DATA_PROVIDER') ?? null),
  };
  const given = Object.entries(stated).flatMap(([key, values]): (readonly [string, StatedElement])[] => {
    const source = record.id === '' ? null : { field: key, platform: record.platform, recordId: record.id };
    return values.length === 0 ? [] : [[key, { values, source }]];
  });
  return commonMetadata(new Map(given));
}
