import { createHash } from 'node:crypto';
import { z } from 'zod';
import { questionText, type ReportQuestion } from './question.js';
import { reportResult, type ReportResult } from './report-result.js';

const receipt = z.object({
  kind: z.literal('kakehashi-report'),
  /** Of Kakehashi. */
  version: z.string(),
  question: z.object({
    by: z.array(z.string()).min(1),
    query: z.string().nullable(),
    filter: z.record(z.string(), z.unknown()),
  }),
  generatedAt: z.string(),
  /** Of the counts that were made. */
  total: z.number(),
  /** Sums by platform; null: nothing of it was counted. */
  totals: z.record(z.string(), z.number().nullable()),
  coverage: reportResult.shape.coverage,
  /** SHA-256 over the cells, which equal counts have in common whenever they are made. */
  contentHash: z.string(),
  /** One line for a list of references. */
  cite: z.string(),
  cells: z.array(
    z.object({
      platform: z.string(),
      /** In the order of `question.by`. */
      values: z.array(z.string()),
      count: z.number().nullable(),
      exact: z.boolean(),
    }),
  ),
});

/** What is needed to repeat a report, to cite it, and to tell what has changed. */
export type ReportReceipt = z.infer<typeof receipt>;
type Cell = ReportReceipt['cells'][number];

const keyOf = ({ platform, values }: Pick<Cell, 'platform' | 'values'>): string =>
  JSON.stringify([platform, ...values]);

export function reportReceipt(question: ReportQuestion, report: ReportResult, version: string): ReportReceipt {
  const cells = report.rows
    .map(({ platform, keys, count, exact }) => ({ platform, values: keys.map(({ value }) => value), count, exact }))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const totals = report.coverage.map(({ platform }): [string, number | null] => {
    const counts = cells.flatMap((cell) => (cell.platform === platform && cell.count !== null ? [cell.count] : []));
    return [platform, counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)];
  });
  const contentHash = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
  const by = question.by.join(', ').toLowerCase();
  return {
    kind: 'kakehashi-report',
    version,
    question: { by: [...question.by], query: question.query, filter: { ...question.filter } },
    generatedAt: report.generatedAt,
    total: report.total,
    totals: Object.fromEntries(totals),
    coverage: report.coverage,
    contentHash,
    cite: `Kakehashi ${version}: counts by ${by} (${questionText(question)}), ${report.generatedAt}, sha256:${contentHash}.`,
    cells,
  };
}

/** A receipt from a file, which may be the whole report as JSON; null: it is none. */
export function readReceipt(text: string): ReportReceipt | null {
  try {
    const json = JSON.parse(text) as unknown;
    const within = z.object({ receipt }).safeParse(json);
    if (within.success) return within.data.receipt;
    const parsed = receipt.safeParse(json);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A cell that differs. Null: not counted; a combination that has no row has no record where its platform was counted. */
export interface CellChange {
  readonly platform: string;
  readonly values: readonly string[];
  readonly before: number | null;
  readonly now: number | null;
}

/** What a combination without a row counts: 0 on a platform that was counted as a whole, else nobody knows. */
function missing({ coverage }: ReportReceipt, platform: string): number | null {
  const source = coverage.find((one) => one.platform === platform);
  return source?.state === 'OK' && source.method !== 'SAMPLE' ? 0 : null;
}

/** The cells whose counts differ between two runs of one question, in the order of the new one; those that are gone last. */
export function changes(before: ReportReceipt, now: ReportReceipt): CellChange[] {
  const [old, fresh] = [before, now].map(({ cells }) => new Map(cells.map((cell) => [keyOf(cell), cell])));
  const all = new Map([...now.cells, ...before.cells].map((cell) => [keyOf(cell), cell]));
  return [...all].flatMap(([key, { platform, values }]) => {
    const [was, is] = [
      old?.get(key)?.count ?? (old?.has(key) === true ? null : missing(before, platform)),
      fresh?.get(key)?.count ?? (fresh?.has(key) === true ? null : missing(now, platform)),
    ];
    return was === is ? [] : [{ platform, values, before: was, now: is }];
  });
}
