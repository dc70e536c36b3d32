/** What a check of a profile is, and what it says of a document. */
import type { FormatWork } from '../formats/work.js';
import type { FieldSource, WorkFields } from '../subgraphs/common/record.js';

export type CheckStatus = 'PASS' | 'FAIL' | 'WARN' | 'NOT_APPLICABLE' | 'NOT_CHECKED';

/** Whose gap a failed check is: the source has no such value, or our mapping lost or spoilt it. */
export type Cause = 'UPSTREAM_MISSING' | 'MAPPING';

/** One check of a document, as the API gives it. */
export interface ConformanceCheck<Name extends ProfileName = ProfileName> {
  readonly profile: Name;
  /** The profile's own name of it. */
  readonly id: string;
  /** How much the profile asks for it, in the profile's own word. */
  readonly level: string;
  readonly status: CheckStatus;
  readonly evidence: string | null;
  readonly cause: Cause | null;
  readonly source: FieldSource | null;
}

/** The API's profiles. */
export const WORK_PROFILES = [
  'DATACITE_4_6',
  'OPENAIRE_DATA_3',
  'DCAT_AP_3',
  'SCHEMA_ORG_DATASET',
  'JPCOAR_2',
  'COMMON_METADATA',
  'FUJI_STATIC',
] as const;
export type WorkProfileName = (typeof WORK_PROFILES)[number];
/** Those that only partners' documents are checked by: we write no such document. */
export const DOCUMENT_PROFILES = ['OPENAIRE_LITERATURE_4', 'OPENAIRE_CRIS_1_2'] as const;
export type ProfileName = WorkProfileName | (typeof DOCUMENT_PROFILES)[number];

/**
 * What is said of a document without the value. `conditional`: mandatory in a part that the document has; `applicable`: mandatory
 * where the source has it, which only a work's own values tell.
 */
export type Need = 'mandatory' | 'conditional' | 'applicable' | 'recommended' | 'optional';

/** What a check saw in a document. `weak`: taken, though the profile prefers another; `none`: the document has no part that it is about. */
export interface Finding {
  readonly saw: 'good' | 'weak' | 'absent' | 'wrong' | 'none' | 'unchecked';
  readonly evidence: string | null;
}

export interface Check {
  readonly id: string;
  readonly level: string;
  readonly need: Need;
  /** The fields of a work that its value comes from; the first that a source tells is the check's source. */
  readonly fields: readonly (keyof WorkFields)[];
  /** Whether a work's sources tell what the check asks for; absent: they do where they tell one of its fields. */
  readonly told?: ((work: FormatWork) => boolean) | undefined;
}

/** A work whose own export is checked. */
export interface CheckedWork extends FormatWork {
  /** Fields of which it is not known whether a source tells them, because a record could not be read. */
  readonly unread?: ReadonlySet<keyof WorkFields>;
}

const UNREAD = 'a record that may have it could not be read';

/** Whether a work's sources tell a field. */
export function tells(work: FormatWork, field: keyof WorkFields): boolean {
  const value = work[field];
  if (value === null || value === 'UNKNOWN') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || !('values' in value) || value.values.length > 0;
}

function toldBy(check: Check, work: FormatWork): boolean {
  return check.told?.(work) ?? check.fields.some((field) => tells(work, field));
}

function statusOf({ need }: Check, { saw }: Finding, told: boolean): CheckStatus {
  switch (saw) {
    case 'good':
      return 'PASS';
    case 'weak':
      return 'WARN';
    case 'wrong':
      return 'FAIL';
    case 'unchecked':
      return 'NOT_CHECKED';
    case 'none':
      return 'NOT_APPLICABLE';
    case 'absent':
      if (need === 'mandatory' || need === 'conditional') return 'FAIL';
      if (need === 'applicable') return told ? 'FAIL' : 'NOT_APPLICABLE';
      return need === 'recommended' || told ? 'WARN' : 'NOT_APPLICABLE';
  }
}

/**
 * What a check says of a document.
 * @param work whose document it is; null: a foreign document, which is the source itself
 */
export function verdict(
  profile: ProfileName,
  check: Check,
  finding: Finding,
  work: CheckedWork | null,
): ConformanceCheck {
  const told = work !== null && toldBy(check, work);
  const status = statusOf(check, finding, told);
  const failed = status === 'FAIL' || status === 'WARN';
  if (failed && !told && check.fields.some((name) => work?.unread?.has(name) === true))
    return {
      profile,
      id: check.id,
      level: check.level,
      status: 'NOT_CHECKED',
      evidence: UNREAD,
      cause: null,
      source: null,
    };
  const field = work === null ? undefined : check.fields.find((name) => tells(work, name));
  return {
    profile,
    id: check.id,
    level: check.level,
    status,
    evidence: finding.evidence,
    cause: failed ? (told ? 'MAPPING' : 'UPSTREAM_MISSING') : null,
    source: work?.provenance?.find((item) => item.field === field) ?? null,
  };
}

/** The longest piece of a document that is shown. */
const SHOWN = 120;

/** A document's text as evidence: on one line, control characters left out, cut. */
export function shown(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN - 1)}…`;
}
