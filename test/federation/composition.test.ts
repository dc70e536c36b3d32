import { beforeAll, describe, expect, it } from 'vitest';
import { FederatedWorld } from './world.js';

const ITEMS = [
  { __typename: 'Book', id: 'b', name: 'Book' },
  { __typename: 'Toy', id: 't', name: 'Toy' },
];
const SHARED = (id: string): { id: string } => ({ id });

describe('an @interfaceObject', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      items: {
        sdl: `
          type Query { items: [Item!]! item(id: ID!): Item }
          interface Item @key(fields: "id") { id: ID! name: String }
          type Book implements Item @key(fields: "id") { id: ID! name: String pages: Int }
          type Toy implements Item @key(fields: "id") { id: ID! name: String }
        `,
        resolvers: {
          Query: {
            items: () => ITEMS,
            item: (_: unknown, { id }: { id: string }) => ITEMS.find((item) => item.id === id) ?? null,
          },
          Item: {
            __resolveReference: ({ id }: { id: string }) => ITEMS.find((item) => item.id === id) ?? null,
          },
          Book: { __resolveReference: SHARED, pages: () => 100 },
          Toy: { __resolveReference: SHARED },
        },
      },
      ratings: {
        sdl: `
          type Query { rated: [Item!] }
          type Item @key(fields: "id") @interfaceObject { id: ID! rating: Int name: String @external label: String @requires(fields: "name") }
        `,
        resolvers: {
          Query: { rated: () => [{ id: 't' }, { id: 'b' }] },
          Item: {
            __resolveReference: (item: { id: string }) => item,
            rating: ({ id }: { id: string }) => (id === 'b' ? 5 : 1),
            label: ({ name }: { name?: string }) => `[${String(name)}]`,
          },
        },
      },
    }).start();
  });

  it('adds a field to every type of the interface', async () => {
    expect(await world.data('{ items { id rating } }')).toEqual({
      items: [
        { id: 'b', rating: 5 },
        { id: 't', rating: 1 },
      ],
    });
  });

  it('adds it to a type that a fragment names', async () => {
    expect(await world.data('{ items { ... on Book { pages rating } } }')).toEqual({
      items: [{ pages: 100, rating: 5 }, {}],
    });
  });

  it('leads to what its objects really are', async () => {
    expect(await world.data('{ rated { __typename name } }')).toEqual({
      rated: [
        { __typename: 'Toy', name: 'Toy' },
        { __typename: 'Book', name: 'Book' },
      ],
    });
  });

  it('leads to the fields of a type of the interface', async () => {
    expect(await world.data('{ rated { rating ... on Book { pages } } }')).toEqual({
      rated: [{ rating: 1 }, { rating: 5, pages: 100 }],
    });
  });

  it('is answered without the other subgraph where that has nothing to say', async () => {
    const { data, fetches } = await world.ask('{ rated { id rating } }');
    expect(data).toEqual({
      rated: [
        { id: 't', rating: 1 },
        { id: 'b', rating: 5 },
      ],
    });
    expect(fetches).toHaveLength(1);
  });

  it('may require a field of the interface', async () => {
    expect(await world.data('{ items { label } item(id: "t") { label } }')).toEqual({
      items: [{ label: '[Book]' }, { label: '[Toy]' }],
      item: { label: '[Toy]' },
    });
  });
});

describe('@override', () => {
  it('takes the field from its new subgraph', async () => {
    const world = await new FederatedWorld({
      old: {
        sdl: `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! a: String b: String }`,
        resolvers: {
          Query: { thing: () => ({ id: '1' }) },
          Thing: { __resolveReference: SHARED, a: () => 'old a', b: () => 'old b' },
        },
      },
      fresh: {
        sdl: `type Thing @key(fields: "id") { id: ID! a: String @override(from: "old") }`,
        resolvers: { Thing: { __resolveReference: SHARED, a: () => 'new a' } },
      },
    }).start();
    expect(await world.data('{ thing { a b } }')).toEqual({ thing: { a: 'new a', b: 'old b' } });
  });
});

