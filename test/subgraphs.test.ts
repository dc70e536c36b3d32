import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../gateway/gateway.js';
import { serveHttp, type HttpFront } from '../gateway/http.js';
import type { ListeningServer } from '../gateway/http-server.js';
import { tokenHeadersFor } from '../gateway/remote-subgraphs.js';
import { readSettings, SettingsError } from '../gateway/settings.js';
import { serveSubgraph, SUBGRAPH_NAMES } from '../gateway/subgraph-server.js';
import { platforms as registry } from '../subgraphs/index.js';
import { askAt, startWorld, untilCatalogued, USER_AGENT, type Answer, type World } from './support.js';

const log = pino({ level: 'silent' });
const SECRET = { KAKEHASHI_SECRET: 'the same in every process' };

const SEARCH = `{
  search(query: "海洋プラスチック", first: 5) {
    totalCount
    pageInfo { endCursor hasNextPage }
    sources { platform state total }
    nodes { id title { ja en } issued records { id } cinii { crid } jairo { recid } eosc { openaireId } provenance { field recordId } }
  }
}`;

let world: World;
const servers = new Map<string, ListeningServer>();

function settingsOf(environment: Readonly<Record<string, string>>) {
  return readSettings(
    { PORT: '0', LOG_LEVEL: 'silent', ...environment },
    registry.map(({ name }) => name),
  );
}

function urlsOf(...names: readonly string[]): string {
  return names.map((name) => `${servers.get(name)?.address ?? ''}/graphql`).join(',');
}

/** A gateway over subgraphs that run elsewhere. */
async function gatewayOver(...names: readonly string[]): Promise<HttpFront> {
  const settings = settingsOf({ ...SECRET, KAKEHASHI_SUBGRAPHS: urlsOf(...names) });
  return serveHttp(await startGateway(settings, {}, USER_AGENT, log), settings, log);
}

async function askOver(names: readonly string[], query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const front = await gatewayOver(...names);
  try {
    return await askAt(`${front.address}/graphql`, query, {}, headers);
  } finally {
    await front.close();
  }
}

beforeAll(async () => {
  world = await startWorld(SECRET);
  await world.catalogued();
  for (const name of SUBGRAPH_NAMES) {
    servers.set(name, await serveSubgraph(name, settingsOf(SECRET), world.environment, USER_AGENT, log));
  }
  await untilCatalogued((query) => askAt(urlsOf('catalog'), query));
});

afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.close()));
  await world.close();
});

describe('subgraphs as servers of their own', () => {
  it('give under a gateway the answers that they give in its process', async () => {
    expect(await askOver(SUBGRAPH_NAMES, SEARCH)).toEqual(await world.ask(SEARCH));
  });

  it('tell a gateway in front what the platforms were asked', async () => {
    const query = '{ search(query: "干潟", first: 2) { nodes { id } } }';
    const { extensions } = await askOver(SUBGRAPH_NAMES, query, { 'x-kakehashi-explain': '1' });
    const cinii = extensions?.upstream.find(({ platform }) => platform === 'CINII_RESEARCH');
    expect(cinii).toMatchObject({ requests: 1 });
  });

  it.each(SUBGRAPH_NAMES.map((name) => [name]))('compose alone and answer: %s', async (name) => {
    const answer = await askOver([name], '{ __typename }');
    expect(answer).toEqual({ data: { __typename: 'Query' } });
  });

  it('answer as one platform alone', async () => {
    const { data, errors } = await askOver(
      ['cinii'],
      '{ ciniiSearch(query: "海洋プラスチック", first: 2) { nodes { id title { ja } creators { name { ja } person { orcid } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ ciniiSearch: { nodes: [{ title: { ja: expect.any(String) as string } }, {}] } });
  });

  it('compose with some of the others', async () => {
    const { data, errors } = await askOver(['catalog', 'eosc'], SEARCH.replace(/cinii \{.*?\} jairo \{.*?\}/, ''));
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('search.nodes.0.id');
  });

  it('fail for their own fields only when they are away', async () => {
    const front = await gatewayOver('catalog', 'cinii', 'eosc');
    await servers.get('eosc')?.close();
    try {
      const query =
        '{ search(query: "海洋プラスチック", first: 3) { nodes { id cinii { crid } eosc { openaireId } } } }';
      const { data, errors } = await askAt(`${front.address}/graphql`, query);
      expect(data).toMatchObject({ search: { nodes: [{ id: expect.any(String) as string, eosc: null }, {}, {}] } });
      expect(errors?.[0]).toMatchObject({
        message: 'The subgraph eosc is away or gave no GraphQL answer.',
        extensions: { code: 'UPSTREAM_UNAVAILABLE', platform: 'EOSC' },
      });
    } finally {
      await front.close();
      servers.set('eosc', await serveSubgraph('eosc', settingsOf(SECRET), world.environment, USER_AGENT, log));
    }
  });

  it('are given the caller’s own token', async () => {
    const headers = { 'x-gakunin-rdm-token': 'sandbox-token-umino' };
    const { data } = await askOver(['cinii', 'rdm'], '{ rdmMe { id name } }', headers);
    expect(data).toEqual({ rdmMe: { id: expect.any(String) as string, name: expect.any(String) as string } });
  });

  it('are given no token of another platform', () => {
    const headersOf = (name: string): string[] => [
      ...tokenHeadersFor({ name, url: 'http://x.example/graphql', platform: null }).values(),
    ];
    expect(headersOf('rdm')).toEqual(['x-gakunin-rdm-token']);
    expect(headersOf('catalog')).toEqual(['x-gakunin-rdm-token']);
    expect(headersOf('cinii')).toEqual([]);
    expect(headersOf('somebody-else')).toEqual([]);
  });

  it('keep the gateway from starting where one does not answer, with its address', async () => {
    const settings = settingsOf({ ...SECRET, KAKEHASHI_SUBGRAPHS: `${urlsOf('cinii')},http://127.0.0.1:9/graphql` });
    await expect(startGateway(settings, {}, USER_AGENT, log)).rejects.toThrow(
      new SettingsError([
        'KAKEHASHI_SUBGRAPHS: http://127.0.0.1:9/graphql did not answer { _service { sdl } }: is a subgraph running there?',
      ]),
    );
  });
});
