import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textIn } from '../common/localized-text.js';
import type { FullRecord } from '../common/record.js';
import { jairoDocuments } from './documents.js';

const SAMPLES = '../shared/upstreams/jairo-cloud/samples';
const present = existsSync(SAMPLES);
const why = present ? '' : ' (skipped: the samples of the fact sheet are not beside the repository)';

function read(format: string, file: string) {
  const found = jairoDocuments.find(({ name }) => name === format);
  if (found === undefined) throw new Error(`no format ${format}`);
  return found.read(readFileSync(`${SAMPLES}/${file}`));
}

function one(format: string, file: string): FullRecord {
  const [record] = read(format, file).records;
  if (record === undefined) throw new Error(`${file} holds no record`);
  return record;
}

function filesOf(folder: string): string[] {
  return present ? readdirSync(`${SAMPLES}/${folder}`).map((file) => `${folder}/${file}`) : [];
}

describe.skipIf(!present)(`the real samples${why}`, () => {
  it('a production record of Tsukuba', () => {
    expect(one('oai-pmh', 'oai-pmh/getrecord_jpcoar_2.0_tsukuba_02000144.xml')).toMatchObject({
      id: 'jairo:tsukuba.repo.nii.ac.jp/2000144',
      doi: null,
      type: 'ARTICLE',
      issued: '2021-03',
      accessRight: 'OPEN',
      languages: ['en'],
      oaiIdentifier: 'oai:tsukuba.repo.nii.ac.jp:02000144',
      datestamp: '2025-06-06T02:17:39Z',
      sets: ['3:62:1722555831928'],
      identifiers: [
        { scheme: 'HANDLE', value: '2241/0002000144' },
        { scheme: 'URL', value: 'https://tsukuba.repo.nii.ac.jp/records/2000144' },
        { scheme: 'OAI', value: 'oai:tsukuba.repo.nii.ac.jp:02000144' },
      ],
      creators: [
        { name: { values: [{ value: 'Sato, Itsumi', lang: 'en' }] }, orcid: null },
        { orcid: '0000-0002-2458-6988', nrid: '1000000399271', eRadId: '00399271' },
      ],
      container: { issn: ['0302-9743'], volume: '12645', firstPage: '154', lastPage: '164' },
      event: null,
      files: [{ name: 'LNCS_12645_154-2.pdf', kind: 'fulltext', bytes: 794_000, size: '794 KB', availableFrom: '2021-06-28' }],
      related: [{ relation: 'IsVersionOf', id: 'doi:10.1007/978-3-030-71292-1_14' }],
    }); // prettier-ignore
  });

  it('production records of Tokyo in JPCOAR 1.0, one in the internal form', () => {
    expect(one('oai-pmh', 'oai-pmh/getrecord_jpcoar_1.0_utokyo_00049042.xml')).toMatchObject({
      id: 'jairo:repository.dl.itc.u-tokyo.ac.jp/49042',
      issued: '2017-10',
      accessRight: 'UNKNOWN',
      title: { values: [{ lang: null }] },
      related: [{ relation: 'Relation', identifier: { scheme: 'DOI', value: '10.22151/politikon.34.4' } }],
      files: [{ bytes: 559_400 }],
    });
    expect(one('oai-pmh', 'oai-pmh/getrecord_jpcoar_1.0_utokyo_02005680_dataset_internal.xml')).toMatchObject({
      id: 'jairo:repository.dl.itc.u-tokyo.ac.jp/2005680',
      type: 'DATASET',
      creators: [{ orcid: null, identifiers: [{ scheme: 'ORCID', value: '123', url: null }], affiliations: [{ identifiers: [{ value: 'affi name id', url: null }] }] }],
      places: [{ point: null, box: { west: 1, south: 3, east: 2, north: 4 } }],
    }); // prettier-ignore
  });

  it.each(['jpcoar/1.0.2/07_dataset.xml', 'jpcoar/2.0/07_dataset.xml', 'jpcoar/2.1/07_dataset.xml'])(
    'the dataset of the guideline: %s',
    (file) => {
      const record = one('jpcoar', file);
      expect(record).toMatchObject({
        doi: '10.15017/64495',
        type: 'DATASET',
        issued: '2015-07-01',
        updated: '2015-09-29T00:00:00Z',
        version: '1.01',
        period: '1970-01-01/2005-01-01',
        accessRight: 'OPEN',
        licenses: [{ spdx: 'CC-BY-4.0' }],
        places: [{ box: { west: -140.4875, south: 60.255, east: 109.618333, north: 75.589167 } }],
        files: [{ name: 'dataset.csv', kind: 'dataset', bytes: 1e9 }],
      });
      expect(record.contributors.map(({ role }) => role)).toEqual(['ProjectLeader', 'DataCollector', 'ContactPerson']);
      expect(record.funding[0]?.awardNumber).toBe(file.includes('1.0.2') ? '284382' : 'JP18049069');
    },
  );

  it('the thesis, the embargo and the digital archive of the guideline', () => {
    expect(one('jpcoar', 'jpcoar/2.0/05_doctoral_thesis_oa.xml')).toMatchObject({
      type: 'THESIS',
      degree: { number: '甲第5384号', granted: '2017-03-25' },
      contributors: [{ role: 'Supervisor' }],
      files: [{ size: '10MB' }, { size: '100KB' }, { size: '50KB' }],
    });
    expect(one('jpcoar', 'jpcoar/2.0/02_journal_article_embargoed.xml')).toMatchObject({ accessRight: 'EMBARGOED', embargoUntil: '2016-04-01', doi: null }); // prettier-ignore
    expect(one('jpcoar', 'jpcoar/2.0/12_digital_archive.xml')).toMatchObject({
      type: 'BOOK',
      issued: '1777/1830',
      period: null,
      licenses: [{ spdx: 'CC-BY-SA-4.0' }],
      size: '34冊 ; 25.1×17.7cm',
      files: [{ name: 'manifest', kind: 'iiif' }],
    });
  });

  it.each(['2.0', '2.1'])("the Cabinet Office's example in JPCOAR %s, placeholders and all", (version) => {
    const record = one('jpcoar', `jpcoar/${version}/14_common_metadata_elements_cao.xml`);
    expect(record).toMatchObject({
      doi: null,
      identifiers: [{ scheme: 'DOI', value: 'https://doi.org/10.xxxxx/xxxxxxxx', url: null }],
      issued: null,
      accessRight: 'EMBARGOED',
      embargoUntil: '2030-04-01',
      size: '852.95 KB',
      files: [],
      creators: [{ eRadId: null, name: { values: [{ value: '情報, 太郎', lang: 'ja' }, { value: 'Jyoho, Taro', lang: 'en' }] } }],
      funding: [{ streamId: 'MJPF', awardNumber: 'JPMJPF9999' }],
    }); // prettier-ignore
  });

  it.each(filesOf('jpcoar/edge-cases'))('%s is read in spite of its deviation', (file) => {
    const record = one('jpcoar', file);
    const title = textIn(record.title, 'ja') ?? record.title.values[0]?.value;
    expect(title).toBe('情報爆発時代の研究基盤構想');
    expect(record).toMatchObject({ type: 'ARTICLE', issued: '2015-10-01' });
  });

  it.each([
    ['5_accessRights__access_rights_mismatch', { accessRight: 'OPEN' }],
    ['5_accessRights__access_rights_without_rdf_resource', { accessRight: 'EMBARGOED', embargoUntil: '2016-04-01' }],
    ['5_accessRights__embergoed', { accessRight: 'EMBARGOED', embargoUntil: null }],
    ['18_identifier__identifier_type_mismatch_doi', { doi: '10.15017/64495' }],
    ['18_identifier__identifier_type_mismatch_dois', { doi: '10.15017/64495' }],
    ['23_fundingReference__award_number_format_error', { funding: [{ awardNumber: '18049069' }] }],
    ['23_fundingReference__funder_name_not_available', { funding: [{ funder: null, awardNumber: 'JP18049069' }] }],
    ['3_creator__name_identifier_mismatch_erad', { creators: [{ eRadId: null, identifiers: [{ scheme: 'ERAD', value: '80143551X' }] }] }],
    ['3_creator__name_identifier_scheme_obsolete_nrid', { creators: [{ nrid: null, orcid: null, identifiers: [{ scheme: 'NRID', url: null }] }] }],
    ['3_creator__affiliation_name_identifier_content_is_uri_ror', { creators: [{ affiliations: [{ ror: 'https://ror.org/057zh3y96' }] }] }],
    ['43_file__extent_format', { files: [{ size: '3MB', bytes: 3_000_000 }] }],
    ['20_relation__related_identifier_type_obsolete_naid', { related: [{ relation: 'IsVariantFormOf', identifier: { scheme: 'NAID', value: '01234567890' } }] }],
  ])('the deviation %s', (file, expected) => {
    expect(one('jpcoar', `jpcoar/edge-cases/${file}.xml`)).toMatchObject(expected);
  }); // prettier-ignore

  it('all elements, repeated ones and impossible places', () => {
    expect(one('oai-pmh', 'oai-pmh/getrecord_jpcoar_1.0_all_elements.xml')).toMatchObject({
      id: 'jairo:192.168.56.103/1',
      doi: null,
      issued: '2022-10-19',
      period: null,
      container: {
        title: { values: [{ value: 'test collectibles' }] },
        issn: [],
        volume: '5',
        issue: '2',
        firstPage: '123',
      },
      event: { period: '2000-04-11/2005-12-01' },
      places: [{ name: { values: [{ value: 'テスト位置情報' }] }, box: null, point: null }],
      sets: ['1557819692844:1557819733276', '1557820086539'],
    });
    expect(one('jpcoar', 'jpcoar/2.0-full/weko_import_full_item.xml')).toMatchObject({ doi: null, languages: ['en', 'ja', 'de'], period: '2023-03-02/2023-06-02', places: [{ box: null, point: { lat: 67.89, lon: 123.45 } }] }); // prettier-ignore
    expect(one('oai-pmh', 'oai-pmh/getrecord_jpcoar_2.0_all_elements.xml')).toMatchObject({ type: 'THESIS', issued: null, files: [], licenses: [] }); // prettier-ignore
  });

  it('oai_dc and DDI payloads', () => {
    expect(one('oai-pmh', 'oai-pmh/getrecord_oai_dc.xml')).toMatchObject({ type: 'CONFERENCE_PAPER', accessRight: 'METADATA_ONLY', creators: [{ name: { values: [{ value: 'テスト, 太郎', lang: 'ja' }] } }] }); // prettier-ignore
    expect(one('oai-pmh', 'oai-pmh/getrecord_oai_dc.xml').creators).toHaveLength(1);
    expect(one('oai-pmh', 'oai-pmh/foreign_oai_dc_getrecord.xml')).toMatchObject({ id: 'jairo:arXiv.org/1507.03011', issued: '2015-07-10', url: 'http://arxiv.org/abs/1507.03011' }); // prettier-ignore
    for (const file of ['ddi_a', 'ddi_b', 'ddi_00000075', 'ddi_00000077']) {
      expect(one('oai-pmh', `oai-pmh/getrecord_${file}.xml`)).toMatchObject({ type: 'DATASET', accessRight: 'OPEN', period: '2023-03-01/2023-03-03', languages: ['ja'] }); // prettier-ignore
    }
    expect(one('oai-pmh', 'oai-pmh/getrecord_ddi_b.xml').creators).toHaveLength(2);
    expect(one('oai-pmh', 'oai-pmh/getrecord_ddi_00000075.xml').creators).toEqual([]);
  });

  it('deleted records are counted, an empty list is a list', () => {
    for (const file of ['getrecord_deleted_jpcoar_1.0', 'getrecord_deleted_ddi_with_setspec']) {
      expect(read('oai-pmh', `oai-pmh/${file}.xml`)).toMatchObject({ records: [], many: true, deleted: 1 });
    }
    expect(read('oai-pmh', 'oai-pmh/listrecords_empty_verb_element.xml')).toMatchObject({ records: [], deleted: 0 });
  });

  it.each([
    ['oai-pmh', 'oai-pmh/error_idDoesNotExist.xml', 'the answer is an error: idDoesNotExist'],
    ['oai-pmh', 'oai-pmh/error_badArgument_two_errors.xml', 'the answer is an error: badArgument'],
    ['oai-pmh', 'oai-pmh/foreign_listrecords_empty.xml', 'the answer is an error: noRecordsMatch'],
    ['oai-pmh', 'oai-pmh/getrecord_ddi_empty_codebook.xml', '<codeBook> (line 1) is empty'],
    ['oai-pmh', 'oai-pmh/identify_waseda.xml', 'holds no records'],
    ['oai-pmh', 'oai-pmh/identify_template.xml', 'holds no records'],
    ['oai-pmh', 'oai-pmh/listmetadataformats.xml', 'holds no records'],
    ['oai-pmh', 'oai-pmh/listsets_page_with_token.xml', 'holds no records'],
    ['oai-pmh', 'oai-pmh/listrecords_page_with_token_stub.xml', 'record 1 (line 1) has no header'],
    ['jpcoar', 'oai-pmh/malformed_unbound_xsi_prefix_a.xml.txt', 'unbound namespace prefix: "xsi" (line 1'],
    ['weko-opensearch', 'opensearch/description.xml', 'the description of a search'],
    ['weko-opensearch', 'irdb/opensearch_atom.xml', 'no link to a record of WEKO3'],
    ['irdb', 'opensearch/atom_title_nooai.xml', 'no address of a record of IRDB'],
    ['jpcoar', 'rest/api_records_list.json', 'this is JSON'],
  ])('%s refuses %s in one line', (format, file, reason) => {
    expect(() => read(format, file)).toThrow(expect.objectContaining({ name: 'UnreadableDocument' }));
    expect(() => read(format, file)).toThrow(reason);
  });

  it.each(['atom', 'rss', 'jpcoar'])('the OpenSearch answer in %s', (format) => {
    expect(one('weko-opensearch', `opensearch/${format}_title_nooai.xml`)).toMatchObject({
      id: 'jairo:dev.ir.rcos.nii.ac.jp/35',
      type: 'CONFERENCE_PAPER',
      issued: null,
      url: 'https://dev.ir.rcos.nii.ac.jp/records/35',
      files: [{ name: '1KB.pdf' }],
    });
  });

  it("IRDB's answer", () => {
    expect(one('irdb', 'irdb/opensearch_atom.xml')).toMatchObject({
      id: 'jairo:kumadai.repo.nii.ac.jp/2001355',
      issued: '2026-03-24',
      languages: ['ja'],
      title: { values: [{ lang: 'ja' }] },
      container: { issn: ['1348-530X'], volume: '24', firstPage: '210', lastPage: '191' },
      creators: [{ name: { values: [{ value: '佐々, 優香', lang: 'ja' }, { value: 'サッサ, ユウカ', lang: 'ja-Kana' }, { value: 'Sassa, Yuka', lang: null }] } }],
    }); // prettier-ignore
  });
});
