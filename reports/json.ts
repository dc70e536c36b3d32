import { questionText, type ReportPlatform, type ReportQuestion } from './question.js';
import type { ReportResult } from './report-result.js';

/** A report as JSON: the question, the report as the API gives it, and the terms of the platforms that were asked. */
export function reportJson(
  question: ReportQuestion,
  report: ReportResult,
  platforms: readonly ReportPlatform[],
): string {
  const asked = new Set(report.coverage.map(({ platform }) => platform));
  const sources = platforms.filter(({ platform }) => asked.has(platform));
  return JSON.stringify({ question: { ...question, text: questionText(question) }, report, sources }, null, 2);
}
