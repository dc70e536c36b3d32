import { platforms } from '../subgraphs/index.js';
import { catalogSdl } from '../subgraphs/catalog/sdl.js';
import { platformSdl } from './subgraph-sdl.js';

export interface SubgraphDefinition {
  /** cinii, jairo, …, catalog */
  readonly name: string;
  readonly sdl: string;
}

/** Every subgraph with its whole SDL: the catalog first, then the platforms. The API is the same whatever is configured. */
export function subgraphDefinitions(): SubgraphDefinition[] {
  return [
    { name: 'catalog', sdl: catalogSdl(platforms) },
    ...platforms.map(({ name, schemaFile }) => ({ name, sdl: platformSdl(schemaFile) })),
  ];
}
