import { describe, expect, it } from 'vitest';
import { parseXml } from '../../common/xml.js';
import { readDdi } from './ddi.js';

const read = (content: string) => readDdi(parseXml(`<codeBook xmlns="ddi:codebook:2_5">${content}</codeBook>`)).fields;

describe('a DDI codebook', () => {
  it('describes a dataset with its people, funding, places and period', () => {
    const fields = read(`<stdyDscr>
      <citation><titlStmt><titl xml:lang="ja">調査</titl><titl xml:lang="en">Survey</titl><IDNo agency="SSJDA">0123</IDNo></titlStmt>
        <rspStmt><AuthEnty ID="4" xml:lang="ja" affiliation="東京大学">海野, 太郎</AuthEnty><AuthEnty ID="5"/></rspStmt>
        <prodStmt><producer xml:lang="ja">研究所</producer><fundAg>JSPS</fundAg><grantNo>20H00001</grantNo></prodStmt>
        <holdings URI="https://jdcat.jsps.go.jp/records/75"/><holdings>https://doi.org/10.5555/abc</holdings></citation>
      <stdyInfo><abstract xml:lang="en">What</abstract><sumDscr><timePrd event="start">2023-03-01</timePrd><timePrd event="end">2023-03-03</timePrd><geogCover xml:lang="ja">日本</geogCover></sumDscr></stdyInfo>
      <stdyInfo><sumDscr><timePrd event="start">2023-03-01</timePrd></sumDscr></stdyInfo>
      <dataAccs><setAvail><avlStatus xml:lang="jp">オープンアクセス</avlStatus></setAvail><notes>jpn</notes></dataAccs><dataAccs><notes>ask first</notes></dataAccs></stdyDscr>`);
    expect(fields).toMatchObject({
      type: 'DATASET',
      doi: '10.5555/abc',
      title: { values: [{ value: '調査', lang: 'ja' }, { value: 'Survey', lang: 'en' }] },
      creators: [{ name: { values: [{ value: '海野, 太郎', lang: 'ja' }] }, affiliations: [{ name: { values: [{ value: '東京大学' }] } }] }],
      funding: [{ awardNumber: '20H00001', funder: { values: [{ value: 'JSPS' }] } }],
      places: [{ name: { values: [{ value: '日本' }] } }],
      period: '2023-03-01/2023-03-03',
      accessRight: 'OPEN',
      languages: ['ja'],
      issued: null,
      url: 'https://jdcat.jsps.go.jp/records/75',
    }); // prettier-ignore
    expect(fields.identifiers).toContainEqual({ scheme: 'SSJDA', value: '0123', url: null });
  });

  it('that has no other page leads to its handle', () => {
    const fields = read('<stdyDscr><citation><holdings URI="http://hdl.handle.net/2241/1"/></citation></stdyDscr>');
    expect(fields.url).toBe('https://hdl.handle.net/2241/1');
  });

  it('without a study description is refused', () => {
    expect(() => read('<docDscr/>')).toThrow('no study description');
  });
});
