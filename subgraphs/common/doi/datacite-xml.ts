import { UnreadableDocument } from '../errors.js';
import { readXmlDocument } from '../xml-document.js';
import { attribute, childElement, childElements, childText, textContent, xmlLang } from '../xml.js';
import type { XmlElement } from '../xml.js';
import type { WorkFields } from '../record.js';
import { dataciteFields } from './datacite-fields.js';
import type { DataciteGeoLocation, DatacitePerson, DataciteResource, Printed } from './resource.js';

/** Kernels 2.x, 3 and 4, with or without the minor version in the namespace. */
const KERNEL = /^https?:\/\/datacite\.org\/schema\/kernel-[234](?:\.\d+)*$/;
/** OAI-PMH's `oai_datacite` puts the resource into a payload, with or without wrappers around it. */
const WRAPPERS: ReadonlySet<string> = new Set(['oai_datacite', 'payload', 'metadata']);

/** The DataCite resource that an element is or wraps, else null. */
export function dataciteResourceIn(element: XmlElement): XmlElement | null {
  if (element.name === 'resource' && (KERNEL.test(element.namespace) || looksLikeOne(element))) return element;
  if (!WRAPPERS.has(element.name)) return null;
  for (const child of childElements(element)) {
    const found = dataciteResourceIn(child);
    if (found !== null) return found;
  }
  return null;
}

/** Some servers leave the namespace out, or give their own; the parts that every kernel requires are enough. */
function looksLikeOne(element: XmlElement): boolean {
  return childElement(element, 'creators') !== undefined && childElement(element, 'titles') !== undefined;
}

/**
 * A DataCite resource (kernels 2 to 4), by itself or as the payload of an OAI-PMH record.
 * @throws UnreadableDocument
 */
export function readDataciteXml(source: Buffer | XmlElement): WorkFields {
  const root = Buffer.isBuffer(source) ? readXmlDocument(source) : source;
  const resource = dataciteResourceIn(root);
  if (resource === null) {
    throw new UnreadableDocument(`<${root.name.slice(0, 60)}> (line ${String(root.line)}) is no DataCite resource`);
  }
  return dataciteFields(resourceOf(resource));
}

const textOf = (element: XmlElement): string => textContent(element).trim();
const printed = (element: XmlElement): Printed => ({ text: textOf(element), lang: xmlLang(element) ?? null });

/** The elements of a list (`titles/title`), blank ones left out. */
function itemsOf(root: XmlElement, listName: string, name: string): XmlElement[] {
  return childElements(root, listName).flatMap((list) => childElements(list, name));
}

function filled(elements: readonly XmlElement[]): XmlElement[] {
  return elements.filter((element) => textOf(element) !== '');
}

function resourceOf(root: XmlElement): DataciteResource {
  const type = childElement(root, 'resourceType');
  const doi = childElement(root, 'identifier');
  return {
    doi: doi !== undefined && /^doi$/i.test(attribute(doi, 'identifierType') ?? 'DOI') ? textOf(doi) : null,
    url: null,
    titles: filled(itemsOf(root, 'titles', 'title')).map((title) => ({
      ...printed(title),
      type: attribute(title, 'titleType') ?? null,
    })),
    creators: itemsOf(root, 'creators', 'creator').flatMap((creator) => peopleOf(creator, 'creatorName')),
    contributors: itemsOf(root, 'contributors', 'contributor').flatMap((contributor) =>
      peopleOf(contributor, 'contributorName').map((person) => ({
        role: attribute(contributor, 'contributorType') ?? 'Other',
        person,
      })),
    ),
    publishers: filled(childElements(root, 'publisher')).map(printed),
    year: childText(root, 'publicationYear') ?? null,
    dates: filled(itemsOf(root, 'dates', 'date')).map((date) => ({
      date: textOf(date),
      type: attribute(date, 'dateType') ?? null,
    })),
    languages: filled(childElements(root, 'language')).map(textOf),
    generalType: type === undefined ? null : (attribute(type, 'resourceTypeGeneral') ?? null),
    resourceType: type === undefined ? null : textOf(type),
    subjects: filled(itemsOf(root, 'subjects', 'subject')).map((subject) => ({
      ...printed(subject),
      scheme: attribute(subject, 'subjectScheme') ?? null,
      url: attribute(subject, 'valueURI') ?? null,
    })),
    alternates: filled(itemsOf(root, 'alternateIdentifiers', 'alternateIdentifier')).map((item) => ({
      value: textOf(item),
      type: attribute(item, 'alternateIdentifierType') ?? 'Other',
    })),
    related: filled(itemsOf(root, 'relatedIdentifiers', 'relatedIdentifier')).flatMap((item) => {
      const relation = attribute(item, 'relationType');
      const kind = attribute(item, 'relatedIdentifierType') ?? 'Other';
      return relation === undefined ? [] : [{ relation, type: kind, value: textOf(item) }];
    }),
    container: containerOf(root),
    sizes: itemsOf(root, 'sizes', 'size').map(textOf),
    formats: itemsOf(root, 'formats', 'format').map(textOf),
    version: childText(root, 'version') ?? null,
    rights: rightsOf(root),
    descriptions: filled(itemsOf(root, 'descriptions', 'description')).map((item) => ({
      ...printed(item),
      type: attribute(item, 'descriptionType') ?? null,
    })),
    places: itemsOf(root, 'geoLocations', 'geoLocation').map(placeOf),
    funding: itemsOf(root, 'fundingReferences', 'fundingReference').map(fundingOf),
    // `dates` hold when the content changed, not the record.
    updated: null,
  };
}

