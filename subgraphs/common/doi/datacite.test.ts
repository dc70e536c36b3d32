import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../errors.js';
import { readXmlDocument } from '../xml-document.js';
import { readDataciteJson } from './datacite-json.js';
import { readDataciteXml } from './datacite-xml.js';
import { doiDocuments } from './documents.js';
import type { WorkFields } from '../record.js';

const attributes = {
  doi: '10.99999/Snow',
  url: 'https://data.test/snow',
  titles: [
    { title: 'Snow depth', lang: 'en' },
    { title: '積雪深', lang: 'ja', titleType: 'TranslatedTitle' },
    { title: 'SD', titleType: 'AlternativeTitle' },
  ],
  creators: [
    {
      name: 'Yamada, Hana',
      givenName: 'Hana',
      familyName: 'Yamada',
      affiliation: ['Snow Institute', { name: 'NIES', affiliationIdentifier: 'https://ror.org/02hw5fp67' }],
      nameIdentifiers: [{ nameIdentifier: 'https://orcid.org/0000-0002-1825-0097', nameIdentifierScheme: 'ORCID' }],
    },
  ],
  publisher: { name: 'Snow Archive' },
  publicationYear: 2020,
  dates: [
    { date: '2020-03-01', dateType: 'Issued' },
    { date: '2019-01/2019-06', dateType: 'Collected' },
    { date: '2018', dateType: 'Valid' },
  ],
  types: { resourceTypeGeneral: 'Dataset' },
  rightsList: [
    { rightsUri: 'info:eu-repo/semantics/openAccess' },
    { rights: 'Creative Commons', rightsIdentifier: 'cc-by-4.0', rightsIdentifierScheme: 'SPDX' },
  ],
  descriptions: [
    { description: 'A &lt;i&gt;depth&lt;/i&gt;.', descriptionType: 'Abstract', lang: 'en' },
    { description: 'Vol. 1', descriptionType: 'SeriesInformation' },
  ],
  geoLocations: [
    {
      geoLocationPlace: 'Japan',
      geoLocationBox: {
        westBoundLongitude: '122',
        eastBoundLongitude: 154,
        southBoundLatitude: 20,
        northBoundLatitude: '46',
      },
    },
    { geoLocationPoint: { pointLatitude: 'north', pointLongitude: 1 } },
  ],
  relatedIdentifiers: [{ relationType: 'isPartOf', relatedIdentifier: '10.99999/Whole', relatedIdentifierType: 'DOI' }],
  updated: '2020-04-29T15:04:07.000Z',
};
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const single = (changes: object = {}): WorkFields => {
  const [work] = readDataciteJson(json({ data: { id: 'x', attributes: { ...attributes, ...changes } } })).works;
  if (work === undefined) throw new Error('no work');
  return work;
};

describe('DataCite JSON', () => {
  it('gives the fields of a work', () => {
    expect(single()).toMatchObject({
      doi: '10.99999/snow',
      type: 'DATASET',
      title: {
        values: [
          { value: 'Snow depth', lang: 'en' },
          { value: '積雪深', lang: 'ja' },
        ],
      },
      alternativeTitles: [{ values: [{ value: 'SD', lang: null }] }],
      description: { values: [{ value: 'A depth.', lang: 'en' }] },
      creators: [{ orcid: '0000-0002-1825-0097', affiliations: [{ ror: null }, { ror: 'https://ror.org/02hw5fp67' }] }],
      publisher: { values: [{ value: 'Snow Archive' }] },
      issued: '2020-03-01',
      updated: '2020-04-29T15:04:07Z',
      accessRight: 'OPEN',
      licenses: [{ name: 'Creative Commons', spdx: 'CC-BY-4.0', url: null }],
      places: [{ name: { values: [{ value: 'Japan' }] }, box: { west: 122, south: 20, east: 154, north: 46 } }],
      period: '2019-01/2019-06',
      url: 'https://data.test/snow',
      related: [{ relation: 'IsPartOf', id: 'doi:10.99999/whole' }],
    });
    expect(single().places).toHaveLength(1);
  });

  it('takes the publication year where no date of issue is told, and never the year 0000', () => {
    expect(single({ dates: [] }).issued).toBe('2020');
    expect(single({ dates: [], publicationYear: '0000' }).issued).toBeNull();
  });

  it.each([
    ['2000-01-01/', '2000-01-01'],
    ['2000/..', '2000'],
    ['2001-01-01/2001-01-01', '2001-01-01'],
    ['yesterday', null],
  ])('a time of collection %s is the period %s', (date, period) => {
    expect(single({ dates: [{ date, dateType: 'Collected' }] }).period).toBe(period);
  });

  it('as a list gives what can be read, and says what cannot', () => {
    const list = { data: [{ attributes }, { attributes: { doi: 5 } }], meta: { total: 2 } };
    expect(readDataciteJson(json(list))).toMatchObject({
      many: true,
      works: [{ doi: '10.99999/snow' }],
      refused: ['a DataCite record (data[1]): doi: expected a text'],
    });
    expect(readDataciteJson(json({ data: [] }))).toEqual({ works: [], many: true, refused: [] });
  });

  it.each([[{ errors: [{ status: '404' }] }], [{ data: null }], [5], [{}]])('%j is refused', (value) => {
    expect(() => readDataciteJson(json(value))).toThrow(UnreadableDocument);
  });
});

