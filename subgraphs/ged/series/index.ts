/** `seriesOf(file, { variable, from, until, maxPoints })`: one variable of a NASA Ames file in time; `seriesSvg(series, { width, height, title })`: its picture. */
export { seriesOf, type Series, type SeriesPoint, type SeriesRequest } from './series.js';
export { seriesSvg } from './svg.js';
