import { describe, expect, it } from 'vitest';
import { parseXml } from '../../common/xml.js';
import type { WorkFields } from '../../common/record.js';
import { isOaiDc, readOaiDc } from './oai-dc.js';

const dc = (content: string) =>
  parseXml(`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2001/XMLSchema">${content}</oai_dc:dc>`); // prettier-ignore
const read = (content: string): WorkFields => readOaiDc(dc(content)).fields;

describe('an oai_dc record', () => {
  it('is known by its element, whatever its default namespace is', () => {
    expect(isOaiDc(dc(''))).toBe(true);
  });

  it('takes no number or address among the creators for a name (fact sheet 2.3)', () => {
    const creators = ['テスト, 太郎', '1', '0000-0002-1825-0097', 'https://orcid.org/1234'];
    const found = read(creators.map((name) => `<dc:creator>${name}</dc:creator>`).join(''));
    expect(found.creators.map(({ name }) => name.values)).toEqual([[{ value: 'テスト, 太郎', lang: 'ja' }]]);
  });

  it('reads an identifier where its form tells what it is', () => {
    const found = read('<dc:identifier>1111</dc:identifier><dc:identifier>https://doi.org/10.15017/64495</dc:identifier><dc:identifier>http://hdl.handle.net/2241/1</dc:identifier><dc:identifier>https://h.repo.nii.ac.jp/records/1</dc:identifier>'); // prettier-ignore
    expect(found.identifiers.map(({ scheme }) => scheme)).toEqual(['DOI', 'HANDLE', 'URL']);
    expect(found).toMatchObject({ doi: '10.15017/64495', url: 'https://h.repo.nii.ac.jp/records/1' });
    expect(read('<dc:identifier>http://hdl.handle.net/2241/1</dc:identifier>').url).toBe(
      'https://hdl.handle.net/2241/1',
    );
  });

  it('reads access right, licences and container from where WEKO3 puts them', () => {
    const found = read('<dc:rights>metadata only access</dc:rights><dc:rights>CC BY 4.0</dc:rights><dc:source>0302-9743</dc:source><dc:source>紀要</dc:source><dc:source>12</dc:source>'); // prettier-ignore
    expect(found.accessRight).toBe('METADATA_ONLY');
    expect(found.licenses).toEqual([{ name: 'CC BY 4.0', spdx: 'CC-BY-4.0', url: null }]);
    expect(found.container).toMatchObject({ title: { values: [{ value: '紀要' }] }, issn: ['0302-9743'] });
  });

  it('has a period only where dc:coverage is one', () => {
    expect(read('<dc:coverage>1 to 2</dc:coverage><dc:coverage>2001/2003</dc:coverage>').period).toBe('2001/2003');
  });
});
