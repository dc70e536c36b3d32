import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GraphQLPort } from '../exports/graphql-port.js';
import { citation, isWhole, nameOf, type Receipt } from '../exports/receipt.js';
import { readTerms } from '../exports/terms.js';

/** What is counted: the arguments of the API's `report`. */
export interface ReportQuestion {
  /** ReportDimension values, in the API's names. */
  readonly by: readonly string[];
  readonly query: string | null;
  /** A WorkFilter. */
  readonly filter: Readonly<Record<string, unknown>>;
}

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

const maybe = z.string().nullable();
const reportShape = z.object({
  by: z.array(z.string()),
  rows: z.array(
    z.object({
      keys: z.array(
        z.object({
          dimension: z.string(),
          value: z.string(),
          label: z.object({ ja: maybe, en: maybe, text: z.string() }),
        }),
      ),
      platform: z.string(),
      count: z.number().nullable(),
      exact: z.boolean(),
    }),
  ),
  total: z.number(),
  coverage: z.array(z.object({ platform: z.string(), state: z.string(), method: z.string(), message: maybe })),
  generatedAt: z.string(),
});
export type ReportResult = z.infer<typeof reportShape>;
export type ReportRow = ReportResult['rows'][number];

const answerShape = z.object({ report: reportShape });

const OPERATION = `query Report($by: [ReportDimension!]!, $query: String, $filter: WorkFilter) {
  report(by: $by, query: $query, filter: $filter) {
    by rows { keys { dimension value label { ja en text } } platform count exact }
    total coverage { platform state method message } generatedAt
  }
}`;

/**
 * Counts, as far as it is done in the API's time.
 * @throws AskFailure
 */
export async function readReport(
  port: GraphQLPort,
  { by, query, filter }: ReportQuestion,
  signal?: AbortSignal,
): Promise<ReportResult> {
  return answerShape.parse(await port.ask(OPERATION, { by, query, filter }, signal)).report;
}

/** Whether some platform is still being counted: asked again, it goes on. */
export function isCounting({ coverage }: ReportResult): boolean {
  return coverage.some(({ state, message }) => state === 'PARTIAL' && /counts are made so far/.test(message ?? ''));
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
export async function reportReceipt(
  port: GraphQLPort,
  question: ReportQuestion,
  result: ReportResult,
  version: string,
): Promise<Receipt> {
  const terms = await readTerms(port);
  const { by, query, filter } = question;
  const contentHash = `sha256:${createHash('sha256').update(canonical(result)).digest('hex')}`;
  return {
    kind: 'report',
    software: 'kakehashi',
    version,
    generatedAt: result.generatedAt,
    query,
    filter: { ...filter },
    by: [...by],
    rows: result.rows.length,
    complete: isWhole(result.coverage),
    sources: result.coverage.map(({ platform, state, method, message }) => ({
      platform,
      name: nameOf(platform, terms),
      state,
      method,
      message,
      attribution: terms.get(platform)?.attribution ?? null,
      terms: terms.get(platform)?.termsUrl ?? null,
    })),
    contentHash,
    cite: citation(`counts by ${by.join(', ').toLowerCase()}`, question, {
      version,
      generatedAt: result.generatedAt,
      hash: contentHash,
    }),
  };
}
