import { escapeXml } from '../../subgraphs/common/xml.js';
import { reportColumns, reportRecords } from '../columns.js';
import { DARK, INK, PAPER, type ReportChart } from './chart.js';
import { countText } from './data.js';
import { chartSvg, chartTitle } from './picture.js';

const STYLE = `:root{color-scheme:light dark}
body{margin:1.5rem;font-family:"Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif;color:${INK};background:${PAPER}}
figure{margin:0;overflow-x:auto}
table{border-collapse:collapse;margin-top:.5rem}
th,td{padding:.15rem .7rem;text-align:left;border-bottom:1px solid #8888}
td.count{text-align:right}
@media (prefers-color-scheme:dark){body{color:${DARK[INK] ?? ''};background:${DARK[PAPER] ?? ''}}}`;

function tableOf({ report }: ReportChart): string {
  const columns = reportColumns(report);
  const cell = (text: string, tag = 'td') => `<${tag}>${escapeXml(text)}</${tag}>`;
  const rows = reportRecords(report).map((record) => {
    const cells = columns.map(({ name }) => {
      const value = record[name] ?? null;
      if (name !== 'count') return cell(value === null ? '' : String(value));
      return `<td class="count">${countText(typeof value === 'number' ? value : null, record['exact'] === true)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><thead><tr>${columns.map(({ name }) => cell(name, 'th')).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/**
 * The picture of a report as a page that stands alone: nothing is loaded, no script runs, and the numbers are beneath it.
 * @throws ChartRefusal
 */
export async function chartPage(chart: ReportChart): Promise<string> {
  const svg = await chartSvg(chart);
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(chartTitle(chart))}</title>
<style>${STYLE}</style>
</head>
<body>
<figure>${svg}</figure>
<details><summary>数値 The numbers</summary>${tableOf(chart)}</details>
</body>
</html>
`;
}