const resource = (inner: string, namespace = 'http://datacite.org/schema/kernel-4'): string =>
  `<resource xmlns="${namespace}"><identifier identifierType="DOI">10.99999/SNOW</identifier>${inner}</resource>`;
const xml = (inner: string, namespace?: string): WorkFields => readDataciteXml(Buffer.from(resource(inner, namespace)));

describe('DataCite XML', () => {
  it('of kernel 4 gives each number of a place its element, and of kernel 3 one text', () => {
    const kernel4 = xml(
      `<geoLocations><geoLocation><geoLocationPoint><pointLongitude>139.7</pointLongitude><pointLatitude>35.7</pointLatitude></geoLocationPoint></geoLocation></geoLocations>`,
    );
    const kernel3 = xml(
      `<geoLocations><geoLocation><geoLocationPlace> Japan </geoLocationPlace><geoLocationPoint>35.7 139.7</geoLocationPoint><geoLocationBox>20 122 46 154</geoLocationBox></geoLocation></geoLocations>`,
      'http://datacite.org/schema/kernel-3',
    );
    expect(kernel4.places).toMatchObject([{ point: { lat: 35.7, lon: 139.7 }, box: null }]);
    expect(kernel3.places).toMatchObject([
      { point: { lat: 35.7, lon: 139.7 }, box: { west: 122, south: 20, east: 154, north: 46 } },
    ]);
  });

  it('takes several names in one creator for several people', () => {
    const { creators } = xml(
      `<creators><creator><creatorName>A, B</creatorName><affiliation>X</affiliation><creatorName>C, D</creatorName></creator></creators>`,
    );
    expect(creators.map(({ name, affiliations }) => [name.values[0]?.value, affiliations.length])).toEqual([
      ['A, B', 1],
      ['C, D', 0],
    ]);
  });

  it('reads a right that stands in its attributes alone', () => {
    const rights = `<rightsList><rights rightsIdentifier="CC0 1.0" rightsURI="https://creativecommons.org/publicdomain/zero/1.0/"/></rightsList>`;
    expect(xml(rights).licenses).toMatchObject([{ spdx: 'CC0-1.0' }]);
  });

  it('is found in the payload of oai_datacite', () => {
    const payload = `<oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><schemaVersion>4.4</schemaVersion><payload>${resource('')}</payload></oai_datacite>`;
    expect(readDataciteXml(readXmlDocument(Buffer.from(payload))).doi).toBe('10.99999/snow');
  });

  it.each([
    ['another root', '<work/>', /^<work> \(line 1\) is no DataCite resource$/],
    ['a broken document', '<resource xmlns="http://datacite.org/schema/kernel-4">', /not readable as XML/],
    ['a document with entities', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', /document type declaration/],
  ])('%s is refused with one line', (_, source, message) => {
    expect(() => readDataciteXml(Buffer.from(source))).toThrow(message);
  });
});

describe('documents for convert', () => {
  const read = (document: string | Buffer) =>
    doiDocuments.find(({ name }) => name === 'datacite')?.read(Buffer.from(document));

  it('tell JSON from XML by the first character', () => {
    expect(read(`\ufeff \n${JSON.stringify({ data: { attributes } })}`)).toMatchObject({
      many: false,
      records: [{ id: '', platform: 'DIAS', doi: '10.99999/snow', files: [] }],
    });
    expect(read(resource(''))).toMatchObject({ many: false, records: [{ doi: '10.99999/snow' }] });
  });

  it('of which nothing can be read are refused', () => {
    expect(() => read(JSON.stringify({ data: [{}] }))).toThrow(UnreadableDocument);
  });
});