describe('shared types', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      left: {
        sdl: `
          type Query { both: Both @shareable left(filter: Filter, kind: Kind): String state: State hidden: Thing }
          type Both @shareable { common: String left: String }
          input Filter { text: String limit: Int }
          enum Kind { A B }
          enum State { ON OFF }
          type Thing { id: ID! secret: String @inaccessible open: Visible }
          union Visible = Public | Private
          type Public { name: String }
          type Private @inaccessible { name: String }
        `,
        resolvers: {
          Query: {
            both: () => ({ common: 'left', left: 'l' }),
            left: (_: unknown, { filter, kind }: { filter?: object; kind?: string }) =>
              JSON.stringify([filter ?? null, kind ?? null]),
            state: () => 'OFF',
            hidden: () => ({ id: '1', secret: 's', open: { __typename: 'Public', name: 'p' } }),
          },
        },
      },
      right: {
        sdl: `
          type Query { both: Both @shareable right(filter: Filter, kind: Kind): String }
          type Both @shareable { common: String right: String }
          input Filter { text: String }
          enum Kind { A }
          enum State { ON OFF }
          type Extra { state: State }
        `,
        resolvers: {
          Query: {
            both: () => ({ common: 'right', right: 'r' }),
            right: (_: unknown, { filter, kind }: { filter?: object; kind?: string }) =>
              JSON.stringify([filter ?? null, kind ?? null]),
          },
        },
      },
    }).start();
  });

  it('at a shared root are asked of both subgraphs and are one', async () => {
    expect(await world.data('{ both { left right } }')).toEqual({ both: { left: 'l', right: 'r' } });
  });

  it('have what both know from one of them', async () => {
    const { fetches } = await world.ask('{ both { common } }');
    expect(fetches).toHaveLength(1);
  });

  it('take the part of an input that all subgraphs know', async () => {
    expect(await world.data('{ left(filter: { text: "x" }) right(filter: { text: "y" }) }')).toEqual({
      left: '[{"text":"x"},null]',
      right: '[{"text":"y"},null]',
    });
    const { errors } = await world.ask('{ left(filter: { limit: 1 }) }');
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('take the values of an input enum that all subgraphs know', async () => {
    expect(await world.data('query ($kind: Kind) { left(kind: $kind) right(kind: A) }', { kind: 'A' })).toEqual({
      left: '[null,"A"]',
      right: '[null,"A"]',
    });
    const { errors } = await world.ask('{ left(kind: B) }');
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('give enums of both', async () => {
    expect(await world.data('{ state }')).toEqual({ state: 'OFF' });
  });

  it('hide what is inaccessible', async () => {
    expect(await world.data('{ hidden { id open { ... on Public { name } } } }')).toEqual({
      hidden: { id: '1', open: { name: 'p' } },
    });
    const { errors } = await world.ask('{ hidden { secret } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('several keys', () => {
  it('lead from one subgraph to a third through a second', async () => {
    const world = await new FederatedWorld({
      one: {
        sdl: `type Query { user: User } type User @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { user: () => ({ id: '1' }) } },
      },
      two: {
        sdl: `type User @key(fields: "id") @key(fields: "email") { id: ID! email: String! }`,
        resolvers: { User: { __resolveReference: ({ id }: { id: string }) => ({ id, email: `${id}@example.org` }) } },
      },
      three: {
        sdl: `type User @key(fields: "email") { email: String! nick: String }`,
        resolvers: {
          User: { __resolveReference: SHARED, nick: ({ email }: { email?: string }) => `nick of ${String(email)}` },
        },
      },
    }).start();
    expect(await world.data('{ user { id } }')).toEqual({ user: { id: '1' } });
    expect(await world.data('{ user { email } }')).toEqual({ user: { email: '1@example.org' } });
  });
});
