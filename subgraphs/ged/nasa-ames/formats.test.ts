import { describe, expect, it } from 'vitest';
import { nasaAmesCsv } from './csv.js';
import { readText, refusalOf } from './testing.js';

/** Lines 2 to 7. */
const ORIGIN = ['Minami, Hana', 'Institute for Imagined Air', 'Model', 'Programme', '1 1', '2014 01 01 2024 04 15'];
const COMMENTS = ['0', '0'];

function fileOf(ffi: number, header: readonly string[], data: readonly string[]): string {
  const lines = [...ORIGIN, ...header, ...COMMENTS];
  return [`${String(lines.length + 1)} ${String(ffi)}`, ...lines, ...data, ''].join('\n');
}

const csv = (text: string) => [...nasaAmesCsv(readText(text))].join('').trimEnd().split('\n');

const FORMATS: readonly (readonly [number, readonly string[], readonly string[], readonly string[]])[] = [
  [1001, ['0', 'X', '2', '1 0.1', '99 99', 'A', 'B [K]'], ['1 5 3', '2 99 99'], ['X,A,B [K]', '1,5,0.3', '2,,']],
  [
    1010,
    ['1', 'X', '2', '1 1', '99 99', 'A', 'B', '1', '10', '9', 'AUX'],
    ['1 4', '5 6', '2 9', '99 7'],
    ['X,AUX,A,B', '1,40,5,6', '2,,,7'],
  ],
  [
    1020,
    ['0.1', '3', 'X', '2', '1 1', '99 99', 'A', 'B', '1', '1', '9', 'AUX'],
    ['1 4', '1 2 3', '4 5 99', '1.3 5', '6 7', '8', '9 10 11'],
    ['X,AUX,A,B', '1,4,1,4', '1.1,4,2,5', '1.2,4,3,', '1.3,5,6,9', '1.4,5,7,10', '1.5,5,8,11'],
  ],
  [
    2010,
    ['10 1', '2', '1', '-5', 'LAT', 'TIME', '2', '1 1', '99 99', 'A', 'B', '0'],
    ['1', '1 2', '3 4', '2', '5 6', '99 8'],
    ['LAT,TIME,A,B', '-5,1,1,3', '5,1,2,4', '-5,2,5,', '5,2,6,8'],
  ],
  [
    2110,
    ['0 1', 'HEIGHT', 'TIME', '1', '1', '99', 'A', '2', '1 1', '99 999', 'NX', 'AUX'],
    ['1 2 7', '10 1', '20 2', '2 0 8', '3 99 8', '4 1 999', '5 99'],
    ['HEIGHT,TIME,NX,AUX,A', '10,1,2,7,1', '20,1,2,7,2', '5,4,1,,'],
  ],
  [
    2160,
    [
      '10',
      '8',
      'TIME',
      'SITE',
      '1',
      '1',
      '99',
      'A',
      '4',
      '2',
      '1 1',
      '99 99',
      '5 5',
      'zzz',
      'zzz',
      'NX',
      'AUX',
      'NOTE',
      '=SUM(1)',
    ],
    ['North Cape', '2 7', 'first', 'zzz', '0 1', '10 2', '', 'South', '1 99', '', '+1', '0 -3'],
    [
      `TIME,SITE,NX,AUX,NOTE,'=SUM(1),A`,
      '0,North Cape,2,7,first,,1',
      '10,North Cape,2,7,first,,2',
      `0,South,1,,,'+1,-3`,
    ],
  ],
  [
    2310,
    ['0', 'HEIGHT', 'TIME', '2', '1 1', '99 99', 'A', 'B', '3', '1 1 1', '99 999 99', 'NX', 'FIRST', 'STEP'],
    ['1 2 10 5', '1 2', '3 4', '2 1 20 5', '5', '99'],
    ['HEIGHT,TIME,NX,FIRST,STEP,A,B', '10,1,2,10,5,1,3', '15,1,2,10,5,2,4', '20,2,1,20,5,5,'],
  ],
  [
    3010,
    ['10 1 1', '2 2', '1 2', '0', '100 300', 'LON', 'LAT', 'TIME', '1', '1', '99', 'A', '0'],
    ['1', '1 2', '3 4'],
    ['LON,LAT,TIME,A', '0,100,1,1', '10,100,1,2', '0,300,1,3', '10,300,1,4'],
  ],
  [
    4010,
    [
      '1 1 1 1',
      '2 1 2',
      '1 1 1',
      '0',
      '5',
      '7',
      'LON',
      'LAT',
      'ALT',
      'TIME',
      '2',
      '1 1',
      '99 99',
      'A',
      'B',
      '1',
      '1',
      '9',
      'AUX',
    ],
    ['1 4', '1 2', '3 4', '5 6', '7 8'],
    ['LON,LAT,ALT,TIME,AUX,A,B', '0,5,7,1,4,1,5', '1,5,7,1,4,2,6', '0,5,8,1,4,3,7', '1,5,8,1,4,4,8'],
  ],
];

describe.each(FORMATS)('FFI %d', (ffi, header, data, expected) => {
  it('is read by its counters, and written as a row a point', () => {
    expect(csv(fileOf(ffi, header, data))).toEqual(expected);
    expect(readText(fileOf(ffi, header, data)).warnings).toEqual([]);
  });

  it('loses at most its last mark where it is cut, and never shows a part of one', () => {
    const whole = fileOf(ffi, header, data);
    for (let length = whole.length - 2; length > whole.indexOf('\n0\n0\n') + 6; length -= 1) {
      const text = whole.slice(0, length);
      if (!/[\n]$/.test(text)) continue;
      const outcome = refusalOf(text);
      if (outcome.startsWith('read'))
        expect(expected.join('\n').startsWith(csv(text).slice(0, -1).join('\n'))).toBe(true);
      else expect(outcome).toMatch(/^UnreadableDocument: line \d+: the file ends within a record of .*(?:NX|NVPM)/);
    }
  });
});

describe('counters that the data do not fit', () => {
  const [, header] = FORMATS[4] ?? [0, []];

  it('NX that is no count is refused', () => {
    expect(refusalOf(fileOf(2110, header, ['1 1.5 7', '10 1']))).toBe(
      'UnreadableDocument: line 22: NX of the record is no count within 0 and 100000000',
    );
  });

  it('rows that end before NX are refused with the counter', () => {
    expect(refusalOf(fileOf(2110, header, ['1 3 7', '10 1', '20 2']))).toBe(
      'UnreadableDocument: line 25: the file ends within a record of X1 and NV = 1 (line 11), row 3 of NX = 3 (line 22)',
    );
  });

  it('one number too many beside NX is left out with a warning', () => {
    const file = readText(fileOf(2110, header, ['1\t1\t7\t8', '10\t1']));
    expect([file.warnings.map(({ code }) => code), file.values[0]?.[0]]).toEqual([['surplus-numbers'], 1]);
  });

  it('bounded values that are neither all nor the first are refused', () => {
    expect(refusalOf(fileOf(2010, ['1 1', '4', '2', '1 2', 'LAT', 'TIME'], []))).toMatch(
      /line 10: NXDEF is neither 1 nor NX = 4/,
    );
    expect(refusalOf(fileOf(2010, ['0 1', '4', '1', '1', 'LAT', 'TIME'], []))).toMatch(
      /line 10: NXDEF is 1, which needs a step/,
    );
  });
});
