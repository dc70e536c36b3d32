import { beforeAll, describe, expect, it } from 'vitest';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { FederatedWorld } from './world.js';

const away = (): never => {
  throw new UpstreamUnavailable({ platform: 'EOSC', message: 'EOSC is away.' });
};
interface Work {
  id: string | null;
}

let world: FederatedWorld;
beforeAll(async () => {
  world = await new FederatedWorld({
    works: {
      sdl: `
        type Query { works: [Work] strict: [Work!]! one(id: ID): Work must: Work! broken: String kind: Kind count: Int nothing: [Int!] }
        type Mutation { rename(id: ID!, title: String!): Work }
        type Work @key(fields: "id") { id: ID title: String! group: Group }
        type Group { name: String! leader: Work! }
        enum Kind { BOOK MAP }
      `,
      resolvers: {
        Query: {
          works: () => [{ id: 'a' }, { id: 'gone' }, { id: null }, { id: 'a' }],
          strict: () => [{ id: 'a' }, { id: 'untitled' }],
          one: (_: unknown, { id }: Work) => ({ id }),
          must: () => null,
          broken: away,
          kind: () => 'MAP',
          count: () => 3,
          nothing: () => [1, null],
        },
        Mutation: { rename: (_: unknown, { id }: { id: string }) => ({ id }) },
        Work: {
          __resolveReference: ({ id }: Work) => ({ id }),
          title: ({ id }: Work) => (id === 'untitled' ? null : `Work ${String(id)}`),
          group: () => ({ name: 'G', leader: { id: 'a' } }),
        },
      },
    },
    counts: {
      sdl: `
        type Query { last: Work }
        type Mutation { visit(id: ID!): Work }
        type Work @key(fields: "id") { id: ID visits: Int! readers: [Reader!] note: String }
        type Reader { name: String! }
      `,
      resolvers: {
        Query: { last: () => ({ id: 'a' }) },
        Mutation: { visit: (_: unknown, { id }: { id: string }) => ({ id }) },
        Work: {
          __resolveReference: ({ id }: Work) => ({ id }),
          visits: ({ id }: Work) => (id === 'gone' ? away() : id === null ? null : 7),
          readers: ({ id }: Work) => (id === 'a' ? [{ name: 'Aoki' }, { name: null }] : []),
          note: ({ id }: Work) => {
            if (id === 'gone') throw new TypeError('a secret of ours');
            return id === 'a' ? null : 'note';
          },
        },
      },
    },
  }).start();
});

describe('what fails', () => {
  it('in a root field is null and told with its path', async () => {
    expect(await world.ask('{ broken count }')).toMatchObject({
      data: { broken: null, count: 3 },
      errors: [{ path: ['broken'], extensions: { code: 'UPSTREAM_UNAVAILABLE', platform: 'EOSC' } }],
    });
  });

  it('in an entity takes what cannot be without it, and is told at its place in the list', async () => {
    const { data, errors } = await world.ask('{ works { title visits } }');
    expect(data).toEqual({
      works: [{ title: 'Work a', visits: 7 }, null, null, { title: 'Work a', visits: 7 }],
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['works', 1, 'visits'], 'UPSTREAM_UNAVAILABLE'],
      [['works', 2, 'visits'], 'INTERNAL'],
    ]);
  });

  it('in an entity that stands in several places is told at each', async () => {
    const { errors } = await world.ask('{ works { readers { name } } }');
    expect(errors?.map(({ path }) => path)).toEqual([
      ['works', 0, 'readers', 1, 'name'],
      ['works', 3, 'readers', 1, 'name'],
    ]);
  });

  it('unexpectedly says nothing of itself', async () => {
    const { data, errors } = await world.ask('{ works { id note } }');
    expect(data).toEqual({
      works: [
        { id: 'a', note: null },
        { id: 'gone', note: null },
        { id: null, note: 'note' },
        { id: 'a', note: null },
      ],
    });
    expect(errors).toEqual([
      { message: 'An internal error occurred.', path: ['works', 1, 'note'], extensions: { code: 'INTERNAL' } },
    ]);
  });

  it('takes a list that cannot be without it', async () => {
    expect((await world.ask('{ strict { title } }')).data).toBeNull();
  });

  it('takes the whole answer where nothing above may be null', async () => {
    expect((await world.ask('{ must { title } count }')).data).toBeNull();
  });

  it('below an entity takes only what is above it', async () => {
    expect((await world.ask('{ nothing kind count }')).data).toEqual({ nothing: null, kind: 'MAP', count: 3 });
  });

  it('in two subgraphs is told for both', async () => {
    const { errors } = await world.ask('{ broken works { note } }');
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['broken', 'works.1.note']);
  });
});

describe('a key that is null', () => {
  it('is handed on as null', async () => {
    expect(await world.data('{ one { note } }')).toEqual({ one: { note: 'note' } });
  });
});

describe('roots of several subgraphs', () => {
  it('are one answer in the order in which they were asked', async () => {
    const data = await world.data('{ last { visits } count one(id: "b") { title visits } }');
    expect(JSON.stringify(data)).toBe('{"last":{"visits":7},"count":3,"one":{"title":"Work b","visits":7}}');
  });

  it('lead to the other subgraph’s fields', async () => {
    expect(await world.data('{ last { group { name leader { visits title } } } }')).toEqual({
      last: { group: { name: 'G', leader: { visits: 7, title: 'Work a' } } },
    });
  });
});

describe('mutations', () => {
  it('run one after another across subgraphs', async () => {
    const { data, fetches } = await world.ask(
      'mutation { visit(id: "b") { visits title } rename(id: "c", title: "C") { title visits } again: visit(id: "d") { visits } }',
    );
    expect(data).toEqual({
      visit: { visits: 7, title: 'Work b' },
      rename: { title: 'Work c', visits: 7 },
      again: { visits: 7 },
    });
    expect(fetches.filter(({ path }) => path === '').map(({ subgraph }) => subgraph)).toEqual([
      'counts',
      'works',
      'counts',
    ]);
  });
});
