import { lineChartSvg } from '../../common/charts/line-chart.js';
import type { Series } from './series.js';

export interface SeriesPicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What stands above the picture; null: nothing. */
  readonly title: string | null;
}

function labelOf({ variable, description, unit }: Series): string {
  const name = description === '' || description === variable ? variable : `${variable}: ${description}`;
  return unit === null ? name : `${name} [${unit}]`;
}

/** A series as a small line chart, with axes, unit and UTC; a gap of missing values is not drawn over. Throws BadUserInput for a size out of bounds. */
export function seriesSvg(series: Series, picture: SeriesPicture): Promise<string> {
  const { variable, unit, points } = series;
  return lineChartSvg({
    ...picture,
    description: labelOf(series),
    valueLabel: unit === null ? variable : `${variable} [${unit}]`,
    timeLabel: 'UTC',
    points,
  });
}
