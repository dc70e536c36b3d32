import type { TopLevelSpec } from 'vega-lite';
import { BadUserInput } from '../errors.js';
import { escapeXml } from '../xml.js';
import { drawSvg, FONT } from './draw.js';

export interface ChartPoint {
  readonly at: Date;
  readonly value: number;
  /** The line is not drawn from the point before to this one. */
  readonly afterGap: boolean;
}

export interface LineChart {
  /** Pixels of the whole picture, 100 to 4,000. */
  readonly width: number;
  readonly height: number;
  /** Above the picture; null: none. */
  readonly title: string | null;
  /** What is shown, for those who cannot see it. */
  readonly description: string;
  readonly valueLabel: string;
  readonly timeLabel: string;
  /** In the order of the line. */
  readonly points: readonly ChartPoint[];
}

const [LEAST_SIDE, MOST_SIDE] = [100, 4_000];
/** Longer texts would leave no room for the picture. */
const MAX_TEXT = 120;
const COLOUR = '#1b5e8c';
const DAY_MS = 86_400_000;

function checkSide(name: string, pixels: number): void {
  if (Number.isInteger(pixels) && pixels >= LEAST_SIDE && pixels <= MOST_SIDE) return;
  throw new BadUserInput(`${name}: ${String(pixels)} is not within ${String(LEAST_SIDE)} and ${String(MOST_SIDE)}.`);
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_TEXT ? text : `${characters.slice(0, MAX_TEXT - 1).join('')}…`;
}

interface Row {
  readonly at: number;
  readonly value: number | null;
  readonly alone: boolean;
}

/** The points, with an empty value where the line is broken; a point between two gaps has no line and is drawn as a dot. */
function rowsOf(points: readonly ChartPoint[]): Row[] {
  return points.flatMap(({ at, value, afterGap }, index) => {
    const after = points[index + 1];
    const alone = (index === 0 || afterGap) && (after === undefined || after.afterGap);
    const row: Row = { at: at.getTime(), value, alone };
    return afterGap ? [{ at: at.getTime(), value: null, alone: false }, row] : [row];
  });
}

/** Digits only: as readable in Japanese as in English. */
function timeFormat(points: readonly ChartPoint[]): string {
  const instants = points.map(({ at }) => at.getTime());
  const days = ((instants.at(-1) ?? 0) - (instants[0] ?? 0)) / DAY_MS;
  if (days > 1_500) return '%Y';
  if (days > 60) return '%Y-%m';
  return days > 3 ? '%Y-%m-%d' : '%m-%d %H:%M';
}

function specification({ width, height, title, valueLabel, timeLabel, points }: LineChart): TopLevelSpec {
  const x = {
    field: 'at',
    type: 'temporal',
    scale: { type: 'utc' },
    axis: { title: cut(timeLabel), format: timeFormat(points), labelOverlap: true, tickCount: Math.ceil(width / 90) },
  } as const;
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { zero: false },
    axis: { title: cut(valueLabel), tickCount: Math.ceil(height / 40) },
  } as const;
  return {
    width,
    height,
    autosize: { type: 'fit', contains: 'padding' },
    background: 'white',
    ...(title === null ? {} : { title: cut(title) }),
    data: { values: rowsOf(points) },
    layer: [
      {
        mark: { type: 'line', strokeWidth: 1, color: COLOUR, invalid: 'break-paths-show-path-domains' },
        encoding: { x, y },
      },
      {
        transform: [{ filter: { field: 'alone', equal: true } }],
        mark: { type: 'point', filled: true, size: 16, color: COLOUR },
        encoding: { x, y },
      },
    ],
    config: { font: FONT, aria: false },
  };
}

/** The picture as an image with a name and a description of its own (SVG accessibility). */
function accessible(svg: string, { title, description, valueLabel }: LineChart): string {
  const name = escapeXml(cut(title ?? valueLabel));
  const texts = `<title>${name}</title><desc>${escapeXml(cut(description))}</desc>`;
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) => `<svg${attributes} role="img" aria-label="${name}">${texts}`,
  );
}

/** A line of values in time as an SVG picture, with axes in UTC. Throws BadUserInput for a width or height out of bounds. */
export async function lineChartSvg(chart: LineChart): Promise<string> {
  checkSide('width', chart.width);
  checkSide('height', chart.height);
  return accessible(await drawSvg(specification(chart)), chart);
}
