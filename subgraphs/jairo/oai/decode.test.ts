import { describe, expect, it } from 'vitest';
import { jpcoarXml, oaiRecord, oaiXml } from '../../../test/jairo/documents.js';
import { decodeRecords } from './decode.js';

const records = (content: string) =>
  decodeRecords({ status: 200, headers: {}, body: Buffer.from(oaiXml(content)), url: '', receivedAt: new Date() });

const TITLE = '<dc:title xml:lang="en">Sea</dc:title>';

describe('the records of an answer', () => {
  it('tells deleted records, with and without setSpec (fact sheet 2.7)', () => {
    const kept =
      '<record><header status="deleted"><identifier>oai:h:2</identifier><datestamp>2023-03-02</datestamp><setSpec>1557820086539</setSpec></header></record>';
    const answer = records(`<ListRecords>${oaiRecord('oai:h:1', null)}${kept}</ListRecords>`);
    expect(answer).toMatchObject({
      records: [
        { header: { deleted: true, sets: [] }, work: null, refused: null },
        { header: { deleted: true, sets: ['1557820086539'], datestamp: '2023-03-02T00:00:00Z' }, work: null },
      ],
    });
  });

  it('refuses a record without header or metadata, and gives the others', () => {
    const answer = records(
      `<ListRecords><record>test_record1</record><record><header><identifier>oai:h:2</identifier></header></record>${oaiRecord('oai:h:3', TITLE)}</ListRecords>`,
    );
    expect(answer).toMatchObject({
      records: [
        { header: null, refused: 'record 1 (line 2) has no header with an identifier' },
        { header: null, refused: 'oai:h:2 has no metadata' },
        { header: { identifier: 'oai:h:3' }, refused: null },
      ],
    });
  });
});

describe('the payload of a record', () => {
  const payload = (metadata: string) =>
    records(`<GetRecord><record><header><identifier>oai:h:1</identifier></header><metadata>${metadata}</metadata></record></GetRecord>`); // prettier-ignore

  it('is known by local name and namespace, not by the prefix that was asked for (fact sheet 2.3)', () => {
    expect(payload(jpcoarXml(TITLE, '1.0'))).toMatchObject({ records: [{ refused: null }] });
    expect(payload('<dc xmlns="http://www.w3.org/2001/XMLSchema"><title>x</title></dc>')).toMatchObject({ records: [{ work: null, refused: 'oai:h:1: the metadata element <dc> (line 2) is none of JPCOAR, oai_dc, DDI Codebook 2.5, DataCite and ISO 19115' }] }); // prettier-ignore
  });

  it('may be ISO 19139 or ISO 19115-3, as geographic catalogues give it (DIAS, fact sheet 6.6)', () => {
    const iso = '<MD_Metadata xmlns="http://www.isotc211.org/2005/gmd"><fileIdentifier><x>sea-1</x></fileIdentifier><identificationInfo><MD_DataIdentification><citation><CI_Citation><title><x>Sea</x></title></CI_Citation></citation></MD_DataIdentification></identificationInfo></MD_Metadata>'; // prettier-ignore
    expect(payload(iso)).toMatchObject({ records: [{ refused: null, work: { jpcoar: null, fields: { type: 'DATASET', title: { values: [{ value: 'Sea', lang: null }] } } } }] }); // prettier-ignore
    expect(payload('<mdb:MD_Metadata xmlns:mdb="http://standards.iso.org/iso/19115/-3/mdb/3.0"><mdb:contact/></mdb:MD_Metadata>')).toMatchObject({ records: [{ work: null, refused: 'oai:h:1: <MD_Metadata> (line 2) has neither a title nor an identifier' }] }); // prettier-ignore
  });

  it('may be DataCite, also without its namespace (DIAS, fact sheet 6.6)', () => {
    const resource = '<resource><identifier identifierType="DOI">10.1234/SEA</identifier><creators><creator><creatorName>Umi</creatorName></creator></creators><titles><title>Sea</title></titles></resource>'; // prettier-ignore
    expect(payload(resource)).toMatchObject({ records: [{ refused: null, work: { jpcoar: null, fields: { doi: '10.1234/sea' } } }] }); // prettier-ignore
  });

  it('that is empty is refused', () => {
    expect(payload('<codeBook></codeBook>')).toMatchObject({ records: [{ refused: 'oai:h:1: the metadata element <codeBook> (line 2) is empty' }] }); // prettier-ignore
  });
});
