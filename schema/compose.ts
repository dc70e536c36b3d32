import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { SubgraphDefinition } from './subgraphs.js';

/** Subgraphs that do not compose, with what the composer said. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

/**
 * Composes a supergraph from subgraphs.
 * @throws CompositionError with every fault, one a line.
 */
export function composeSupergraph(subgraphs: readonly (SubgraphDefinition & { readonly url?: string })[]): string {
  const services = subgraphs.map(({ name, sdl, url }) => ({
    name,
    typeDefs: parse(sdl),
    // Those in the process have no address.
    url: url ?? `http://${name}.invalid/graphql`,
  }));
  const result = composeServices(services);
  if (result.errors) throw new CompositionError(result.errors.map(({ message }) => message).join('\n'));
  return `${result.supergraphSdl.trim()}\n`;
}
