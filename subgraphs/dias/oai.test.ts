import { describe, expect, it } from 'vitest';
import { RequestScope } from '../../upstream/scope.js';
import { isoXml } from '../common/iso19115/testing.js';
import { FakeUpstream } from './csw/testing.js';
import { isoPrefix, OaiClient } from './oai.js';

const scope = new RequestScope();
const answer = (content: string): string => `<OAI-PMH>${content}</OAI-PMH>`;
const FORMATS = (...prefixes: readonly string[]): string =>
  answer(`<ListMetadataFormats>${prefixes.map((prefix) => `<metadataFormat><metadataPrefix>${prefix}</metadataPrefix></metadataFormat>`).join('')}</ListMetadataFormats>`); // prettier-ignore
const record = (id: string, payload = isoXml({})): string =>
  `<record><header><identifier>${id}</identifier><datestamp/><setSpec/></header><metadata>${payload}</metadata></record>`;
const DELETED = '<record><header status="deleted"><identifier>gone</identifier></header></record>';
const token = (value: string): string => `<resumptionToken completeListSize="12" cursor="0">${value}</resumptionToken>`;

/** A server that announces iso19139 and gives the pages by their tokens; the first page's is empty. */
function server(pages: Readonly<Record<string, string>>): FakeUpstream {
  return new FakeUpstream(({ url }) => {
    const parameters = new URL(url).searchParams;
    if (parameters.get('verb') === 'ListMetadataFormats') return FORMATS('oai_dc', 'iso19139');
    return answer(pages[parameters.get('resumptionToken') ?? ''] ?? '<error code="badResumptionToken"/>');
  });
}

const list = (upstream: FakeUpstream) => new OaiClient(upstream, 'https://dias.example/oai?mode=oaipmh').list(scope);

it('the prefix is an announced one, the fuller encoding first', () => {
  expect(isoPrefix(['oai_dc', 'iso19139', 'iso19115-3'])).toBe('iso19115-3');
  expect(isoPrefix(['oai_dc', 'gmi', 'datacite'])).toBe('gmi');
  expect(isoPrefix(['oai_dc', 'dif'])).toBeNull();
});

describe('a harvest', () => {
  it('follows the tokens to the empty one, each token sent alone', async () => {
    const upstream = server({
      '': `<ListRecords>${record('a')}${DELETED}${token('11')}</ListRecords>`,
      '11': `<ListRecords>${record('b')}${record('c', '<dif/>')}${token('')}</ListRecords>`,
    });
    const listing = await list(upstream);
    expect(listing.records.map(({ header }) => header.identifier)).toEqual(['a', 'b']);
    expect(listing).toMatchObject({
      complete: true,
      deleted: [{ identifier: 'gone' }],
      refused: ['c: <dif> (line 1) is no ISO 19115 metadata record'],
    });
    expect(upstream.asked.map(({ url }) => new URL(url).search)).toEqual([
      '?mode=oaipmh&verb=ListMetadataFormats',
      '?mode=oaipmh&verb=ListRecords&metadataPrefix=iso19139',
      '?mode=oaipmh&verb=ListRecords&resumptionToken=11',
    ]);
    expect(upstream.asked.at(-1)?.once).toBe(true);
  });

  it('of nothing is empty: noRecordsMatch is no failure', async () => {
    expect(await list(server({ '': '<error code="noRecordsMatch">No records</error>' }))).toMatchObject({ records: [], complete: true }); // prettier-ignore
  });

  it('fails on other errors, on a list that leads back to itself, and where no ISO format is announced', async () => {
    await expect(list(server({ '': '<error code="badArgument"/>' }))).rejects.toThrow('refused a request: badArgument');
    const circle = server({ '': `<ListRecords>${token('1')}</ListRecords>`, '1': `<ListRecords>${token('1')}</ListRecords>` }); // prettier-ignore
    await expect(list(circle)).rejects.toThrow('a list that leads back to itself');
    await expect(list(new FakeUpstream(() => FORMATS('oai_dc')))).rejects.toThrow('no metadata format of ISO 19115');
  });

  it('without an end is stopped, and says that it is not complete', async () => {
    let number = 0;
    const upstream = new FakeUpstream(({ url }) => {
      if (url.includes('ListMetadataFormats')) return FORMATS('iso19139');
      number += 1;
      return answer(`<ListRecords>${token(String(number))}</ListRecords>`);
    });
    expect(await list(upstream)).toMatchObject({ records: [], complete: false });
    expect(upstream.asked).toHaveLength(301);
  });
});
