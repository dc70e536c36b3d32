import type { UpstreamError } from '../../upstream/errors.js';
import type { RequestScope } from '../../upstream/scope.js';
import { awardIdOfNumber, normalizeAwardNumber, numberOfAwardId } from '../common/award-number.js';
import type { AwardRecord } from '../common/entity-records.js';
import { BadUserInput } from '../common/errors.js';
import type { Creator, LocalizedText } from '../common/record.js';
import { awardOf, type AwardReference } from '../common/value-resolvers.js';
import { bestName } from './best-names.js';
import { askAward } from './entities.js';
import { someWorks, worksOfAward } from './entity-works.js';
import type { MergedWork } from './merge.js';
import type { Catalog } from './search.js';

/** Longer than any grant number that is printed. */
const MAX_NUMBER = 60;

function awardsIn(works: readonly MergedWork[]): AwardReference[] {
  return works.flatMap(({ funding }) => (funding ?? []).flatMap((grant) => awardOf(grant) ?? []));
}

/** The award of a number that says nothing of its funder: the one that works name, if they name one alone. */
async function findByNumber(number: string, catalog: Catalog, scope: RequestScope): Promise<AwardReference | null> {
  const { works, failure } = await someWorks({ awardNumber: number }, catalog, scope);
  const wanted = normalizeAwardNumber(number);
  const found = awardsIn(works).filter((award) => normalizeAwardNumber(award.number) === wanted);
  const ids = [...new Set(found.map(({ id }) => id))];
  if (ids.length > 1) {
    throw new BadUserInput(
      `Awards of ${String(ids.length)} funders have this number (${ids.join(', ')}): open the one that you mean from a work's funding.`,
    );
  }
  if (found.length === 0 && failure) throw failure;
  return found[0] ?? null;
}

/**
 * The award of a number in any form that people print or paste; null where no platform has a record of it and no work names it.
 * @throws BadUserInput; UpstreamError where nothing was found and a platform could not be asked.
 */
export async function findAward(number: string, catalog: Catalog, scope: RequestScope): Promise<AwardReference | null> {
  const id = awardIdOfNumber(number);
  const printed = number.normalize('NFKC').trim();
  if (id === null) {
    if (!/\d/.test(printed) || printed.length > MAX_NUMBER) {
      throw new BadUserInput(
        `${JSON.stringify(printed.slice(0, 40))} is no grant number: give one such as JP20H00001, 20H00001, JPMJMS2021 or 101017452.`,
      );
    }
    return findByNumber(printed, catalog, scope);
  }
  const award = awardOfId(id);
  const { records, failures } = await askAward(id, catalog, scope);
  if (records.length > 0) return award;
  const { works, failure } = await someWorks(worksOfAward(id), catalog, scope);
  if (awardsIn(works).some((named) => named.id === id)) return award;
  const problem = failures[0] ?? failure;
  if (problem) throw problem;
  return null;
}

/** The award of a reference by id. */
export function awardOfId(id: string): AwardReference {
  return { id, number: numberOfAwardId(id), title: null, funder: null };
}

interface Told<T> {
  readonly value: T | null;
  /** A platform that might tell could not be asked. */
  readonly failure: UpstreamError | undefined;
}

/** A field of the platforms' records: what the best of them says, or null; an error where one that may tell could not be asked. */
async function told<T>(
  award: AwardReference,
  choose: (records: readonly AwardRecord[]) => T | null,
  catalog: Catalog,
  scope: RequestScope,
): Promise<Told<T>> {
  const { records, failures } = await askAward(award.id, catalog, scope);
  return { value: choose(records), failure: failures[0] };
}

function orThrow<T>({ value, failure }: Told<T>): T | null {
  if (value === null && failure) throw failure;
  return value;
}

/** As the work or person that led here states it, else the best that a platform's record or a work has. */
export async function textOfAward(
  award: AwardReference,
  field: 'title' | 'funder',
  catalog: Catalog,
  scope: RequestScope,
): Promise<LocalizedText | null> {
  if (award[field] !== null) return award[field];
  const known = await told(award, (records) => bestName(records.map((record) => record[field])), catalog, scope);
  if (known.value !== null) return known.value;
  const { works, failure } = await someWorks(worksOfAward(award.id), catalog, scope);
  const stated = awardsIn(works).filter(({ id }) => id === award.id);
  const value = bestName(stated.map((named) => named[field]));
  return orThrow({ value, failure: known.failure ?? failure ?? undefined });
}

export async function programOf(
  award: AwardReference,
  catalog: Catalog,
  scope: RequestScope,
): Promise<LocalizedText | null> {
  return orThrow(await told(award, (records) => bestName(records.map(({ program }) => program)), catalog, scope));
}

export async function periodOf(award: AwardReference, catalog: Catalog, scope: RequestScope): Promise<string | null> {
  const first = (records: readonly AwardRecord[]): string | null =>
    records.find(({ period }) => period !== null)?.period ?? null;
  return orThrow(await told(award, first, catalog, scope));
}

/**
 * Of one record, whole. Empty where no record that could be read tells of them: the field cannot be null, and one platform's
 * failure must not take the award with it.
 */
export async function investigatorsOf(
  award: AwardReference,
  catalog: Catalog,
  scope: RequestScope,
): Promise<readonly Creator[]> {
  const first = (records: readonly AwardRecord[]): readonly Creator[] | null =>
    records.find(({ investigators }) => investigators !== null && investigators.length > 0)?.investigators ?? null;
  const { value } = await told(award, first, catalog, scope);
  return value ?? [];
}
