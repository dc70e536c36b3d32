import stringWidth from 'string-width';
import type { TopLevelSpec } from 'vega-lite';
import type { Receipt } from '../../exports/receipt.js';
import { cut } from '../text-table.js';
import type { ReportQuestion, ReportResult, ReportRow } from '../report.js';
import { dimensionName, WORDS, type ChartLanguage } from './words.js';

/** Colours that people with any colour vision tell apart (Okabe and Ito), on white and on black. */
const PALETTE = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#B8A900', '#8C8C8C', '#7F5FB5'];
/** What svg.ts turns into a light colour where the reader's screen is dark. */
export const INK = '#1b1b1b';
export const PAPER = '#ffffff';
export const GRID = '#c8c8c8';
/** Numbers on the cells of a heat map, which are of one colour on any screen. */
const [ON_LIGHT, ON_DARK] = ['#111111', '#fafafa'];
const FONT = "'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',Meiryo,'Segoe UI',sans-serif";
/** Values of a dimension that are drawn; the others are few and told. */
const MOST_VALUES = 20;
/** Columns of a label (a Japanese letter takes two), beyond which it is cut with …. */
const MOST_COLUMNS = 44;
const YEARS = new Set(['YEAR', 'FISCAL_YEAR']);
/** What records count under that state nothing. */
const UNKNOWN = 'UNKNOWN';
/** Pixels that one column of text takes in 12 px letters, which vega takes for less where they are Japanese. */
const COLUMN_PX = 6.6;

/** More than a picture can show. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture';
}

export interface ChartOptions {
  readonly question: ReportQuestion;
  readonly lang: ChartLanguage;
  readonly receipt: Pick<Receipt, 'generatedAt' | 'version' | 'sources' | 'complete'>;
}

interface Datum {
  readonly platform: string;
  readonly one: string;
  readonly other: string;
  readonly count: number | null;
  readonly told: string;
}

/**
 * Labels of a dimension's values: years ascending, all else the most frequent first, what is unknown last. Where there are too many,
 * the most frequent ones; `of` is how many there are.
 */
function labelsOf(
  { rows }: ReportResult,
  dimension: string | undefined,
  lang: ChartLanguage,
): { readonly labels: readonly string[]; readonly of: number } {
  const known = new Map<string, { readonly value: string; sum: number }>();
  for (const { keys, count } of rows) {
    const key = keys.find((one) => one.dimension === dimension);
    if (key === undefined) continue;
    const label = labelOf(key, lang);
    known.set(label, { value: key.value, sum: (known.get(label)?.sum ?? 0) + (count ?? 0) });
  }
  const isKnown = ([, { value }]: readonly [string, { readonly value: string }]): boolean => value !== UNKNOWN;
  const unknown = [...known].filter((one) => !isKnown(one));
  const ordered = [...known].filter(isKnown);
  if (isYear(dimension)) ordered.sort(([, one], [, other]) => one.value.localeCompare(other.value));
  else ordered.sort(([, one], [, other]) => other.sum - one.sum);
  const drawn = isYear(dimension) ? ordered : [...ordered.slice(0, MOST_VALUES), ...unknown];
  return { labels: drawn.map(([label]) => label), of: isYear(dimension) ? drawn.length : known.size };
}

function labelOf(key: ReportRow['keys'][number], lang: ChartLanguage): string {
  return cut(key.label[lang] ?? key.label.text, MOST_COLUMNS);
}

const widest = (labels: readonly string[]): number => Math.max(0, ...labels.map((label) => stringWidth(label)));

