import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, interval, isEdtf, lastDay, overlaps, parseDay, parseEdtf, parseInstant } from './edtf.js';

describe('parseEdtf', () => {
  it.each([
    ['2017', '2017'],
    ['2017-03', '2017-03'],
    ['2017-03-31', '2017-03-31'],
    [' ２０１７－０３ ', '2017-03'],
    ['20240131', '2024-01-31'],
    ['2010.6', '2010-06'],
    ['2010.6.1', '2010-06-01'],
    ['2010-6', '2010-06'],
    ['2010/6', '2010-06'],
    ['2010/06/01', '2010-06-01'],
    ['2010年', '2010'],
    ['2010年6月', '2010-06'],
    ['2010年 6月 1日', '2010-06-01'],
    ['２０１０年１２月', '2010-12'],
  ])('reads %j as %s: the precision of the source, neither padded nor cut', (printed, date) => {
    expect(parseEdtf(printed)).toBe(date);
  });

  it.each(['2017-03-31T23:30:00+09:00', '2017-03-31T00:00Z', '2017-03-31 12:00:00.123', '2017-03-31T09:00:00+0900'])(
    'takes the day of %j as printed, without moving it to another zone',
    (printed) => {
      expect(parseEdtf(printed)).toBe('2017-03-31');
    },
  );

  it.each([
    '',
    'n.d.',
    '2023-02-29',
    '2023-06-31',
    '2023-13',
    '2023-00',
    '2023-6-0',
    '20230229',
    '2023年2月30日',
    '2023-02-29T00:00:00Z',
    '17-03-31',
    '2017?',
    '2015/2010',
    '2010/2015/2020',
    'c2010',
  ])('gives null for %j', (printed) => {
    expect(parseEdtf(printed)).toBeNull();
  });

  it('knows leap years', () => {
    expect([isEdtf('2024-02-29'), isEdtf('2000-02-29'), isEdtf('1900-02-29')]).toEqual([true, true, false]);
  });

  it('reads intervals, each end with its own precision', () => {
    expect(parseEdtf('2010/2015-06')).toBe('2010/2015-06');
    expect(parseEdtf('2010.4.1/2015.3')).toBe('2010-04-01/2015-03');
    expect(parseEdtf('2010-04-01T00:00:00Z/2015-03-31T23:59:59Z')).toBe('2010-04-01/2015-03-31');
    expect(parseEdtf('2010/2010-06')).toBe('2010/2010-06');
  });

  it('takes a period of one day for that day', () => {
    expect(parseEdtf('2010-05-01/2010-05-01')).toBe('2010-05-01');
    expect(parseEdtf('2010-05-01T00:00:00Z/2010-05-01T23:59:59Z')).toBe('2010-05-01');
    expect(parseEdtf('2010/2010')).toBe('2010');
  });

  it('reads every day of the calendar as itself', () => {
    const day = fc.date({
      min: new Date('0100-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(parseEdtf(text)).toBe(text);
        expect(parseEdtf(text.replaceAll('-', '/'))).toBe(text);
        expect([firstDay(text), lastDay(text)]).toEqual([text, text]);
      }),
    );
  });

  it('never gives what is no EDTF, whatever a platform sends', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789-/.T:Z年月日 '), maxLength: 24 });
    fc.assert(
      fc.property(digits, (text) => {
        const read = parseEdtf(text);
        expect(read === null || isEdtf(read)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseDay', () => {
  it('gives a full day, and null for anything coarser', () => {
    expect(parseDay('2024/4/1')).toBe('2024-04-01');
    expect([parseDay('2024-04'), parseDay('2024'), parseDay('2024/2025'), parseDay('soon')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('parseInstant', () => {
  it.each([
    ['2026-11-20T09:11:00Z', '2026-11-20T09:11:00Z'],
    ['2026-11-20T09:11:00.987Z', '2026-11-20T09:11:00Z'],
    ['2026-11-20T09:11:00+09:00', '2026-11-20T00:11:00Z'],
    ['2026-11-20T09:11:00+0900', '2026-11-20T00:11:00Z'],
    ['2026-11-20T09:11', '2026-11-20T09:11:00Z'],
    ['2026-11-20 09:11:00', '2026-11-20T09:11:00Z'],
    ['2026-11-20', '2026-11-20T00:00:00Z'],
  ])('reads %j as %s', (printed, instant) => {
    expect(parseInstant(printed)).toBe(instant);
  });

  it.each(['2026-02-30T00:00:00Z', '2026-11-20T25:00:00Z', '2026-11', '1700000000', ''])(
    'gives null for %j',
    (printed) => {
      expect(parseInstant(printed)).toBeNull();
    },
  );
});

describe('interval', () => {
  it('joins two dates, and keeps what is known when one is missing or impossible', () => {
    expect(interval('2010', '2015-06')).toBe('2010/2015-06');
    expect(interval('2010-05-01', '2010-05-01')).toBe('2010-05-01');
    expect(interval(null, '2015')).toBe('2015');
    expect(interval('2010', null)).toBe('2010');
    expect(interval('2015', '2010')).toBe('2015');
    expect(interval(null, null)).toBeNull();
  });
});

describe('comparing dates', () => {
  it('knows the first and the last day that a date touches', () => {
    expect([firstDay('2019'), lastDay('2019')]).toEqual(['2019-01-01', '2019-12-31']);
    expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([firstDay('2010-06/2015'), lastDay('2010-06/2015')]).toEqual(['2010-06-01', '2015-12-31']);
  });

  it('counts a date as within the bounds, both inclusive, where it may be meant', () => {
    expect(overlaps('2019', '2019-04', null)).toBe(true);
    expect(overlaps('2019-04-01', '2019-04-01', '2019-04-01')).toBe(true);
    expect(overlaps('2010/2015', '2012', '2013')).toBe(true);
    expect(overlaps('2019', null, null)).toBe(true);
  });

  it('counts a date outside of a bound as outside', () => {
    expect(overlaps('2019-03-31', '2019-04', null)).toBe(false);
    expect(overlaps('2020-01-01', null, '2019')).toBe(false);
    expect(overlaps('2010/2015', '2016', null)).toBe(false);
  });
});
