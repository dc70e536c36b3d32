import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { isoElements } from '../common/iso19115/elements.js';
import { readIso, type IsoRecord } from '../common/iso19115/record.js';
import { bestText, textIn } from '../common/localized-text.js';
import { readOaiAnswer } from '../common/oai-pmh/envelope.js';
import { readXmlDocument } from '../common/xml-document.js';
import { jairoDocuments } from '../jairo/documents.js';
import { nextStart, readCswAnswer } from './csw/responses.js';
import { metadataDocuments } from './metadata-documents.js';

/** Real records and answers, kept outside of the repository. */
const SAMPLES = '../shared/upstreams/dias/samples';
const missing = !existsSync(SAMPLES);
const FORMATS = [...metadataDocuments, ...jairoDocuments];

const filesOf = (folder: string): string[] => (missing ? [] : readdirSync(join(SAMPLES, folder)).map((file) => `${folder}/${file}`)); // prettier-ignore
const bytes = (file: string): Buffer => readFileSync(join(SAMPLES, file));

function read(format: string, file: string) {
  const found = FORMATS.find(({ name }) => name === format);
  if (found === undefined) throw new Error(`no format ${format}`);
  return found.read(bytes(file));
}

function record(file: string): IsoRecord {
  const [root] = isoElements(readXmlDocument(bytes(file)));
  if (root === undefined) throw new Error('no record');
  return readIso(root);
}

function refusal(format: string, file: string): string {
  try {
    read(format, file);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.message;
    throw error;
  }
  return '';
}

const text = (value: string, lang: string | null) => ({ value, lang });
const box = (west: number, south: number, east: number, north: number) => ({ west, south, east, north });

