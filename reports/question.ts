import { z } from 'zod';
import { REPORT_FIELDS, reportResult, type ReportResult } from './report-result.js';

/** What a report is asked with: variables of REPORT_QUERY. */
export interface ReportQuestion {
  /** ReportDimension names, one to three. */
  readonly by: readonly string[];
  readonly query: string | null;
  /** A WorkFilter. */
  readonly filter: Readonly<Record<string, unknown>>;
}

/** The report, and what the platforms are called and ask of those who use their data. */
export const REPORT_QUERY = `query Report($by: [ReportDimension!]!, $query: String, $filter: WorkFilter) {
  report(by: $by, query: $query, filter: $filter) {
    ${REPORT_FIELDS}
  }
  platforms { platform name { ja en text } terms { ja en text } termsUrl }
}`;

const text = z.object({ ja: z.string().nullable(), en: z.string().nullable(), text: z.string() });

/** The data that REPORT_QUERY answers where nothing failed. */
export const reportAnswer = z.object({
  report: reportResult,
  platforms: z.array(
    z.object({ platform: z.string(), name: text, terms: text.nullable(), termsUrl: z.coerce.string().nullable() }),
  ),
});

export type ReportPlatform = z.infer<typeof reportAnswer>['platforms'][number];

/** A WorkFilter as `name=value`, as it is written in commands and addresses. */
export function filterTexts(filter: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value.length === 0 ? [] : [`${name}=${value.map(String).join(',')}`];
    if (typeof value === 'string') return [`${name}=${value}`];
    if (typeof value === 'object') return [`${name}=${Object.values(value).map(String).join(',')}`];
    return [`${name}=${JSON.stringify(value)}`];
  });
}

/** A question in one line for people. */
export function questionText({ query, filter }: Pick<ReportQuestion, 'query' | 'filter'>): string {
  const parts = [...(query === null || query === '' ? [] : [`「${query}」`]), ...filterTexts(filter)];
  return parts.length === 0 ? '全件 everything' : parts.join('; ');
}

/** Whether a report is not whole yet, but will be when it is asked for again. */
export function isBeingCounted({ coverage }: ReportResult): boolean {
  return coverage.some(({ pending }) => pending > 0);
}

/** The platforms' names by their codes, for people. */
export function platformNames(platforms: readonly ReportPlatform[]): ReadonlyMap<string, string> {
  return new Map(platforms.map(({ platform, name }) => [platform, name.text]));
}
