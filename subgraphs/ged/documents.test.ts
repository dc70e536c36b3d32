import { describe, expect, it } from 'vitest';
import { gedDocuments } from './documents.js';
import { landingPage } from './landing/testing.js';

const read = (html: string | Buffer) => {
  const format = gedDocuments.find(({ name }) => name === 'ged-html');
  if (format === undefined) throw new Error('there is no ged-html');
  return format.read(Buffer.from(html));
};

describe('ged-html', () => {
  it.each([
    ['ja', '架空岬における大気中メタン濃度', 'https://www.nies.go.jp/doi/10.17595/20990401.001.html'],
    ['en', 'Atmospheric methane at Cape Kakuu', 'https://www.nies.go.jp/doi/10.17595/20990401.001-e.html'],
  ] as const)('is one record of the page in %s', (language, title, url) => {
    const { records, many, deleted } = read(landingPage(language));
    expect({ many, deleted }).toEqual({ many: false, deleted: 0 });
    expect(records).toMatchObject([
      { id: 'ged:20990401.001', platform: 'NIES_GED', url, title: { values: [{ value: title, lang: language }] } },
    ]);
  });

  it('is told its language by its script where it does not say it', () => {
    const html = landingPage('ja').replace('<html lang="ja">', '<html>');
    expect(read(html).records[0]?.url).toMatch(/001\.html$/);
  });

  it('has the files that it links to at their public address', () => {
    const html = landingPage('ja', undefined, '<a href="http://db.cger.nies.go.jp/nies_data/10.17595/20990401.001/a.txt">a</a>');
    expect(read(html).records[0]?.files).toMatchObject([
      { name: 'a.txt', url: 'https://db.cger.nies.go.jp/nies_data/10.17595/20990401.001/a.txt' },
    ]);
  }); // prettier-ignore

  it.each([
    ['Shift_JIS that says so', Buffer.from([0x3c, 0x6d, 0x65, 0x74, 0x61, 0x20, 0x63, 0x68, 0x61, 0x72, 0x73, 0x65, 0x74, 0x3d, 0x73, 0x6a, 0x69, 0x73, 0x3e, 0x8b, 0xf3]), /no landing page/],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0xff, 0x00]), /UTF-8/],
    ['a page of something else', '<h1>Hello</h1>', /no landing page of GED/],
  ])('refuses %s in one line', (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  }); // prettier-ignore

  it('stands beside nasa-ames', () => {
    expect(gedDocuments.map(({ name }) => name)).toEqual(['ged-html', 'nasa-ames']);
  });
});
