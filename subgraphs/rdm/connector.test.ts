import { describe, expect, it } from 'vitest';
import { RequestScope } from '../../upstream/scope.js';
import type { HitSearch } from '../common/connector.js';
import { BadUserInput } from '../common/errors.js';
import { createRdmConnector } from './connector.js';
import { RDM_PLATFORM } from './requests.js';
import { contributor, FakeClient, list, node, refusal, response, SERVER, type Answer } from './testing.js';

function connected(answer: (url: URL, credential: string | undefined) => Answer, token: string | null = 'T') {
  const client = new FakeClient(answer);
  const credentials = new Map(token === null ? [] : [[RDM_PLATFORM, token]]);
  return { client, connector: createRdmConnector(SERVER, client), scope: new RequestScope({ credentials }) };
}

function search(part: Partial<HitSearch> = {}): HitSearch {
  return { query: 'ocean', filter: {}, sort: 'RELEVANCE', languages: ['ja'], position: null, first: 20, ...part };
}

const NEXT = 'https://api.rdm.example/v2/nodes/?page=2';

describe('a tombstone', () => {
  it.each([
    ['of a deleted project tells that it is gone', refusal('The requested node is no longer available.'), 410, true],
    ['is none where the project never was', refusal('Not found.'), 404, false],
    ['is none where the project is not shown', refusal('Authentication credentials were not provided.'), 401, false],
    ['is none where the project is there', { data: node('abcde') }, 200, false],
  ])('%s', async (_, body, status, isGone) => {
    const { connector, scope } = connected(() => response(body, status), null);
    const expected = isGone ? { id: 'rdm:abcde', platform: RDM_PLATFORM, deleted: null, url: null } : null;
    expect(await connector.tombstone?.('rdm:abcde', scope)).toEqual(expected);
  });
});

describe('a search', () => {
  it('is one request with the caller’s token, and goes on page by page', async () => {
    const { client, connector, scope } = connected((url) =>
      url.searchParams.get('page') === '2'
        ? response(list([node('fghij')], 21))
        : response(list([node('abcde')], 21, NEXT)),
    );
    const first = await connector.search(search(), scope);
    expect([first.total, first.totalKind, first.next, first.unauthorized]).toEqual([21, 'EXACT', '2.20', undefined]);
    const second = await connector.search(search({ position: first.next }), scope);
    expect([second.hits[0]?.id, second.next]).toEqual(['rdm:fghij', null]);
    expect(client.asked.map(({ credential }) => credential)).toEqual(['T', 'T']);
  });

  it('without a token gives what is public, and says how to see more', async () => {
    const { client, connector, scope } = connected(() => response(list([node('abcde', { public: true })])), null);
    const page = await connector.search(search(), scope);
    expect([page.hits.length, page.unauthorized, client.asked[0]?.credential]).toEqual([1, true, undefined]);
    expect(page.message).toContain('X-GakuNin-RDM-Token');
  });

  it('of several words keeps the hits that have them all, and does not know how many there are', async () => {
    const nodes = [
      node('abcde', { title: 'Ocean data of 2020' }),
      node('fghij', { title: 'Ocean', tags: ['DATA'] }),
      node('klmno'),
    ];
    const { client, connector, scope } = connected(() => response(list(nodes, 300)));
    const page = await connector.search(search({ query: 'ocean data' }), scope);
    expect(client.asked[0]?.url.searchParams.get('filter[title,description]')).toBe('ocean');
    expect([page.hits.map(({ id }) => id), page.total, page.totalKind]).toEqual([
      ['rdm:abcde', 'rdm:fghij'],
      null,
      'UNKNOWN',
    ]);
  });

  it('for people reads all contributors where a project has more than come with it', async () => {
    const many = list([contributor('A')], 11, NEXT);
    const { client, connector, scope } = connected((url) =>
      url.pathname.endsWith('/contributors/')
        ? response(list([contributor('A'), contributor('B', 1)]))
        : response(list([node('abcde', {}, many)])),
    );
    const page = await connector.search(search({ filter: { creator: 'B' } }), scope);
    expect(page.hits[0]?.creators).toHaveLength(2);
    expect(client.paths).toEqual(['/v2/nodes/', '/v2/nodes/abcde/contributors/']);
  });

  it('with odd records gives the others, and says how many there were', async () => {
    const odd = { ...node('fghij'), attributes: { title: 5 } };
    const people = list([contributor('A'), { id: 5 }]);
    const { connector, scope } = connected(() => response(list([node('abcde', {}, people), odd])));
    const page = await connector.search(search(), scope);
    expect([page.hits.map(({ id }) => id), page.partial]).toEqual([['rdm:abcde'], true]);
    expect(page.hits[0]?.creators).toHaveLength(1);
    expect(page.message).toBe(
      '1 record(s) of GakuNin RDM could not be read. 1 contributor(s) of projects of GakuNin RDM could not be read.',
    );
  });

  it.each([
    [403, 'The user has not authorized access to this view.', /osf\.full_read/],
    [401, 'User provided an invalid OAuth2 access token', /does not know the token/],
  ])('with a token that does not do (%d) says that another one is needed', async (status, detail, message) => {
    const { connector, scope } = connected(() => response(refusal(detail), status));
    const failure = connector.search(search(), scope);
    await expect(failure).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status });
    await expect(failure).rejects.toThrow(message);
  });

  it('refuses a position that it did not give', async () => {
    const { connector, scope } = connected(() => response(list([])));
    await expect(connector.search(search({ position: 'x' }), scope)).rejects.toThrow(BadUserInput);
  });
});

