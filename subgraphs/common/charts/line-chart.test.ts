import { describe, expect, it } from 'vitest';
import { parseXml } from '../xml.js';
import { lineChartSvg, type LineChart } from './line-chart.js';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2014, 0, 1);
const chart = (parts: Partial<LineChart> = {}): LineChart => ({
  width: 640,
  height: 240,
  title: '二酸化炭素 <北の岬> & "海"',
  description: 'CO2: 二酸化炭素のモル分率 [ppm]',
  valueLabel: 'CO2 [ppm]',
  timeLabel: '時刻 (UTC)',
  points: Array.from({ length: 48 }, (_, hour) => ({
    at: new Date(START + hour * HOUR_MS),
    value: 400 + (hour % 5),
    afterGap: hour === 24,
  })),
  ...parts,
});
/** Where each part of the line begins. */
const strokes = (svg: string): number => {
  const line = /<path [^>]*d="(M[^"]*)"[^>]*stroke="#1b5e8c"/.exec(svg)?.[1] ?? '';
  return line.match(/M/g)?.length ?? 0;
};

describe('a line chart', () => {
  it('is well-formed, of the size asked for, with the labels of its axes', async () => {
    const svg = await lineChartSvg(chart());
    expect(() => parseXml(svg)).not.toThrow();
    expect(svg).toMatch(/^<svg [^>]*width="640" height="240"/);
    for (const text of ['CO2 [ppm]', '時刻 (UTC)', '01-01 06:00']) expect(svg).toContain(`>${text}</text>`);
  });

  it('escapes texts, and has a title and a description for those who cannot see it', async () => {
    const svg = await lineChartSvg(chart());
    expect(svg).not.toContain('<北');
    expect(svg).toContain(
      '<title>二酸化炭素 &lt;北の岬&gt; &amp; &quot;海&quot;</title><desc>CO2: 二酸化炭素のモル分率 [ppm]</desc>',
    );
    expect(svg).toContain('role="img"');
  });

  it('draws no line over a gap, and a point between two gaps as a dot', async () => {
    const points = chart().points;
    expect(strokes(await lineChartSvg(chart()))).toBe(2);
    expect(strokes(await lineChartSvg(chart({ points: points.map((point) => ({ ...point, afterGap: false })) })))).toBe(
      1,
    );
    const dots = (svg: string) => svg.match(/fill="#1b5e8c"/g)?.length ?? 0;
    const alone = points.map((point, index) => ({ ...point, afterGap: index === 24 || index === 25 }));
    expect([dots(await lineChartSvg(chart())), dots(await lineChartSvg(chart({ points: alone })))]).toEqual([0, 1]);
  });

  it('labels its time in UTC with digits, as fine as the period', async () => {
    const over = (days: number) => chart({ points: [0, 1, 2].map((part) => ({ at: new Date(START + (part * days * 24 * HOUR_MS) / 2), value: part, afterGap: false })) }); // prettier-ignore
    const svgs = await Promise.all([30, 365, 3_650].map((days) => lineChartSvg(over(days))));
    expect(svgs[0]).toMatch(/>2014-01-\d\d</);
    expect(svgs[1]).toMatch(/>2014-\d\d</);
    expect(svgs[2]).toMatch(/>20(?:16|18|20)</);
  });

  it('loads nothing from anywhere', async () => {
    const svg = (await lineChartSvg(chart())).replaceAll(/ xmlns(?::xlink)?="[^"]*"/g, '');
    expect(svg).not.toMatch(/https?:|url\(|@import|<script|<image/);
  });

  it('of no points has axes alone', async () => {
    expect(strokes(await lineChartSvg(chart({ points: [], title: null })))).toBe(0);
  });

  it('cuts texts that leave no room', async () => {
    const svg = await lineChartSvg(
      chart({ title: '長'.repeat(1_000), valueLabel: 'x'.repeat(10_000), description: 'd' }),
    );
    expect(svg.length).toBeLessThan(30_000);
  });

  it.each([
    ['width', 99],
    ['width', 4_001],
    ['height', 1e9],
    ['height', 100.5],
  ])('with a %s of %d is refused', async (side, pixels) => {
    await expect(lineChartSvg(chart({ [side]: pixels }))).rejects.toThrow(
      `${side}: ${String(pixels)} is not within 100 and 4000.`,
    );
  });
});
