import { z } from 'zod';
import { UnreadableDocument } from '../errors.js';
import { decodeAs, documentText, isObject, parseJsonText } from '../json.js';
import type { WorkFields } from '../record.js';
import { dataciteFields } from './datacite-fields.js';
import type { DataciteGeoLocation, DatacitePerson, DataciteResource } from './resource.js';

const text = z.string().nullish();
/** Degrees and years are numbers in some answers and texts in others (fact sheet DIAS 6.2, samples). */
const number = z.union([z.string(), z.number().transform(String)]).nullish();
/** What is absent and what is null is the same as an empty list. */
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish();
const lang = text;

const person = z.object({
  name: text,
  givenName: text,
  familyName: text,
  lang,
  affiliation: list(
    z.union([z.string(), z.object({ name: text, affiliationIdentifier: text, affiliationIdentifierScheme: text })]),
  ),
  nameIdentifiers: list(z.object({ nameIdentifier: text, nameIdentifierScheme: text })),
});

const geoLocation = z.object({
  geoLocationPlace: text,
  geoLocationBox: z
    .object({
      westBoundLongitude: number,
      eastBoundLongitude: number,
      southBoundLatitude: number,
      northBoundLatitude: number,
    })
    .nullish(),
  geoLocationPoint: z.object({ pointLatitude: number, pointLongitude: number }).nullish(),
});

/** Attributes of a DOI; names as in fact sheet DIAS 6.2. */
const attributesShape = z.object({
  doi: z.string(),
  url: text,
  titles: list(z.object({ title: text, lang, titleType: text })),
  creators: list(person),
  contributors: list(person.extend({ contributorType: text })),
  publisher: z.union([z.string(), z.object({ name: text, lang })]).nullish(),
  publicationYear: number,
  dates: list(z.object({ date: text, dateType: text })),
  language: text,
  types: z.object({ resourceTypeGeneral: text, resourceType: text }).nullish(),
  subjects: list(z.object({ subject: text, lang, subjectScheme: text, valueUri: text })),
  alternateIdentifiers: list(z.object({ alternateIdentifier: text, alternateIdentifierType: text })),
  relatedIdentifiers: list(z.object({ relationType: text, relatedIdentifier: text, relatedIdentifierType: text })),
  container: z
    .object({
      title: text,
      identifier: text,
      identifierType: text,
      volume: number,
      issue: number,
      number,
      firstPage: number,
      lastPage: number,
    })
    .nullish(),
  sizes: list(z.string()),
  formats: list(z.string()),
  version: text,
  rightsList: list(z.object({ rights: text, rightsUri: text, rightsIdentifier: text })),
  descriptions: list(z.object({ description: text, descriptionType: text, lang })),
  geoLocations: list(geoLocation),
  fundingReferences: list(
    z.object({
      funderName: text,
      funderIdentifier: text,
      funderIdentifierType: text,
      awardNumber: text,
      awardTitle: text,
    }),
  ),
  updated: text,
});

type Attributes = z.output<typeof attributesShape>;

/** What a document of DataCite's holds: one record, or a list of which some may not be readable. */
export interface DoiDocument {
  readonly works: readonly WorkFields[];
  readonly many: boolean;
  /** A line each. */
  readonly refused: readonly string[];
}

/**
 * An answer of DataCite's REST interface: `{data: {…}}` of one DOI, `{data: […]}` of several, or either without `data`.
 * @throws UnreadableDocument
 */
export function readDataciteJson(body: Uint8Array): DoiDocument {
  const value = parseJsonText(documentText(body));
  if (!isObject(value) && !Array.isArray(value)) {
    throw new UnreadableDocument('a DataCite document: expected an object or a list');
  }
  if (isObject(value) && 'errors' in value) throw new UnreadableDocument('the answer of DataCite is an error');
  const data: unknown = isObject(value) && 'data' in value ? value['data'] : value;
  if (!Array.isArray(data)) return { works: [fieldsOf(data, 'data')], many: false, refused: [] };
  const works: WorkFields[] = [];
  const refused: string[] = [];
  for (const [at, item] of data.entries()) {
    try {
      works.push(fieldsOf(item, `data[${String(at)}]`));
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refused.push(error.message);
    }
  }
  return { works, many: true, refused };
}

function fieldsOf(item: unknown, place: string): WorkFields {
  const attributes = isObject(item) && 'attributes' in item ? item['attributes'] : item;
  return dataciteFields(resourceOf(decodeAs(attributesShape, attributes, `a DataCite record (${place})`)));
}

