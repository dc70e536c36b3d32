import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type Asked, type World } from './support.js';

/** The query by which the first issue is judged. */
const FIRST_QUERY = `{ search(query: "海洋プラスチック", first: 20) {
  nodes { id title { ja en } issued creators { name { ja en } } accessRight records { id platform } cinii { crid } jairo { recid files { name url } } }
  sources { platform state total totalKind tookMs }
} }`;

interface Node {
  readonly id: string;
  readonly title: { readonly ja: string | null; readonly en: string | null };
  readonly accessRight: string;
  readonly records: readonly { readonly id: string; readonly platform: string }[];
  readonly cinii: { readonly crid: string } | null;
  readonly jairo: readonly ({ readonly recid: string; readonly files: readonly unknown[] | null } | null)[] | null;
}
interface Source {
  readonly platform: string;
  readonly state: string;
  readonly total: number | null;
  readonly totalKind: string;
  readonly message?: string | null;
}
interface Search {
  readonly nodes: readonly Node[];
  readonly sources: readonly Source[];
}

const searchOf = (answer: { data?: unknown }): Search => (answer.data as { search: Search }).search;
const isSearch = ({ path }: Asked): boolean => path.includes('/opensearch/');

describe('the first query', () => {
  let world: World;
  let cold: Search;
  let asked: { cinii: Asked[]; jairo: Asked[] };

  beforeAll(async () => {
    world = await startWorld({ KAKEHASHI_PLATFORMS: 'cinii,jairo' });
    const answer = await world.ask(FIRST_QUERY);
    expect(answer.errors).toBeUndefined();
    cold = searchOf(answer);
    asked = { cinii: await world.asked('cinii'), jairo: await world.asked('jairo') };
  });
  afterAll(() => world.close());

  it('finds works in both languages on both platforms, and joins those that are the same', () => {
    expect(cold.nodes.length).toBeGreaterThan(10);
    expect(cold.sources.map(({ platform, state, totalKind }) => [platform, state, totalKind])).toEqual([
      ['CINII_RESEARCH', 'OK', 'EXACT'],
      ['JAIRO_CLOUD', 'OK', 'EXACT'],
    ]);
    expect(cold.nodes.some(({ title }) => title.ja !== null && title.en !== null)).toBe(true);
    const joined = cold.nodes.filter(({ records }) => new Set(records.map(({ platform }) => platform)).size === 2);
    expect(joined.length).toBeGreaterThan(0);
    for (const { cinii, jairo } of joined) {
      expect(cinii?.crid).toMatch(/^\d{19}$/);
      expect(jairo?.length).toBeGreaterThan(0);
    }
    expect(cold.nodes.some(({ jairo }) => jairo?.some((item) => (item?.files?.length ?? 0) > 0))).toBe(true);
    expect(new Set(cold.nodes.map(({ id }) => id)).size).toBe(cold.nodes.length);
  });

  it('sends two searches to CiNii Research, one to IRDB, and at most one request a record for its details', () => {
    expect(asked.cinii.filter(isSearch).length).toBeLessThanOrEqual(2);
    expect(asked.jairo.filter(({ path }) => path.includes('/irdb/')).length).toBe(1);
    const details = [
      ...asked.cinii.filter((request) => !isSearch(request)),
      ...asked.jairo.filter(({ path }) => !path.includes('/irdb/')),
    ];
    const records = cold.nodes.flatMap(({ records: own }) => own);
    expect(details.length).toBeLessThanOrEqual(records.length);
    expect(new Set(details.map(({ path }) => path)).size).toBe(details.length);
  });

  it('sends nothing the second time', async () => {
    const again = await world.ask(FIRST_QUERY);
    expect(searchOf(again).nodes).toEqual(cold.nodes);
    expect(await world.asked('cinii')).toEqual([]);
    expect(await world.asked('jairo')).toEqual([]);
  });

  it('sends one search to each platform when only fields of hits in one language are selected', async () => {
    await world.ask(
      '{ search(query: "津波", first: 20) { nodes { id title { ja } issued records { id platform } } } }',
    );
    expect((await world.asked('cinii')).length).toBe(1);
    expect((await world.asked('jairo')).length).toBe(1);
  });

  it('tells what was asked with the explain header, and the fetches of the plan', async () => {
    const { extensions } = await world.ask(
      '{ search(query: "地震", first: 5) { nodes { id cinii { crid } } } }',
      {},
      { 'x-kakehashi-explain': '1' },
    );
    await Promise.all([world.asked('cinii'), world.asked('jairo')]);
    expect(extensions?.upstream).toMatchObject([
      { platform: 'CINII_RESEARCH', requests: 1 },
      { platform: 'JAIRO_CLOUD', requests: 1 },
    ]);
    expect(extensions?.plan.map(({ subgraph }) => subgraph)).toEqual(['catalog', 'cinii']);
  });

  it('gives the same work by DOI and by any of its record ids, with every record that is found', async () => {
    const both = cold.nodes.find(
      ({ records }) => records.length === 2 && new Set(records.map(({ platform }) => platform)).size === 2,
    );
    const ids = [both?.id ?? '', ...(both?.records.map(({ id }) => id) ?? [])];
    const { data } = await world.ask('query ($ids: [ID!]!) { works(ids: $ids) { id records { id } } }', { ids });
    const works = (data as unknown as { works: { id: string; records: { id: string }[] }[] }).works;
    expect(works.map(({ id }) => id)).toEqual(ids.map(() => both?.id));
    for (const { records } of works)
      expect(records.map(({ id }) => id).sort()).toEqual(both?.records.map(({ id }) => id).sort());
  });

  it('says what the platforms are and how they do', async () => {
    const { data } = await world.ask(
      '{ platforms { platform name { ja } operator { en } homepage capabilities terms { en } status { state requests } } }',
    );
    const { platforms } = data as unknown as {
      platforms: { platform: string; status: { state: string; requests: number } }[];
    };
    const configured = platforms.filter(({ status }) => status.state !== 'NOT_CONFIGURED');
    expect(configured.map(({ platform, status }) => [platform, status.state])).toEqual([
      ['CINII_RESEARCH', 'UP'],
      ['JAIRO_CLOUD', 'UP'],
    ]);
    expect(platforms[0]?.status.requests).toBeGreaterThan(0);
  });
});

