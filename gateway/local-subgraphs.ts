import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse, type GraphQLSchema } from 'graphql';
import { scalarResolvers } from '../schema/scalars.js';
import { subgraphDefinitions } from '../schema/subgraphs.js';
import { catalogResolvers } from '../subgraphs/catalog/resolvers.js';
import type { SubgraphContext, SubgraphResolvers } from '../subgraphs/common/platform.js';
import { platforms as registry } from '../subgraphs/index.js';
import { catalogPlatforms, platformInfos, type ServedPlatforms } from './platforms.js';
import type { Settings } from './settings.js';

/** The name of the subgraph that spans the platforms. */
export const CATALOG = 'catalog';

/** Every subgraph as an executable schema, by name, over the platforms that are served here. */
export function localSubgraphs(served: ServedPlatforms, settings: Settings): Map<string, GraphQLSchema> {
  const catalog = catalogResolvers({
    catalog: {
      platforms: catalogPlatforms(served),
      secret: settings.secret,
      searchTimeoutMs: settings.searchTimeoutMs,
    },
    infos: () => platformInfos(served),
    recordTypes: Object.fromEntries(registry.map(({ platform, recordType }) => [platform, recordType])),
  });
  const resolvers = new Map<string, SubgraphResolvers>([
    [CATALOG, catalog],
    ...served.platforms.map(({ facts, parts }) => [facts.name, parts.resolvers] as const),
  ]);
  return new Map(
    subgraphDefinitions().map(({ name, sdl }) => [
      name,
      buildSubgraphSchema([
        {
          typeDefs: parse(sdl),
          resolvers: { ...scalarResolvers, ...resolvers.get(name) } as GraphQLResolverMap<SubgraphContext>,
        },
      ]),
    ]),
  );
}
