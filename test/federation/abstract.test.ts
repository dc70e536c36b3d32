import { beforeAll, describe, expect, it } from 'vitest';
import { FederatedWorld } from './world.js';

interface Thing {
  __typename?: string;
  id: string;
}

const THINGS = [
  { __typename: 'Movie', id: 'm1', title: 'Sea', minutes: 90 },
  { __typename: 'Album', id: 'a1', title: 'Songs', tracks: 12 },
  { __typename: 'Movie', id: 'm2', title: 'Sky', minutes: 60 },
];

let world: FederatedWorld;
beforeAll(async () => {
  world = await new FederatedWorld({
    media: {
      sdl: `
        type Query { things: [Media] search: [Result] owner: Owner }
        interface Media { id: ID! title: String }
        type Movie implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
        type Album implements Media @key(fields: "id") { id: ID! title: String tracks: Int }
        type Note @shareable { text: String }
        union Result = Movie | Album | Note
        type Owner { favourite: Media pick: Result @provides(fields: "... on Movie { stars }") }
        extend type Movie { stars: Int @external }
      `,
      resolvers: {
        Query: {
          things: () => [...THINGS, null],
          search: () => [{ __typename: 'Note', text: 'hello' }, ...THINGS],
          owner: () => ({}),
        },
        Owner: {
          favourite: () => THINGS[1],
          pick: () => ({ ...THINGS[0], stars: 5 }),
        },
        Movie: { __resolveReference: ({ id }: Thing) => THINGS.find((thing) => thing.id === id) },
        Album: { __resolveReference: ({ id }: Thing) => THINGS.find((thing) => thing.id === id) },
      },
    },
    reviews: {
      sdl: `
        type Query { best: Reviewed }
        interface Reviewed { id: ID! stars: Int }
        type Movie implements Reviewed @key(fields: "id") { id: ID! stars: Int @shareable reviews: [Review!]! }
        type Album implements Reviewed @key(fields: "id") { id: ID! stars: Int reviews: [Review!]! }
        type Review { text: String! about: Subject }
        union Subject = Movie | Album
      `,
      resolvers: {
        Query: { best: () => ({ __typename: 'Album', id: 'a1' }) },
        Movie: {
          __resolveReference: ({ id }: Thing) => ({ id }),
          stars: ({ id }: Thing) => (id === 'm1' ? 5 : 2),
          reviews: ({ id }: Thing) => [{ text: `fine ${id}`, about: { __typename: 'Movie', id } }],
        },
        Album: {
          __resolveReference: ({ id }: Thing) => ({ id }),
          stars: () => 4,
          reviews: () => [],
        },
      },
    },
  }).start();
});

describe('objects of an interface', () => {
  it('are fetched each by its own type', async () => {
    expect(await world.data('{ things { title ... on Movie { stars } ... on Album { reviews { text } } } }')).toEqual({
      things: [{ title: 'Sea', stars: 5 }, { title: 'Songs', reviews: [] }, { title: 'Sky', stars: 2 }, null],
    });
  });

  it('say what they are', async () => {
    expect(await world.data('{ things { __typename id } }')).toEqual({
      things: [
        { __typename: 'Movie', id: 'm1' },
        { __typename: 'Album', id: 'a1' },
        { __typename: 'Movie', id: 'm2' },
        null,
      ],
    });
  });

  it('show no type that nobody asked for', async () => {
    expect(await world.data('{ things { id } }')).toEqual({ things: [{ id: 'm1' }, { id: 'a1' }, { id: 'm2' }, null] });
  });

  it('are met by an interface of another subgraph', async () => {
    expect(await world.data('{ things { ... on Reviewed { stars } } }')).toEqual({
      things: [{ stars: 5 }, { stars: 4 }, { stars: 2 }, null],
    });
  });

  it('lead back to the subgraph that knows their other fields', async () => {
    expect(await world.data('{ best { stars ... on Album { tracks title } ... on Movie { minutes } } }')).toEqual({
      best: { stars: 4, tracks: 12, title: 'Songs' },
    });
  });

  it('are met by nested fragments', async () => {
    expect(
      await world.data('{ things { ... on Media { ... on Movie { ... on Reviewed { stars } minutes } } } }'),
    ).toEqual({ things: [{ stars: 5, minutes: 90 }, {}, { stars: 2, minutes: 60 }, null] });
  });

  it('give a field another name for each type', async () => {
    expect(await world.data('{ things { ... on Movie { size: minutes } ... on Album { size: tracks } } }')).toEqual({
      things: [{ size: 90 }, { size: 12 }, { size: 60 }, null],
    });
  });
});

describe('objects of a union', () => {
  it('are fetched where they are entities', async () => {
    expect(await world.data('{ search { ... on Note { text } ... on Movie { stars } } }')).toEqual({
      search: [{ text: 'hello' }, { stars: 5 }, {}, { stars: 2 }],
    });
  });

  it('say what they are', async () => {
    expect(await world.data('{ search { __typename } }')).toEqual({
      search: ['Note', 'Movie', 'Album', 'Movie'].map((__typename) => ({ __typename })),
    });
  });

  it('lead through two lists and two subgraphs', async () => {
    expect(
      await world.data(
        '{ search { ... on Movie { reviews { text about { ... on Movie { title } ... on Album { title } } } } } }',
      ),
    ).toEqual({
      search: [
        {},
        { reviews: [{ text: 'fine m1', about: { title: 'Sea' } }] },
        {},
        { reviews: [{ text: 'fine m2', about: { title: 'Sky' } }] },
      ],
    });
  });

  it('take what their parent provides without another fetch', async () => {
    const { data, fetches } = await world.ask('{ owner { pick { ... on Movie { stars title } } } }');
    expect(data).toEqual({ owner: { pick: { stars: 5, title: 'Sea' } } });
    expect(fetches).toHaveLength(1);
  });

  it('are asked where their parent provides nothing', async () => {
    expect(await world.data('{ owner { favourite { ... on Album { stars } } } }')).toEqual({
      owner: { favourite: { stars: 4 } },
    });
  });
});
