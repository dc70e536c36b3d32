import { VERSION } from '../../cli/package-info.js';
import { NoPicture } from '../../reports/chart/spec.js';
import { reportSvg } from '../../reports/chart/svg.js';
import { reportCsv } from '../../reports/csv.js';
import { DIMENSION_NAMES, readReport, reportReceipt, type ReportQuestion } from '../../reports/report.js';
import { HttpFault } from '../http-fault.js';
import type { DataRequest } from './data-routes.js';
import { flag, oneOf, readParameters } from './parameters.js';
import { receiptHeader } from './receipt-header.js';

const NAMES = ['by', 'query', 'bom', 'lang'] as const;
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
    throw new HttpFault(400, `by: name one to three of ${DIMENSION_NAMES.join(', ').toLowerCase()}.`, 'BAD_USER_INPUT');
  const bom = flag('bom', own.get('bom'));
  const lang = oneOf('lang', own.get('lang') ?? 'en', ['en', 'ja']);
  const question: ReportQuestion = {
    by: by.map((name) => oneOf('by', name, DIMENSION_NAMES)),
    query: own.get('query') ?? null,
    filter,
  };
  const result = await readReport(port, question, signal);
  const receipt = await reportReceipt(port, question, result, VERSION);
  const bodies = {
    csv: () => reportCsv(result, { bom }),
    json: () => `${JSON.stringify({ report: result, receipt })}\n`,
    svg: () => reportSvg(result, { question, lang, receipt }),
  };
  const body = await Promise.resolve(bodies[format]()).catch((error: unknown) => {
    throw error instanceof NoPicture ? new HttpFault(400, error.message, 'BAD_USER_INPUT') : error;
  });
  response.writeHead(200, {
    'content-type': TYPES[format],
    'content-length': Buffer.byteLength(body),
    'x-kakehashi-receipt': receiptHeader(receipt),
    'x-kakehashi-complete': String(receipt.complete),
    ...(format === 'svg' ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } : {}),
    ...(format === 'csv' ? { 'content-disposition': 'attachment; filename="kakehashi-report.csv"' } : {}),
  });
  response.end(body);
}
