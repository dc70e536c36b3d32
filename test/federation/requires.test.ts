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
