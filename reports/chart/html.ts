import { escapeXml } from '../../subgraphs/common/xml.js';
import type { ReportResult } from '../report.js';
import { cellsOf, columnsOf, type Cell } from '../rows.js';
import type { ChartOptions } from './spec.js';
import { reportSvg } from './svg.js';

const STYLE =
  'body{font:15px/1.6 "Noto Sans JP","Hiragino Sans","Yu Gothic",Meiryo,system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}svg{max-width:100%;height:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{text-align:left;padding:.1rem .8rem .1rem 0;border-bottom:1px solid #8884}.n{text-align:right}@media(prefers-color-scheme:dark){body{color:#ececec;background:#161616}a{color:#9cf}}';

/** A report as a page that stands alone: the picture, the counts, whose data they are, and how to cite them. No script. */
export async function reportHtml(
  result: ReportResult,
  options: ChartOptions & { readonly cite: string },
): Promise<string> {
  const columns = columnsOf(result);
  const cell = (value: Cell, name: string): string =>
    `<td${name === 'count' ? ' class="n"' : ''}>${escapeXml(value === null ? '–' : String(value))}</td>`;
  const rows = result.rows.map(
    (row) =>
      `<tr>${cellsOf(row)
        .map((value, index) => cell(value, columns[index] ?? ''))
        .join('')}</tr>`,
  );
  const sources = options.receipt.sources.map(
    ({ platform, state, method, message, terms }) =>
      `<tr><td>${escapeXml(platform)}</td><td>${escapeXml(state)}</td><td>${escapeXml(method ?? '')}</td><td>${escapeXml(message ?? '')}</td><td>${terms === null ? '' : `<a href="${escapeXml(terms)}">${escapeXml(terms)}</a>`}</td></tr>`,
  );
  return `<!doctype html>
<html lang="${options.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Kakehashi report</title><style>${STYLE}</style></head><body>
<figure>${await reportSvg(result, options)}</figure>
<h2>Counts</h2><table><thead><tr>${columns.map((name) => `<th>${escapeXml(name)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>
<h2>Sources</h2><table><thead><tr><th>platform</th><th>state</th><th>method</th><th>message</th><th>terms</th></tr></thead><tbody>${sources.join('\n')}</tbody></table>
<p>${escapeXml(options.cite)}</p>
</body></html>
`;
}
