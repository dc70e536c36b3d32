import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { textIn } from '../common/localized-text.js';
import { rdmDocuments } from './documents.js';
import { list, node } from './testing.js';

function read(format: string, document: unknown) {
  const reader = rdmDocuments.find(({ name }) => name === format);
  if (reader === undefined) throw new Error(`no ${format}`);
  return reader.read(Buffer.from(JSON.stringify(document)));
}

const answers = (values: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(values).map(([qid, value]) => [qid, { value, extra: [], comments: [] }]));
const ofFile = (values: Record<string, unknown>): object =>
  answers(Object.fromEntries(Object.entries(values).map(([key, value]) => [`grdm-file:${key}`, value])));

/** The metadata of a project with one file, as API v1 gives it. */
function project(values: Record<string, unknown>, file: object = {}): object {
  const items = [{ schema: 's', active: true, data: ofFile(values) }];
  const files = [
    { path: 'osfstorage/a.csv', folder: false, urlpath: '/xyz12/', hash: null, generated: false, items, ...file },
  ];
  return { data: { id: 'abcde', type: 'metadata-node-project', attributes: { editable: true, files } } };
}

/** A draft with its files as a JSON text. */
function draft(values: Record<string, unknown>, files: object[]): object {
  const text = files.length === 0 ? '' : JSON.stringify(files);
  return {
    id: '0123456789abcdef01234567',
    type: 'draft_registrations',
    attributes: { registration_metadata: answers({ ...values, 'grdm-files': text }), registration_responses: {} },
    relationships: { branched_from: { data: { id: 'abcde', type: 'nodes' } } },
  };
}

function only(document: unknown) {
  const { records } = read('rdm-metadata', document);
  const [record] = records;
  if (record === undefined || records.length !== 1) throw new Error(`${String(records.length)} records`);
  return record;
}