/** Several names within one creator (a common mistake) are several people: what stands between two names belongs to the first. */
function peopleOf(element: XmlElement, nameElement: string): DatacitePerson[] {
  const groups: XmlElement[][] = [];
  for (const child of childElements(element)) {
    if (child.name === nameElement) groups.push([child]);
    else groups.at(-1)?.push(child);
  }
  return groups.flatMap(([name, ...rest]) => {
    if (name === undefined || textOf(name) === '') return [];
    const texts = (wanted: string): XmlElement[] => filled(rest.filter((child) => child.name === wanted));
    const first = (wanted: string): string | null => texts(wanted).map(textOf)[0] ?? null;
    return [
      {
        name: textOf(name),
        given: first('givenName'),
        family: first('familyName'),
        lang: xmlLang(name) ?? null,
        identifiers: texts('nameIdentifier').map((id) => ({
          value: textOf(id),
          scheme: attribute(id, 'nameIdentifierScheme') ?? 'Other',
        })),
        affiliations: texts('affiliation').map((affiliation) => ({
          name: textOf(affiliation),
          identifier: attribute(affiliation, 'affiliationIdentifier') ?? null,
          scheme: attribute(affiliation, 'affiliationIdentifierScheme') ?? null,
        })),
      },
    ];
  });
}

/** Kernel 2 has one `rights` outside of a list; a right may stand in its attributes alone. */
function rightsOf(root: XmlElement): DataciteResource['rights'] {
  return [...childElements(root, 'rights'), ...itemsOf(root, 'rightsList', 'rights')].map((right) => ({
    name: textOf(right) || null,
    url: attribute(right, 'rightsURI') ?? null,
    identifier: attribute(right, 'rightsIdentifier') ?? null,
  }));
}

/** Where it was published: kernel 4.4's related item. */
function containerOf(root: XmlElement): DataciteResource['container'] {
  const item = itemsOf(root, 'relatedItems', 'relatedItem').find(
    (candidate) => attribute(candidate, 'relationType') === 'IsPublishedIn',
  );
  if (item === undefined) return null;
  const id = childElement(item, 'relatedItemIdentifier');
  const isIssn = id !== undefined && /issn/i.test(attribute(id, 'relatedItemIdentifierType') ?? '');
  return {
    title: filled(itemsOf(item, 'titles', 'title')).map(textOf)[0] ?? null,
    issn: isIssn ? textOf(id) : null,
    volume: childText(item, 'volume') ?? null,
    issue: childText(item, 'issue') ?? null,
    firstPage: childText(item, 'firstPage') ?? null,
    lastPage: childText(item, 'lastPage') ?? null,
  };
}

/** Kernel 4 has an element for each number; kernel 3 prints "lat lon" and "south west north east" in one. */
function placeOf(location: XmlElement): DataciteGeoLocation {
  const box = childElement(location, 'geoLocationBox');
  const point = childElement(location, 'geoLocationPoint');
  return {
    place: childText(location, 'geoLocationPlace') ?? null,
    box: box === undefined ? null : boxOf(box),
    point: point === undefined ? null : pointOf(point),
  };
}

function boxOf(box: XmlElement): DataciteGeoLocation['box'] {
  const [south = '', west = '', north = '', east = ''] = textOf(box).split(/[\s,]+/);
  if (childElements(box).length === 0) return { west, south, east, north };
  return {
    west: childText(box, 'westBoundLongitude') ?? '',
    south: childText(box, 'southBoundLatitude') ?? '',
    east: childText(box, 'eastBoundLongitude') ?? '',
    north: childText(box, 'northBoundLatitude') ?? '',
  };
}

function pointOf(point: XmlElement): DataciteGeoLocation['point'] {
  const [lat = '', lon = ''] = textOf(point).split(/[\s,]+/);
  if (childElements(point).length === 0) return { lat, lon };
  return { lat: childText(point, 'pointLatitude') ?? '', lon: childText(point, 'pointLongitude') ?? '' };
}

function fundingOf(reference: XmlElement): DataciteResource['funding'][number] {
  const id = childElement(reference, 'funderIdentifier');
  return {
    funder: childText(reference, 'funderName') ?? null,
    identifier: id === undefined ? null : textOf(id) || null,
    identifierType: id === undefined ? null : (attribute(id, 'funderIdentifierType') ?? null),
    awardNumber: childText(reference, 'awardNumber') ?? null,
    awardTitle: childText(reference, 'awardTitle') ?? null,
  };
}
