import { describe, expect, it } from 'vitest';
import { NoTimes, timesOf } from './time.js';
import { readFictional, readText, type FictionalFile } from './testing.js';
import type { NasaAmesFile } from './types.js';

function timesIn(file: NasaAmesFile): (string | null)[] | string {
  const times = timesOf(file);
  if (times instanceof NoTimes) return times.why;
  return Array.from(times.instants, (instant) => (Number.isNaN(instant) ? null : new Date(instant).toISOString()));
}

const times = (parts: FictionalFile) => timesIn(readFictional(parts));
const PARTS = ['YEAR: Year', 'MONTH: Month', 'DAY: Day', 'HOUR: Hour'];
const NO_AXIS = 'RECORD: Number of the record';

describe('time from the parts of a date (fact sheet 5, rule 3)', () => {
  it('takes the zone of TIME_ZONE, in hours east of UTC', () => {
    const rows = ['0 2014 1 1 0'];
    const at = (zone: string) => times({ axis: NO_AXIS, variables: PARTS, special: [`TIME_ZONE: ${zone}`], rows });
    expect(['0', '9', '+9', 'UTC+9', '+09:00', 'JST', '-3.5', 'UTC', '9 [hour]'].map((zone) => at(zone)[0])).toEqual([
      '2014-01-01T00:00:00.000Z',
      ...Array.from({ length: 5 }, () => '2013-12-31T15:00:00.000Z'),
      '2014-01-01T03:30:00.000Z',
      '2014-01-01T00:00:00.000Z',
      '2013-12-31T15:00:00.000Z',
    ]);
    expect([at('0930')[0], at('9 hours')[0]]).toEqual(['2013-12-31T14:30:00.000Z', '2013-12-31T15:00:00.000Z']);
    // Minutes, perhaps: 5:40 it is not.
    for (const zone of ['local', '540']) {
      expect(at(zone)).toBe('its variables YEAR and MONTH come without a time zone that can be read');
    }
  });

  it('without one is UTC only where a name says so', () => {
    const rows = ['0 2014 2 1 0'];
    expect(times({ axis: NO_AXIS, variables: ['YEAR: Year (UTC)', ...PARTS.slice(1)], rows })).toEqual([
      '2014-02-01T00:00:00.000Z',
    ]);
    expect(times({ axis: NO_AXIS, variables: PARTS, rows })).toMatch(/without a time zone/);
  });

  it('without one leaves the word to an axis with an epoch', () => {
    expect(
      times({ axis: 'RECORD: Hours since 2014-01-01 00:00:00 +09:00', variables: PARTS, rows: ['1 2014 1 1 1'] }),
    ).toEqual(['2013-12-31T16:00:00.000Z']);
  });

  it('hour 24, missing codes and days that no month has are null, and the row stays', () => {
    const rows = [
      '0 2014 1 1 24',
      '1 2014 99 1 0',
      '2 2014 1 99 0',
      '3 9999 1 1 0',
      '4 2014 4 31 0',
      '5 2014 1 1.5 0',
      '6 2014 1 31 23',
    ];
    const parts = { axis: NO_AXIS, variables: PARTS, special: ['TIME_ZONE: 0'], rows };
    expect(times(parts)).toEqual([null, null, null, null, null, null, '2014-01-31T23:00:00.000Z']);
    expect(readFictional(parts).values[0]?.length).toBe(7);
  });

  it('goes down to the second, and up to the month', () => {
    const fine = [...PARTS, 'MINUTE: Minute', 'SECOND: Second'];
    expect(times({ variables: fine, special: ['TIME_ZONE: 0'], rows: ['0 2014 1 1 5 30 1.5'] })).toEqual([
      '2014-01-01T05:30:01.500Z',
    ]);
    expect(times({ variables: PARTS.slice(0, 2), special: ['TIME_ZONE: 0'], rows: ['0 2014 7'] })).toEqual([
      '2014-07-01T00:00:00.000Z',
    ]);
  });
});

