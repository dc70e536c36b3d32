import { describe, expect, it } from 'vitest';
import { oaiIdentifier, parseRecordId, parseRepository, prefixOf, recidOf, Repositories } from './repositories.js';

describe('an entry of JAIRO_REPOSITORIES', () => {
  it.each([
    ['https://tsukuba.repo.nii.ac.jp', 'tsukuba.repo.nii.ac.jp', 'https://tsukuba.repo.nii.ac.jp'],
    [' https://repository.naro.go.jp/ ', 'repository.naro.go.jp', 'https://repository.naro.go.jp'],
    ['http://127.0.0.1:4101/r/umi', '127.0.0.1:4101/r/umi', 'http://127.0.0.1:4101/r/umi'],
    ['umi.repo.nii.ac.jp=http://127.0.0.1:4101/r/umi/', 'umi.repo.nii.ac.jp', 'http://127.0.0.1:4101/r/umi'],
  ])('%j is %s at %s', (entry, id, baseUrl) => {
    expect(parseRepository(entry)).toEqual({ id, baseUrl });
  });

  it.each(['tsukuba', 'ftp://h', 'https://user@h', 'https://h/?a=1', 'irdb=https://h', 'a b=https://h'])(
    '%j is refused with the reason',
    (entry) => {
      expect(() => parseRepository(entry)).toThrow(/base URL|name for a repository/);
    },
  );
});

const repositories = new Repositories([
  parseRepository('umi.repo.nii.ac.jp=http://127.0.0.1:4101/r/umi'),
  parseRepository('https://repository.dl.itc.u-tokyo.ac.jp'),
]);

describe('the repositories that can be asked', () => {
  it('are the configured ones and the hosts of JAIRO Cloud', () => {
    expect(repositories.find('umi.repo.nii.ac.jp')?.baseUrl).toBe('http://127.0.0.1:4101/r/umi');
    expect(repositories.find('Kumadai.repo.nii.ac.jp')).toEqual({ id: 'kumadai.repo.nii.ac.jp', baseUrl: 'https://kumadai.repo.nii.ac.jp' }); // prettier-ignore
    expect(repositories.find('repository.dl.itc.u-tokyo.ac.jp')).not.toBeNull();
  });

  it.each([
    'example.org',
    'repo.nii.ac.jp',
    'evil.repo.nii.ac.jp.example.org',
    'xrepo.nii.ac.jp',
    '127.0.0.1',
    'a/b.repo.nii.ac.jp',
    '.repo.nii.ac.jp',
  ])('%s is none', (id) => {
    expect(repositories.find(id)).toBeNull();
  });

  it.each([
    ['https://kumadai.repo.nii.ac.jp/records/2001355', 'jairo:kumadai.repo.nii.ac.jp/2001355'],
    ['http://kumadai.repo.nii.ac.jp/records/0042/', 'jairo:kumadai.repo.nii.ac.jp/42'],
    ['https://kumadai.repo.nii.ac.jp/?action=repository_uri&item_id=42', 'jairo:kumadai.repo.nii.ac.jp/42'],
    ['http://127.0.0.1:4101/r/umi/records/7', 'jairo:umi.repo.nii.ac.jp/7'],
    ['https://umi.repo.nii.ac.jp/records/7', 'jairo:umi.repo.nii.ac.jp/7'],
    ['https://example.org/records/7', null],
    ['https://kumadai.repo.nii.ac.jp/record/7/files/a.pdf', null],
    ['https://kumadai.repo.nii.ac.jp/records/0', null],
    ['javascript:alert(1)', null],
    ['nothing', null],
  ])('the address %s leads to %j', (address, id) => {
    expect(repositories.placeOfUrl(address)?.id ?? null).toBe(id);
  });
});

describe('a record id', () => {
  it.each([
    ['jairo:tsukuba.repo.nii.ac.jp/2000144', { kind: 'item', repository: 'tsukuba.repo.nii.ac.jp', recid: '2000144' }],
    ['jairo:127.0.0.1:4101/r/umi/7', { kind: 'item', repository: '127.0.0.1:4101/r/umi', recid: '7' }],
    ['jairo:irdb/01242/0007332690', { kind: 'irdb', recid: '01242/0007332690' }],
    ['jairo:irdb/1/2', null],
    ['jairo:tsukuba.repo.nii.ac.jp/', null],
    ['jairo:tsukuba.repo.nii.ac.jp/x', null],
    ['jairo:tsukuba.repo.nii.ac.jp/007', null],
    ['jairo:', null],
    ['cinii:1390282680241132288', null],
    ['jairo:a b/1', null],
  ])('%s is read as %j', (id, expected) => {
    expect(parseRecordId(id)).toEqual(expected);
  });
});

describe('an OAI identifier', () => {
  it('pads the number to eight digits, and gives it back without zeros (fact sheet 2.4)', () => {
    expect(oaiIdentifier('tsukuba.repo.nii.ac.jp', '7447')).toBe('oai:tsukuba.repo.nii.ac.jp:00007447');
    expect(recidOf('oai:tsukuba.repo.nii.ac.jp:02000144')).toBe('2000144');
    expect(recidOf('oai:arXiv.org:1507.03011')).toBeNull();
    expect(prefixOf('oai:weko3.example.org:00000035')).toBe('weko3.example.org');
  });
});
