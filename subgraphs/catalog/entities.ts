/** Persons, organisations and awards: what the platforms' own records say of them, asked side by side. */
import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import { numberOfAwardId } from '../common/award-number.js';
import type { Connector } from '../common/connector.js';
import type { AwardRecord, OrganizationRecord, PersonKey, PersonRecord } from '../common/entity-records.js';
import { parseOrcid, parseRor } from '../common/identifiers.js';
import type { CatalogPlatform } from './platforms.js';
import type { Catalog } from './search.js';

/** What the platforms that have such records say, the most trusted first, and the failures on the way. */
export interface Answers<T> {
  readonly records: readonly T[];
  readonly failures: readonly UpstreamError[];
}

/** Origins before indexes, then the platforms' order. */
function trusted(platforms: readonly CatalogPlatform[]): CatalogPlatform[] {
  return [
    ...platforms.filter(({ standing }) => standing === 'origin'),
    ...platforms.filter(({ standing }) => standing === 'index'),
  ];
}

async function askPlatforms<T>(
  ask: (connector: Connector, scope: RequestScope) => Promise<T | null> | undefined,
  catalog: Catalog,
  scope: RequestScope,
): Promise<Answers<T>> {
  // As long as a search's hits may take: the works come after.
  const within = scope.within(Date.now() + catalog.searchTimeoutMs);
  const failures: UpstreamError[] = [];
  const records = await Promise.all(
    trusted(catalog.platforms).map(async ({ connector }) => {
      try {
        return (await ask(connector, within)) ?? null;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        failures.push(error);
        return null;
      }
    }),
  );
  return { records: records.filter((record) => record !== null), failures };
}

/** The request's one answer to a question, however many fields and paths lead to it. */
function once<T>(question: string, scope: RequestScope, ask: () => Promise<Answers<T>>): Promise<Answers<T>> {
  const known = scope.memo('catalog.entities', () => new Map<string, Promise<Answers<unknown>>>());
  const asked = known.get(question) ?? ask();
  known.set(question, asked);
  // Under a question there is only ever its own answer.
  return asked as Promise<Answers<T>>;
}

export function askPerson(key: PersonKey, catalog: Catalog, scope: RequestScope): Promise<Answers<PersonRecord>> {
  const question = `person ${[key.orcid, key.nrid, key.eRadId].join(' ')}`;
  return once(question, scope, () =>
    askPlatforms((connector, within) => connector.person?.(key, within), catalog, scope),
  );
}

export function askOrganization(
  ror: string,
  catalog: Catalog,
  scope: RequestScope,
): Promise<Answers<OrganizationRecord>> {
  return once(`organization ${ror}`, scope, () =>
    askPlatforms((connector, within) => connector.organization?.(ror, within), catalog, scope),
  );
}

export function askAward(id: string, catalog: Catalog, scope: RequestScope): Promise<Answers<AwardRecord>> {
  const key = { id, number: numberOfAwardId(id) };
  return once(`award ${id}`, scope, () =>
    // The number of another funder's award is anybody's.
    /^(?:jgn|ec):/.test(id)
      ? askPlatforms((connector, within) => connector.award?.(key, within), catalog, scope)
      : Promise.resolve({ records: [], failures: [] }),
  );
}

/** The identifier that a person's id says; null where it is none. */
export function personKeyOfId(id: string): PersonKey | null {
  const nobody: PersonKey = { orcid: null, nrid: null, eRadId: null };
  const [scheme = '', value = ''] = id.split(/:(.*)/s);
  if (scheme === 'orcid') return parseOrcid(value) === value ? { ...nobody, orcid: value } : null;
  if (scheme === 'nrid') return /^\d{13}$/.test(value) ? { ...nobody, nrid: value } : null;
  return scheme === 'erad' && /^\d{8}$/.test(value) ? { ...nobody, eRadId: value } : null;
}

/** The ROR id (https://ror.org/…) that an organisation's id says; null where it is none. */
export function rorOfId(id: string): string | null {
  return id.startsWith('ror:') ? parseRor(id.slice('ror:'.length)) : null;
}
