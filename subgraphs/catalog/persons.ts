import { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import type { PersonKey } from '../common/entity-records.js';
import { BadUserInput } from '../common/errors.js';
import { NO_TEXT } from '../common/localized-text.js';
import { namedIn } from '../common/named.js';
import type { Affiliation, Creator, LocalizedText } from '../common/record.js';
import { personOf, type AwardReference, type PersonReference } from '../common/value-resolvers.js';
import { bestName, eachOnce, inBestForm } from './best-names.js';
import { askPerson, personKeyOfId, type Answers } from './entities.js';
import { someWorks, worksOfPerson } from './entity-works.js';
import { isBy } from './filter.js';
import type { Catalog } from './search.js';

function keyOf({ id }: PersonReference): PersonKey {
  return personKeyOfId(id) ?? { orcid: null, nrid: null, eRadId: null };
}

/** What works call a person, and why there may be more. */
async function inWorks(
  key: PersonKey,
  catalog: Catalog,
  scope: RequestScope,
): Promise<{ readonly creators: readonly Creator[]; readonly failure: UpstreamError | null }> {
  const { works, failure } = await someWorks(worksOfPerson(key), catalog, scope);
  const creators = works.flatMap((work) => work.creators.filter((creator) => isBy(creator, key)));
  return { creators, failure };
}

/** Of each scheme the identifier that was asked for, else the first that is stated. */
function mergedKey(asked: PersonKey, stated: readonly PersonKey[]): PersonKey {
  const first = (scheme: keyof PersonKey): string | null =>
    [asked, ...stated].find((key) => key[scheme] !== null)?.[scheme] ?? null;
  return { orcid: first('orcid'), nrid: first('nrid'), eRadId: first('eRadId') };
}

function askedKey(orcid: string | null | undefined, nrid: string | null | undefined): PersonKey {
  const number = nrid
    ?.normalize('NFKC')
    .trim()
    .replace(/^https?:\/\/nrid\.nii\.ac\.jp\/(?:[a-z]{2}\/)?(?:nrid\/)?(\d+)\/?$/i, '$1');
  if ((orcid ?? null) !== null && number === undefined) return { orcid: orcid ?? null, nrid: null, eRadId: null };
  if ((orcid ?? null) !== null || number === undefined) {
    throw new BadUserInput(
      'person needs one of orcid and nrid: give orcid: "0000-0002-1825-0097" or nrid: "1000000399271".',
    );
  }
  if (!/^\d{13}$/.test(number)) {
    throw new BadUserInput(
      `nrid is ${JSON.stringify(number.slice(0, 40))}: give its 13 digits, such as "1000000399271".`,
    );
  }
  return { orcid: null, nrid: number, eRadId: null };
}

/**
 * The person of an ORCID iD or a number of NII's researcher index; null where no platform has a record of them and no work
 * names them.
 * @throws BadUserInput; UpstreamError where nothing was found and a platform could not be asked.
 */
export async function findPerson(
  { orcid, nrid }: { readonly orcid?: string | null | undefined; readonly nrid?: string | null | undefined },
  catalog: Catalog,
  scope: RequestScope,
): Promise<PersonReference | null> {
  const asked = askedKey(orcid, nrid);
  const { records, failures } = await askPerson(asked, catalog, scope);
  if (records.length > 0) return personOf(mergedKey(asked, records));
  const { creators, failure } = await inWorks(asked, catalog, scope);
  if (creators.length > 0) return personOf(mergedKey(asked, creators));
  const problem = failures[0] ?? failure;
  if (problem) throw problem;
  return null;
}

/** The person of a reference by id; null where the id is none. */
export function personOfId(id: string): PersonReference | null {
  const key = personKeyOfId(id);
  return key === null ? null : personOf(key);
}

function named(person: PersonReference, scope: RequestScope): readonly Creator[] {
  return [...(namedIn(scope).people.get(person.id) ?? [])];
}

/** The best name that a record of theirs or a work has; none where nobody who could be asked knows one. */
export async function nameOfPerson(
  person: PersonReference,
  catalog: Catalog,
  scope: RequestScope,
): Promise<LocalizedText> {
  const { records, failures } = await askPerson(keyOf(person), catalog, scope);
  // What works say counts only where no record does: which works were read by now is chance.
  const known = bestName(records.map(({ name }) => name)) ?? bestName(named(person, scope).map(({ name }) => name));
  if (known !== null) return known;
  const { creators, failure } = await inWorks(keyOf(person), catalog, scope);
  const problem = creators.length > 0 ? null : (failures[0] ?? failure);
  if (problem) throw problem;
  return bestName(creators.map(({ name }) => name)) ?? NO_TEXT;
}

/**
 * Where the person's records say that they are; where none says, where their works say that they were. `withIds`: the ROR ids
 * are wanted, which records of persons do not state and works do.
 */
export async function affiliationsOf(
  person: PersonReference,
  withIds: boolean,
  catalog: Catalog,
  scope: RequestScope,
): Promise<Affiliation[]> {
  const { records, failures }: Answers<{ readonly affiliations: readonly Affiliation[] }> = await askPerson(
    keyOf(person),
    catalog,
    scope,
  );
  const own = eachOnce(records.flatMap(({ affiliations }) => affiliations));
  if (own.length > 0 && !withIds) return own;
  try {
    const { creators, failure } = await inWorks(keyOf(person), catalog, scope);
    const stated = creators.flatMap(({ affiliations }) => affiliations);
    const problem = own.length > 0 || stated.length > 0 ? null : (failures[0] ?? failure);
    if (problem) throw problem;
    return own.length > 0 ? inBestForm(own, stated) : eachOnce(stated);
  } catch (error) {
    if (own.length === 0 || !(error instanceof UpstreamError)) throw error;
    return own;
  }
}

/** The awards that the person's records list; null where no platform that could be asked tells. */
export async function awardsOf(
  person: PersonReference,
  catalog: Catalog,
  scope: RequestScope,
): Promise<AwardReference[] | null> {
  const { records, failures } = await askPerson(keyOf(person), catalog, scope);
  const told = records.flatMap(({ awards }) => (awards === null ? [] : [awards]));
  if (told.length === 0) {
    if (failures[0]) throw failures[0];
    return null;
  }
  const awards = new Map<string, AwardReference>();
  for (const award of told.flat()) if (!awards.has(award.id)) awards.set(award.id, award);
  return [...awards.values()];
}
