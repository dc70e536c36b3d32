/** DataCite 4.6 in JSON (as DataCite gives it for a DOI): what the XML is written from too. */
import type { Funding, License, Place, WorkFields } from '../subgraphs/common/record.js';
import { oneOf, personOf } from './datacite-people.js';
import {
  DATACITE_CONTRIBUTOR_TYPES,
  DATACITE_FUNDER_TYPES,
  DATACITE_RELATED_TYPES,
  DATACITE_RELATIONS,
} from './datacite-vocabulary.js';
import { ACCESS_RIGHTS, DATACITE_TYPES } from './vocabulary.js';
import { dateParts, ownLanguage, present, type FormatWork, type ReadingLanguage } from './work.js';

const SPDX = 'https://spdx.org/licenses/';

/** Other languages' titles are translations, except readings of the same words. */
function titlesOf({ title, alternativeTitles }: FormatWork) {
  const first = title.values[0]?.lang?.split('-')[0];
  return [
    ...title.values.map(({ value, lang }, index) => ({
      title: value,
      ...present({
        titleType: index > 0 && lang !== null && lang.split('-')[0] !== first ? 'TranslatedTitle' : null,
        lang,
      }),
    })),
    ...alternativeTitles.flatMap(({ values }) =>
      values.map(({ value, lang }) => ({ title: value, titleType: 'AlternativeTitle', ...present({ lang }) })),
    ),
  ];
}

function rightsOf(accessRight: WorkFields['accessRight'], licenses: readonly License[]) {
  const right = accessRight === 'UNKNOWN' ? null : ACCESS_RIGHTS[accessRight];
  return [
    // In the words of OpenAIRE's guidelines 2 and 3.
    ...(right === null
      ? []
      : [
          { rights: right.openaire, rightsUri: right.openaire },
          { rights: right.label, rightsUri: right.coar },
        ]),
    ...licenses.map(({ name, spdx, url }) =>
      present({
        rights: name,
        rightsUri: url,
        rightsIdentifier: spdx,
        rightsIdentifierScheme: spdx === null ? null : 'SPDX',
        schemeUri: spdx === null ? null : SPDX,
      }),
    ),
  ];
}

function datesOf({ issued, embargoUntil, period }: FormatWork) {
  return [
    ...(issued === null ? [] : [{ date: issued, dateType: 'Issued' }]),
    ...(embargoUntil === null ? [] : [{ date: embargoUntil, dateType: 'Available' }]),
    ...(period === null ? [] : [{ date: period, dateType: 'Coverage' }]),
  ];
}

/** Relations that DataCite has a word for, to identifiers that it has a type for or that have an address. */
function relatedOf({ related }: FormatWork) {
  return related.flatMap(({ relation, identifier }) => {
    if (identifier === null || !DATACITE_RELATIONS.has(relation)) return [];
    const type = DATACITE_RELATED_TYPES[identifier.scheme];
    if (type !== undefined)
      return [{ relationType: relation, relatedIdentifier: identifier.value, relatedIdentifierType: type }];
    if (identifier.url === null) return [];
    return [{ relationType: relation, relatedIdentifier: identifier.url, relatedIdentifierType: 'URL' }];
  });
}

function placeOf({ name, box, point }: Place, language: ReadingLanguage) {
  return present({
    geoLocationPlace: oneOf(name, language)?.value,
    geoLocationBox:
      box === null
        ? null
        : {
            westBoundLongitude: box.west,
            eastBoundLongitude: box.east,
            southBoundLatitude: box.south,
            northBoundLatitude: box.north,
          },
    geoLocationPoint: point === null ? null : { pointLongitude: point.lon, pointLatitude: point.lat },
  });
}

/** DataCite wants a funder's name: a reference without one has no place in it. */
function fundingOf({ funder, funderIds, awardNumber, awardTitle }: Funding, language: ReadingLanguage) {
  const name = oneOf(funder, language);
  if (name === null) return [];
  const id = funderIds.find(({ scheme }) => DATACITE_FUNDER_TYPES[scheme] !== undefined) ?? funderIds[0];
  return [
    {
      funderName: name.value,
      ...present({
        funderIdentifier: id?.url ?? id?.value,
        funderIdentifierType: id === undefined ? null : (DATACITE_FUNDER_TYPES[id.scheme] ?? 'Other'),
        awardNumber,
        awardTitle: oneOf(awardTitle, language)?.value,
      }),
    },
  ];
}

function containerOf({ container, type }: FormatWork, language: ReadingLanguage) {
  if (container === null) return null;
  const [issn] = container.issn;
  return {
    type: issn !== undefined ? 'Journal' : type === 'CONFERENCE_PAPER' ? 'ConferenceProceeding' : 'Other',
    ...present({
      title: oneOf(container.title, language)?.value,
      identifier: issn,
      identifierType: issn === undefined ? null : 'ISSN',
      volume: container.volume,
      issue: container.issue,
      firstPage: container.firstPage,
      lastPage: container.lastPage,
    }),
  };
}

/** The attributes of a DOI in DataCite's JSON. A mandatory one that no source tells is absent. */
export function dataciteAttributes(work: FormatWork) {
  const language = ownLanguage(work);
  const publisher = oneOf(work.publisher, language);
  const year = dateParts(work.issued)?.year;
  return {
    doi: work.doi,
    url: work.url,
    types: { resourceTypeGeneral: DATACITE_TYPES[work.type] },
    creators: work.creators.flatMap((creator) => personOf(creator, language)),
    titles: titlesOf(work),
    publisher: publisher === null ? null : { name: publisher.value, ...present({ lang: publisher.lang }) },
    publicationYear: year === undefined ? null : Number(year),
    subjects: work.subjects.flatMap(({ value, scheme, url }) =>
      value.values.map((text) => ({
        subject: text.value,
        ...present({ lang: text.lang, subjectScheme: scheme, valueUri: url }),
      })),
    ),
    contributors: work.contributors.flatMap(({ role, creator }) =>
      personOf(creator, language).map((person) => ({
        ...person,
        contributorType: DATACITE_CONTRIBUTOR_TYPES.has(role) ? role : 'Other',
      })),
    ),
    dates: datesOf(work),
    language: work.languages[0] ?? null,
    alternateIdentifiers: work.identifiers
      .filter(({ scheme, value }) => scheme !== 'DOI' || value !== work.doi)
      .map(({ scheme, value }) => ({ alternateIdentifier: value, alternateIdentifierType: scheme })),
    relatedIdentifiers: relatedOf(work),
    container: containerOf(work, language),
    sizes: work.size === null ? [] : [work.size],
    formats: work.formats,
    version: work.version,
    rightsList: rightsOf(work.accessRight, work.licenses),
    descriptions: (work.description?.values ?? []).map(({ value, lang }) => ({
      description: value,
      descriptionType: 'Abstract',
      ...present({ lang }),
    })),
    geoLocations: work.places.map((place) => placeOf(place, language)),
    fundingReferences: work.funding.flatMap((item) => fundingOf(item, language)),
  };
}

export type DataciteAttributes = ReturnType<typeof dataciteAttributes>;

/** A work as DataCite JSON. */
export function writeDataciteJson(work: FormatWork): string {
  const attributes = present(dataciteAttributes(work));
  const id = work.doi === null ? {} : { id: `https://doi.org/${work.doi}` };
  return JSON.stringify({ ...id, ...attributes, schemaVersion: 'http://datacite.org/schema/kernel-4' }, null, 2);
}
