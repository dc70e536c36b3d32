import { readFileSync } from 'node:fs';
import { commonSdl } from '../../schema/subgraph-sdl.js';

/** What the catalog must know of a platform for its schema: the GraphQL type of the platform's records. */
export interface RecordTypeOwner {
  readonly recordType: string;
}

/** A platform's record as the catalog can give it: the fields that all platforms share. The platform's own subgraph has the rest. */
function recordType(name: string): string {
  return `
type ${name} implements PlatformRecord @key(fields: "id") {
  id: ID!
  platform: Platform! @shareable
  title: LocalizedText! @shareable
  type: WorkType! @shareable
  url: URL @shareable
  doi: DOI @shareable
  issued: EDTF @shareable
  accessRight: AccessRight! @shareable
  retrieved: Retrieval! @shareable
  "The work that the record is merged into."
  work: Work
}`;
}

/** The catalog's SDL over a set of platforms: its own part, and one record type for each platform. */
export function catalogSdl(platforms: readonly RecordTypeOwner[]): string {
  const own = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8').trim();
  return `${commonSdl()}\n${own}\n${platforms.map((platform) => recordType(platform.recordType)).join('\n')}\n`;
}
