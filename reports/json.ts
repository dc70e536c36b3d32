import { questionText, type ReportPlatform, type ReportQuestion } from './question.js';
import type { ReportReceipt } from './receipt.js';
import type { ReportResult } from './report-result.js';

/** A report as JSON: the question, the report as the API gives it, the terms of the platforms that were asked, and the receipt. */
export function reportJson(
  question: ReportQuestion,
  report: ReportResult,
  platforms: readonly ReportPlatform[],
  receipt: ReportReceipt,
): string {
  const asked = new Set(report.coverage.map(({ platform }) => platform));
  const sources = platforms.filter(({ platform }) => asked.has(platform));
  return JSON.stringify({ question: { ...question, text: questionText(question) }, report, sources, receipt }, null, 2);
}
