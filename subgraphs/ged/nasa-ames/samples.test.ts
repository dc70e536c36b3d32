import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nasaAmesCsv } from './csv.js';
import { decideEncoding } from './encoding.js';
import { readNasaAmesNow } from './read.js';
import { refusalOf } from './testing.js';
import { NoTimes, timesOf } from './time.js';
import { eachPoint } from './points.js';
import type { NasaAmesFile } from './types.js';
import { seriesOf } from '../series/series.js';

/** Real files, kept outside of the repository. */
const SAMPLES = '../shared/upstreams/nies-ged/samples';
const missing = !existsSync(SAMPLES);
const bytesOf = (file: string) => readFileSync(join(SAMPLES, file));
const read = (file: string) => readNasaAmesNow(bytesOf(`nasa-ames/${file}`));

const files = missing
  ? []
  : readdirSync(join(SAMPLES, 'nasa-ames'), { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(SAMPLES, 'nasa-ames', file)).isFile())
      .sort();

const marksOf = (marks: NasaAmesFile['marks']): (number | string)[] => [...marks];

/** Points, and the warnings, of each file that is read; the line of refusal of the others. */
const EXPECTED: Readonly<Record<string, readonly [number, readonly string[]] | RegExp>> = {
  '1001.na': [3, []],
  '1001_cb.na': [3, []],
  '1001a.na': [28, []],
  '1010.na': [19, []],
  '1020.na': [20, []],
  '2010.na': [45, []],
  '2010GandH.na': [24, []],
  '2110.na': [44, []],
  '2160.na': [21, []],
  '2160_ndacc.na': [4929, ['line-before-header']],
  '2310.na': [40, []],
  '3010.na': [56, []],
  'caribic/invalid0.txt': [23, ['row-incomplete']],
  'caribic/invalid1.txt': [0, ['no-data']],
  'caribic/invalid2.txt': [24, ['header-lines-differ']],
  'caribic/invalid4.txt': [24, ['revision-unreadable']],
  'caribic/invalid6.txt': /^line 12: VMISS has more numbers than NV = 1 \(line 10\)$/,
  'caribic/invalid7.txt': /^line 14: NSCOML is no single integer; the lines before it do not fit NV = 1 \(line 10\)$/,
  'caribic/valid0.txt': [24, []],
  'ebas-MLO-nephelometer-first490lines.nas': [400, []],
  'egads_na_example_file.na': [5, []],
  'icartt-1001.ffi1001': /^line 1: is an ICARTT file/,
  'nappy-outputs/1001-from-nc-as-padded-ints.na': [3, ['date-unreadable']],
  'nappy-outputs/test_1001.csv': /^line 1: has commas between its numbers/,
  'nappy-outputs/test_1001_annotated.csv': /^line 1: is not NLHEAD and FFI/,
  'nappy-outputs/test_1010_annotated.csv': /^line 1: is not NLHEAD and FFI/,
  'nappy-outputs/test_2110_annotated.csv': /^line 1: is not NLHEAD and FFI/,
};

/** The values of an annotated CSV's line: numbers behind its label. */
const oracleRows = (file: string) =>
  bytesOf(`nasa-ames/nappy-outputs/${file}`)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.startsWith('Data section,'))
    .map((line) => line.split(',').slice(1).map(Number));

