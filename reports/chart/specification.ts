import type { TopLevelSpec } from 'vega-lite';
import { FONT, textPixels } from '../../subgraphs/common/charts/draw.js';
import { addsUp, dimensionName, isYear } from '../dimension-names.js';
import { GREY, INK, LINES, MAX_SERIES, MUTED, NOT_COUNTED, PALETTE, PAPER, type ReportChart } from './chart.js';
import { chartData, type ChartCell, type ChartData } from './data.js';

type Spec = Record<string, unknown>;

const COUNT = { title: '件数 Records', grid: true, tickMinStep: 1, format: ',d' };
const ROW = 34;
const FONT_SIZE = 12;
/** Cells of a heat map are as wide as a count of six digits. */
const CELL = 62;
const FACETS_IN_A_ROW = 2;

/** White that does not change in the dark, as PAPER would: the cell does not either. */
const ON_DARK_CELL = '#fefefe';

/** Vega-lite's own config: our colours, and nothing that cuts a label. */
const CONFIG = {
  font: FONT,
  background: 'transparent',
  view: { stroke: null },
  axis: {
    labelColor: INK, titleColor: MUTED, domainColor: MUTED, tickColor: LINES, gridColor: LINES,
    labelFontSize: FONT_SIZE, titleFontSize: FONT_SIZE, titleFontWeight: 'normal', labelLimit: 0, titleLimit: 0,
    // Beyond 200 pixels an axis title would stand on the labels.
    maxExtent: 1_000,
  },
  legend: {
    labelColor: INK, titleColor: MUTED, labelFontSize: FONT_SIZE, titleFontSize: FONT_SIZE, titleFontWeight: 'normal',
    labelLimit: 0, titleLimit: 0, symbolStrokeWidth: 2,
  },
  header: { labelColor: INK, labelFontSize: 13, labelFontWeight: 'bold', labelLimit: 0, title: null },
  aria: false,
}; // prettier-ignore

const isUnknown = (label: string): boolean => label.startsWith('不明 ') || label.startsWith('その他 ');

function colours(domain: readonly string[]): Spec {
  let next = 0;
  return { domain, range: domain.map((label) => (isUnknown(label) ? GREY : PALETTE[next++ % PALETTE.length])) };
}

/** So many labels stand beside one another along an axis. */
function yearAxis(domain: readonly string[], width: number): Spec {
  const label = Math.max(...domain.map((one) => textPixels(one, FONT_SIZE))) + 8;
  const every = Math.ceil((domain.length * label) / width);
  const last = domain.length - 1;
  return {
    labelAngle: 0,
    // Every n-th year, counted from the newest: what is unknown stands beside it.
    values: domain.filter((one, index) => isUnknown(one) || (last - index) % every === 0),
  };
}

/** A row a platform; the count behind each bar, and in words where there is none. */
function bars({ cells, counted, notCounted }: ChartData, series: readonly string[] | null, title: string): Spec {
  const platforms = [...counted, ...notCounted];
  const y = { field: 'platform', type: 'nominal', sort: null, scale: { domain: platforms }, title: null };
  const totals = platforms.map((platform) => {
    const own = cells.filter((cell) => cell.platform === platform && cell.count !== null);
    const sum = own.reduce((total, { count }) => total + (count ?? 0), 0);
    const missing = cells.filter((cell) => cell.platform === platform).length > own.length;
    const near = missing || own.some(({ exact }) => !exact);
    return { platform, sum, text: own.length === 0 ? NOT_COUNTED : `${near ? '≈' : ''}${sum.toLocaleString('en')}` };
  });
  const color =
    series === null
      ? { value: PALETTE[0] }
      : { field: 'a', type: 'nominal', sort: null, scale: colours(series), title, legend: squares(series) };
  return {
    width: 520,
    height: { step: ROW },
    layer: [
      {
        data: { values: cells.map((cell, order) => ({ ...cell, order })) },
        mark: { type: 'bar', strokeDash: [3, 2], height: { band: 0.7 } },
        encoding: {
          y,
          x: { field: 'count', type: 'quantitative', stack: 'zero', axis: COUNT },
          color,
          order: { field: 'order', type: 'quantitative' },
          stroke: { condition: { test: 'datum.exact || !datum.count', value: null }, value: INK },
        },
      },
      {
        data: { values: totals },
        mark: { type: 'text', align: 'left', dx: 6, color: INK, fontSize: FONT_SIZE },
        encoding: { y, x: { field: 'sum', type: 'quantitative' }, text: { field: 'text' } },
      },
    ],
  };
}

/** The legend stands beneath its picture, in as many columns as have room. */
function legend(labels: readonly string[]): Spec {
  const widest = Math.max(...labels.map((label) => textPixels(label, FONT_SIZE))) + 36;
  return { orient: 'bottom', columns: Math.max(1, Math.min(labels.length, Math.floor(620 / widest))), offset: 14 };
}

