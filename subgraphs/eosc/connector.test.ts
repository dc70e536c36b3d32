import { describe, expect, it } from 'vitest';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import type { HitSearch } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { createEoscConnector } from './connector.js';
import { batches } from './lookup.js';
import { FakeClient, idOf, list, product, SERVER, type Answer } from './testing.js';

const down = new UpstreamUnavailable({ platform: 'EOSC', message: 'down' });

function connected(answer: (url: URL) => Answer, version: 'v1' | 'v2' | 'v3' = 'v3') {
  const client = new FakeClient(answer);
  return { client, connector: createEoscConnector({ ...SERVER, version }, client), scope: new RequestScope() };
}

function search(part: Partial<HitSearch> = {}): HitSearch {
  return { query: 'sea', filter: {}, sort: 'RELEVANCE', languages: ['en'], position: null, first: 2, ...part };
}

const dois = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `10.5072/${String(from + index)}`);
/** Answers with the products of the DOIs that are asked for, of those that are there. */
const holding = (there: readonly string[]) => (url: URL) =>
  list(
    there.filter((doi) => url.searchParams.getAll('pid').some((pid) => pid.includes(doi))).map((doi) => product(doi)),
  );

describe('a search', () => {
  it('walks by the platform’s cursors', async () => {
    const { client, connector, scope } = connected((url) =>
      url.searchParams.get('cursor') === '*'
        ? list(dois(2).map((doi) => product(doi)), { numFound: 3, pageSize: 2, nextCursor: 'AoM/Dz+=' })
        : list([product('10.5072/2')], { numFound: 4, pageSize: 2, nextCursor: 'AoM/E=' }),
    );
    const first = await connector.search(search(), scope);
    expect([first.hits.length, first.total, first.totalKind, first.next, first.partial]).toEqual([2, 3, 'EXACT', 'AoM/Dz+=', false]);
    const second = await connector.search(search({ position: first.next }), scope);
    expect([second.hits[0]?.doi, second.total, second.next]).toEqual(['10.5072/2', 4, null]);
    expect(client.paths('cursor', 'pageSize')).toEqual([
      '/graph/v3/research-products cursor=* pageSize=2',
      '/graph/v3/research-products cursor=AoM/Dz+= pageSize=2',
    ]);
  }); // prettier-ignore

  it.each([
    ['a cursor that is null', list([product('10.5072/a'), product('10.5072/b')], { nextCursor: null })],
    ['no cursor', list([product('10.5072/a'), product('10.5072/b')])],
    ['the cursor that was sent', list([product('10.5072/a'), product('10.5072/b')], { nextCursor: 'same' })],
    ['an empty page', list(null, { numFound: 7, nextCursor: 'other' })],
    ['a page that is not full', list([product('10.5072/a')], { numFound: 7, nextCursor: 'other' })],
  ])('ends with %s, whatever the total (fact sheet 2.4)', async (_, answer) => {
    const { connector, scope } = connected(() => answer);
    expect((await connector.search(search({ position: 'same' }), scope)).next).toBeNull();
  });

  it('is not ended by a page that the platform makes smaller than was asked', async () => {
    const { connector, scope } = connected(() => list([product('10.5072/a')], { pageSize: 1, nextCursor: 'next' }));
    expect((await connector.search(search(), scope)).next).toBe('next');
  });

  it('goes on without the records that cannot be read, and says so', async () => {
    const { connector, scope } = connected(() => list([product('10.5072/a'), { id: 1 }]));
    const page = await connector.search(search(), scope);
    expect([page.hits.length, page.partial, page.message]).toEqual([
      1,
      true,
      '1 record(s) of OpenAIRE could not be read.',
    ]);
  });

  it('is put with the catalog’s filter as the platform has it', async () => {
    const { client, connector, scope } = connected(() => list([]));
    const filter = { types: ['DATASET'], from: '2019-04', until: '2020', awardNumber: 'JP20H00001', funder: 'JSPS' } as const;
    await connector.search(search({ filter }), scope);
    expect(client.paths('type', 'fromPublicationDate', 'toPublicationDate', 'relProjectCode', 'relProjectFundingShortName')).toEqual([
      '/graph/v3/research-products type=dataset fromPublicationDate=2019-04-01 toPublicationDate=2020-12-31 relProjectCode=("JP20H00001" OR "20H00001") relProjectFundingShortName=JSPS',
    ]);
  }); // prettier-ignore

  it('refuses a position that is none', async () => {
    const { connector, scope } = connected(() => list([]));
    await expect(connector.search(search({ position: 'a b' }), scope)).rejects.toThrow(BadUserInput);
  });
});

