import { beforeAll, describe, expect, it } from 'vitest';
import { FederatedWorld } from './world.js';

interface Product {
  id: string;
  weight?: number;
  size?: { length: number; unit: string };
  price?: number;
  cost?: number;
  parts?: { code: string; mass: number }[];
}

let world: FederatedWorld;
beforeAll(async () => {
  world = await new FederatedWorld({
    catalog: {
      sdl: `
        type Query { products: [Product!]! product(id: ID!): Product }
        type Product @key(fields: "id") {
          id: ID! name: String! weight: Int size: Size price(currency: String!): Int parts: [Part!]
        }
        type Size @shareable { length: Int unit: String }
        type Part @shareable { code: String mass: Int }
      `,
      resolvers: {
        Query: {
          products: () => [{ id: 'a' }, { id: 'b' }],
          product: (_: unknown, { id }: { id: string }) => ({ id }),
        },
        Product: {
          __resolveReference: ({ id }: Product) => ({ id }),
          name: ({ id }: Product) => `Product ${id}`,
          weight: ({ id }: Product) => (id === 'a' ? 10 : id === 'b' ? 20 : null),
          size: ({ id }: Product) => (id === 'b' ? null : { length: 7, unit: 'cm' }),
          price: (_: Product, { currency }: { currency: string }) => (currency === 'JPY' ? 1500 : 10),
          parts: () => [
            { code: 'x', mass: 1 },
            { code: 'y', mass: 2 },
          ],
        },
      },
    },
    shipping: {
      sdl: `
        type Product @key(fields: "id") {
          id: ID!
          weight: Int @external
          size: Size @external
          price(currency: String!): Int @external
          parts: [Part!] @external
          cost(express: Boolean = false): Int @requires(fields: "weight")
          box: String @requires(fields: "size { length unit }")
          insurance: Int @requires(fields: "price(currency: \\"JPY\\")")
          mass: Int @requires(fields: "parts { mass }")
        }
        type Size @shareable { length: Int unit: String }
        type Part @shareable { code: String mass: Int }
      `,
      resolvers: {
        Product: {
          __resolveReference: (product: Product) => product,
          cost: ({ weight }: Product, { express }: { express: boolean }) =>
            weight === undefined || weight === null ? null : weight * (express ? 3 : 2),
          box: ({ size }: Product) => (size ? `${String(size.length)} ${size.unit}` : 'no size'),
          insurance: ({ price }: Product) => (price ?? 0) / 100,
          mass: ({ parts }: Product) => (parts ?? []).reduce((sum, { mass }) => sum + mass, 0),
        },
      },
    },
    taxes: {
      sdl: `type Product @key(fields: "id") { id: ID! cost(express: Boolean = false): Int @external total: Int @requires(fields: "cost") }`,
      resolvers: {
        Product: {
          __resolveReference: (product: Product) => product,
          total: ({ cost }: Product) => (cost ?? 0) + 1,
        },
      },
    },
  }).start();
});

