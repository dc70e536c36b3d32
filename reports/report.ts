import { createHash } from 'node:crypto';
import type { GraphQLPort } from '../exports/graphql-port.js';
import { isWhole, type Receipt } from '../exports/receipt.js';
import type { ReportChart } from './chart/chart.js';
import {
  platformNames,
  questionText,
  REPORT_QUERY,
  reportAnswer,
  type ReportPlatform,
  type ReportQuestion,
} from './question.js';
import type { ReportResult } from './report-result.js';

/** The dimensions that there are. */
export const DIMENSION_NAMES = [
  'PLATFORM',
  'TYPE',
  'ACCESS_RIGHT',
  'YEAR',
  'FISCAL_YEAR',
  'LANGUAGE',
  'PUBLISHER',
  'FUNDER',
  'REPOSITORY',
] as const;

/** A report as it was counted, with what belongs to it. */
export interface CountedReport {
  readonly question: ReportQuestion;
  readonly report: ReportResult;
  readonly platforms: readonly ReportPlatform[];
}

/**
 * Counts, as far as it is done in the API's time.
 * @throws AskFailure
 */
export async function readReport(
  port: GraphQLPort,
  question: ReportQuestion,
  signal?: AbortSignal,
): Promise<CountedReport> {
  const { by, query, filter } = question;
  const { report, platforms } = reportAnswer.parse(await port.ask(REPORT_QUERY, { by, query, filter }, signal));
  // The port gives no answer without the report that was asked for.
  if (report === null) throw new Error('The answer has no report.');
  return { question, report, platforms };
}

/** How many counts are made, of how many that are known to be needed. */
export function progressOf({ coverage }: ReportResult): { readonly made: number; readonly wanted: number } {
  let [made, wanted] = [0, 0];
  for (const { message } of coverage) {
    const [, done, of] = /(\d+) of (\d+) counts are made so far/.exec(message ?? '') ?? [];
    made += Number(done ?? 0);
    wanted += Number(of ?? 0);
  }
  return { made, wanted };
}

/** What a picture of it is made of. */
export function chartOf({ question, report, platforms }: CountedReport): ReportChart {
  return { report, question: questionText(question), names: platformNames(platforms) };
}

/** The cells alone, in one order whatever the time of counting: what a report is told apart by. */
function canonical({ rows }: ReportResult): string {
  const cells = rows.map(({ keys, platform, count, exact }) => [
    keys.map(({ value }) => value),
    platform,
    count,
    exact,
  ]);
  return JSON.stringify(cells.map((cell) => JSON.stringify(cell)).sort());
}

/** What is needed to repeat and cite a report. */
export function reportReceipt({ question, report, platforms }: CountedReport, version: string): Receipt {
  const { by, query, filter } = question;
  const { generatedAt, rows, coverage } = report;
  const contentHash = `sha256:${createHash('sha256').update(canonical(report)).digest('hex')}`;
  return {
    kind: 'report',
    software: 'kakehashi',
    version,
    generatedAt,
    query,
    filter: { ...filter },
    by: [...by],
    rows: rows.length,
    complete: isWhole(coverage),
    sources: coverage.map(({ platform, state, method, message }) => {
      const known = platforms.find((one) => one.platform === platform);
      return {
        platform,
        name: { ja: known?.name.ja ?? null, en: known?.name.en ?? platform },
        state,
        method,
        message,
        attribution: null,
        terms: known?.termsUrl ?? null,
      };
    }),
    contentHash,
    cite: `Kakehashi ${version}: counts by ${by.join(', ').toLowerCase()} (${questionText(question)}), ${generatedAt}, ${contentHash}.`,
  };
}
