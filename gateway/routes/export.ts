import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { VERSION } from '../../cli/package-info.js';
import { exportLines } from '../../exports/export.js';
import { csv, NDJSON } from '../../exports/lines.js';
import type { Receipt } from '../../exports/receipt.js';
import type { DataRequest } from './data-routes.js';
import { flag, oneOf, readParameters, wholeNumber } from './parameters.js';
import { receiptHeader } from './receipt-header.js';

const NAMES = ['query', 'sort', 'limit', 'bom', 'receipt'] as const;
const SORTS = ['RELEVANCE', 'NEWEST', 'OLDEST'] as const;
const RECEIPT = 'x-kakehashi-receipt';

/** Waits until the caller has taken what was written. */
async function write(response: ServerResponse, bytes: Buffer | string, signal: AbortSignal): Promise<void> {
  if (bytes.length > 0 && !response.write(bytes)) await once(response, 'drain', { signal });
}

/**
 * All works of a search as a file that comes as it is made. The receipt is in the trailer X-Kakehashi-Receipt, and with receipt=1 the
 * last line of NDJSON as {"receipt": …}. What breaks off on the way is cut off, without the end of the chunks.
 */
export async function sendExport(
  { search, response, isHead, port, platforms, signal }: DataRequest,
  format: 'csv' | 'ndjson',
): Promise<void> {
  const { own, filter } = readParameters(search, NAMES, platforms);
  const limit = wholeNumber('limit', own.get('limit'), 1);
  const sort = oneOf('sort', own.get('sort') ?? 'RELEVANCE', SORTS);
  const bom = flag('bom', own.get('bom'));
  const withReceipt = flag('receipt', own.get('receipt'));
  const lines = format === 'csv' ? csv({ bom }) : NDJSON;
  const { record, pages } = await exportLines(
    port,
    { question: { query: own.get('query') ?? null, filter, sort }, limit },
    lines,
    { signal },
  );
  const begin = (): void => {
    response.writeHead(200, {
      'content-type': lines.mediaType,
      'content-disposition': `attachment; filename="kakehashi.${format}"`,
      // Only what comes in chunks has a trailer.
      ...(isHead || response.req.httpVersion === '1.0' ? {} : { trailer: RECEIPT }),
    });
  };
  if (isHead) {
    begin();
    response.end();
    return;
  }
  for await (const { bytes } of pages) {
    // Only now it is known that there is an answer.
    if (!response.headersSent) begin();
    await write(response, bytes, signal);
  }
  const receipt: Receipt = record.receipt(VERSION, new Date());
  if (withReceipt && format === 'ndjson') await write(response, `${JSON.stringify({ receipt })}\n`, signal);
  response.addTrailers({ [RECEIPT]: receiptHeader(receipt) });
  response.end();
}
