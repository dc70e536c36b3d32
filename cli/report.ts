import { readFileSync } from 'node:fs';
import { reportCsv } from '../reports/csv.js';
import { chartPage } from '../reports/chart/page.js';
import { chartSvg } from '../reports/chart/picture.js';
import { ChartRefusal, checkChart } from '../reports/chart/specification.js';
import { reportJson } from '../reports/json.js';
import { reportParquet } from '../reports/parquet.js';
import { isBeingCounted, questionText, type ReportQuestion } from '../reports/question.js';
import { changes, readReceipt, reportReceipt, type ReportReceipt } from '../reports/receipt.js';
import { chartOf, readReport, type CountedReport } from '../reports/report.js';
import type { ReportResult } from '../reports/report-result.js';
import { platforms as registry } from '../subgraphs/index.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_ALL_FAILED, EXIT_USAGE, print, tell } from './exit.js';
import { readFilterOptions } from './filter-options.js';
import { writeWhole } from './output.js';
import { VERSION } from './package-info.js';
import { Progress } from './progress.js';
import { changeTable, reportTable } from './report-table.js';
import { startRuntime, type Runtime } from './runtime.js';

export interface ReportOptions {
  readonly by?: string;
  readonly query?: string;
  readonly filter: readonly string[];
  readonly format: 'table' | 'csv' | 'json' | 'parquet';
  readonly out?: string;
  readonly chart?: string;
  readonly receipt?: string;
  readonly fromReceipt?: string;
}

function usage(message: string): never {
  throw new CommandFailure(message, EXIT_USAGE);
}

function receiptFrom(path: string): ReportReceipt {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new CommandFailure(`${path} cannot be read.`);
  }
  const receipt = readReceipt(text);
  if (receipt === null)
    throw new CommandFailure(`${path} is no receipt of a report (kakehashi report --receipt FILE).`);
  return receipt;
}

/** All that can be wrong is told before anything is asked. */
function questionOf({ by, query, filter, fromReceipt }: ReportOptions, before: ReportReceipt | null): ReportQuestion {
  if (before !== null) {
    if (by !== undefined || query !== undefined || filter.length > 0)
      usage('--from-receipt FILE has its own --by, --query and --filter: leave them out.');
    return before.question;
  }
  if (by === undefined)
    usage(`Give --by, such as --by platform,year${fromReceipt === undefined ? ', or --from-receipt FILE' : ''}.`);
  const dimensions = by.split(',').map((name) => name.trim().toUpperCase()).filter((name) => name !== ''); // prettier-ignore
  return {
    by: dimensions,
    query: query ?? null,
    filter: readFilterOptions(filter, new Map(registry.map(({ name, platform }) => [name, platform]))),
  };
}

function checkFiles({ format, out, chart }: ReportOptions, { by }: ReportQuestion): void {
  if (format === 'parquet' && out === undefined) usage('--format parquet needs --out FILE.parquet.');
  if (chart === undefined) return;
  if (!/\.(?:svg|html)$/i.test(chart)) usage(`--chart ${chart}: the name ends with .svg or .html.`);
  try {
    checkChart(by);
  } catch (error) {
    throw error instanceof ChartRefusal ? new CommandFailure(error.message) : error;
  }
}

/** How many counts are made, of how many. */
function counted({ coverage }: ReportResult): [done: number, whole: number] {
  const done = coverage.reduce((sum, { made }) => sum + made, 0);
  return [done, coverage.reduce((sum, { pending }) => sum + pending, done)];
}

/** Asks until everything is counted that can be: an answer comes within a deadline, and counting goes on behind it. */
async function untilWhole(runtime: Runtime, question: ReportQuestion): Promise<CountedReport> {
  const progress = new Progress();
  progress.show(0, 1, 'counting');
  try {
    for (;;) {
      const made = await readReport(commandPort(runtime), question);
      const { report } = made;
      if (!isBeingCounted(report)) return made;
      const [done, whole] = counted(report);
      progress.show(done, whole, `${String(done)} of ${String(whole)} counts`);
    }
  } finally {
    progress.clear();
  }
}

function rendered(
  { question, report, platforms }: CountedReport,
  format: ReportOptions['format'],
  receipt: ReportReceipt,
): string | Uint8Array {
  switch (format) {
    case 'csv':
      return reportCsv(report);
    case 'json':
      return `${reportJson(question, report, platforms, receipt)}\n`;
    case 'parquet':
      return reportParquet(report, questionText(question));
    case 'table':
      return `${reportTable(report)}\n`;
  }
}

async function writeChart(made: CountedReport, path: string): Promise<void> {
  const chart = chartOf(made);
  writeWhole(path, await (/\.svg$/i.test(path) ? chartSvg(chart) : chartPage(chart)));
}

/** Nothing was counted anywhere, and not because nobody was asked. */
function allFailed({ coverage }: ReportResult): boolean {
  return (
    coverage.every(({ method }) => method === 'NONE') &&
    coverage.some(({ state }) => state === 'FAILED' || state === 'TIMEOUT')
  );
}

/** `kakehashi report`: counts, as a table, a file and a picture. How each platform was counted goes to standard error. */
export async function report(options: ReportOptions): Promise<void> {
  const before = options.fromReceipt === undefined ? null : receiptFrom(options.fromReceipt);
  const question = questionOf(options, before);
  checkFiles(options, question);
  const runtime = await startRuntime({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  try {
    const made = await untilWhole(runtime, question);
    const receipt = reportReceipt(question, made.report, VERSION);
    if (allFailed(made.report)) {
      const reasons = made.report.coverage.flatMap(({ message }) => (message === null ? [] : [message]));
      throw new CommandFailure(`None of the platforms could be counted. ${reasons.join(' ')}`, EXIT_ALL_FAILED);
    }
    const text = rendered(made, options.format, receipt);
    if (options.out !== undefined) writeWhole(options.out, text);
    else if (before === null && typeof text === 'string') print(text.trimEnd());
    if (before !== null) print(changeTable(before, receipt, changes(before, receipt)));
    if (options.chart !== undefined) await writeChart(made, options.chart);
    const companion = options.receipt ?? (options.out === undefined ? undefined : `${options.out}.receipt.json`);
    if (companion !== undefined) writeWhole(companion, `${JSON.stringify(receipt, null, 1)}\n`);
    for (const { platform, state, method, message } of made.report.coverage)
      tell(`${platform}: ${state}, ${method}${message === null ? '' : ` (${message})`}`);
  } finally {
    await runtime.close();
  }
}
