import '../../gateway/no-telemetry.js';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse, type GraphQLFormattedError } from 'graphql';
import { expect } from 'vitest';
import type { FetchTrace, GatewayContext } from '../../gateway/context.js';
import { formatError } from '../../gateway/errors.js';
import { OwnGateway } from '../../gateway/execution/own-gateway.js';
import { LocalDataSource } from '../../gateway/local-data-source.js';
import { lookingAhead } from '../../gateway/look-ahead.js';
import { composeSupergraph } from '../../schema/compose.js';
import { RequestScope } from '../../upstream/scope.js';

/** A subgraph of a test: its SDL without the link to Federation, and resolvers. */
export interface TestSubgraph {
  readonly sdl: string;
  readonly resolvers?: GraphQLResolverMap<GatewayContext>;
}

/** An answer, and what was fetched for it. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly fetches: readonly FetchTrace[];
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requires", "@provides", "@external", "@shareable", "@override", "@interfaceObject", "@inaccessible"])\n';

const fetched = ({ subgraph, path, representations }: FetchTrace): unknown[] => [subgraph, path, representations];

/** Any supergraph, run by our executor and by @apollo/gateway's over the same subgraphs. */
export class FederatedWorld {
  private readonly own: ApolloServer<GatewayContext>;
  private readonly apollos: ApolloServer<GatewayContext>;

  constructor(subgraphs: Readonly<Record<string, TestSubgraph>>) {
    const named = Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => ({ name, sdl: LINK + sdl, resolvers }));
    const supergraphSdl = composeSupergraph(named);
    const sources = new Map(
      named.map(({ name, sdl, resolvers }) => {
        const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), ...(resolvers ? { resolvers } : {}) }]);
        return [name, new LocalDataSource(name, schema, () => undefined)] as const;
      }),
    );
    const sourceOf = (name: string): LocalDataSource => {
      const source = sources.get(name);
      if (source === undefined) throw new Error(`${name} is no subgraph of this test`);
      return source;
    };
    const serve = (gateway: NonNullable<ApolloServerOptions<GatewayContext>['gateway']>) =>
      new ApolloServer<GatewayContext>({ gateway, formatError, stopOnTerminationSignals: false });
    this.own = serve(new OwnGateway(supergraphSdl, sourceOf));
    this.apollos = serve(
      new ApolloGateway({
        supergraphSdl,
        buildService: ({ name }) => sourceOf(name),
        experimental_didResolveQueryPlan: lookingAhead(sources),
      }),
    );
  }

  async start(): Promise<this> {
    await this.own.start();
    await this.apollos.start();
    return this;
  }

  /** The answer of our executor, after @apollo/gateway's was found to be the same. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const theirs = await this.run(this.apollos, query, variables);
    const ours = await this.run(this.own, query, variables);
    expect({ data: ours.data, errors: ours.errors }).toEqual({ data: theirs.data, errors: theirs.errors });
    expect(ours.fetches.map(fetched)).toEqual(theirs.fetches.map(fetched));
    return ours;
  }

  /** The data alone, where nothing failed. */
  async data(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    const { data, errors } = await this.ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  /** The answer of our executor where @apollo/gateway's is wrong; `theirs` says how. */
  async better(
    query: string,
    theirs: (answer: Answer) => void,
    variables: Record<string, unknown> = {},
  ): Promise<unknown> {
    theirs(await this.run(this.apollos, query, variables));
    const { data, errors } = await this.run(this.own, query, variables);
    expect(errors).toBeUndefined();
    return data;
  }

  /** The answer of our executor where it refuses what @apollo/gateway answers wrongly; `theirs` says how. */
  async refused(query: string, theirs: (answer: Answer) => void): Promise<Answer> {
    theirs(await this.run(this.apollos, query, {}));
    return this.run(this.own, query, {});
  }

  private async run(
    server: ApolloServer<GatewayContext>,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<Answer> {
    const contextValue: GatewayContext = { scope: new RequestScope(), explain: false, fetches: [], roots: [] };
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('the answer comes in parts');
    const { data, errors } = JSON.parse(JSON.stringify(body.singleResult)) as Omit<Answer, 'fetches'>;
    return {
      ...(data === undefined ? {} : { data }),
      ...(errors === undefined ? {} : { errors }),
      fetches: contextValue.fetches,
    };
  }
}
