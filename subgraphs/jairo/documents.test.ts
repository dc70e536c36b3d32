import { describe, expect, it } from 'vitest';
import { jpcoarXml, oaiError, oaiRecord, oaiXml } from '../../test/jairo/documents.js';
import { jairoDocuments } from './documents.js';

function read(format: string, text: string) {
  const found = jairoDocuments.find(({ name }) => name === format);
  if (found === undefined) throw new Error(`no format ${format}`);
  return found.read(Buffer.from(text));
}

const uri = (address: string): string => `<jpcoar:identifier identifierType="URI">${address}</jpcoar:identifier>`;
const TITLE = '<dc:title xml:lang="ja">海</dc:title>';

describe('jpcoar', () => {
  it.each([
    [uri('https://umi.repo.nii.ac.jp/records/7'), 'jairo:umi.repo.nii.ac.jp/7'],
    ['<jpcoar:identifier identifierType="HDL">http://hdl.handle.net/2115/1</jpcoar:identifier>', ''],
    ['', ''],
  ])('is one record, whose id is what it says of itself, and none is made up: %s', (content, id) => {
    expect(read('jpcoar', jpcoarXml(TITLE + content))).toMatchObject({ many: false, deleted: 0, records: [{ id }] });
  });

  it('refuses another document, and says what it is', () => {
    expect(() => read('jpcoar', oaiXml(''))).toThrow('read it as oai-pmh');
    expect(() => read('jpcoar', '<rss/>')).toThrow('the root element is <rss>');
  });
});

describe('oai-pmh', () => {
  it('gives the records and counts the deleted ones', () => {
    const list = oaiXml(`<ListRecords>${oaiRecord('oai:h:00000001', TITLE)}${oaiRecord('oai:h:00000002', null)}</ListRecords>`); // prettier-ignore
    expect(read('oai-pmh', list)).toMatchObject({
      many: true,
      deleted: 1,
      records: [{ id: 'jairo:h/1' }],
      refused: [],
    });
  });

  it('tells which records of a list could not be read; a document of which none could is refused', () => {
    const bad = '<record>stub</record>';
    expect(read('oai-pmh', oaiXml(`<ListRecords>${oaiRecord('oai:h:1', TITLE)}${bad}</ListRecords>`)).refused).toHaveLength(1); // prettier-ignore
    expect(() => read('oai-pmh', oaiXml(`<ListRecords>${bad}${bad}</ListRecords>`))).toThrow('record 1 (line 2) has no header with an identifier (and 1 more)'); // prettier-ignore
    expect(read('oai-pmh', oaiXml('<ListRecords/>'))).toMatchObject({ records: [], many: true });
  });

  it('refuses an error answer by its code, and answers that hold no records', () => {
    expect(() => read('oai-pmh', oaiError('idDoesNotExist'))).toThrow('the answer is an error: idDoesNotExist');
    expect(() => read('oai-pmh', oaiXml('<Identify/>'))).toThrow('holds no records');
  });
});

it('every refusal is one line', () => {
  for (const { name } of jairoDocuments) {
    for (const text of ['', '{}', '<a', '<html/>', oaiError('badVerb'), '<!DOCTYPE html>', '\u0000']) {
      expect(() => read(name, text)).toThrow(expect.objectContaining({ name: 'UnreadableDocument', message: expect.stringMatching(/^[^\n]+$/) as string })); // prettier-ignore
    }
  }
});
