import { toJson, type Json } from '../formats/api-json.js';
import type { FullRecord } from '../subgraphs/common/record.js';

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