describe('the README', () => {
  it('shows the answer that its query gets', async () => {
    const world = await startWorld();
    try {
      const readme = readFileSync('README.md', 'utf8');
      const query = /```graphql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
      const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '') as unknown;
      await world.catalogued();
      expect(await world.ask(query)).toEqual(shown);
    } finally {
      await world.close();
    }
  });
});

describe('bad input', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it.each([
    [
      'a page size that is none',
      '{ search(query: "x", first: 100000) { nodes { id } } }',
      'BAD_USER_INPUT',
      /ask for 1 to 100/,
      ['search'],
    ],
    [
      'a malformed cursor',
      '{ search(query: "x", after: "zzz") { nodes { id } } }',
      'BAD_USER_INPUT',
      /not a cursor/,
      ['search'],
    ],
    ['a DOI with a typo', '{ work(doi: "10.5072") { id } }', 'BAD_USER_INPUT', /is not a DOI such as/, undefined],
    ['an id of no known form', '{ work(id: "nonsense") { id } }', 'BAD_USER_INPUT', /no work id/, ['work']],
    [
      'a CRID of the wrong length',
      '{ ciniiRecord(crid: "123") { id } }',
      'BAD_USER_INPUT',
      /19 digits/,
      ['ciniiRecord'],
    ],
    ['a field that is not there', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED', /Cannot query field/, undefined],
  ])('is refused with a code that says what to do: %s', async (_, query, code, message, path) => {
    const { errors } = await world.ask(query);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.path).toEqual(path);
    expect([...(await world.asked('cinii')), ...(await world.asked('jairo'))]).toEqual([]);
  });

  it('in a variable is refused before anything is fetched', async () => {
    const { errors } = await world.ask('query ($doi: DOI) { work(doi: $doi) { id } }', { doi: 'typo' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect([...(await world.asked('cinii')), ...(await world.asked('jairo'))]).toEqual([]);
  });

  it('that is well-formed but unknown is null without an error', async () => {
    await world.catalogued();
    const answer = await world.ask(
      '{ a: work(doi: "10.5072/not-there") { id } b: work(id: "cinii:1999999999999999999") { id } c: ciniiRecord(crid: "1999999999999999999") { id } }',
    );
    expect(answer).toEqual({ data: { a: null, b: null, c: null } });
  });

  it('is a variable with the name that the gateway needs for itself', async () => {
    const { errors } = await world.ask(
      'query ($representations: String) { search(query: $representations) { nodes { id } } }',
      { representations: 'x' },
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/rename it/) as string,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('is told apart over HTTP: no JSON, a body that is too large, a route that is not there', async () => {
    const post = (body: string): Promise<Response> =>
      fetch(`${world.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await post('{')).status).toBe(400);
    expect((await post(JSON.stringify({ query: 'x'.repeat(300_000) }))).status).toBe(413);
    expect((await fetch(`${world.address}/nothing`)).status).toBe(404);
    expect((await fetch(`${world.address}/graphql?query={__typename}`)).status).toBe(400);
    expect(
      (await fetch(`${world.address}/graphql?query={__typename}`, { headers: { 'apollo-require-preflight': 'true' } }))
        .status,
    ).toBe(200);
  });
});

