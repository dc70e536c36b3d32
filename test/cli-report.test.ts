import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './support.js';

// What a user runs is the build (npm test makes it first).
const CLI = resolve('dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'kakehashi-report-'));
const at = (name: string): string => join(folder, name);

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.close());

/** The command over the simulated platforms of this test, which it reaches as it would real ones. */
function report(args: readonly string[], more: Record<string, string> = {}): Promise<Run> {
  const env = { ...process.env, LOG_LEVEL: 'warn', ...world.environment, ...more };
  return new Promise((done) => {
    execFile(process.execPath, [CLI, 'report', ...args], { env }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

const SEA = ['--query', '海洋プラスチック', '--filter', 'from=2018', '--filter', 'platforms=cinii,eosc'];

// Each command starts a process with a gateway: on a busy machine that alone may take some seconds.
describe.skipIf(!existsSync(CLI))(
  'kakehashi report (skipped where there is no build: npm run build)',
  { timeout: 120_000 },
  () => {
    it('writes a file, its picture as SVG or as a page, and its receipt, and leaves nothing else behind', async () => {
      const { code, out, err } = await report(['--by', 'platform,year', ...SEA, '--format', 'csv', '--out', at('years.csv'), '--chart', at('years.svg')]); // prettier-ignore
      expect([code, out]).toEqual([0, '']);
      expect(err).toMatch(/CINII_RESEARCH: OK, UPSTREAM_COUNT/);
      expect(err).not.toContain('█');
      const [header, first] = readFileSync(at('years.csv'), 'utf8').split('\r\n');
      expect(header).toBe('platform,platform_label_ja,platform_label_en,year,year_label_ja,year_label_en,count,exact');
      expect(first).toBe('CINII_RESEARCH,CiNii Research,CiNii Research,2018,2018年,2018,8,true');
      expect(readFileSync(at('years.svg'), 'utf8')).toContain('「海洋プラスチック」');
      expect(readdirSync(folder).sort()).toEqual(['years.csv', 'years.csv.receipt.json', 'years.svg']);
    });

    it('runs a receipt again: nothing has changed, until a count has', async () => {
      const path = at('years.csv.receipt.json');
      expect((await report(['--from-receipt', path])).out).toMatch(/^No count has changed since /);
      const receipt = JSON.parse(readFileSync(path, 'utf8')) as { cells: { count: number }[] };
      writeFileSync(path, JSON.stringify({ ...receipt, cells: receipt.cells.map((cell, index) => (index === 0 ? { ...cell, count: 5 } : cell)) })); // prettier-ignore
      expect((await report(['--from-receipt', path])).out).toMatch(/CINII_RESEARCH +2018 +5 +8 +\+3\n1 count\(s\)/);
    });

    it('waits until a report is whole that takes longer than one answer', async () => {
      const slow = { CINII_RATE: '4/s', REQUEST_TIMEOUT_MS: '1500' };
      const args = ['--by', 'year', '--query', '海洋プラスチック', '--filter', 'from=2018', '--filter', 'platforms=cinii']; // prettier-ignore
      const [hasty, patient] = await Promise.all([report([...args, '--format', 'json']), report([...args, '--format', 'json'], slow)]); // prettier-ignore
      const rows = ({ out }: Run) => (JSON.parse(out) as { report: { rows: unknown[] } }).report.rows;
      expect(patient.err).toMatch(/CINII_RESEARCH: OK/);
      expect(rows(patient)).toEqual(rows(hasty));
    });

    it.each([
      [[], 2, /--by/],
      [['--by', 'year', '--chart', 'x.png'], 2, /\.svg or \.html/],
      [['--by', 'year', '--format', 'parquet'], 2, /--out/],
      [['--by', 'year', '--from-receipt', 'x'], 1, /x cannot be read/],
      [['--by', 'year,type,language', '--chart', 'x.svg'], 1, /Leave one out/],
      [['--by', 'colour'], 1, /ReportDimension/],
    ])('%j ends with %i in one line', async (args, code, message) => {
      const { code: ended, err } = await report(args);
      expect([ended, err.trim().split('\n').length]).toEqual([code, 1]);
      expect(err).toMatch(message);
    });

    it('ends with 3 when no platform could be counted', async () => {
      await world.fault('cinii', '503');
      try {
        const { code, err, out } = await report(['--by', 'year', '--query', 'x', '--filter', 'platforms=cinii']);
        expect([code, out]).toEqual([3, '']);
        expect(err).toMatch(/None of the platforms could be counted/);
      } finally {
        await world.fault('cinii', null);
      }
    });
  },
);