const squares = (labels: readonly string[]): Spec => ({
  ...legend(labels),
  symbolType: 'square',
  symbolStrokeWidth: 0,
});

interface Lines {
  readonly cells: readonly ChartCell[];
  readonly x: 'a' | 'b';
  readonly years: readonly string[];
  readonly series: 'a' | 'b' | 'platform';
  readonly names: readonly string[];
  readonly title: string;
  readonly yearTitle: string;
  readonly width: number;
}

/** Lines over years, broken where nothing was counted; what is not exact is a ring, what was not counted a cross at the foot. */
function lines({ cells, x, years, series, names, title, yearTitle, width }: Lines): Spec {
  const height = 260;
  const axis = { ...yearAxis(years, width), title: yearTitle };
  const encoding = {
    x: { field: x, type: 'nominal', sort: null, scale: { domain: years }, axis },
    y: { field: 'count', type: 'quantitative', axis: COUNT },
    color: { field: series, type: 'nominal', sort: null, scale: colours(names), title, legend: legend(names) },
    shape: { field: series, type: 'nominal', sort: null, scale: { domain: names }, title, legend: legend(names) },
  };
  const { shape: _, ...line } = encoding;
  const known = cells.filter((cell) => !isUnknown(cell[x]));
  return {
    width,
    height,
    layer: [
      {
        data: { values: known },
        mark: { type: 'line', strokeWidth: 2, invalid: 'break-paths-show-path-domains' },
        encoding: line,
      },
      ...[true, false].map((exact) => ({
        transform: [{ filter: `datum.exact === ${String(exact)} && isValid(datum.count)` }],
        data: { values: cells },
        mark: { type: 'point', filled: exact, size: 46, strokeWidth: 2, opacity: 1 },
        encoding,
      })),
      {
        transform: [{ filter: '!isValid(datum.count)' }],
        data: { values: cells },
        mark: { type: 'text', text: '×', fontSize: 14, dy: -5 },
        encoding: { x: encoding.x, y: { value: height }, color: encoding.color },
      },
    ],
  };
}

/** Bars that stand on years (or other values), stacked: for dimensions whose counts add up. */
function columns(cells: readonly ChartCell[], stacked: Omit<Lines, 'cells'>): Spec {
  const { x, years, series, names, title, yearTitle, width } = stacked;
  const color = { field: series, type: 'nominal', sort: null, scale: colours(names), title, legend: squares(names) };
  const axis = { ...yearAxis(years, width), title: yearTitle };
  const along = { field: x, type: 'nominal', sort: null, scale: { domain: years }, axis };
  return {
    width,
    height: 180,
    layer: [
      {
        data: { values: cells.map((cell, order) => ({ ...cell, order })) },
        mark: { type: 'bar', strokeDash: [3, 2] },
        encoding: {
          x: along,
          y: { field: 'count', type: 'quantitative', stack: 'zero', axis: COUNT },
          color,
          order: { field: 'order', type: 'quantitative' },
          stroke: { condition: { test: 'datum.exact || !datum.count', value: null }, value: INK },
        },
      },
      {
        data: { values: cells },
        transform: [{ filter: '!isValid(datum.count)' }],
        mark: { type: 'text', text: '×', fontSize: 14, dy: -5 },
        encoding: { x: along, y: { value: 180 }, color },
      },
    ],
  };
}

interface Heat {
  /** The highest count of all pictures of the report: equal colours are equal counts. */
  readonly most: number;
  readonly cells: readonly ChartCell[];
  readonly x: 'a' | 'b' | 'platform';
  readonly xs: readonly string[];
  readonly y: 'a' | 'b';
  readonly ys: readonly string[];
  readonly xTitle: string | null;
  readonly yTitle: string;
}

const highest = ({ cells }: ChartData): number => Math.max(1, ...cells.map(({ count }) => count ?? 0));

/** Counts as colour and number; what was not counted is a dash on grey. */
function heatMap({ most, cells, x, xs, y, ys, xTitle, yTitle }: Heat): Spec {
  const widest = Math.max(...xs.map((label) => textPixels(label, FONT_SIZE)));
  // Names that are wider than their column are turned.
  const turned = widest > CELL * 2 ? -40 : 0;
  const step = turned === 0 ? Math.max(CELL, Math.ceil(widest) + 12) : CELL;
  const along = {
    field: x, type: 'nominal', sort: null, scale: { domain: xs },
    axis: { title: xTitle, orient: 'top', labelAngle: turned, ticks: false, domain: false },
  }; // prettier-ignore
  const down = {
    field: y, type: 'nominal', sort: null, scale: { domain: ys },
    axis: { title: yTitle, ticks: false, domain: false },
  }; // prettier-ignore
  return {
    width: { step },
    height: { step: 26 },
    data: { values: cells },
    layer: [
      {
        mark: { type: 'rect', invalid: null, stroke: PAPER, strokeWidth: 1.5 },
        encoding: {
          x: along,
          y: down,
          color: {
            condition: {
              test: 'isValid(datum.count)', field: 'count', type: 'quantitative', legend: null,
              scale: { type: 'sqrt', domain: [0, most], range: ['#eaf3fb', '#6aaed6', '#08306b'] },
            },
            value: LINES,
          },
        },
      },
      {
        mark: { type: 'text', fontSize: FONT_SIZE },
        encoding: {
          x: along,
          y: down,
          text: { field: 'text' },
          color: {
            condition: [
              { test: '!isValid(datum.count)', value: MUTED },
              { test: `datum.count > ${String(most * 0.3)}`, value: ON_DARK_CELL },
            ],
            value: '#000000',
          },
        },
      },
    ],
  }; // prettier-ignore
}

