import { readBox } from '../../common/box.js';
import { interval, parseEdtf, parseInstant } from '../../common/edtf.js';
import { identifier, parseDoi, parseHttpUrl, uniqueIdentifiers } from '../../common/identifiers.js';
import { langString, localizedTextOrNull, NO_TEXT, plainText } from '../../common/localized-text.js';
import { NO_FIELDS } from '../../common/no-fields.js';
import type { BoundingBox, Creator, Identifier, Place, Subject, WorkFields } from '../../common/record.js';
import { cleanLine, cleanText } from '../../common/text.js';
import { accessRight, languageTag, license, workType } from '../../common/vocabulary.js';
import {
  attribute,
  childElement,
  childElements,
  childText,
  textContent,
  xmlLang,
  type XmlElement,
} from '../../common/xml.js';

const RECORD = /^(?:Brief|Summary)?Record$/;

/** csw:Record, SummaryRecord or BriefRecord of any version. */
export function isCswRecord(element: XmlElement): boolean {
  return RECORD.test(element.name) && element.namespace.startsWith('http://www.opengis.net/cat/csw/');
}

/** Dublin Core by local names: one real server declares http://www.purl.org/dc/elements/1.1/ (simple-getrecords-odd-dc-namespace). */
function texts(record: XmlElement, name: string): string[] {
  return childElements(record, name)
    .map((element) => cleanLine(textContent(element)))
    .filter((text) => text !== '');
}

function person(name: string): Creator {
  const none = { familyName: null, givenName: null, orcid: null, nrid: null, eRadId: null };
  return { name: plainText(name), ...none, identifiers: [], affiliations: [] };
}

/**
 * A pair of corners. Latitude comes first in EPSG:4326 as the standard writes it (urn and http forms, also
 * urn:x-ogc:def:crs:EPSG:6.11:4326); longitude in CRS:84 and where ows:WGS84BoundingBox says so by its name.
 */
function boxOf(element: XmlElement): BoundingBox | null {
  const crs = attribute(element, 'crs') ?? '';
  const corner = (name: string): string[] => (childText(element, name) ?? '').split(/\s+/);
  const [a, b, ...more] = corner('LowerCorner');
  const [c, d, ...others] = corner('UpperCorner');
  if (more.length > 0 || others.length > 0) return null;
  if (element.name === 'WGS84BoundingBox' || /CRS:+(?:1\.3:)?84$/i.test(crs) || /\/CRS84$/i.test(crs)) {
    return readBox({ west: a, south: b, east: c, north: d });
  }
  return crs === '' || /4326$/.test(crs) ? readBox({ south: a, west: b, north: c, east: d }) : null;
}

function places(record: XmlElement): Place[] {
  const boxes = [...childElements(record, 'BoundingBox'), ...childElements(record, 'WGS84BoundingBox')];
  const drawn = boxes.flatMap((element): Place | [] => {
    const box = boxOf(element);
    return box === null ? [] : { name: null, box, point: null };
  });
  const named = texts(record, 'spatial').map((name) => ({ name: plainText(name), box: null, point: null }));
  return [...drawn, ...named];
}

function subjects(record: XmlElement): Subject[] {
  return childElements(record, 'subject').flatMap((element): Subject | [] => {
    const value = localizedTextOrNull([langString(cleanLine(textContent(element)), xmlLang(element))]);
    return value === null ? [] : { value, scheme: attribute(element, 'scheme') ?? null, url: null };
  });
}

function identifiers(record: XmlElement): Identifier[] {
  return uniqueIdentifiers(
    texts(record, 'identifier').map((text) => {
      if (parseDoi(text) !== null) return identifier('DOI', text);
      if (parseHttpUrl(text) !== null) return identifier('URL', text);
      return identifier(/^urn:/i.test(text) ? 'URN' : 'LOCAL', text);
    }),
  );
}

/** http://purl.org/dc/dcmitype/Dataset and "dataset" alike; a service is no work of a known kind. */
function type(record: XmlElement): WorkFields['type'] {
  const label = texts(record, 'type')[0] ?? '';
  if (/^(?:series|nonGeographicDataset)$/i.test(label)) return 'DATASET';
  return workType(label.replace(/^.*\//, ''));
}

/**
 * dc:date is taken for the date of issue, as in oai_dc, unless it only repeats when the record was modified (pycsw, for
 * records that it has from ISO); dct:issued goes before it.
 */
function dates(record: XmlElement): Pick<WorkFields, 'issued' | 'updated' | 'period'> {
  const first = <T>(name: string, read: (text: string) => T | null): T | null =>
    texts(record, name).flatMap((text) => read(text) ?? [])[0] ?? null;
  const date = first('date', parseEdtf);
  const temporal = childElement(record, 'TemporalExtent');
  const edge = (name: string): string | null => parseEdtf((temporal && childText(temporal, name)) ?? '');
  return {
    issued: first('issued', parseEdtf) ?? (date === first('modified', parseEdtf) ? null : date),
    updated: first('modified', parseInstant),
    period: interval(edge('begin'), edge('end')) ?? first('temporal', parseEdtf),
  };
}

/** The work of a Dublin Core record of a catalogue: brief and summary records carry less. */
export function readCswRecord(record: XmlElement): WorkFields {
  const own = identifiers(record);
  const titles = childElements(record, 'title').map((element) =>
    langString(cleanLine(textContent(element)), xmlLang(element)),
  );
  const abstracts = [...childElements(record, 'abstract'), ...childElements(record, 'description')].map((element) =>
    langString(cleanText(textContent(element)), xmlLang(element)),
  );
  const rights = [...texts(record, 'accessRights'), ...texts(record, 'rights')];
  const doi = own.find(({ scheme }) => scheme === 'DOI')?.value ?? null;
  const links = texts(record, 'references').flatMap((text) => parseHttpUrl(text) ?? []);
  return {
    ...NO_FIELDS,
    ...dates(record),
    doi,
    identifiers: own,
    type: type(record),
    title: localizedTextOrNull(titles) ?? NO_TEXT,
    description: localizedTextOrNull(abstracts.slice(0, 1)),
    creators: texts(record, 'creator').map(person),
    contributors: texts(record, 'contributor').map((name) => ({ role: 'Other', creator: person(name) })),
    publisher: localizedTextOrNull(texts(record, 'publisher').map((name) => langString(name))),
    languages: [...new Set(texts(record, 'language').flatMap((code) => languageTag(code) ?? []))],
    subjects: subjects(record),
    accessRight: rights.map((text) => accessRight(text, text)).find((right) => right !== 'UNKNOWN') ?? 'UNKNOWN',
    licenses: rights.flatMap((text) => (parseHttpUrl(text) === null ? [] : (license(text, text) ?? []))),
    formats: [...new Set(texts(record, 'format'))],
    places: places(record),
    url:
      own.find(({ scheme, url }) => scheme === 'URL' && url !== null)?.url ??
      own.find(({ url }) => url !== null)?.url ??
      links[0] ??
      null,
  };
}
