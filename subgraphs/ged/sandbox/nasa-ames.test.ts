import { describe, expect, it } from 'vitest';
import { answerFile, datasets } from './files.js';

/*
 * Every NASA Ames file of the simulated archive, walked by its counters alone (fact sheet 6.2 and 6.3): written apart from the
 * reader of this project, which must not be the judge of the files it is tried on.
 */

interface File {
  readonly name: string;
  readonly path: string;
  readonly japanese: boolean;
}

const files: readonly File[] = datasets
  .filter(({ dataset }) => dataset.status !== 'restricted')
  .flatMap(({ dataset }) =>
    dataset.files
      .filter(({ content }) => ['station', 'flask', 'region', 'track', 'fast', 'profiles'].includes(content.kind))
      .map(({ path, content }) => ({
        name: path,
        path: `10.17595/${dataset.id}/${path}`,
        japanese: content.kind === 'station' && content.form === 'japanese',
      })),
  );

function bytesOf(path: string): Buffer {
  const { status, body } = answerFile(path);
  expect(status, path).toBe(200);
  return Buffer.from(body);
}

const read = new Map<string, readonly string[]>();

/** The file's lines, decoded strictly; the last ends with a line break as all others do. */
function linesOf(file: File): readonly string[] {
  const known = read.get(file.path);
  if (known) return known;
  const text = new TextDecoder(file.japanese ? 'shift_jis' : 'utf-8', { fatal: true }).decode(bytesOf(file.path));
  const lines = text.split(/\r?\n/);
  expect(lines.pop()).toBe('');
  read.set(file.path, lines);
  return lines;
}

const numbers = (line: string | undefined): number[] => (line ?? '').trim().split(/\s+/).map(Number);

/** Takes the header apart by its counters. */
class Walk {
  private at = 0;
  constructor(readonly lines: readonly string[]) {}
  get position(): number {
    return this.at;
  }
  line(): string {
    const line = this.lines[this.at];
    this.at += 1;
    if (line === undefined) throw new Error(`no line ${String(this.at)}`);
    return line;
  }
  numbers(expected: number): number[] {
    const found = numbers(this.line());
    expect(found, `line ${String(this.at)}`).toHaveLength(expected);
    for (const number of found) expect(Number.isFinite(number), `line ${String(this.at)}`).toBe(true);
    return found;
  }
  one(): number {
    return this.numbers(1)[0] ?? Number.NaN;
  }
  take(count: number): string[] {
    return Array.from({ length: count }, () => this.line());
  }
}

interface Quantities {
  readonly scales: readonly number[];
  readonly missing: readonly number[];
  readonly names: readonly string[];
}

function quantities(walk: Walk): Quantities {
  const count = walk.one();
  if (count === 0) return { scales: [], missing: [], names: [] };
  return { scales: walk.numbers(count), missing: walk.numbers(count), names: walk.take(count) };
}

interface Parsed {
  readonly ffi: number;
  readonly declared: number;
  readonly counted: number;
  readonly begun: readonly number[];
  readonly revised: readonly number[];
  readonly dx: readonly number[];
  readonly perRecord: number;
  readonly axes: readonly string[];
  readonly variables: Quantities;
  readonly auxiliary: Quantities;
  readonly special: readonly string[];
  readonly normal: readonly string[];
  readonly data: readonly string[];
}

function parse(lines: readonly string[]): Parsed {
  const walk = new Walk(lines);
  const [declared = 0, ffi = 0] = walk.numbers(2);
  walk.take(4);
  walk.numbers(2);
  const dates = walk.numbers(6);
  const axesCount = ffi === 2110 ? 2 : 1;
  const dx = walk.numbers(axesCount);
  const perRecord = ffi === 1020 ? walk.one() : 1;
  const axes = walk.take(axesCount);
  const variables = quantities(walk);
  const auxiliary = ffi === 1001 ? { scales: [], missing: [], names: [] } : quantities(walk);
  const special = walk.take(walk.one());
  const normal = walk.take(walk.one());
  const counted = walk.position;
  return {
    ffi, declared, counted, begun: dates.slice(0, 3), revised: dates.slice(3), dx, perRecord, axes, variables, auxiliary, special, normal, data: lines.slice(counted),
  }; // prettier-ignore
}

