import { describe, expect, it } from 'vitest';
import { jpcoar } from '../../../test/jairo/documents.js';
import { parseXml } from '../../common/xml.js';
import type { WorkFields } from '../../common/record.js';
import { readJpcoar } from './work.js';

const AT = new Date('2026-11-24T00:00:00Z');
const read = (content: string, version?: string): WorkFields => readJpcoar(jpcoar(content, version), AT).fields;

describe('a JPCOAR record', () => {
  it.each(['1.0', '2.0', '2.1'])('is read in version %s', (version) => {
    expect(read('<dc:title xml:lang="ja">海</dc:title>', version).title.values).toEqual([{ value: '海', lang: 'ja' }]);
  });

  it('is known also by the namespace that is advertised, and by no other', () => {
    const at = (namespace: string): unknown =>
      readJpcoar(parseXml(`<jpcoar xmlns="${namespace}"><a/></jpcoar>`), AT).fields.type;
    expect(at('https://irdb.nii.ac.jp/schema/jpcoar/2.0/')).toBe('OTHER');
    expect(() => at('https://example.org/jpcoar/2.0/')).toThrow('<jpcoar> is no JPCOAR record');
  });

  it('that is empty is refused', () => {
    expect(() => read('')).toThrow('the JPCOAR record is empty');
  });

  it('has its titles in all languages as one text, each alternative as its own', () => {
    const fields = read(
      '<dc:title xml:lang="ja"> 和訓栞</dc:title><dc:title xml:lang="ja-Kana">ワクンノシオリ</dc:title><dc:title>Untagged</dc:title><dcterms:alternative xml:lang="ja">栞</dcterms:alternative><dcterms:alternative>しおり</dcterms:alternative>',
    );
    expect(fields.title.values).toEqual([
      { value: '和訓栞', lang: 'ja' },
      { value: 'ワクンノシオリ', lang: 'ja-Kana' },
      { value: 'Untagged', lang: null },
    ]);
    expect(fields.alternativeTitles.map(({ values }) => values)).toEqual([
      [{ value: '栞', lang: 'ja' }],
      [{ value: 'しおり', lang: 'ja' }],
    ]);
  });

  it('keeps what its catalogue says (jpcoar:catalog) out of the work', () => {
    const fields = read(
      '<dc:title xml:lang="ja">本</dc:title><jpcoar:catalog><dc:title>Catalogue</dc:title><dc:rights>free</dc:rights><dcterms:accessRights>open access</dcterms:accessRights><jpcoar:file><jpcoar:URI>https://h/f</jpcoar:URI></jpcoar:file></jpcoar:catalog>',
    );
    expect(fields).toMatchObject({
      accessRight: 'UNKNOWN',
      licenses: [],
      files: [],
      title: { values: [{ value: '本' }] },
    });
  });

  it.each([
    [
      '<dcterms:accessRights rdf:resource="http://purl.org/coar/access_right/c_f1cf">open access</dcterms:accessRights>',
      'OPEN',
    ],
    ['<dcterms:accessRights rdf:resource="http://purl.org/coar/access_right/c_f1cf"/>', 'EMBARGOED'],
    ['<dcterms:accessRights>embargoed access</dcterms:accessRights>', 'EMBARGOED'],
    ['<dcterms:accessRights>制約付きアクセス</dcterms:accessRights>', 'RESTRICTED'],
    ['<dcterms:accessRights>who knows</dcterms:accessRights>', 'UNKNOWN'],
    ['<dc:title>x</dc:title>', 'UNKNOWN'],
  ])('with %s is %s: the text wins over the address (fact sheet 3.3)', (content, expected) => {
    expect(read(content).accessRight).toBe(expected);
  });

  it('has the type of its label, since three share one address, and the first of several', () => {
    const type = (label: string): string =>
      `<dc:type rdf:resource="http://purl.org/coar/resource_type/c_6501">${label}</dc:type>`;
    expect(read(type('departmental bulletin paper')).type).toBe('ARTICLE');
    expect(read(type('dataset') + type('journal article')).type).toBe('DATASET');
    expect(read(type('')).type).toBe('ARTICLE');
  });

  it('has its languages as BCP 47 tags', () => {
    expect(read('<dc:language>jpn</dc:language><dc:language>eng</dc:language><dc:language>jpn</dc:language>').languages).toEqual(['ja', 'en']); // prettier-ignore
  });

  it('has the abstracts as description, other descriptions only where there is none, markup as text', () => {
    const note = '<datacite:description descriptionType="Other">A note</datacite:description>';
    const abstract =
      '<datacite:description xml:lang="en" descriptionType="Abstract">One&lt;br/&gt;two &amp;amp; three</datacite:description>';
    expect(read(note + abstract).description?.values).toEqual([{ value: 'One\ntwo & three', lang: 'en' }]);
    expect(read(note).description?.values).toEqual([{ value: 'A note', lang: null }]);
  });

  it('has dc:publisher and the names of jpcoar:publisher', () => {
    const fields = read(
      '<dc:publisher xml:lang="en">Springer</dc:publisher><jpcoar:publisher><jpcoar:publisherName xml:lang="ja">須原屋</jpcoar:publisherName></jpcoar:publisher>',
    );
    expect(fields.publisher?.values.map(({ value }) => value)).toEqual(['Springer', '須原屋']);
  });

  it('is given back as a document that reads the same', () => {
    const content =
      '<dc:title xml:lang="en">A &amp; B</dc:title><dc:type rdf:resource="http://h/c">x</dc:type><system_file/>';
    const { jpcoar: text } = readJpcoar(jpcoar(content), AT);
    expect(text).toMatch(/^<jpcoar:jpcoar xmlns:jpcoar="https:\/\/github.com\/JPCOAR\/schema\/blob\/master\/2.0\/"/);
    expect(text?.match(/xmlns:dc=/g)).toHaveLength(1);
    expect(readJpcoar(parseXml(text ?? ''), AT).jpcoar).toBe(text);
  });
});
