import { describe, expect, it } from 'vitest';
import { jpcoar } from '../../../test/jairo/documents.js';
import { dayInJapan, embargoUntil, fileNameOf, files, formats, totalSize } from './files.js';

const OPEN = { recordRight: 'OPEN', today: '2026-11-24' } as const;
const file = (kind: string, day: string): string =>
  `<jpcoar:file><jpcoar:URI${kind === '' ? '' : ` objectType="${kind}"`}>https://h.repo.nii.ac.jp/record/1/files/a.pdf</jpcoar:URI><datacite:date dateType="Available">${day}</datacite:date></jpcoar:file>`;

describe('files', () => {
  it('are named by their label, else by the last part of the address, decoded', () => {
    const named =
      '<jpcoar:file><jpcoar:URI label="本文.pdf" objectType="fulltext">https://h/f/1</jpcoar:URI><jpcoar:mimeType>application/pdf</jpcoar:mimeType></jpcoar:file><jpcoar:file><jpcoar:URI>https://h/files/%E6%9C%AC%E6%96%87%20(1).pdf</jpcoar:URI></jpcoar:file>';
    expect(files(jpcoar(named), OPEN)).toMatchObject([
      { name: '本文.pdf', url: 'https://h/f/1', kind: 'fulltext', mediaType: 'application/pdf' },
      { name: '本文 (1).pdf', kind: null, mediaType: null },
    ]);
    expect(fileNameOf('https://h/a%E3%81')).toBe('a%E3%81');
    expect(fileNameOf('https://')).toBeNull();
  });

  it.each([
    [['794 KB'], '794 KB', 794_000],
    [['24 pages', '3MB'], '3MB', 3_000_000],
    [['18 KB', '18432 B'], '18 KB', 18_432],
    [['extended pages'], 'extended pages', null],
    [[], null, null],
  ])('of the extents %j the size is %j and the bytes are %j', (extents, size, bytes) => {
    const printed = extents.map((extent) => `<jpcoar:extent>${extent}</jpcoar:extent>`).join('');
    expect(files(jpcoar(`<jpcoar:file><jpcoar:URI>https://h/f/1</jpcoar:URI>${printed}</jpcoar:file>`), OPEN)[0]).toMatchObject({ size, bytes }); // prettier-ignore
  });

  it('have the access right of the record, but are closed before their day (fact sheet 6)', () => {
    expect(files(jpcoar(file('', '2021-06-28') + file('', '2026-11-25')), OPEN)).toMatchObject([
      { accessRight: 'OPEN', availableFrom: '2021-06-28' },
      { accessRight: 'EMBARGOED', availableFrom: '2026-11-25' },
    ]);
    const restricted = { ...OPEN, recordRight: 'RESTRICTED' } as const;
    expect(files(jpcoar(file('', '2026-11-25')), restricted)[0]?.accessRight).toBe('RESTRICTED');
  });

  it('count the days in Japan (fact sheet 9.10)', () => {
    expect(dayInJapan(new Date('2026-11-24T14:59:59Z'))).toBe('2026-11-24');
    expect(dayInJapan(new Date('2026-11-24T15:00:00Z'))).toBe('2026-11-25');
  });

  it('without an address are none, but tell the size of the whole', () => {
    const record = jpcoar('<jpcoar:file><jpcoar:extent>852.95 KB</jpcoar:extent></jpcoar:file>');
    expect(files(record, OPEN)).toEqual([]);
    expect(totalSize(record)).toBe('852.95 KB');
    expect(totalSize(jpcoar('<dcterms:extent>34冊</dcterms:extent>'))).toBe('34冊');
  });

  it('tell their formats once', () => {
    const media = '<jpcoar:file><jpcoar:mimeType>application/pdf</jpcoar:mimeType></jpcoar:file>';
    expect(formats(jpcoar(`<jpcoar:format>袋綴</jpcoar:format>${media}${media}`))).toEqual(['袋綴', 'application/pdf']);
  });
});

describe('the end of an embargo', () => {
  it('is the first day on which a text opens, whatever a summary does', () => {
    const record = jpcoar(
      file('abstract', '2017-01-01') + file('fulltext', '2021-01-01') + file('fulltext', '2020-01-01'),
    );
    expect(embargoUntil(record, 'EMBARGOED')).toBe('2020-01-01');
  });

  it('is the last day where the files do not say what they are', () => {
    expect(embargoUntil(jpcoar(file('', '2017-01-01') + file('', '2020-01-01')), 'EMBARGOED')).toBe('2020-01-01');
  });

  it("is the record's date where no file has one, and null where that is no day", () => {
    const available = (day: string): string => `<datacite:date dateType="Available">${day}</datacite:date>`;
    expect(embargoUntil(jpcoar(available('2030-04-01')), 'EMBARGOED')).toBe('2030-04-01');
    expect(embargoUntil(jpcoar(available('2030-04')), 'EMBARGOED')).toBeNull();
  });

  it('is nothing where the record states no embargo', () => {
    expect(embargoUntil(jpcoar(file('fulltext', '2030-01-01')), 'OPEN')).toBeNull();
  });
});
