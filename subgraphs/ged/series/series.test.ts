import { describe, expect, it } from 'vitest';
import { BadUserInput } from '../../common/errors.js';
import { describeVariables } from '../nasa-ames/statistics.js';
import { readFictional, readText } from '../nasa-ames/testing.js';
import { seriesOf, type SeriesRequest } from './series.js';

const VARIABLES = ['CO2: mole fraction [ppm]', 'flag', 'Ｏ３: ozone [ppb]', 'co: carbon monoxide', 'Co: cobalt'];
const file = readFictional({
  variables: VARIABLES,
  scales: '0.1 1 1 1 1',
  rows: ['0 4015 0 1 1 1', '1 9999 1 1 1 1', '2 4022 0 1 1 1', '3 3999 0 1 1 1', '9999999999999 1 1 1 1 1'],
});
const ask = (parts: Partial<SeriesRequest>) =>
  seriesOf(file, { variable: 'CO2', from: null, until: null, maxPoints: 500, ...parts });
const refusal = (parts: Partial<SeriesRequest>): string => {
  try {
    ask(parts);
    return 'answered';
  } catch (error) {
    return error instanceof BadUserInput ? error.message : String(error);
  }
};

describe('a series', () => {
  it('has the scaled values in time without the missing ones, and says what is not in it', () => {
    const { points, ...rest } = ask({});
    expect(points).toEqual([
      { at: new Date('2014-01-01T00:00:00Z'), value: 401.5, afterGap: false },
      { at: new Date('2014-01-01T02:00:00Z'), value: 402.2, afterGap: true },
      { at: new Date('2014-01-01T03:00:00Z'), value: 399.9, afterGap: false },
    ]);
    expect(rest).toEqual({
      variable: 'CO2',
      description: 'mole fraction',
      unit: 'ppm',
      total: 3,
      missing: 1,
      withoutTime: 1,
    });
  });

  it('of a period holds its first and last instant, and counts what is in it alone', () => {
    const { points, total, missing } = ask({
      from: new Date('2014-01-01T01:00:00Z'),
      until: new Date('2014-01-01T02:00:00Z'),
    });
    expect([points.map(({ value }) => value), total, missing]).toEqual([[402.2], 1, 1]);
    expect(ask({ from: new Date('2030-01-01') }).points).toEqual([]);
  });

  it('is told by the very name, else by one that differs in case and width alone', () => {
    expect([ask({ variable: 'co' }).description, ask({ variable: 'Co' }).description]).toEqual([
      'carbon monoxide',
      'cobalt',
    ]);
    expect([ask({ variable: 'co2' }).variable, ask({ variable: 'o3' }).unit, ask({ variable: 'flag' }).total]).toEqual([
      'CO2',
      'ppb',
      4,
    ]);
    expect(refusal({ variable: 'CO' })).toBe(
      'variable: "CO" fits 2 variables of this file: ask for one of "co: carbon monoxide", "Co: cobalt".',
    );
    expect(refusal({ variable: 'CH4' })).toBe(
      'variable: "CH4" is no variable of this file; it has: CO2, flag, Ｏ３, co, Co.',
    );
  });

  it('of several with one name is told by its line', () => {
    const variables = ['CO2: at 10 m [ppm]', 'CO2: at 40 m [ppm]'];
    const of = (variable: string) =>
      seriesOf(readFictional({ variables }), { variable, from: null, until: null, maxPoints: 5 }).description;
    expect([of('CO2: at 40 m'), of('CO2: at 10 m [ppm]')]).toEqual(['at 40 m', 'at 10 m']);
    expect(() => of('CO2')).toThrow('ask for one of "CO2: at 10 m", "CO2: at 40 m".');
  });

  it.each([0, -1, 5_001, 1.5, NaN])('of %d points is refused', (maxPoints) => {
    expect(refusal({ maxPoints })).toBe(`maxPoints: ${String(maxPoints)} is not within 1 and 5000.`);
  });

  it('of a period that ends before it begins is refused', () => {
    expect(refusal({ from: new Date('2015-01-01'), until: new Date('2014-01-01') })).toBe('from: lies after until.');
  });

  it('where values have no place in time is refused with the reason', () => {
    const request = { variable: 'flag', from: null, until: null, maxPoints: 5 };
    expect(() => seriesOf(readFictional({ axis: 'Altitude (km)' }), request)).toThrow(
      'series: this file gives none: neither variables YEAR and MONTH nor the name of its independent variable tell a time.',
    );
    const lines = [
      'A',
      'B',
      'C',
      'D',
      '1 1',
      '2014 01 01 2024 04 15',
      '0 1',
      'HEIGHT',
      'Time (hours)',
      '1',
      '1',
      '99',
      'V',
      '1',
      '1',
      '99',
      'NX',
      '0',
      '0',
    ];
    expect(() => seriesOf(readText(['20 2110', ...lines, ''].join('\n')), request)).toThrow(
      'series: this file gives none: its format (FFI 2110) has more than one independent variable.',
    );
  });
});

describe('a thinned series', () => {
  const value = (row: number): string =>
    row >= 4_000 && row < 6_000 ? '9999' : row % 10 === 5 ? '9999' : String(400 + (row % 7));
  const rows = Array.from({ length: 10_000 }, (_, row) => `${String(row)} ${value(row)} 0`);
  const { points, total, missing } = seriesOf(readFictional({ rows }), {
    variable: 'CO2',
    from: null,
    until: null,
    maxPoints: 100,
  });

  it('is broken where values are missing for longer than its points lie apart, not by single ones', () => {
    expect([points.length, total, missing]).toEqual([100, 7_200, 2_800]);
    const gaps = points.filter(({ afterGap }) => afterGap);
    expect(gaps.map(({ at }) => at.getTime() >= Date.UTC(2014, 0, 1) + 6_000 * 3_600_000)).toEqual([true]);
  });
});

describe('the statistics of variables', () => {
  it('count what is there and what is missing, with ends of the scaled values', () => {
    const described = describeVariables(
      readFictional({
        variables: ['A', 'B', 'C'],
        scales: '0.1 -2 1',
        missing: '-1 99 9',
        rows: ['0 3 4 9', '1 -1 -5 9', '2 7 99 9'],
      }),
    );
    expect(
      described.map(({ variable: { name }, kind, count, missing: none, min, max }) => [
        name,
        kind,
        count,
        none,
        min,
        max,
      ]),
    ).toEqual([
      ['A', 'primary', 2, 1, 0.3, 0.7],
      ['B', 'primary', 2, 1, -8, 10],
      ['C', 'primary', 0, 3, null, null],
    ]);
  });
});
