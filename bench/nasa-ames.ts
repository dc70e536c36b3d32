/**
 * npm run build && node dist/bench/nasa-ames.js: a series of 500 points from a NASA Ames file of 10 MB (FFI 1001, 100,000 rows, 8 variables), beside
 * a plain parse of the same file by splitting lines. Each runs in processes of its own, so that neither warms the other or
 * leaves it memory; the figures of one run are to be compared with each other alone.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readNasaAmes } from '../subgraphs/ged/nasa-ames/index.js';
import { seriesOf } from '../subgraphs/ged/series/index.js';

const ROWS = 100_000;
const RUNS = 5;
const HOUR_MS = 3_600_000;
const NAMES = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'CO2: mole fraction [ppm]', 'SD', 'CH4: mole fraction [ppb]', 'FLAG'];

/** Hourly values of eleven years in GED's style, every 40th missing; columns as wide as GED prints them. */
function fictionalYears(): string {
  const header = [
    ...['Minami, Hana', 'Institute for Imagined Air', 'in situ/Tower', 'Imagined Air Programme', '1 1'],
    ...['2010 01 01 2024 04 15', '1', 'RECORD: Hours since 2010-01-01 00:00:00 +00:00', '8', '1 1 1 1 1 1 1 1'],
    ...['9999 99 99 99 9999.999 99.999 99999.999 99', ...NAMES, '1', 'TIME_ZONE: 0', '0'],
  ];
  const lines = [`${String(header.length + 1)} 1001`, ...header];
  for (let row = 0; row < ROWS; row += 1) {
    const at = new Date(Date.UTC(2010, 0, 1) + row * HOUR_MS);
    const isMissing = row % 40 === 7;
    const numbers = [
      String(row).padStart(12),
      String(at.getUTCFullYear()).padStart(8),
      ...[at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours()].map((part) => String(part).padStart(6)),
      (isMissing ? 9999.999 : 400 + row / 20_000 + 8 * Math.sin(row / 1_400)).toFixed(3).padStart(18),
      (0.05 + (row % 17) / 100).toFixed(3).padStart(14),
      (isMissing ? 99999.999 : 1_850 + row / 5_000 + 20 * Math.cos(row / 1_400)).toFixed(3).padStart(20),
      String(row % 3).padStart(10),
    ];
    lines.push(numbers.join(''));
  }
  return `${lines.join('\n')}\n`;
}

const measured = z.object({ ms: z.number(), moreBytes: z.number(), points: z.number() });
type Measured = z.infer<typeof measured>;

const TASKS: Readonly<Record<string, (file: string) => Promise<number>>> = {
  async series(file) {
    const decoded = await readNasaAmes(createReadStream(file));
    return seriesOf(decoded, { variable: 'CO2', from: null, until: null, maxPoints: 500 }).points.length;
  },
  plain(file) {
    const text = readFileSync(file, 'utf8');
    const rows = text.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
    return Promise.resolve(rows.length);
  },
};

/** In a process of its own: time of the task, and its peak of memory above what the process had before it. */
async function measure(task: string, file: string): Promise<Measured> {
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const points = (await TASKS[task]?.(file)) ?? 0;
  const ms = performance.now() - began;
  return { ms, moreBytes: process.resourceUsage().maxRSS * 1024 - before, points };
}

function measureApart(task: string, file: string): Measured {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), task, file], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${task}: ${child.stderr}`);
  return measured.parse(JSON.parse(child.stdout));
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

function compare(file: string): string {
  // One after the other in turns: what else the machine does falls on both.
  const runs = Array.from({ length: RUNS }, () => ({
    series: measureApart('series', file),
    plain: measureApart('plain', file),
  }));
  const line = (name: string, of: (run: (typeof runs)[number]) => Measured) =>
    `| ${name} | ${median(runs.map((run) => of(run).ms)).toFixed(0)} | ${(median(runs.map((run) => of(run).moreBytes)) / 1e6).toFixed(0)} |`;
  const ratio = median(runs.map(({ series, plain }) => series.ms / plain.ms));
  return [
    `Node.js ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown processor'}; ${String(statSync(file).size)} bytes, ${String(ROWS)} rows; medians of ${String(RUNS)} runs in fresh processes`,
    '',
    '| | ms | MB more at the peak |',
    '| --- | --- | --- |',
    line('decode and series(maxPoints: 500)', ({ series }) => series),
    line('plain parse by splitting lines', ({ plain }) => plain),
    '',
    `Time beside the plain parse: ${ratio.toFixed(2)}`,
  ].join('\n');
}

const [task, file] = process.argv.slice(2);
if (task !== undefined && file !== undefined) {
  process.stdout.write(JSON.stringify(await measure(task, file)));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'kakehashi-bench-'));
  try {
    const years = join(folder, 'years.txt');
    writeFileSync(years, fictionalYears());
    process.stdout.write(`${compare(years)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
