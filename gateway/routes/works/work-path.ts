import { parseDoi } from '../../../subgraphs/common/identifiers.js';

/** Where the landing pages are. */
export const WORKS = '/works/';

/** The path of a work's page. What a path has a place for as it is stays readable: the colon of an id, the slash of a DOI. */
export function pathOfWork(id: string): string {
  return WORKS + encodeURIComponent(id).replace(/%3A/g, ':').replace(/%2F/g, '/');
}

/** What a path asks for. */
export interface AskedWork {
  /** As `work(id:)` takes it: doi:10.… in canonical form, or what was written. */
  readonly id: string;
  /** The id was written otherwise (a bare DOI, another resolver, capitals): its own path is elsewhere. */
  readonly moved: boolean;
}

/**
 * The id in a path below /works/; null: there is none, or its percent-encoding is broken. A DOI is taken in every form that people
 * paste, also as an address whose double slash was made one on the way.
 */
export function askedWork(path: string): AskedWork | null {
  let written: string;
  try {
    written = decodeURIComponent(path.slice(WORKS.length));
  } catch {
    return null;
  }
  if (written === '') return null;
  const doi = parseDoi(written.replace(/^(https?):\/(?!\/)/i, '$1://'));
  const id = doi === null ? written : `doi:${doi}`;
  return { id, moved: id !== written };
}