/** File, title, issue, period, box, type: worked out by reading the files. */
const ISO = [
  ['iso-19139/3e9a8c05.xml', 'test Title', null, '2011-04-18/2011-04-20', box(19.37, 34.8, 29.61, 41.75), 'OTHER'],
  ['iso-19139/9250AA67-F3AC-6C12-0CB9-0662231AA181_iso.xml', 'ALLSPECIES', '2009-09-03', null, null, 'DATASET'],
  ['iso-19139/T_aerfo_RAS_1991_GR800P001800000012.xml', 'Aerial Photos', null, '2009-10-09', box(20, 38, 24, 40), 'DATASET'],
  ['iso-19139/T_ortho_RAS_1998_284404.xml', 'Ortho', '2000-01-01', '1997-01-01/1999-01-01', box(21.478784, 39.76001, 21.527317, 39.790341), 'DATASET'],
  ['iso-19139/T_pmoed_DTM_1996_276395.xml', 'DTM', null, '2009-10-07', box(19, 34, 30, 42), 'DATASET'],
  ['iso-19139/file_id_as_url.xml', 'AVHRR Sea Surface Temperature for MARACOOS (Mid-Atlantic Regional Association Coastal Ocean Observing System)', null, '2012-10-27', box(-100, 20, -50, 52), 'DATASET'],
  ['iso-19139/geodab-pangaea-dataset.xml', 'AWI Bathymetric Chart of the Gakkel Ridge (AWI BCGR) (Scale 1:150,000)', '2007-01-22', null, box(-9, 82.5833, 88, 87.25), 'DATASET'],
  ['iso-19139/geodab-wrapped-pangaea-japan.xml', 'Radiosonde measurements from station Tateno (2011-12)', '2012-02-20', '2011-12-01/2011-12-31', box(140.1258, 36.0581, 140.1258, 36.0581), 'DATASET'],
  ['iso-19139/iso_19115-2_Sentinel-2-scene.xml', 'S2B_MSIL2A_20200902T090559_N0214_R050_T34SFG_20200902T113910.SAFE', '2020-09-02', '2020-09-02', box(22.241087944581203, 36.95084163397443, 22.316296604618408, 37.21692395594552), 'DATASET'],
  ['iso-19139/iso_che.xml', 'Gewässerschutzkarte', null, null, box(8.396, 47.082, 8.701, 47.248), 'DATASET'],
  ['iso-19139/iso_keywords_anchor.xml', 'CE0911 Climate Change Survey', '2017-11-24', '2009-06-14/2009-06-22', box(-15.148822, 49.7991699, -8.254568548, 54.6287598), 'DATASET'],
  ['iso-19139/iso_mi.xml', 'title in English', '2000-09-01', '1950-07-31', box(-141, 42, -52, 84), 'DATASET'],
  ['iso-19139/ogc-dataset2_minimalst.xml', 'Wasserkörper Linien', null, null, box(7.73, 49.39, 10.35, 51.66), 'DATASET'],
  ['iso-19139/ogc-dataset2_multiLingual.xml', 'Wasserkörper Linien', null, '2000-01-01/2007-05-07', box(7.73, 49.39, 10.35, 51.66), 'DATASET'],
  ['iso-19139/ogc-dataset_minimal.xml', 'VMAPLV0', '2000-09-03', null, box(-180, -90, 180, 90), 'DATASET'],
  ['iso-19139/pacioos-NS06agg.xml', 'PacIOOS Nearshore Sensor 06: Pohnpei, Micronesia', '2011-04-19', '2010-05-07/2014-03-17', box(Number('158.22402954101562'), 6.955227375030518, Number('158.22402954101562'), 6.955227375030518), 'DATASET'],
  ['iso-19139/test.xml', 'Aerial Photos', null, '2009-10-09', box(20, 24, 38, 40), 'DATASET'],
  ['iso-19115-3/auscope-3d-model.xml', '3D geological model of the Otway and Torquay Basin 2011', null, null, box(143, -39.4, 144, -38.4), 'DATASET'],
  ['iso-19115-3/auscope-iso19139-geoprovinces.xml', 'ProvinceFullExtent', null, null, box(106.56906097500001, -49.861429999999984, 171.88106000000005, -3.6270000000000095), 'DATASET'],
  ['iso-19115-3/metawal.wallonie.be-catchments.xml', 'Protection des captages - Série', '2022-11-08', null, box(2.75, 49.45, 6.5, 50.85), 'DATASET'],
  ['iso-19115-3/post_GetRecordById-ISO19139-full.xml', 'ProvinceFullExtent', null, null, box(106.57, -49.86, 171.88, -3.63), 'DATASET'],
  ['iso-19115-3/post_GetRecordById-brief.xml', '3D geological model of the Otway and Torquay Basin 2011', null, null, box(143, -39.4, 144, -38.4), 'DATASET'],
  ['csw-2.0.2/geobretagne-mdmetadata.xml', 'Cadastre 2018 en Bretagne', null, null, box(-5.23515625, 46.755859375, -1.1921875, 49.30468750000001), 'DATASET'],
] as const; // prettier-ignore

