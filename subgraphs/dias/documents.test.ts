import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { diasDocuments } from './documents.js';
import { DOCUMENT_JA, LANDING_EN } from './testing.js';

const read = (html: string) => {
  const format = diasDocuments.find(({ name }) => name === 'dias-html');
  if (format === undefined) throw new Error('dias-html is gone');
  return format.read(Buffer.from(html));
};

describe('a page as a file', () => {
  it('is the record of the dataset that its metadata identifier names', () => {
    const { records, many } = read(DOCUMENT_JA);
    expect(many).toBe(false);
    expect(records[0]).toMatchObject({ id: 'dias:TIDE55', platform: 'DIAS', type: 'DATASET', url: null });
  });

  it('goes by its DOI where it names none', () => {
    expect(read(LANDING_EN).records[0]?.id).toBe('doi:10.20783/dias.999901');
  });

  it('is preferred as JSON-LD where it has some, and read without where that is broken', () => {
    const embed = (json: string) => LANDING_EN.replace('</head>', `<script type="application/ld+json">${json}</script></head>`);
    const dataset = { '@type': 'Dataset', name: 'From JSON-LD', datePublished: '2021-05-06', temporalCoverage: '2020-01-01/..' };
    expect(read(embed(JSON.stringify(dataset))).records[0]).toMatchObject({ title: { values: [{ value: 'From JSON-LD', lang: null }] }, issued: '2021-05-06' });
    for (const broken of ['{"@type": "Dataset"', '[]', 'null', '{"@type":"Person","name":"X"}']) {
      expect(read(embed(broken)).records[0]?.title.values[0]?.value).toBe('Dune moisture 2020');
    }
  }); // prettier-ignore

  it('is refused in one line where it is something else', () => {
    expect(() => read('<html></html>')).toThrow(UnreadableDocument);
  });
});