describe('a field that requires others', () => {
  it('has them from their subgraph, unseen', async () => {
    expect(await world.data('{ product(id: "a") { cost } }')).toEqual({ product: { cost: 20 } });
  });

  it('has them in lists', async () => {
    expect(await world.data('{ products { id cost } }')).toEqual({
      products: [
        { id: 'a', cost: 20 },
        { id: 'b', cost: 40 },
      ],
    });
  });

  it('has them where they are asked for as well', async () => {
    expect(await world.data('{ product(id: "a") { weight cost name } }')).toEqual({
      product: { weight: 10, cost: 20, name: 'Product a' },
    });
  });

  it('takes arguments of its own', async () => {
    expect(await world.data('{ product(id: "a") { slow: cost fast: cost(express: true) } }')).toEqual({
      product: { slow: 20, fast: 30 },
    });
  });

  it('is told of null', async () => {
    expect(await world.data('{ product(id: "none") { cost } }')).toEqual({ product: { cost: null } });
  });

  it('has a part of an object', async () => {
    expect(await world.data('{ product(id: "a") { box } }')).toEqual({ product: { box: '7 cm' } });
  });

  it('is told of an object that is null', async () => {
    expect(await world.data('{ product(id: "b") { box } }')).toEqual({ product: { box: 'no size' } });
  });

  it('has objects of a list', async () => {
    expect(await world.data('{ product(id: "a") { mass parts { code } } }')).toEqual({
      product: { mass: 3, parts: [{ code: 'x' }, { code: 'y' }] },
    });
  });

  it('has what requires something itself', async () => {
    expect(await world.data('{ product(id: "a") { total } }')).toEqual({ product: { total: 21 } });
  });

  it('has all of a chain beside what is asked for', async () => {
    expect(await world.data('{ products { total cost weight box } }')).toEqual({
      products: [
        { total: 21, cost: 20, weight: 10, box: '7 cm' },
        { total: 41, cost: 40, weight: 20, box: 'no size' },
      ],
    });
  });

  it('has a field with the argument that it requires', async () => {
    expect(await world.data('{ product(id: "a") { insurance } }')).toEqual({ product: { insurance: 15 } });
  });

  it('shares a field that is asked for with the same argument', async () => {
    expect(await world.data('{ product(id: "a") { price(currency: "JPY") insurance } }')).toEqual({
      product: { price: 1500, insurance: 15 },
    });
  });

  it('has the argument that it requires where the caller gives another', async () => {
    expect(
      await world.better('{ product(id: "a") { price(currency: "USD") insurance } }', ({ data, errors }) => {
        expect({ data, errors }).not.toEqual({ data: { product: { price: 10, insurance: 15 } } });
      }),
    ).toEqual({ product: { price: 10, insurance: 15 } });
  });

  it('has the argument that it requires where the caller gives another in a list, by a variable and in a fragment', async () => {
    const query = `query ($in: String!) { products { ...P } } fragment P on Product { insurance price(currency: $in) }`;
    expect(
      await world.better(
        query,
        ({ data, errors }) => {
          const right = { price: 10, insurance: 15 };
          expect({ data, errors }).not.toEqual({ data: { products: [right, right] } });
        },
        { in: 'USD' },
      ),
    ).toEqual({
      products: [
        { price: 10, insurance: 15 },
        { price: 10, insurance: 15 },
      ],
    });
  });

  it('is asked for with both under other names', async () => {
    expect(
      await world.data(
        '{ product(id: "a") { yen: price(currency: "JPY") dollars: price(currency: "USD") insurance } }',
      ),
    ).toEqual({ product: { yen: 1500, dollars: 10, insurance: 15 } });
  });

  it('has its own where the caller gives another field that name', async () => {
    expect(
      await world.better('{ product(id: "a") { weight: name cost } }', ({ data, errors }) => {
        expect({ data, errors }).not.toEqual({ data: { product: { weight: 'Product a', cost: 20 } } });
      }),
    ).toEqual({ product: { weight: 'Product a', cost: 20 } });
  });
});