describe.skipIf(missing)(`real ISO 19115 records (skipped where ${SAMPLES} is not there)`, () => {
  it.each([...filesOf('iso-19139'), ...filesOf('iso-19115-3')])('%s is read', (file) => {
    expect(read('iso19139', file)).toMatchObject({ records: [{ platform: 'DIAS', id: '' }], refused: [] });
    if (file.startsWith('iso-19115-3')) expect(read('csw', file).records).toHaveLength(1);
  });

  it.each(ISO)('%s', (file, title, issued, period, where, type) => {
    const { fields, boxes } = record(file);
    expect([bestText(fields.title), fields.issued, fields.period, boxes[0] ?? null, fields.type]).toEqual([title, issued, period, where, type]); // prettier-ignore
  });

  it('wrapped by GEO DAB: codes within addresses, people by role, a licence, no language made up', () => {
    const tateno = record('iso-19139/geodab-wrapped-pangaea-japan.xml').fields;
    expect(tateno).toMatchObject({ doi: '10.1594/pangaea.776358', accessRight: 'RESTRICTED', languages: ['en'], publisher: { values: [text('PANGAEA', null)] }, url: 'https://doi.pangaea.de/10.1594/PANGAEA.776358' }); // prettier-ignore
    expect(tateno.creators.map(({ name }) => bestText(name))).toEqual(['Ijima, Osamu', 'Aerological Observatory, Japan Meteorological Agency']); // prettier-ignore
    expect(record('iso-19139/geodab-pangaea-dataset.xml').fields).toMatchObject({
      doi: '10.1594/pangaea.733039',
      accessRight: 'UNKNOWN',
      licenses: [{ spdx: 'CC-BY-3.0' }],
      formats: ['application/zip'],
    });
  });

  it('with translations: in declared locales and in one that is declared nowhere', () => {
    expect(record('iso-19139/iso_mi.xml')).toMatchObject({ ongoing: true, parentIdentifier: 'someparentid', fields: { title: { values: [text('title in English', 'en'), text('title in French', 'fr')] } } }); // prettier-ignore
    const swiss = record('iso-19139/iso_che.xml');
    expect(textIn(swiss.fields.subjects[0]?.value ?? { values: [] }, 'it')).toBe('acqua sotterranea');
    expect(swiss).toMatchObject({ online: [{ url: 'http://www.zugmap.ch/?link=gewaesserschutzkarte' }], fields: { languages: ['de'], formats: ['INTERLIS'], places: [{ name: { values: [text('Zug', 'de'), {}, {}, {}, text('Zug', 'rm')] } }, {}] } }); // prettier-ignore
    expect(record('iso-19139/ogc-dataset2_multiLingual.xml').fields.description?.values.map(({ lang }) => lang)).toEqual(['de', 'en']); // prettier-ignore
    expect(record('iso-19139/ogc-dataset2_minimalst.xml').fields.title.values[0]?.lang).toBeNull();
  });

  it('with hostile file identifiers, kept as they are', () => {
    expect(['as_url', 'with_colon', 'with_driveletter_and_backslashes'].map((name) => record(`iso-19139/file_id_${name}.xml`).fileIdentifier)).toEqual([
      'https://ioos.noaa.gov/stations/BRJASL',
      'urn:hi:im:a:urn:or:url',
      String.raw`C:\\hi\\I'm\\a\\windows\\folder`,
    ]); // prettier-ignore
  });

  it('with empty parts, anchors, entities that were escaped twice', () => {
    expect(record('iso-19139/mi-empty-sid.xml')).toMatchObject({ boxes: [], parentIdentifier: null, fields: { issued: null, doi: null, places: [] } }); // prettier-ignore
    expect(record('iso-19139/iso_keywords_anchor.xml').fields).toMatchObject({ licenses: [{ name: 'CC-By 4.0', spdx: 'CC-BY-4.0' }], subjects: [{ url: 'http://vocab.nerc.ac.uk/collection/A05/current/EV_AIRPRESS/' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}] }); // prettier-ignore
    expect(record('iso-19139/pacioos-NS06agg.xml').fields.subjects.map(({ value }) => bestText(value))).toContain('Federated States of Micronesia > Pohnpei > Pohnpei Lagoon'); // prettier-ignore
  });

  it('of 19115-3: people and organisations with identifiers, funders, lineage, formats by their specification', () => {
    expect(record('iso-19115-3/auscope-3d-model.xml')).toMatchObject({
      fileIdentifier: '5ebc3cb7-a3b5-4760-a8ff-851d5d5beb32',
      dateStamp: '2022-11-03T06:17:02Z',
      fields: {
        creators: [{ name: { values: [text('P.B. SKLADZIEN', 'en')] } }, { name: { values: [text('C. Jorand', 'en')] } }],
        contributors: [{ role: 'Other' }, { role: 'Other' }],
        publisher: { values: [text('Earth Resources Victoria', 'en')] },
        funding: [{ funderIds: [{ scheme: 'ROR', url: 'https://ror.org/04s1m4564' }] }],
        licenses: [{ spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }],
      },
    }); // prettier-ignore
    const walloon = record('iso-19115-3/metawal.wallonie.be-catchments.xml');
    expect(walloon.fields).toMatchObject({ languages: ['fr'], formats: ['ESRI Shapefile (.shp)', 'ESRI File Geodatabase (.fgdb)'], updated: '2023-07-31T00:00:00Z', places: [{ name: { values: [text('Région wallonne', 'fr')] } }] }); // prettier-ignore
    expect(walloon.lineage?.values[0]?.value).toMatch(/^Pour les zones arrêtées/);
  });
});