describe.skipIf(missing)(`the real samples (skipped where ${SAMPLES} is not there)`, () => {
  it('are all known here', () => {
    expect(files).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(files)('%s is read, or refused with one line', (name) => {
    const expected = EXPECTED[name];
    if (expected instanceof RegExp) {
      const refusal = refusalOf(bytesOf(`nasa-ames/${name}`));
      expect(refusal).toMatch(/^UnreadableDocument: [^\n]*$/);
      expect(refusal.replace('UnreadableDocument: ', '')).toMatch(expected);
      return;
    }
    const file = read(name);
    expect([file.firstPoints.at(-1), file.warnings.map(({ code }) => code)]).toEqual(expected);
    expect([...nasaAmesCsv(file)].join('').trimEnd().split('\n').length).toBe((file.firstPoints.at(-1) ?? 0) + 1);
  });

  it('FFI 1001: recorded numbers are the oracle’s, its scale factors make hectopascals', () => {
    const { marks, values, header } = read('1001.na');
    expect(oracleRows('test_1001_annotated.csv')).toEqual(
      marksOf(marks).map((mark, row) => [mark, ...values.map((column) => column[row])]),
    );
    expect(header.variables.map(({ scale, missing: code }) => [scale, code])).toEqual([[0.1, -1], [1, -1], [0.1, -1]]); // prettier-ignore
    expect([...eachPoint(read('1001.na'))][0]).toEqual([79200, 0, 30, 1017.6]);
  });

  it('FFI 1010: recorded numbers are the oracle’s, which prints missing codes', () => {
    const { marks, auxiliary, values, header } = read('1010.na');
    const orMissing = (number: number | undefined, code: number | undefined) => (Number.isNaN(number) ? code : number);
    const rows = marksOf(marks)
      .map((mark, row) => [
        [mark, ...auxiliary.map((column, index) => orMissing(column[row], header.auxiliary[index]?.missing))],
        values.map((column, index) => orMissing(column[row], header.variables[index]?.missing)),
      ])
      .flat();
    expect(rows).toEqual(oracleRows('test_1010_annotated.csv'));
  });

  it('FFI 2110: marks, numbers of points and values are the oracle’s', () => {
    const { marks, auxiliary, firstPoints, boundedX, values } = read('2110.na');
    const rows = marksOf(marks)
      .map((mark, index) => [
        [mark, ...auxiliary.map((column) => column[index])],
        ...Array.from({ length: (firstPoints[index + 1] ?? 0) - (firstPoints[index] ?? 0) }, (_, within) => {
          const point = (firstPoints[index] ?? 0) + within;
          return [boundedX?.[point], values[0]?.[point]];
        }),
      ])
      .flat();
    expect(rows).toEqual(oracleRows('test_2110_annotated.csv'));
  });

  it('annotations change nothing', () => {
    expect([...eachPoint(read('1001_cb.na'))]).toEqual([...eachPoint(read('1001.na'))]);
  });

  it('missing is compared before scaling, and is no value after', () => {
    const rows = [...eachPoint(read('1001a.na'))];
    expect([rows[0], rows[4], rows[13]]).toEqual([[1013.3, 2.55e19, 288], [80, null, null], [0.6, null, null]]); // prettier-ignore
  });

  it('grids are in the order of the file', () => {
    const rows = [...eachPoint(read('3010.na'))];
    expect([rows[0], rows[8], rows[28]]).toEqual([[-90, 50, 172, 193], [-60, 40, 172, 230], [-90, 50, 355, 270]]); // prettier-ignore
    expect([...eachPoint(read('2010GandH.na'))][7]).toEqual([10, 3350, 1127, 268.2, 29411, 202.1, 0.000386]);
    expect([...eachPoint(read('1020.na'))][10]).toEqual([60, 0.22, 6.45e15, 1.5e15, 1e9, 6.5e9, 260]);
    expect([...eachPoint(read('2310.na'))][39]).toEqual([30, 70, 4, 0, 10, 0.052, 63.3]);
  });

  it('texts of FFI 2160 stand beside their numbers', () => {
    const file = read('2160.na');
    expect([...file.marks]).toEqual(['Belbroughton', 'Coventry', 'Kidderminster']);
    expect([...eachPoint(file)][7]).toEqual([0, 'Coventry', 4, -1.517, 52.4, '10-10-2002', '04 h 20', null, 34]);
    expect(read('2160_ndacc.na').textAuxiliary[0]).toEqual([null]);
  });

  it('times are told where the files tell them', () => {
    const first = (name: string) => {
      const times = timesOf(read(name));
      return times instanceof NoTimes ? null : new Date(times.instants[0] ?? NaN).toISOString();
    };
    expect(['1001.na', '1001a.na', '2110.na', 'caribic/valid0.txt', 'egads_na_example_file.na'].map(first)).toEqual([
      '2000-09-20T22:00:00.000Z',
      null,
      null,
      '2020-03-04T07:54:53.900Z',
      '1970-01-01T00:00:01.000Z',
    ]);
    const series = seriesOf(read('ebas-MLO-nephelometer-first490lines.nas'), {
      variable: 'numflag',
      from: null,
      until: null,
      maxPoints: 10,
    });
    expect([series.points.length, series.total + series.missing]).toEqual([10, 400]);
  });

  it.each([
    ['eucjp_lf_items.csv', 'euc-jp', 'デフォルトアイテムタイプ（フル）'],
    ['jma-daily-shift_jis.csv', 'cp932', 'ダウンロードした時刻：2023/09/06'],
  ])('%s is %s', (name, encoding, text) => {
    const bytes = bytesOf(`encodings/${name}`);
    const decision = decideEncoding(bytes);
    expect([decision.encoding, decision.decode(bytes.toString('latin1')).includes(text)]).toEqual([encoding, true]);
  });

  it('each line of theirs alone is told as well, or has no letter that differs', () => {
    const lines = (name: string) =>
      bytesOf(`encodings/${name}`)
        .toString('latin1')
        .split(/\r?\n/)
        .filter((line) => /[^\0-\x7f]/.test(line));
    const told = (name: string) => lines(name).map((line) => decideEncoding(Buffer.from(line, 'latin1')).encoding);
    expect(new Set(told('eucjp_lf_items.csv'))).toEqual(new Set(['euc-jp']));
    expect(new Set(told('jma-daily-shift_jis.csv'))).toEqual(new Set(['cp932']));
  });

  it('UTF-16 with its mark is read as text before a file is seen in it', () => {
    expect(refusalOf(bytesOf('encodings/utf16le_bom_lf_items.csv'))).toBe(
      'UnreadableDocument: line 1: is not NLHEAD and FFI (two integers): this is no NASA Ames file',
    );
  });
});