describe('records by id', () => {
  it('are one request for many, and null where the caller may not see one', async () => {
    const { client, connector, scope } = connected(() => response(list([node('abcde')])));
    const ids = Array.from({ length: 20 }, (_, index) => `rdm:abcd${String.fromCharCode(97 + index)}`);
    const records = await Promise.all(ids.map((id) => connector.record(id, scope)));
    expect(records.flatMap((record) => record?.id ?? [])).toEqual(['rdm:abcde']);
    expect(client.asked).toHaveLength(1);
  });

  it('of which one is odd are the others; the odd one fails, and is not unknown', async () => {
    const odd = { ...node('fghij'), attributes: { title: 5 } };
    const { connector, scope } = connected(() => response(list([node('abcde'), odd])));
    const [good, bad, unknown] = await Promise.allSettled(
      ['rdm:abcde', 'rdm:fghij', 'rdm:klmno'].map((id) => connector.record(id, scope)),
    );
    expect(good).toMatchObject({ status: 'fulfilled', value: { id: 'rdm:abcde' } });
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'UPSTREAM_MALFORMED' } });
    expect(unknown).toMatchObject({ status: 'fulfilled', value: null });
  });

  it('are not asked for again once a search has read them', async () => {
    const { client, connector, scope } = connected(() => response(list([node('abcde')])));
    await connector.search(search(), scope);
    expect((await connector.record('rdm:abcde', scope))?.id).toBe('rdm:abcde');
    expect(client.asked).toHaveLength(1);
  });

  it('alone say why they are not shown, and are asked for again after a failure', async () => {
    let refused = 0;
    const { connector, scope } = connected(() =>
      (refused += 1) === 1
        ? response(refusal('You do not have permission to perform this action.'), 403)
        : response({ data: node('abcde') }),
    );
    await expect(connector.record('rdm:abcde', scope)).rejects.toMatchObject({
      code: 'UPSTREAM_REJECTED',
      status: 403,
    });
    expect((await connector.record('rdm:abcde', scope))?.id).toBe('rdm:abcde');
  });

  it('have their grants only where they are wanted: those stand in a document apart', async () => {
    const registered = { funder: { value: 'JST' }, 'japan-grant-number': { value: 'JPMJPF9999' } };
    const { client, connector, scope } = connected((url) =>
      url.pathname.endsWith('/registrations/')
        ? response(list([{ id: 'r', type: 'registrations', attributes: { registered_meta: registered } }]))
        : response({ data: node('abcde') }),
    );
    expect(await connector.record('rdm:abcde', scope)).not.toHaveProperty('funding');
    const record = await connector.record('rdm:abcde', scope, new Set(['funding']));
    expect(record?.funding?.[0]?.awardNumber).toBe('JPMJPF9999');
    expect(client.paths).toEqual(['/v2/nodes/abcde/', '/v2/nodes/abcde/registrations/']);
  });

  it('are rdm: and an id, also in the address of a page', () => {
    const { connector } = connected(() => response(list([])));
    expect([
      connector.isRecordId('rdm:abcde'),
      connector.isRecordId('rdm:../me'),
      connector.isRecordId('abcde'),
    ]).toEqual([true, false, false]);
    expect(connector.recordIdOfUrl?.('https://rdm.nii.ac.jp/abcde/')).toBe('rdm:abcde');
    expect(connector.recordIdOfUrl?.('https://rdm.nii.ac.jp/login')).toBeNull();
    expect(connector.recordIdOfUrl?.('https://example.org/abcde/')).toBeNull();
  });
});

