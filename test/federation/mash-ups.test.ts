import { beforeAll, describe, expect, it } from 'vitest';
import { FederatedWorld } from './world.js';

interface Code {
  maker: string;
  series: string;
  serial: string;
}
interface Part {
  id: string;
  tag?: string;
  code: Code;
  name?: string;
}

const part = (n: number): Part => ({
  id: String(n),
  tag: `tag ${String(n)}`,
  code: { maker: `maker ${String(n)}`, series: 'S', serial: `no. ${String(n)}` },
});

describe('an entity with many keys, of which each subgraph resolves another', () => {
  let world: FederatedWorld;
  let asked: unknown[] = [];
  beforeAll(async () => {
    world = await new FederatedWorld({
      stock: {
        sdl: `
          type Part
            @key(fields: "id")
            @key(fields: "tag", resolvable: false)
            @key(fields: "code { maker series }", resolvable: false)
            @key(fields: "id code { series serial }", resolvable: false) {
            id: ID! tag: ID! code: Code! name: String!
          }
          type Code @shareable { maker: ID! series: ID! serial: ID! }
        `,
        resolvers: {
          Part: { __resolveReference: ({ id }: Part) => part(Number(id)), name: ({ id }: Part) => `Part ${id}` },
        },
      },
      plans: {
        sdl: `
          type Query { machine: Machine }
          type Machine @key(fields: "id") { id: ID! parts: [Part!]! }
          type Part
            @key(fields: "code { maker series }", resolvable: false)
            @key(fields: "id code { series serial }")
            @key(fields: "tag", resolvable: false)
            @key(fields: "id", resolvable: false) {
            id: ID! tag: ID! code: Code!
            name: String! @external
            label: String! @requires(fields: "name")
          }
          type Code @shareable { maker: ID! series: ID! serial: ID! }
        `,
        resolvers: {
          Query: { machine: () => ({ id: 'm', parts: [part(1), part(2), part(1)] }) },
          Part: {
            __resolveReference: (reference: Part) => {
              asked.push(reference);
              return reference;
            },
            label: ({ name, code }: Part) => `${String(name)} ${code.serial}`,
          },
        },
      },
    }).start();
  });

  it('is handed on with the key that the next one resolves', async () => {
    asked = [];
    const labelled = (n: number): object => ({
      id: String(n),
      name: `Part ${String(n)}`,
      label: `Part ${String(n)} no. ${String(n)}`,
    });
    expect(
      // It hands on a key that the subgraph says it does not resolve.
      await world.better('{ machine { parts { id name label } } }', ({ data }) => {
        expect(JSON.stringify(data)).toContain('Part 1 undefined');
        asked = [];
      }),
    ).toEqual({ machine: { parts: [1, 2, 1].map(labelled) } });
    expect(asked).toEqual(
      [1, 2].map((n) => ({
        __typename: 'Part',
        id: String(n),
        name: `Part ${String(n)}`,
        code: { series: 'S', serial: `no. ${String(n)}` },
      })),
    );
  });

  it('is answered where it stands as far as that goes', async () => {
    const { data, fetches } = await world.ask('{ machine { parts { tag code { maker } } } }');
    expect(data).toMatchObject({ machine: { parts: [{ tag: 'tag 1', code: { maker: 'maker 1' } }, {}, {}] } });
    expect(fetches).toHaveLength(1);
  });
});

describe('an entity by keys of which subgraphs share one each', () => {
  it('is led from the first to the third by what the second knows', async () => {
    const world = await new FederatedWorld({
      one: {
        sdl: 'type Query { users: [User] } type User @key(fields: "id") { id: ID! }',
        resolvers: { Query: { users: () => [{ id: '1' }, { id: '2' }] } },
      },
      two: {
        sdl: 'type User @key(fields: "id") @key(fields: "email region { code }") { id: ID! email: String! region: Region! } type Region @shareable { code: String! }',
        resolvers: {
          User: {
            __resolveReference: ({ id }: { id: string }) => ({
              id,
              email: `${id}@example.org`,
              region: { code: 'JP' },
            }),
          },
        },
      },
      three: {
        sdl: 'type User @key(fields: "email region { code }") { email: String! region: Region! nick: String } type Region @shareable { code: String! }',
        resolvers: {
          User: {
            __resolveReference: (user: object) => user,
            nick: ({ email, region }: { email: string; region: { code: string } }) => `${email} of ${region.code}`,
          },
        },
      },
    }).start();
    const { data, fetches } = await world.ask('{ users { nick } }');
    expect(data).toEqual({ users: [{ nick: '1@example.org of JP' }, { nick: '2@example.org of JP' }] });
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['one', 'two', 'three']);
  });
});

describe('keys that are null', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      lists: {
        sdl: 'type Query { holders: [Holder!]! } type Holder { book: Book } type Book @key(fields: "isbn") { isbn: ID }',
        resolvers: { Query: { holders: () => [{ book: { isbn: 'a' } }, { book: null }, { book: { isbn: null } }] } },
      },
      numbers: {
        sdl: 'type Book @key(fields: "isbn") @key(fields: "number") { isbn: ID number: ID }',
        resolvers: {
          Book: {
            __resolveReference: ({ isbn }: { isbn: string | null }) => (isbn === null ? null : { isbn, number: 7 }),
          },
        },
      },
      titles: {
        sdl: 'type Book @key(fields: "number") { number: ID title: String }',
        resolvers: {
          Book: {
            __resolveReference: (book: object) => book,
            title: ({ number }: { number: string }) => `no. ${number}`,
          },
        },
      },
    }).start();
  });

  it('lead nowhere, and the others on', async () => {
    expect(await world.data('{ holders { book { title } } }')).toEqual({
      holders: [{ book: { title: 'no. 7' } }, { book: null }, { book: { title: null } }],
    });
  });

  it('are answered as null', async () => {
    expect(await world.data('{ holders { book { isbn } } }')).toEqual({
      holders: [{ book: { isbn: 'a' } }, { book: null }, { book: { isbn: null } }],
    });
  });
});
