import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { ReportResult } from '../report.js';
import { chartSpec, GRID, INK, PAPER, type ChartOptions } from './spec.js';

/** Ink and paper change places where the reader's screen is dark; the colours of the data are seen on both. */
export const DARK_STYLE = `@media (prefers-color-scheme: dark) { [fill="${INK}"] { fill: #ececec } [stroke="${INK}"] { stroke: #ececec } [fill="${PAPER}"] { fill: #161616 } [stroke="${GRID}"] { stroke: #4a4a4a } }`;

/**
 * A report as a picture: SVG without scripts or anything from elsewhere.
 * @throws NoPicture
 */
export async function reportSvg(result: ReportResult, options: ChartOptions): Promise<string> {
  const view = new View(parse(compile(chartSpec(result, options)).spec), { renderer: 'none' });
  try {
    const svg = await view.toSVG();
    return svg.replace(/(<svg[^>]*>)/, `$1<style>${DARK_STYLE}</style>`);
  } finally {
    view.finalize();
  }
}
