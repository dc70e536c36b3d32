import { describe, expect, it } from 'vitest';
import { readOaiAnswer, type OaiAnswer } from '../subgraphs/common/oai-pmh/envelope.js';
import { attribute, childElement, descendants, parseXml, textContent } from '../subgraphs/common/xml.js';
import { ownReadings } from './first-readings.js';
import { Holdings } from './holdings.js';
import { PlatformsAway } from './port.js';
import { Provider } from './provider.js';
import { readSet } from './read-set.js';
import { fakeApi, type FakeApi, type FakeWork } from './testing.js';

const NOW = Date.parse('2026-06-01T00:00:00Z') / 1000;

function provider(works: readonly FakeWork[]) {
  const api = fakeApi(works);
  const clock = { now: NOW };
  const holdings = new Holdings({
    sets: [{ spec: 'sea', name: 'The <sea>', written: 'query=sea', question: { query: 'sea', filter: {}, sort: 'X' } }],
    read: ({ question }, signal) => readSet(api, question, signal, [0]),
    firstReadings: ownReadings,
    patienceMs: 60_000,
    onFailure: () => undefined,
    now: () => clock.now,
  });
  const served = new Provider({
    holdings,
    port: api,
    baseUrl: () => 'https://kakehashi.example/oai',
    namespace: 'kakehashi.example',
    adminEmail: 'admin@kakehashi.example',
    secret: 'a secret of this test',
    homepages: new Map([['DIAS', 'https://diasjp.net/']]),
    now: () => clock.now,
  });
  const text = (query: string): Promise<string> => served.answer(new URLSearchParams(query));
  const read = async (query: string): Promise<OaiAnswer> => readOaiAnswer(parseXml(await text(query)));
  return { api, clock, text, read };
}

const numbered = (count: number): FakeWork[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `doi:10.1/${String(index).padStart(3, '0')}`,
    updated: '2020-01-01T00:00:00Z',
  }));
const ID = 'oai:kakehashi.example:doi:10.1/000';
const LIST = 'verb=ListRecords&metadataPrefix=oai_dc';

/** Works whose documents the next answer lacks. */
function away(api: FakeApi): void {
  api.failing = [['UPSTREAM_TIMEOUT']];
}

