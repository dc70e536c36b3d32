import { describe, expect, it } from 'vitest';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import type { HitSearch } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { createCiniiConnector } from './connector.js';
import { address, detailDocument, FakeClient, searchDocument, type Answer } from './testing.js';

const CRID = '1390000000000000017';
const server = { url: 'https://cinii.example', appid: null };
const down = new UpstreamUnavailable({ platform: 'CINII_RESEARCH', message: 'down' });

function connected(answer: (url: URL) => Answer) {
  const client = new FakeClient(answer);
  return { client, connector: createCiniiConnector(server, client), scope: new RequestScope() };
}

function hits(count: number, from = 0): object[] {
  return Array.from({ length: count }, (_, index) => ({
    '@id': address(String(1390000000000000000n + BigInt(from + index))),
    title: `海 ${String(from + index)}`,
    'dc:type': 'Article',
  }));
}

function search(part: Partial<HitSearch> = {}): HitSearch {
  return { query: '海', filter: {}, sort: 'RELEVANCE', languages: ['ja'], position: null, first: 20, ...part };
}

const language = (url: URL): 'ja' | 'en' => (url.searchParams.get('lang') === 'en' ? 'en' : 'ja');

describe('a search', () => {
  it('asks once for each language that is wanted, and makes one list of the answers', async () => {
    const item = (lang: 'ja' | 'en') => ({ '@id': address(CRID), title: lang === 'ja' ? '海の観測' : 'Ocean' });
    const { client, connector, scope } = connected((url) => searchDocument(language(url), [item(language(url))]));
    const page = await connector.search(search({ languages: ['en', 'ja'] }), scope);
    expect(client.paths('lang')).toEqual([
      '/opensearch/v2/projectsAndProducts lang=ja',
      '/opensearch/v2/projectsAndProducts lang=en',
    ]);
    expect(page.hits[0]?.title?.values.map(({ value }) => value)).toEqual(['海の観測', 'Ocean']);
    expect([page.total, page.totalKind, page.next, page.partial]).toEqual([1, 'EXACT', null, false]);
  });

  it('asks in English alone where only English is wanted', async () => {
    const { client, connector, scope } = connected((url) => searchDocument(language(url), hits(1)));
    await connector.search(search({ languages: ['en'] }), scope);
    expect(client.paths('lang')).toEqual(['/opensearch/v2/projectsAndProducts lang=en']);
  });

  it('goes on where the page ended, and ends with the list', async () => {
    const { client, connector, scope } = connected((url) => {
      const start = Number(url.searchParams.get('start'));
      return searchDocument('ja', hits(start === 1 ? 20 : 5, start), 25);
    });
    const first = await connector.search(search(), scope);
    expect(first.next).toBe('21');
    const second = await connector.search(search({ position: first.next }), scope);
    expect([second.hits.length, second.next, second.message]).toEqual([5, null, null]);
    expect(client.paths('start', 'count')).toEqual([
      '/opensearch/v2/projectsAndProducts start=1 count=20',
      '/opensearch/v2/projectsAndProducts start=21 count=20',
    ]);
  });

  it('ends at 10,000 records and says how to narrow, the total untouched', async () => {
    const { client, connector, scope } = connected(() => searchDocument('ja', hits(10, 9990), 110265));
    const page = await connector.search(search({ position: '9991', first: 50 }), scope);
    expect(client.paths('count')).toEqual(['/opensearch/v2/projectsAndProducts count=10']);
    expect([page.next, page.total]).toEqual([null, 110265]);
    expect(page.message).toMatch(/first 10,000.*narrow/);
  });

  it('without a word or filter is not sent: the platform would answer with nothing', async () => {
    const { client, connector, scope } = connected(() => searchDocument('ja', []));
    const page = await connector.search(search({ query: ' ', filter: { types: ['DATASET'] } }), scope);
    expect([client.asked.length, page.total, page.hits.length]).toEqual([0, 0, 0]);
    expect(page.message).toMatch(/give a query/);
  });

  it('is partial when one language fails, and fails when all do', async () => {
    const half = connected((url) => (language(url) === 'en' ? down : searchDocument('ja', hits(1))));
    const page = await half.connector.search(search({ languages: ['ja', 'en'] }), half.scope);
    expect([page.partial, page.message, page.hits[0]?.readIn]).toEqual([
      true,
      'The English texts could not be read.',
      ['ja'],
    ]);
    const other = connected((url) => (language(url) === 'ja' ? down : searchDocument('en', hits(1))));
    expect((await other.connector.search(search({ languages: ['ja', 'en'] }), other.scope)).hits[0]?.readIn).toEqual([
      'en',
    ]);
    const none = connected(() => down);
    await expect(none.connector.search(search({ languages: ['ja', 'en'] }), none.scope)).rejects.toBe(down);
  });

  it('is partial when some of its records cannot be read, says how many, and goes on behind them', async () => {
    const { client, connector, scope } = connected(() => searchDocument('ja', [...hits(3), 'junk', {}], 25));
    const page = await connector.search(search({ first: 5 }), scope);
    expect([page.hits.length, page.total, page.partial, page.next]).toEqual([3, 25, true, '6']);
    expect(page.message).toBe('2 record(s) of CiNii Research could not be read.');
    expect(client.asked).toHaveLength(1);
  });

  it('says of how many records the English texts alone could not be read', async () => {
    const { connector, scope } = connected((url) =>
      language(url) === 'ja' ? searchDocument('ja', hits(2)) : searchDocument('en', [...hits(1), 'junk']),
    );
    const page = await connector.search(search({ languages: ['ja', 'en'] }), scope);
    expect(page.hits.map(({ readIn }) => readIn)).toEqual([['ja', 'en'], ['ja']]);
    expect([page.partial, page.message]).toEqual([true, 'The English texts of 1 record(s) could not be read.']);
  });

  it('gives works, no persons', async () => {
    const items = [{ '@id': address(CRID), 'dc:type': 'Researcher' }, ...hits(1)];
    const { connector, scope } = connected(() => searchDocument('ja', items));
    expect((await connector.search(search(), scope)).hits).toHaveLength(1);
  });

  it('of conference papers gives them their type, which their hits do not tell', async () => {
    const { client, connector, scope } = connected(() => searchDocument('ja', hits(1)));
    const { hits: found } = await connector.search(search({ filter: { types: ['CONFERENCE_PAPER'] } }), scope);
    expect(client.paths('resourceType')).toEqual(['/opensearch/articles resourceType=conference paper']);
    expect(found[0]?.type).toBe('CONFERENCE_PAPER');
    expect(connector.hit(found[0]?.id ?? '', scope)?.type).toBe('CONFERENCE_PAPER');
  });

  it('remembers its hits for the subgraph', async () => {
    const { connector, scope } = connected(() => searchDocument('ja', hits(1)));
    await connector.search(search(), scope);
    expect(connector.hit('cinii:1390000000000000000', scope)?.title?.values[0]?.value).toBe('海 0');
    expect(connector.hit('cinii:1390000000000000000', new RequestScope())).toBeUndefined();
  });

  it('refuses a position that it did not give', async () => {
    const { connector, scope } = connected(() => searchDocument('ja', []));
    await expect(connector.search(search({ position: 'x' }), scope)).rejects.toThrow(BadUserInput);
  });
});