describe('a registered file', () => {
  it('is a work with its guid, its place, its terms and its people', () => {
    const record = only(
      project({
        'title-ja': '観測データ', 'title-en': 'Observations', 'data-type': 'observational data', 'access-rights': 'embargoed access',
        'available-date': '2027-04-01', 'date-issued-updated': '2026-01-02', 'data-policy-license': 'CCBYSA', 'file-size': '1-10GB',
        'data-number': 'D1', 'hosting-inst-ja': '潮騒大学', 'hosting-inst-id': 'https://ror.org/04ksd4g47',
        'data-man-type': 'individual', 'data-man-name-ja': { last: '海野', middle: '', first: '澪' }, 'data-man-number': '12345678',
        'data-man-email': 'data@example.org',
      }),
    ); // prettier-ignore
    expect([record.id, record.type, record.issued, record.accessRight, record.embargoUntil]).toEqual([
      'rdm:xyz12',
      'DATASET',
      '2026-01-02',
      'EMBARGOED',
      '2027-04-01',
    ]);
    expect([textIn(record.title, 'ja'), textIn(record.title, 'en'), record.licenses[0]?.spdx]).toEqual([
      '観測データ',
      'Observations',
      'CC-BY-SA-4.0',
    ]);
    expect(record.files).toMatchObject([
      { name: 'a.csv', bytes: null, size: '1-10GB', url: 'https://rdm.nii.ac.jp/xyz12/' },
    ]);
    expect(record.contributors.map(({ role, creator }) => [role, creator.name.values[0]?.value])).toEqual([
      ['HostingInstitution', '潮騒大学'],
      ['DataManager', '海野 澪'],
      ['ContactPerson', 'E-Mail: data@example.org'],
    ]);
    expect(record.contributors[1]?.creator.eRadId).toBe('12345678');
    expect(record.related).toMatchObject([{ relation: 'IsPartOf', id: 'rdm:abcde' }]);
  });

  it.each([
    ['name_ja and name_en (2024)', { number: '10880916', name_ja: '平木俊幸', name_en: 'Toshiyuki Hiraki' }, ['平木俊幸', 'Toshiyuki Hiraki'], null],
    ['names in parts (2026)', { number: '1', 'name-ja': { last: '論文', middle: '', first: '太郎' }, 'name-en': { last: 'Ronbun', middle: 'M', first: 'Taro' } }, ['論文 太郎', 'Ronbun, Taro M'], '論文'],
    ['flat parts', { 'name-ja-last': '山田', 'name-ja-first': '花子', 'name-en-last': null }, ['山田 花子'], '山田'],
    ['names as texts under the newer keys', { 'name-ja': 'データ 太郎', 'name-en': '' }, ['データ 太郎'], null],
  ])('has creators with %s', (_, creator, names, family) => {
    for (const value of [[creator], JSON.stringify([creator])]) {
      const [person] = only(project({ creators: value })).creators;
      expect(person?.name.values.map((text) => text.value)).toEqual(names);
      expect(person?.familyName?.values[0]?.value ?? null).toBe(family);
    }
  }); // prettier-ignore

  it.each(['group:cc', 'CC|group:cc'])('has no licence where a heading stands in its place (%s)', (heading) => {
    const document = project({ 'data-policy-license': heading });
    expect(only(document).licenses).toEqual([]);
    const [metadata] = read('rdm-metadata', document).commonMetadata ?? [];
    expect(metadata?.missing).toContain('data-policy-license');
  });

  it('has the DOI of its repository; a paper that of its publisher only when it is that version', () => {
    expect(only(project({ 'repo-url-doi-link': 'https://doi.org/10.5072/ABC' })).doi).toBe('10.5072/abc');
    expect(only(project({ 'repo-url-doi-link': { absolute_url: 'http://example.org/x' } }))).toMatchObject({
      doi: null,
      url: 'http://example.org/x',
    });
    const paper = {
      'file-type': 'manuscript',
      'manuscript-type': 'conference paper',
      doi: '10.5072/p',
      'date-published': '2025-06',
    };
    expect(only(project({ ...paper, version: 'VoR' }))).toMatchObject({
      doi: '10.5072/p',
      type: 'CONFERENCE_PAPER',
      issued: '2025-06',
    });
    const accepted = only(project({ ...paper, version: 'AM', 'dataset-link': '10.5072/d' }));
    expect([accepted.doi, accepted.related.map(({ relation }) => relation)]).toEqual([
      null,
      ['IsSupplementedBy', 'IsVersionOf', 'IsPartOf'],
    ]);
  });

  it('takes the active answers of several schemas; without answers of its own it is not registered', () => {
    const items = [
      { schema: 'a', active: false, data: ofFile({ 'title-en': 'Old' }) },
      { schema: 'b', active: true, data: ofFile({ 'title-en': 'New' }) },
    ];
    expect(textIn(only(project({}, { items })).title, 'en')).toBe('New');
    expect(read('rdm-metadata', project({}, { items: [] })).records).toEqual([]);
  });

  it('may be gone, in a folder of a component, or of one single file', () => {
    expect(only(project({}, { urlpath: null })).id).toBe('rdm:abcde/osfstorage/a.csv');
    const component = only(project({}, { urlpath: null, path: 'fghij/osfstorage/b.csv' }));
    expect([component.id, component.related[0]?.id]).toEqual(['rdm:fghij/osfstorage/b.csv', 'rdm:fghij']);
    const attributes = { path: 'osfstorage/a.csv', items: [{ data: {} }], modified: '2026-01-02T12:00:00+09:00' };
    const single = read('rdm-metadata', { data: { id: 'abcde', type: 'metadata-node-file', attributes } });
    expect([single.many, single.records[0]?.updated]).toEqual([false, '2026-01-02T03:00:00Z']);
    expect(
      read('rdm-metadata', { data: { id: 'abcde', type: 'metadata-node-file', attributes: null } }).records,
    ).toEqual([]);
  });
});

