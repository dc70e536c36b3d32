/**
 * What there would be without our gateway: @apollo/gateway as it comes, behind Apollo's standalone server. Over the same
 * subgraphs in its process with its LocalGraphQLDataSource, or over HTTP where a supergraph's file that names their addresses
 * is its argument. Run as a process of its own.
 */
import '../gateway/no-telemetry.js';
import { readFileSync } from 'node:fs';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { print } from '../cli/exit.js';
import { prepare } from '../cli/runtime.js';
import type { GatewayContext } from '../gateway/context.js';
import { SUPERGRAPH_FILE } from '../gateway/gateway.js';
import { localSubgraphs } from '../gateway/local-subgraphs.js';
import { servePlatforms } from '../gateway/platforms.js';
import { platforms } from '../subgraphs/index.js';
import { RequestScope } from '../upstream/scope.js';

const { settings, environment, userAgent, log } = await prepare({});

function overLocalSubgraphs(): ApolloGateway {
  const served = servePlatforms(platforms, settings, environment, userAgent, log);
  const schemas = localSubgraphs(served, settings);
  return new ApolloGateway({
    supergraphSdl: readFileSync(SUPERGRAPH_FILE, 'utf8'),
    buildService({ name }) {
      const schema = schemas.get(name);
      if (schema === undefined) throw new Error(`${name} is no subgraph`);
      return new LocalGraphQLDataSource(schema);
    },
  });
}

const [, , supergraph] = process.argv;
const gateway =
  supergraph === undefined
    ? overLocalSubgraphs()
    : new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8') });
const server = new ApolloServer<GatewayContext>({ gateway });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: () =>
    Promise.resolve({
      scope: new RequestScope({ deadline: Date.now() + settings.requestTimeoutMs }),
      explain: false,
      fetches: [],
      roots: [],
    }),
});
print(`stock gateway on ${url.replace(/\/$/, '')}`);
