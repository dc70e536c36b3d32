import { describe, expect, it } from 'vitest';
import { parseXml } from '../../subgraphs/common/xml.js';
import { reportOf } from '../testing.js';
import type { ReportResult } from '../report-result.js';
import { DARK, PALETTE } from './chart.js';
import { chartPage } from './page.js';
import { chartSvg } from './picture.js';

const names = new Map([
  ['CINII_RESEARCH', 'CiNii Research'],
  ['DIAS', 'データ統合・解析システム（DIAS）'],
  ['EOSC', 'EOSC'],
]);
const draw = (report: ReportResult, question = '「海」; from=2018'): Promise<string> =>
  chartSvg({ report, question, names });
/** All texts of a picture. */
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
const count = (svg: string, pattern: RegExp): number => svg.match(pattern)?.length ?? 0;

const RIGHTS = { OPEN: ['公開', 'Open'], METADATA_ONLY: ['非共有・非公開', 'Metadata only'] } as const;
const byRight = reportOf(
  ['PLATFORM', 'ACCESS_RIGHT'],
  [
    ['CINII_RESEARCH', ['CINII_RESEARCH', 'OPEN'], 1200],
    ['CINII_RESEARCH', ['CINII_RESEARCH', 'METADATA_ONLY'], 34, false],
    ['DIAS', ['DIAS', 'OPEN'], null],
    ['DIAS', ['DIAS', 'METADATA_ONLY'], null],
  ],
  { labels: RIGHTS },
);
const byYear = reportOf(
  ['YEAR'],
  [
    ['CINII_RESEARCH', ['2018'], 3],
    ['CINII_RESEARCH', ['2021'], 5],
    ['CINII_RESEARCH', ['UNKNOWN'], 2],
    ['EOSC', ['2018'], 4, false],
    ['EOSC', ['2021'], null],
    ['EOSC', ['UNKNOWN'], null],
  ],
);

