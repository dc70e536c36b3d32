import { VERSION } from '../../cli/package-info.js';
import { chartSvg } from '../../reports/chart/picture.js';
import { ChartRefusal } from '../../reports/chart/specification.js';
import { reportCsv } from '../../reports/csv.js';
import type { ReportQuestion } from '../../reports/question.js';
import { reportJson } from '../../reports/json.js';
import { isWhole } from '../../exports/receipt.js';
import { reportReceipt } from '../../reports/receipt.js';
import { chartOf, readReport } from '../../reports/report.js';
import { HttpFault } from '../http-fault.js';
import type { DataRequest } from './data-routes.js';
import { flag, oneOf, readParameters } from './parameters.js';
import { receiptHeader } from './receipt-header.js';

/** The dimensions that there are. */
const DIMENSIONS = [
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
const NAMES = ['by', 'query', 'bom'] as const;
const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
} as const;

/**
 * A report as a file. The receipt is in the header X-Kakehashi-Receipt, and in JSON beside the report. 200 also where counts are still
 * missing: they are empty, and X-Kakehashi-Complete is false.
 */
export async function sendReport(
  { search, response, port, platforms, signal }: DataRequest,
  format: 'csv' | 'json' | 'svg',
): Promise<void> {
  const { own, filter } = readParameters(search, NAMES, platforms);
  const by = (own.get('by') ?? '').split(',').filter((name) => name.trim() !== '');
  if (by.length === 0)
    throw new HttpFault(400, `by: name one to three of ${DIMENSIONS.join(', ').toLowerCase()}.`, 'BAD_USER_INPUT');
  const bom = flag('bom', own.get('bom'));
  const question: ReportQuestion = {
    by: by.map((name) => oneOf('by', name, DIMENSIONS)),
    query: own.get('query') ?? null,
    filter,
  };
  const counted = await readReport(port, question, signal);
  const { report } = counted;
  const receipt = reportReceipt(question, report, VERSION);
  const bodies = {
    csv: () => reportCsv(report, { bom }),
    json: () => `${reportJson(question, report, counted.platforms, receipt)}\n`,
    svg: () => chartSvg(chartOf(counted)),
  };
  const body = await Promise.resolve(bodies[format]()).catch((error: unknown) => {
    throw error instanceof ChartRefusal ? new HttpFault(400, error.message, 'BAD_USER_INPUT') : error;
  });
  response.writeHead(200, {
    'content-type': TYPES[format],
    'content-length': Buffer.byteLength(body),
    'x-kakehashi-receipt': receiptHeader({ ...receipt, cells: undefined }),
    'x-kakehashi-complete': String(isWhole(report.coverage)),
    ...(format === 'svg' ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } : {}),
    ...(format === 'csv' ? { 'content-disposition': 'attachment; filename="kakehashi-report.csv"' } : {}),
  });
  response.end(body);
}