/** One picture a platform: what platforms hold overlaps, and is never added up over them. */
function facets(data: ChartData, inARow: number, draw: (cells: readonly ChartCell[]) => Spec): Spec {
  return {
    concat: data.counted.map((platform) => ({
      title: { text: platform, anchor: 'start', color: INK, fontSize: 13, limit: 0 },
      ...draw(data.cells.filter((cell) => cell.platform === platform)),
    })),
    columns: inARow,
    spacing: 28,
    resolve: { scale: { color: 'shared' } },
  };
}

function oneDimension(data: ChartData, dimension: string): Spec {
  const [values = []] = data.domains;
  const title = dimensionName(dimension);
  if (isYear(dimension)) {
    const cells = data.cells.filter(({ platform }) => data.counted.includes(platform));
    const width = Math.max(420, Math.min(860, values.length * 44));
    return lines({ cells, x: 'a', years: values, series: 'platform', names: data.counted, title: dimensionName('PLATFORM'), yearTitle: title, width }); // prettier-ignore
  }
  if (addsUp(dimension) && values.length <= MAX_SERIES + 2) return bars(data, values, title);
  return heatMap({ most: highest(data), cells: data.cells, x: 'platform', xs: [...data.counted, ...data.notCounted], y: 'a', ys: values, xTitle: null, yTitle: title }); // prettier-ignore
}

function twoDimensions(data: ChartData, by: readonly [string, string]): Spec {
  const year = by.findIndex(isYear);
  const [first = [], second = []] = data.domains;
  const other = by[year === 0 ? 1 : 0];
  const names = year === 0 ? second : first;
  if (year >= 0 && names.length <= MAX_SERIES + 2 && !isYear(other)) {
    const years = year === 0 ? first : second;
    const width = Math.max(300, Math.min(760, years.length * 26));
    const [x, series] = year === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
    const shape = { x, years, series, names, title: dimensionName(other), yearTitle: dimensionName(by[year] ?? ''), width }; // prettier-ignore
    const inARow = width <= 380 ? FACETS_IN_A_ROW : 1;
    return facets(data, inARow, (cells) => (addsUp(other) ? columns(cells, shape) : lines({ cells, ...shape })));
  }
  // The shorter one goes across.
  const across = first.length <= second.length ? 0 : 1;
  const [x, y] = across === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const);
  const [xs, ys] = across === 0 ? [first, second] : [second, first];
  return facets(data, 1, (cells) =>
    heatMap({
      most: highest(data),
      cells,
      x,
      xs,
      y,
      ys,
      xTitle: dimensionName(by[across]),
      yTitle: dimensionName(by[1 - across] ?? ''),
    }),
  );
}

export class ChartRefusal extends Error {
  override readonly name = 'ChartRefusal';
}

/**
 * Whether there is a picture for a report's dimensions: known before anything is counted.
 * @throws ChartRefusal for three dimensions beside PLATFORM
 */
export function checkChart(by: readonly string[]): void {
  const own = by.filter((dimension) => dimension !== 'PLATFORM');
  if (own.length <= 2) return;
  throw new ChartRefusal(
    `A picture shows two dimensions for each platform; by names ${own.join(', ').toLowerCase()}. Leave one out, or narrow it to one value with a filter; the table and the files have all three.`,
  );
}

/**
 * The picture that suits a report's dimensions: bars by platform; bars stacked by type or access right; lines over years;
 * a heat map of languages, publishers and the like; of two dimensions one picture a platform.
 * @throws ChartRefusal for three dimensions beside PLATFORM
 */
export function chartSpecification(chart: ReportChart, data: ChartData = chartData(chart)): TopLevelSpec {
  checkChart(chart.report.by);
  const [a, b] = chart.report.by.filter((dimension) => dimension !== 'PLATFORM');
  // Nothing was counted: a picture that says so, platform by platform.
  const nothing = data.counted.length === 0;
  const spec =
    a === undefined || nothing
      ? bars(data, null, '')
      : b === undefined
        ? oneDimension(data, a)
        : twoDimensions(data, [a, b]);
  return { ...spec, config: CONFIG } as unknown as TopLevelSpec;
}
