import { describe, expect, it } from 'vitest';
import { jpcoar } from '../../../test/jairo/documents.js';
import { childElement } from '../../common/xml.js';
import { conferencePeriod, issued, parsePeriod, period, updated } from './dates.js';

const date = (type: string, value: string): string => `<datacite:date dateType="${type}">${value}</datacite:date>`;

describe('the date of issue', () => {
  it.each([
    ['2021-03', '2021-03'],
    ['2017', '2017'],
    ['1777/1830', '1777/1830'],
    ['2015-10-01T09:00:00+09:00', '2015-10-01'],
    ['20151001', '2015-10-01'],
    ['2015-13-40', null],
    ['平成27年', null],
    ['2015/', null],
  ])('of %j is %j, neither padded nor cut', (printed, expected) => {
    expect(issued(jpcoar(date('Issued', printed)))).toBe(expected);
  });

  it('is never the date of availability, acceptance, update or one of unsaid meaning', () => {
    const others = ['Available', 'Accepted', 'Updated', 'Created', 'Submitted']
      .map((type) => date(type, '2020'))
      .join('');
    const literal = '<dcterms:date>2016</dcterms:date><dcndl:dateGranted>2017-03-25</dcndl:dateGranted>';
    expect(issued(jpcoar(`${others}<datacite:date>2023-06-15</datacite:date>${literal}`))).toBeNull();
  });
});

describe('the date of update', () => {
  it('is the latest full one', () => {
    const dates =
      date('Updated', '2015-09-29') + date('Updated', '2016-01-02T09:00:00+09:00') + date('Updated', '2020');
    expect(updated(jpcoar(dates))).toBe('2016-01-02T00:00:00Z');
  });
});

describe('the period of the content', () => {
  it.each([
    ['1970-01-01 00:00:00 - 2005-01-01 23:59:59', '1970-01-01/2005-01-01'],
    ['1970-2005', '1970/2005'],
    ['2001年～2003年', '2001/2003'],
    ['2011-03 to 2012', '2011-03/2012'],
    ['2005/2005', '2005'],
    ['2010-12', '2010-12'],
    ['1 to 2', null],
    ['江戸時代', null],
    ['A.D. 1800 - A.D. 1850', null],
    ['2005 - 1999', null],
  ])('%j reads as %j', (printed, expected) => {
    expect(parsePeriod(printed)).toBe(expected);
  });

  it('is dcterms:temporal where that reads as time, else when the data were collected', () => {
    const collected = date('Collected', '2023-03-02/2023-06-02');
    expect(period(jpcoar(`${collected}<dcterms:temporal>奈良時代</dcterms:temporal>`))).toBe('2023-03-02/2023-06-02');
    expect(period(jpcoar(`${collected}<dcterms:temporal>1970/2005</dcterms:temporal>`))).toBe('1970/2005');
  });
});

describe('the time of a conference', () => {
  const of = (content: string): string | null => {
    const conference = childElement(jpcoar(`<jpcoar:conference>${content}</jpcoar:conference>`), 'conference');
    return conference === undefined ? null : conferencePeriod(conference);
  };

  it('is read from the attributes, as far as they go', () => {
    const attributes = 'startYear="2000" startMonth="4" startDay="11" endYear="2000" endMonth="12"';
    expect(of(`<jpcoar:conferenceDate ${attributes}>12</jpcoar:conferenceDate>`)).toBe('2000-04-11/2000-12');
    expect(of('<jpcoar:conferenceDate startYear="2000" startMonth="13">x</jpcoar:conferenceDate>')).toBe('2000');
  });

  it('is read from the text where there are none, and is null where there is neither', () => {
    expect(of('<jpcoar:conferenceDate>2020/12/11</jpcoar:conferenceDate>')).toBe('2020-12-11');
    expect(of('<jpcoar:conferenceDate>last spring</jpcoar:conferenceDate>')).toBeNull();
    expect(of('')).toBeNull();
  });
});
