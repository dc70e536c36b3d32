import { beforeAll, describe, expect, it } from 'vitest';
import { FederatedWorld } from './world.js';

interface Item {
  id: string;
  title?: string;
}
const MEDIA = {
  __typename: 'Book',
  id: 'b1',
  animals: [
    { __typename: 'Dog', id: 'd', name: 'Pochi' },
    { __typename: 'Cat', id: 'c', name: 'Tama' },
  ],
};
const titled = ({ id }: Item): Item => ({ id, title: `Title ${id}` });

describe('what a parent provides', () => {
  let world: FederatedWorld;
  beforeAll(async () => {
    world = await new FederatedWorld({
      front: {
        sdl: `
          type Query {
            media: Media @shareable @provides(fields: "animals { id name }")
            one: Pick @provides(fields: "... on Book { title } ... on Film { title }")
            series: [Series] @provides(fields: "parts { chapters { title } }")
          }
          interface Media { id: ID! animals: [Animal] }
          interface Animal { id: ID! name: String }
          type Book implements Media @key(fields: "id") { id: ID! title: String @external animals: [Animal] @external }
          type Film @key(fields: "id") { id: ID! title: String @external }
          union Pick = Book | Film
          type Dog implements Animal { id: ID! @external name: String @external }
          type Cat implements Animal { id: ID! @external name: String @external }
          type Series @key(fields: "id") { id: ID! parts: [Part] @external }
          type Part @key(fields: "id") { id: ID! chapters: [Chapter] @external }
          type Chapter @key(fields: "id") { id: ID! title: String @external }
        `,
        resolvers: {
          Query: {
            media: () => MEDIA,
            one: () => ({ __typename: 'Film', ...titled({ id: 'f1' }) }),
            series: () => [{ id: 's', parts: [{ id: 'p', chapters: [{ id: 'x', title: 'provided' }] }] }],
          },
          Book: { __resolveReference: ({ id }: Item) => ({ id, animals: [] }) },
        },
      },
      back: {
        sdl: `
          type Query { media: Media @shareable chapter: Chapter }
          interface Media { id: ID! animals: [Animal] }
          interface Animal { id: ID! name: String }
          type Book implements Media @key(fields: "id") { id: ID! title: String @shareable animals: [Animal] @shareable }
          type Film @key(fields: "id") { id: ID! title: String @shareable minutes: Int }
          type Dog implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }
          type Cat implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }
          type Series @key(fields: "id") { id: ID! parts: [Part] @shareable }
          type Part @key(fields: "id") { id: ID! chapters: [Chapter] @shareable }
          type Chapter @key(fields: "id") { id: ID! title: String @shareable pages: Int }
        `,
        resolvers: {
          Query: { media: () => MEDIA, chapter: () => ({ id: 'x' }) },
          Film: { __resolveReference: titled, minutes: () => 90 },
          Dog: { __resolveReference: ({ id }: Item) => ({ id }), age: () => 3 },
          Cat: { __resolveReference: ({ id }: Item) => ({ id }), age: () => 4 },
          Chapter: { __resolveReference: titled, title: () => 'asked for', pages: () => 12 },
        },
      },
    }).start();
  });

  it('of an interface needs no other fetch', async () => {
    const { data, fetches } = await world.ask('{ media { id animals { id name } } }');
    expect(data).toEqual({
      media: {
        id: 'b1',
        animals: [
          { id: 'd', name: 'Pochi' },
          { id: 'c', name: 'Tama' },
        ],
      },
    });
    expect(fetches).toHaveLength(1);
  });

  it('of an interface leads on to what it does not provide', async () => {
    const animals = '{ __typename name ... on Dog { age } ... on Cat { years: age } }';
    expect(await world.data(`{ media { animals ${animals} } }`)).toEqual({
      media: {
        animals: [
          { __typename: 'Dog', name: 'Pochi', age: 3 },
          { __typename: 'Cat', name: 'Tama', years: 4 },
        ],
      },
    });
  });

  it('of a union is of the type that is met', async () => {
    const { data, fetches } = await world.ask('{ one { ... on Book { title } ... on Film { title } } }');
    expect(data).toEqual({ one: { title: 'Title f1' } });
    expect(fetches).toHaveLength(1);
    expect(await world.data('{ one { ... on Film { title minutes } } }')).toEqual({
      one: { title: 'Title f1', minutes: 90 },
    });
  });

  it('holds below it, and only there', async () => {
    const { data, fetches } = await world.ask('{ series { parts { chapters { title } } } }');
    expect(data).toEqual({ series: [{ parts: [{ chapters: [{ title: 'provided' }] }] }] });
    expect(fetches).toHaveLength(1);
    expect(await world.data('{ chapter { title pages } }')).toEqual({ chapter: { title: 'asked for', pages: 12 } });
  });
});
