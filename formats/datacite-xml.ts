/** DataCite 4.6 in XML, from the same attributes as the JSON. */
import type { XmlElement } from '../subgraphs/common/xml.js';
import { dataciteAttributes, type DataciteAttributes } from './datacite.js';
import type { DatacitePerson } from './datacite-people.js';
import type { FormatWork } from './work.js';
import { anyUri, decimal, elementMaker, langAttribute, unlessEmpty, xmlDocument, type Content } from './xml.js';

const KERNEL = 'http://datacite.org/schema/kernel-4';
const NAMESPACES: Readonly<Record<string, string>> = { 'http://www.w3.org/2001/XMLSchema-instance': 'xsi' };
const datacite = elementMaker(KERNEL);

function list(name: string, items: Content): Content {
  return unlessEmpty(datacite(name, {}, items));
}

function optional(name: string, text: string | null | undefined): Content {
  return text === null || text === undefined ? null : datacite(name, {}, text);
}

function uri(text: string | undefined): string | undefined {
  return text === undefined ? undefined : anyUri(text);
}

function person(item: DatacitePerson, nameElement: string): Content {
  return [
    datacite(nameElement, { nameType: item.nameType, ...langAttribute(item.lang ?? null) }, item.name),
    optional('givenName', item.givenName),
    optional('familyName', item.familyName),
    (item.nameIdentifiers ?? []).map(({ nameIdentifier, nameIdentifierScheme, schemeUri }) =>
      datacite('nameIdentifier', { nameIdentifierScheme, schemeURI: schemeUri }, nameIdentifier),
    ),
    (item.affiliation ?? []).map(({ name, affiliationIdentifier, affiliationIdentifierScheme, schemeUri }) =>
      datacite('affiliation', { affiliationIdentifier, affiliationIdentifierScheme, schemeURI: schemeUri }, name),
    ),
  ];
}

function places({ geoLocations }: DataciteAttributes): Content {
  return geoLocations.map(({ geoLocationPlace, geoLocationBox: box, geoLocationPoint: point }) =>
    datacite(
      'geoLocation',
      {},
      optional('geoLocationPlace', geoLocationPlace),
      point == null
        ? null
        : datacite(
            'geoLocationPoint',
            {},
            datacite('pointLongitude', {}, decimal(point.pointLongitude)),
            datacite('pointLatitude', {}, decimal(point.pointLatitude)),
          ),
      box == null
        ? null
        : datacite(
            'geoLocationBox',
            {},
            datacite('westBoundLongitude', {}, decimal(box.westBoundLongitude)),
            datacite('eastBoundLongitude', {}, decimal(box.eastBoundLongitude)),
            datacite('southBoundLatitude', {}, decimal(box.southBoundLatitude)),
            datacite('northBoundLatitude', {}, decimal(box.northBoundLatitude)),
          ),
    ),
  );
}

function funding({ fundingReferences }: DataciteAttributes): Content {
  return fundingReferences.map(({ funderName, funderIdentifier, funderIdentifierType, awardNumber, awardTitle }) =>
    datacite(
      'fundingReference',
      {},
      datacite('funderName', {}, funderName),
      funderIdentifier == null ? null : datacite('funderIdentifier', { funderIdentifierType }, funderIdentifier),
      optional('awardNumber', awardNumber),
      optional('awardTitle', awardTitle),
    ),
  );
}

/** The journal or book: DataCite's related item, which has a title or says nothing. */
function container({ container: item }: DataciteAttributes): Content {
  if (item?.title === undefined) return null;
  const { type, title, identifier, volume, issue, firstPage, lastPage } = item;
  return datacite(
    'relatedItem',
    { relatedItemType: type, relationType: 'IsPublishedIn' },
    identifier == null ? null : datacite('relatedItemIdentifier', { relatedItemIdentifierType: 'ISSN' }, identifier),
    datacite('titles', {}, datacite('title', {}, title)),
    optional('volume', volume),
    optional('issue', issue),
    optional('firstPage', firstPage),
    optional('lastPage', lastPage),
  );
}

/** A work as a resource of kernel 4. A mandatory element that no source tells is absent: the document is then not valid, and conformance says why. */
export function dataciteElement(work: FormatWork): XmlElement {
  const told = dataciteAttributes(work);
  return datacite(
    'resource',
    { 'xsi:schemaLocation': `${KERNEL} https://schema.datacite.org/meta/kernel-4.6/metadata.xsd` },
    told.doi === null ? null : datacite('identifier', { identifierType: 'DOI' }, told.doi),
    list(
      'creators',
      told.creators.map((item) => datacite('creator', {}, person(item, 'creatorName'))),
    ),
    list(
      'titles',
      told.titles.map(({ title, titleType, lang }) =>
        datacite('title', { titleType, ...langAttribute(lang ?? null) }, title),
      ),
    ),
    told.publisher === null
      ? null
      : datacite('publisher', langAttribute(told.publisher.lang ?? null), told.publisher.name),
    told.publicationYear === null
      ? null
      : datacite('publicationYear', {}, String(told.publicationYear).padStart(4, '0')),
    datacite('resourceType', told.types),
    list(
      'subjects',
      told.subjects.map(({ subject, lang, subjectScheme, valueUri }) =>
        datacite(
          'subject',
          { subjectScheme, valueURI: uri(valueUri ?? undefined), ...langAttribute(lang ?? null) },
          subject,
        ),
      ),
    ),
    list(
      'contributors',
      told.contributors.map((item) =>
        datacite('contributor', { contributorType: item.contributorType }, person(item, 'contributorName')),
      ),
    ),
    list(
      'dates',
      told.dates.map(({ date, dateType }) => datacite('date', { dateType }, date)),
    ),
    optional('language', told.language),
    list(
      'alternateIdentifiers',
      told.alternateIdentifiers.map(({ alternateIdentifier, alternateIdentifierType }) =>
        datacite('alternateIdentifier', { alternateIdentifierType }, alternateIdentifier),
      ),
    ),
    list(
      'relatedIdentifiers',
      told.relatedIdentifiers.map(({ relatedIdentifier, ...attributes }) =>
        datacite('relatedIdentifier', attributes, relatedIdentifier),
      ),
    ),
    list(
      'sizes',
      told.sizes.map((size) => datacite('size', {}, size)),
    ),
    list(
      'formats',
      told.formats.map((format) => datacite('format', {}, format)),
    ),
    optional('version', told.version),
    list(
      'rightsList',
      told.rightsList.map((item) =>
        datacite(
          'rights',
          {
            rightsURI: uri(item.rightsUri ?? undefined),
            ...('rightsIdentifier' in item
              ? {
                  rightsIdentifier: item.rightsIdentifier,
                  rightsIdentifierScheme: item.rightsIdentifierScheme,
                  schemeURI: item.schemeUri,
                }
              : {}),
          },
          item.rights,
        ),
      ),
    ),
    list(
      'descriptions',
      told.descriptions.map(({ description, descriptionType, lang }) =>
        datacite('description', { ...langAttribute(lang ?? null), descriptionType }, description),
      ),
    ),
    list('geoLocations', places(told)),
    list('fundingReferences', funding(told)),
    list('relatedItems', container(told)),
  );
}

/** A work as DataCite XML. */
export function writeDataciteXml(work: FormatWork): string {
  return xmlDocument(dataciteElement(work), NAMESPACES);
}