describe('the picture of a report', () => {
  it('by access right has a stacked bar a platform, its sum, and says "not counted" where another picture would show zero', async () => {
    const svg = await draw(byRight);
    expect(() => parseXml(svg)).not.toThrow();
    expect(texts(svg)).toEqual(
      expect.arrayContaining([
        'CiNii Research',
        '≈1,234',
        '公開 Open',
        '非共有・非公開 Metadata only',
        '数えられていない not counted',
      ]),
    );
    expect(count(svg, /stroke-dasharray="3,2"[^>]*stroke="#1f2328"|stroke="#1f2328"[^>]*stroke-dasharray="3,2"/g)).toBe(
      1,
    );
    for (const colour of PALETTE.slice(0, 2)) expect(svg).toContain(`fill="${colour}"`);
  });

  it('over years has each year between, a line that breaks where nothing was counted, a cross for it, and no line to "unknown"', async () => {
    const svg = await draw(byYear);
    expect(texts(svg)).toEqual(expect.arrayContaining(['2018', '2019', '2020', '2021', '不明 ?']));
    expect(texts(svg).filter((text) => text === '×')).toHaveLength(4);
    const line = /<path[^>]*d="(M[^"]*)"[^>]*stroke="#0072b2"[^>]*stroke-width="2"/.exec(svg)?.[1] ?? '';
    // Four years from 2018 to 2021: of a platform that was counted as a whole, the years between are 0.
    expect(line.split('L')).toHaveLength(4);
  });

  it('by publisher is a heat map with each count as a number and a dash where it was not counted', async () => {
    const svg = await draw(
      reportOf(['PUBLISHER'], [['CINII_RESEARCH', ['架空大学'], 40], ['DIAS', ['架空大学'], null]]),
    ); // prettier-ignore
    expect(texts(svg)).toEqual(expect.arrayContaining(['架空大学', '40', '–', 'データ統合・解析システム（DIAS）']));
    expect(count(svg, /fill="#d8dee4"/g)).toBe(1);
  });

  it('of two dimensions has a picture a platform, and names those of which nothing was counted', async () => {
    const rows = (['2019', '2020'] as const).flatMap((year) => [
      ['CINII_RESEARCH', [year, 'OPEN'], 5] as const,
      ['EOSC', [year, 'OPEN'], 7] as const,
      ['DIAS', [year, 'OPEN'], null] as const,
    ]);
    const svg = await draw(reportOf(['YEAR', 'ACCESS_RIGHT'], rows, { labels: RIGHTS }));
    expect(texts(svg).filter((text) => text === 'CiNii Research' || text === 'EOSC')).toHaveLength(2);
    expect(texts(svg).join('')).toContain('DIAS is away.');
  });

  it('of three dimensions beside the platform is refused, with what to do', async () => {
    const report = reportOf(['YEAR', 'TYPE', 'LANGUAGE'], [['EOSC', ['2019', 'ARTICLE', 'ja'], 1]]);
    await expect(draw(report)).rejects.toThrow(/year, type, language.*Leave one out/);
  });

  it('of a report in which nothing was counted says so for each platform', async () => {
    const svg = await draw(reportOf(['YEAR'], [['EOSC', ['2019'], null], ['DIAS', ['2019'], null]])); // prettier-ignore
    expect(texts(svg).filter((text) => text === '数えられていない not counted')).toHaveLength(2);
  });

  it('tells the question, the time and the sources, and what its marks mean only where they are', async () => {
    const svg = await draw(byRight, '「<海>」');
    const all = texts(svg).join('');
    expect(all).toContain('「&lt;海&gt;」');
    expect(all).toContain('2026-04-01T00:00:00.000Z');
    expect(all).toContain('CiNii Research (counted by the platform)');
    expect(all).toContain('概数 not exact');
    expect(texts(await draw(reportOf(['PLATFORM'], [['EOSC', ['EOSC'], 3]]))).join('')).not.toContain('not exact');
  });

  it('leaves room for Japanese labels: they are at least as wide as their characters', async () => {
    const label = 'あ'.repeat(15);
    const svg = await draw(reportOf(['PUBLISHER'], [['CINII_RESEARCH', [label], 1]]));
    const [, left = '0'] = /class="marks"[^]*?translate\(([\d.]+)/.exec(svg) ?? [];
    expect(Number(left)).toBeGreaterThan(15 * 12);
  });

  it('shows the publishers with the most records when they are too many, and says how many are left out', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ['EOSC', [`P${String(index)}`], index + 1] as const);
    const svg = await draw(reportOf(['PUBLISHER'], rows));
    expect(texts(svg)).toContain('P39');
    expect(texts(svg)).not.toContain('P0');
    expect(texts(svg).join('')).toContain('10 more of 出版者 Publisher');
  });

  it('is light and dark by the reader, and loads nothing', async () => {
    for (const made of [await draw(byYear), await chartPage({ report: byYear, question: 'x', names })]) {
      expect(made).toContain('prefers-color-scheme: dark');
      for (const colour of Object.values(DARK)) expect(made).toContain(colour);
      expect(made.replaceAll(/ xmlns(?::xlink)?="[^"]*"/g, '')).not.toMatch(
        /https?:|url\(|@import|<script|<image|src=/,
      );
    }
  });
});

describe('the page of a report', () => {
  it('has the numbers beneath the picture, escaped', async () => {
    const report = reportOf(['PUBLISHER'], [['EOSC', ['<b>&'], 3, false], ['DIAS', ['<b>&'], null]]); // prettier-ignore
    const page = await chartPage({ report, question: 'x', names });
    expect(page).toContain('<td>&lt;b&gt;&amp;</td>');
    expect(page).toContain('<td class="count">≈3</td>');
    expect(page).toContain('<td class="count">–</td>');
    expect(page).not.toContain('<b>');
  });
});