describe('time from the axis', () => {
  const at = (axis: string, x: string) => times({ axis, rows: [`${x} 1 2`] })[0];

  it.each([
    ['RECORD: Months since 2014-01-31 00:00:00 +00:00', '1', '2014-02-28T00:00:00.000Z'],
    ['RECORD: Months since 2014-01-01 00:00:00 +00:00', '13.5', '2015-02-15T00:00:00.000Z'],
    ['time (years since 2012-02-29)', '1', '2013-02-28T00:00:00.000Z'],
    ['time (days since 2008-01-01 00:00:00)', '0.5', '2008-01-01T12:00:00.000Z'],
    ['Hours since 2014-01-01T09:00:00+09:00', '2', '2014-01-01T02:00:00.000Z'],
    ['minutes since 2014-1-1 0:00', '90', '2014-01-01T01:30:00.000Z'],
    ['time (seconds since 19700101T00:00:00)', '86400', '1970-01-02T00:00:00.000Z'],
    ['seconds since 2014-01-01 00:00:00Z', '1', '2014-01-01T00:00:01.000Z'],
    ['hours since 2014-01-01 09:00:00 JST', '1', '2014-01-01T01:00:00.000Z'],
    ['hours since 2014-01-01 09:00 (JST)', '1', '2014-01-01T01:00:00.000Z'],
  ])('is counted from the epoch in its name: %s', (axis, x, instant) => {
    expect(at(axis, x)).toBe(instant);
  });

  it.each([
    ['Time in UT Seconds from 0000 hours on the data date', '79200', '2014-01-01T22:00:00.000Z'],
    ['days from file reference point', '0.25', '2014-01-01T06:00:00.000Z'],
    ['TimeCRef; reference time since 0 hours UTC; [s]', '60', '2014-01-01T00:01:00.000Z'],
    ['TIME: elapsed time of the day [h]', '1.5', '2014-01-01T01:30:00.000Z'],
    ['Time (UT seconds) from 00 hours on launch date', '1', '2014-01-01T00:00:01.000Z'],
  ])('is counted from midnight of DATE where it says a unit of time: %s', (axis, x, instant) => {
    expect(at(axis, x)).toBe(instant);
  });

  it.each([
    'Time after launch [s]',
    'Altitude (km)',
    'Pressure (hPa)',
    'Local time (hours)',
    'Day number',
    'Number of the record',
    'Latitude (degrees and minutes)',
    'hours since 2014-01-01 00:00:00 local time',
    'days since 2014-13-45 00:00:00',
  ])('says nothing of a time: %s', (axis) => {
    expect(times({ axis })).toBe(
      'neither variables YEAR and MONTH nor the name of its independent variable tell a time',
    );
  });

  it('is no time where DATE is none, or the file counts in another zone', () => {
    const axis = 'Time (hours)';
    expect(times({ axis, dates: '9999 99 99 2014 1 1' })).toMatch(/^neither/);
    expect(times({ axis, special: ['TIME_ZONE: 9'] })).toMatch(/^neither/);
    expect(times({ axis, special: ['TIME_ZONE: 0'] })).toHaveLength(3);
  });

  it('counts an epoch without an offset in the zone that the file states', () => {
    const axis = 'hours since 2014-01-01 09:00:00';
    const rows = ['0 1 2'];
    expect(times({ axis, rows, special: ['TIME_ZONE: 9'] })).toEqual(['2014-01-01T00:00:00.000Z']);
    expect(times({ axis: `${axis} +00:00`, rows, special: ['TIME_ZONE: 9'] })).toEqual(['2014-01-01T09:00:00.000Z']);
    expect(times({ axis, rows, special: ['TIME_ZONE: that of the ship'] })).toMatch(/^neither/);
  });

  it('steps between the marks of FFI 1020', () => {
    const lines = [
      'A',
      'B',
      'C',
      'D',
      '1 1',
      '2014 01 01 2024 04 15',
      '30',
      '2',
      'Time (minutes)',
      '1',
      '1',
      '99',
      'V',
      '0',
      '0',
      '0',
    ];
    const text = [`17 1020`, ...lines, '0', '1 2', '60', '3 4', ''].join('\n');
    const found = timesIn(readText(text));
    expect(Array.isArray(found) ? found.map((instant) => instant?.slice(11, 16)) : found).toEqual([
      '00:00',
      '00:30',
      '01:00',
      '01:30',
    ]);
  });
});
