import type { AccessRight, WorkType } from '../common/record.js';
import { accessRight as commonAccessRight, languageTag, workType } from '../common/vocabulary.js';
import type { ProductType } from './requests.js';
import type { Product } from './shapes.js';

/** The labels of a publication's copies, as the Graph's vocabulary of resource types has them, under the contract's types. */
const INSTANCE_TYPES: Partial<Readonly<Record<WorkType, readonly string[]>>> = {
  ARTICLE: ['Article', 'Review', 'Data Paper', 'Software Paper'],
  BOOK: ['Book', 'Part of book or chapter of book'],
  CONFERENCE_PAPER: ['Conference object'],
  REPORT: ['Report', 'External research report', 'Internal report', 'Project deliverable'],
  THESIS: ['Thesis', 'Doctoral thesis', 'Master thesis', 'Bachelor thesis'],
};

const TYPE_OF_INSTANCE: ReadonlyMap<string, WorkType> = new Map(
  Object.entries(INSTANCE_TYPES).flatMap(([type, labels]) =>
    labels.map((label) => [label.toLowerCase(), workTypeOf(type)] as const),
  ),
);

function workTypeOf(type: string): WorkType {
  return (
    (['ARTICLE', 'BOOK', 'CONFERENCE_PAPER', 'REPORT', 'THESIS'] as const).find((known) => known === type) ?? 'OTHER'
  );
}

/**
 * The type of a product: datasets, software and other products are that; what kind of publication one is, its copies tell,
 * the first that says so. A preprint, and a publication of which nothing more is said, is OTHER.
 */
export function typeOf({ type, instances }: Product): WorkType {
  if (type === 'dataset') return 'DATASET';
  if (type === 'software') return 'SOFTWARE';
  if (type === 'other') return 'OTHER';
  for (const { type: label } of instances) {
    const known = TYPE_OF_INSTANCE.get((label ?? '').toLowerCase()) ?? workType(label);
    // A publication stays one, whatever the label of a copy.
    if (!['OTHER', 'DATASET', 'SOFTWARE', 'PROJECT'].includes(known)) return known;
  }
  return 'OTHER';
}

/** How products of one type of the contract are asked for; null: there are none. */
export function typeQuery(
  type: WorkType,
): { readonly type: ProductType; readonly instanceTypes: readonly string[] } | null {
  if (type === 'PROJECT') return null;
  if (type === 'DATASET') return { type: 'dataset', instanceTypes: [] };
  if (type === 'SOFTWARE') return { type: 'software', instanceTypes: [] };
  if (type === 'OTHER') return { type: 'other', instanceTypes: [] };
  return { type: 'publication', instanceTypes: INSTANCE_TYPES[type] ?? [] };
}

const ACCESS_BY_LABEL: Readonly<Record<string, AccessRight>> = {
  open: 'OPEN',
  'open source': 'OPEN',
  'open access': 'OPEN',
  embargo: 'EMBARGOED',
  embargoed: 'EMBARGOED',
  restricted: 'RESTRICTED',
  closed: 'METADATA_ONLY',
  'closed access': 'METADATA_ONLY',
};

/** The access right of the Graph's label, else of the COAR code beside it. */
export function accessRightOf(
  coded: { readonly code: string | null; readonly label: string | null } | null,
): AccessRight {
  if (coded === null) return 'UNKNOWN';
  const byLabel = ACCESS_BY_LABEL[(coded.label ?? '').toLowerCase()];
  return byLabel ?? commonAccessRight(coded.label, coded.code === null ? null : `/access_right/${coded.code}`);
}

/** Codes for "no language stated". */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['und', 'unknown', 'zxx', 'mis']);

/** The languages of a code: eng, or both ISO 639-2 codes of one language (fre/fra). */
export function languagesOf(code: string | null): string[] {
  if (code === null || NO_LANGUAGE.has(code.toLowerCase())) return [];
  const tags = code.split('/').flatMap((part) => languageTag(part) ?? []);
  const [tag] = tags.filter((candidate) => candidate.length === 2).concat(tags);
  return tag === undefined ? [] : [tag];
}

/** ISO 639-3 codes whose bibliographic and terminological forms are one: only these can be asked for without doubt. */
const ASKED_LANGUAGES: Readonly<Record<string, string>> = {
  ja: 'jpn', en: 'eng', ko: 'kor', it: 'ita', pt: 'por', ru: 'rus', pl: 'pol', fi: 'fin', sv: 'swe', da: 'dan', no: 'nor',
  uk: 'ukr', tr: 'tur', hu: 'hun', ar: 'ara', la: 'lat', vi: 'vie', th: 'tha', id: 'ind', hr: 'hrv', sl: 'slv', et: 'est',
}; // prettier-ignore

/** A language tag as version 3 takes it, or null where its code is in doubt. */
export function languageCode(tag: string): string | null {
  return ASKED_LANGUAGES[tag.split('-')[0]?.toLowerCase() ?? ''] ?? null;
}