describe('a draft or registration', () => {
  const grant = {
    funder: 'JSPS',
    'japan-grant-number': 'JP25K12345',
    'project-name-ja': '海',
    'project-research-field': '389',
  };

  it('gives each of its files its grant, and the project’s field where the file says so', () => {
    const file = {
      path: 'osfstorage/a.csv',
      urlpath: '/xyz12/',
      metadata: ofFile({ 'data-research-field': 'project' }),
    };
    const record = only({
      data: [draft({ ...grant, 'additional-funding': [{ funder: 'X財団', 'japan-grant-number': '9' }] }, [file])],
    });
    expect(record.funding.map(({ funder, awardNumber }) => [funder?.values[0]?.value, awardNumber])).toEqual([
      ['独立行政法人日本学術振興会', 'JP25K12345'],
      ['X財団', '9'],
    ]);
    expect(record.subjects).toMatchObject([
      { scheme: 'e-Rad_field', value: { values: [{ value: '環境' }, { value: 'Environmental Science' }] } },
    ]);
  });

  it('is read from its flat answers where the others are missing, under either spelling of its type', () => {
    const files = JSON.stringify([{ path: 'osfstorage/a.csv', metadata: { 'grdm-file:title-en': { value: 'A' } } }]);
    const attributes = { registration_metadata: {}, registration_responses: { ...grant, 'grdm-files': files } };
    const record = only({ data: { id: 'x', type: 'draft-registrations', attributes } });
    expect([textIn(record.title, 'en'), record.funding[0]?.awardNumber]).toEqual(['A', 'JP25K12345']);
  });

  it('without files is no work, and its project has common metadata elements', () => {
    const { records, many, commonMetadata } = read('rdm-metadata', { data: [draft(grant, [])] });
    expect([records, many, commonMetadata?.length]).toEqual([[], true, 1]);
    expect(commonMetadata?.[0]?.missing).not.toContain('funder');
  });

  it('whose files are no JSON is refused with the place', () => {
    const broken = {
      id: 'x',
      type: 'registrations',
      attributes: { registered_meta: { 'grdm-files': { value: '[{' } } },
    };
    expect(() => read('rdm-metadata', { data: [broken] })).toThrow('grdm-files is no JSON');
  });

  it('of another schema is read as far as it says the same (Moonshot goal 2)', () => {
    const file = { path: 'osfstorage/a.csv', metadata: {} };
    const record = only({
      data: [draft({ 'title-of-dataset': '未病データ', 'access-rights': '共有|restricted access' }, [file])],
    });
    expect([textIn(record.title, 'ja'), record.accessRight]).toEqual(['未病データ', 'RESTRICTED']);
  });

  it('that was withdrawn is counted and not given', () => {
    const withdrawn = { id: 'x', type: 'registrations', attributes: { withdrawn: true } };
    expect(read('rdm-metadata', { data: [withdrawn] })).toMatchObject({ records: [], deleted: 1 });
    expect(() => read('rdm-metadata', { data: withdrawn })).toThrow(new UnreadableDocument('the record is withdrawn'));
  });
});

describe('a document of projects', () => {
  it('gives the good ones of a list, and a line for each of the others', () => {
    const odd = { ...node('fghij'), attributes: { title: 5 } };
    expect(read('rdm-node', list([node('abcde'), odd]))).toMatchObject({
      records: [{ id: 'rdm:abcde' }],
      refused: ['data[1].attributes.title: expected a text'],
    });
    expect(() => read('rdm-node', list([odd]))).toThrow(UnreadableDocument);
  });

  it('of one that was withdrawn is refused, since there is no other in it', () => {
    const withdrawn = { ...node('abcde', { withdrawn: true }), type: 'registrations' };
    expect(() => read('rdm-node', { data: withdrawn })).toThrow(new UnreadableDocument('the record is withdrawn'));
    expect(read('rdm-node', list([withdrawn]))).toMatchObject({ records: [], deleted: 1 });
  });

  it('gives one or many full records', () => {
    expect(read('rdm-node', { data: node('abcde') }).records).toMatchObject([
      { id: 'rdm:abcde', funding: [], files: [] },
    ]);
    expect(read('rdm-node', list([])).many).toBe(true);
  });

  it('of another kind is refused in one line', () => {
    for (const [format, document] of [
      ['rdm-node', project({})],
      ['rdm-metadata', list([node('abcde')])],
      ['rdm-metadata', { message_short: 'Forbidden', code: 403 }],
      ['rdm-metadata', []],
    ] as const) {
      expect(() => read(format, document)).toThrow(UnreadableDocument);
    }
  });
});
