import { describe, expect, it } from 'vitest';
import { jpcoar } from '../../../test/jairo/documents.js';
import { contributors, creators } from './people.js';

const creator = (content: string): string => `<jpcoar:creator>${content}</jpcoar:creator>`;
const id = (scheme: string, value: string, uri = ''): string =>
  `<jpcoar:nameIdentifier nameIdentifierScheme="${scheme}"${uri === '' ? '' : ` nameIdentifierURI="${uri}"`}>${value}</jpcoar:nameIdentifier>`;
const name = '<jpcoar:creatorName xml:lang="en">Takaku, Masao</jpcoar:creatorName>';

describe('creators', () => {
  it('leaves out the empty elements that WEKO3 writes (fact sheet 2.9)', () => {
    expect(creators(jpcoar(`<jpcoar:creator/>${creator('<jpcoar:affiliation/>')}${creator(name)}`))).toHaveLength(1);
  });

  it('keeps one name in its languages, readings apart', () => {
    const names =
      '<jpcoar:creatorName xml:lang="ja">情報, 太郎</jpcoar:creatorName><jpcoar:creatorName xml:lang="ja-Kana">ジョウホウ, タロウ</jpcoar:creatorName><jpcoar:creatorName>Joho\t Taro</jpcoar:creatorName>';
    expect(creators(jpcoar(creator(names)))[0]?.name.values).toEqual([
      { value: '情報, 太郎', lang: 'ja' },
      { value: 'ジョウホウ, タロウ', lang: 'ja-Kana' },
      { value: 'Joho Taro', lang: null },
    ]);
  });

  it('joins family and given name per language where they are the only name', () => {
    const parts =
      '<jpcoar:familyName xml:lang="ja">情報</jpcoar:familyName><jpcoar:familyName xml:lang="en">Jyoho</jpcoar:familyName><jpcoar:givenName xml:lang="ja">太郎</jpcoar:givenName>';
    const [found] = creators(jpcoar(creator(parts)));
    expect(found?.name.values).toEqual([
      { value: '情報, 太郎', lang: 'ja' },
      { value: 'Jyoho', lang: 'en' },
    ]);
    expect(found?.givenName?.values).toEqual([{ value: '太郎', lang: 'ja' }]);
  });

  it('reads an e-Rad number under either scheme name, and the NRID that its address states', () => {
    const [found] = creators(
      jpcoar(creator(id('e-Rad', '00399271', 'https://nrid.nii.ac.jp/ja/nrid/1000000399271') + name)),
    );
    expect(found).toMatchObject({ eRadId: '00399271', nrid: '1000000399271' });
    expect(creators(jpcoar(creator(id('e-Rad_Researcher', '00399271') + name)))[0]?.eRadId).toBe('00399271');
  });

  it.each(['0000-0002-2458-6988', 'https://orcid.org/0000-0002-2458-6988', 'http://orcid.org/0000000224586988'])(
    'reads the ORCID iD of %j',
    (content) => {
      expect(creators(jpcoar(creator(id('ORCID', content) + name)))[0]?.orcid).toBe('0000-0002-2458-6988');
    },
  );

  it('keeps an ORCID iD with a wrong check digit among the identifiers alone, without an address', () => {
    const [found] = creators(jpcoar(creator(id('ORCID', 'https://orcid.org/0000-0001-0002-0003') + name)));
    expect(found?.orcid).toBeNull();
    expect(found?.identifiers).toEqual([{ scheme: 'ORCID', value: '0000-0001-0002-0003', url: null }]);
  });

  it('makes no NRID and no address of what has not its form', () => {
    const [found] = creators(
      jpcoar(creator(id('NRID', '0000-0001-0002-0003', 'https://orcid.org/0000-0001-0002-0003') + name)),
    );
    expect(found).toMatchObject({ nrid: null, orcid: null });
    expect(found?.identifiers).toEqual([{ scheme: 'NRID', value: '0000-0001-0002-0003', url: null }]);
    expect(creators(jpcoar(creator(id('e-Rad_Researcher', '80143551X') + name)))[0]?.eRadId).toBeNull();
  });

  it('reads affiliations with their names and identifiers; a ROR id with its check', () => {
    const affiliation = `<jpcoar:affiliation>${id('ROR', 'https://ror.org/057zh3y96')}${id('kakenhi', '12601')}<jpcoar:affiliationName xml:lang="ja">東京大学</jpcoar:affiliationName></jpcoar:affiliation><jpcoar:affiliation>${id('ROR', 'https://ror.org/057zh3y95')}</jpcoar:affiliation>`;
    const [found] = creators(jpcoar(creator(name + affiliation)));
    expect(found?.affiliations).toMatchObject([
      {
        ror: 'https://ror.org/057zh3y96',
        identifiers: [{ scheme: 'ROR' }, { scheme: 'KAKENHI', value: '12601', url: null }],
        name: { values: [{ value: '東京大学', lang: 'ja' }] },
      },
      { ror: null, name: { values: [] } },
    ]);
  });
});

describe('contributors', () => {
  it('have their role, Other where none is said, and rights holders are among them', () => {
    const contributor = '<jpcoar:contributorName xml:lang="en">NII</jpcoar:contributorName>';
    const found = contributors(
      jpcoar(
        `<jpcoar:contributor contributorType="HostingInstitution">${id('ROR', '057zh3y96')}${contributor}</jpcoar:contributor><jpcoar:contributor>${contributor}</jpcoar:contributor><jpcoar:contributor/><jpcoar:rightsHolder><jpcoar:rightsHolderName>NIJL</jpcoar:rightsHolderName></jpcoar:rightsHolder>`,
      ),
    );
    expect(found.map(({ role }) => role)).toEqual(['HostingInstitution', 'Other', 'RightsHolder']);
    expect(found[0]?.creator.identifiers).toEqual([
      { scheme: 'ROR', value: '057zh3y96', url: 'https://ror.org/057zh3y96' },
    ]);
  });
});