describe('the data provider', () => {
  it('says who it is, and from when on its datestamps are', async () => {
    const { read, text } = provider(numbered(1));
    expect(await read('verb=Identify')).toMatchObject({
      identify: { baseUrl: 'https://kakehashi.example/oai', earliest: '1970-01-01T00:00:00Z' },
    });
    await read(LIST);
    expect(await read('verb=Identify')).toMatchObject({ identify: { earliest: '2020-01-01T00:00:00Z' } });
    expect(await text('verb=Identify')).toContain('<sampleIdentifier>oai:kakehashi.example:doi:10.20783/dias.662<');
  });

  it('repeats a request but where the request is what is wrong', async () => {
    const { text } = provider(numbered(1));
    const requestOf = async (query: string): Promise<string | undefined> => {
      const request = childElement(parseXml(await text(query)), 'request');
      return request && attribute(request, 'verb');
    };
    expect(await requestOf('verb=ListSets')).toBe('ListSets');
    expect(await requestOf('verb=ListRecords&metadataPrefix=marc21')).toBe('ListRecords');
    expect(await requestOf('verb=ListRecords')).toBeUndefined();
    expect(await requestOf('verb=No')).toBeUndefined();
  });

  it('gives a list in parts with its size and what was given before, and an empty token at its end', async () => {
    const { text } = provider(numbered(120));
    const tokens: unknown[] = [];
    let query = LIST;
    const ids: string[] = [];
    for (;;) {
      const root = parseXml(await text(query));
      ids.push(
        ...descendants(root, 'identifier')
          .filter(({ namespace }) => namespace.endsWith('/2.0/'))
          .map(textContent),
      );
      const [token] = descendants(root, 'resumptionToken');
      if (token === undefined) throw new Error('a list in parts ends with a token');
      tokens.push([attribute(token, 'completeListSize'), attribute(token, 'cursor')]);
      if (textContent(token) === '') break;
      query = `verb=ListRecords&resumptionToken=${textContent(token)}`;
    }
    expect(tokens).toEqual([
      ['120', '0'],
      ['120', '50'],
      ['120', '100'],
    ]);
    expect(ids).toHaveLength(120);
    expect(new Set(ids).size).toBe(120);
  });

  it('has no token where a list is in one part', async () => {
    const { text } = provider(numbered(50));
    expect(await text(LIST)).not.toContain('resumptionToken');
  });

  it('gives a record with the document, its schema, and where it comes from', async () => {
    const { text } = provider(numbered(1));
    const answer = await text(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(ID)}`);
    expect(answer).toContain('<setSpec>sea</setSpec></header><metadata><oai_dc:dc xmlns:xsi=');
    expect(answer).toContain(
      '<originDescription harvestDate="2026-01-01T00:00:00Z" altered="true"><baseURL>https://diasjp.net/</baseURL><identifier>dias:doi:10.1/000</identifier><datestamp>2020-01-01T00:00:00Z</datestamp>',
    );
    const wrapped = await text(`verb=GetRecord&metadataPrefix=oai_datacite&identifier=${encodeURIComponent(ID)}`);
    expect(wrapped).toMatch(/<datacentreSymbol>DIAS<\/datacentreSymbol>\n<payload>\n<oai_dc:dc/);
    expect(wrapped.match(/<\?xml/g)).toHaveLength(1);
  });

  it('gives what left the set as deleted, in no format any more', async () => {
    const { api, clock, read } = provider(numbered(2));
    await read(LIST);
    api.works = numbered(2).slice(1);
    clock.now += 4000;
    await read(LIST);
    await expect
      .poll(() => read(`${LIST}&from=2026-01-01`))
      .toMatchObject({
        kind: 'records',
        entries: [
          {
            header: { identifier: ID, deleted: true, datestamp: '2026-06-01T01:06:40Z', sets: ['sea'] },
            metadata: null,
          },
        ],
      });
    expect(await read(`verb=ListMetadataFormats&identifier=${ID}`)).toEqual({
      kind: 'error',
      codes: ['noMetadataFormats'],
    });
    expect(await read(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${ID}`)).toMatchObject({
      entries: [{ header: { deleted: true } }],
    });
  });

  it('gives a work that its platforms no longer know as deleted from now on', async () => {
    const { api, read } = provider(numbered(2));
    await read('verb=ListIdentifiers&metadataPrefix=oai_dc');
    api.unknown.add('doi:10.1/000');
    const answer = await read(LIST);
    expect(answer).toMatchObject({
      entries: [
        { header: { identifier: ID, deleted: true, datestamp: '2026-06-01T00:00:00Z' } },
        { header: { deleted: false } },
      ],
    });
    expect(await read(`${LIST}&from=2026-06-01`)).toMatchObject({ entries: [{ header: { deleted: true } }] });
  });

  it('gives no part of a list whose documents cannot be had', async () => {
    const { api, text } = provider(numbered(2));
    await text('verb=ListIdentifiers&metadataPrefix=oai_dc');
    away(api);
    await expect(text(LIST)).rejects.toThrow(PlatformsAway);
    expect(await text(LIST)).toContain('<metadata>');
    // A document that cannot be read, of a work that others tell as well, does not keep the list from being given.
    api.failing = [['UPSTREAM_MALFORMED']];
    expect(await text(LIST)).toContain('<metadata>');
    api.failing = [['UPSTREAM_MALFORMED']];
    api.unknown.add('doi:10.1/000');
    await expect(text(LIST)).rejects.toThrow(PlatformsAway);
  });

  it('tells a token of a list of which nothing is left', async () => {
    const { api, clock, text, read } = provider(numbered(60));
    const until = '&until=2025-01-01';
    const [token] = descendants(parseXml(await text(LIST + until)), 'resumptionToken');
    api.works = numbered(60).map((work) => ({ ...work, updated: '2026-05-01T00:00:00Z' }));
    clock.now += 4000;
    await read(LIST);
    await expect
      .poll(() => read(`verb=ListRecords&resumptionToken=${token === undefined ? '' : textContent(token)}`))
      .toEqual({ kind: 'error', codes: ['badResumptionToken'] });
  });

  it('escapes what people wrote', async () => {
    const { text, read } = provider(numbered(1));
    expect(await text('verb=ListSets')).toContain('<setName>The &lt;sea&gt;</setName>');
    expect(await read('verb=GetRecord&metadataPrefix=oai_dc&identifier=%22%3E%3Cx%3E%0A%00')).toEqual({
      kind: 'error',
      codes: ['idDoesNotExist'],
    });
  });
});
