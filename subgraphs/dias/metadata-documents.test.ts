import { describe, expect, it } from 'vitest';
import { isoXml, online } from '../common/iso19115/testing.js';
import { cswRecord, EXCEPTION, recordsXml } from './csw/testing.js';
import { metadataDocuments } from './metadata-documents.js';

function read(format: string, text: string) {
  const found = metadataDocuments.find(({ name }) => name === format);
  if (found === undefined) throw new Error(`no format ${format}`);
  return found.read(Buffer.from(text));
}

describe('iso19139', () => {
  it('is one record, with DIAS’s dataset id where a link leads to its page', () => {
    expect(read('iso19139', isoXml({}))).toMatchObject({ many: false, deleted: 0, records: [{ id: '', platform: 'DIAS' }] }); // prettier-ignore
    const linked = isoXml({ metadata: online('https://search.diasjp.net/ja/dataset/JP10') });
    expect(read('iso19139', linked).records[0]?.id).toBe('dias:JP10');
  });

  it('is a list where its wrapper is one, also with one record', () => {
    const list = recordsXml('', isoXml({}));
    expect(read('iso19139', list)).toMatchObject({ many: true, records: [{ id: '' }] });
    expect(read('iso19139', `<wrapper>${isoXml({})}</wrapper>`)).toMatchObject({ many: false });
    expect(read('iso19139', `<wrapper>${isoXml({})}${isoXml({})}<MD_Metadata/></wrapper>`)).toMatchObject({ many: true, refused: ['<MD_Metadata> (line 1) has neither a title nor an identifier'] }); // prettier-ignore
  });

  it('refuses other documents, and says what they are', () => {
    expect(() => read('iso19139', '<OAI-PMH/>')).toThrow('read it as oai-pmh');
    expect(() => read('iso19139', '<rdf/>')).toThrow('<rdf> (line 1) is no ISO 19115 metadata record and holds none');
  });
});

describe('csw', () => {
  it('is a list, of none as well; an answer to GetRecordById is one record', () => {
    expect(read('csw', recordsXml('numberOfRecordsReturned="0" nextRecord="6"', ''))).toMatchObject({ many: true, records: [] }); // prettier-ignore
    expect(read('csw', `<GetRecordByIdResponse>${isoXml({})}</GetRecordByIdResponse>`)).toMatchObject({ many: false, records: [{}] }); // prettier-ignore
    expect(read('csw', recordsXml('', cswRecord('a') + '<dif/>'))).toMatchObject({ records: [{}], refused: [expect.stringContaining('<dif>')] }); // prettier-ignore
  });

  it('refuses an exception report by its codes, and a list of which nothing can be read', () => {
    expect(() => read('csw', EXCEPTION('NotFound', 'id'))).toThrow('the answer is an exception report: NotFound');
    expect(() => read('csw', recordsXml('', '<dif/><dif/>'))).toThrow('(and 1 more)');
  });
});

it('geodab is a list in JSON and Atom, and its errors are refused', () => {
  const report = { id: 'r', online: [{ url: 'https://search.diasjp.net/en/dataset/SEA' }] };
  expect(read('geodab', JSON.stringify({ resultSet: { size: 1 }, reports: [report] }))).toMatchObject({ many: true, records: [{ id: 'dias:SEA', creators: [], accessRight: 'UNKNOWN' }] }); // prettier-ignore
  expect(read('geodab', '<feed xmlns="http://www.w3.org/2005/Atom"/>')).toMatchObject({ many: true, records: [] });
  expect(() => read('geodab', '{"Error occurred":"x"}')).toThrow('the answer is an error of GEO DAB');
});

it('every refusal is one line', () => {
  for (const { name } of metadataDocuments) {
    for (const text of [
      '',
      '{}',
      '[',
      '<a',
      '<html/>',
      '<!DOCTYPE html>',
      '\u0000',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      '<a>'.repeat(5_000),
    ]) {
      expect(() => read(name, text)).toThrow(expect.objectContaining({ name: 'UnreadableDocument', message: expect.stringMatching(/^[^\n]{1,300}$/) as string }) as Error); // prettier-ignore
    }
  }
});