describe('files', () => {
  const entry = (name: string, kind: string, path: string): object => ({
    id: path,
    type: 'files',
    attributes: { name, kind, path, provider: 'osfstorage', size: null },
    links: {},
  });

  it('are found by walking from the root by the storage’s own paths', async () => {
    const { client, connector, scope } = connected((url) =>
      response(
        list(
          url.pathname.endsWith('/osfstorage/')
            ? [entry('生データ', 'folder', '/0a1b/')]
            : [entry('a.csv', 'file', '/9f/')],
        ),
      ),
    );
    expect(await connector.files('abcde', 'osfstorage', '生データ', scope)).toMatchObject([
      { path: '/生データ/a.csv' },
    ]);
    expect(client.paths).toEqual(['/v2/nodes/abcde/files/osfstorage/', '/v2/nodes/abcde/files/osfstorage/0a1b/']);
    expect(await connector.files('abcde', 'osfstorage', '/no/such/', scope)).toBeNull();
    expect(await connector.files('abcde', 'osfstorage', '/生データ/a.csv', scope)).toMatchObject([{ name: 'a.csv' }]);
  });

  it('of another storage come from WaterButler, to the end of the listing', async () => {
    const { client, connector, scope } = connected((url) =>
      url.searchParams.has('next_token')
        ? response({ data: [entry('b', 'file', '/b')] }, 200, 'application/json')
        : response({ data: [entry('a', 'file', '/a')], next_token: 'n' }, 200, 'application/json'),
    );
    expect((await connector.files('abcde', 's3', '/', scope))?.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(client.asked.map(({ url, credential }) => [url.host, credential])).toEqual([
      ['files.rdm.example', 'T'],
      ['files.rdm.example', 'T'],
    ]);
  });

  it('of a storage with an impossible name are not asked for', () => {
    const { client, connector, scope } = connected(() => response(list([])));
    expect(() => connector.files('abcde', '../x', '/', scope)).toThrow(BadUserInput);
    expect(client.asked).toEqual([]);
  });
});

describe('the metadata of a project', () => {
  const file = {
    path: 'osfstorage/a',
    items: [
      {
        active: true,
        data: { 'grdm-file:title-en': { value: 'A' }, 'grdm-file:data-man-email': { value: 'a@example.org' } },
      },
    ],
  };
  const v1 = { data: { id: 'abcde', type: 'metadata-node-project', attributes: { files: [file] } } };
  const draft = (at: string, funder: string): object => ({
    id: at,
    type: 'draft_registrations',
    attributes: { datetime_updated: at, registration_metadata: { funder: { value: funder } } },
  });

  function platform(permissions: readonly string[]) {
    return (url: URL): Answer => {
      if (url.pathname.endsWith('/registrations/')) return response(list([]));
      if (url.pathname.endsWith('/draft_registrations/'))
        return response(list([draft('2025', 'JST'), draft('2026', 'JSPS')]));
      if (url.pathname.includes('/api/v1/')) return response(v1, 200, 'application/json');
      return response({ data: node('abcde', { current_user_permissions: permissions, public: true }) });
    };
  }

  function codes(metadata: Awaited<ReturnType<ReturnType<typeof connected>['connector']['metadata']>>, key: string) {
    return metadata?.elements.find((element) => element.key === key);
  }

  it('has its grant from the newest draft where nothing is registered and the caller administrates it', async () => {
    const { connector, scope } = connected(platform(['admin', 'write', 'read']));
    const metadata = await connector.metadata('abcde', scope);
    expect(codes(metadata, 'funder')?.codes).toEqual(['JSPS']);
    expect(codes(metadata, 'title')?.values).toHaveLength(1);
    expect(codes(metadata, 'data-man-email')?.values).toHaveLength(1);
  });

  it('does not ask for drafts that the caller cannot read', async () => {
    const { client, connector, scope } = connected(platform(['read']));
    expect(codes(await connector.metadata('abcde', scope), 'funder')?.codes).toEqual([]);
    expect(client.paths.filter((path) => path.includes('draft'))).toEqual([]);
  });

  it('keeps contacts from a caller without a token, and does not call them missing', async () => {
    const { connector, scope } = connected(platform(['read']), null);
    const metadata = await connector.metadata('abcde', scope);
    expect(codes(metadata, 'data-man-email')).toMatchObject({ values: [], required: false });
    expect(codes(metadata, 'data-man-email')?.problem).toMatch(/token/);
    expect(metadata?.missing).not.toContain('data-man-email');
    expect(JSON.stringify(metadata)).not.toContain('a@example.org');
  });

  it('is null where nothing is registered', async () => {
    const { connector, scope } = connected((url) => {
      if (url.pathname.includes('/api/v1/'))
        return response({ message_short: 'x', code: 400 }, 400, 'application/json');
      return url.pathname.endsWith('registrations/') ? response(list([])) : response({ data: node('abcde') });
    });
    expect(await connector.metadata('abcde', scope)).toBeNull();
  });
});
