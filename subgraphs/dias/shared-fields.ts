/** What another reader mapped to the shared fields already (DOI metadata, ISO 19115, GEO DAB), as values of a dataset. */
import { bestText } from '../common/localized-text.js';
import type { WorkFields } from '../common/record.js';
import type { DiasValues } from './values.js';

/** The scheme under which readers give the codes of ISO 19115 among the subjects. */
export const TOPIC_SCHEME = 'ISO 19115 Topic Category';

/** A field that the other source does not carry is left out. */
export function valuesOfFields(fields: Partial<WorkFields>): Partial<DiasValues> {
  const [from, until = from] = fields.period?.split('/') ?? [];
  const places = fields.places ?? [];
  const subjects = fields.subjects ?? [];
  return {
    title: fields.title ?? null,
    alternativeTitles: fields.alternativeTitles ?? [],
    version: fields.version ?? null,
    doi: fields.doi ?? null,
    identifiers: (fields.identifiers ?? []).filter(({ scheme }) => scheme !== 'DOI'),
    creators: fields.creators ?? [],
    contributors: fields.contributors ?? [],
    publisher: fields.publisher ?? null,
    issued: fields.issued ?? null,
    updated: fields.updated ?? null,
    abstract: fields.description ?? null,
    languages: fields.languages ?? [],
    keywords: subjects.filter(({ scheme }) => scheme !== TOPIC_SCHEME),
    topicCategories: subjects.filter(({ scheme }) => scheme === TOPIC_SCHEME).map(({ value }) => bestText(value)),
    coverage: from === undefined ? null : { begin: from, end: until ?? null, ongoing: null },
    boxes: places.flatMap(({ box }) => box ?? []),
    places: places.flatMap(({ name }) => name ?? []),
    formats: fields.formats ?? [],
    size: fields.size ?? null,
    licenses: fields.licenses ?? [],
    funding: fields.funding ?? [],
    related: fields.related ?? [],
  };
}
