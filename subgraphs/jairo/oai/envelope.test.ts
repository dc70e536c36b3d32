import { describe, expect, it } from 'vitest';
import { jpcoarXml, oaiError, oaiRecord, oaiXml } from '../../../test/jairo/documents.js';
import { parseXml } from '../../common/xml.js';
import { decodeRecords } from './decode.js';
import { readOaiAnswer, type OaiAnswer } from './envelope.js';

const read = (content: string): OaiAnswer => readOaiAnswer(parseXml(oaiXml(content)));
const records = (content: string) =>
  decodeRecords({ status: 200, headers: {}, body: Buffer.from(oaiXml(content)), url: '', receivedAt: new Date() });

const TITLE = '<dc:title xml:lang="en">Sea</dc:title>';

describe('an OAI-PMH answer', () => {
  it('gives records with their headers', () => {
    expect(read(`<GetRecord>${oaiRecord('oai:umi.repo.nii.ac.jp:02000144', TITLE)}</GetRecord>`)).toMatchObject({
      kind: 'records',
      verb: 'GetRecord',
      entries: [
        {
          header: {
            identifier: 'oai:umi.repo.nii.ac.jp:02000144',
            datestamp: '2025-06-06T02:17:39Z',
            sets: ['3:62'],
            deleted: false,
          },
          metadata: { name: 'jpcoar' },
        },
      ],
    });
  });

  it('is read with the lower-case verb element of an internal answer, without declaration, date and request', () => {
    const text = `<OAI-PMH><getrecord>${oaiRecord('oai:h:1', TITLE)}</getrecord></OAI-PMH>`;
    expect(readOaiAnswer(parseXml(text))).toMatchObject({ kind: 'records', entries: [{ refused: null }] });
  });

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

  it.each([
    [
      '<resumptionToken expirationDate="2026-01-01T00:00:00Z" cursor="0" completeListSize="250">a.b.c</resumptionToken>',
      'a.b.c',
      250,
    ],
    ['<resumptionToken>test_token</resumptionToken>', 'test_token', null],
    ['<resumptionToken cursor="200" completeListSize="250"/>', null, 250],
    ['<resumptionToken completeListSize="many">t</resumptionToken>', 't', null],
    ['', null, null],
  ])('goes on after %j', (token, expected, completeListSize) => {
    // The stubs have the token before the records.
    const answer = read(`<ListRecords>${token}${oaiRecord('oai:h:1', TITLE)}</ListRecords>`);
    expect(answer).toMatchObject({ next: { token: expected, completeListSize } });
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

  it.each(['badArgument', 'idDoesNotExist', 'noRecordsMatch', 'badResumptionToken', 'cannotDisseminateFormat'])(
    'tells the error %s by its code, never by the text of the server',
    (code) => {
      expect(readOaiAnswer(parseXml(oaiError(code)))).toEqual({ kind: 'error', codes: [code] });
    },
  );

  it('tells several errors, and what is no code of the protocol as unknown', () => {
    expect(read('<error code="badArgument">a</error><error code="badArgument">b</error><error code="panic"/>')).toEqual(
      {
        kind: 'error',
        codes: ['badArgument', 'badArgument', 'unknown'],
      },
    );
  });

  it('reads Identify, and no date of 0001-01-01 (fact sheet 2.2)', () => {
    const identify = (date: string): string =>
      `<Identify><repositoryName>Umi</repositoryName><baseURL>https://h/oai</baseURL><earliestDatestamp>${date}</earliestDatestamp></Identify>`;
    expect(read(identify(' 2016-07-05T00:00:00Z '))).toEqual({
      kind: 'identify',
      identify: { name: 'Umi', baseUrl: 'https://h/oai', earliest: '2016-07-05T00:00:00Z' },
    });
    expect(read(identify('0001-01-01T00:00:00Z'))).toMatchObject({ identify: { earliest: null } });
    expect(read(identify('yyyy-mm-ddThh:mm:ssZ'))).toMatchObject({ identify: { earliest: null } });
  });

  it('reads sets as strings, formats and identifiers', () => {
    expect(read('<ListSets><set><setSpec>3:62:1722555831928</setSpec></set><resumptionToken>t</resumptionToken></ListSets>')).toEqual({ kind: 'sets', sets: ['3:62:1722555831928'], next: { token: 't', completeListSize: null } }); // prettier-ignore
    expect(read('<ListMetadataFormats><metadataFormat><metadataPrefix>jpcoar_2.0</metadataPrefix></metadataFormat></ListMetadataFormats>')).toEqual({ kind: 'formats', prefixes: ['jpcoar_2.0'] }); // prettier-ignore
    expect(read('<ListIdentifiers><header><identifier>oai:h:1</identifier></header></ListIdentifiers>')).toMatchObject({ kind: 'headers', headers: [{ identifier: 'oai:h:1', datestamp: null }] }); // prettier-ignore
  });

  it('is refused where it is none', () => {
    expect(() => readOaiAnswer(parseXml('<html/>'))).toThrow('the root element is <html>, not <OAI-PMH>');
    expect(() => read('')).toThrow('neither an error nor the element of a verb');
  });
});

describe('the payload of a record', () => {
  const payload = (metadata: string) =>
    records(`<GetRecord><record><header><identifier>oai:h:1</identifier></header><metadata>${metadata}</metadata></record></GetRecord>`); // prettier-ignore

  it('is known by local name and namespace, not by the prefix that was asked for (fact sheet 2.3)', () => {
    expect(payload(jpcoarXml(TITLE, '1.0'))).toMatchObject({ records: [{ refused: null }] });
    expect(payload('<dc xmlns="http://www.w3.org/2001/XMLSchema"><title>x</title></dc>')).toMatchObject({ records: [{ work: null, refused: 'oai:h:1: the metadata element <dc> (line 2) is none of JPCOAR, oai_dc and DDI Codebook 2.5' }] }); // prettier-ignore
  });

  it('that is empty is refused', () => {
    expect(payload('<codeBook></codeBook>')).toMatchObject({ records: [{ refused: 'oai:h:1: the metadata element <codeBook> (line 2) is empty' }] }); // prettier-ignore
  });
});
