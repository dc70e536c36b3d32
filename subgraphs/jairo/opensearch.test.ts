import { describe, expect, it } from 'vitest';
import { jpcoarXml } from '../../test/jairo/documents.js';
import { parseXml } from '../common/xml.js';
import { readWekoAnswer, type WekoPage } from './opensearch.js';

const AT = new Date('2026-11-24T00:00:00Z');
const read = (text: string): WekoPage => readWekoAnswer(parseXml(text), AT);
const numbers = (page: WekoPage): string[] => page.hits.map(({ address }) => address.replace(/.*\//, ''));
const PREFIXES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const TOTAL = '<opensearch:totalResults>9</opensearch:totalResults><opensearch:startIndex>999</opensearch:startIndex>';

const list = (...items: string[]): string =>
  `<rdf:RDF ${PREFIXES}><header>${TOTAL}</header><items>${items.join('')}</items></rdf:RDF>`;
const item = (recid: number, content = '<dc:title xml:lang="ja">海</dc:title>'): string =>
  `<rdf:Description rdf:about="https://umi.repo.nii.ac.jp/records/${String(recid)}">${jpcoarXml(content)}</rdf:Description>`;

describe('the JPCOAR list', () => {
  it('comes in reverse and is turned round (fact sheet 4.3.4), stray elements and a wrong startIndex ignored', () => {
    const page = read(list(item(3), item(2, '<dc:title xml:lang="en">Sea</dc:title><system_file/>'), item(1)));
    expect(numbers(page)).toEqual(['1', '2', '3']);
    expect(page.total).toBe(9);
    expect(page.hits[1]?.work.fields.title.values).toEqual([{ value: 'Sea', lang: 'en' }]);
  });

  it('loses a record that cannot be read, and tells it', () => {
    const page = read(list(item(2), item(1, '')));
    expect(numbers(page)).toEqual(['2']);
    expect(page.refused).toEqual(['the hit at line 1: the JPCOAR record is empty']);
  });
});

const HIT =
  '<dc:publisher xml:lang="en">Publisher</dc:publisher><dc:subject>an index</dc:subject><dc:type>デフォルトアイテムタイプ</dc:type><dc:format>text/plain</dc:format><dc:identifier>35</dc:identifier><dc:identifier>https://other.repo.nii.ac.jp/record/35/files/1KB.pdf</dc:identifier><dc:date>2023-11-14 23:48:47.276148+00:00</dc:date><prism:aggregationType>conference paper</prism:aggregationType><prism:creationDate>2023-11-06T05:44:59.220388+00:00</prism:creationDate><prism:modificationDate>2023-11-06T05:45:01.746520+00:00</prism:modificationDate>';

describe('Atom', () => {
  const entry = (recid: number): string =>
    `<entry><title>海</title><content xml:lang="ja">概要\n概要</content><link href="https://umi.repo.nii.ac.jp/records/${String(recid)}"/><link href="https://umi.repo.nii.ac.jp/oai?verb=GetRecord&amp;identifier=oai:weko3.example.org:00000035"/>${HIT}</entry>`;

  it('comes in reverse; resource type, file and OAI identifier stand where WEKO3 puts them (fact sheet 4.2)', () => {
    const page = read(`<feed xmlns="http://www.w3.org/2005/Atom" ${PREFIXES}>${TOTAL}${entry(2)}${entry(1)}</feed>`);
    expect(numbers(page)).toEqual(['1', '2']);
    expect(page.hits[0]).toMatchObject({
      oaiIdentifier: 'oai:weko3.example.org:00000035',
      datestamp: '2023-11-06T05:45:01Z',
      work: {
        fields: {
          type: 'CONFERENCE_PAPER',
          description: { values: [{ value: '概要\n概要', lang: 'ja' }] },
          subjects: [],
          issued: null,
          files: [{ name: '1KB.pdf', url: 'https://other.repo.nii.ac.jp/record/35/files/1KB.pdf' }],
        },
      },
    });
  });

  it('of something else loses all its entries', () => {
    const page = read('<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://irdb.nii.ac.jp/01242/0007332690"/></entry></feed>'); // prettier-ignore
    expect(page).toMatchObject({ hits: [], refused: ['the hit at line 1: it has no link to a record of WEKO3'] });
  });
});

describe('RSS', () => {
  const rss = (items: string, sequence: string): string =>
    `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" ${PREFIXES}><channel><items><rdf:Seq>${sequence}</rdf:Seq></items>${TOTAL}</channel>${items}</rdf:RDF>`;
  const about = (recid: number): string => `https://umi.repo.nii.ac.jp/records/${String(recid)}`;
  const rssItem = (recid: number): string =>
    `<item rdf:about="${about(recid)}"><title>海</title><link>${about(recid)}</link>${HIT}</item>`;

  it('is in the order of rdf:Seq, and its dc:date is no date of the work (fact sheet 4.3.4, 4.3.7)', () => {
    const sequence = [2, 3, 1].map((recid) => `<rdf:li rdf:resource="${about(recid)}"/>`).join('');
    const page = read(rss(rssItem(1) + rssItem(3) + rssItem(2), sequence));
    expect(numbers(page)).toEqual(['2', '3', '1']);
    expect(page.hits[0]?.work.fields.issued).toBeNull();
  });

  it('without items is a search without hits', () => {
    expect(read(rss('', ''))).toEqual({ total: 9, hits: [], refused: [] });
  });
});

it('refuses what is no answer', () => {
  expect(() => read('<OpenSearchDescription/>')).toThrow('the description of a search');
  expect(() => read('<html/>')).toThrow('the root element is <html>');
});
