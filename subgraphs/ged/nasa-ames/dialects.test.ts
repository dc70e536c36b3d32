import { describe, expect, it } from 'vitest';
import { readNasaAmesNow } from './read.js';
import { fictionalFile, readFictional, readText, refusalOf } from './testing.js';

const codes = (file: { readonly warnings: readonly { readonly code: string }[] }) =>
  file.warnings.map(({ code }) => code);
const columns = (file: { readonly values: readonly Float64Array[] }) => file.values.map((column) => Array.from(column));

describe('a file in GED’s style', () => {
  const file = readFictional({
    variables: [
      'YEAR: Year (UTC)',
      'blended.obs.XCH4: column mean of CH4 [ppb]',
      'UC.: uncertainty of it [ppb]',
      'no colon',
    ],
    missing: '9999 9999.99 999 -1',
    special: [
      'LATITUDE: 20 ~ 30 [degree]',
      'CONTACT_EMAIL_OF_THE_DATA_PROVIDER: someone(at)example.jp',
      'A line: of text',
    ],
    normal: ['----------'],
    rows: ['0 2014 1800.5 9 1'],
  });

  it('has names with dots, descriptions and units', () => {
    expect(file.header.variables.map(({ name, description, unit }) => [name, description, unit])).toEqual([
      ['YEAR', 'Year (UTC)', null],
      ['blended.obs.XCH4', 'column mean of CH4', 'ppb'],
      ['UC.', 'uncertainty of it', 'ppb'],
      ['no colon', 'no colon', null],
    ]);
    expect(file.header.independent[0]?.name).toBe('RECORD');
  });

  it('has attributes as printed, and its other comments as text', () => {
    expect([...file.header.attributes]).toEqual([
      ['LATITUDE', '20 ~ 30 [degree]'],
      ['CONTACT_EMAIL_OF_THE_DATA_PROVIDER', 'someone(at)example.jp'],
    ]);
    expect([file.header.specialComments.length, file.header.normalComments]).toEqual([3, ['----------']]);
  });

  it('has its dates, and no warning', () => {
    expect([file.header.dataDate, file.header.revisionDate, file.warnings]).toEqual(['2014-01-01', '2024-04-15', []]);
  });
});

describe('missing values', () => {
  it('are told by equality with the recorded number, whatever its spelling and size, before scaling', () => {
    const file = readFictional({
      missing: '-1 99.0',
      scales: '0.1 10',
      rows: ['0 -1 99', '1 37 99.00', '2 -2 100', '3 -1.0 .5'],
    });
    expect(columns(file)).toEqual([
      [NaN, 37, -2, NaN],
      [NaN, NaN, 100, 0.5],
    ]);
  });
});

