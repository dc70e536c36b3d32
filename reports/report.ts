import type { GraphQLPort } from '../exports/graphql-port.js';
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
  return { question, report, platforms };
}

/** What a picture of it is made of. */
export function chartOf({ question, report, platforms }: CountedReport): ReportChart {
  return { report, question: questionText(question), names: platformNames(platforms) };
}
