import { describe, expect, it } from 'vitest';
import { FakeUpstream, oaiError, oaiRecord, oaiXml, type Asked, type FakeAnswer } from '../../test/jairo/documents.js';
import { UpstreamError } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { Hosts } from './hosts.js';
import { Lists, type ListedItems, type ListQuery } from './lists.js';
import { Repositories } from './repositories.js';
import { SeenRecords } from './seen.js';

const UMI = { id: 'umi.repo.nii.ac.jp', baseUrl: 'https://umi.repo.nii.ac.jp' };
const ALL: ListQuery = { set: null, from: null, until: null };

const record = (number: number, content: string | null = '<dc:title>x</dc:title>'): string =>
  oaiRecord(`oai:umi.repo.nii.ac.jp:${String(number).padStart(8, '0')}`, content);
const page = (records: readonly string[], token: string): string =>
  oaiXml(`<ListRecords>${records.join('')}${token}</ListRecords>`);
const token = (text: string, size = 5): string =>
  `<resumptionToken completeListSize="${String(size)}">${text}</resumptionToken>`;

function listing(answer: (asked: Asked) => FakeAnswer) {
  const client = new FakeUpstream(answer);
  const lists = new Lists(client, new Hosts(client, () => null), new Repositories([]), () => null, new SeenRecords());
  return {
    client,
    list: (first: number, after: string | null = null, query = ALL) =>
      lists.list(UMI, query, first, after, new RequestScope()),
  };
}

const numbers = ({ items }: ListedItems): string[] =>
  items.map((item) => (item instanceof UpstreamError ? item.code : item.recid));

/** Two pages of three and two records. */
const TWO_PAGES = ({ parameters }: Asked): string =>
  parameters.has('resumptionToken')
    ? page([record(4), record(5, null)], token(''))
    : page([record(1), record(2), record(3)], token('one'));

describe('a walk over a list', () => {
  it('gives every record once, whatever the size of its steps', async () => {
    for (const first of [1, 2, 3, 4, 5, 100]) {
      const { list } = listing(TWO_PAGES);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const listed: ListedItems = await list(first, after);
        expect(listed.total).toBe(5);
        expect(listed.hasNextPage).toBe(listed.endCursor !== null);
        seen.push(...numbers(listed));
        after = listed.endCursor;
      } while (after !== null);
      expect(seen).toEqual(['1', '2', '3', '4', '5']);
    }
  });

  it('tells deleted records', async () => {
    const { items } = await listing(TWO_PAGES).list(5);
    expect(items.map((item) => !(item instanceof UpstreamError) && item.deleted)).toEqual([false, false, false, false, true]); // prettier-ignore
  });

  it('sends set and dates with the first page alone', async () => {
    const { client, list } = listing(TWO_PAGES);
    await list(5, null, { set: '3:62', from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' });
    expect(Object.fromEntries(client.asked[0]?.parameters ?? [])).toEqual({
      verb: 'ListRecords',
      metadataPrefix: 'jpcoar_2.0',
      set: '3:62',
      from: '2024-01-01T00:00:00Z',
      until: '2024-02-01T00:00:01Z',
    });
    expect(Object.fromEntries(client.asked[1]?.parameters ?? [])).toEqual({
      verb: 'ListRecords',
      resumptionToken: 'one',
    });
  });

  it('ends with noRecordsMatch on a continuation: the total was a multiple of the page size (fact sheet 2.6)', async () => {
    const { list } = listing(({ parameters }) =>
      parameters.has('resumptionToken') ? oaiError('noRecordsMatch') : page([record(1), record(2)], token('one', 2)),
    );
    expect(await list(3)).toMatchObject({ total: 2, hasNextPage: false, endCursor: null });
  });

  it('is empty where nothing matches, also in an unknown set', async () => {
    expect(await listing(() => oaiError('noRecordsMatch')).list(20)).toEqual({ items: [], total: 0, endCursor: null, hasNextPage: false }); // prettier-ignore
    expect(await listing(() => oaiXml('<ListRecords/>')).list(20)).toMatchObject({ items: [], total: 0, hasNextPage: false }); // prettier-ignore
  });

  it('asks in JPCOAR 1.0 where 2.0 is not known', async () => {
    const { list } = listing(({ parameters }) =>
      parameters.get('metadataPrefix') === 'jpcoar_2.0' ? { status: 422, body: oaiError('cannotDisseminateFormat') } : page([record(1)], ''),
    ); // prettier-ignore
    expect(numbers(await list(20))).toEqual(['1']);
  });

  it('gives a record that cannot be read as its failure, between the others', async () => {
    const { list } = listing(() => page([record(1), record(2, ''), '<record>stub</record>', record(4)], ''));
    expect(numbers(await list(20))).toEqual(['1', 'UPSTREAM_MALFORMED', 'UPSTREAM_MALFORMED', '4']);
  });
});

describe('a list that gets nowhere', () => {
  it('with a token that leads back to itself is a failure', async () => {
    const { client, list } = listing(() => page([record(1), record(2)], token('one')));
    await expect(list(100)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    expect(client.asked).toHaveLength(2);
  });

  it('with two tokens in turn is a failure, also over several steps', async () => {
    const { list } = listing(({ parameters }) =>
      page([record(1)], token(parameters.get('resumptionToken') === 'one' ? 'two' : 'one')),
    );
    const first = await list(1);
    const second = await list(1, first.endCursor);
    await expect(list(1, second.endCursor)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('with a page without records is a failure', async () => {
    await expect(listing(() => page([], token('one'))).list(20)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
  });

  it('with tokens without end is given up', async () => {
    let number = 0;
    const { client, list } = listing(() => page([record((number += 1))], token(`t${String(number)}`)));
    await expect(list(100)).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    expect(client.asked.length).toBeLessThan(10);
  });
});

describe('a cursor of a list', () => {
  it('whose token has expired says to start again (fact sheet 2.6)', async () => {
    const { list } = listing(({ parameters }) =>
      parameters.has('resumptionToken') ? { status: 422, body: oaiError('badResumptionToken') } : page([record(1)], token('one')),
    ); // prettier-ignore
    const { endCursor } = await list(1);
    await expect(list(1, endCursor)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('whose page has moved on says so, and skips nothing in silence', async () => {
    let moved = false;
    const { list } = listing(() => page(moved ? [record(8), record(9)] : [record(1), record(2)], ''));
    const { endCursor } = await list(1);
    moved = true;
    await expect(list(1, endCursor)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('of another list is refused', async () => {
    const { list } = listing(TWO_PAGES);
    const { endCursor } = await list(1);
    await expect(list(1, endCursor, { ...ALL, set: '9' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

it('lists that begin at once at a repository without JPCOAR 2.0 are all read in 1.0', async () => {
  const { list } = listing(({ parameters }) =>
    parameters.get('metadataPrefix') === 'jpcoar_2.0' ? oaiError('cannotDisseminateFormat') : page([record(1)], ''),
  );
  const both = await Promise.all([list(10), list(10)]);
  expect(both.map(numbers)).toEqual([['1'], ['1']]);
});