describe.skipIf(missing)(`real CSW documents (skipped where ${SAMPLES} is not there)`, () => {
  const answers = [...filesOf('csw-2.0.2'), ...filesOf('csw-3.0')];

  it.each(answers.filter((file) => /\.request\.xml$|apabilities|\.txt$|xception|description/.test(file)))(
    '%s is refused with one clear line',
    (file) => {
      expect(refusal('csw', file)).toMatch(/^[^\n]+$/);
    },
  );

  it.each([
    ['csw-2.0.2/default.Exception-GetRecords-invalid-xml.response.xml', 'the answer is an exception report: NoApplicableCode'],
    ['csw-2.0.2/exception-report-ows.xml', 'the answer is an exception report: VersionNegotiationFailed'],
    ['csw-3.0/get_Exception-GetRecordById-404.response.xml', 'the answer is an exception report: NotFound'],
    ['csw-2.0.2/malformed-exception-root.xml', 'the root element is <NotAValidExceptionReport> (line 1), which is no answer of a CSW with records'],
  ])('%s is refused: %s', (file, why) => {
    expect(refusal('csw', file)).toBe(why);
  }); // prettier-ignore

  /** File, where the page began, titles, boxes, where the next page begins. */
  it.each([
    ['csw-2.0.2/apiso.GetRecordById-brief.response.xml', 1, ['Ortho'], 1, null],
    ['csw-2.0.2/apiso.GetRecordById-full-dc.response.xml', 1, ['PacIOOS Nearshore Sensor 06: Pohnpei, Micronesia'], 1, null],
    ['csw-2.0.2/apiso.GetRecords-cql-title.response.xml', 1, ['DTM', 'DTM', 'DTM', 'DTM', 'DTM'], 5, null],
    ['csw-2.0.2/apiso.GetRecords-filter-bbox-csw-output.response.xml', 1, ['test Title', 'Aerial Photos', 'Aerial Photos', 'Aerial Photos', 'Aerial Photos'], 5, 6],
    ['csw-2.0.2/apiso.GetRecords-filter-bbox.response.xml', 1, ['test Title', 'Aerial Photos', 'Aerial Photos', 'Aerial Photos', 'Aerial Photos'], 5, 6],
    ['csw-2.0.2/default.GetRecords-all-resulttype-hits.response.xml', 1, [], 0, null],
    ['csw-2.0.2/default.GetRecords-empty-maxrecords.response.xml', 1, [], 0, null],
    ['csw-2.0.2/default.GetRecords-end.response.xml', 10, ['Lorem ipsum dolor sit amet', '', 'Fuscé vitae ligulä'], 0, null],
    ['csw-2.0.2/default.GetRecords-filter-and-nested-or-multiple.response.xml', 1, ['Mauris sed neque'], 1, null],
    ['csw-2.0.2/default.GetRecords-filter-bbox-poslist.response.xml', 1, ['Mauris sed neque', 'Ñunç elementum'], 2, null],
    ['csw-2.0.2/default.GetRecords-requestid.response.xml', 1, ['Lorem ipsum', '', 'Maecenas enim', 'Ut facilisis justo ut lacus', 'Aliquam fermentum purus quis arcu'], 1, 6],
    ['csw-2.0.2/inspire-getrecords-multilingual.response.xml', 83, ['SUVIM station network WMS', 'CSW Suchdienst der ZAMG'], 1, 85],
    ['csw-2.0.2/simple-getrecords-odd-dc-namespace.response.xml', 1, [''], 0, null],
    ['csw-3.0/csw30.GetRecords-anytext.response.xml', 1, ['Lorem ipsum', '', 'Mauris sed neque', 'Lorem ipsum dolor sit amet', ''], 1, null],
    ['csw-3.0/get_2ba1418a-444d-4cce-9cfe-4c94efcf8b55.response.xml', 3, ['Maecenas enim', 'Ut facilisis justo ut lacus'], 0, 5],
    ['csw-3.0/get_405e1ff1-5c75-4846-a28b-cfaff2a6921a.response.xml', 1, ['Lorem ipsum', 'Fuscé vitae ligulä'], 0, null],
    ['csw-3.0/get_8184ae4f.response.xml', 1, ['', 'Mauris sed neque', 'Ñunç elementum'], 3, null],
    ['csw-3.0/get_88f63a89-664f-4315-b4f8-04a0b33803a7.response.xml', 1, ['Mauris sed neque'], 1, null],
  ] as const)('%s', (file, start, titles, boxes, next) => {
    const answer = readCswAnswer(readXmlDocument(bytes(file)));
    if (answer.kind !== 'records') throw new Error('an exception');
    expect(answer.records.map(({ fields }) => bestText(fields.title, ['en']))).toEqual(titles);
    expect(answer.records.flatMap(({ fields }) => fields.places.flatMap((place) => place.box ?? []))).toHaveLength(boxes);
    expect(nextStart(answer, start)).toBe(next);
    expect(read('csw', file)).toMatchObject({ many: !file.includes('GetRecordById'), refused: [] });
  }); // prettier-ignore

  it('a box is latitude first in every answer, and a date of modification no issue', () => {
    expect(read('csw', 'csw-3.0/get_88f63a89-664f-4315-b4f8-04a0b33803a7.response.xml').records[0]?.places).toMatchObject([{ box: box(-4.1, 47.59, 0.89, 51.22) }]); // prettier-ignore
    expect(read('csw', 'csw-2.0.2/apiso.GetRecordById-full-dc.response.xml').records).toMatchObject([{ issued: null, updated: '2014-04-16T00:00:00Z', languages: ['en'], type: 'DATASET' }]); // prettier-ignore
    expect(read('csw', 'csw-2.0.2/simple-getrecords-odd-dc-namespace.response.xml').records).toMatchObject([{ contributors: [{ role: 'Other' }], identifiers: [{ value: 'REC-1' }] }]); // prettier-ignore
  });
});

