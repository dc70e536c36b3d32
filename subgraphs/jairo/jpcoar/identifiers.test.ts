import { describe, expect, it } from 'vitest';
import { jpcoar } from '../../../test/jairo/documents.js';
import { doiOf, landingPage, ownIdentifiers, related } from './identifiers.js';

const id = (type: string, value: string): string =>
  `<jpcoar:identifier identifierType="${type}">${value}</jpcoar:identifier>`;
const registration =
  '<jpcoar:identifierRegistration identifierType="JaLC">10.15017/64495</jpcoar:identifierRegistration>';

describe('identifiers of the work', () => {
  it('stand in their bare form, the registered DOI once', () => {
    const record = jpcoar(id('DOI', 'https://doi.org/10.15017/64495') + id('HDL', 'http://hdl.handle.net/2241/0002000144') + id('URI', 'https://h.repo.nii.ac.jp/records/144') + registration); // prettier-ignore
    expect(ownIdentifiers(record)).toEqual([
      { scheme: 'DOI', value: '10.15017/64495', url: 'https://doi.org/10.15017/64495' },
      { scheme: 'HANDLE', value: '2241/0002000144', url: 'https://hdl.handle.net/2241/0002000144' },
      { scheme: 'URL', value: 'https://h.repo.nii.ac.jp/records/144', url: 'https://h.repo.nii.ac.jp/records/144' },
    ]);
  });

  it.each([
    [id('DOI', '10.15017/64495'), '10.15017/64495'],
    [id('DOI', 'info:doi/10.15017/64495'), '10.15017/64495'],
    [id('DOI', '1111') + registration, '10.15017/64495'],
    [id('DOI', 'https://doi.org/10.xxxxx/xxxxxxxx'), null],
    [id('DOI', 'https://doi.org/1234/0000000001'), null],
    [id('DOIs', 'https://doi.org/10.15017/64495'), null],
    [id('URI', 'https://doi.org/10.15017/64495'), '10.15017/64495'],
    [id('URI', 'https://doi.org/10.1234/publisher') + id('DOI', 'https://doi.org/10.15017/64495'), '10.15017/64495'],
    [id('URI', 'https://doi.org/10.1234/publisher') + registration, '10.15017/64495'],
    [id('DOI', '1111') + id('URI', 'http://dx.doi.org/10.15017/64495'), '10.15017/64495'],
  ])('%s gives the DOI %j', (content, expected) => {
    expect(doiOf(jpcoar(content))).toBe(expected);
  });

  it('keep a garbage DOI as printed, without an address (fact sheet 2.9)', () => {
    expect(ownIdentifiers(jpcoar(id('DOI', '1111')))).toEqual([{ scheme: 'DOI', value: '1111', url: null }]);
  });

  it('never take the DOI of a related work', () => {
    const relation =
      '<jpcoar:relation relationType="isIdenticalTo"><jpcoar:relatedIdentifier identifierType="DOI">10.1371/journal.pone.0170224</jpcoar:relatedIdentifier></jpcoar:relation>';
    expect(doiOf(jpcoar(relation))).toBeNull();
  });

  it('that are addresses at a resolver are what they resolve, and lead there where nothing else does', () => {
    const handle = ownIdentifiers(jpcoar(id('URI', 'http://hdl.handle.net/2241/1')));
    expect(handle).toEqual([{ scheme: 'HANDLE', value: '2241/1', url: 'https://hdl.handle.net/2241/1' }]);
    expect(landingPage(handle)).toBe('https://hdl.handle.net/2241/1');
    const page = id('URI', 'https://h.repo.nii.ac.jp/records/144');
    expect(landingPage(ownIdentifiers(jpcoar(id('URI', 'https://doi.org/10.15017/1') + page)))).toContain(
      '/records/144',
    );
    expect(landingPage(ownIdentifiers(jpcoar(id('URI', 'https://doi.org/10.15017/1'))))).toBe(
      'https://doi.org/10.15017/1',
    );
  });

  it("lead to the repository's page before any other address", () => {
    const page = id('URI', 'https://h.repo.nii.ac.jp/records/144');
    expect(landingPage(ownIdentifiers(jpcoar(id('URI', 'https://elsewhere.jp/') + page)))).toContain('/records/144');
    expect(landingPage(ownIdentifiers(jpcoar(id('DOI', '10.15017/1') + id('HDL', '2115/1'))))).toContain('hdl.handle');
    expect(landingPage(ownIdentifiers(jpcoar(id('DOI', '1111'))))).toBeNull();
  });
});

describe('related works', () => {
  const relation = (type: string, idType: string, value: string, title = ''): string =>
    `<jpcoar:relation${type === '' ? '' : ` relationType="${type}"`}><jpcoar:relatedIdentifier identifierType="${idType}">${value}</jpcoar:relatedIdentifier>${title}</jpcoar:relation>`;

  it.each([
    ['isVersionOf', 'IsVersionOf'],
    ['Cites', 'Cites'],
    ['inSeries', 'IsPartOf'],
    ['isReplacedBy', 'IsObsoletedBy'],
    ['', 'Relation'],
  ])('relation type %j is %s', (type, expected) => {
    expect(related(jpcoar(relation(type, 'URI', 'https://h/1')))[0]?.relation).toBe(expected);
  });

  it.each([
    [
      'DOI',
      'info:doi/10.22151/politikon.34.4',
      { scheme: 'DOI', value: '10.22151/politikon.34.4' },
      'doi:10.22151/politikon.34.4',
    ],
    ['CRID', '1390282680241132288', { scheme: 'CRID', value: '1390282680241132288' }, 'cinii:1390282680241132288'],
    ['PISSN', '03029743', { scheme: 'ISSN', value: '0302-9743' }, null],
    ['NAID', '01234567890', { scheme: 'NAID', value: '01234567890' }, null],
    ['Local', '12345678', { scheme: 'LOCAL', value: '12345678', url: null }, null],
    ['arXiv', 'xxxxx', { scheme: 'ARXIV', value: 'xxxxx', url: null }, null],
  ])('identifier %s %s is read', (type, value, identifier, id) => {
    expect(related(jpcoar(relation('references', type, value)))[0]).toMatchObject({ identifier, id });
  });

  it('may have a title alone, and are nothing with neither', () => {
    const titled =
      '<jpcoar:relation relationType="isPartOf"><jpcoar:relatedTitle xml:lang="ja">鵜飼文庫</jpcoar:relatedTitle></jpcoar:relation>';
    expect(related(jpcoar(`${titled}<jpcoar:relation relationType="isPartOf"/>`))).toMatchObject([
      { identifier: null, title: { values: [{ value: '鵜飼文庫', lang: 'ja' }] } },
    ]);
  });
});
