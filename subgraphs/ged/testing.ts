/** What the tests of this folder share: a server that plays NIES, and the subgraph over the real client. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { installScalars } from '../../schema/scalars.js';
import { platformSdl } from '../../schema/subgraph-sdl.js';
import { createUpstreamClient, type UpstreamClient } from '../../upstream/client.js';
import { scopeWith, testServer, type TestServer } from '../../upstream/testing.js';
import type { GedConnector } from './connector.js';
import { connectGed, ged } from './platform.js';
import { gedResolvers } from './resolvers.js';

/** A file in the house style (fact sheet 5): date parts are variables, one value is missing. */
export function nasaAmes(rows = ['1 2014 1 1800.5 10', '2 2014 2 9999.99 999', '3 2014 3 1802.5 12']): string {
  return [
    '20 1001',
    'Kakuu, Hanako',
    'NIES, Tsukuba',
    'in situ/Station',
    'NIES/Programme of Air',
    '1 1',
    '2014 01 01 2024 04 15',
    '1',
    'RECORD: Months since 2014-01-01 00:00:00 +00:00',
    '4',
    '1 1 1 1',
    '9999 99 9999.99 999',
    'YEAR: Year (UTC)',
    'MONTH: Month (UTC)',
    'CH4: mole fraction of CH4 [ppb]',
    'UC.: uncertainty [ppb]',
    '1',
    'TIME_ZONE: 0',
    '1',
    'Cite the DOI.',
    ...rows,
    '',
  ].join('\n');
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Nies {
  readonly server: TestServer;
  readonly client: UpstreamClient;
  readonly connector: GedConnector;
  /** Paths asked for, robots.txt left out. */
  readonly paths: () => string[];
  readonly ask: (source: string, variables?: Record<string, unknown>) => Promise<{ data: Record<string, unknown> | null; errors: readonly { message: string; path?: unknown }[] }>;
  close(): Promise<void>;
} // prettier-ignore

/**
 * A platform over a server.
 * @param answers by path; a path that is not there is a 404
 */
export async function nies(
  answers: Readonly<Record<string, string | Buffer | Answer>>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Nies> {
  const server = await testServer((request, response) => {
    const found = answers[(request.url ?? '').split('?')[0] ?? ''];
    if (found === undefined) response.writeHead(404).end();
    else if (typeof found === 'function') found(request, response);
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(found);
  });
  const configured = ged.settings.parse({
    GED_LANDING_URL: `${server.url}/doi`,
    GED_FILES_URL: `${server.url}/nies_data`,
    GED_DATASETS: '10.17595/20990401.001',
    JALC_URL: `${server.url}/jalc`,
    DATACITE_URL: `${server.url}/datacite`,
    DOI_URL: `${server.url}/doi-org`,
    ...settings,
  });
  const client = createUpstreamClient({
    policies: [ged.policy(configured, 'sandbox')],
    userAgent: 'kakehashi/test',
    cacheMaxBytes: 50_000_000,
  });
  const connector = connectGed(configured, client);
  const typeDefs = parse(platformSdl(new URL('./schema.graphql', import.meta.url)));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...gedResolvers(connector) } }]);
  installScalars(schema);
  return {
    server,
    client,
    connector,
    paths: () => server.seen.map(({ url }) => url ?? '').filter((path) => path !== '/robots.txt'),
    async ask(source, variableValues = {}) {
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { scope: scopeWith(10_000) } });
      return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null, errors: errors ?? [] };
    },
    async close() {
      await client.close();
      await server.close();
    },
  }; // prettier-ignore
}