describe('an ISBN', () => {
  it('is looked for in its other form when the first finds nothing (trap 6)', async () => {
    const { client, connector, scope } = connected((url) =>
      searchDocument('ja', url.searchParams.get('isbn') === '4873114527' ? hits(1) : []),
    );
    const criteria = { segment: 'BOOKS', query: null, filter: { isbn: '9784873114521' }, sort: 'RELEVANCE' } as const;
    const page = await connector.page(criteria, ['ja'], 1, 20, scope);
    expect(page.hits).toHaveLength(1);
    expect(client.paths('isbn')).toEqual([
      '/opensearch/v2/books isbn=9784873114521',
      '/opensearch/v2/books isbn=4873114527',
    ]);
  });
});

describe('a record', () => {
  it('is read once for a request, however often it is asked for', async () => {
    const { client, connector, scope } = connected(() => detailDocument(CRID, 'Article'));
    const records = await Promise.all([1, 2, 3].map(() => connector.record(`cinii:${CRID}`, scope)));
    expect(records.map((record) => record?.crid)).toEqual([CRID, CRID, CRID]);
    expect(client.paths()).toEqual([`/crid/${CRID}.json`]);
  });

  it('is null where the platform does not know it, and not asked for where the id is none', async () => {
    const { client, connector, scope } = connected(() => ({ status: 404 }));
    expect(await connector.record(`cinii:${CRID}`, scope)).toBeNull();
    expect(await connector.record('jairo:x/1', scope)).toBeNull();
    expect(client.asked).toHaveLength(1);
  });

  it('is asked for again after a failure', async () => {
    let calls = 0;
    const { connector, scope } = connected(() => ((calls += 1) === 1 ? down : detailDocument(CRID, 'Book')));
    await expect(connector.record(`cinii:${CRID}`, scope)).rejects.toBe(down);
    expect((await connector.record(`cinii:${CRID}`, scope))?.type).toBe('BOOK');
  });
});

describe('a DOI', () => {
  it('is looked up on v1, and only records that have it count (trap 12)', async () => {
    const withDoi = { '@id': address(CRID), 'dc:identifier': { '@type': 'cir:DOI', '@value': '10.5072/ABC' } };
    const { client, connector, scope } = connected(() => searchDocument('ja', [...hits(2), withDoi]));
    const found = await connector.recordsByDoi('10.5072/abc', scope);
    expect(found.map(({ id }) => id)).toEqual([`cinii:${CRID}`]);
    expect(client.paths('doi', 'lang')).toEqual(['/opensearch/all doi=10.5072/abc lang=ja']);
  });
});

describe('a record id', () => {
  const { connector } = connected(() => down);

  it('is cinii: and 19 digits', () => {
    expect(connector.isRecordId(`cinii:${CRID}`)).toBe(true);
    for (const id of [CRID, 'cinii:139', `cinii:${CRID}0`, `jairo:${CRID}`])
      expect(connector.isRecordId(id), id).toBe(false);
  });

  it('is found in the address of its page', () => {
    expect(connector.recordIdOfUrl?.(`${address(CRID)}.json?lang=en`)).toBe(`cinii:${CRID}`);
    expect(connector.recordIdOfUrl?.(`https://example.org/crid/${CRID}`)).toBeNull();
  });
});
