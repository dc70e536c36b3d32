import { identifier, uniqueIdentifiers } from '../common/identifiers.js';
import { textIn } from '../common/localized-text.js';
import { NO_FIELDS } from '../common/no-fields.js';
import type { Creator, FieldSource, License, LocalizedText, SharedRecord, WorkFields } from '../common/record.js';
import { canonicalId } from './identity.js';
import type { WorkReference } from '../common/work-reference.js';
import type { CatalogPlatform } from './platforms.js';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Fields whose null says "not known, because a record could not be read". */
type NullableList =
  | 'alternativeTitles'
  | 'contributors'
  | 'languages'
  | 'subjects'
  | 'licenses'
  | 'formats'
  | 'funding'
  | 'places'
  | 'files'
  | 'related';

/** A work merged from the records that the platforms hold of it. */
export type MergedWork = Omit<WorkFields, NullableList> & {
  readonly [Field in NullableList]: WorkFields[Field] | null;
} & {
  readonly id: string;
  readonly license: License | null;
  readonly records: readonly SharedRecord[];
  readonly provenance: readonly FieldSource[];
};

/** How well a record states a field: higher is better, 0 is not at all. Equal: the more trusted record gives it. */
type Quality<Field extends keyof WorkFields> = (value: WorkFields[Field], record: SharedRecord) => number;

/** A title in two languages beats one; readings count for nothing. */
function textQuality(text: LocalizedText | null): number {
  if (text === null || text.values.length === 0) return 0;
  return 1 + (textIn(text, 'ja') === null ? 0 : 1) + (textIn(text, 'en') === null ? 0 : 1);
}

/** A day beats a month, a month a year. The first of January says no more than its year: indexes make that of a bare year (OpenAIRE). */
function dateQuality(date: string | null): number {
  const start = date?.split('/')[0] ?? '';
  return start.endsWith('-01-01') ? 4 : start.length;
}

/** The record that identifies most creators: an ORCID counts for more than another number, any number for more than a name alone. */
function creatorsQuality(creators: readonly Creator[]): number {
  if (creators.length === 0) return 0;
  const identified = creators.reduce((sum, creator) => {
    const named = creator.name.values.length > 0 ? 1 : 0;
    return (
      sum +
      named +
      (creator.orcid ? 8 : (creator.nrid ?? creator.eRadId) ? 4 : 0) +
      (creator.affiliations.length > 0 ? 1 : 0) +
      (textIn(creator.name, 'ja') && textIn(creator.name, 'en') ? 1 : 0)
    );
  }, 0);
  return 1 + identified / creators.length;
}

const present = (value: unknown): number => (value === null || (Array.isArray(value) && value.length === 0) ? 0 : 1);

/** Per field, what makes one record's value better than another's. The list is the documentation of docs/merging.md. */
const QUALITY: { readonly [Field in keyof WorkFields]: Quality<Field> } = {
  doi: present,
  identifiers: present,
  type: (type) => (type === 'OTHER' ? 0 : 1),
  title: textQuality,
  alternativeTitles: present,
  description: textQuality,
  creators: creatorsQuality,
  contributors: present,
  publisher: textQuality,
  container: (container) => (container === null ? 0 : 1 + textQuality(container.title)),
  event: present,
  degree: present,
  version: present,
  issued: dateQuality,
  updated: present,
  languages: present,
  subjects: present,
  accessRight: (right) => (right === 'UNKNOWN' ? 0 : 1),
  embargoUntil: present,
  licenses: (licenses) => (licenses.length === 0 ? 0 : licenses.some(({ spdx, url }) => spdx ?? url) ? 2 : 1),
  formats: present,
  size: present,
  funding: (funding) => (funding.length === 0 ? 0 : funding.some(({ awardNumber }) => awardNumber !== null) ? 2 : 1),
  places: present,
  period: present,
  files: present,
  url: present,
  related: present,
};

/** The names of all fields of a work. */
export const WORK_FIELDS: ReadonlySet<string> = new Set(Object.keys(QUALITY));

/** Lists that are null where a record could not be read. */
export const NULLABLE_LISTS: ReadonlySet<keyof WorkFields> = new Set([
  'alternativeTitles', 'contributors', 'languages', 'subjects', 'licenses', 'formats', 'funding', 'places', 'files', 'related',
]); // prettier-ignore