describe.skipIf(missing)(`real OAI-PMH answers (skipped where ${SAMPLES} is not there)`, () => {
  it.each([
    ['KVP-requests.txt', 'not readable as XML: text data outside of root node (line 2, column 27)'],
    ['get_Identify.response.xml', 'the answer holds no records (it says what the repository is): GetRecord and ListRecords do'],
    ['get_ListIdentifiers_iso.response.xml', 'the answer holds no records (it lists identifiers): GetRecord and ListRecords do'],
    ['get_ListIdentifiers_missing_metadata_prefix.response.xml', 'the answer is an error: badArgument'],
    ['get_ListMetadataFormats.response.xml', 'the answer holds no records (it lists metadata formats): GetRecord and ListRecords do'],
    ['get_ListSets.response.xml', 'the answer holds no records (it lists sets): GetRecord and ListRecords do'],
    ['get_bad_verb.response.xml', 'the answer is an error: badArgument'],
    ['record-dif-sios.xml', 'the root element is <record>, not <OAI-PMH>'],
    ['sample_empty_response.xml', 'the answer is an error: noRecordsMatch'],
    ['sample_arxiv_response_no_namespace.xml', 'oai:arXiv.org:0804.2273: the metadata element <arXiv> (line 12) is none of JPCOAR, oai_dc, DDI Codebook 2.5, DataCite and ISO 19115'],
    ['sample_arxiv_response_with_namespace.xml', 'oai:arXiv.org:0804.2273: the metadata element <arXiv> (line 12) is none of JPCOAR, oai_dc, DDI Codebook 2.5, DataCite and ISO 19115'],
  ])('%s is refused: %s', (file, why) => {
    expect(refusal('oai-pmh', `oai-pmh/${file}`)).toBe(why);
  }); // prettier-ignore

  it('with ISO payloads, empty datestamps and sets, and a token', () => {
    const file = 'oai-pmh/get_ListRecords_iso19139.response.xml';
    const { records, many, refused } = read('oai-pmh', file);
    expect([records.length, many, refused]).toEqual([10, true, []]);
    expect(records[0]).toMatchObject({ id: '', type: 'OTHER', title: { values: [text('Lorem ipsum', null)] }, languages: [], subjects: [{ value: { values: [text('Tourism--Greece', null)] } }] }); // prettier-ignore
    expect(records[7]).toMatchObject({ type: 'DATASET', places: [{ box: box(-4.1, 47.59, 0.89, 51.22) }] });
    const answer = readOaiAnswer(readXmlDocument(bytes(file)));
    expect(answer).toMatchObject({ next: { token: '11', completeListSize: 12 } });
  });

  it('with other payloads', () => {
    expect(read('oai-pmh', 'oai-pmh/get_GetRecord_iso.response.xml').records[0]?.description?.values[0]?.value).toMatch(/^Quisque lacus diam/); // prettier-ignore
    expect(bestText(read('oai-pmh', 'oai-pmh/get_GetRecord_datacite.response.xml').records[0]?.title ?? { values: [] })).toBe('Lorem ipsum'); // prettier-ignore
    expect(read('oai-pmh', 'oai-pmh/sample_oai_dc_response.xml').records).toMatchObject([{ issued: '2015-07-10', creators: [{}, {}, {}] }]); // prettier-ignore
  });
});