function resourceOf(attributes: Attributes): DataciteResource {
  const { types, publisher, container } = attributes;
  return {
    doi: attributes.doi,
    url: attributes.url ?? null,
    titles: (attributes.titles ?? []).flatMap(({ title, lang: tag, titleType }) =>
      title == null ? [] : [{ text: title, lang: tag ?? null, type: titleType ?? null }],
    ),
    creators: (attributes.creators ?? []).flatMap(personOf),
    contributors: (attributes.contributors ?? []).flatMap((contributor) =>
      personOf(contributor).map((found) => ({ role: contributor.contributorType ?? 'Other', person: found })),
    ),
    publishers: publisherOf(publisher),
    year: attributes.publicationYear ?? null,
    dates: (attributes.dates ?? []).flatMap(({ date, dateType }) =>
      date == null ? [] : [{ date, type: dateType ?? null }],
    ),
    languages: attributes.language == null ? [] : [attributes.language],
    generalType: types?.resourceTypeGeneral ?? null,
    resourceType: types?.resourceType ?? null,
    subjects: (attributes.subjects ?? []).flatMap(({ subject, lang: tag, subjectScheme, valueUri }) =>
      subject == null
        ? []
        : [{ text: subject, lang: tag ?? null, scheme: subjectScheme ?? null, url: valueUri ?? null }],
    ),
    alternates: (attributes.alternateIdentifiers ?? []).flatMap(
      ({ alternateIdentifier: value, alternateIdentifierType }) =>
        value == null ? [] : [{ value, type: alternateIdentifierType ?? 'Other' }],
    ),
    related: (attributes.relatedIdentifiers ?? []).flatMap(
      ({ relationType, relatedIdentifier, relatedIdentifierType }) =>
        relationType == null || relatedIdentifier == null
          ? []
          : [{ relation: relationType, type: relatedIdentifierType ?? 'Other', value: relatedIdentifier }],
    ),
    container: container == null ? null : containerOf(container),
    sizes: attributes.sizes ?? [],
    formats: attributes.formats ?? [],
    version: attributes.version ?? null,
    rights: (attributes.rightsList ?? []).map(({ rights, rightsUri, rightsIdentifier }) => ({
      name: rights ?? null,
      url: rightsUri ?? null,
      identifier: rightsIdentifier ?? null,
    })),
    descriptions: (attributes.descriptions ?? []).flatMap(({ description, lang: tag, descriptionType }) =>
      description == null ? [] : [{ text: description, lang: tag ?? null, type: descriptionType ?? null }],
    ),
    places: (attributes.geoLocations ?? []).map(placeOf),
    funding: (attributes.fundingReferences ?? []).map((reference) => ({
      funder: reference.funderName ?? null,
      identifier: reference.funderIdentifier ?? null,
      identifierType: reference.funderIdentifierType ?? null,
      awardNumber: reference.awardNumber ?? null,
      awardTitle: reference.awardTitle ?? null,
    })),
    updated: attributes.updated ?? null,
  };
}

function personOf(from: z.output<typeof person>): DatacitePerson[] {
  if (from.name == null) return [];
  return [
    {
      name: from.name,
      given: from.givenName ?? null,
      family: from.familyName ?? null,
      lang: from.lang ?? null,
      identifiers: (from.nameIdentifiers ?? []).flatMap(({ nameIdentifier: value, nameIdentifierScheme }) =>
        value == null ? [] : [{ value, scheme: nameIdentifierScheme ?? 'Other' }],
      ),
      affiliations: (from.affiliation ?? []).flatMap((item) => {
        if (typeof item === 'string') return [{ name: item, identifier: null, scheme: null }];
        const { name, affiliationIdentifier, affiliationIdentifierScheme } = item;
        return name == null
          ? []
          : [{ name, identifier: affiliationIdentifier ?? null, scheme: affiliationIdentifierScheme ?? null }];
      }),
    },
  ];
}

function publisherOf(publisher: Attributes['publisher']): DataciteResource['publishers'] {
  if (publisher == null) return [];
  if (typeof publisher === 'string') return [{ text: publisher, lang: null }];
  return publisher.name == null ? [] : [{ text: publisher.name, lang: publisher.lang ?? null }];
}

function containerOf(from: NonNullable<Attributes['container']>): DataciteResource['container'] {
  return {
    title: from.title ?? null,
    issn: /issn/i.test(from.identifierType ?? '') ? (from.identifier ?? null) : null,
    volume: from.volume ?? null,
    issue: from.issue ?? from.number ?? null,
    firstPage: from.firstPage ?? null,
    lastPage: from.lastPage ?? null,
  };
}

function placeOf({
  geoLocationPlace,
  geoLocationBox: box,
  geoLocationPoint: point,
}: z.output<typeof geoLocation>): DataciteGeoLocation {
  return {
    place: geoLocationPlace ?? null,
    box:
      box == null
        ? null
        : {
            west: box.westBoundLongitude ?? '',
            south: box.southBoundLatitude ?? '',
            east: box.eastBoundLongitude ?? '',
            north: box.northBoundLatitude ?? '',
          },
    point: point == null ? null : { lat: point.pointLatitude ?? '', lon: point.pointLongitude ?? '' },
  };
}
