/** Researchers and projects of CiNii Research, found by their identifiers. */
import type { UpstreamReader } from '../../upstream/client.js';
import type { RequestScope } from '../../upstream/scope.js';
import { awardId } from '../common/award-number.js';
import type { AwardKey, AwardRecord, PersonKey, PersonRecord } from '../common/entity-records.js';
import { personIds } from '../common/identifiers.js';
import { bestText } from '../common/localized-text.js';
import type { Funding } from '../common/record.js';
import { identifiersOfResearcher, mapResearcher, statesPerson } from './mapping-researcher.js';
import { mapHits } from './mapping.js';
import type { CiniiRecord, FullCiniiRecord } from './record.js';
import { detailRequest, searchRequest, type CiniiCriteria, type CiniiServer } from './requests.js';
import { decodeDetail, decodeSearch, type DetailDocument } from './responses.js';

/** Hits whose documents are read at most to find a person: a search for an identifier that finds more found something else. */
const MAX_CANDIDATES = 5;

/** The researchers that a person is at CiNii Research, and when their documents were read. */
export interface FoundResearchers {
  readonly documents: readonly DetailDocument[];
  /** YYYY-MM-DD */
  readonly day: string;
}

/** What a hit says of its person; undefined: nothing, only the document tells. */
function isPerson(hit: CiniiRecord, key: PersonKey): boolean | undefined {
  const identifiers = hit.identifiers ?? [];
  const stated = Object.values(personIds(identifiers)).some((value) => value !== null);
  return stated ? statesPerson(identifiers, key) : undefined;
}

/**
 * The researchers whose own documents state one of a person's identifiers. That the search for words finds identifiers is not
 * documented, so what it finds is only a candidate, and what it does not find is not asserted to be missing.
 */
async function readResearchers(
  key: PersonKey,
  server: CiniiServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<FoundResearchers> {
  const nrid = key.nrid ?? (key.eRadId === null ? null : `10000${key.eRadId}`);
  const criteria: CiniiCriteria = {
    segment: 'RESEARCHERS',
    query: [key.orcid, nrid].filter((term) => term !== null).join(' OR '),
    filter: {},
    sort: 'RELEVANCE',
  };
  const request = searchRequest({ ...criteria, lang: 'ja', start: 1, count: 20 }, server);
  const { value, retrieved } = await client.read(request, decodeSearch, scope);
  const candidates = mapHits(value, retrieved).filter((hit) => isPerson(hit, key) !== false);
  const documents = await Promise.all(
    candidates
      .slice(0, MAX_CANDIDATES)
      .map(async ({ crid }) => (await client.read(detailRequest(crid, server), decodeDetail, scope)).value),
  );
  return {
    documents: documents.flatMap((document) =>
      document?.['@type'] === 'Researcher' && statesPerson(identifiersOfResearcher(document), key) ? [document] : [],
    ),
    day: retrieved.at.toISOString().slice(0, 10),
  };
}

/** The same, asked once in a request; a failure is forgotten, since a later asker may have more time. */
export function findResearchers(
  key: PersonKey,
  server: CiniiServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<FoundResearchers> {
  const known = scope.memo('cinii.researchers', () => new Map<string, Promise<FoundResearchers>>());
  const name = [key.orcid, key.nrid, key.eRadId].join(' ');
  const found = known.get(name) ?? readResearchers(key, server, client, scope);
  known.set(name, found);
  found.catch(() => known.delete(name));
  return found;
}

export async function findPerson(
  key: PersonKey,
  server: CiniiServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<PersonRecord | null> {
  const { documents, day } = await findResearchers(key, server, client, scope);
  return mapResearcher(documents, day);
}

function isAward({ awardNumber, funder }: Funding, id: string): boolean {
  return awardNumber !== null && awardId(awardNumber, funder === null ? null : bestText(funder, ['en', 'ja'])) === id;
}

/** A project's document as the award that it is. */
export function awardOfProject(project: FullCiniiRecord, { id, number }: AwardKey): AwardRecord | null {
  const own = project.kind === 'Project' ? project.funding.find((funding) => isAward(funding, id)) : undefined;
  if (own === undefined) return null;
  return {
    platform: 'CINII_RESEARCH',
    id,
    number,
    title: own.awardTitle,
    funder: own.funder,
    program: own.stream,
    period: project.period,
    investigators: project.creators,
  };
}

/** The ids of the projects that the platform finds for a number (fact sheet 10.13). */
export async function projectsOfNumber(
  number: string,
  server: CiniiServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<readonly string[]> {
  const criteria: CiniiCriteria = {
    segment: 'PROJECTS',
    query: null,
    filter: { projectId: number },
    sort: 'RELEVANCE',
  };
  const request = searchRequest({ ...criteria, lang: 'ja', start: 1, count: 20 }, server);
  const { value, retrieved } = await client.read(request, decodeSearch, scope);
  return mapHits(value, retrieved)
    .slice(0, MAX_CANDIDATES)
    .map(({ id }) => id);
}