describe('look-ups', () => {
  it('of twenty DOIs are one request, and none the second time', async () => {
    const { client, connector, scope } = connected(holding(dois(15)));
    const found = await Promise.all(dois(20).map((doi) => connector.recordsByDoi(doi, scope)));
    expect(found.map((records) => records.length)).toEqual([...Array<number>(15).fill(1), ...Array<number>(5).fill(0)]);
    await Promise.all(dois(20).map((doi) => connector.recordsStatingDoi(doi, scope)));
    await connector.record(`eosc:${idOf('10.5072/3')}`, scope);
    expect(client.asked).toHaveLength(1);
    expect(client.paths('pageSize')).toEqual(['/graph/v3/research-products pageSize=100']);
  });

  it('that come a few milliseconds apart, as other platforms answer, are still one request', async () => {
    const { client, connector, scope } = connected(holding(dois(5)));
    await Promise.all(
      dois(5).map(async (doi, index) => {
        await new Promise((resolve) => setTimeout(resolve, index));
        return connector.recordsByDoi(doi, scope);
      }),
    );
    expect(client.asked).toHaveLength(1);
  });

  it('of twenty ids are one request', async () => {
    const ids = dois(20).map((doi) => `eosc:${idOf(doi)}`);
    const { client, connector, scope } = connected(() => list(dois(19).map((doi) => product(doi))));
    const found = await Promise.all(ids.map((id) => connector.record(id, scope)));
    expect(found.map((record) => record?.id ?? null)).toEqual([...ids.slice(0, 19), null]);
    expect(client.asked).toHaveLength(1);
  });

  it('find a product of versions 1 and 2 by a repeated parameter', async () => {
    const { client, connector, scope } = connected(holding(dois(2)), 'v2');
    const found = await Promise.all(dois(2).map((doi) => connector.recordsByDoi(doi, scope)));
    expect(found.map((records) => records[0]?.doi)).toEqual(dois(2));
    expect(client.paths('pid')).toEqual(['/graph/v2/researchProducts pid=10.5072/0 pid=10.5072/1']);
  });

  it('of more than a request holds are several, and one that fails leaves the others', async () => {
    const { client, connector, scope } = connected((url) =>
      (url.searchParams.get('pid') ?? '').includes('10.5072/50"') ? down : holding(dois(120))(url),
    );
    const found = await Promise.allSettled(dois(120).map((doi) => connector.recordsByDoi(doi, scope)));
    expect(client.asked).toHaveLength(2);
    expect(found.filter(({ status }) => status === 'rejected')).toHaveLength(100);
  });

  it('read on when one batch of DOIs has more products than a page', async () => {
    const many = Array.from({ length: 100 }, (_, index) => product('10.5072/0', { id: `x::${String(index)}` }));
    const { client, connector, scope } = connected((url) =>
      url.searchParams.get('cursor') === '*' ? list(many, { nextCursor: 'more' }) : list([product('10.5072/0')]),
    );
    expect(await connector.recordsByDoi('10.5072/0', scope)).toHaveLength(101);
    expect(client.asked).toHaveLength(2);
  });

  it('that failed are asked again only by who has more time', async () => {
    const { client, connector, scope } = connected(() => down);
    const hurried = scope.within(Date.now() + 1000);
    await expect(connector.recordsByDoi('10.5072/a', hurried)).rejects.toBe(down);
    await expect(connector.recordsByDoi('10.5072/a', hurried)).rejects.toBe(down);
    expect(client.asked).toHaveLength(1);
    await expect(connector.recordsByDoi('10.5072/a', scope)).rejects.toBe(down);
    expect(client.asked).toHaveLength(2);
  });

  it('by DOI count what goes by it; what merely states it is found beside', async () => {
    const merged = product('10.5072/a', { pids: [{ scheme: 'doi', value: '10.5072/a' }, { scheme: 'DOI', value: '10.5072/B' }] });
    const alien = product('10.5072/z', { instances: [{ alternateIdentifiers: [{ scheme: 'doi', value: '10.5072/b' }] }] });
    const { connector, scope } = connected(() => list([merged, alien]));
    expect(await connector.recordsByDoi('10.5072/b', scope)).toEqual([]);
    expect((await connector.recordsStatingDoi('10.5072/b', scope)).map(({ doi }) => doi)).toEqual(['10.5072/a']);
  }); // prettier-ignore

  it('find an id in whatever case it is written', async () => {
    const { connector, scope } = connected(() => list([product('10.5072/a', { id: 'dedup_WF_001::AbC' })]));
    expect((await connector.record('eosc:dedup_wf_001::abc', scope))?.id).toBe('eosc:dedup_WF_001::AbC');
  });

  it('need no request for what a search has read', async () => {
    const { client, connector, scope } = connected(() => list([product('10.5072/a')]));
    await connector.search(search(), scope);
    expect((await connector.record(`eosc:${idOf('10.5072/a')}`, scope))?.doi).toBe('10.5072/a');
    expect(client.asked).toHaveLength(1);
  });

  it('are split where their address would grow long', () => {
    const long = dois(10).map((doi) => `${doi}${'x'.repeat(1000)}`);
    expect(batches(long).map((part) => part.length)).toEqual([6, 4]);
    expect(batches(dois(101)).map((part) => part.length)).toEqual([100, 1]);
    expect(batches([])).toEqual([]);
  });
});

describe('a record id', () => {
  const { connector } = connected(() => down);

  it('is eosc: and an OpenAIRE id, without blanks', () => {
    expect(connector.isRecordId('eosc:doi_dedup___::80f29c8c8ba18c46c88a285b7e739dc3')).toBe(true);
    for (const id of ['doi_dedup___::80f2', 'eosc:', 'eosc:abc', 'eosc:a::b c', 'cinii:a::b', 'eosc:a::b"'])
      expect(connector.isRecordId(id), id).toBe(false);
  });

  it('is found in the address of its page', () => {
    const id = 'doi_dedup___::80f2';
    expect(connector.recordIdOfUrl?.(`https://explore.openaire.eu/search/result?id=${id}`)).toBe(`eosc:${id}`);
    expect(connector.recordIdOfUrl?.('https://explore.openaire.eu/search/publication?a=b&articleId=doi_dedup___%3A%3A80f2')).toBe(`eosc:${id}`);
    expect(connector.recordIdOfUrl?.('https://explore.openaire.eu/search/result?pid=10.5072/a')).toBeNull();
    expect(connector.recordIdOfUrl?.(`https://example.org/search/result?id=${id}`)).toBeNull();
  }); // prettier-ignore
});