describe.skipIf(missing)(`real OpenSearch answers (skipped where ${SAMPLES} is not there)`, () => {
  it.each([
    ['nextgeoss-collections.response.xml', /^not readable as XML: .* \(line 140, column \d+\)$/],
    ['pycsw_opensearch-description.response.xml', /^the root element is <OpenSearchDescription> \(line 3\)/],
  ])('%s is refused', (file, why) => {
    expect(refusal('geodab', `opensearch-atom/${file}`)).toMatch(why);
  });

  it('a feed of GEO DAB is read whole', () => {
    const { records, many, refused } = read('geodab', 'opensearch-atom/geodab-seanoe.response.xml');
    expect([records.length, many, refused]).toEqual([23, true, []]);
    expect(records.map(({ type }) => type)).toEqual(records.map(() => 'DATASET'));
    expect(records.flatMap(({ subjects }) => subjects)).toHaveLength(240);
    expect(records[0]).toMatchObject({
      doi: '10.17882/96616',
      title: { values: [text('Autonomous temperature probes data from the EMSO-Azores observatory, 2022-2023', null)] },
      creators: [{ name: { values: [text('Cannat, Mathilde', null)] }, affiliations: [{ name: { values: [text('CNRS, IPGP, France', null)] } }] }],
      places: [{ box: box(-32.28217, 37.28825, -32.26407, 37.29211) }],
      url: 'https://doi.org/10.17882/96616',
    }); // prettier-ignore
  });

  it.each([
    ['pycsw_opensearch-ogc-bbox.response.xml', ['', 'Mauris sed neque', 'Ñunç elementum'], box(13.75, 60.04, 17.92, 68.41)],
    ['cmr-osdd.xml', ['(U-Th)/He ages from the Kukri Hills of southern Victoria Land'], box(162.7, -77.7, 162.7, -77.7)],
    ['cmr-osdd-noid.xml', ['(U-Th)/He ages from the Kukri Hills of southern Victoria Land'], box(162.7, -77.7, 162.7, -77.7)],
    ['cwic-osdd.xml', ['CAMEX-4 MIPS 915 MHZ DOPPLER WIND PROFILER V1'], box(-81.7, 24.6, -81.5, 24.8)],
  ])('another server’s feed is read as far as it is Atom: %s', (file, titles, first) => {
    const { records } = read('geodab', `opensearch-atom/${file}`);
    expect(records.map(({ title }) => bestText(title))).toEqual(titles);
    expect(records[0]?.places).toMatchObject([{ box: first }]);
    expect(records.flatMap(({ creators }) => creators)).toEqual([]);
  }); // prettier-ignore
});
