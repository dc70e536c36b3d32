import { textIn } from '../subgraphs/common/localized-text.js';
import type { FullRecord, LocalizedText } from '../subgraphs/common/record.js';

/** What JSON can hold. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

function isLocalizedText(value: object): value is LocalizedText {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === 'values';
}

/** A value of the shared record in the API's names; a text has ja and en beside its values. */
export function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object') {
    if (isLocalizedText(value))
      return { ja: textIn(value, 'ja'), en: textIn(value, 'en'), values: value.values.map(toJson) };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/**
 * A record as `Work` in the API: same names, ISO dates, null for a missing single value, [] for an empty list. What only
 * other platforms could tell (records, related works themselves, people behind names) is left out.
 */
export function workJson(record: FullRecord): Json {
  return toJson({
    // A document that stands alone may say neither a DOI nor whose record it is.
    id: record.doi === null ? record.id || null : `doi:${record.doi}`,
    doi: record.doi,
    identifiers: record.identifiers,
    type: record.type,
    title: record.title,
    alternativeTitles: record.alternativeTitles,
    description: record.description,
    creators: record.creators,
    contributors: record.contributors,
    publisher: record.publisher,
    container: record.container,
    event: record.event,
    degree: record.degree,
    version: record.version,
    issued: record.issued,
    updated: record.updated,
    languages: record.languages,
    subjects: record.subjects,
    accessRight: record.accessRight,
    embargoUntil: record.embargoUntil,
    license: record.licenses[0] ?? null,
    licenses: record.licenses,
    formats: record.formats,
    size: record.size,
    funding: record.funding,
    places: record.places,
    period: record.period,
    files: record.files,
    url: record.url,
    related: record.related,
  });
}
