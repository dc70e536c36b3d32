import type { WorkFilter } from '../../common/connector.js';
import { localizedText, plainText } from '../../common/localized-text.js';
import type { LocalizedText, SharedRecord } from '../../common/record.js';
import { facetLabel } from '../facet-labels.js';
import type { Need } from '../needs.js';

/** What a report counts by. PLATFORM is the platform that a row is of: every row has one. */
export type ReportDimension =
  'PLATFORM' | 'TYPE' | 'ACCESS_RIGHT' | 'YEAR' | 'FISCAL_YEAR' | 'LANGUAGE' | 'PUBLISHER' | 'FUNDER' | 'REPOSITORY';

/** A dimension of records. */
export type RecordDimension = Exclude<ReportDimension, 'PLATFORM'>;

/** What a record that states nothing is counted under: works exist of which nobody knows the year. */
export const UNKNOWN = 'UNKNOWN';

const TYPES = [
  'ARTICLE', 'BOOK', 'CONFERENCE_PAPER', 'DATASET', 'PROJECT', 'REPORT', 'SOFTWARE', 'THESIS', 'OTHER',
] as const; // prettier-ignore
const ACCESS_RIGHTS = ['OPEN', 'EMBARGOED', 'RESTRICTED', 'METADATA_ONLY', UNKNOWN] as const;

interface Dimension {
  /** The field of a record that has to be carried for it to be counted. */
  readonly need: Need | 'repository';
  /** The values under which a record counts, each once; none: it states nothing. */
  readonly valuesOf: (record: SharedRecord) => readonly string[];
  /** What a search for the records of one value is narrowed by, where there is such a filter. */
  readonly filter?: (value: string) => WorkFilter;
  /** All values that there are, in their order; absent: they are found in the records. */
  readonly values?: readonly string[];
  /** A span of time: the values are the years that the records lie in. */
  readonly isYear?: true;
}

/** The month in which Japan's fiscal year begins. */
const APRIL = 4;

/** The year of issue: of a period the one in which it begins. */
function yearOf({ issued }: SharedRecord): string[] {
  return typeof issued === 'string' ? [issued.slice(0, 4)] : [];
}

/** The fiscal year in which a day lies, April to March; a date that is only a year lies in two, and counts under none. */
function fiscalYearOf({ issued }: Pick<SharedRecord, 'issued'>): string[] {
  const [start = ''] = (issued ?? '').split('/');
  const [year, month] = start.split('-').map(Number);
  if (year === undefined || month === undefined) return [];
  return [String(month >= APRIL ? year : year - 1).padStart(4, '0')];
}

const names = (text: LocalizedText | null | undefined): string[] => {
  // One name a body: the Japanese one before the English one, so that a body with both is not counted twice.
  const values = text?.values ?? [];
  const best = values.find(({ lang }) => lang === 'ja') ?? values.find(({ lang }) => lang === 'en') ?? values[0];
  return best === undefined ? [] : [best.value];
};

const once = (values: readonly string[]): string[] => [...new Set(values)];

export const DIMENSIONS: Readonly<Record<RecordDimension, Dimension>> = {
  TYPE: {
    need: 'type',
    valuesOf: ({ type }) => (type === undefined ? [] : [type]),
    filter: (value) => ({ types: [value as (typeof TYPES)[number]] }),
    values: TYPES,
  },
  ACCESS_RIGHT: {
    need: 'accessRight',
    valuesOf: ({ accessRight }) => (accessRight === undefined ? [] : [accessRight]),
    filter: (value) => ({ accessRights: [value as (typeof ACCESS_RIGHTS)[number]] }),
    values: ACCESS_RIGHTS,
  },
  YEAR: {
    need: 'issued',
    valuesOf: yearOf,
    filter: (value) => ({ from: value, until: value }),
    isYear: true,
  },
  FISCAL_YEAR: {
    need: 'issued',
    valuesOf: fiscalYearOf,
    filter: (value) => ({ from: `${value}-04-01`, until: `${String(Number(value) + 1)}-03-31` }),
    isYear: true,
  },
  LANGUAGE: {
    need: 'languages',
    valuesOf: ({ languages }) => once((languages ?? []).map((tag) => tag.toLowerCase().split('-')[0] ?? tag)),
  },
  PUBLISHER: { need: 'publisher', valuesOf: ({ publisher }) => names(publisher) },
  FUNDER: { need: 'funding', valuesOf: ({ funding }) => once((funding ?? []).flatMap(({ funder }) => names(funder))) },
  REPOSITORY: {
    need: 'repository',
    valuesOf: ({ repository }) => (typeof repository === 'string' ? [repository] : []),
  },
};

function bilingual(ja: string, en: string): LocalizedText {
  return localizedText([
    { value: ja, lang: 'ja' },
    { value: en, lang: 'en' },
  ]);
}

/** A value's name for people in Japanese and English; a name that a source gives is its own. */
export function labelOf(dimension: RecordDimension, value: string): LocalizedText {
  if (value === UNKNOWN) return bilingual('不明', 'Unknown');
  switch (dimension) {
    case 'YEAR':
      return bilingual(`${value}年`, value);
    case 'FISCAL_YEAR':
      return bilingual(`${value}年度`, `FY${value}`);
    case 'FUNDER':
    case 'REPOSITORY':
      return plainText(value);
    default:
      return facetLabel(dimension, value);
  }
}
