/** Documents that are named by an id, and texts that callers have kept by their hash, over HTTP. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../gateway/gateway.js';
import { serveHttp } from '../gateway/http.js';
import { readSettings } from '../gateway/settings.js';
import { startWorld, USER_AGENT, type Endpoint, type World } from './support.js';

const PLATFORMS = 'query Platforms { platforms { platform } }';
const SEARCH = 'query Search($words: String!) { search(query: $words, first: 2) { nodes { id } } }';
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'kakehashi-trusted-'));
function manifest(name: string, operations: readonly object[]): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
  return file;
}
const OPERATIONS = [
  { id: sha(PLATFORMS), name: 'Platforms', type: 'query', body: PLATFORMS },
  { id: 'search-1', name: 'Search', type: 'query', body: SEARCH },
];

let world: World;
let only: Endpoint;
let also: Endpoint;
beforeAll(async () => {
  const file = manifest('good.json', OPERATIONS);
  world = await startWorld({ KAKEHASHI_PLATFORMS: 'rdm' });
  only = await world.another({ TRUSTED_DOCUMENTS: file, ANSWER_CACHE_MAX_BYTES: '10000000' });
  also = await world.another({ TRUSTED_DOCUMENTS: file, TRUSTED_DOCUMENTS_ONLY: 'off' });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const post = async ({ address }: Pick<Endpoint, 'address'>, body: object) => {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, age: response.headers.get('age'), body: await response.json() };
};
const get = async ({ address }: Endpoint, parameters: Record<string, string>) => {
  const response = await fetch(`${address}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  return { status: response.status, body: await response.json() };
};
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
const refused = (status: number, code: string) => ({ status, body: { errors: [{ extensions: { code } }] } });
const PLATFORMS_ANSWER = { status: 200, body: { data: { platforms: expect.any(Array) as unknown } } };

describe('where only trusted documents run', () => {
  it.each([
    ['documentId', { documentId: 'search-1' }],
    ['documentId with its kind', { documentId: 'sha256:search-1' }],
    ['the hash of a persisted query', persisted('search-1')],
    ['an id beside the very document', { documentId: 'search-1', query: SEARCH }],
  ])('one is named by %s, with variables', async (_, named) => {
    const { status, body } = await post(only, { ...named, variables: { words: '海洋' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { search: { nodes: expect.any(Array) as unknown } } });
    expect(body).not.toHaveProperty('errors');
  });

  it('one is named in an address', async () => {
    expect(await get(only, { documentId: sha(PLATFORMS) })).toMatchObject(PLATFORMS_ANSWER);
    const extensions = JSON.stringify(persisted(sha(PLATFORMS)).extensions);
    expect(await get(only, { extensions })).toMatchObject(PLATFORMS_ANSWER);
    expect(await get(only, { documentId: 'search-1', variables: '{"words":"海洋"}' })).toMatchObject({
      status: 200,
      body: { data: { search: { nodes: expect.any(Array) as unknown } } },
    });
  });

  it.each([
    ['a document of one’s own', { query: '{ __typename }' }, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['the text of a trusted one without its id', { query: PLATFORMS }, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['an unknown id', { documentId: 'other' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown hash', persisted(sha('{ __typename }')), 'PERSISTED_QUERY_NOT_FOUND'],
    [
      'a text that is to be kept by its hash',
      { query: '{ __typename }', ...persisted(sha('{ __typename }')) },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['another document under a trusted id', { documentId: 'search-1', query: '{ __typename }' }, 'BAD_REQUEST'],
    ['an id that objects have by nature', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['introspection', { query: '{ __schema { types { name } } }' }, 'PERSISTED_QUERY_NOT_SUPPORTED'],
  ])('nothing else does: %s', async (_, body, code) => {
    expect(await post(only, body)).toMatchObject(refused(400, code));
  });

  it('nothing else does in an address', async () => {
    expect(await get(only, { query: PLATFORMS })).toMatchObject(refused(400, 'PERSISTED_QUERY_NOT_SUPPORTED'));
    expect(await get(only, { documentId: 'other' })).toMatchObject(refused(400, 'PERSISTED_QUERY_NOT_FOUND'));
  });

  it('an answer is kept, and given again under the id', async () => {
    const body = { documentId: 'search-1', variables: { words: '共有' } };
    const first = await post(only, body);
    const again = await post(only, body);
    expect(again.age).not.toBeNull();
    expect(again.body).toEqual(first.body);
  });
});

describe('where other documents run as well', () => {
  it('both do, and texts are kept by their hash on top', async () => {
    expect(await post(also, { documentId: sha(PLATFORMS) })).toMatchObject(PLATFORMS_ANSWER);
    expect(await post(also, { query: PLATFORMS })).toMatchObject(PLATFORMS_ANSWER);
    const text = '{ platforms { platform name { en } } }';
    expect(await post(also, persisted(sha(text)))).toMatchObject({
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    });
    expect(await post(also, { query: text, ...persisted(sha(text)) })).toMatchObject(PLATFORMS_ANSWER);
    expect(await post(also, persisted(sha(text)))).toMatchObject(PLATFORMS_ANSWER);
  });

  it('a hash that is not the text’s keeps nothing', async () => {
    const hash = sha('{ x }');
    expect((await post(also, { query: '{ __typename }', ...persisted(hash) })).status).toBe(400);
    expect(await post(also, persisted(hash))).toMatchObject({
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    });
  });

  it('a text that is too large is kept under no hash', async () => {
    const text = `{ ${Array.from({ length: 31 }, (_, index) => `a${String(index)}: __typename`).join(' ')} }`;
    expect(await post(also, { query: text, ...persisted(sha(text)) })).toMatchObject(refused(400, 'QUERY_TOO_COMPLEX'));
    expect(await post(also, persisted(sha(text)))).toMatchObject({
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    });
  });
});

describe('a manifest with faults', () => {
  it.each([
    ['no file', join(folder, 'absent.json'), [/TRUSTED_DOCUMENTS: the file .* cannot be read/]],
    [
      'documents that the schema does not know, each told',
      manifest('bad.json', [
        { id: '1', name: 'One', type: 'query', body: 'query One { nothing }' },
        { id: '2', name: 'Two', type: 'query', body: 'query Two { platforms { ' },
        { id: '3', name: 'Three', type: 'mutation', body: 'query Three { __typename }' },
        { id: '4', name: 'Four', type: 'query', body: 'query Other { __typename }' },
      ]),
      [
        /operation One \(1\): Cannot query field "nothing"/,
        /operation Two \(2\): Syntax/,
        /operation Three \(3\): its body is a query/,
        /operation Four \(4\): its body must hold one operation, named Four/,
      ],
    ],
    [
      'an id that stands for two',
      manifest('twice.json', [OPERATIONS[0] ?? {}, OPERATIONS[0] ?? {}]),
      [/stands for two operations/],
    ],
    ['another format', manifest('shape.json', [{ id: '' }]), [/operations\.0\.id/, /operations\.0\.body/]],
  ])('is told at the start: %s', async (_, file, messages) => {
    const failed: unknown = await world.another({ TRUSTED_DOCUMENTS: file }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    for (const message of messages) expect((failed as Error).message).toMatch(message);
  });

  it('is missed where nothing else may run', async () => {
    await expect(world.another({ TRUSTED_DOCUMENTS_ONLY: 'on' })).rejects.toThrow(
      /name a manifest by TRUSTED_DOCUMENTS/,
    );
  });
});

describe('a manifest that is read again', () => {
  const named = (body: string) => manifest('changing.json', [{ id: 'x', name: 'X', type: 'query', body }]);
  const OLD = 'query X { search(query: "reload", first: 2) { old: __typename nodes { id } } }';
  const NEW = 'query X { search(query: "reload", first: 2) { new: __typename nodes { id } } }';
  const asked = { documentId: 'x' };
  const answered = (by: 'old' | 'new') => ({
    status: 200,
    body: { data: { search: { [by]: 'WorkConnection' } } },
  });

  it('holds from then on, for answers that were kept or begun before it too; with faults it changes nothing', async () => {
    const environment = {
      ...world.environment,
      PORT: '0',
      RATE_LIMIT: 'none',
      ANSWER_CACHE_MAX_BYTES: '10000000',
      TRUSTED_DOCUMENTS: named(OLD),
    };
    const log = pino({ level: 'silent' });
    const settings = readSettings(environment, ['rdm']);
    const gateway = await startGateway(settings, environment, USER_AGENT, log);
    const front = await serveHttp(gateway, settings, log);
    try {
      await world.asked('rdm');
      await world.fault('rdm', null, { latencyMs: 1000 });
      const before = post(front, asked);
      while ((await world.asked('rdm')).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      named(NEW);
      await gateway.reload();
      const [first, after] = await Promise.all([before, post(front, asked)]);
      expect(first).toMatchObject(answered('old'));
      expect(after).toMatchObject(answered('new'));
      await world.fault('rdm', null, { latencyMs: 0 });
      expect(await post(front, asked)).toMatchObject(answered('new'));
      named('query X { nothing }');
      await expect(gateway.reload()).rejects.toThrow(/operation X \(x\): Cannot query field "nothing"/);
      expect(await post(front, asked)).toMatchObject(answered('new'));
    } finally {
      await world.fault('rdm', null, { latencyMs: 0 });
      await front.close();
    }
  });
});
