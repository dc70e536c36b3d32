import { describe, expect, it } from 'vitest';
import { oaiError, oaiRecord, oaiXml } from '../../../test/jairo/documents.js';
import { parseXml } from '../xml.js';
import { readOaiAnswer, type OaiAnswer } from './envelope.js';

const read = (content: string): OaiAnswer => readOaiAnswer(parseXml(oaiXml(content)));

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

  it('is read without a namespace, with an empty datestamp and an empty set (DIAS, fact sheet 6.6)', () => {
    const header = '<header><identifier>urn:uuid:1</identifier><datestamp/><setSpec/></header>';
    const text = `<OAI-PMH><request verb="ListRecords"/><ListRecords><record>${header}<metadata><arXiv><id>1</id></arXiv></metadata></record><resumptionToken completeListSize="12" cursor="0">11</resumptionToken></ListRecords></OAI-PMH>`;
    expect(readOaiAnswer(parseXml(text))).toMatchObject({
      kind: 'records',
      entries: [{ header: { identifier: 'urn:uuid:1', datestamp: null, sets: [], deleted: false }, refused: null }],
      next: { token: '11', completeListSize: 12 },
    });
  });

  it('tells a deleted record, which has no metadata, and refuses one without header or metadata', () => {
    const kept =
      '<record><header status="deleted"><identifier>oai:h:2</identifier><datestamp>2023-03-02</datestamp></header></record>';
    expect(
      read(
        `<ListRecords>${kept}<record>stub</record><record><header><identifier>oai:h:3</identifier></header></record></ListRecords>`,
      ),
    ).toMatchObject({
      entries: [
        { header: { deleted: true, datestamp: '2023-03-02T00:00:00Z' }, metadata: null, refused: null },
        { header: null, refused: 'record 2 (line 2) has no header with an identifier' },
        { header: null, refused: 'oai:h:3 has no metadata' },
      ],
    });
  });

  it('is refused where it is none', () => {
    expect(() => readOaiAnswer(parseXml('<html/>'))).toThrow('the root element is <html>, not <OAI-PMH>');
    expect(() => read('')).toThrow('neither an error nor the element of a verb');
  });
});