describe('real files’ habits (fact sheet 6.4)', () => {
  it('CR, LF and CRLF end a line, and lines are counted the same', () => {
    const text = fictionalFile({ dates: '2014 01 01 2024 13 15' });
    const files = ['\n', '\r\n', '\r'].map((end) => readText(text.replaceAll('\n', end)));
    for (const file of files) {
      expect(columns(file)).toEqual([[401.5, NaN, 402.25], [0, 1, 0]]); // prettier-ignore
      expect(file.warnings.map(({ line }) => line)).toEqual([7]);
    }
  });

  it('a line before the header, as NDACC writes it, is reported', () => {
    const file = readText(`KITANO K.   O3SONDE   01-JAN-2014 00:00:00\n${fictionalFile()}`);
    expect([codes(file), file.warnings[0]?.line, file.marks.length]).toEqual([['line-before-header'], 1, 3]);
  });

  it('annotations and tabs behind header numbers are passed over, in text lines they stay', () => {
    const text = fictionalFile({
      count: '2\t\t{NV}',
      missing: '9999\t9999   {VMISS}',
      organisation: 'An institute\t{ORG}',
    });
    const file = readText(text.replace('1 1\n', '1 1\t{IVOL NVOL}\n'));
    expect([file.header.organisation, codes(file), columns(file)[0]]).toEqual([
      'An institute\t{ORG}',
      [],
      [401.5, NaN, 402.25],
    ]);
  });

  it('a wrong NLHEAD is reported and the counters are followed', () => {
    const file = readFictional({ headerLines: 5 });
    expect([codes(file), file.header.headerLines, file.marks.length]).toEqual([['header-lines-differ'], 16, 3]);
    expect(file.warnings[0]?.text).toBe('NLHEAD says 5 header lines, the counters make 16; the counters were followed');
  });

  it.each(['2014 01 01 2024 13 15', '2014 01 01 2013 12 31', '2014 01 01', '2014 01 01 revised 2024'])(
    'a revision that is no date of a revision is null: %s',
    (dates) => {
      const file = readFictional({ dates });
      expect([file.header.dataDate, file.header.revisionDate, codes(file)]).toEqual([
        '2014-01-01',
        null,
        ['revision-unreadable'],
      ]);
    },
  );

  it('a first date that is none is null, months and days need no zeros, two digits are no year', () => {
    expect(readFictional({ dates: '999 999 999 2021 5 10' }).header).toMatchObject({
      dataDate: null,
      revisionDate: '2021-05-10',
    });
    expect(readFictional({ dates: '2017 1 30    2017 1 30' }).header).toMatchObject({ dataDate: '2017-01-30' });
    expect(refusalOf(fictionalFile({ dates: '99 01 30 2001 1 30' }))).toBe(
      'UnreadableDocument: line 7: DATE has a year of two digits: which century is meant cannot be told',
    );
  });

  it('too many or too few missing codes, and a name too many or too few, are refused with line and counter', () => {
    expect(refusalOf(fictionalFile({ missing: '9999\t9999\t9999' }))).toBe(
      'UnreadableDocument: line 12: VMISS has more numbers than NV = 2 (line 10)',
    );
    expect(refusalOf(fictionalFile({ missing: '9999' }))).toBe(
      'UnreadableDocument: line 13: VMISS has 1 numbers where NV = 2 (line 10) are needed',
    );
    expect(
      refusalOf(fictionalFile({ variables: ['A: a', 'B: b', 'C: c'], count: '2', scales: '1 1', missing: '9 9' })),
    ).toBe('UnreadableDocument: line 15: NSCOML is no single integer; the lines before it do not fit NV = 2 (line 10)');
    expect(
      refusalOf(fictionalFile({ variables: ['A: a'], count: '2', scales: '1 1', missing: '9 9', normal: ['text'] })),
    ).toMatch(/^UnreadableDocument: line \d+: NNCOML is no single integer/);
  });

  it('a last row of X alone is dropped, no data are an empty file', () => {
    const cut = readFictional({ rows: ['0 1 2', '1 3 4', '2'] });
    expect([columns(cut), codes(cut), cut.warnings[0]?.line]).toEqual([[[1, 3], [2, 4]], ['row-incomplete'], 19]); // prettier-ignore
    const empty = readFictional({ rows: [] });
    expect([columns(empty), codes(empty)]).toEqual([[[], []], ['no-data']]);
  });

  it('rows run over several lines, and so do the lists of the header', () => {
    const file = readFictional({
      scales: '1\n1',
      missing: '9999\n   9999',
      rows: ['0 1', '  2', '1', '3', '4'],
      headerLines: 18,
    });
    expect([columns(file), file.warnings]).toEqual([[[1, 3], [2, 4]], []]); // prettier-ignore
  });

  it('numbers too many on a line are left out with a warning, but never where they hide a number too few', () => {
    const file = readFictional({ rows: ['0 1 2 3', '1 3 4 5\t6', ''] });
    expect([columns(file), file.warnings.map(({ line, text }) => [line, text])]).toEqual([
      [[1, 3], [2, 4]],
      [[17, 'more numbers than X and NV = 2 (line 10); the others were left out (so on 2 lines)']],
    ]); // prettier-ignore
    expect(refusalOf(fictionalFile({ rows: ['0 1 2', '1 3', '2 5 6', '3 7 8'] }))).toBe(
      'UnreadableDocument: line 18: a record has fewer numbers on its line than X and NV = 2 (line 10), and the next has more',
    );
  });

  it('a comment that is counted as data is refused, with what NLHEAD says', () => {
    const text = fictionalFile({ normal: ['one', 'hour CO2 flag'] }).replace('\n2\none', '\n1\none');
    expect(refusalOf(text)).toBe(
      'UnreadableDocument: line 18: number 1 of a record (X and NV = 2 (line 10)) is none; NLHEAD says 18 header lines, the counters make 17; the counters were followed',
    );
  });

  it('CARIBIC separates by tabs, names by semicolons and has keys of mixed case', () => {
    const file = readFictional({
      axis: 'TimeCRef; reference_time_since_0_hours_UTC_on_first_date_in_line_7; [s]',
      variables: ['Ozone; Ozone volume mixing ratio; [ppbV]'],
      special: ['FileFormatVersionInfo: CARIBIC_NAmes_v02 standard', 'FlightNo: 1'],
      rows: ['28493.90\t9999', '28497.90\t48.65'],
    });
    expect([file.header.variables[0]?.name, file.header.variables[0]?.unit]).toEqual(['Ozone', 'ppbV']);
    expect([file.header.attributes.get('FlightNo'), file.header.independent[0]?.unit, columns(file)]).toEqual([
      '1',
      's',
      [[NaN, 48.65]],
    ]);
  });

  it('EBAS names component, unit and properties, has keys in its normal comments, and a flag column', () => {
    const file = readFictional({
      axis: 'days from file reference point',
      variables: [
        'pressure, hPa, Location=instrument internal',
        'scattering, 1/Mm, Wavelength=450 nm, Statistics=percentile:15.87',
        'numflag',
      ],
      normal: [
        'Data definition:              EBAS_1.1',
        'Station latitude:             19.5',
        `long: ${'x'.repeat(243)}`,
      ],
      rows: ['0.5 677.7 1 0.000000000'],
    });
    expect(file.header.variables.map(({ name, unit }) => [name, unit])).toEqual([
      ['pressure, Location=instrument internal', 'hPa'],
      ['scattering, Wavelength=450 nm, Statistics=percentile:15.87', '1/Mm'],
      ['numflag', null],
    ]);
    expect([file.header.attributes.get('Station latitude'), columns(file)[2], file.warnings]).toEqual([
      '19.5',
      [0],
      [],
    ]);
  });

  it('a unit in brackets counts without a name, a colon in a range ends none', () => {
    const { variables } = readFictional({
      variables: ['Pressure [hPa]', 'Longitude [degrees E] (range: 0 - 359)'],
    }).header;
    expect(variables.map(({ name, unit }) => [name, unit])).toEqual([['Pressure', 'hPa'], ['Longitude [degrees E] (range: 0 - 359)', null]]); // prettier-ignore
  });

  it('ICARTT is refused for what it is', () => {
    expect(refusalOf('36, 1001, V02_2016\nSomeone\n')).toMatch(/^UnreadableDocument: line 1: has commas .* ICARTT/);
    expect(refusalOf(fictionalFile({ normal: ['ULOD_FLAG: -7777', 'LLOD_FLAG: -8888'] }))).toMatch(
      /line 1: is an ICARTT file/,
    );
    expect(refusalOf(fictionalFile().replace(' 1001\n', ' 1001 V02_2016\n'))).toMatch(/line 1: is an ICARTT file/);
  });

  it.each([
    ['', 'line 1: the file ends where NLHEAD FFI should stand'],
    ['{"a": 1}', 'line 1: is not NLHEAD and FFI (two integers): this is no NASA Ames file'],
    ['<html>\n<body>\n', 'line 1: is not NLHEAD and FFI (two integers): this is no NASA Ames file'],
    ['20 1002\n', 'line 1: FFI is none of 1001, 1010, 1020, 2010, 2110, 2160, 2310, 3010, 4010'],
    ['20 1001\nSomeone\nSomewhere', 'line 4: the file ends where SNAME should stand'],
  ])('what is no such file is refused: %j', (text, why) => {
    expect(refusalOf(text)).toBe(`UnreadableDocument: ${why}`);
  });

  it('comments that take in a row are refused; a comment of numbers that NLHEAD counts is one', () => {
    const taken = fictionalFile({ rows: ['0 1 2', '1 3 4'] }).replace('\n0\n0\n', '\n0\n1\n');
    expect(refusalOf(taken)).toBe(
      'UnreadableDocument: line 17: NNCOML = 1 (line 16) takes a line of data for a comment; NLHEAD says 16 header lines',
    );
    expect(readFictional({ normal: ['0 9999 99'] }).marks.length).toBe(3);
  });

  it('rows that are too short are refused where the step of X tells that each line is one', () => {
    const variables = ['A', 'B', 'C'];
    expect(refusalOf(fictionalFile({ variables, rows: ['0 401.5', '1 402', '2 403', '3 404'] }))).toBe(
      'UnreadableDocument: line 18: a row has fewer numbers than X and NV = 3 (line 10): the next line begins with an X one DX on',
    );
    const wrapped = readFictional({ variables, rows: ['0 401.5', '1 402', '1 403', '2 404'] });
    expect(columns(wrapped)).toEqual([[401.5, 403], [1, 2], [402, 404]]); // prettier-ignore
  });

  it('a list that goes on over lines is told by its first one', () => {
    expect(refusalOf(fictionalFile({ scales: '1' }))).toBe(
      'UnreadableDocument: line 12: VSCAL from line 11 on has more numbers than NV = 2 (line 10)',
    );
  });

  it('a file without an end of its last line is whole', () => {
    expect(readNasaAmesNow(Buffer.from(fictionalFile().trimEnd())).marks.length).toBe(3);
  });
});