/** The records by trust: origins before indexes, then the platforms' order, then the id. */
export function byTrust(records: readonly SharedRecord[], platforms: readonly CatalogPlatform[]): SharedRecord[] {
  const standing = new Map(
    platforms.map((platform, index) => [
      platform.connector.platform,
      (platform.standing === 'origin' ? 0 : platforms.length) + index,
    ]),
  );
  const rank = (record: SharedRecord): number => standing.get(record.platform) ?? 2 * platforms.length;
  return [...records].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The record that states a field best, or null where none states it. */
function best<Field extends keyof WorkFields>(
  records: readonly SharedRecord[],
  field: Field,
): { record: SharedRecord; value: WorkFields[Field] } | null {
  let found: { record: SharedRecord; value: WorkFields[Field]; quality: number } | null = null;
  for (const record of records) {
    const value = record[field] as WorkFields[Field] | undefined;
    if (value === undefined) continue;
    const quality = QUALITY[field](value, record);
    if (quality > (found?.quality ?? 0)) found = { record, value, quality };
  }
  return found;
}

/** The value of a field that a merge of the records gives, or null where none states it. */
export function bestOf<Field extends keyof WorkFields>(
  records: readonly SharedRecord[],
  platforms: readonly CatalogPlatform[],
  field: Field,
): WorkFields[Field] | null {
  return best(byTrust(records, platforms), field)?.value ?? null;
}

function mergeField<Field extends keyof WorkFields>(
  work: Partial<Mutable<WorkFields>>,
  provenance: FieldSource[],
  records: readonly SharedRecord[],
  field: Field,
): void {
  const found = best(records, field);
  work[field] = found?.value ?? NO_FIELDS[field];
  if (found) provenance.push({ field, platform: found.record.platform, recordId: found.record.id });
  const unread = records.some((record) => record[field] === undefined);
  // Not "the sources have none": a record that would tell could not be read.
  if (!found && unread && NULLABLE_LISTS.has(field)) (work as Record<string, unknown>)[field] = null;
}

/** What other subgraphs start from: the canonical id, and the ids of the merged records. */
export function referenceOf(records: readonly SharedRecord[], platforms: readonly CatalogPlatform[]): WorkReference {
  const known = byTrust(records, platforms).map(({ id }) => id);
  return { id: canonicalId(records, platforms), known: known.join(' ') };
}

/** Works as they were merged last, by their first record: those of an answer that is kept are merged again with every search. */
const known = new WeakMap<
  SharedRecord,
  { readonly platforms: readonly CatalogPlatform[]; readonly work: MergedWork }
>();

/**
 * Merges the records of one work: each field from one record (QUALITY, then trust), never values of two records mixed
 * within it; identifiers are those of all records. The result does not depend on the order of the records.
 */
export function mergeRecords(records: readonly SharedRecord[], platforms: readonly CatalogPlatform[]): MergedWork {
  const trusted = byTrust(records, platforms);
  const [first] = trusted;
  const before = first && known.get(first);
  if (before?.platforms === platforms && areSame(before.work.records, trusted)) return before.work;
  const work = mergeTrusted(trusted, platforms);
  if (first) known.set(first, { platforms, work });
  return work;
}

function areSame(some: readonly SharedRecord[], others: readonly SharedRecord[]): boolean {
  return some.length === others.length && some.every((record, index) => record === others[index]);
}

function mergeTrusted(trusted: readonly SharedRecord[], platforms: readonly CatalogPlatform[]): MergedWork {
  const work: Partial<Mutable<WorkFields>> = {};
  const provenance: FieldSource[] = [];
  for (const field of Object.keys(QUALITY) as (keyof WorkFields)[]) mergeField(work, provenance, trusted, field);
  const fields = work as Mutable<WorkFields>;
  fields.identifiers = uniqueIdentifiers(trusted.flatMap((record) => record.identifiers ?? []));
  // The date belongs to the access right that it qualifies: another record's embargo says nothing of this one's.
  const access = best(trusted, 'accessRight');
  if (access?.record.embargoUntil !== undefined) fields.embargoUntil = access.record.embargoUntil;
  if (fields.doi !== null) {
    fields.url = identifier('DOI', fields.doi).url;
    const owner = provenance.find(({ field }) => field === 'doi');
    const told = provenance.findIndex(({ field }) => field === 'url');
    if (owner) provenance.splice(told < 0 ? provenance.length : told, told < 0 ? 0 : 1, { ...owner, field: 'url' });
  }
  return {
    ...fields,
    id: canonicalId(trusted, platforms),
    license: fields.licenses?.[0] ?? null,
    records: trusted,
    provenance,
  };
}