describe('fields that require the same field with different arguments', () => {
  const PRICES = new Map([
    ['USD', 3],
    ['EUR', 2],
  ]);
  interface Priced {
    price?: number;
    category?: { mean: number };
  }
  let priced: FederatedWorld;
  beforeAll(async () => {
    priced = await new FederatedWorld({
      shop: {
        sdl: `
          type Query { product: Product }
          type Product @key(fields: "id") { id: ID! price(currency: String!): Int category: Category }
          type Category { mean(currency: String!): Int }
        `,
        resolvers: {
          Query: { product: () => ({ id: 'a' }) },
          Product: {
            __resolveReference: (product: object) => product,
            price: (_: unknown, { currency }: { currency: string }) => PRICES.get(currency),
            category: () => ({}),
          },
          Category: { mean: (_: unknown, { currency }: { currency: string }) => PRICES.get(currency) },
        },
      },
      abroad: {
        sdl: `
          type Product @key(fields: "id") {
            id: ID! price(currency: String!): Int @external category: Category @external
            dollars: Int @requires(fields: "price(currency: \\"USD\\")")
            euros: Int @requires(fields: "price(currency: \\"EUR\\")")
            dear: Boolean @requires(fields: "category { mean(currency: \\"USD\\") }")
          }
          type Category @external { mean(currency: String!): Int }
        `,
        resolvers: {
          Product: {
            __resolveReference: (product: Priced) => product,
            dollars: ({ price }: Priced) => (price ?? 0) * 100,
            euros: ({ price }: Priced) => (price ?? 0) * 100,
            dear: ({ category }: Priced) => category?.mean === 3,
          },
        },
      },
    }).start();
  });

  it('are each right alone, and below two names of their parent', async () => {
    expect(await priced.data('{ product { dollars } }')).toEqual({ product: { dollars: 300 } });
    expect(await priced.data('{ a: product { dollars } b: product { euros } }')).toEqual({
      a: { dollars: 300 },
      b: { euros: 200 },
    });
  });

  it('are refused together, since the plan has one place for both', async () => {
    const { errors, data } = await priced.refused('{ product { dollars euros } }', ({ data: wrong }) => {
      expect(wrong).toEqual({ product: { dollars: 200, euros: 200 } });
    });
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: expect.stringContaining(
          'Product.dollars and Product.euros need price with different arguments',
        ) as string,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('have it within an object, whatever the caller asks of that', async () => {
    const query = '{ product { dear category { mean(currency: "EUR") } euros price(currency: "USD") } }';
    expect(
      await priced.better(query, ({ data, errors }) => {
        expect({ data, errors }).not.toEqual({
          data: { product: { dear: true, category: { mean: 2 }, euros: 200, price: 3 } },
        });
      }),
    ).toEqual({ product: { dear: true, category: { mean: 2 }, euros: 200, price: 3 } });
  });
});

describe('entities that are reached by what another requires', () => {
  interface Post {
    id: string;
    comments?: { author: string; id: string }[];
  }
  interface Comment {
    id: string;
    others?: { comments: { id: string }[] }[];
  }
  const authorOf = (id: string): string => `author of ${id}`;
  let forum: FederatedWorld;
  beforeAll(async () => {
    forum = await new FederatedWorld({
      feed: {
        sdl: `
          type Query { feed: [Post] }
          type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment] @external }
          type Comment @key(fields: "id") {
            id: ID! author: ID others: [Post] @external
            spam: Int @requires(fields: "others { comments(limit: 50) { id } }")
          }
        `,
        resolvers: {
          Query: { feed: () => [{ id: '1' }, { id: '2' }] },
          Post: {
            __resolveReference: ({ id }: Post) => ({ id }),
            comments: ({ id }: Post, { limit }: { limit: number }) =>
              Array.from({ length: limit }, (_, n) => ({ id: `${id}.${String(n)}` })),
          },
          Comment: {
            __resolveReference: (comment: Comment) => comment,
            author: ({ id }: Comment) => authorOf(id),
            spam: ({ others = [] }: Comment) => others.flatMap(({ comments }) => comments).length,
          },
        },
      },
      posts: {
        sdl: `
          type Post @key(fields: "id") {
            id: ID! comments(limit: Int!): [Comment]
            last: String @requires(fields: "comments(limit: 3) { author }")
          }
          type Comment @key(fields: "id") { id: ID! author: ID @external others: [Post] }
        `,
        resolvers: {
          Post: {
            __resolveReference: (post: Post) => post,
            comments: ({ id }: Post, { limit }: { limit: number }) =>
              Array.from({ length: Math.min(limit, 4) }, (_, n) => ({ id: `${id}.${String(n)}` })),
            last: ({ comments }: Post) => comments?.map(({ author }) => author).join(),
          },
          Comment: {
            __resolveReference: (comment: Comment) => comment,
            others: ({ id }: Comment) => (id === '1.0' ? [{ id: '2' }] : []),
          },
        },
      },
    }).start();
  });
  const lastOf = (post: string): string => [0, 1, 2].map((n) => authorOf(`${post}.${String(n)}`)).join();

  it('have the argument that is required, the caller his own', async () => {
    const right = {
      feed: ['1', '2'].map((post) => ({ last: lastOf(post), comments: [{ id: `${post}.0` }] })),
    };
    expect(await forum.data('{ feed { last comments(limit: 1) { id } } }')).toEqual(right);
    const spread = `query ($limit: Int = 1) { feed { last ...A ...B } }
      fragment A on Post { comments(limit: $limit) { id } } fragment B on Post { comments(limit: $limit) { id } }`;
    expect(await forum.data(spread)).toEqual(right);
  });

  it('have it below another that is asked for with arguments', async () => {
    expect(await forum.data('{ feed { comments(limit: 2) { spam } } }')).toEqual({
      feed: [{ comments: [{ spam: 4 }, { spam: 0 }] }, { comments: [{ spam: 0 }, { spam: 0 }] }],
    });
  });
});
