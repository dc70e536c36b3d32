import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { receiptShape, type Receipt } from '../exports/receipt.js';
import { chartPage } from '../reports/chart/page.js';
import { chartSvg } from '../reports/chart/picture.js';
import { ChartRefusal } from '../reports/chart/specification.js';
import { reportCsv } from '../reports/csv.js';
import { differences } from '../reports/differences.js';
import { reportParquet } from '../reports/parquet.js';
import { isBeingCounted, questionText, type ReportQuestion } from '../reports/question.js';
import {
  chartOf,
  DIMENSION_NAMES,
  progressOf,
  readReport,
  reportReceipt,
  type CountedReport,
} from '../reports/report.js';
import { reportResult } from '../reports/report-result.js';
import { reportTable } from '../reports/table.js';
import { platforms as registry } from '../subgraphs/index.js';
import { commandPort } from './ask.js';
import { CommandFailure, EXIT_ALL_FAILED, EXIT_USAGE, print, tell } from './exit.js';
import { readFilterOptions } from './filter-options.js';
import { VERSION } from './package-info.js';
import { Progress } from './progress.js';
import { startRuntime } from './runtime.js';

export interface ReportOptions {
  readonly by?: string;
  readonly query?: string;
  readonly filter: readonly string[];
  readonly format: 'table' | 'csv' | 'json' | 'parquet';
  readonly out?: string;
  readonly chart?: string;
  readonly lang: 'ja' | 'en';
  readonly receipt?: string;
  readonly fromReceipt?: string;
}

/** A report answers within 25 s. */
const REPORT_MS = 26_000;
/** Between two looks at a report that is still being counted. */
const LOOK_MS = 1000;

function dimensionsOf(text: string): string[] {
  return text.split(',').map((name) => {
    const found = DIMENSION_NAMES.find((one) => one.toLowerCase() === name.trim().toLowerCase());
    if (found === undefined)
      throw new CommandFailure(`--by ${name}: is none of ${DIMENSION_NAMES.join(', ').toLowerCase()}.`, EXIT_USAGE);
    return found;
  });
}

/** A report's receipt, with its counts, as `--receipt` writes it. */
const keptShape = z.object({ receipt: receiptShape, report: reportResult });
type KeptReport = z.infer<typeof keptShape>;

function readReceipt(file: string): KeptReport {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    throw new CommandFailure(`${file} cannot be read as JSON: give what --receipt or /report.json wrote.`);
  }
  const kept = keptShape.safeParse(json);
  if (!kept.success || kept.data.receipt.kind !== 'report')
    throw new CommandFailure(`${file} is no report with its receipt: give what --receipt or /report.json wrote.`);
  return kept.data;
}

function questionOf(options: ReportOptions, kept: KeptReport | null): ReportQuestion {
  if (kept !== null) {
    const { by, query, filter } = kept.receipt;
    return { by: by ?? [], query, filter };
  }
  if (options.by === undefined)
    throw new CommandFailure('--by: name one to three dimensions, for example --by platform,year.', EXIT_USAGE);
  const names = new Map(registry.map(({ name, platform }) => [name, platform]));
  return {
    by: dimensionsOf(options.by),
    query: options.query ?? null,
    filter: readFilterOptions(options.filter, names),
  };
}

/** `kakehashi report`: counts across the platforms, as a table, a picture and files; waits until all is counted. */
export async function report(options: ReportOptions): Promise<void> {
  if (options.format === 'parquet' && options.out === undefined)
    throw new CommandFailure('--format parquet: is no text; name a file with --out.', EXIT_USAGE);
  const kept = options.fromReceipt === undefined ? null : readReceipt(options.fromReceipt);
  const question = questionOf(options, kept);
  const runtime = await startRuntime({ LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' });
  try {
    const port = commandPort(runtime, REPORT_MS);
    const progress = new Progress('counts');
    let counted = await readReport(port, question);
    while (isBeingCounted(counted.report)) {
      const { made, wanted } = progressOf(counted.report);
      progress.show({ done: made, of: wanted, note: '' });
      await setTimeout(LOOK_MS);
      counted = await readReport(port, question);
    }
    const { report: result } = counted;
    const receipt = reportReceipt(counted, VERSION);
    progress.end(`${String(result.rows.length)} rows, ${String(result.total)} records counted.`);
    for (const { platform, state, method, message } of result.coverage)
      tell(`${platform}: ${state}, ${method}${message === null ? '' : ` (${message})`}`);
    if (kept === null) await write(counted, receipt, options);
    else compare(kept, { receipt, report: result });
    if (result.coverage.every(({ state }) => state === 'FAILED' || state === 'TIMEOUT'))
      throw new CommandFailure('Every platform failed: nothing could be counted.', EXIT_ALL_FAILED);
  } finally {
    await runtime.close();
  }
}

async function write(
  counted: CountedReport,
  receipt: Receipt,
  { format, out, chart, lang, receipt: receiptFile }: ReportOptions,
): Promise<void> {
  const { report: result, question } = counted;
  if (format === 'parquet') writeFileSync(out ?? '', reportParquet(result, questionText(question)));
  else {
    const texts = {
      table: () => reportTable(result, lang),
      csv: () => reportCsv(result).trimEnd(),
      json: () => JSON.stringify({ report: result, receipt }, null, 2),
    };
    const text = texts[format]();
    if (out === undefined) print(text);
    else writeFileSync(out, `${text}\n`);
  }
  if (chart !== undefined) {
    const picture = chart.endsWith('.html') ? chartPage : chartSvg;
    try {
      writeFileSync(chart, await picture(chartOf(counted)));
    } catch (error) {
      throw error instanceof ChartRefusal ? new CommandFailure(`--chart: ${error.message}`) : error;
    }
  }
  if (receiptFile !== undefined)
    writeFileSync(receiptFile, `${JSON.stringify({ report: result, receipt }, null, 2)}\n`);
}

/** Prints what differs from an earlier run. */
function compare(before: KeptReport, now: KeptReport): void {
  tell(`before: ${before.receipt.generatedAt}, ${before.receipt.contentHash}`);
  tell(`now: ${now.receipt.generatedAt}, ${now.receipt.contentHash}`);
  print(differences(before.report, now.report));
}