/** The formula of fact sheet 6.3 for a header without wrapped lists. */
function headerLength({ ffi, variables, auxiliary, special, normal }: Parsed): number {
  const base = { 1001: 14, 1010: 15, 1020: 16, 2110: 16 }[ffi] ?? Number.NaN;
  const a = auxiliary.names.length === 0 ? 0 : auxiliary.names.length + 2;
  return base + variables.names.length + a + special.length + normal.length;
}

describe('the NASA Ames files of the simulated archive', () => {
  it('show four of the format indexes', () => {
    expect(new Set(files.map((file) => numbers(linesOf(file)[0])[1]))).toEqual(new Set([1001, 1010, 1020, 2110]));
  });

  it.each(files)('$name: the counters agree with the number of header lines', (file) => {
    const parsed = parse(linesOf(file));
    expect(parsed.declared).toBe(parsed.counted);
    expect(parsed.declared).toBe(headerLength(parsed));
    expect(parsed.data.length).toBeGreaterThan(20);
    const day = (parts: readonly number[]): string => parts.map((part) => String(part).padStart(2, '0')).join('-');
    expect(Number.isNaN(Date.parse(day(parsed.begun)))).toBe(false);
    expect(Date.parse(day(parsed.revised))).toBeGreaterThan(Date.parse(day(parsed.begun)));
  });

  it.each(files)('$name: no line of ASCII is longer than 132 characters (6.1)', (file) => {
    const long = linesOf(file).filter((line) => line.length > 132);
    expect(long).toEqual([]);
  });

  it.each(files)('$name: names, keys and comments are in the house style (5)', (file) => {
    const { axes, variables, auxiliary, special, normal } = parse(linesOf(file));
    for (const name of [...axes, ...variables.names, ...auxiliary.names]) expect(name).toMatch(/^[A-Za-z0-9_.]+: \S/);
    for (const comment of special) expect(comment).toMatch(/^[A-Z][A-Z0-9_]*: \S/);
    expect(special.at(-1)).toContain('(at)');
    expect(normal[0]).toMatch(/^-+$/);
    expect(normal.join('\n')).toMatch(/SYNTHETIC|架空/);
    expect(axes.at(-1)).toMatch(/ since \d{4}-\d\d-\d\d 00:00:00 [+-]\d\d:00$/);
  });

  it.each(files)('$name: records have as many values as the header says, and the axis goes up', (file) => {
    const { ffi, data, variables, auxiliary, dx, perRecord } = parse(linesOf(file));
    const marks: number[] = [];
    const values: number[][] = variables.names.map(() => []);
    const keep = (row: readonly number[]): void => row.forEach((value, index) => values[index]?.push(value));
    const rows = data.map(numbers);
    for (let at = 0; at < rows.length;) {
      const [mark = Number.NaN, ...rest] = rows[at] ?? [];
      marks.push(mark);
      at += 1;
      if (ffi === 1001) {
        keep(rest);
        continue;
      }
      expect(rest).toHaveLength(auxiliary.names.length);
      const levels = ffi === 2110 ? (rest[0] ?? 0) : 1;
      for (let level = 0; level < levels; level += 1, at += 1) {
        const row = rows[at] ?? [];
        if (ffi === 1020) row.forEach((value) => values[0]?.push(value));
        else keep(ffi === 2110 ? row.slice(1) : row);
        if (ffi === 2110 && level > 0) expect((row[0] ?? 0) - (rows[at - 1]?.[0] ?? 0)).toBe(dx[0]);
      }
    }
    const step = dx.at(-1) ?? 0;
    for (let index = 1; index < marks.length; index += 1) {
      const difference = (marks[index] ?? 0) - (marks[index - 1] ?? 0);
      if (step === 0 ? difference <= 0 : difference !== step * perRecord)
        expect.fail(`mark ${String(index)} does not follow`);
    }
    values.forEach((column, index) => {
      const missing = variables.missing[index] ?? Number.NaN;
      expect(column).toHaveLength(ffi === 2110 ? column.length : marks.length * perRecord);
      // A missing code is larger than every good value (6.1).
      if (column.some((value) => Number.isNaN(value) || value > missing))
        expect.fail(`${variables.names[index] ?? ''} has a value beyond its missing code`);
    });
  });

  it('have gaps as missing codes in every gas', () => {
    for (const file of files.filter(({ name }) => /hourly|daily/.test(name))) {
      const { data, variables } = parse(linesOf(file));
      const column = variables.names.findIndex((name) => /^(CO2|CH4|N2O):/.test(name));
      const recorded = data.map((line) => numbers(line)[column + 1]);
      const gaps = recorded.filter((value) => value === variables.missing[column]).length;
      expect(gaps / recorded.length, file.name).toBeGreaterThan(0.005);
      expect(gaps / recorded.length, file.name).toBeLessThan(0.2);
    }
  });

  it('hold hourly CO2 of Hateruma with its uncertainty in more than 100,000 rows', () => {
    const file = files.find(({ name }) => name.startsWith('co2_hateruma_hourly'));
    if (!file) throw new Error('no hourly file');
    const { data, variables } = parse(linesOf(file));
    expect(data.length).toBeGreaterThan(100_000);
    expect(bytesOf(file.path).length).toBeGreaterThan(9_000_000);
    expect(variables.names.slice(0, 4).map((name) => name.split(':')[0])).toEqual(['YEAR', 'MONTH', 'DAY', 'HOUR']);
    const good = data.map(numbers).filter(([, , , , , co2]) => co2 !== 9999.999);
    const meanOf = (year: number, column: number): number => {
      const rows = good.filter((row) => row[1] === year);
      return rows.reduce((sum, row) => sum + (row[column] ?? Number.NaN), 0) / rows.length;
    };
    // A trend of some 2.5 ppm a year, and an uncertainty that is small against it.
    for (let year = 2014; year <= 2025; year += 1) {
      const growth = meanOf(year, 5) - meanOf(year - 1, 5);
      expect([growth > 1.5, growth < 3.5], String(year)).toEqual([true, true]);
    }
    expect(meanOf(2020, 6)).toBeLessThan(0.2);
  });

  it('count time in UTC, but for one that says otherwise', () => {
    const zones = files.map((file) => parse(linesOf(file)).special.find((line) => line.startsWith('TIME_ZONE')));
    expect(zones.filter((zone) => zone !== 'TIME_ZONE: 0')).toEqual(['TIME_ZONE: 9']);
  });

  it('have one file in cp932 whose days end with hour 24, one with CRLF, and names outside of ASCII', () => {
    const japanese = files.filter((file) => file.japanese);
    expect(japanese).toHaveLength(1);
    for (const file of japanese) {
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(file.path))).toThrow();
      const hours = parse(linesOf(file)).data.map((line) => numbers(line)[4] ?? 0);
      expect([Math.min(...hours), Math.max(...hours)]).toEqual([1, 24]);
    }
    const crlf = files.filter(({ path }) => bytesOf(path).includes('\r\n'));
    expect(crlf.map(({ name }) => name)).toEqual(['hourly/co2_ochiishi_2022-2023.txt']);
    const others = files.filter((file) => !file.japanese);
    expect(others.some((file) => linesOf(file)[1]?.includes('Ångström'))).toBe(true);
    expect(others.some((file) => parse(linesOf(file)).variables.names.some((name) => name.includes('δ')))).toBe(true);
  });

  it('are the same at every start', () => {
    const line = linesOf(files[0] ?? { name: '', path: '', japanese: false })[40];
    expect(line).toBe('      3 2013  1  1  3     397.433       0.077       0.146          59           0');
  });
});
