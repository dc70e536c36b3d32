import { z } from 'zod';
import type { Terms } from './columns.js';
import type { GraphQLPort } from './graphql-port.js';

const shape = z.object({
  platforms: z.array(
    z.object({
      platform: z.string(),
      termsUrl: z.string().nullable(),
      name: z.object({ ja: z.string().nullable(), en: z.string().nullable() }),
    }),
  ),
});

/** Where each platform's terms are; its credit line comes with each answer (`sources`). */
export async function readTerms(port: GraphQLPort, signal?: AbortSignal): Promise<Map<string, Terms>> {
  const { platforms } = shape.parse(
    await port.ask('query Terms { platforms { platform termsUrl name { ja en } } }', {}, signal),
  );
  return new Map(platforms.map(({ platform, termsUrl, name }) => [platform, { attribution: null, termsUrl, name }]));
}
