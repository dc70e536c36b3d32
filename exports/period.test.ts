import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../subgraphs/common/edtf.js';
import { halves, type Period } from './period.js';

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe('a period', () => {
  it.each([
    [null, null, [null, '1988'], ['1989', null]],
    ['2019-03-05', '2020-06', ['2019-03-05', '2019'], ['2020', '2020-06']],
    ['2020', '2020', ['2020', '2020-06'], ['2020-07', '2020']],
    ['2020-02', '2020-02', ['2020-02', '2020-02-15'], ['2020-02-16', '2020-02']],
    [null, '1900', [null, '1800'], ['1801', '1900']],
    ['2026', null, ['2026', '2026'], ['2027', null]],
  ])('from %s until %s is divided between years, months or days', (from, until, earlier, later) => {
    expect(halves({ from, until }, 2026)).toEqual([
      { from: earlier[0], until: earlier[1] },
      { from: later[0], until: later[1] },
    ]);
  });

  it.each([
    ['2020-02-29', '2020-02-29'],
    [null, '0900'],
    ['2027', null],
  ])('from %s until %s is not divided', (from, until) => {
    expect(halves({ from, until }, 2026)).toBeNull();
  });

  it('is divided down to its days without a gap or a day in two parts', () => {
    const days: string[] = [];
    const divide = (period: Period): void => {
      const parts = halves(period, 2026);
      if (parts !== null) parts.forEach(divide);
      else days.push(firstDay(period.from ?? ''), lastDay(period.until ?? ''));
    };
    divide({ from: '2019-11-20', until: '2020-03' });
    expect([days[0], days.at(-1)]).toEqual(['2019-11-20', '2020-03-31']);
    for (let index = 2; index < days.length; index += 2) expect(days[index]).toBe(nextDay(days[index - 1] ?? ''));
  });
});
