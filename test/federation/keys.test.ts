import { beforeAll, describe, expect, it } from 'vitest';
import { FederatedWorld } from './world.js';

const PEOPLE = new Map([
  ['p1', { id: 'p1', name: 'Aoki' }],
  ['p2', { id: 'p2', name: 'Baba' }],
]);
const COPIES = new Map([
  ['1/a', 'shelf 3'],
  ['1/b', 'shelf 4'],
  ['2/a', 'shelf 9'],
]);
let asked: unknown[] = [];

let world: FederatedWorld;
beforeAll(async () => {
  world = await new FederatedWorld({
    books: {
      sdl: `
        type Query { books: [Book] book(id: ID!): Book shelves: [[Book]] }
        type Book @key(fields: "id") { id: ID! title: String author: Person copies: [Copy!] issue: Issue }
        type Person @key(fields: "id", resolvable: false) { id: ID! }
        type Copy @key(fields: "book { id } mark") { book: Book mark: String! }
        type Issue @key(fields: "journal { issn } year number") { journal: Journal year: Int! number: Int! }
        type Journal @shareable { issn: String }
      `,
      resolvers: {
        Query: {
          books: () => [{ id: '1' }, null, { id: '2' }, { id: '1' }],
          book: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : { id }),
          shelves: () => [[{ id: '1' }], [], null, [{ id: '2' }, null]],
        },
        Book: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          title: ({ id }: { id: string }) => `Book ${id}`,
          author: ({ id }: { id: string }) => (id === '3' ? null : { id: id === '1' ? 'p1' : 'p2' }),
          copies: ({ id }: { id: string }) =>
            (id === '1' ? ['a', 'b'] : ['a', 'x']).map((mark) => ({ mark, book: { id } })),
          issue: ({ id }: { id: string }) => ({ journal: { issn: '1234-5679' }, year: 2020, number: Number(id) }),
        },
      },
    },
    people: {
      sdl: `type Query { person: Person } type Person @key(fields: "id") { id: ID! name: String books: [Book!] }
        type Book @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { person: () => PEOPLE.get('p1') },
        Person: {
          __resolveReference: (reference: { id: string }) => {
            asked.push(reference);
            return PEOPLE.get(reference.id) ?? null;
          },
          books: ({ id }: { id: string }) => (id === 'p1' ? [{ id: '1' }, { id: '3' }] : [{ id: '2' }]),
        },
      },
    },
    stacks: {
      sdl: `
        type Copy @key(fields: "book { id } mark") { book: Book mark: String! place: String }
        type Book @key(fields: "id", resolvable: false) { id: ID! }
        type Issue @key(fields: "journal { issn } year number") { journal: Journal year: Int! number: Int! pages: Int! }
        type Journal @shareable { issn: String }
      `,
      resolvers: {
        Copy: {
          __resolveReference: ({ book, mark }: { book: { id: string }; mark: string }) => {
            const place = COPIES.get(`${book.id}/${mark}`);
            return place === undefined ? null : { book, mark, place };
          },
        },
        Issue: {
          __resolveReference: (issue: { journal: { issn: string }; year: number; number: number }) => ({
            ...issue,
            pages: issue.year + issue.number,
          }),
        },
      },
    },
  }).start();
});

describe('entities by their keys', () => {
  it('are fetched by an id', async () => {
    expect(await world.data('{ book(id: 1) { title author { name } } }')).toEqual({
      book: { title: 'Book 1', author: { name: 'Aoki' } },
    });
  });

  it('stand in lists with gaps, and each is asked for once', async () => {
    asked = [];
    expect(await world.data('{ books { id author { name } } }')).toEqual({
      books: [
        { id: '1', author: { name: 'Aoki' } },
        null,
        { id: '2', author: { name: 'Baba' } },
        { id: '1', author: { name: 'Aoki' } },
      ],
    });
    // Two by each executor.
    expect(asked).toHaveLength(4);
  });

  it('stand in lists of lists', async () => {
    expect(await world.data('{ shelves { author { name } } }')).toEqual({
      shelves: [[{ author: { name: 'Aoki' } }], [], null, [{ author: { name: 'Baba' } }, null]],
    });
  });

  it('lead on through three fetches and back', async () => {
    expect(await world.data('{ book(id: 1) { author { books { title author { name } } } } }')).toEqual({
      book: {
        author: {
          books: [
            { title: 'Book 1', author: { name: 'Aoki' } },
            { title: 'Book 3', author: null },
          ],
        },
      },
    });
  });

  it('are not asked for where there are none', async () => {
    const { data, fetches } = await world.ask('{ book(id: "none") { author { name } } }');
    expect(data).toEqual({ book: null });
    expect(fetches).toHaveLength(1);
  });

  it('are fetched by a compound key with an object in it', async () => {
    expect(await world.data('{ book(id: 1) { copies { mark place } } }')).toEqual({
      book: {
        copies: [
          { mark: 'a', place: 'shelf 3' },
          { mark: 'b', place: 'shelf 4' },
        ],
      },
    });
  });

  it('are null in their fetched fields where the other subgraph does not know them', async () => {
    expect(await world.data('{ book(id: 2) { copies { mark place } } }')).toEqual({
      book: {
        copies: [
          { mark: 'a', place: 'shelf 9' },
          { mark: 'x', place: null },
        ],
      },
    });
  });

  it('are fetched by a key of three fields, nested and not', async () => {
    expect(await world.data('{ books { issue { pages } } }')).toEqual({
      books: [{ issue: { pages: 2021 } }, null, { issue: { pages: 2022 } }, { issue: { pages: 2021 } }],
    });
  });

  it('keep the names that the caller gives them', async () => {
    expect(
      await world.data(
        '{ first: book(id: 1) { who: author { called: name } } second: book(id: 2) { who: author { called: name id } } }',
      ),
    ).toEqual({
      first: { who: { called: 'Aoki' } },
      second: { who: { called: 'Baba', id: 'p2' } },
    });
  });

  it('say what they are under any name', async () => {
    expect(await world.data('{ __typename book(id: 1) { kind: __typename author { __typename name } } }')).toEqual({
      __typename: 'Query',
      book: { kind: 'Book', author: { __typename: 'Person', name: 'Aoki' } },
    });
  });

  it('show no key that nobody asked for', async () => {
    expect(await world.data('{ person { books { title } } }')).toEqual({
      person: { books: [{ title: 'Book 1' }, { title: 'Book 3' }] },
    });
  });

  it('are fetched under names that mean something to JavaScript', async () => {
    const data = (await world.data(
      '{ book(id: 1) { toString: author { constructor: name } hasOwnProperty: title } }',
    )) as {
      book: object;
    };
    expect(JSON.stringify(data)).toBe('{"book":{"toString":{"constructor":"Aoki"},"hasOwnProperty":"Book 1"}}');
  });

  it('are fetched under the name __proto__', async () => {
    const data = await world.data('{ book(id: 1) { __proto__: author { __proto__: name } } }');
    expect(JSON.stringify(data)).toBe('{"book":{"__proto__":{"__proto__":"Aoki"}}}');
  });
});

describe('conditions', () => {
  const QUERY = `query ($yes: Boolean!, $no: Boolean = false) {
    book(id: 1) { title @include(if: $yes) author @skip(if: $no) { name } ... on Book @include(if: $no) { id } }
  }`;

  it('leave out what is skipped and keep what is included', async () => {
    expect(await world.data(QUERY, { yes: true })).toEqual({ book: { title: 'Book 1', author: { name: 'Aoki' } } });
    expect(await world.data(QUERY, { yes: false, no: true })).toEqual({ book: { id: '1' } });
  });

  it('spare the fetch of what is skipped', async () => {
    const { fetches } = await world.ask(QUERY, { yes: true, no: true });
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['books']);
  });

  it('written as values are decided as well', async () => {
    expect(
      await world.data(
        '{ book(id: 1) { title @skip(if: true) author @include(if: true) { id name @include(if: false) } } }',
      ),
    ).toEqual({ book: { author: { id: 'p1' } } });
  });

  it('hold for a fragment that is spread', async () => {
    const query = `query ($on: Boolean!) { book(id: 1) { id ...More @include(if: $on) } } fragment More on Book { author { name } }`;
    expect(await world.data(query, { on: true })).toEqual({ book: { id: '1', author: { name: 'Aoki' } } });
    expect(await world.data(query, { on: false })).toEqual({ book: { id: '1' } });
  });

  it('may both stand on one field', async () => {
    const query =
      'query ($a: Boolean!, $b: Boolean!) { book(id: 1) { id author @include(if: $a) @skip(if: $b) { name } } }';
    expect(await world.data(query, { a: true, b: false })).toEqual({ book: { id: '1', author: { name: 'Aoki' } } });
    expect(await world.data(query, { a: true, b: true })).toEqual({ book: { id: '1' } });
    expect(await world.data(query, { a: false, b: false })).toEqual({ book: { id: '1' } });
  });
});

describe('selections', () => {
  it('of one field come together from fragments', async () => {
    expect(
      await world.data(`{ book(id: 1) { author { id } ...A ...B ... { title } } }
        fragment A on Book { author { name } } fragment B on Book { author { books { id } } id }`),
    ).toEqual({
      book: { author: { id: 'p1', name: 'Aoki', books: [{ id: '1' }, { id: '3' }] }, id: '1', title: 'Book 1' },
    });
  });

  it('may ask the same field with different arguments under two names', async () => {
    expect(await world.data('{ a: book(id: 1) { title } b: book(id: 2) { title } }')).toEqual({
      a: { title: 'Book 1' },
      b: { title: 'Book 2' },
    });
  });

  it('take variables and their defaults', async () => {
    const query = 'query ($id: ID! = "2") { book(id: $id) { title } }';
    expect(await world.data(query)).toEqual({ book: { title: 'Book 2' } });
    expect(await world.data(query, { id: '7' })).toEqual({ book: { title: 'Book 7' } });
  });
});

describe('introspection', () => {
  it('is of the API and beside data', async () => {
    expect(
      await world.data('query ($type: String!) { __type(name: $type) { name fields { name } } book(id: 1) { id } }', {
        type: 'Copy',
      }),
    ).toEqual({
      __type: { name: 'Copy', fields: [{ name: 'book' }, { name: 'mark' }, { name: 'place' }] },
      book: { id: '1' },
    });
  });

  it('comes together from fragments', async () => {
    expect(
      await world.better(
        '{ __schema { queryType { name } } ...S } fragment S on Query { __schema { mutationType { name } } }',
        // It gives the first of them alone.
        ({ data }) => {
          expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
        },
      ),
    ).toEqual({ __schema: { queryType: { name: 'Query' }, mutationType: null } });
  });
});
