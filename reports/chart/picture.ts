import { drawSvg, FONT, textPixels } from '../../subgraphs/common/charts/draw.js';
import { escapeXml } from '../../subgraphs/common/xml.js';
import { dimensionName } from '../dimension-names.js';
import { wrapped } from '../text.js';
import { DARK, INK, MUTED, PAPER, type ReportChart } from './chart.js';
import { chartData, type ChartData } from './data.js';
import { chartSpecification } from './specification.js';

const MARGIN = 20;
const TITLE_SIZE = 17;
const NOTE_SIZE = 11;
const NOTE_LINE = 16;
const LEAST_WIDTH = 640;

/** What the picture is called. */
export function chartTitle({ report }: ReportChart): string {
  const by = report.by.map(dimensionName).join(' × ');
  return `記録の件数 Records by ${by}`;
}

const METHODS: Readonly<Record<string, string>> = {
  UPSTREAM_COUNT: 'counted by the platform',
  RECORDS_READ: 'all records read',
  SAMPLE: 'a part of its records read',
};

/** What is to be known of the numbers: the question, the time, the sources and the marks. */
export function chartNotes({ report, question, names }: ReportChart, data: ChartData): string[] {
  const sources = report.coverage.map(({ platform, state, method }) => {
    const name = names.get(platform) ?? platform;
    const how = METHODS[method] ?? (data.counted.includes(name) ? 'nothing found' : 'not counted');
    return `${name} (${state === 'OK' ? how : `${state}, ${how}`})`;
  });
  const own = report.by.filter((dimension) => dimension !== 'PLATFORM');
  const leftOut = data.leftOut.flatMap((count, index) =>
    count === 0
      ? []
      : [`${String(count)} more of ${dimensionName(own[index] ?? '')} are left out; the table has them.`],
  );
  const reasons = report.coverage.flatMap(({ platform, state, message }) =>
    message === null || state === 'OK' ? [] : [`${names.get(platform) ?? platform}: ${message}`],
  );
  const marks = [
    ...(data.cells.some(({ count, exact }) => count !== null && !exact)
      ? ['≈, rings, dashed outlines: 概数 not exact, or at least so many.']
      : []),
    ...(data.cells.some(({ count }) => count === null)
      ? ['–, ×: 数えられていない not counted, which is not zero.']
      : []),
  ];
  return [
    `条件 Question: ${question}`,
    `出典 Sources: ${sources.join('; ')}. 集計 Counted ${report.generatedAt} by Kakehashi. Records of each platform; a work on two platforms counts on both.`,
    ...(marks.length === 0 ? [] : [marks.join(' ')]),
    ...leftOut,
    ...reasons,
  ];
}

/** The reader's own choice of light or dark, also where the picture is shown as an image. */
const STYLE = `@media (prefers-color-scheme: dark) {${Object.entries(DARK)
  .map(([light, dark]) => `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`)
  .join('')}}`;

function textElement(text: string, x: number, y: number, size: number, colour: string, weight = 'normal'): string {
  return `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}" font-weight="${weight}" fill="${colour}">${escapeXml(text)}</text>`;
}

/** Width and height that vega gave its picture, in pixels. */
function sizeOf(svg: string): { width: number; height: number } {
  const [, width = '0', height = '0'] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
}

/**
 * The picture of a report as SVG that needs nothing from anywhere, in light and dark, with its title above and beneath it
 * the question, the time of counting and the sources.
 * @throws ChartRefusal
 */
export async function chartSvg(chart: ReportChart): Promise<string> {
  const data = chartData(chart);
  const inner = await drawSvg(chartSpecification(chart, data));
  const size = sizeOf(inner);
  const title = chartTitle(chart);
  const width = Math.max(LEAST_WIDTH, size.width, Math.ceil(textPixels(title, TITLE_SIZE))) + 2 * MARGIN;
  const columns = Math.floor((width - 2 * MARGIN) / textPixels('x', NOTE_SIZE));
  const notes = chartNotes(chart, data).flatMap((note) => wrapped(note, columns));
  const top = MARGIN + TITLE_SIZE + 14;
  const height = top + size.height + 18 + notes.length * NOTE_LINE + MARGIN;
  const noteLines = notes.map((note, index) =>
    textElement(note, MARGIN, top + size.height + 18 + (index + 1) * NOTE_LINE - 4, NOTE_SIZE, MUTED),
  );
  const name = escapeXml(title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${name}" font-family="${escapeXml(FONT)}">`,
    `<title>${name}</title><desc>${escapeXml(chartNotes(chart, data).join('\n'))}</desc><style>${STYLE}</style>`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    textElement(title, MARGIN, MARGIN + TITLE_SIZE - 3, TITLE_SIZE, INK, 'bold'),
    inner.replace(/^<svg/, `<svg x="${String(MARGIN)}" y="${String(top)}"`),
    ...noteLines,
    '</svg>\n',
  ].join('\n');
}