function captionOf({ question: { query, filter }, lang, receipt }: ChartOptions, notes: readonly string[]): string[] {
  const words = WORDS[lang];
  const limits = Object.entries(filter).map(
    ([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : JSON.stringify(value)}`,
  );
  const asked = [query === null ? words.all : `“${query}”`, ...limits].join(', ');
  const untold = receipt.sources
    .filter(({ state, method }) => state !== 'OK' || method === 'NONE')
    .map(({ name, platform, state }) => `${name[lang] ?? name.en ?? platform}: ${state}`);
  return [
    asked,
    ...(untold.length === 0 ? [] : [untold.join('; ')]),
    ...(notes.length === 0 ? [] : [notes.join('. ')]),
    `Kakehashi ${receipt.version}, ${receipt.generatedAt.slice(0, 16).replace('T', ' ')} UTC`,
  ].map((line) => cut(line, 110));
}

/**
 * A report as a vega-lite specification: lines by year, stacked bars of one dimension, a heat map for two; a panel for each platform
 * where two dimensions are drawn, since rows of different platforms are not to be added up.
 * @throws NoPicture
 */
export function chartSpec(result: ReportResult, options: ChartOptions): TopLevelSpec {
  const { lang, receipt } = options;
  const words = WORDS[lang];
  const own = result.by.filter((dimension) => dimension !== 'PLATFORM');
  if (own.length > 2)
    throw new NoPicture('A picture shows the platforms and two dimensions more: give up one of the three.');
  const [first, second] = own;
  const one = labelsOf(result, first, lang);
  const other = labelsOf(result, second, lang);
  const nameOf = new Map(receipt.sources.map(({ platform, name }) => [platform, name[lang] ?? name.en ?? platform]));
  const data = result.rows.flatMap((row): Datum[] => {
    const label = (dimension: string | undefined): string => {
      const key = row.keys.find((each) => each.dimension === dimension);
      return key === undefined ? '' : labelOf(key, lang);
    };
    const datum = {
      platform: nameOf.get(row.platform) ?? row.platform,
      one: label(first),
      other: label(second),
      count: row.count,
      told: row.count === null ? '–' : `${row.exact ? '' : '~'}${row.count.toLocaleString('en')}`,
    };
    const isDrawn =
      (first === undefined || one.labels.includes(datum.one)) &&
      (second === undefined || other.labels.includes(datum.other));
    return isDrawn ? [datum] : [];
  });
  const platforms = [...new Set(data.map(({ platform }) => platform))];
  const notes = [
    ...(data.some(({ told }) => told.startsWith('~')) ? [words.inexact] : []),
    ...(data.some(({ count }) => count === null) ? [`– ${words.notCounted}`] : []),
    ...(own.some(isYear) && result.rows.some(hasNoYear) ? [words.noYear] : []),
    ...[one, other]
      .filter(({ labels, of }) => labels.length < of)
      .map(({ labels, of }) => `${words.more} ${String(labels.length)} / ${String(of)}`),
  ];
  const across = second === undefined ? platforms : isYear(first) ? other.labels : one.labels;
  const leftLabels = second === undefined && isYear(first) ? [] : across;
  const drawing = { data: { values: data }, one: one.labels, other: other.labels, platforms, first, second, lang };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: PAPER,
    padding: {
      left: 12 + Math.ceil(widest(leftLabels) * COLUMN_PX * 0.3),
      right:
        24 +
        Math.ceil(
          widest(second === undefined ? (isYear(first) || first === undefined ? platforms : one.labels) : []) *
            COLUMN_PX *
            0.4,
        ),
      top: 12,
      bottom: 12,
    },
    title: {
      text: [words.records, ...own.map((dimension) => dimensionName(dimension, lang))].join(' / '),
      subtitle: captionOf(options, notes),
      anchor: 'start',
      offset: 14,
    },
    config: CONFIG,
    ...(second !== undefined
      ? heatMap(drawing)
      : first !== undefined && YEARS.has(first)
        ? lines(drawing)
        : bars(drawing)),
  } as TopLevelSpec;
}

function hasNoYear({ keys, count }: ReportRow): boolean {
  return count !== null && count > 0 && keys.some(({ dimension, value }) => isYear(dimension) && value === UNKNOWN);
}

interface Drawing {
  readonly data: { readonly values: readonly Datum[] };
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly platforms: readonly string[];
  readonly first: string | undefined;
  readonly second: string | undefined;
  readonly lang: ChartLanguage;
}

function isYear(dimension: string | undefined): boolean {
  return dimension !== undefined && YEARS.has(dimension);
}

const CONFIG = {
  font: FONT,
  view: { stroke: null },
  title: {
    color: INK,
    subtitleColor: INK,
    fontSize: 16,
    subtitleFontSize: 11,
    subtitleLineHeight: 16,
    subtitlePadding: 6,
  },
  axis: {
    labelColor: INK,
    titleColor: INK,
    domainColor: INK,
    tickColor: INK,
    gridColor: GRID,
    labelFontSize: 12,
    titleFontSize: 12,
    labelLimit: 0,
    titleLimit: 0,
  },
  legend: { labelColor: INK, titleColor: INK, labelFontSize: 12, titleFontSize: 12, labelLimit: 0, titleLimit: 0 },
  header: { labelColor: INK, titleColor: INK, labelFontSize: 13, labelLimit: 0 },
  text: { color: INK, fontSize: 11 },
} as const;

const count = (lang: ChartLanguage): object => ({
  field: 'count',
  type: 'quantitative',
  title: WORDS[lang].records,
  axis: { format: ',d', tickMinStep: 1 },
});
const series = (field: string, domain: readonly string[], title: string): object => ({
  field,
  type: 'nominal',
  title,
  sort: domain,
  scale: { domain, range: domain.map((_, index) => PALETTE[index % PALETTE.length]) },
});

/** One line a platform; a year that is not counted is a gap. */
function lines({ data, one, platforms, first, lang }: Drawing): object {
  return {
    data,
    width: Math.min(900, Math.max(360, one.length * 38)),
    height: 320,
    mark: { type: 'line', point: { size: 40 }, strokeWidth: 2, invalid: 'break-paths-show-path-domains' },
    encoding: {
      x: {
        field: 'one',
        type: 'ordinal',
        sort: one,
        title: dimensionName(first ?? '', lang),
        axis: { labelAngle: 0, labelOverlap: true },
      },
      y: count(lang),
      color: series('platform', platforms, dimensionName('PLATFORM', lang)),
      detail: { field: 'platform' },
    },
  };
}

/** One bar a platform, made of the values of a dimension; without a dimension the count stands at its end. */
function bars({ data, one, platforms, first, lang }: Drawing): object {
  const y = { field: 'platform', type: 'nominal', sort: platforms, title: null };
  const bar = {
    mark: { type: 'bar' },
    encoding: {
      y,
      x: { ...count(lang), stack: 'zero' },
      ...(first === undefined
        ? { color: { value: PALETTE[0] } }
        : { color: series('one', one, dimensionName(first, lang)), order: { field: 'rank', type: 'quantitative' } }),
    },
  };
  const counted =
    first === undefined
      ? [
          {
            transform: [{ filter: 'datum.count !== null' }],
            mark: { type: 'text', align: 'left', dx: 4 },
            encoding: { y, x: count(lang), text: { field: 'told' } },
          },
        ]
      : [];
  const notCounted = {
    transform: [
      { aggregate: [{ op: 'valid', field: 'count', as: 'known' }], groupby: ['platform'] },
      { filter: 'datum.known === 0' },
    ],
    mark: { type: 'text', align: 'left' },
    encoding: { y, x: { value: 6 }, text: { value: `– ${WORDS[lang].notCounted}` } },
  };
  return {
    data: { values: data.values.map((datum) => ({ ...datum, rank: one.indexOf(datum.one) })) },
    width: 560,
    height: { step: 34 },
    layer: [bar, ...counted, notCounted],
  };
}

/** A panel a platform; years, where there are some, from left to right. */
function heatMap({ data, one, other, first, second, platforms, lang }: Drawing): object {
  const across = isYear(second) && !isYear(first) ? 'other' : isYear(first) ? 'one' : 'other';
  const axes = {
    one: { field: 'one', type: 'ordinal', sort: one, title: null },
    other: { field: 'other', type: 'ordinal', sort: other, title: null },
  };
  const columns = across === 'one' ? one : other;
  const most = Math.max(1, ...data.values.map((datum) => datum.count ?? 0));
  const isNarrow = widest(columns) <= 6;
  const cell = isNarrow ? 44 : 48;
  return {
    data,
    facet: {
      field: 'platform',
      type: 'nominal',
      sort: platforms,
      title: null,
      header: { labelAnchor: 'start', labelFontWeight: 'bold' },
    },
    columns: columns.length > 8 ? 1 : 2,
    resolve: { scale: { color: 'shared' }, axis: { x: 'independent' } },
    spec: {
      width: { step: cell },
      height: { step: 24 },
      encoding: {
        x: { ...axes[across], axis: { labelAngle: isNarrow ? 0 : -40, orient: 'bottom' } },
        y: { ...(across === 'one' ? axes.other : axes.one), title: null },
      },
      layer: [
        {
          transform: [{ filter: 'datum.count > 0' }],
          mark: { type: 'rect' },
          encoding: {
            color: {
              field: 'count',
              type: 'quantitative',
              title: WORDS[lang].records,
              scale: { scheme: 'viridis', zero: true, reverse: true },
            },
          },
        },
        {
          mark: { type: 'text' },
          encoding: {
            text: { field: 'told' },
            color: {
              condition: [
                { test: 'datum.count === null || datum.count === 0', value: INK },
                { test: `datum.count > ${String(most / 2)}`, value: ON_DARK },
              ],
              value: ON_LIGHT,
            },
          },
        },
      ],
    },
  };
}
