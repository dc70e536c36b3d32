import { readFileSync } from 'node:fs';

/** The part of Federation 2 that the subgraphs use; 2.9 is the newest that every gateway named in ARCHITECTURE.md reads. */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@cost", "@listSize"])';

function read(file: URL): string {
  return readFileSync(file, 'utf8').trim();
}

/** The SDL that every subgraph begins with: the federation link and the shared vocabulary. */
export function commonSdl(): string {
  return `${LINK}\n\n${read(new URL('./common.graphql', import.meta.url))}\n`;
}

/** A platform's whole subgraph: the shared vocabulary, the stubs of entities that the catalog owns, and its own part. */
export function platformSdl(schemaFile: URL): string {
  return `${commonSdl()}\n${read(new URL('./stubs.graphql', import.meta.url))}\n\n${read(schemaFile)}\n`;
}
