import { describe, expect, it } from 'vitest';
import { parseXml } from '../common/xml.js';
import { groupNames, readIrdbFeed } from './irdb.js';

const feed = (entries: string, total = '<opensearch:totalResults>899</opensearch:totalResults>'): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xml:lang="ja">${total}<opensearch:itemsPerPage>20</opensearch:itemsPerPage>${entries}</feed>`;
const entry = (content: string, number = '01242/0007332690'): string =>
  `<entry><title>海と空</title><link href="https://irdb.nii.ac.jp/${number}"/>${content}</entry>`;

describe("IRDB's answer", () => {
  it('is read in its order, with the elements that stand in the Atom namespace without being Atom', () => {
    const content =
      '<language>jpn</language><publisher>熊本大学</publisher><URI>https://kumadai.repo.nii.ac.jp/records/2001355</URI><prism:issn>1348-530X</prism:issn><prism:publicationName lang="ja">紀要</prism:publicationName><prism:volume>24</prism:volume><prism:startingPage>210</prism:startingPage><prism:publicationDate>2026-03</prism:publicationDate><content type="text">In &lt;i&gt;this&lt;/i&gt; paper</content><updated>2026-04-10</updated>';
    const { total, entries } = readIrdbFeed(parseXml(feed(entry(content) + entry('', '00001/0000000002'))));
    expect(total).toBe(899);
    expect(entries.map(({ number }) => number)).toEqual(['01242/0007332690', '00001/0000000002']);
    expect(entries[0]).toMatchObject({
      source: 'https://kumadai.repo.nii.ac.jp/records/2001355',
      updated: '2026-04-10T00:00:00Z',
      fields: {
        title: { values: [{ value: '海と空', lang: 'ja' }] },
        issued: '2026-03',
        languages: ['ja'],
        publisher: { values: [{ value: '熊本大学', lang: null }] },
        container: {
          title: { values: [{ value: '紀要', lang: 'ja' }] },
          issn: ['1348-530X'],
          volume: '24',
          firstPage: '210',
        },
        description: { values: [{ value: 'In this paper', lang: null }] },
      },
    });
  });

  it.each([
    ['http://doi.org/10.1234/A', '10.1234/a', { scheme: 'DOI', value: '10.1234/a', url: 'https://doi.org/10.1234/a' }],
    ['http://hdl.handle.net/2241/1', null, { scheme: 'HANDLE', value: '2241/1', url: 'https://hdl.handle.net/2241/1' }],
    ['https://h.jp/1', null, { scheme: 'URL', value: 'https://h.jp/1', url: 'https://h.jp/1' }],
  ])('says by the address %s where the record stands and what identifies it', (address, doi, identifier) => {
    const { entries } = readIrdbFeed(parseXml(feed(entry(`<URI>${address}</URI>`))));
    expect(entries[0]?.fields).toMatchObject({ doi, url: address, identifiers: [{ scheme: 'OAI' }, identifier] });
  });

  it('may hold nothing', () => {
    expect(readIrdbFeed(parseXml(feed('', '<opensearch:totalResults>0</opensearch:totalResults>')))).toEqual({ total: 0, entries: [] }); // prettier-ignore
  });

  it.each([
    ['<rss/>', 'the root element is <rss>'],
    [feed('', ''), 'no answer to a search'],
    [
      feed('<entry><title>x</title><link href="https://umi.repo.nii.ac.jp/records/1"/></entry>'),
      'no address of a record of IRDB',
    ],
  ])('is refused where it is none: %s', (text, why) => {
    expect(() => readIrdbFeed(parseXml(text))).toThrow(why);
  });
});

describe('the names in sequence (fact sheet 8)', () => {
  const grouped = (...names: string[]): string[][] =>
    groupNames(names).map(({ name }) => name.values.map(({ value, lang }) => `${value}@${String(lang)}`));

  it('are one person where the reading, romanised, is the Latin form', () => {
    expect(
      grouped('佐々, 優香', 'サッサ, ユウカ', 'Sassa, Yuka', '海野, 太郎', 'ウンノ, タロウ', 'Unno, Taro'),
    ).toEqual([
      ['佐々, 優香@ja', 'サッサ, ユウカ@ja-Kana', 'Sassa, Yuka@null'],
      ['海野, 太郎@ja', 'ウンノ, タロウ@ja-Kana', 'Unno, Taro@null'],
    ]);
  });

  it('stay apart where they do not prove to be one', () => {
    expect(grouped('王, 偉', 'オウ, イ', 'Wang, Wei')).toHaveLength(3);
    expect(grouped('佐々, 優香', '海野, 太郎')).toHaveLength(2);
    expect(grouped('佐々, 優香', 'Sassa, Yuka')).toHaveLength(2);
    expect(grouped('Smith, John', 'Doe, Jane')).toEqual([['Smith, John@null'], ['Doe, Jane@null']]);
  });
});
