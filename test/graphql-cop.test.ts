/**
 * The 13 checks of graphql-cop (github.com/dolevf/graphql-cop), each with the request that it sends and what it takes for a finding, against the live
 * profile with the simulated platforms' addresses in place of the platforms' own.
 */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, whenAdmitted, type Endpoint, type World } from './support.js';

const isBuilt = existsSync(new URL('../dist/web/graphiql/graphiql.js', import.meta.url));
const SECRET = 'a secret of this test alone';

let world: World;
let sandbox: Endpoint;
beforeAll(async () => {
  world = await startWorld({ KAKEHASHI_PROFILE: 'live', KAKEHASHI_SECRET: SECRET, RATE_LIMIT: '1000/min' });
  sandbox = await world.another({ KAKEHASHI_PROFILE: 'sandbox' });
});
afterAll(() => world.close());

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly json: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
}

async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, text, json: isJson ? (JSON.parse(text) as Reply['json']) : {} };
}

const COP = { 'user-agent': 'graphql-cop/1.0', accept: '*/*' };
const url = (at: Endpoint): string => `${at.address}/graphql`;

async function post(body: unknown, at: Endpoint = world): Promise<Reply> {
  const headers = { ...COP, 'content-type': 'application/json' };
  return read(await whenAdmitted(() => fetch(url(at), { method: 'POST', headers, body: JSON.stringify(body) })));
}

const ask = (query: string, at?: Endpoint): Promise<Reply> => post({ query, operationName: 'cop' }, at);

async function get(query: string): Promise<Reply> {
  return read(await whenAdmitted(() => fetch(`${url(world)}?query=${encodeURIComponent(query)}`, { headers: COP })));
}

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const CIRCULAR =
  'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
const INTROSPECTION = 'query cop { __schema { types { name fields { name } } } }';

it('the endpoint answers what is meant well', async () => {
  expect((await ask('query cop { __typename }')).json).toEqual({ data: { __typename: 'Query' } });
});

describe('graphql-cop finds nothing in the live profile', () => {
  it('alias overloading: 101 aliases', async () => {
    const { status, json } = await ask(`query cop { ${times(101, (index) => `alias${String(index)}: __typename`)} }`);
    expect(json.data?.['alias100']).toBeUndefined();
    expect([status, json.errors?.[0]?.extensions['code']]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });

  it('array-based batching: ten queries in one request', async () => {
    const { status, json } = await post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })));
    expect(Array.isArray(json)).toBe(false);
    expect([status, json.data]).toEqual([400, undefined]);
  });

  it('directive overloading: ten directives on a field, of which each would be an error', async () => {
    const { status, json } = await ask('query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }');
    expect(json.errors).toHaveLength(1);
    expect([status, json.errors?.[0]?.extensions['code']]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });

  it('circular introspection', async () => {
    const { status, json } = await ask(CIRCULAR);
    expect(json.data).toBeUndefined();
    expect(status).toBe(400);
  });

  it('field duplication: a field 500 times', async () => {
    const { status, json } = await ask(`query cop { ${times(500, () => '__typename')} }`);
    expect(json.data).toBeUndefined();
    expect([status, json.errors?.[0]?.extensions['code']]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });

  it.each([
    ['of introspection', 'query cop { __schema { directive } }', {}],
    ['of a query', 'query cop { serch { totalCount } }', {}],
    ['of an argument', 'query cop { search(quary: "x") { totalCount } }', {}],
    ['of a type', 'query cop { ... on Qery { __typename } }', {}],
    ['of an enum value', 'query cop { search(sort: NEWST) { totalCount } }', {}],
    ['of an input’s field', 'query cop { search(filter: { creatr: "x" }) { totalCount } }', {}],
    ['of a selection', 'query cop { search }', {}],
    ['in a variable', 'query cop($f: WorkFilter) { search(filter: $f) { totalCount } }', { f: { creatr: 'x' } }],
    ['of an enum value in a variable', 'query cop($s: WorkSort) { search(sort: $s) { totalCount } }', { s: 'NEWST' }],
  ])('field suggestions: %s', async (_, query, variables) => {
    const live = await post({ query, variables });
    expect(live.status).toBe(400);
    expect(live.json.errors?.length).toBeGreaterThan(0);
    expect(live.text).not.toMatch(/did you mean/i);
    // What makes this a check: the same request is answered with a hint where hints are on.
    expect((await post({ query, variables }, sandbox)).text).toMatch(/did you mean/i);
  });

  it.each(['/graphiql', '/playground', '/console', '/graphql'])('GraphiQL or a playground at %s', async (path) => {
    for (const accept of ['*/*', 'text/html'])
      expect((await read(await fetch(`${world.address}${path}`, { headers: { ...COP, accept } }))).text).not.toMatch(
        /graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/,
      );
  });

  it('introspection', async () => {
    const { status, json } = await ask(INTROSPECTION);
    expect(json.data).toBeUndefined();
    expect(status).toBe(400);
    expect(json.errors?.[0]?.message).toContain('/schema.graphql');
  });

  it('queries by GET from anywhere (cross-site request forgery)', async () => {
    const { status, json } = await get('{__typename}');
    expect([status, json.data]).toEqual([400, undefined]);
  });

  it('mutations by GET', async () => {
    const { status, json } = await get('mutation cop {__typename}');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(json.data).toBeUndefined();
  });

  it('a query in a form by POST (cross-site request forgery)', async () => {
    const form = new URLSearchParams({ query: 'query cop {__typename}' });
    for (const [at, body] of [
      [url(world), form],
      [`${url(world)}?${form.toString()}`, undefined],
    ] as const) {
      const { status, json } = await read(await fetch(at, { method: 'POST', headers: COP, ...(body && { body }) }));
      expect([status, json.data]).toEqual([415, undefined]);
    }
  });

  it('trace mode', async () => {
    for (const query of ['query cop { __typename }', 'query cop { nothing }', 'query cop { work(id: "x") { id } }']) {
      const { text, json } = await ask(query);
      expect(text).not.toMatch(/tracing|stacktrace|"exception"/i);
      expect(json.extensions).toBeUndefined();
    }
  });

  it('unhandled errors', async () => {
    const { status, json, text } = await ask('qwerty cop { abc }');
    expect([status, json.errors?.[0]?.extensions]).toEqual([400, { code: 'GRAPHQL_PARSE_FAILED' }]);
    expect(text).not.toContain('exception');
  });
});

describe('in the sandbox profile', () => {
  it.skipIf(!isBuilt)(
    `GraphiQL is there${isBuilt ? '' : ' (skipped where there is no build: npm run build)'}`,
    async () => {
      expect((await fetch(`${sandbox.address}/graphiql`)).status).toBe(200);
      expect((await fetch(`${world.address}/graphiql`)).status).toBe(404);
      expect(await (await fetch(`${sandbox.address}/`)).text()).toContain('/graphiql');
      expect(await (await fetch(`${world.address}/`)).text()).not.toContain('/graphiql');
    },
  );

  it('introspection is on, for tools, but not in circles', async () => {
    expect((await ask(INTROSPECTION, sandbox)).json.data?.['__schema']).toBeDefined();
    const { status, json } = await ask(CIRCULAR, sandbox);
    expect([status, json.data]).toEqual([400, undefined]);
  });

  it('what overloads is refused as well', async () => {
    for (const query of [
      `query cop { ${times(101, (index) => `alias${String(index)}: __typename`)} }`,
      `query cop { ${times(500, () => '__typename')} }`,
      'query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }',
    ])
      expect((await ask(query, sandbox)).json.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  });
});
