/** Persons, organisations and projects of the Graph, found by their identifiers: what is asked for at about the same time is one request. */
import type { UpstreamReader } from '../../upstream/client.js';
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { UpstreamResponse } from '../../upstream/types.js';
import type { AwardKey, OrganizationRecord, PersonRecord } from '../common/entity-records.js';
import { awardCodes } from './capabilities.js';
import { entitiesRequest, type EntityList } from './entity-requests.js';
import { decodeOrganizations, decodePersons, decodeProjects } from './entity-responses.js';
import { mapOrganization, mapPerson, mapProject, type EoscAwardRecord } from './mapping-entities.js';
import type { EoscServer } from './requests.js';

/** Addresses stay short, and one page of a hundred holds the answer. */
const MAX_BATCH = 30;
const COLLECT_MS = 10;

/** A list that is asked by one field; `valuesOf` what a key is written as in it. */
interface Question<Document, Found> {
  readonly list: EntityList;
  readonly field: 'pid' | 'code' | 'originalId';
  readonly valuesOf: (key: string) => readonly string[];
  readonly decode: (response: UpstreamResponse) => readonly Document[];
  readonly map: (document: Document, key: string) => Found | null;
}

const PERSON: Question<Parameters<typeof mapPerson>[0], PersonRecord> = {
  list: 'persons',
  field: 'originalId',
  valuesOf: (orcid) => [orcid],
  decode: decodePersons,
  map: mapPerson,
};

const ORGANIZATION: Question<Parameters<typeof mapOrganization>[0], OrganizationRecord> = {
  list: 'organizations',
  field: 'pid',
  // Real pids hold the whole address; that of another form is not known to occur.
  valuesOf: (ror) => [ror],
  decode: decodeOrganizations,
  map: mapOrganization,
};

/** The key of an award in a loader: its id, which says its number. */
function awardKeyOf(key: string): AwardKey {
  const [number = '', id = ''] = key.split('\n');
  return { id, number };
}

const AWARD: Question<Parameters<typeof mapProject>[0], EoscAwardRecord> = {
  list: 'projects',
  field: 'code',
  valuesOf: (key) => awardCodes(awardKeyOf(key).number),
  decode: decodeProjects,
  map: (document, key) => mapProject(document, awardKeyOf(key)),
};

async function askAll<Document, Found>(
  { list, field, valuesOf, decode, map }: Question<Document, Found>,
  keys: readonly string[],
  server: EoscServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<(Found | null | Error)[]> {
  try {
    const request = entitiesRequest(list, field, [...new Set(keys.flatMap(valuesOf))], server);
    const { value } = await client.read(request, decode, scope);
    return keys.map((key) => {
      for (const document of value) {
        const found = map(document, key);
        if (found !== null) return found;
      }
      return null;
    });
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return keys.map(() => error);
  }
}

function ask<Document, Found>(
  question: Question<Document, Found>,
  key: string,
  server: EoscServer,
  client: UpstreamReader,
  scope: RequestScope,
): Promise<Found | null> {
  // One loader for each deadline, as for products: what failed for want of time may be asked again by who has more.
  return scope
    .loader<Found | null>(
      `eosc.${question.list} ${String(scope.deadline)}`,
      (keys) => askAll(question, keys, server, client, scope),
      MAX_BATCH,
      COLLECT_MS,
    )
    .load(key);
}

type Find<Key, Found> = (
  key: Key,
  server: EoscServer,
  client: UpstreamReader,
  scope: RequestScope,
) => Promise<Found | null>;

export const findPerson: Find<string, PersonRecord> = (orcid, ...at) => ask(PERSON, orcid, ...at);
export const findOrganization: Find<string, OrganizationRecord> = (ror, ...at) => ask(ORGANIZATION, ror, ...at);
export const findAward: Find<AwardKey, EoscAwardRecord> = ({ id, number }, ...at) =>
  ask(AWARD, `${number}\n${id}`, ...at);
