import type { RequestScope } from '../../upstream/scope.js';
import { NO_TEXT } from '../common/localized-text.js';
import { namedIn } from '../common/named.js';
import type { LocalizedText } from '../common/record.js';
import type { OrganizationReference } from '../common/value-resolvers.js';
import { bestName } from './best-names.js';
import { askOrganization, rorOfId } from './entities.js';
import { someWorks, worksOfOrganization } from './entity-works.js';
import type { Catalog } from './search.js';

function referenceOf(ror: string): OrganizationReference {
  return { id: `ror:${ror.replace('https://ror.org/', '')}`, ror };
}

/**
 * The organisation of a ROR id; null where no platform has a record of it and no work is found by it.
 * @throws UpstreamError where nothing was found and a platform could not be asked.
 */
export async function findOrganization(
  ror: string,
  catalog: Catalog,
  scope: RequestScope,
): Promise<OrganizationReference | null> {
  const { records, failures } = await askOrganization(ror, catalog, scope);
  if (records.length > 0) return referenceOf(ror);
  const { works, failure } = await someWorks(worksOfOrganization(ror), catalog, scope);
  const problem = works.length > 0 ? null : (failures[0] ?? failure);
  if (problem) throw problem;
  return works.length > 0 ? referenceOf(ror) : null;
}

/** The organisation of a reference by id; null where the id is none. */
export function organizationOfId(id: string): OrganizationReference | null {
  const ror = rorOfId(id);
  return ror === null ? null : referenceOf(ror);
}

/** The best name that a platform's record has or else that a work of this answer gives, else what works found by the ROR id say. */
export async function nameOfOrganization(
  { ror }: OrganizationReference,
  catalog: Catalog,
  scope: RequestScope,
): Promise<LocalizedText> {
  const { records, failures } = await askOrganization(ror, catalog, scope);
  // What works say counts only where no record does: which works were read by now is chance.
  const named = [...(namedIn(scope).organizations.get(ror) ?? [])];
  const known = bestName(records.map(({ name }) => name)) ?? bestName(named.map(({ name }) => name));
  if (known !== null) return known;
  const { works, failure } = await someWorks(worksOfOrganization(ror), catalog, scope);
  const affiliations = works
    .flatMap(({ creators }) => creators)
    .flatMap((creator) => creator.affiliations.filter((affiliation) => affiliation.ror === ror));
  const name = bestName(affiliations.map((affiliation) => affiliation.name));
  const problem = name === null ? (failures[0] ?? failure) : null;
  if (problem) throw problem;
  return name ?? NO_TEXT;
}

/** Where no record tells it, null; an error where a platform that may know could not be asked. */
export async function countryOf(
  { ror }: OrganizationReference,
  catalog: Catalog,
  scope: RequestScope,
): Promise<string | null> {
  const { records, failures } = await askOrganization(ror, catalog, scope);
  const country = records.find((record) => record.country !== null)?.country ?? null;
  if (country === null && failures[0]) throw failures[0];
  return country;
}