describe('one platform away', () => {
  it('leaves the other intact and says so', async () => {
    const world = await startWorld({ SEARCH_TIMEOUT_MS: '1500', KAKEHASHI_PLATFORMS: 'cinii,jairo' });
    try {
      for (const [kind, states] of [
        ['503', ['FAILED']],
        ['hang', ['TIMEOUT']],
        ['malformed', ['FAILED']],
        ['wrong-type', ['FAILED']],
        ['reset', ['FAILED']],
        ['429', ['FAILED', 'TIMEOUT']],
      ] as const) {
        await world.fault('jairo', kind);
        const { data, errors } = await world.ask(
          'query ($q: String) { search(query: $q, first: 5) { nodes { id records { platform } } sources { platform state total message } } }',
          { q: `海洋 NOT ${kind}` },
        );
        expect(errors).toBeUndefined();
        const { sources, nodes } = searchOf({ data });
        expect(sources[0]?.state).toBe('OK');
        expect(states).toContain(sources[1]?.state);
        expect(sources[1]?.message).toMatch(/IRDB|JAIRO/);
        expect(nodes.length).toBe(5);
      }
      await world.fault('cinii', '503');
      const { data, errors } = await world.ask('{ search(query: "nothing answers", first: 5) { nodes { id } } }');
      expect(data).toEqual({ search: null });
      expect(errors?.[0]).toMatchObject({
        path: ['search'],
        extensions: { code: expect.stringMatching(/^UPSTREAM_/) as string },
      });
    } finally {
      await world.close();
    }
  });
});

describe('a record that cannot be read', () => {
  it('is null at its own path, and its source is PARTIAL', async () => {
    const world = await startWorld({ KAKEHASHI_PLATFORMS: 'cinii,jairo' });
    try {
      await world.ask('{ search(query: "海洋プラスチック", first: 20) { nodes { id } } }');
      await world.fault('jairo', '503', { repository: 'umi' });
      const { data, errors } = await world.ask(
        '{ search(query: "海洋プラスチック", first: 20) { nodes { id records { id ... on JairoItem { files { name } } } } sources { platform state message } } }',
      );
      const { nodes, sources } = (
        data as unknown as { search: { nodes: { records: Record<string, unknown>[] }[]; sources: Source[] } }
      ).search;
      expect(sources).toMatchObject([
        { platform: 'CINII_RESEARCH', state: 'OK' },
        {
          platform: 'JAIRO_CLOUD',
          state: 'PARTIAL',
          message: expect.stringMatching(/could not be read in full/) as string,
        },
      ]);
      expect(errors?.length).toBeGreaterThan(0);
      for (const { path, extensions } of errors ?? []) {
        expect(extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', platform: 'JAIRO_CLOUD' });
        const [, , node, , record, field] = path ?? [];
        const failed = nodes[node as number]?.records[record as number];
        expect(failed).toMatchObject({ id: expect.stringMatching(/^jairo:/) as string });
        expect(failed?.[field as string]).toBeNull();
      }
    } finally {
      await world.close();
    }
  });
});

describe('the live profile', () => {
  it('works the same when it is pointed at other servers', async () => {
    const world = await startWorld({
      KAKEHASHI_PROFILE: 'live',
      KAKEHASHI_SECRET: 'a secret for the tests',
      CINII_RATE: '1000/s',
      JAIRO_RATE: '1000/s',
    });
    try {
      const { data, errors } = await world.ask(FIRST_QUERY);
      expect(errors).toBeUndefined();
      expect(searchOf({ data }).nodes.length).toBeGreaterThan(10);
      expect((await world.ask('{ __schema { queryType { name } } }')).errors?.[0]?.extensions.code).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
    } finally {
      await world.close();
    }
  });

  it('serves its schemas, introspection or not', async () => {
    const world = await startWorld({ KAKEHASHI_PROFILE: 'live', KAKEHASHI_SECRET: 'a secret for the tests' });
    try {
      const read = async (path: string): Promise<string> => (await fetch(`${world.address}${path}`)).text();
      expect(await read('/schema.graphql')).toMatch(/"""[\s\S]*type Work \{/);
      expect(await read('/schema.graphql')).not.toContain('known: ID!');
      expect(await read('/supergraph.graphql')).toBe(readFileSync('schema/supergraph.graphql', 'utf8'));
      expect(await read('/subgraphs/jairo.graphql')).toContain('jairoSearch');
      const refused = await world.ask('{ __schema { queryType { name } } }');
      expect(refused.errors?.[0]?.message).toContain('/schema.graphql');
    } finally {
      await world.close();
    }
  });

  it('shows no hint of a field that is not there', async () => {
    const world = await startWorld({ KAKEHASHI_PROFILE: 'live', KAKEHASHI_SECRET: 'a secret for the tests' });
    try {
      expect((await world.ask('{ serch { nodes { id } } }')).errors?.[0]?.message).not.toMatch(/Did you mean/);
    } finally {
      await world.close();
    }
  });
});
