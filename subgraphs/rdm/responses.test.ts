import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import {
  decodeFolder,
  decodeMe,
  decodeMetadata,
  decodeNode,
  decodeNodes,
  decodeStorage,
  readNodes,
} from './responses.js';
import { contributor, list, node, refusal, response } from './testing.js';

describe('a list', () => {
  it('tells its total and its end in the form of 2.0 and in the newer one', () => {
    const old = decodeNodes(response(list([node('abcde')], 31, 'https://api.rdm.example/v2/nodes/?page=2')));
    const newer = decodeNodes(
      response({ data: [node('abcde')], meta: { total: 31, per_page: 10, version: '2.20' }, links: { next: null } }),
    );
    expect([old.total, old.more, newer.total, newer.more]).toEqual([31, true, 31, false]);
  });

  it('has ended where a page beyond it is asked for', () => {
    expect(decodeNodes(response(refusal('Invalid page.'), 404))).toMatchObject({ items: [], total: null, more: false });
  });
});

describe('a list with odd records', () => {
  const odd = { ...node('klmno'), attributes: { title: 5 } };

  it('keeps the others, and says of each odd one which and why', () => {
    const read = decodeNodes(response(list([node('abcde'), odd, {}])));
    expect(read.items.map(({ id }) => id)).toEqual(['abcde']);
    expect(read.refused).toEqual([
      { id: 'klmno', reason: 'data[1].attributes.title: expected a text' },
      { id: null, reason: 'data[2].id: expected an id' },
    ]);
  });

  it('and no others is none', () => {
    expect(() => decodeNodes(response(list([odd])))).toThrow(UnreadableDocument);
    expect(() => decodeNodes(response(list([odd])))).toThrow('data[0].attributes.title: expected a text');
  });

  it('keeps a project of whose contributors one is odd, or all are', () => {
    const stranger = { id: 5, type: 'contributors' };
    const some = decodeNode(response({ data: node('abcde', {}, list([contributor('A'), stranger])) }));
    expect([some?.embeds?.contributors?.items.length, some?.embeds?.contributors?.refused.length]).toEqual([1, 1]);
    const none = decodeNode(response({ data: node('abcde', {}, list([stranger])) }));
    expect([none?.id, none?.embeds?.contributors]).toEqual(['abcde', null]);
  });
});

describe('an account', () => {
  it('is read without social links and with an employment without an end', () => {
    const attributes = { full_name: '青海 波子', employment: [{ institution: 'Umi University', ongoing: false }] };
    expect(
      decodeMe(response({ data: { id: 'abcde', type: 'users', attributes } }))?.attributes.employment,
    ).toHaveLength(1);
  });
});

describe('a project', () => {
  it('is null where it is unknown or deleted', () => {
    expect(decodeNode(response(refusal('Not found.'), 404))).toBeNull();
    const gone = { errors: [{ source: {}, detail: 'The requested node is no longer available.', meta: {} }] };
    expect(decodeNode(response(gone, 410))).toBeNull();
  });

  it.each([
    [401, refusal('Authentication credentials were not provided.'), 'UNAUTHENTICATED', /header X-GakuNin-RDM-Token/],
    [401, refusal('User provided an invalid OAuth2 access token'), 'UNAUTHENTICATED', /does not know the token/],
    [403, refusal('The user has not authorized access to this view.'), 'UNAUTHENTICATED', /osf\.full_read/],
    [403, refusal('You do not have permission to perform this action.'), 'UPSTREAM_REJECTED', /does not let/],
    [400, refusal('Please confirm your account before using the API.'), 'UNAUTHENTICATED', /confirm/],
    [400, refusal("'x' is not a valid field for this endpoint."), 'UPSTREAM_REJECTED', /Check the arguments/],
  ])('refused with %d says why, in our words', (status, body, code, message) => {
    expect(() => decodeNode(response(body, status))).toThrow(expect.objectContaining({ code, status }) as Error);
    expect(() => decodeNode(response(body, status))).toThrow(message);
  });

  it('is not made of a page for people, of half a document, or of another kind of document', () => {
    expect(() => decodeNode(response('<html>login</html>', 200, 'text/html'))).toThrow(/no JSON but text\/html/);
    expect(() => decodeNode(response('{"data": {"id": "abc'))).toThrow(/cut off/);
    const wrong = { data: { ...node('abcde'), attributes: { title: 5 } } };
    expect(() => decodeNode(response(wrong))).toThrow('data.attributes.title: expected a text');
  });

  it('is found in a document, or the document is refused with what it is', () => {
    const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
    expect(readNodes(bytes({ data: node('abcde') })).many).toBe(false);
    expect(readNodes(bytes(list([])))).toEqual({ nodes: [], many: true, refused: [] });
    for (const [value, message] of [
      [list([{ id: 'x', type: 'file_versions' }]), /a document of file-versions/],
      [refusal('Not found.'), /an error answer/],
      [{ a: 1 }, /another kind/],
    ] as const) {
      expect(() => readNodes(bytes(value))).toThrow(UnreadableDocument);
      expect(() => readNodes(bytes(value))).toThrow(message);
    }
  });
});

describe('a folder', () => {
  const away = { code: 404, message: 'Could not retrieve file or directory /x' };

  it('is null where the project has no such folder or storage, whoever says so', () => {
    expect(decodeFolder(response(refusal('The s3 provider is not configured for this project.'), 404))).toBeNull();
    expect(decodeStorage(response(away, 404, 'application/json'))).toBeNull();
  });

  it('of a storage that fails is a failure of the storage, not of the platform', () => {
    const body = refusal('Could not retrieve files information at this time.');
    expect(() => decodeFolder(response(body, 503))).toThrow(/storage behind the project/);
    expect(() => decodeFolder(response('<html></html>', 503, 'text/html'))).toThrow(/out of service/);
  });

  it('that is private is refused in the form of API v1 through WaterButler (fact sheet 12)', () => {
    const v1 = { message_short: 'Unauthorized', message_long: 'You must log in.', code: 401, referrer: null };
    expect(() => decodeStorage(response(v1, 401, 'application/json'))).toThrow(/personal access token/);
  });

  it('goes on with a token where the storage has more', () => {
    const file = {
      id: 's3/a',
      type: 'files',
      attributes: { kind: 'file', name: 'a', path: '/a', size: '12', sizeInt: 12 },
    };
    const part = decodeStorage(response({ data: [file], next_token: 't' }, 200, 'application/json'));
    expect([part?.items.length, part?.next]).toEqual([1, 't']);
  });
});

describe('registered metadata', () => {
  it.each([400, 401, 403, 404, 302])('that is not the caller’s to see, or switched off (%d), is none', (status) => {
    expect(decodeMetadata(response({ message_short: 'x', code: status }, status, 'application/json'))).toBeNull();
  });

  it('is not read from the login page that comes with 200 (fact sheet 10)', () => {
    expect(() => decodeMetadata(response('<html></html>', 200, 'text/html'))).toThrow(/no JSON/);
  });

  it('fails where the token is not valid', () => {
    const body = refusal('User provided an invalid OAuth2 access token');
    expect(() => decodeMetadata(response(body, 401))).toThrow(/does not know the token/);
  });
});
