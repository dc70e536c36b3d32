import { beforeAll, describe, expect, it } from 'vitest';
import { FederatedWorld } from './world.js';

interface Item {
  id: string;
}
const itself = ({ id }: Item): Item => ({ id });

describe('types that subgraphs describe differently', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      wide: {
        sdl: `
          type Query { wide: [Found] kinds(kind: Kind): [Kind!] shared: Item @shareable }
          union Found = Person | Place | Ship
          type Person { name: String @shareable } type Place { name: String @shareable } type Ship { flag: String }
          enum Kind { BOOK MAP }
          type Item @key(fields: "id") { id: ID! note: String @shareable }
        `,
        resolvers: {
          Query: {
            wide: () => [
              { __typename: 'Ship', flag: 'JP' },
              { __typename: 'Place', name: 'Kobe' },
            ],
            kinds: (_: unknown, { kind }: { kind?: string }) => [kind ?? 'MAP', 'BOOK'],
            shared: () => ({ id: '1', note: 'same' }),
          },
          Item: { __resolveReference: itself },
        },
      },
      narrow: {
        sdl: `
          type Query { narrow: Found wrong: Kind shared: Item @shareable }
          union Found = Person | Place
          type Person { name: String! @shareable } type Place { name: String! @shareable }
          enum Kind { BOOK MAP }
          type Item @key(fields: "id") { id: ID! note: String! @shareable length: Int }
        `,
        resolvers: {
          Query: {
            narrow: () => ({ __typename: 'Person', name: 'Aoki' }),
            wrong: () => 'FILM',
            shared: () => ({ id: '1', note: 'same' }),
          },
          Item: { __resolveReference: itself, note: () => 'same', length: () => 6 },
        },
      },
    }).start();
  });

  it('as unions give the members that their subgraph knows', async () => {
    const found = '{ __typename ... on Person { name } ... on Place { name } ... on Ship { flag } }';
    expect(await world.data(`{ wide ${found} narrow ${found} }`)).toEqual({
      wide: [
        { __typename: 'Ship', flag: 'JP' },
        { __typename: 'Place', name: 'Kobe' },
      ],
      narrow: { __typename: 'Person', name: 'Aoki' },
    });
  });

  it('as enums give and take their values', async () => {
    expect(await world.data('query ($kind: Kind) { kinds(kind: $kind) }', { kind: 'BOOK' })).toEqual({
      kinds: ['BOOK', 'BOOK'],
    });
    const { data, errors } = await world.ask('{ wrong }');
    expect(data).toEqual({ wrong: null });
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL');
  });

  it('as fields that only one of them promises may be null', async () => {
    expect(await world.data('{ shared { note } }')).toEqual({ shared: { note: 'same' } });
    expect(await world.data('{ shared { note length } }')).toEqual({ shared: { note: 'same', length: 6 } });
  });
});

describe('an interface that leads back to itself', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      shop: {
        sdl: `
          type Query { product: Product }
          interface Product { samples: [Product!] }
          type Book implements Product @key(fields: "id") { id: ID! samples: [Product!] }
        `,
        resolvers: {
          Query: { product: () => ({ __typename: 'Book', id: '1' }) },
          Book: {
            __resolveReference: itself,
            samples: ({ id }: Item) =>
              ['2', '3'].filter((other) => other !== id).map((other) => ({ __typename: 'Book', id: other })),
          },
        },
      },
      prices: {
        sdl: 'type Book @key(fields: "id") { id: ID! price: Float }',
        resolvers: { Book: { __resolveReference: itself, price: ({ id }: Item) => Number(id) * 10 } },
      },
    }).start();
  });

  it('is followed as deep as it is asked', async () => {
    expect(
      await world.data(
        '{ product { ... on Book { price } samples { ... on Book { price } samples { ... on Book { id price } __typename } } } }',
      ),
    ).toEqual({
      product: {
        price: 10,
        samples: [
          { price: 20, samples: [{ id: '3', price: 30, __typename: 'Book' }] },
          { price: 30, samples: [{ id: '2', price: 20, __typename: 'Book' }] },
        ],
      },
    });
  });
});

describe('fields that moved to another subgraph', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      old: {
        sdl: `
          type Query { posts: [Post] }
          interface Post { id: ID! createdAt: String }
          type Text implements Post @key(fields: "id") { id: ID! createdAt: String words: Int }
          type Image implements Post @key(fields: "id") { id: ID! createdAt: String }
        `,
        resolvers: {
          Query: {
            posts: () => [
              { __typename: 'Text', id: 't', createdAt: 'old', words: 5 },
              { __typename: 'Image', id: 'i', createdAt: 'old' },
            ],
          },
          Text: { __resolveReference: ({ id }: Item) => ({ id, words: 5 }) },
        },
      },
      fresh: {
        sdl: `
          type Text @key(fields: "id") { id: ID! createdAt: String @override(from: "old") words: Int @external summary: String @requires(fields: "words") gone: Int @override(from: "nowhere") }
        `,
        resolvers: {
          Text: {
            __resolveReference: (text: Item) => text,
            createdAt: () => 'fresh',
            gone: () => 1,
            summary: ({ words }: { words?: number }) => `${String(words)} words`,
          },
        },
      },
    }).start();
  });

  it('come from there for its type, whatever interface they are asked by', async () => {
    expect(await world.data('{ posts { id createdAt } }')).toEqual({
      posts: [
        { id: 't', createdAt: 'fresh' },
        { id: 'i', createdAt: 'old' },
      ],
    });
  });

  it('may stand beside what requires something of the old one', async () => {
    expect(await world.data('{ posts { ... on Text { createdAt summary gone } } }')).toEqual({
      posts: [{ createdAt: 'fresh', summary: '5 words', gone: 1 }, {}],
    });
  });
});

describe('an @interfaceObject that no subgraph resolves', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      nodes: {
        sdl: `
          type Query { product: Product nowhere: Node }
          interface Node @key(fields: "id") { id: ID! }
          type Product @key(fields: "id") @interfaceObject { id: ID! }
        `,
        resolvers: {
          Query: { product: () => ({ id: 'p' }), nowhere: () => ({ id: 'n' }) },
          Product: { __resolveReference: itself },
        },
      },
      fields: {
        sdl: `
          type Query { somewhere: Node }
          type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }
          interface Product @key(fields: "id") { id: ID! name: String }
          type Bread implements Product @key(fields: "id") { id: ID! name: String }
        `,
        resolvers: {
          Query: { somewhere: () => ({ id: 'n', field: 'foo' }) },
          Product: { __resolveReference: ({ id }: Item) => ({ __typename: 'Bread', id, name: 'Rye' }) },
        },
      },
    }).start();
  });

  it('is answered where it stands', async () => {
    expect(await world.data('{ somewhere { id field } }')).toEqual({ somewhere: { id: 'n', field: 'foo' } });
  });

  it('is an error where nobody can tell its fields', async () => {
    const { data, errors } = await world.refused('{ nowhere { field } }', (theirs) => {
      expect(theirs).toMatchObject({ data: { nowhere: null } });
      expect(theirs.errors).toBeUndefined();
    });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  });

  it('says through its key what it really is', async () => {
    expect(await world.data('{ product { id } }')).toEqual({ product: { id: 'p' } });
    expect(await world.data('{ product { __typename name ... on Bread { id } } }')).toEqual({
      product: { __typename: 'Bread', name: 'Rye', id: 'p' },
    });
  });
});
